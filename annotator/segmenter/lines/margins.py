"""The margins of a law's pages: on one side all through, or from page to page on the other.

A law is read by one column of notes if it keeps to one; else by the side and the column that each
page of it has, or each stretch.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from dataclasses import dataclass, field

from annotator.expressions import expression
from annotator.segmenter.lines.columns import (
    MIN_NOTES,
    apart_from_notes,
    keeps_left,
    keeps_right,
    place_of_note,
    stands_beside,
)
from annotator.segmenter.lines.line import Line

#: Words that stand apart in their line, and how often columns do.
_APART = expression(r"\S {2,3}(?=\S)")
_PARTED = expression(r"\S {5,}\S")
_MOST_COLUMNS = 3
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
    if len(wide) < MIN_NOTES or _is_spaced(lines, wide):
        return lines
    pages = [
        i
        for i, line in enumerate(lines)
        if i and (line.page_break or (line.furniture and not lines[i - 1].furniture))
    ]
    runs = _kept(lines, _runs(lines, wide, pages), pages)
    facing = len({run.left for run in runs}) > 1 and sum(len(r.found) for r in runs) > MIN_NOTES
    whole = None if facing else _within_edges(lines, None)
    if whole is not None:
        return whole
    if not facing and len(runs) <= MIN_NOTES:
        return lines
    turns = [_turn(lines, above, below, pages) for above, below in itertools.pairwise(runs)]
    read: list[Line] = []
    for (begin, end), run in zip(itertools.pairwise([0, *turns, len(lines)]), runs, strict=True):
        read += _stretch(lines, begin, end, run, pages)
    return read


def _is_spaced(lines: list[Line], wide: list[int]) -> bool:
    """Whether it is the words of most lines that stand apart, as justified ones do: no columns."""
    spaced = sum(len(_APART.findall(lines[i].text)) > _MOST_COLUMNS for i in wide)
    parted = sum(_PARTED.search(lines[i].text) is not None for i in wide)
    return 2 * spaced > len(wide) and _MOST_COLUMNS * parted < spaced


def _stretch(lines: list[Line], begin: int, end: int, run: _Run, pages: list[int]) -> list[Line]:
    """The lines of a stretch without the margin of its run; at least those of the run's page."""
    read = _within_edges(lines[begin:end], run.left)
    if read is None:
        page = bisect_right(pages, run.first)
        first = max(begin, pages[page - 1] if page else 0)
        last = min(end, pages[page] if page < len(pages) else end)
        read = _within_edges(lines[first:last], run.left) or lines[first:last]
        read = [*lines[begin:first], *read, *lines[last:end]]
    return read


def _within_edges(lines: list[Line], left: bool | None) -> list[Line] | None:
    """The lines of a stretch without its margin; the heads and feet of pages stay among them."""
    edges = [line for line in lines if line.furniture]
    if not edges:
        return apart_from_notes(lines, left)
    inner = apart_from_notes([line for line in lines if not line.furniture], left)
    return inner and sorted([*inner, *edges], key=lambda line: line.start)


def _runs(lines: list[Line], wide: list[int], pages: list[int]) -> list[_Run]:
    """The sections that bear a note, those of a page together that have it on one side."""
    runs: list[_Run] = []
    for i in wide:
        if place := place_of_note(lines[i]):
            left, at = place
            if not runs or runs[-1].left != left or _between(pages, runs[-1].last, i):
                runs.append(_Run(left))
            runs[-1].found.append((i, at))
    return runs


def _kept(lines: list[Line], runs: list[_Run], pages: list[int]) -> list[_Run]:
    """The runs that stand beside a column.

    A single note on the other side is one only on a page of its own.
    """
    kept: list[_Run] = []
    ends = [*(run.first for run in runs[1:]), len(lines)]
    for run, end in zip(runs, ends, strict=False):
        below = run.last + _BELOW
        foot = next(iter(_between(pages, run.last, min(end, below))), end)
        rows = lines[run.first : min(end, foot, below)]
        if not stands_beside([line for line in rows if not line.furniture], left=run.left):
            continue
        above = kept[-1] if kept else None
        if above is None or _between(pages, above.last, run.first):
            kept.append(run)
        elif above.left == run.left:
            kept[-1] = _Run(run.left, above.found + run.found)
        elif len(run.found) >= MIN_NOTES:
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
