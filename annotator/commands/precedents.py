"""``annotate precedents``: the index of responsive clauses from laws that the user has run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.commands import options
from annotator.commands.completion import country_codes, files
from annotator.commands.exit_codes import BAD
from annotator.commands.faults import status_of
from annotator.commands.streams import complain
from annotator.errors import AnnotatorError, OutputError, PrecedentsError, UsageError
from annotator.faults import as_faults, traceback_of
from annotator.one_line import counted
from annotator.schema import ISSUES

if TYPE_CHECKING:
    from annotator.precedents import KeptLaw, PrecedentIndex
    from annotator.precedents.adding import Added, Offered

#: Where laws of a list are kept that had to be fetched, as those of the corpora are.
_FETCHED = Path("work", "laws")


@click.group()
def precedents() -> None:
    """What other countries' laws provide, from laws that you have run.

    An index on your own disk keeps the clauses of these laws that surely take gender into account;
    `annotate law.txt --precedents` shows with each amendment those of other countries on the
    same matter, to be read before they are cited.
    """


@precedents.command()
@click.argument("names", nargs=-1, type=click.Path(path_type=Path), metavar="[FOLDER|FILE]...")
@options.index
@click.option(
    "--jurisdiction",
    default="",
    metavar="COUNTRY",
    shell_complete=country_codes,
    help="Whose laws they are, by ISO 3166 code or English name; else read from each law.",
)
@click.option(
    "--refresh",
    is_flag=True,
    help="Bring the index up to date: read anew the laws whose file has changed, and those that "
    "an earlier version of the pipeline has read.",
)
@click.option(
    "--published",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="LIST",
    help="Add the laws of a list such as corpora/laws.yaml, from the folders that CORPORA_MIRROR "
    "names, else fetched into work/laws.",
)
def add(
    names: tuple[Path, ...],
    index: Path | None,
    jurisdiction: str,
    refresh: bool,
    published: Path | None,
) -> int:
    """Add laws: files, and of folders all that may be laws.

    A law that is there is passed over while its file is as it was, and else gives place to what the
    file now says. A run that was stopped goes on where it stopped.
    """
    from annotator.precedents import PrecedentIndex, index_path
    from annotator.precedents.adding import Adding, offered

    if not (names or refresh or published):
        raise UsageError("Name the files of laws, or a folder of them, to add.")
    given = [*offered(names, options.code_of(jurisdiction)), *_of_list(published)]
    with PrecedentIndex(index_path(index), make=True) as kept:
        given += _kept_files(kept.laws()) if refresh else ()
        status = _add_all(given, Adding(kept).add)
        laws = kept.laws()
    count = sum(law.clauses for law in laws)
    click.echo(f"{counted(len(laws), 'law')} with {counted(count, 'clause')} in {kept.path}.")
    return status


def _add_all(given: Sequence[Offered], add: Callable[[Offered], Added]) -> int:
    """Add one after the other, whatever is wrong with any; the status tells of those named."""
    became: Counter[str] = Counter()
    worst = 0
    for one in given:
        try:
            with as_faults(str(one.path)):
                done = add(one)
        except (OutputError, PrecedentsError):
            raise  # so it would be with all that follow
        except AnnotatorError as error:
            complain(f"{traceback_of(error)}{error}")
            became["refused"] += 1
            worst = max(worst, status_of(error) if one.named else 0)
            continue
        became[done.what] += 1
        if line := _told(done):
            click.echo(line)
    if became["kept"]:
        click.echo(f"As they were: {counted(became['kept'], 'law')}.")
    return max(worst, BAD) if became["refused"] == len(given) else worst


def _told(done: Added) -> str:
    """What became of a law, on a line; nothing of one that is kept as it was."""
    from annotator.commands.views.shelf import cited

    law, before = done.law, done.before
    count = counted(law.clauses, "clause")
    if done.what == "kept":
        return ""
    line = f"Added: {cited(law)}, {count}."
    if before and done.what == "changed":
        line = (
            f"Changed since {before.added[:10]} and read anew: {cited(law)}, {count} (before: "
            f"{before.clauses})."
        )
    elif before:
        line = f"Read anew: {cited(law)}, {count} (before: {before.clauses})."
    for other in done.alike:
        line += (
            f"\n  {other.path} bears the same title and stays: `annotate precedents remove` takes "
            "out what is out of date."
        )
    return line


def _of_list(path: Path | None) -> Iterator[Offered]:
    """The laws of a list, each from its publisher or a mirror; what cannot be had is said."""
    from annotator.precedents.adding import Offered

    if path is None:
        return
    from annotator.published import read_laws
    from annotator.training.corpus.laws import Shelf

    laws = read_laws(path)
    shelf = Shelf(laws, _FETCHED)
    for name, law in laws.items():
        try:
            yield Offered(shelf.path_of(name), law.jurisdiction, law.title)
        except AnnotatorError as error:
            complain(str(error))


def _kept_files(laws: Iterable[KeptLaw]) -> Iterator[Offered]:
    """The files of the laws that are kept; which are gone is said."""
    from annotator.precedents.adding import Offered

    for law in laws:
        if Path(law.path).is_file():
            yield Offered(Path(law.path), law.country, law.title)
        else:
            complain(
                f"{law.path} is gone: put it back, or take its law out with `annotate precedents "
                "remove`."
            )


@precedents.command("list")
@options.index
@options.list_format
def list_(index: Path | None, kind: str) -> None:
    """List the laws, and which of their files have changed since or are gone."""
    from annotator.commands.views import shelf

    with _opened(index) as kept:
        found = shelf.looked_at(kept.laws())
    write = shelf.laws_as_json if kind == "json" else shelf.laws
    click.echo(write(found), nl=False)


@precedents.command()
@click.argument("words", nargs=-1, metavar="[WORD]...")
@options.index
@click.option(
    "--need", default="", metavar="NEED", help="Only what meets this need of the library."
)
@click.option("--issue", type=click.Choice(ISSUES), metavar="ISSUE", help="Only on this issue.")
@click.option(
    "--instrument",
    default="",
    metavar="KEY",
    help="Only what meets a need that this commitment calls for, such as cedaw.",
)
@click.option(
    "--country",
    default="",
    metavar="COUNTRY",
    shell_complete=country_codes,
    help="Only of this country's laws.",
)
@click.option(
    "--most", type=click.IntRange(1), default=10, show_default=True, help="How many are shown."
)
@options.list_format
def search(
    words: tuple[str, ...],
    index: Path | None,
    need: str,
    issue: str | None,
    instrument: str,
    country: str,
    most: int,
    kind: str,
) -> None:
    """Search the clauses in which most of the WORDs stand; without any, list those asked for."""
    from annotator.commands.views import shelf
    from annotator.precedents.searching import Search, found, hit

    wanted = Search(
        words=" ".join(words),
        needs=_needs(need, instrument),
        issue=issue or "",
        country=options.code_of(country),
    )
    with _opened(index) as kept:
        among = found(kept, wanted)
    hits = [hit(one) for one in among[:most]]
    write = shelf.clauses_as_json if kind == "json" else shelf.clauses
    click.echo(write(hits, len(among)), nl=False)


@precedents.command()
@click.argument("names", nargs=-1, required=True, metavar="FOLDER|FILE...", shell_complete=files)
@options.index
def remove(names: tuple[str, ...], index: Path | None) -> None:
    """Remove laws by their files, as `list` names them, or all of a folder. The files stay."""
    from annotator.precedents import PrecedentIndex, index_path

    path = index_path(index)
    with PrecedentIndex(path):
        pass  # one that is not there is not made
    with PrecedentIndex(path, make=True) as kept:
        laws = kept.laws()
        meant = dict.fromkeys(law for name in names for law in _meant(name, laws, path))
        kept.remove([law.path for law in meant])
    for law in meant:
        click.echo(f"Removed: {law.path}")


def _meant(name: str, laws: Sequence[KeptLaw], index: Path) -> list[KeptLaw]:
    """The laws of a file, by its path or its bare name, or of a folder.

    Raises:
        UsageError: there is none, or several files bear the name.
    """
    path = Path(name).resolve()
    found = [law for law in laws if Path(law.path).is_relative_to(path)]
    found = found or [law for law in laws if Path(law.path).name == name]
    if not found:
        raise UsageError(f"{index} holds no law of {name}: `annotate precedents list` names them.")
    if len(found) > 1 and not Path(found[0].path).is_relative_to(path):
        places = " or ".join(law.path for law in found)
        raise UsageError(f"Several laws are called {name}: name {places}.")
    return found


def _opened(index: Path | None) -> PrecedentIndex:
    from annotator.precedents import PrecedentIndex, index_path

    return PrecedentIndex(index_path(index))


def _needs(need: str, instrument: str) -> frozenset[str]:
    """The needs that are asked for, of which one must be met; empty where none is.

    Raises:
        UsageError: there is no such need or instrument.
    """
    from annotator.library import load_library
    from annotator.library.tables import load_precedents

    known = load_precedents()
    if need and need not in known:
        raise _unknown("need", need, known)
    if not instrument:
        return frozenset((need,) if need else ())
    library = load_library()
    if instrument not in library.instruments:
        raise _unknown("instrument", instrument, library.instruments)
    called = {
        template.need
        for template in library.templates
        if any(cite.instrument == instrument for cite in template.cites)
    }
    if need and need not in called:
        raise UsageError(f"No amendment on {need} rests on {instrument}: leave one of them out.")
    return frozenset((need,) if need else called)


def _unknown(what: str, name: str, known: Iterable[str]) -> UsageError:
    import difflib

    near = difflib.get_close_matches(name, list(known), n=3, cutoff=0.5)
    meant = f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}."
    return UsageError(f"There is no {what} {name}: {meant}")
