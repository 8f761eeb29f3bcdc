"""How paragraphs are indented whose number is printed automatically, and how that looks."""

from __future__ import annotations

from lxml import etree

from annotator.word.names import W, value
from annotator.word.names import number as size
from annotator.word.package import Package
from annotator.word.paragraphs import WordParagraph

#: No page is wider.
_FARTHEST = 31_680
#: So many styles are based on one another at the most.
_DEEPEST = 20


#: Without stops of its own a paragraph has one every half inch; a character is about so wide.
_USUAL, _WIDE = 720, 125


def tabs_to_words(paragraph: etree._Element, number: str) -> int:
    """How many tabs lead from a number to where the lines of a hanging paragraph begin.

    Args:
        paragraph: whose properties say so; where they do not, it is one.
        number: at its beginning.
    """
    indent = paragraph.find(f"{W}pPr/{W}ind")
    if indent is None:
        return 1
    left = size(indent.get(W + "left", indent.get(W + "start")))
    begins = left - size(indent.get(W + "hanging"))
    own = {size(one.get(W + "pos")) for one in paragraph.iterfind(f"{W}pPr/{W}tabs/{W}tab")}
    usual = range(_USUAL, left, _USUAL) if left < _FARTHEST else ()
    stops = {left, *own, *(one for one in usual if one > max(own, default=0))}
    return max(1, sum(begins + _WIDE * len(number) < one <= left for one in stops))


class Indents:
    """The indents of lists and styles of one document.

    Args:
        package: its parts.
    """

    def __init__(self, package: Package) -> None:
        self._numbering = package.part("numbering")
        styles = package.part("styles")
        self._styles = {
            one.get(W + "styleId"): one
            for one in (() if styles is None else styles.iter(W + "style"))
        }

    def of(self, paragraph: WordParagraph) -> tuple[int, int] | None:
        """Left indent and how far the first line hangs; None where its own properties say it."""
        properties = paragraph.element.find(W + "pPr")
        if properties is None or properties.find(W + "ind") is not None:
            return None
        for holder in (properties, *self._based(properties)):
            listed, level = value(holder, "numPr/numId"), value(holder, "numPr/ilvl")
            if listed is not None:
                return self._of_level(listed, level or str(paragraph.level or 0))
            if holder is not properties and holder.find(W + "ind") is not None:
                return None
        return None

    def look(self, paragraph: WordParagraph) -> etree._Element | None:
        """The properties of runs by which the level of its list sets its number off, if any."""
        properties = paragraph.element.find(W + "pPr")
        for holder in () if properties is None else (properties, *self._based(properties)):
            listed, level = value(holder, "numPr/numId"), value(holder, "numPr/ilvl")
            if listed is not None:
                found = self._level(listed, level or str(paragraph.level or 0))
                return None if found is None else found.find(W + "rPr")
        return None

    def _based(self, properties: etree._Element) -> list[etree._Element]:
        """The paragraph properties of the style, and of those that it is based on."""
        found = []
        name = value(properties, "pStyle")
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                break
            own = style.find(W + "pPr")
            if own is not None:
                found.append(own)
            name = value(style, "basedOn")
        return found

    def _of_level(self, listed: str, level: str) -> tuple[int, int] | None:
        found = self._level(listed, level)
        indent = None if found is None else found.find(f"{W}pPr/{W}ind")
        if indent is None:
            return None
        left = indent.get(W + "left", indent.get(W + "start"))
        return size(left), size(indent.get(W + "hanging"))

    def _level(self, listed: str, level: str) -> etree._Element | None:
        """The level of a list, as its definition has it."""
        if self._numbering is None:
            return None
        number = f"{W}num[@{W}numId='{listed}']"
        name = value(self._numbering.find(number), "abstractNumId") if listed.isdigit() else None
        for one in self._numbering.iter(W + "abstractNum"):
            if name is None or one.get(W + "abstractNumId") != name:
                continue
            return next(
                (lvl for lvl in one.iterchildren(W + "lvl") if lvl.get(W + "ilvl") == level), None
            )
        return None
