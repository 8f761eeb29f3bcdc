"""Tables of a page: each row of one, however many lines its cells take, as one piece.

The rules around its cells tell what is a table; where it has none, white lines that go through all
of its columns, below each of which several of them begin anew on one line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from annotator.lang.recognition import is_english, words_of
from annotator.readers.pdf.rows import (
    BARE,
    LABEL,
    PARTS,
    PrintedPiece,
    PrintedTableRow,
    pieces_of,
    rows_of,
)
from annotator.readers.pdf.rules import RuledGrid
from annotator.readers.pdf.words import PrintedWord

#: Columns are parted by so much white, in points.
_GUTTER = 3.5
#: Lines so much farther apart than is usual are of two rows of a table.
_APART = 1.2
#: A table without rules has so many rows; and so many where all of its columns may be text, as
#: each takes so great a part of its width.
_LEAST_ROWS, _LEAST_OF_TEXT, _WIDE = 3, 6, 0.35
#: No page has so many lines.
_MOST_LINES = 400
#: So many words show a language.
_ENOUGH = 20

Cells = list[list[PrintedPiece]]


def with_ruled(words: Sequence[PrintedWord], grids: Sequence[RuledGrid]) -> list[PrintedPiece]:
    """The pieces of a page, the rows of its ruled tables a piece each."""
    rest = list(words)
    found: list[PrintedPiece] = []
    for grid in grids:
        inside = [word for word in rest if grid.holds(word)]
        places = sorted(inside, key=grid.row_of)
        rows = [
            _cells(list(row), grid.columns)
            for _, row in groupby(places, key=grid.row_of)
        ]  # fmt: skip
        if not _is_table(rows, least=2) or len(rows) < 2:
            continue
        away = {id(word) for word in inside}
        rest = [word for word in rest if id(word) not in away]
        found += [PrintedTableRow(row) for row in rows]
    return pieces_of(rest) + found


def _cells(words: Sequence[PrintedWord], columns: Sequence[float]) -> Cells:
    """The cells of a row between the edges of its columns; none for an empty one."""
    ends = list(columns)[1:]
    cells: list[list[PrintedWord]] = [[] for _ in ends]
    for word in words:
        middle = (word.x0 + word.x1) / 2
        at = next((n for n, end in enumerate(ends) if middle < end), len(ends) - 1)
        cells[at].append(word)
    return [pieces_of(cell) for cell in cells]


def with_unruled(pieces: Sequence[PrintedPiece], least: int) -> list[PrintedPiece]:
    """The pieces of a page, the rows of its tables of so many columns or more a piece each."""
    out: list[PrintedPiece] = []
    rows = rows_of(pieces)
    if len(rows) > _MOST_LINES:
        return list(pieces)
    at = 0
    while at < len(rows):
        end, gaps = _run(rows, at)
        lines = rows[at:end]
        table = _table(lines, gaps, least) if end - at >= _LEAST_ROWS else None
        if table is None:
            # Tried again where there are more columns, but nowhere else: some rows of two columns
            # of text begin on one line by chance.
            more = (n for n in range(at + 1, end) if len(_gaps(rows[n])) > len(gaps))
            end = next(more, end)
            out += [piece for row in rows[at:end] for piece in row]
            at = end
            continue
        first, last, records = table
        out += [piece for row in lines[:first] for piece in row]
        out += [PrintedTableRow(record) for record in records]
        at += last
    return out


Row = Sequence[PrintedPiece]
Gap = tuple[float, float]


def _run(rows: Sequence[Row], at: int) -> tuple[int, list[Gap]]:
    """Up to where the rows leave the white that this one does, and what is left of it."""
    free = _gaps(rows[at])
    end = at + 1
    while free and end < len(rows) and not any(isinstance(p, PrintedTableRow) for p in rows[end]):
        left = list(_without(free, rows[end]))
        if len(left) < len(free):
            break
        free, end = left, end + 1
    return end, free


def _gaps(row: Row) -> list[Gap]:
    """The white between the words of a line that may part columns; not that behind a number."""
    if any(isinstance(piece, PrintedTableRow) for piece in row):
        return []
    words = [word for piece in row for word in piece.words]
    ends = {id(piece.words[-1]) for piece in row}
    numbers = takewhile(_is_number, words)
    return [
        (left.x1, right.x0)
        for left, right in pairwise(words[len(list(numbers)) :])
        if (id(left) in ends or right.x0 - left.x1 >= PARTS * max(left.size, right.size))
        and not LABEL.fullmatch(left.text)
    ]


def _is_number(word: PrintedWord) -> bool:
    return bool(LABEL.fullmatch(word.text) or BARE.fullmatch(word.text))


def _without(gaps: Sequence[Gap], row: Row) -> Iterator[Gap]:
    """The widest that the words of a line leave of each gap, if that is enough."""
    words = [word for piece in row for word in piece.words]
    for start, stop in gaps:
        within = [word for word in words if word.x1 > start and word.x0 < stop]
        edges = [start, *(x for word in within for x in (word.x0, word.x1)), stop]
        parts = list(zip(edges[::2], edges[1::2], strict=True))
        widest = max(parts, key=lambda gap: gap[1] - gap[0])
        if widest[1] - widest[0] >= _GUTTER:
            yield widest


def _table(
    lines: Sequence[Row], gaps: Sequence[Gap], least: int
) -> tuple[int, int, list[Cells]] | None:
    """The first and the last line of a table, and its rows."""
    words = [word for row in lines for piece in row for word in piece.words]
    inner = [(start + stop) / 2 for start, stop in gaps]
    edges = [min(word.x0 for word in words), *inner, max(word.x1 for word in words)]
    if len(edges) - 1 < least:
        return None
    found = [
        (start, end, _cells([w for row in lines[start:end] for p in row for w in p.words], edges))
        for start, end in _records(lines)
    ]
    while found and _filled(found[-1][2]) < 2:
        found.pop()
    records = [record for _, _, record in found]
    enough = _LEAST_OF_TEXT if _is_text(records) else _LEAST_ROWS
    if len(records) < enough or not _is_table(records, least) or not _are_rows(records):
        return None
    return found[0][0], found[-1][1], records


def _records(lines: Sequence[Sequence[PrintedPiece]]) -> Iterator[tuple[int, int]]:
    """The first and the last line of each row, which more white parts."""
    steps = [(b[0].foot - a[0].foot) / max(a[0].size, b[0].size) for a, b in pairwise(lines)]
    usual = min(steps, default=1.0)
    start = 0
    for at, step in enumerate(steps, start=1):
        if step > _APART * usual:
            yield start, at
            start = at
    yield start, len(lines)


def _filled(record: Cells) -> int:
    return sum(bool(cell) for cell in record)


def _are_rows(records: Sequence[Cells]) -> bool:
    """Whether in each row the cells begin on one line, and one has more lines than another."""
    full = [record for record in records if _filled(record) >= 2]
    if len(full) < _LEAST_ROWS or len(full) < len(records) - 1:
        return False
    wrapped = 0
    for record in full:
        cells = [rows_of(cell) for cell in record if cell]
        tops = [rows[0][0].foot for rows in cells]
        if max(tops) - min(tops) > 0.3 * cells[0][0][0].size:
            return False
        wrapped += len({len(rows) for rows in cells}) > 1
    return wrapped > 0 and 2 * wrapped >= len(full) - 1


def _is_text(records: Sequence[Cells]) -> bool:
    """Whether a table is of columns all of which are as wide as those of a law."""
    columns = [[p for cell in column for p in cell] for column in zip(*records, strict=True)]
    spans = [(min(p.x0 for p in own), max(p.x1 for p in own)) for own in columns if own]
    room = spans[-1][1] - spans[0][0] if spans else 0
    return all(end - start >= _WIDE * room for start, end in spans)


def _is_table(records: Sequence[Cells], least: int) -> bool:
    """Whether rows are of several columns, and none of these in a language of its own."""
    columns = list(zip(*records, strict=True))
    filled = [[cell for cell in column if cell] for column in columns]
    if sum(bool(cells) for cells in filled) < least:
        return False
    for cells in filled:
        words = words_of(" ".join(piece.text for cell in cells for piece in cell))
        if len(words) >= _ENOUGH and not is_english(words):
            return False
    return True
