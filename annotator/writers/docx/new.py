"""What is put into a document: words, paragraphs and rows of tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from annotator.safe_xml import UNSAID
from annotator.word.names import W
from annotator.writers.docx.runs import XML_SPACE


@dataclass(frozen=True)
class NewParagraph:
    """A paragraph to put in: its words, and the one (by index) whose look it takes.

    ``label`` is the part of ``words`` at their beginning that is set as that one's label is,
    ``title`` the part behind it that looks as a character (by its place) of the other does.
    Where the other is numbered automatically, so is this one, unless it ``types`` its number: then
    it stands by itself and is indented by ``indent`` (left, and hanging), in twentieths of a point.
    ``flush`` says that it does not hang from a number as the other does; ``look`` is what sets the
    other's automatic number off from its words.
    """

    words: str
    like: int
    label: str = ""
    title: tuple[str, int] = ("", 0)
    types: bool = False
    indent: tuple[int, int] | None = None
    flush: bool = False
    look: etree._Element | None = None


@dataclass(frozen=True)
class NewRow:
    """A row to put in that looks as the one in which ``like`` stands.

    ``said`` are the paragraphs of its cells, by a paragraph (by index) of the same cell of that
    one; other cells are empty.
    """

    like: int
    said: Mapping[int, Sequence[NewParagraph]]


def words_of(paragraph: etree._Element) -> str:
    """What a new paragraph says."""
    return "".join(one.text or "" for one in paragraph.iter(W + "t"))


def fill(run: etree._Element, words: str) -> None:
    """Put words into a run, a tab and a line break as what they are in Word."""
    for line, text in enumerate(UNSAID.sub("\ufffd", words).split("\n")):
        if line:
            etree.SubElement(run, W + "br")
        for part, piece in enumerate(text.split("\t")):
            if part:
                etree.SubElement(run, W + "tab")
            if piece:
                shown = etree.SubElement(run, W + "t")
                shown.text = piece
                shown.set(XML_SPACE, "preserve")
