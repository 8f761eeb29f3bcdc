"""Options that several commands take.

A command that annotates takes a :class:`~annotator.request.Request` and one that reports the
destinations, each with its :class:`~annotator.request.View`, whole: two decorators give it all the
options of which they are made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import Any, get_args

import click

from annotator.commands.completion import country_codes
from annotator.commands.destinations import Destination, destinations
from annotator.errors import UsageError
from annotator.request import Extent, Order, Request, View
from annotator.schema import FLAGGED, ISSUES, LABELS, Label
from annotator.writers import FORMATS

Command = Callable[..., Any]
Decorator = Callable[[Command], Command]

#: A country's own library, beside ours.
library = click.option(
    "--library",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Read a country's own templates, terms and commitments in DIR beside ours; they win.",
)


#: Which index of precedents is meant.
index = click.option(
    "--index",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The index of precedents; else the file that ANNOTATE_PRECEDENTS names, else one among "
    "your own data.",
)


#: What lets a report take the place of any file.
overwriting = click.option(
    "--overwrite",
    is_flag=True,
    help="Let -o write over a file that is no report of annotate, or was changed since.",
)


def format_of(*kinds: str, help: str) -> Decorator:
    """``--format``, one of ``kinds``, the first by default, which the command gets as ``kind``."""
    return click.option(
        "--format",
        "kind",
        type=click.Choice(kinds),
        default=kinds[0],
        show_default=True,
        help=help,
    )


#: What a command prints that reports no law: for people, or for programs.
list_format = format_of("terminal", "json", help="To read, or JSON for programs.")


def _gathered(name: str, make: Callable[..., object], *options: Decorator) -> Decorator:
    """Options that reach a command as one thing.

    Args:
        name: of the command's parameter that gets it.
        make: makes it of the options' values, which are its parameters.
        options: in the order in which ``--help`` is to list them.
    """

    def decorate(command: Command) -> Command:
        @wraps(command)
        def with_thing(*arguments: Any, **values: Any) -> Any:
            own = {option: values.pop(option) for option in signature(make).parameters}
            return command(*arguments, **values, **{name: make(**own)})

        decorated: Command = with_thing
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate


def _read_language(context: click.Context, option: click.Parameter, named: str | None) -> None:
    """See to it that laws in a language are read, by its code or English name."""
    if named is None:
        return
    from annotator.lang import languages

    known = {said for one in languages() for said in (one.code, one.name.lower())}
    if named.lower() not in known:
        read = ", ".join(f"{one.name} ({one.code})" for one in languages())
        raise UsageError(
            f"--language {named} cannot be had: only laws in {read} are read so far, and of a file "
            "in several languages that text."
        )


def _request(
    no_proposals: bool,
    all_proposals: bool,
    library: Path | None,
    jurisdiction: str,
    no_overview: bool,
    precedents: bool,
    index: Path | None,
    exact: bool,
) -> Request:
    if no_proposals and all_proposals:
        raise UsageError("--all-proposals and --no-proposals exclude each other: choose one.")
    if no_proposals and precedents:
        raise UsageError("--precedents are those of proposals: leave out --no-proposals.")
    if index is not None and not precedents:
        raise UsageError("--index names the index of --precedents: add that.")
    if library is not None:
        _refuse_folder(library)
    return Request(
        proposals=not no_proposals,
        all_proposals=all_proposals,
        library=library,
        jurisdiction=code_of(jurisdiction),
        overview=not no_overview,
        precedents=_usable(index) if precedents else None,
        exact=exact,
    )


#: The options of which a command's ``request`` is made.
request = _gathered(
    "request",
    _request,
    click.option("--no-proposals", is_flag=True, help="Propose no amendments."),
    click.option(
        "--all-proposals",
        is_flag=True,
        help="Propose every amendment that fits, not the best three.",
    ),
    library,
    click.option(
        "--jurisdiction",
        default="",
        metavar="COUNTRY",
        shell_complete=country_codes,
        help="Whose law it is, by its ISO 3166 code or English name, so that what binds the "
        "country is cited first. Else read from the law's title or format, where it is plain.",
    ),
    click.option(
        "--language",
        metavar="LANGUAGE",
        expose_value=False,
        callback=_read_language,
        help="In which language a file in several is read, by its code or English name: en, the "
        "only one so far.",
    ),
    click.option(
        "--no-overview",
        is_flag=True,
        help="Leave out the law as a whole: what it provides nowhere, its counts by commitment.",
    ),
    click.option(
        "--precedents",
        is_flag=True,
        help="Show with each amendment up to three clauses of other countries' laws on the same "
        "matter, to be read before they are cited, from the index that `annotate precedents add` "
        "keeps.",
    ),
    index,
    click.option(
        "--exact",
        is_flag=True,
        help="Have the network read every clause, also those that its bag of words is sure are "
        "neutral, and multiply in full precision: three times slower, and nearly always the same.",
    ),
)


def _author(context: click.Context, option: click.Parameter, name: str) -> str:
    """A name that a Word document can bear."""
    if not name.strip() or not name.isprintable():
        raise UsageError("--author wants a name: letters on one line.")
    return name.strip()


author = click.option(
    "--author",
    default=View().author,
    show_default=True,
    metavar="NAME",
    callback=_author,
    help="Whose the tracked changes and comments in a Word document are.",
)


def _destinations(
    kind: str | None,
    outputs: tuple[Path, ...],
    overwrite: bool,
    labels: tuple[Label, ...],
    issues: tuple[str, ...],
    min_confidence: float,
    everything: bool,
    only_new: bool,
    style: bool | None,
    author: str,
    order: Order,
    overview: bool,
    amendments: bool,
    accept: tuple[int, ...],
) -> tuple[Destination, ...]:
    if labels and everything:
        raise UsageError("--all shows every label: leave out --label.")
    if amendments and kind not in (None, "terminal", "amendments"):
        raise UsageError("--amendments is a text of its own: leave out --format.")

    def view_of(kind: str) -> View:
        kind = "amendments" if amendments and kind == "terminal" else kind
        return View(
            labels=labels or (LABELS if everything or FORMATS[kind].whole else FLAGGED),
            issues=issues,
            min_confidence=min_confidence,
            # Code scanning takes an alert that is missing for one that was mended.
            only_new=only_new and kind != "sarif",
            style=_EXTENTS[style],
            author=author,
            format=kind,
            order=order,
            overview=overview,
            accept=accept,
        )

    goals = destinations(outputs, kind, view_of, overwrite=overwrite)
    kinds = {goal.view.format for goal in goals}
    if amendments and "amendments" not in kinds:
        raise UsageError("--amendments is a text: name a file for it that ends in .txt.")
    if accept and not any(FORMATS[goal.view.format].chosen for goal in goals):
        raise UsageError(
            "--accept chooses from an amending schedule: add --amendments, --format akn-bill, or "
            "-o law.docx."
        )
    return goals


def _numbers(context: click.Context, option: click.Parameter, value: str | None) -> tuple[int, ...]:
    """The numbers of a list: ``3,5,7``.

    Raises:
        click.BadParameter: it is none.
    """
    try:
        return tuple(int(number) for number in value.split(",")) if value is not None else ()
    except ValueError:
        raise click.BadParameter(f"{value!r} is no list of numbers, such as 3,5,7.") from None


_EXTENTS: dict[bool | None, Extent] = {True: "all", False: "none", None: "brief"}

_SUFFIXES = ", ".join(suffix for format_ in FORMATS.values() for suffix in format_.suffixes)

#: The options of which a command's ``goals``, the destinations, are made.
goals = _gathered(
    "goals",
    _destinations,
    click.option(
        "--format",
        "kind",
        type=click.Choice(list(FORMATS)),
        help="A report to read (terminal), an amending schedule (amendments), JSON for programs "
        "(one object, or one a line for several laws, as in .jsonl), a table (csv), a workbook "
        "(xlsx), alerts for code scanning (sarif), a Word document with tracked changes (docx), a "
        "page to look through and decide in a browser (review), or "
        "Akoma Ntoso of one law: the law with its findings (akn), its amendments as a bill "
        "(akn-bill), or each of them with its reasons (akn-amendments). By default what the "
        "suffix of -o names, else the report. It goes before the suffix of one -o, save where no "
        "program could open a file of that name; of several, it is for those whose suffix names "
        "none.",
    ),
    click.option(
        "-o",
        "--output",
        "outputs",
        type=click.Path(path_type=Path),
        multiple=True,
        metavar="FILE",
        help="Write the report to FILE, whole or not at all, in the format that its suffix names: "
        f"{_SUFFIXES}. May be repeated (-o a.txt -o a.json), for several reports of one run: all "
        "are written, or none. A file that exists gives place if it is a report of annotate that "
        "nobody has changed, and else is not touched.",
    ),
    overwriting,
    click.option(
        "--label",
        "labels",
        multiple=True,
        type=click.Choice(LABELS),
        help="Show only clauses with this label. May be repeated.",
    ),
    click.option(
        "--issue",
        "issues",
        multiple=True,
        type=click.Choice(ISSUES),
        metavar="ISSUE",
        help=f"Show only clauses on this issue. May be repeated. One of: {', '.join(ISSUES)}.",
    ),
    click.option(
        "--min-confidence",
        type=click.FloatRange(0, 1),
        default=0.0,
        metavar="P",
        help="Show only findings at least this sure, from 0 to 1.",
    ),
    click.option("--all", "everything", is_flag=True, help="Show neutral clauses too."),
    click.option(
        "--only-new",
        is_flag=True,
        help="With --baseline: show only what is new. Of alerts all stay, each with its state.",
    ),
    click.option(
        "--style/--no-style",
        default=None,
        help="Show every place of gendered drafting (he, chairman), or none; else a few, and how "
        "many.",
    ),
    author,
    click.option(
        "--order",
        type=click.Choice(get_args(Order)),
        default="weight",
        show_default=True,
        help="Findings in the report: the weightiest first, doubtful ones in an annex; or all as "
        "in the law, each in full.",
    ),
    click.option(
        "--overview",
        is_flag=True,
        help="Show the counts by issue, by objective of the Global Compact and by article of "
        "CEDAW, and the law's place on WHO's scale.",
    ),
    click.option(
        "--amendments",
        is_flag=True,
        help="Print the amending schedule and nothing else: the amendments in the law's order, "
        "numbered and composed, ready to paste.",
    ),
    click.option(
        "--accept",
        metavar="NUMBERS",
        callback=_numbers,
        help="With --amendments or akn-bill, or in the text of a Word document: only these, by "
        "the numbers of the report, as in 3,5,7.",
    ),
)


def _refuse_folder(folder: Path) -> None:
    """See to it that there is a library in a folder, before any law is read."""
    from annotator.library.country import files_of

    files_of(folder)


def _usable(index: Path | None) -> Path:
    """The index of precedents, once it is seen to be one that this pipeline has made."""
    from annotator.pipeline import pipeline_name
    from annotator.precedents import index_path, shelf_at

    path = index_path(index)
    shelf_at(path, pipeline_name())
    return path


def code_of(jurisdiction: str) -> str:
    """The code of the country named, so that a wrong name is told before a law is read."""
    if not jurisdiction:
        return ""
    from annotator.bindings.countries import find_country

    return find_country(jurisdiction).code
