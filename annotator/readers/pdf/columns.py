"""In which order the lines of a page are read: its columns are cut where no line crosses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from annotator.expressions import expression
from annotator.lang.recognition import is_english, other_language, words_of
from annotator.readers.pdf.rows import LABEL, PrintedLine, PrintedPiece, line_of, rows_of

#: What parts two columns is so wide in points; a column has so many lines, of so many words, and
#: so great a part of the room that the columns have together.
_GUTTER, _LINES, _WORDS, _WIDTH = 3.5, 4, 3, 0.14
#: So great a part of the lines of a column fills so great a part of it.
_FULL, _FILLED = 0.45, 0.6
#: White lines through both columns, so many and so high, in lines, are those between rows.
_ROWS, _HIGH = 3, 1.55
_DEEPEST = 4
#: Lines so near one another, in points, are the same.
_SAME = 0.7
#: The number of a section, at the beginning of its line.
_SECTION = expression(r"(\d{1,3})\.(?!\d)")
#: So many points left of the words of a column the white beside it is looked for.
_LEFT = 36
#: Cells of a table stand so far apart, in parts of their size.
_CELLS = 1.8
_MOST_CANDIDATES = 40
#: So many words tell that a column is in another language than one that is not in English either.
_TELLING = 40


def columns_of(pieces: Sequence[PrintedPiece]) -> list[list[PrintedPiece]]:
    """The columns of a page, each of pieces that are read one below another, as they are read."""
    return [column for column in _cut(list(pieces), 0) if column]


def lines_of(column: Sequence[PrintedPiece]) -> list[PrintedLine]:
    """The lines of a column, with its edges; rows of a table as cells."""
    rows = rows_of(column)
    if not rows:
        return []
    tables = _tables(rows)
    lines = [line_of(row, cells=cells) for row, cells in zip(rows, tables, strict=True)]
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    for line in lines:
        line.left, line.right = left, right
    return lines


def _cut(pieces: list[PrintedPiece], depth: int) -> Iterator[list[PrintedPiece]]:
    gutter = _gutter(pieces) if depth < _DEEPEST and len(pieces) > 2 * _LINES else None
    if gutter is None:
        yield from _cut_between_sections(pieces)
        return
    open_ = [
        (not any(p.x0 < gutter < p.x1 for p in row), row) for row in rows_of(pieces)
    ]  # fmt: skip
    for is_open, group in groupby(open_, key=lambda one: one[0]):
        band = [piece for _, row in group for piece in row]
        left = [p for p in band if p.x0 < gutter]
        right = [p for p in band if p.x0 >= gutter]
        if is_open and _are_columns(left, right):
            yield from _cut(left, depth + 1)
            yield from _cut(right, depth + 1)
        else:
            yield band


def _cut_between_sections(pieces: list[PrintedPiece]) -> Iterator[list[PrintedPiece]]:
    """The columns of few lines: sections stand beside each other, those of the right behind."""
    rows = rows_of(pieces)
    for at, row in enumerate(rows):
        for one, other in pairwise(row):
            if not _are_apart(one, other) or not (_opens(one) and _opens(other)):
                continue
            crossed = [any(p.x0 < other.x0 - 1 < p.x1 for p in line) for line in rows]
            end = crossed.index(True, at) if any(crossed[at:]) else len(rows)
            band = [piece for line in rows[at:end] for piece in line]
            left = [p for p in band if p.x0 < other.x0 - 1]
            right = [p for p in band if p.x0 >= other.x0 - 1]
            if _goes_on(left, right, least=1):
                yield [piece for line in rows[:at] for piece in line]
                yield left
                yield right
                yield [piece for line in rows[end:] for piece in line]
                return
    yield pieces


def _opens(piece: PrintedPiece) -> bool:
    """Whether words of a section begin with its number."""
    return len(piece.words) > _WORDS and bool(_SECTION.match(piece.text))


def _gutter(pieces: list[PrintedPiece]) -> float | None:
    """Where the longest columns of a page are parted, if it has such."""
    starts = Counter(round(p.x0 / 2) for p in pieces)
    often = [2 * x for x, n in starts.most_common(_MOST_CANDIDATES) if n >= _LINES]
    edges = [(p.x0, p.x1) for p in pieces]
    best: tuple[int, float] | None = None
    rows = rows_of(pieces)
    spans = [[(p.x0, p.x1) for p in row] for row in rows]
    for x in sorted({_channel(edges, x) for x in often}):
        crossed = [any(x0 < x < x1 for x0, x1 in row) for row in spans]
        at = 0
        for is_crossed, group in groupby(crossed):
            count = len(list(group))
            band = [p for row in rows[at : at + count] for p in row]
            at += count
            if is_crossed or len(band) < 2 * _LINES or (best and len(band) <= best[0]):
                continue
            left = [p for p in band if p.x0 < x]
            right = [p for p in band if p.x0 >= x]
            if min(len(left), len(right)) >= _LINES and _are_columns(left, right):
                best = len(band), x
    return best and best[1]


def _channel(edges: list[tuple[float, float]], x: int) -> float:
    """The middle of the white that fewest pieces cross, left of where many of them begin."""
    near = [(x0, x1) for x0, x1 in edges if x0 < x and x1 > x - _LEFT]
    crossed = [sum(x0 < at < x1 for x0, x1 in near) for at in range(x - _LEFT, x, 2)]
    fewest = min(crossed)
    last = max(i for i, n in enumerate(crossed) if n == fewest)
    first = last
    while first and crossed[first - 1] == fewest:
        first -= 1
    return x - _LEFT + float(first + last)


def _are_columns(left: list[PrintedPiece], right: list[PrintedPiece]) -> bool:
    """Whether two sides of a band are columns of text, and not the cells of a table."""
    if not left or not right:
        return False
    gap = min(p.x0 for p in right) - max(p.x1 for p in left)
    room = max(p.x1 for p in right) - min(p.x0 for p in left)
    if gap < _GUTTER:
        return False
    apart = not _share_lines(left, right)
    text = _is_text(left, room, apart=apart) and _is_text(right, room, apart=apart)
    return text and (
        apart
        or not _has_rows(left, right)
        or _goes_on(left, right)
        or _are_of_two_languages(left, right)
    )


def _goes_on(left: list[PrintedPiece], right: list[PrintedPiece], least: int = 2) -> bool:
    """Whether the sections of one side are those behind the sections of the other.

    So it is in columns of one grid, and where two pages stand on one sheet.
    """
    above, below = (
        [int(found[1]) for row in rows_of(side) if (found := _SECTION.match(row[0].text))]
        for side in (left, right)
    )
    numbers = above + below
    return min(len(above), len(below)) >= least and all(b - a == 1 for a, b in pairwise(numbers))


def _are_of_two_languages(left: list[PrintedPiece], right: list[PrintedPiece]) -> bool:
    """Whether each side has a language: articles of a gazette stand beside one another."""
    said = [words_of(" ".join(p.text for p in side)) for side in (left, right)]
    english = [is_english(words) for words in said]
    if any(english) or min(map(len, said)) < _TELLING:
        return english[0] != english[1]
    first, second = map(other_language, said)
    return bool(first and second) and first != second


def _share_lines(left: list[PrintedPiece], right: list[PrintedPiece]) -> bool:
    """Whether what stands on the two sides stands on the same lines, as cells of a table do."""
    heights = [[row[0].base for row in rows_of(side)] for side in (left, right)]
    fewer, more = sorted(heights, key=len)
    shared = sum(any(abs(a - b) < _SAME for b in more) for a in fewer)
    return 2 * shared >= len(fewer)


def _is_text(side: list[PrintedPiece], room: float, *, apart: bool) -> bool:
    """Whether a side of a band holds running text; apart from the other, its lines may be short."""
    rows = rows_of(side)
    left, right = min(p.x0 for p in side), max(p.x1 for p in side)
    if len(rows) < _LINES or right - left < _WIDTH * room:
        return False
    words = [sum(len(p.words) for p in row) for row in rows]
    if median(words) < (_WORDS - 1 if apart else _WORDS):
        return False
    if apart:
        return True
    filled = sum(row[-1].x1 - row[0].x0 >= _FILLED * (right - left) for row in rows)
    return filled >= _FULL * len(rows)


def _has_rows(left: list[PrintedPiece], right: list[PrintedPiece]) -> bool:
    """Whether white lines go through both sides together, as between the rows of a table.

    Below each of them both sides begin anew on one line.
    """
    sides = [[row[0].base for row in rows_of(side)] for side in (left, right)]
    steps = [b - a for side in sides for a, b in pairwise(side)]
    usual = median(steps)
    begins = [
        {round(b) for a, b in pairwise(side) if b - a > _HIGH * usual} for side in sides
    ]  # fmt: skip
    together = sum(any(abs(x - y) <= 2 for y in begins[1]) for x in begins[0])
    return together >= _ROWS and 2 * together >= max(map(len, begins))


def _tables(rows: list[list[PrintedPiece]]) -> list[bool]:
    """Which rows are those of a table: two below one another whose cells begin alike."""
    parted = [_cells(row) for row in rows]
    found = [False] * len(rows)
    for i in range(len(rows) - 1):
        above, below = parted[i], parted[i + 1]
        if above and below and any(abs(x - y) < 3 for x in above for y in below):
            found[i] = found[i + 1] = True
    return found


def _cells(row: list[PrintedPiece]) -> list[float]:
    """Where the cells behind the first one begin; none behind the number of a provision."""
    starts = []
    for left, right in pairwise(row):
        labelled = left is row[0] and all(LABEL.fullmatch(word.text) for word in left.words)
        dotted = set(left.text[-4:]) <= set(". …") or set(right.text[:4]) <= set(". …")
        if not labelled and not dotted and _are_apart(left, right):
            starts.append(right.x0)
    return starts


def _are_apart(left: PrintedPiece, right: PrintedPiece) -> bool:
    """Whether two pieces of one line stand as far apart as cells do."""
    return right.x0 - left.x1 > _CELLS * max(left.size, right.size)
