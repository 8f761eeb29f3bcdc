"""A document that comes back, read: what was decided on the amendments in it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from annotator.errors import InputError
from annotator.readers.intake import take_in
from annotator.returned.changes import rulings
from annotator.returned.clauses import Heard
from annotator.returned.remarks import remarks
from annotator.returned.text import ReturnedText
from annotator.returned.unrecorded import without_record
from annotator.rulings import Decisions, RuledLaw
from annotator.word.package import Package, is_word
from annotator.word.record import Record, of_package


def decisions_of(name: str, law: str = "") -> Decisions:
    """What was decided in a Word document that the program made.

    Args:
        name: its path, or ``-`` for standard input.
        law: the path of the law that it was made of, where that is to be held against it.

    Raises:
        InputError: it is no Word document, a damaged one, none that the program made, or made of
            another law.
    """
    intake = take_in(name)
    if not is_word(intake.data):
        raise InputError(
            f"{intake.name} is no Word document: give the .docx that came back from the drafter."
        )
    package = Package(intake.data, intake.name)
    record, text = of_package(package), ReturnedText(package)
    said = remarks(package, text)
    if record is None:
        found = without_record(intake.name, said, text)
        if found is None:
            raise InputError(
                f"{intake.name} is not from annotate, or nothing of ours is left in it: give a "
                "document that `annotate LAW -o FILE.docx` made."
            )
        return found
    if law:
        _refuse_another(intake.name, record, law)
    if not record.amendments and not record.findings:
        raise InputError(
            f"{intake.name} is from annotate, but has no tracked changes and no comments on "
            "clauses: there is nothing in it to decide."
        )
    heard = Heard(record, said, text)
    clauses = tuple(heard.clauses())
    return Decisions(
        law=RuledLaw(title=record.title, sha256=record.law),
        decisions=tuple(heard.heeded(rulings(record, text), clauses)),
        clauses=clauses,
        notes=tuple(_earlier(intake.name, record.earlier)),
    )


def _earlier(name: str, count: int) -> Iterator[str]:
    """What to say of changes of earlier runs that nobody had decided."""
    if count:
        what = "1 tracked change" if count == 1 else f"{count} tracked changes"
        yield (
            f"{name} was annotated again while {what} of an earlier run stood in it: what became "
            "of those is not told here."
        )


def _refuse_another(name: str, record: Record, law: str) -> None:
    """See to it that a document was made of this very file.

    Raises:
        InputError: it was not, or the file cannot be read.
    """
    if hashlib.sha256(take_in(law).data).hexdigest() != record.law:
        raise InputError(
            f"{name} was made of another version of the law than {law}: give the file that was "
            "annotated, or leave out --law."
        )
