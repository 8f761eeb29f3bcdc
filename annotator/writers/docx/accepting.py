"""Tracked changes of one author accepted, as a word processor does it; those of others stay."""

from __future__ import annotations

from lxml import etree

from annotator.word.names import W
from annotator.writers.docx.runs import parent_of

#: What says only how something looked before.
_LOOKS = ("rPrChange", "pPrChange")


def accept_changes(root: etree._Element, author: str) -> None:
    """Make the changes of an author in the main part of a document.

    Args:
        root: of the main part; it is changed.
        author: whose changes are made.
    """
    rows = [one for one in _of(root, "del", author) if parent_of(one).tag == W + "trPr"]
    for one in rows:
        row = parent_of(parent_of(one))
        parent_of(row).remove(row)
    for name in _LOOKS:
        for one in _of(root, name, author):
            parent_of(one).remove(one)
    ended = []
    for one in _of(root, "del", author):
        if _is_mark(one):
            ended.append(next(one.iterancestors(W + "p")))
        parent_of(one).remove(one)
    for one in _of(root, "ins", author):
        if _is_mark(one) or parent_of(one).tag == W + "trPr":
            parent_of(one).remove(one)
        else:
            _unwrap(one)
    for paragraph in ended:
        _run_on(paragraph)


def _of(root: etree._Element, name: str, author: str) -> list[etree._Element]:
    return [one for one in root.iter(W + name) if one.get(W + "author") == author]


def _is_mark(change: etree._Element) -> bool:
    """Whether a change is of the end of a paragraph."""
    above = parent_of(change)
    return above.tag == W + "rPr" and parent_of(above).tag == W + "pPr"


def _unwrap(element: etree._Element) -> None:
    """Put what an element holds in its place."""
    above = parent_of(element)
    at = above.index(element)
    above[at : at + 1] = list(element)


def _run_on(paragraph: etree._Element) -> None:
    """Let a paragraph whose end is gone go on in the next, which keeps its look."""
    following = paragraph.getnext()
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
