"""``annotate compare``: what became of a law from one version to the next."""

from __future__ import annotations

import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.commands import options
from annotator.commands.annotating import annotated
from annotator.commands.completion import files
from annotator.commands.exit_codes import FOUND
from annotator.commands.streams import complain
from annotator.comparison import FAILING
from annotator.writers.comparison import FORMATS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotator.commands.destinations import Destination
    from annotator.comparison import LawComparison
    from annotator.request import Request


@click.command()
@click.argument("old", shell_complete=files)
@click.argument("new", shell_complete=files)
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(FORMATS)),
    help="A report to read (terminal), JSON for programs, a page for a browser (html), or a Word "
    "document (docx). By default what the suffix of -o names, else the report.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    type=click.Path(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Write the comparison to FILE, whole or not at all, in the format that its suffix names: "
    ".txt, .json, .html, .docx. May be repeated: all files are written, or none.",
)
@options.overwriting
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(FAILING),
    metavar="CHANGE",
    help=f"Exit with status 1 if a clause is changed so: {', '.join(FAILING)}. May be repeated.",
)
@click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="P",
    help="Tell what changed in terms of gender only where the classifier is so sure of both "
    "versions, from 0 to 1.",
)
@options.request
def compare(
    old: str,
    new: str,
    kind: str | None,
    outputs: tuple[Path, ...],
    overwrite: bool,
    fail_on: tuple[str, ...],
    min_confidence: float,
    request: Request,
) -> int:
    """Say what became of a law from one version to the next, in terms of gender first.

    OLD and NEW are two versions of a law, each in any format that is read: a bill and its Act, a
    consolidated law at two dates. Clauses are known by their words, their neighbours
    and their numbers, so that one that was renumbered or moved is no new one. Told are clauses that
    discriminate or take no account of gender anew, what was mended or lost, which proposals were
    taken up, and all other changes word by word. One of OLD and NEW may be - for standard input.
    """
    from annotator.commands.destinations import destinations
    from annotator.errors import UsageError
    from annotator.request import View

    if old == new == "-":
        raise UsageError("Only one of the two versions can come from standard input: name a file.")
    goals = destinations(
        outputs, kind, lambda one: View(format=one), overwrite=overwrite, formats=FORMATS
    )
    _refuse(goals, (old, new))
    compared = _compared(old, new, request, min_confidence)
    for note in compared.notes:
        if outputs or not sys.stdout.isatty():
            complain(note)
    _write(compared, goals)
    return FOUND if {turn.kind for turn in compared.turns} & set(fail_on) else 0


def _refuse(goals: Sequence[Destination], laws: Sequence[str]) -> None:
    """See to it that nothing is lost of what somebody has, before the work."""
    from annotator.errors import UsageError
    from annotator.files import refuse_inputs, refuse_others
    from annotator.writers import is_untouched

    for goal in goals:
        if goal.path is None:
            if FORMATS[goal.view.format].binary and sys.stdout.isatty():
                raise UsageError("A Word document is nothing to be read on a screen: name a file.")
            continue
        refuse_inputs(goal.path, laws, what="one of the two versions")
        if not goal.overwrite:
            known = partial(is_untouched, kind=goal.view.format, formats=FORMATS)
            refuse_others(goal.path, known)


def _compared(old: str, new: str, request: Request, least: float) -> LawComparison:
    from annotator.comparing import compare as compare_laws
    from annotator.comparing.turning import sure_turns
    from annotator.pipeline import load

    (_, before), (_, after) = annotated(old, request), annotated(new, request)
    nlp = load(request.library, all_proposals=request.all_proposals, exact=request.exact)
    found: LawComparison = nlp.get_pipe("amendment_proposer").with_library(  # type: ignore[attr-defined]
        lambda library: compare_laws(before, after, library)
    )
    return sure_turns(found, least)


def _write(compared: LawComparison, goals: Sequence[Destination]) -> None:
    """Write all reports, or none."""
    from annotator.commands.reports import ReportPage
    from annotator.faults import as_faults
    from annotator.files import replacing_all
    from annotator.writers.comparison import write

    pages = []
    for goal in goals:
        page = BytesIO() if goal.path else ReportPage(sys.stdout.buffer)
        encoding = "utf-8" if goal.path else sys.stdout.encoding
        with as_faults("The comparison"):
            write(compared, page, goal.view.format, encoding)
        pages.append(page.getvalue())
    paths = [goal.path for goal in goals if goal.path is not None]
    if not paths:
        sys.stdout.flush()
        sys.stdout.buffer.write(pages[0])
        sys.stdout.buffer.flush()
        return
    with replacing_all(paths) as opened:
        for out, said in zip(opened, pages, strict=True):
            out.write(said)
