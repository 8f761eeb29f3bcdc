"""The comments of a Word document: those that it has, and ours behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lxml import etree

from annotator.word.names import MAIN, W
from annotator.word.package import Package
from annotator.word.paragraphs import paragraph_elements
from annotator.word.record import Record, comment_words, words_hash
from annotator.writers.docx.new import fill

#: Words of a comment: bold or not.
Words = tuple[str, bool]
#: In half points: small, so that the margin holds many.
_SIZE = "18"


class Margin:
    """The part of the comments, to which ours are added.

    Args:
        root: of the part; None where the document has none.
        author: who says what is added.
        date: when, as ``2026-11-29T20:15:00Z``.
    """

    def __init__(self, root: etree._Element | None, author: str, date: str) -> None:
        self.root = etree.Element(W + "comments", nsmap={"w": MAIN}) if root is None else root
        self._author, self._date = author, date
        ids = [one.get(W + "id", "") for one in self.root.iter(W + "comment")]
        #: How many were added.
        self.added = 0
        self._last = max((int(one) for one in ids if one.isdigit()), default=-1)

    def add(self, lines: Iterable[Sequence[Words]]) -> str:
        """Add a comment of some paragraphs, and give its id."""
        self._last += 1
        self.added += 1
        about = {
            W + "id": str(self._last),
            W + "author": self._author,
            W + "date": self._date,
            W + "initials": _initials(self._author),
        }
        comment = etree.SubElement(self.root, W + "comment", about)
        for at, line in enumerate(lines):
            paragraph = etree.SubElement(comment, W + "p")
            _plain(paragraph)
            if at == 0:
                etree.SubElement(etree.SubElement(paragraph, W + "r"), W + "annotationRef")
            for words, bold in line:
                run = etree.SubElement(paragraph, W + "r")
                look = etree.SubElement(run, W + "rPr")
                if bold:
                    etree.SubElement(look, W + "b")
                etree.SubElement(look, W + "sz", {W + "val": _SIZE})
                fill(run, words)
        return str(self._last)


def standing(package: Package, record: Record | None) -> frozenset[tuple[str, int]]:
    """The comments of earlier runs that are still in a document.

    Args:
        package: the document, in which nothing is changed yet.
        record: what those runs have left in it.

    Returns:
        the SHA-256 of what each says, and the index of the ``w:p`` in which it begins, from 1.
    """
    root = package.part("comments")
    if root is None or record is None:
        return frozenset()
    own = record.own_comments
    said = {one.get(W + "id"): words_hash(comment_words(one)) for one in root.iter(W + "comment")}
    found = set()
    for index, paragraph in enumerate(paragraph_elements(package.document), 1):
        for mark in paragraph.iter(W + "commentRangeStart"):
            words = said.get(mark.get(W + "id"), "")
            if words in own:
                found.add((words, index))
    return frozenset(found)


def _plain(paragraph: etree._Element) -> None:
    """Set a paragraph close and flush left, whatever the document's usual ones are."""
    properties = etree.SubElement(paragraph, W + "pPr")
    close = {"before": "0", "after": "60", "line": "240", "lineRule": "auto"}
    etree.SubElement(properties, W + "spacing", {W + name: val for name, val in close.items()})
    etree.SubElement(properties, W + "ind", {W + "left": "0", W + "firstLine": "0"})
    etree.SubElement(properties, W + "jc", {W + "val": "left"})


def _initials(author: str) -> str:
    words = author.split()
    return "".join(word[0] for word in words)[:4] if len(words) > 1 else author[:2]
