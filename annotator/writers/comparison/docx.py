"""The comparison as a Word document: the words of each change are struck, or underlined.

They are marked by their look, as in the comparisons that lawyers exchange, and are no tracked
changes: the document is a report on two laws, and neither of them. The same comparison gives the
same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from lxml import etree

from annotator.comparison import LawComparison, Wording
from annotator.lang import language
from annotator.word.names import W
from annotator.word.record import Record, is_as_written
from annotator.writers.comparison.outline import ChangeEntry, Chapter, Outline, outlined
from annotator.writers.docx.new import fill
from annotator.writers.docx.pages import INDENT, MAIN_PART, paragraph, word_file
from annotator.writers.docx.recording import with_record

#: How words look that only one version has; by more than their colour.
_LOOKS: dict[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "kept": (),
    "deleted": (("strike", {}), ("color", {"val": "9B1C1C"})),
    "inserted": (("color", {"val": "0A4A8F"}), ("u", {"val": "single"})),
}
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_COLUMN = 1700


def is_untouched(file: BinaryIO) -> bool:
    """Whether a document is as it was written here."""
    return is_as_written(file)


def write(comparison: LawComparison, out: BinaryIO, encoding: str) -> None:
    """Write the document."""
    made = word_file(list(_paragraphs(outlined(comparison), comparison.language)))
    record = Record(law=comparison.new.sha256, title=comparison.new.title, author="")
    out.write(with_record(made, MAIN_PART, record))


def _paragraphs(outline: Outline, code: str) -> Iterator[etree._Element]:
    spoken = language(code)
    say = spoken.comparing
    yield paragraph([(outline.title, False)], "Title")
    yield paragraph([(say.TITLE, False)], "Front")
    for name, version in ((say.OLD, outline.old), (say.NEW, outline.new)):
        yield paragraph([(f"{name}: ", True), (version, False)])
    for note in outline.notes:
        yield paragraph([(note, False)])
    yield paragraph([(outline.summary, True)])
    yield _table([["", *outline.labels], *([row.name, *row.counts] for row in outline.rows)])
    yield paragraph([(spoken.phrases.LABELS, False)])
    marks = (
        Wording(role="deleted", words=spoken.phrases.DELETED),
        Wording(role="kept", words=" · "),
        Wording(role="inserted", words=spoken.phrases.INSERTED),
    )
    yield _worded(marks, left=0)
    for chapter in outline.chapters:
        yield from _chapter(chapter)


def _chapter(chapter: Chapter) -> Iterator[etree._Element]:
    yield paragraph([(chapter.heading, False)], "Heading1")
    if chapter.told:
        yield paragraph([(chapter.told, False)])
    for group in chapter.groups:
        if group.heading:
            yield paragraph([(group.heading, False)], "Heading2")
        for entry in group.entries:
            yield from _entry(entry)
        for line in group.lines:
            yield paragraph([(f"–\t{line}", False)], left=INDENT // 2, hanging=INDENT // 2)


def _entry(entry: ChangeEntry) -> Iterator[etree._Element]:
    yield paragraph([(entry.title, False)], "Heading3")
    yield paragraph([(entry.facts, False)])
    if entry.note:
        yield paragraph([(entry.note, False)])
    if entry.wording:
        yield _worded(entry.wording, left=INDENT)


def _worded(wording: Sequence[Wording], *, left: int) -> etree._Element:
    made = paragraph((), "Provision", left=left)
    for one in wording:
        run = etree.SubElement(made, W + "r")
        looks = etree.SubElement(run, W + "rPr")
        for name, values in _LOOKS[one.role]:
            etree.SubElement(looks, W + name, {W + key: said for key, said in values.items()})
        fill(run, one.words)
    return made


def _table(rows: Sequence[Sequence[object]]) -> etree._Element:
    """A table whose first row and column name what the others count."""
    made = etree.Element(W + "tbl")
    properties = etree.SubElement(made, W + "tblPr")
    borders = etree.SubElement(properties, W + "tblBorders")
    for edge in _EDGES:
        line = {W + "val": "single", W + "sz": "4", W + "color": "BFBFBF"}
        etree.SubElement(borders, W + edge, line)
    grid = etree.SubElement(made, W + "tblGrid")
    for _ in rows[0]:
        etree.SubElement(grid, W + "gridCol", {W + "w": str(_COLUMN)})
    for at, row in enumerate(rows):
        line_ = etree.SubElement(made, W + "tr")
        if not at:
            etree.SubElement(etree.SubElement(line_, W + "trPr"), W + "tblHeader")
        for place, cell in enumerate(row):
            box = etree.SubElement(line_, W + "tc")
            size = {W + "w": str(_COLUMN), W + "type": "dxa"}
            etree.SubElement(etree.SubElement(box, W + "tcPr"), W + "tcW", size)
            box.append(paragraph([(str(cell), not at or not place)]))
    return made
