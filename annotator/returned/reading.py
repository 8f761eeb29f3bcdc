"""A document that comes back, read: what was decided on the amendments in it."""

from __future__ import annotations

from annotator.errors import InputError
from annotator.readers.intake import take_in
from annotator.returned.changes import rulings
from annotator.returned.text import ReturnedText
from annotator.rulings import Decisions, RuledLaw
from annotator.word.package import Package, is_word
from annotator.word.record import of_package


def decisions_of(name: str) -> Decisions:
    """What was decided in a Word document that the program made.

    Args:
        name: its path, or ``-`` for standard input.

    Raises:
        InputError: it is no Word document, a damaged one, or none that the program made.
    """
    intake = take_in(name)
    if not is_word(intake.data):
        raise InputError(
            f"{intake.name} is no Word document: give the .docx that came back from the drafter."
        )
    package = Package(intake.data, intake.name)
    record = of_package(package)
    if record is None:
        raise InputError(
            f"{intake.name} is not from annotate, or what it left in it is gone: give a document "
            "that `annotate LAW -o FILE.docx` made."
        )
    if not record.amendments and not record.findings:
        raise InputError(
            f"{intake.name} is from annotate, but has no tracked changes and no comments on "
            "clauses: there is nothing in it to decide."
        )
    return Decisions(
        law=RuledLaw(title=record.title, sha256=record.law),
        decisions=tuple(rulings(record, ReturnedText(package))),
    )
