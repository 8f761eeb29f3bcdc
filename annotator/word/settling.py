"""Tracked changes accepted or refused, as a word processor does it; all others stay."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from annotator.word.names import ADDED, GONE, MARKS_OF_COMMENTS, W, parent_of

#: What says only how something looked before.
LOOKS = (W + "pPrChange", W + "rPrChange")
#: What is put in, or taken out.
_MOVES = (W + "ins", W + "del")
#: What stands among the properties of a paragraph or a run, and no change of its look speaks of.
_NO_LOOK = GONE | ADDED | {W + "rPr", W + "sectPr"}
#: What a deletion makes of words and of the instructions of fields.
_DELETED = {W + "delText": W + "t", W + "delInstrText": W + "instrText"}
#: What stands in words that are put in, and is none of them.
_HUNG = MARKS_OF_COMMENTS | {W + name for name in ("bookmarkStart", "bookmarkEnd", "proofErr")}


def changes_of(root: etree._Element, author: str) -> list[etree._Element]:
    """The changes of an author below an element."""
    return [one for one in root.iter(*_MOVES, *LOOKS) if one.get(W + "author") == author]


def accept_changes(changes: Iterable[etree._Element]) -> None:
    """Let the text be as some changes have it."""
    _settle(list(changes), stays="ins")


def refuse_changes(changes: Iterable[etree._Element]) -> None:
    """Let the text be as it was before some changes."""
    _settle(list(changes), stays="del")


def is_of_mark(change: etree._Element) -> bool:
    """Whether a change is of the end of a paragraph."""
    above = parent_of(change)
    return above.tag == W + "rPr" and parent_of(above).tag == W + "pPr"


def is_of_row(change: etree._Element) -> bool:
    """Whether a change is of a row of a table."""
    return parent_of(change).tag == W + "trPr"


def _settle(changes: list[etree._Element], *, stays: str) -> None:
    ended = []
    tables = dict.fromkeys(one for one in map(_table_of, changes) if one is not None)
    for one in changes:
        if one.tag in LOOKS:
            if stays == "del":
                _look_as_before(one)
            parent_of(one).remove(one)
        elif is_of_row(one):
            _settle_row(one, stays=one.tag == W + stays)
        elif is_of_mark(one):
            if one.tag != W + stays:
                ended.append(next(one.iterancestors(W + "p")))
            _remove_with_empty(one)
        elif one.tag == W + stays:
            _unwrap(one)
        else:
            _leave_hung(one)
    for paragraph in ended:
        _run_on(paragraph)
    for table in tables:
        if table.find(f".//{W}tr") is None:
            parent_of(table).remove(table)


def _table_of(change: etree._Element) -> etree._Element | None:
    """The table of a row that is put in or taken out."""
    return next(change.iterancestors(W + "tbl"), None) if is_of_row(change) else None


def _look_as_before(change: etree._Element) -> None:
    """Give a paragraph or a run the look that it had before a change."""
    now, before = parent_of(change), change[0] if len(change) else ()
    for one in list(now):
        if one is not change and one.tag not in _NO_LOOK:
            now.remove(one)
    now[:0] = list(before)


def _settle_row(change: etree._Element, *, stays: bool) -> None:
    row = parent_of(parent_of(change))
    _remove_with_empty(change)
    if not stays:
        parent_of(row).remove(row)


def _remove_with_empty(element: etree._Element) -> None:
    """Take an element away, and what holds it where nothing else is in that."""
    above = parent_of(element)
    above.remove(element)
    if not len(above) and not above.attrib:
        parent_of(above).remove(above)


def _unwrap(change: etree._Element) -> None:
    """Put what a change holds in its place; its words stand there again."""
    above = parent_of(change)
    gone = any(one.tag in GONE for one in change.iterancestors())
    for one in () if gone else change.iter(*_DELETED):
        if not any(up.tag in GONE for up in one.iterancestors() if up is not change):
            one.tag = _DELETED[one.tag]
    at = above.index(change)
    above[at : at + 1] = list(change)


def _leave_hung(change: etree._Element) -> None:
    """Take words away; what hangs there of others stays."""
    above, left = parent_of(change), []
    for one in change.iter(*_HUNG):
        run = one.getparent()
        left.append(run if run is not None and run.tag == W + "r" else one)
    at = above.index(change)
    above[at : at + 1] = left


def _run_on(paragraph: etree._Element) -> None:
    """Let a paragraph whose end is gone go on in the next, which keeps its look."""
    following = next((one for one in paragraph.itersiblings() if one.tag not in _HUNG), None)
    if following is None or following.tag != W + "p":
        if following is not None and not _says(paragraph):
            parent_of(paragraph).remove(paragraph)
        return
    own = [one for one in paragraph if one.tag != W + "pPr"]
    at = 0 if following.find(W + "pPr") is None else 1
    following[at:at] = own
    parent_of(paragraph).remove(paragraph)


def _says(paragraph: etree._Element) -> bool:
    return any(one.tag != W + "pPr" for one in paragraph)
