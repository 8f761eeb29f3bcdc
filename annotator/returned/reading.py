"""What comes back, read: what was decided on the amendments in a document, or on a page."""

from __future__ import annotations

import hashlib

from msgspec.structs import replace

from annotator.errors import InputError
from annotator.readers.intake import take_in
from annotator.returned.changes import put_in, rulings
from annotator.returned.clauses import Heard
from annotator.returned.remarks import remarks
from annotator.returned.text import ReturnedText
from annotator.returned.unrecorded import without_record
from annotator.rulings import Decisions, RuledClause, RuledLaw, Ruling, read_decisions
from annotator.word.package import Package, is_word
from annotator.word.record import of_package


def decisions_of(name: str, law: str = "") -> Decisions:
    """What was decided in a Word document that the program made, or on a review page.

    Args:
        name: its path, or ``-`` for standard input.
        law: the path of the law that it was made of, where that is to be held against it.

    Raises:
        InputError: it is neither a Word document nor a file of decisions, a damaged one, none that
            the program made, or made of another law.
    """
    intake = take_in(name)
    if intake.data.lstrip().startswith(b"{"):
        ruled = read_decisions(intake.data, intake.name)
        if law:
            _refuse_another(intake.name, ruled.law.sha256, law)
        return ruled
    if not is_word(intake.data):
        raise InputError(
            f"{intake.name} is no Word document, and no file of decisions: give the .docx that "
            "came back from the drafter, or the decisions.json of a review page."
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
        _refuse_another(intake.name, record.law, law)
    if not any(run.amendments or run.findings for run in (record, *record.before)):
        raise InputError(
            f"{intake.name} is from annotate, but has no tracked changes and no comments on "
            "clauses: there is nothing in it to decide."
        )
    decisions: list[Ruling] = []
    clauses: dict[tuple[str, str], RuledClause] = {}
    now = text
    for back, run in enumerate((record, *record.before)):
        heard = Heard(run, said, text)
        of_run = tuple(heard.clauses())
        told = heard.heeded(rulings(run, now), of_run)
        decisions += [replace(one, earlier=back) for one in told]
        if record.before:  # What a run put in stood in no text of an earlier one.
            now = now.without(put_in(run, now))
        for one in of_run:
            known = clauses.setdefault((one.eid, one.clause_sha256), one)
            if one.comment and not known.comment:
                clauses[one.eid, one.clause_sha256] = one
    return Decisions(
        law=RuledLaw(title=record.title, sha256=record.law),
        decisions=tuple(decisions),
        clauses=tuple(clauses.values()),
    )


def _refuse_another(name: str, sha256: str, law: str) -> None:
    """See to it that what was decided was decided on this very file.

    Raises:
        InputError: it was not, or the file cannot be read.
    """
    if hashlib.sha256(take_in(law).data).hexdigest() != sha256:
        raise InputError(
            f"{name} was made of another version of the law than {law}: give the file that was "
            "annotated, or leave out --law."
        )
