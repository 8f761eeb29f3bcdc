"""The margins of a law's pages: on one side all through, or from page to page on the other.

A law is read by one column of notes if it keeps to one; else by the side and the column that each
stretch of it has, or each page.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass, field

from annotator.segmenter.lines.columns import (
    MIN_NOTES,
    apart_from_notes,
    keeps_left,
    keeps_right,
    place_of_note,
    stands_beside,
)
from annotator.segmenter.lines.line import Line

#: So many lines below the last note of a page still tell its columns.
_BELOW = 12


@dataclass(slots=True)
class _Run:
    """Sections one below another that bear their notes on one side: their lines and columns."""

    left: bool
    found: list[tuple[int, int]] = field(default_factory=list)

    @property
    def first(self) -> int:
        """The line of the first of them."""
        return self.found[0][0]

    @property
    def last(self) -> int:
        """The line of the last of them."""
        return self.found[-1][0]

    def keeps(self, line: Line) -> bool:
        """Whether a line keeps to the columns of the first of them."""
        return line.furniture or (keeps_left if self.left else keeps_right)(line, self.found[0][1])


def without_margin(lines: list[Line]) -> list[Line]:
    """The lines of the law alone; each knows the note that stands beside it, and where.

    Lines of a law that has no such columns are returned as they are, and so are the heads and feet
    of its pages.
    """
    wide = [i for i, line in enumerate(lines) if "  " in line.text and not line.furniture]
    if len(wide) < MIN_NOTES:
        return lines
    pages = [
        i
        for i, line in enumerate(lines)
        if i and (line.page_break or (line.furniture and not lines[i - 1].furniture))
    ]
    runs = _runs(lines, wide)
    kept = _kept(lines, runs, pages)
    if len(kept) < 2 or sum(len(run.found) for run in kept) <= MIN_NOTES:
        whole = _within_edges(lines, None)
        return _page_by_page(lines, runs, pages) if whole is None else whole
    turns = [_turn(lines, above, below, pages) for above, below in itertools.pairwise(kept)]
    read: list[Line] = []
    for (begin, end), run in zip(itertools.pairwise([0, *turns, len(lines)]), kept, strict=True):
        stretch = lines[begin:end]
        read += _within_edges(stretch, run.left) or stretch
    return read


def _within_edges(lines: list[Line], left: bool | None) -> list[Line] | None:
    """The lines of a stretch without its margin; the heads and feet of pages stay among them."""
    edges = [line for line in lines if line.furniture]
    if not edges:
        return apart_from_notes(lines, left)
    inner = apart_from_notes([line for line in lines if not line.furniture], left)
    return inner and sorted([*inner, *edges], key=lambda line: line.start)


def _page_by_page(lines: list[Line], runs: list[_Run], pages: list[int]) -> list[Line]:
    """The lines of a law whose every page has a margin on a side and in a column of its own.

    Sections of several pages must bear a note.
    """
    sides: dict[int, set[bool]] = {}
    for run in runs:
        for i, _ in run.found:
            sides.setdefault(bisect_right(pages, i), set()).add(run.left)
    if len(sides) <= MIN_NOTES:
        return lines
    read: list[Line] = []
    for page, (begin, end) in enumerate(itertools.pairwise([0, *pages, len(lines)])):
        own = sides.get(page, ())
        stretch = lines[begin:end]
        read += (_within_edges(stretch, *own) if len(own) == 1 else None) or stretch
    return read


def _runs(lines: list[Line], wide: list[int]) -> list[_Run]:
    """The sections that bear a note, those together that have it on one side."""
    runs: list[_Run] = []
    for i in wide:
        if place := place_of_note(lines[i]):
            left, at = place
            if not runs or runs[-1].left != left:
                runs.append(_Run(left))
            runs[-1].found.append((i, at))
    return runs


def _kept(lines: list[Line], runs: list[_Run], pages: list[int]) -> list[_Run]:
    """The runs that stand beside a column, those of one side that meet joined.

    A single note is one only on a page of its own.
    """
    if len(runs) < 2:
        return []
    kept: list[_Run] = []
    ends = [*(run.first for run in runs[1:]), len(lines)]
    for run, end in zip(runs, ends, strict=True):
        rows = lines[run.first : min(end, run.last + _BELOW)]
        if not stands_beside([line for line in rows if not line.furniture], left=run.left):
            continue
        if kept and kept[-1].left == run.left:
            kept[-1] = _Run(run.left, kept[-1].found + run.found)
        elif not kept or len(run.found) >= MIN_NOTES or _between(pages, kept[-1].last, run.first):
            kept.append(run)
    return kept


def _between(pages: list[int], above: int, below: int) -> list[int]:
    """The lines below one and down to another that begin a page."""
    return pages[bisect_right(pages, above) : bisect_right(pages, below)]


def _turn(lines: list[Line], above: _Run, below: _Run, pages: list[int]) -> int:
    """The line with which the margin goes over to the other side.

    A page begins there. Where no page is seen to begin, the edge of the text changes: so few rows
    as can be are out of the columns; and a paragraph begins, if it may.
    """
    rows = range(above.last + 1, below.first)
    cost = sum(not below.keeps(lines[i]) for i in rows)
    costs = {above.last + 1: cost}
    for i in rows:
        cost += below.keeps(lines[i]) - above.keeps(lines[i])
        costs[i + 1] = cost
    begins = _between(pages, above.last, below.first) or costs
    return min(begins, key=lambda i: (costs[i], not lines[i].gap, -i))
