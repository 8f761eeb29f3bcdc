"""``annotate apply``: the law with the amendments that a reviewer accepted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.commands import options
from annotator.commands.completion import files
from annotator.commands.exit_codes import FOUND
from annotator.one_line import counted

if TYPE_CHECKING:
    from annotator.applying.making import AmendedLaw
    from annotator.applying.matching import Matched
    from annotator.applying.plan import Plan
    from annotator.readers.intake import Intake
    from annotator.request import Request
    from annotator.schema import Annotation, Source


@click.command()
@click.argument("law", shell_complete=files)
@click.argument("decisions", shell_complete=files)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    required=True,
    help="Write the amended law to FILE, which must be new: as its suffix says a text (.txt, or "
    "that of the law), a Word document (.docx) or Akoma Ntoso (.akn, .xml).",
)
@click.option(
    "--clean",
    is_flag=True,
    help="In a Word document make the changes; else they are tracked, to be looked over.",
)
@options.author
@options.request
def apply(
    law: str, decisions: str, output: Path, clean: bool, author: str, request: Request
) -> int:
    """Write the law with the amendments that DECISIONS accept or edit, and no others.

    DECISIONS is a file of the review page (-o review.html), or of `annotate decisions -o`. A
    reviewer's words take the place of ours. Name the options with which the page was made
    (--library, --all-proposals, --jurisdiction). The status is 1 where some of what was accepted is
    not in the law; standard error says what, and why.
    """
    from annotator import annotate
    from annotator.applying.hanging import left_hanging
    from annotator.applying.making import kind_of
    from annotator.applying.matching import matched, of_another_version
    from annotator.applying.plan import planned
    from annotator.commands.streams import complain
    from annotator.errors import UsageError
    from annotator.files import refuse_existing, refuse_inputs, replacing
    from annotator.progress import bar
    from annotator.readers import read
    from annotator.readers.intake import take_in
    from annotator.rulings import read_decisions
    from annotator.schedule import schedule

    refuse_inputs(output, [law, decisions], what="one of the files to read")
    refuse_existing(output)
    given = take_in(decisions)
    ruled = read_decisions(given.data, given.name)
    intake = take_in(law)
    source = read(intake.data, name=intake.name)
    kind = kind_of(output, source)
    if clean and kind != "docx":
        raise UsageError("--clean is for a Word document: name one with -o, or leave it out.")
    for note in source.notes:
        complain(note)
    with bar(source) as progress:
        annotation = annotate(source, request, progress=progress)
    known = schedule(annotation)
    found = matched(ruled, annotation, known, given.name)
    plan = planned(known, annotation, found.taken, given.name)
    if told := of_another_version(found, given.name, intake.name):
        complain(told)
    if kind == "docx":
        made = _document(source, annotation, plan, author, clean=clean)
    elif kind == "akn":
        made = _akoma_ntoso(source, annotation, plan)
    else:
        made = _text(intake, source, annotation, plan, output)
    with replacing(output, "wb") as out:
        out.write(made.data)
    done = [one for one in plan.made if one.number not in made.left]
    for warning in (*made.warnings, *left_hanging(done, annotation)):
        complain(warning)
    return _summary(output, found, plan, made)


def _text(
    intake: Intake, source: Source, annotation: Annotation, plan: Plan, output: Path
) -> AmendedLaw:
    from annotator.applying.making import amended_as_text

    return amended_as_text(intake, source, annotation, plan, output)


def _document(
    source: Source, annotation: Annotation, plan: Plan, author: str, *, clean: bool
) -> AmendedLaw:
    from annotator.applying.making import amended_as_docx

    return amended_as_docx(source, annotation, plan, author=author, tracked=not clean)


def _akoma_ntoso(source: Source, annotation: Annotation, plan: Plan) -> AmendedLaw:
    """The amended law, read anew for the places of its provisions."""
    from annotator import annotate
    from annotator.applying.making import AmendedLaw, amended_source
    from annotator.writers.akoma_ntoso.elements import to_bytes
    from annotator.writers.akoma_ntoso.law import LawDocument

    amended = amended_source(source, annotation, plan)
    law = annotate(amended, proposals=False, overview=False)
    return AmendedLaw(to_bytes(LawDocument(law, amended).finish()), {})


def _summary(output: Path, found: Matched, plan: Plan, made: AmendedLaw) -> int:
    """Say what is in the amended law, and what is not and why; the status that this asks for."""
    from annotator.commands.streams import complain

    done = [one for one in plan.numbers if one not in made.left]
    edited = [one for one in done if found.taken[one].decision == "edited"]
    numbers = f" ({', '.join(map(str, sorted(done)))})" if done else ""
    words = f", {len(edited)} of them in the reviewer's words" if edited else ""
    complain(f"{output} has {counted(len(done), 'amendment')}{numbers}{words}.")
    for number, why in sorted(made.left.items()):
        complain(f"Amendment {number}, at {_place(found.taken[number].clause)}, is {why}.")
    for number in plan.unclear:
        complain(
            f"Amendment {number}, at {_place(found.taken[number].clause)}, is left out: which of "
            "its edited words stand at which of its changes is not plain; edit it on the review "
            "page."
        )
    for one in found.unmade:
        complain(
            f"Amendment {one.number}, at {_place(one.clause)} ({one.template}), is left out: this "
            "version of annotate, with these options, does not propose it."
        )
    if found.others:
        complain(
            f"{counted(len(found.others), 'accepted rewrite')} of gendered drafting left out: "
            "only amendments that have a number are made."
        )
    left = (made.left, plan.unclear, found.stale, found.unmade, found.others)
    return FOUND if any(left) else 0


def _place(clause: str) -> str:
    return clause or "a new section"
