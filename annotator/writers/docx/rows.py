"""Rows of tables: which one stands in, whether it goes with its words, and what says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from lxml import etree

from annotator.word.names import GONE, W, parent_of
from annotator.writers.docx.properties import OWN_PLACE, kept

#: What shows in a paragraph besides words.
_SHOWN = (W + "t", W + "drawing", W + "pict", W + "object", W + "sym")
_CHANGE = W + "trPrChange"
#: What of a row or a cell is for the one alone.
_OWN = ("ins", "del", "trPrChange", "tblHeader", "tblPrExChange", "cellIns", "cellDel",
        "cellMerge", "tcPrChange")  # fmt: skip
_MERGED = W + "vMerge"
_BEFORE_MERGED = frozenset(W + name for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))
#: What stands before the properties of a row in it.
_BEFORE = frozenset({W + "tblPrEx"})


def row_of(paragraph: etree._Element) -> etree._Element | None:
    """The row that a paragraph stands in, the innermost; None outside of tables."""
    return next(paragraph.iterancestors(W + "tr"), None)


def cell_of(paragraph: etree._Element) -> etree._Element:
    """The cell that a paragraph of a table stands in."""
    return next(paragraph.iterancestors(W + "tc"))


def row_like(
    model: etree._Element,
    said: Mapping[etree._Element, Sequence[etree._Element]],
    before: etree._Element,
) -> etree._Element:
    """A row that looks as another.

    Args:
        model: the other.
        said: the paragraphs of the new one, by the cells of the model in whose place they stand.
        before: the row behind which it comes: cells that are one with those below go on.
    """
    row = etree.Element(W + "tr")
    for name in ("tblPrEx", "trPr"):
        properties = kept(model.find(W + name), name, _OWN)
        if properties is not None:
            row.append(properties)
    cells, above = _cells(model), _cells(before)
    for at, cell in enumerate(cells):
        new = etree.SubElement(row, W + "tc")
        properties = kept(cell.find(W + "tcPr"), "tcPr", _OWN)
        if properties is not None:
            new.append(properties)
            if cell not in said:
                merged = len(above) == len(cells) and above[at].find(f"{W}tcPr/{_MERGED}")
                _set_merged(properties, goes_on=etree.iselement(merged))
        new.extend(said.get(cell) or [_blank(cell)])
    return row


def _cells(row: etree._Element) -> list[etree._Element]:
    """The cells of a row, those in content controls among them and those of inner tables not."""
    return [one for one in row.iter(W + "tc") if next(one.iterancestors(W + "tr")) is row]


def _set_merged(properties: etree._Element, *, goes_on: bool) -> None:
    """Say whether a cell is one with that above it."""
    for merged in properties.findall(_MERGED):
        properties.remove(merged)
    if goes_on:
        at = sum(one.tag in _BEFORE_MERGED for one in properties)
        properties.insert(at, etree.Element(_MERGED))


def _blank(cell: etree._Element) -> etree._Element:
    """A paragraph without words that looks as the first of a cell."""
    paragraph = etree.Element(W + "p")
    properties = kept(cell.find(f"{W}p/{W}pPr"), "pPr", OWN_PLACE)
    if properties is not None:
        paragraph.append(properties)
    return paragraph


def is_changed(row: etree._Element) -> bool:
    """Whether somebody's change puts the row in or takes it out."""
    properties = row.find(W + "trPr")
    return properties is not None and any(
        properties.find(W + kind) is not None for kind in ("ins", "del")
    )


def is_emptied(row: etree._Element, gone: Collection[etree._Element]) -> bool:
    """Whether nothing shows in a row without some of its paragraphs."""
    return all(paragraph in gone or not _shows(paragraph) for paragraph in row.iter(W + "p"))


def mark(row: etree._Element, revision: etree._Element) -> None:
    """Say of a row that it is new or gone."""
    properties = row.find(W + "trPr")
    if properties is None:
        properties = etree.Element(W + "trPr")
        row.insert(sum(one.tag in _BEFORE for one in row), properties)
    change = properties.find(_CHANGE)
    properties.insert(
        len(properties) if change is None else properties.index(change),
        revision,
    )


def unmark(row: etree._Element | None, author: str) -> None:
    """Say of a row that was gone by an author, with the marks of its paragraphs, that it stays."""
    if row is None:
        return
    holders = [row.find(W + "trPr"), *row.iterfind(f".//{W}pPr/{W}rPr")]
    for holder in holders:
        for taken in () if holder is None else holder.findall(W + "del"):
            if taken.get(W + "author") == author:
                parent_of(taken).remove(taken)


def _shows(paragraph: etree._Element) -> bool:
    return any(
        (one.text or "").strip() if one.tag == W + "t" else True
        for one in paragraph.iter(*_SHOWN)
        if not any(above.tag in GONE for above in one.iterancestors())
    )
