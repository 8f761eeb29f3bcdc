"""What a document's styles say of its paragraphs and runs, through the chains they are based on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lxml import etree

from annotator.word.names import W, is_on, number, says_yes, value

#: Deeper chains are those of nobody, or go in a circle.
_LONGEST_CHAIN = 30
#: The outline level of body text.
_BODY = 9


class Styles:
    """The styles of a document.

    Args:
        root: its part of styles, if it has one.
    """

    def __init__(self, root: etree._Element | None) -> None:
        styles = () if root is None else root.iter(W + "style")
        self._styles = {style.get(W + "styleId", ""): style for style in styles}
        self._default = next(
            (
                name
                for name, style in self._styles.items()
                if says_yes(style, "default") and style.get(W + "type") == "paragraph"
            ),
            "",
        )
        self.outline = cache(self._outline)
        self.hides = cache(self._hides)
        self.strikes = cache(self._strikes)
        self.name = cache(self._name)

    def of(self, paragraph: etree._Element | None) -> str:
        """The identifier of the style of a paragraph, of which these are the properties."""
        return value(paragraph, "pStyle") or self._default

    def chain(self, style: str) -> Iterator[tuple[str, etree._Element]]:
        """A style, and those that it is based on, each with its identifier."""
        for _ in range(_LONGEST_CHAIN):
            element = self._styles.get(style)
            if element is None:
                return
            yield style, element
            style = value(element, "basedOn") or ""

    def _name(self, style: str) -> str:
        """What the user knows a style by, in lower case: ``heading 1``."""
        return (value(self._styles.get(style), "name") or style).lower()

    def _outline(self, style: str) -> int | None:
        """The outline level of a style's paragraphs, from 0; None where they are body text."""
        for _, element in self.chain(style):
            level = value(element, "pPr/outlineLvl")
            if level is not None:
                return as_outline(level)
        return None

    def _hides(self, style: str) -> bool:
        """Whether the words in a style are hidden."""
        return self._sets(style, "vanish")

    def _strikes(self, style: str) -> bool:
        """Whether a line is drawn through the words in a style, or two are."""
        return self._sets(style, "strike") or self._sets(style, "dstrike")

    def _sets(self, style: str, look: str) -> bool:
        found = (is_on(element, f"rPr/{look}") for _, element in self.chain(style))
        return next((on for on in found if on is not None), False)


def as_outline(level: str) -> int | None:
    """An outline level as an attribute has it; None for that of body text."""
    found = number(level, _BODY)
    return found if 0 <= found < _BODY else None
