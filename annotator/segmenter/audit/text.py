"""A law's text that is held against its cut: its lines by stretches, and where provisions begin."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.eids import ELEMENTS
from annotator.schema import Provision
from annotator.segmenter.lines.line import Line


class AuditedText:
    """The lines of a law, to be looked through once more after it was cut.

    Args:
        text: the canonical text.
        lines: its lines, as the segmenter has marked them.
        provisions: the tree over it.
    """

    def __init__(self, text: str, lines: Sequence[Line], provisions: Sequence[Provision]) -> None:
        self.text = text
        self.all_lines = lines
        self.outermost = provisions
        #: All of them, at every depth, and where they begin.
        self.provisions: list[Provision] = []
        #: Those of them that stand in no schedule.
        self.body: list[Provision] = []
        for one in provisions:
            all_of_it = list(one.walk())
            self.provisions += all_of_it
            self.body += [] if ELEMENTS[one.word] == "att" else all_of_it
        self.opened = {provision.start for provision in self.provisions}
        self._starts = [line.start for line in lines]

    def stretch(self, start: int, end: int) -> Sequence[Line]:
        """All lines that begin in a stretch."""
        return self.all_lines[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def lines(self, start: int, end: int) -> Iterator[Line]:
        """The lines of a stretch that are words of the law."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        for line in self.all_lines[first : bisect_left(self._starts, end)]:
            if not (line.furniture or line.quoted) and line.end > start:
                yield line


class Missing(NamedTuple):
    """A number that opens no provision, and the offset where it stands all the same.

    ``word`` is what it would be called, ``Article``; empty for what stands within one.
    """

    number: str
    at: int
    word: str = ""
