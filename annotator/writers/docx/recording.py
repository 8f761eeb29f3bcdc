"""What is left in a document of what was written into it: :mod:`annotator.word.record`."""

from __future__ import annotations

import io
import posixpath
import uuid
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree
from msgspec.structs import replace

from annotator.decisions import clause_hash
from annotator.safe_xml import UNSAID
from annotator.schedule import Amendment
from annotator.schema import Annotation, Finding
from annotator.word.paragraphs import LINE_BREAK, PAGE_BREAK, WordParagraph
from annotator.word.record import (
    AROUND,
    MOST_RUNS,
    NAMESPACE,
    Record,
    RecordedAmendment,
    RecordedChange,
    RecordedFinding,
    comment_words,
    digest,
    is_record,
    to_xml,
    words_hash,
)
from annotator.word.repacking import (
    CONTENT_TYPES,
    packed_again,
    related,
    relations_of,
    typed,
)
from annotator.writers.docx.amending import Amending, Outcome
from annotator.writers.docx.remarks import Line
from annotator.writers.terminal.phrases import SURE

_FOLDER = "customXml"
#: Word gives no part of the kind back that has no such properties; the name is the record's own.
_PROPERTIES = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<ds:datastoreItem ds:itemID="{{{str(uuid.uuid5(uuid.NAMESPACE_URL, NAMESPACE)).upper()}}}" \
xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">\
<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>
"""
_PROPERTIES_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_LINES = str.maketrans(dict.fromkeys((LINE_BREAK, PAGE_BREAK), "\n"))


class Recorder:
    """Gathers what was written into one document.

    Args:
        annotation: of the law.
        author: whose the changes and comments are.
        before: what earlier runs have written into the document, if there were any.
    """

    def __init__(self, annotation: Annotation, author: str, before: Record | None = None) -> None:
        self._law, self._author, self._before = annotation.law, author, before
        self._findings: list[RecordedFinding] = []
        self._sections: dict[int, str] = {}

    def said(self, finding: Finding, lines: Sequence[Line]) -> None:
        """Note what a comment says of a clause."""
        clause = finding.clause
        self._findings.append(
            RecordedFinding(
                clause=clause.number,
                eid=clause.eid,
                sha256=clause_hash(clause.text),
                label=finding.label,
                # What is perhaps raised nobody confirms who accepts an amendment.
                issues=tuple(one.issue for one in finding.issues if one.score >= SURE),
                opening=_said(" ".join(clause.text[:AROUND].split())),
                remark=remark(lines),
            )
        )

    def said_of_section(self, amendment: Amendment, lines: Sequence[Line]) -> None:
        """Note what a comment says of a new section."""
        self._sections[amendment.number] = remark(lines)

    def recorded(
        self,
        data: bytes,
        main: str,
        amending: Amending | None = None,
        paragraphs: Sequence[WordParagraph] = (),
        comments: Sequence[etree._Element] = (),
        ours: int = 0,
        *,
        adopted: bool = False,
    ) -> bytes:
        """The document with the record in it.

        Args:
            data: the document, its changes made.
            main: where in it its main part lies.
            amending: made them; none made any in a schedule.
            paragraphs: of the view of the document as it was.
            comments: all that are in it now.
            ours: how many of them, the last, were put in now.
            adopted: whether somebody had accepted the amendments before.
        """
        text = "".join(f"{one.text}\n" for one in paragraphs).translate(_LINES)
        said = tuple(words_hash(comment_words(one)) for one in comments)
        record = Record(
            law=self._law.sha256,
            title=_said(self._law.title),
            author=_said(self._author),
            amendments=tuple(self._amendments(amending, text)) if amending else (),
            findings=tuple(self._findings),
            comments=said,
            ours=ours,
            adopted=adopted,
            before=self._earlier(said[len(said) - ours :]),
        )
        return _with(data, main, record)

    def _earlier(self, ours: tuple[str, ...]) -> tuple[Record, ...]:
        """What earlier runs have written, for whom our comments are none that anybody answered."""
        if self._before is None:
            return ()
        runs = (replace(self._before, before=()), *self._before.before)[:MOST_RUNS]
        return tuple(
            replace(one, comments=(*one.comments, *ours), ours=one.ours + len(ours))
            for one in runs
            if one.amendments or one.findings
        )

    def _amendments(self, amending: Amending, text: str) -> Iterator[RecordedAmendment]:
        for amendment, outcome in amending.in_text():
            made = _amendment(amendment, _changes(outcome, text))
            yield replace(made, remark=self._sections.get(amendment.number, ""))
        for note, outcome in amending.noted:
            if outcome.put:
                yield RecordedAmendment(
                    number=0,
                    clause=note.number,
                    eid=note.eid,
                    sha256="",
                    template="",
                    label="",
                    issue="",
                    changes=_changes(outcome, text),
                )


def _amendment(one: Amendment, changes: tuple[RecordedChange, ...]) -> RecordedAmendment:
    if one.finding and one.proposal:
        clause = one.finding.clause
        return RecordedAmendment(
            number=one.number,
            clause=clause.number,
            eid=clause.eid,
            sha256=clause_hash(clause.text),
            template=one.proposal.template,
            label=one.finding.label,
            issue=one.proposal.issue,
            changes=changes,
        )
    return RecordedAmendment(
        number=one.number,
        clause=one.gap.number if one.gap else "",
        eid="",
        sha256="",
        template=one.gap.need if one.gap else "",
        label="",
        issue=one.gap.issue if one.gap else "",
        changes=changes,
    )


def _changes(outcome: Outcome, text: str) -> tuple[RecordedChange, ...]:
    return tuple(
        RecordedChange(
            at=at,
            out=_said(out),
            words=_said(words),
            before=_said(text[max(at - AROUND, 0) : at]),
            behind=_said(text[at + len(out) :][:AROUND]),
        )
        for at, out, words in outcome.put
    )


def remark(lines: Sequence[Line]) -> str:
    """The SHA-256 of what a comment is to say."""
    return words_hash(_said("".join(words for line in lines for words, _ in line)))


def _said(words: str) -> str:
    """Words as XML can hold them."""
    return UNSAID.sub("\ufffd", words.translate(_LINES))


def _with(data: bytes, main: str, record: Record) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        old = next((name for name in file.namelist() if is_record(file, name)), None)
        place, changed = (old, {}) if old else _joined(file, main)
        changed[place] = to_xml(replace(record, digest=digest(file, changed)))
        return packed_again(file, changed)


def _joined(file: zipfile.ZipFile, main: str) -> tuple[str, dict[str, bytes]]:
    """Where a new part goes, and the parts by which it belongs to the package."""
    known = frozenset(file.namelist())
    name, props = next(
        (name, props)
        for at in range(1, len(known) + 2)
        if not {name := f"item{at}.xml", props := f"itemProps{at}.xml"}
        & {posixpath.basename(one) for one in known}
    )
    relations = relations_of(main)
    way = posixpath.relpath(f"{_FOLDER}/{name}", posixpath.dirname(main) or ".")
    types = file.read(CONTENT_TYPES)
    return f"{_FOLDER}/{name}", {
        relations: related(file.read(relations) if relations in known else None, "customXml", way),
        relations_of(f"{_FOLDER}/{name}"): related(None, "customXmlProps", props),
        f"{_FOLDER}/{props}": _PROPERTIES.encode(),
        CONTENT_TYPES: typed(types, f"/{_FOLDER}/{props}", _PROPERTIES_TYPE),
    }
