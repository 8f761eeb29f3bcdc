"""What stands beside the text of a page: notes on its sections, and the numbers of its lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.readers.pdf.rows import LABEL, PrintedPiece, rows_of

_DIGITS = expression(r"\d{1,3}")
#: So many numbers of lines show what they are; they stand in one column, so wide in points.
_LEAST_NUMBERS, _STRAIGHT = 3, 4.0
_LEAST_IN_FRONT = 6
#: A line so wide, in parts of the page's text, is one of the body, as so many are; so many of these
#: share an edge.
_WIDE, _MOSTLY, _SHARED = 0.5, 0.15, 0.1
#: A note stands so far from the body, in points, and is no wider, in parts of it.
_BESIDE, _NARROW = 4.0, 0.5
_LETTERS = expression(r"[^\W\d_]{3,}")
_SECTION = expression(r"(?:[^\w\s]{0,2}\d{1,4}[A-Z]{0,3}\b|(?:Article|Section|Sec\.|Art\.)\s+\d)")
#: Lines of a note follow one another so closely, in parts of their size.
_CLOSE = 1.75
#: Lines so far apart, the lower of them on the line where a section begins, are of two notes.
_LOOSE, _SAME_LINE = 1.3, 0.3
#: Notes are so much smaller than the body, where they are.
_SMALL = 0.93


class LineNumbers(NamedTuple):
    """Where the numbers of lines end on a page, on its left or not; the last, and their step."""

    left: bool
    end: float
    last: int
    step: int


class MarginalNote(NamedTuple):
    """A note beside the text: its lines from the top down."""

    pieces: list[PrintedPiece]

    @property
    def top(self) -> float:
        """The height of its first line."""
        return self.pieces[0].base


def without_line_numbers(
    pieces: Sequence[PrintedPiece],
) -> tuple[list[PrintedPiece], list[PrintedPiece]]:
    """The pieces of a page, and apart from them those that number its lines."""
    lines = rows_of(pieces)
    at: dict[int, int] = {id(p): i for i, row in enumerate(lines) for p in row}
    for left in (True, False):
        ends = [row[0] if left else row[-1] for row in lines]
        found = [p for p in ends if len(p.words) == 1 and _DIGITS.fullmatch(p.text)]
        numbers = max(_straight(found, 0), _straight(found, 1), key=len)
        counted = {id(p) for p in numbers}
        others = [p for p in pieces if id(p) not in counted]
        if not others or not _count_lines(numbers, [at[id(p)] for p in numbers]):
            continue
        outside = sum(
            p.x1 < min((q.x0 for q in lines[at[id(p)]] if q is not p), default=p.x1 + 1)
            if left
            else p.x0 > max((q.x1 for q in lines[at[id(p)]] if q is not p), default=p.x0 - 1)
            for p in numbers
        )
        if outside == len(numbers):
            return others, numbers
    return list(pieces), []


def numbers_told(
    pieces: Sequence[PrintedPiece], numbers: Sequence[PrintedPiece]
) -> LineNumbers | None:
    """What the numbers of lines of a page tell of those of the next one."""
    if len(numbers) < _LEAST_NUMBERS:
        return None
    told = [int(p.text) for p in numbers]
    middle = median((p.x0 + p.x1) / 2 for p in pieces) if pieces else 0.0
    end = median(p.x1 for p in numbers)
    return LineNumbers(end < middle, end, told[-1], 5 if all(n % 5 == 0 for n in told) else 1)


def numbers_carried(
    pieces: Sequence[PrintedPiece], known: LineNumbers
) -> tuple[list[PrintedPiece], list[PrintedPiece]]:
    """The pieces of a page of few lines, and apart from them the numbers that go on from others.

    They stand where those do, at the end of their lines, and go on from the last or begin anew.
    """
    ends = [row[0] if known.left else row[-1] for row in rows_of(pieces) if len(row) > 1]
    found = [
        p for p in ends
        if len(p.words) == 1 and _DIGITS.fullmatch(p.text) and abs(p.x1 - known.end) <= _STRAIGHT
    ]  # fmt: skip
    told = [int(p.text) for p in found]
    first = told[:1]
    goes_on = first in ([known.last + known.step], [known.step])
    if not goes_on or told != [first[0] + known.step * n for n in range(len(told))]:
        return list(pieces), []
    counted = {id(p) for p in found}
    return [p for p in pieces if id(p) not in counted], found


def _straight(pieces: Sequence[PrintedPiece], end: int) -> list[PrintedPiece]:
    """Those that stand in one column, by where they begin or where they end."""
    places = [round((p.x1 if end else p.x0) / _STRAIGHT) for p in pieces]
    if not places:
        return []
    column = Counter(places).most_common(1)[0][0]
    return [p for p, place in zip(pieces, places, strict=True) if abs(place - column) <= 1]


def _count_lines(numbers: Sequence[PrintedPiece], rows: Sequence[int]) -> bool:
    """Whether numbers count the lines that they stand on: each of them, or every fifth."""
    told = [int(p.text) for p in numbers]
    steps = [(b - a, j - i) for (a, i), (b, j) in pairwise(zip(told, rows, strict=True))]
    in_step = sum(up == down for up, down in steps if up == 1)
    if len(numbers) >= _LEAST_IN_FRONT and in_step >= 0.8 * len(steps):
        return True
    fives = sum(up == 5 and 3 <= down <= 7 for up, down in steps)
    return (
        len(numbers) >= _LEAST_NUMBERS and fives >= 0.8 * len(steps)
        and all(n % 5 == 0 for n in told)
    )  # fmt: skip


Edges = tuple[float, float]


class PartedPage(NamedTuple):
    """The pieces of a page, and what stands beside them: notes, and the cells of a table."""

    pieces: list[PrintedPiece]
    notes: list[MarginalNote]
    cells: list[MarginalNote]


def without_notes(
    pieces: Sequence[PrintedPiece], edges: Edges | None, usual: Edges | None
) -> PartedPage:
    """The pieces of a page, and apart from them what stands beside its body.

    Args:
        pieces: all of them.
        edges: those of the body of the page, if it has one.
        usual: those that most pages before it have.
    """
    if edges is None:
        return PartedPage(list(pieces), [], [])
    left, right = edges
    beside = [
        p for p in pieces
        if (p.x1 <= left - _BESIDE or p.x0 >= right + _BESIDE)
        and p.x1 - p.x0 <= _NARROW * (right - left)
    ]  # fmt: skip
    away = {id(p) for p in beside}
    body = [p for p in pieces if id(p) not in away]
    openers = [row[0].base for row in rows_of(body) if opens_section(row[0].text)]
    groups = [
        group
        for group in _groups(beside, left, openers)
        if any(abs(p.base - group[0].base) <= 0.6 * p.size for p in body)
        and any(_LETTERS.search(p.text) for p in group)
    ]
    heading = [any(_is_level(group[0], base) for base in openers) for group in groups]
    found = PartedPage([], [], [])
    away = set()
    for group, heads in zip(groups, heading, strict=True):
        within = _is_within(group, usual) if usual else not any(heading)
        if heads or not within or _is_small(group, body):
            found.notes.append(MarginalNote(group))
            away |= {id(p) for p in group}
        elif cell := [p for p in group if not LABEL.fullmatch(p.text)]:
            found.cells.append(MarginalNote(cell))
            away |= {id(p) for p in cell}
    return found._replace(pieces=[p for p in pieces if id(p) not in away])


def _is_level(piece: PrintedPiece, base: float) -> bool:
    """Whether a piece begins beside the line at a height."""
    return abs(piece.base - base) <= piece.size


def _is_within(group: Sequence[PrintedPiece], edges: Edges) -> bool:
    """Whether a group stands where the body of other pages does, as a column of a table may."""
    middle = (min(p.x0 for p in group) + max(p.x1 for p in group)) / 2
    return edges[0] < middle < edges[1]


def _is_small(group: Sequence[PrintedPiece], body: Sequence[PrintedPiece]) -> bool:
    return median(p.size for p in group) < _SMALL * median(p.size for p in body)


def edges_of_body(pieces: Sequence[PrintedPiece]) -> Edges | None:
    """The edges of the body of a page, if most of its lines go over most of its width."""
    if not pieces:
        return None
    room = max(p.x1 for p in pieces) - min(p.x0 for p in pieces)
    wide = [p for p in pieces if p.x1 - p.x0 >= _WIDE * room]
    if len(wide) < max(3, _MOSTLY * len(rows_of(pieces))):
        return None
    least = max(2, _SHARED * len(wide))
    lefts = Counter(round(p.x0 / 2) for p in wide)
    rights = Counter(round(p.x1 / 2) for p in wide)
    left = min((x for x, n in lefts.items() if n >= least), default=min(lefts))
    right = max((x for x, n in rights.items() if n >= least), default=max(rights))
    return 2.0 * left - 1, 2.0 * right + 1


def _groups(
    pieces: Sequence[PrintedPiece], left: float, openers: Sequence[float]
) -> list[list[PrintedPiece]]:
    """Pieces beside the body that stand closely one below another, on each of its sides.

    Where little room is left between sections, the note of the next one begins beside it.
    """
    groups: list[list[PrintedPiece]] = []
    for side in (True, False):
        last: PrintedPiece | None = None
        for row in rows_of([p for p in pieces if (p.x1 <= left) == side]):
            size = max(last.size, row[0].size) if last else 0.0
            step = row[0].base - last.base if last else 0.0
            begins = any(abs(row[0].base - base) <= _SAME_LINE * size for base in openers) and (
                step > _LOOSE * size or (last is not None and last.text[-1] in ".;")
            )
            if last and step <= _CLOSE * size and not begins:
                groups[-1] += row
            else:
                groups.append(list(row))
            last = row[-1]
    return groups


def heading_of(note: MarginalNote, words: StructureWords) -> list[list[PrintedPiece]]:
    """The lines of a note that say what its section is about; not the laws that it names there."""
    rows = rows_of(note.pieces)
    is_reference = words.notes.marginal_reference.fullmatch
    while rows and is_reference(_said(rows[-1:])):
        rows.pop()
    if not rows or is_reference(_said(rows)):
        return []
    named = words.notes.behind_the_words.search(_said(rows))
    if named and named["reference"]:
        return _first(rows, len(named.string[: named.start("reference")].split()))
    return rows


def _said(rows: Sequence[Sequence[PrintedPiece]]) -> str:
    return " ".join(piece.text for row in rows for piece in row)


def _first(rows: Sequence[Sequence[PrintedPiece]], count: int) -> list[list[PrintedPiece]]:
    """So many words of some lines."""
    found: list[list[PrintedPiece]] = []
    for row in rows:
        kept = []
        for piece in row:
            said = piece.words[:count]
            count -= len(said)
            kept += [PrintedPiece(said)] if said else []
        found += [kept] if kept else []
    return found


def opens_section(text: str) -> bool:
    """Whether a line begins with the number of a section."""
    return bool(_SECTION.match(text))
