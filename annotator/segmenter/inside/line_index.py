"""The lines of a law, found by offsets into its text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from functools import partial

from annotator.expressions import expression
from annotator.lang.structure_words import NoteWords
from annotator.segmenter.furniture.asides import behind_asides
from annotator.segmenter.inside.node import Node
from annotator.segmenter.lines.lines import Line

_MAX_ASIDE = 240
_OPENING_MARK = expression(r"\s*(?:(?<!\d)[FCEIMX]?\d{1,3}\s?)?\[$")


class LineIndex:
    """The lines of a law, by offset."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        #: The first line that ends behind an offset.
        self.at: Callable[[int], int] = partial(bisect_right, [line.end for line in lines])

    def words(self, start: int, end: int) -> str:
        """The law's words between two offsets, headings and furniture left out."""
        first = self.at(start)
        if first < len(self.lines) and end <= self.lines[first].end:  # most stand in one line
            line = self.lines[first]
            if line.heading or line.furniture:
                return ""
            return line.text[max(0, start - line.start) : max(0, end - line.start)].strip()
        parts = []
        for i in range(first, len(self.lines)):
            line = self.lines[i]
            if line.start >= end:
                break
            if not (line.heading or line.furniture):
                parts.append(line.text[max(0, start - line.start) : max(0, end - line.start)])
        return " ".join(part for part in parts if part).strip()

    def aligned(self, start: int, end: int) -> str:
        """The law's words between two offsets, each at its distance from the first of them.

        Breaks, headings, furniture and what is quoted over several paragraphs are spaces.
        """
        at = self.at(start)
        if at < len(self.lines):  # most stand in one line
            line = self.lines[at]
            hidden = line.heading or line.furniture or line.quoted
            if line.start <= start and end <= line.end and not hidden:
                return line.text[start - line.start : max(0, end - line.start)]
        parts: list[str] = []
        position = start
        for i in range(at, len(self.lines)):
            line = self.lines[i]
            if line.start >= end:
                break
            first, last = max(start, line.start), min(end, line.end)
            shown = not (line.heading or line.furniture or line.quoted)
            words = line.text[first - line.start : last - line.start] if shown else ""
            parts += [" " * (first - position), words, " " * (last - first - len(words))]
            position = last
        return "".join(parts)

    def trim(self, root: Node, words: NoteWords) -> None:
        """Let each provision begin behind an editor's notes, and end with its own last word."""
        for provision in root.walk():
            provision.body = self._first_word(provision.body, provision.end, words)
            inside = provision.end < root.end
            provision.end = self.last_word(provision.body, provision.end)
            if inside and provision.end > provision.body:
                provision.end -= self._opening_mark(provision.body, provision.end)
            provision.own_stop = (
                self.last_word(provision.body, provision.children[0].start)
                if provision.children
                else None
            )

    def _first_word(self, body: int, end: int, words: NoteWords) -> int:
        """Where the law's own words begin in a stretch, at its begin where it has none."""
        for i in range(self.at(body), len(self.lines)):
            line = self.lines[i]
            if line.start >= end:
                break
            if not line.furniture:
                body = max(body, line.start)
                if not line.text.startswith(("(", "["), body - line.start):
                    return body
                stretch = self.aligned(body, min(end, body + _MAX_ASIDE))
                behind = behind_asides(stretch, 0, words)
                return body + behind if stretch[behind:].strip() else body
        return body

    def last_word(self, body: int, end: int) -> int:
        """Where the law's own words end in a stretch, at its end where it has none."""
        if end <= body:
            return end
        for i in range(self.at(end - 1), -1, -1):
            line = self.lines[i]
            if line.start < end and (line.start < body or not (line.heading or line.furniture)):
                return max(body, min(end, line.end))
        return end

    def _opening_mark(self, body: int, end: int) -> int:
        """How long an editor's mark is that words end with, and that opens what follows them."""
        line = self.lines[self.at(end - 1)]
        text = line.text[max(0, body - line.start) : max(0, end - line.start)]
        if not text.endswith("["):
            return 0
        mark = _OPENING_MARK.search(text, max(0, len(text) - 8))
        return len(mark[0]) if mark and len(mark[0]) < len(text) else 0
