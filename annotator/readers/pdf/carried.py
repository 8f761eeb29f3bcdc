"""Columns that go on from page to page: one of few lines does not tell its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from annotator.readers.pdf.rows import PrintedPiece, PrintedTableRow, rows_of
from annotator.readers.pdf.words import PrintedWord

#: Words begin where their column does, give or take so many points; before it is so much white.
_SAME, _WHITE = 1.0, 3.5
#: On so many lines, and so great a part of those that have words on both sides, they do.
_LEAST, _SHARE = 2, 0.7
#: So many lines at an edge of the page may go over both columns: a head, a title.
_ACROSS = 3

Columns = list[list[PrintedPiece]]


class Gutter(NamedTuple):
    """Where two columns beside one another begin."""

    left: float
    right: float


def gutter_of(columns: Sequence[Sequence[PrintedPiece]]) -> Gutter | None:
    """Where the longest two columns beside one another begin; nothing where a page has none."""
    found: dict[Gutter, int] = {}
    for one, other in pairwise(columns):
        beside = max(p.x1 for p in one) < min(p.x0 for p in other)
        level = min(p.base for p in other) <= max(p.base for p in one)
        if beside and level:
            gutter = Gutter(min(p.x0 for p in one), min(p.x0 for p in other))
            found[gutter] = min(len(one), len(other))
    return max(found, key=lambda gutter: found[gutter], default=None)


def cut_along(pieces: Sequence[PrintedPiece], gutter: Gutter) -> Columns | None:
    """The columns of a page that begin where those of a page before it do, in their order.

    Nothing where its lines are not so parted.
    """
    if any(isinstance(piece, PrintedTableRow) for piece in pieces):
        return None
    rows = rows_of(pieces)
    runs = [
        (is_open, list(run)) for is_open, run in groupby(rows, key=lambda r: _is_open(r, gutter))
    ]
    at = [n for n, (is_open, _) in enumerate(runs) if is_open]
    if len(at) != 1 or any(len(run) > _ACROSS for is_open, run in runs if not is_open):
        return None
    band = runs[at[0]][1]
    both = [row for row in band if row[0].x0 < gutter.right - _SAME and row[-1].x1 > gutter.right]
    begun = sum(any(abs(word.x0 - gutter.right) <= _SAME for word in _words(row)) for row in both)
    first = min(piece.x0 for row in band for piece in row)
    if begun < max(_LEAST, _SHARE * len(both)) or abs(first - gutter.left) > _SAME:
        return None
    parts = [part for row in band for piece in row for part in _cut(piece, gutter.right - _SAME)]
    columns = [
        [part for part in parts if part.x0 < gutter.right - _SAME],
        [part for part in parts if part.x0 >= gutter.right - _SAME],
    ]
    above, below = runs[: at[0]], runs[at[0] + 1 :]
    outside = [[p for _, run in side for row in run for p in row] for side in (above, below)]
    return [column for column in (outside[0], *columns, outside[1]) if column]


def _words(row: Sequence[PrintedPiece]) -> Iterator[PrintedWord]:
    for piece in row:
        yield from piece.words


def _is_open(row: Sequence[PrintedPiece], gutter: Gutter) -> bool:
    """Whether no word of a row stands in the white before the right column."""
    x = gutter.right
    return not any(word.x0 < x - _SAME and word.x1 > x - _WHITE + _SAME for word in _words(row))


def _cut(piece: PrintedPiece, x: float) -> Iterator[PrintedPiece]:
    for words in ([w for w in piece.words if w.x0 < x], [w for w in piece.words if w.x0 >= x]):
        if words:
            yield PrintedPiece(words)
