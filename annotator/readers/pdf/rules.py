"""Lines that are drawn on a page: grids of tables, and what strikes words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from annotator.readers.pdf.words import PrintedWord

#: Rules so near one another, in points, are one.
_NEAR = 3.0
#: More of them are a drawing.
_MOST = 1_000
#: A rule is so long.
_LEAST_LONG = 12.0
#: So many rules from the left to the right are those of a table, and not of a frame.
_LEAST_ACROSS = 3
#: Between the columns of a table stand rules through so much of its height.
_THROUGH = 0.6
#: What strikes a word runs between such heights above its foot, in parts of its size, through so
#: much of it; what underlines it runs below.
_LOW, _HIGH, _STRUCK = 0.15, 0.5, 0.6


class DrawnRule(NamedTuple):
    """A line from the left to the right, or from the top down; heights are counted downwards."""

    x0: float
    y0: float
    x1: float
    y1: float


class RuledGrid(NamedTuple):
    """The edges of the columns and rows of a table."""

    columns: list[float]
    rows: list[float]

    def holds(self, word: PrintedWord) -> bool:
        """Whether a word stands in the table."""
        middle = (word.x0 + word.x1) / 2
        return (
            self.columns[0] < middle < self.columns[-1]
            and self.rows[0] < _middle(word) < self.rows[-1]
        )

    def row_of(self, word: PrintedWord) -> int:
        """In which of its rows a word stands."""
        return sum(edge < _middle(word) for edge in self.rows)


def _middle(word: PrintedWord) -> float:
    return word.base - 0.3 * word.size


def struck_by(rules: Sequence[DrawnRule], words: Sequence[PrintedWord]) -> list[PrintedWord]:
    """The words of a page that rules run through at the height of their small letters."""
    across = [r for r in rules if r.y1 - r.y0 < r.x1 - r.x0]
    if not across or len(across) > _MOST:
        return []
    across.sort(key=lambda r: r.y0 + r.y1)
    heights = [(r.y0 + r.y1) / 2 for r in across]
    found = []
    for word in words:
        first = bisect_left(heights, word.base - _HIGH * word.size)
        last = bisect_right(heights, word.base - _LOW * word.size)
        through = sum(max(0, min(r.x1, word.x1) - max(r.x0, word.x0)) for r in across[first:last])
        if through > _STRUCK * (word.x1 - word.x0):
            found.append(word)
    return found


def grids_of(rules: Sequence[DrawnRule]) -> list[RuledGrid]:
    """The grids that the rules of a page make: of two rows and two columns at least."""
    across = _joined([(r.y0, r.x0, r.x1) for r in rules if r.y1 - r.y0 < r.x1 - r.x0])
    down = _joined([(r.x0, r.y0, r.y1) for r in rules if r.y1 - r.y0 >= r.x1 - r.x0])
    found: list[RuledGrid] = []
    if len(across) + len(down) > _MOST:
        return found
    for group in _of_one_width(across):
        left, right = group[0][1], group[0][2]
        heights = sorted(height for height, _, _ in group)
        for rows in _together(heights, [line for line in down if left - 3 < line[0] < right + 3]):
            top, bottom = rows[0], rows[-1]
            through = [
                x for x, start, end in down
                if left + _NEAR < x < right - _NEAR
                and min(end, bottom) - max(start, top) > _THROUGH * (bottom - top)
            ]  # fmt: skip
            if len(rows) >= _LEAST_ACROSS and through:
                found.append(RuledGrid([left, *sorted(through), right], rows))
    return found


Line = tuple[float, float, float]


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Lines at one place, of which one begins where another one ends, as one."""
    found: list[Line] = []
    places: list[list[Line]] = []
    for line in sorted(lines):
        if places and line[0] - places[-1][-1][0] <= _NEAR:
            places[-1].append(line)
        else:
            places.append([line])
    for place in places:
        open_: Line | None = None
        for at, start, end in sorted(place, key=lambda line: line[1]):
            if open_ and start - open_[2] <= _NEAR:
                open_ = open_[0], open_[1], max(open_[2], end)
            else:
                if open_:
                    found.append(open_)
                open_ = at, start, end
        if open_:
            found.append(open_)
    return [line for line in found if line[2] - line[1] >= _LEAST_LONG]


def _of_one_width(across: Sequence[Line]) -> list[list[Line]]:
    """The rules that begin and end below one another."""
    groups: list[list[Line]] = []
    for line in across:
        alike = (group for group in groups if _are_alike(group[0], line))
        if group := next(alike, None):
            group.append(line)
        else:
            groups.append([line])
    return [group for group in groups if len(group) >= _LEAST_ACROSS]


def _are_alike(one: Line, other: Line) -> bool:
    return abs(one[1] - other[1]) <= 2 * _NEAR and abs(one[2] - other[2]) <= 2 * _NEAR


def _together(heights: Sequence[float], down: Sequence[Line]) -> list[list[float]]:
    """Rules one below another, as long as one from the top down joins each to the next."""
    tables = [[heights[0]]]
    for above, below in pairwise(heights):
        joins = any(start <= above + _NEAR and end >= below - _NEAR for _, start, end in down)
        if joins:
            tables[-1].append(below)
        else:
            tables.append([below])
    return tables
