"""What a file that has no lines of its own says, laid out as lines: a Word document, a PDF."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from itertools import accumulate

import msgspec


class Laid(msgspec.Struct, frozen=True):
    r"""The words of a document, a line for each of its paragraphs, or for each line of its pages.

    It takes the place that :class:`~annotator.readers.decoding.Decoded` has for files of text: what
    the canonical text is made of, and what regions count in. Every line ends in ``\n`` and in
    nothing else. ``pages`` are the offsets at which pages start; there are none in a document that
    has none. ``notes`` say, in sentences for the user, what had to be guessed or was not read.
    """

    text: str
    pages: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()

    def lines(self) -> array[int]:
        """The offsets at which the lines start."""
        lines = self.text.split("\n")
        return array("q", accumulate((len(line) + 1 for line in lines[:-1]), initial=0))

    def bytes_at(self, offsets: Iterable[int]) -> dict[int, int]:
        """No bytes of a packed file stand for its words."""
        return dict.fromkeys(offsets, 0)
