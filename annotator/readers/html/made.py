"""Elements of a law that are made of those of a page, and hold its words."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from annotator.readers.flow import close_up
from annotator.readers.traced import Piece
from annotator.readers.xml_text import Worded


class Made(Worded):
    """The elements, which get the words of the page as it is walked."""

    def __init__(self) -> None:
        super().__init__()
        self._left_out = False
        self._last: list[Piece] = []

    def leave_out(self) -> None:
        """Something stands here that is none of the law: no blank is left before a stop."""
        self._left_out = True

    def put(self, at: etree._Element, pieces: Iterable[Piece]) -> None:
        """Go on with the words of an element, behind what it holds so far."""
        held = next(at.iterchildren(reversed=True), None)  # len() counts them all
        place, words = (at, self._texts) if held is None else (held, self._tails)
        line = words.setdefault(place, [])
        for piece in pieces:
            if self._left_out:
                close_up(self._last, piece)
            self._left_out = False
            line.append(piece)
            self._last = line
