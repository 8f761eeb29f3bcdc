"""Narrow white channels between columns: words that begin below one another show them.

In justified lines the blank before a word may be as wide, but not at one place in line after line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from annotator.readers.pdf.rows import PrintedPiece, rows_of

#: A channel is so wide in points, and in parts of the size; words begin at its end, give or take
#: so many points, on so many lines, and on so great a part of those that have words on both sides.
_WIDTH, _PART, _SAME, _LINES, _SHARE = 3.5, 0.3, 1.0, 5, 0.7
_WIDER = 1.2
#: On its two sides are so many words: a phrase that comes again ends with the same word.
_BEFORE, _BEHIND = 2, 3
_MOST_LINES, _MOST_CANDIDATES = 400, 20


def parted(pieces: Sequence[PrintedPiece]) -> list[PrintedPiece]:
    """The pieces of a page, cut where a channel goes through them."""
    rows = rows_of(pieces)
    if len(rows) > _MOST_LINES:
        return list(pieces)
    least = _least(pieces)
    starts = Counter(round(x) for row in rows for piece in row for x in _starts(piece, least))
    near = {x: starts[x - 1] + n + starts[x + 1] for x, n in starts.items()}
    often = sorted((x for x, n in near.items() if n >= _LINES), key=lambda x: -near[x])
    cuts: dict[int, set[int]] = {}
    for x in often[:_MOST_CANDIDATES]:
        for row in _channel(rows, x):
            for piece in row:
                if piece.x0 < x - _SAME and piece.x1 > x + _SAME:
                    cuts.setdefault(id(piece), set()).add(x)
    return [part for piece in pieces for part in _cut(piece, cuts.get(id(piece), set()))]


def _least(pieces: Sequence[PrintedPiece]) -> float:
    """How wide a channel is: wider than blanks are that no justified line has stretched.

    The letters of a typewriter all begin below one another.
    """
    blanks = sorted(b.x0 - a.x1 for piece in pieces for a, b in pairwise(piece.words))
    return max(_WIDTH, _WIDER * blanks[len(blanks) // 10]) if blanks else _WIDTH


def _starts(piece: PrintedPiece, least: float) -> Iterator[float]:
    """Where words begin behind a blank that may be a channel."""
    for left, right in pairwise(piece.words):
        if right.x0 - left.x1 >= max(least, _PART * max(left.size, right.size)):
            yield right.x0


def _channel(rows: Sequence[list[PrintedPiece]], x: float) -> Iterator[list[PrintedPiece]]:
    """The rows that a channel which ends at a place goes through."""
    run: list[list[PrintedPiece]] = []
    for row in [*rows, []]:
        if row and not any(_crosses(piece, x) for piece in row):
            run.append(row)
            continue
        both = [one for one in run if one[0].x0 < x - _SAME and one[-1].x1 > x + _SAME]
        begun = [one for one in both if any(_begins(piece, x) for piece in one)]
        if len(begun) >= max(_LINES, _SHARE * len(both)) and all(
            median(_words(one, x, side) for one in begun) >= least
            for side, least in ((-1, _BEFORE), (1, _BEHIND))
        ):
            yield from run
        run = []


def _crosses(piece: PrintedPiece, x: float) -> bool:
    """Whether words of a piece leave no white before a place."""
    return any(word.x0 < x - _SAME and word.x1 > x - _WIDTH + _SAME for word in piece.words)


def _words(row: Sequence[PrintedPiece], x: float, side: int) -> int:
    """How many words stand on a side of a place."""
    words = (word for piece in row for word in piece.words)
    return sum((word.x0 - x + _SAME) * side > 0 for word in words)


def _begins(piece: PrintedPiece, x: float) -> bool:
    return any(abs(word.x0 - x) <= _SAME for word in piece.words)


def _cut(piece: PrintedPiece, places: set[int]) -> Iterator[PrintedPiece]:
    words = piece.words
    ends = [n for n, word in enumerate(words) if n and any(abs(word.x0 - x) <= 1.5 for x in places)]
    for start, end in pairwise([0, *ends, len(words)]):
        yield PrintedPiece(words[start:end]) if ends else piece
