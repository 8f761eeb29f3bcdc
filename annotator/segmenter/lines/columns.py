"""Marginal notes that are printed in a column of their own, beside the text.

Where a plain text keeps the columns by spaces, a row holds a piece of a note and a piece of the
law. The rows are taken apart here: a line of the law begins in the column of the law, and its note
is its heading. A column is one only if sections begin beside it and nearly every row respects it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from annotator.segmenter.lines.line import Line

_NUMBER = re.compile(r"\d{1,4}[A-Z]{0,2}\s?[.(—-]|\(\d{1,2}\)")
_NOTE_LEFT = re.compile(r"(?P<note>\S(?:.{0,38}?\S)?)\s{2,}(?=\d{1,4}[A-Z]{0,2}\s?[.(—-])")
_GAP = re.compile(r"\s{2,}(?=\S)")
_NOTE_RIGHT = re.compile(r"\s{3,}(?P<note>\S(?: ?\S){0,29})$")
#: A column may waver by so many letters: indented subsections, slips of a typist.
_WAVER, _INDENT = 3, 9
#: A margin on the left is no wider.
_MAX_MARGIN = 40
#: So many sections must stand beside the notes, and so great a part of the rows keep the columns.
_MIN_NOTES, _MIN_KEEPING = 2, 0.75


@dataclass(slots=True)
class _Row:
    """A row taken apart: what it holds of the law, and of a note; either may be missing."""

    line: Line
    law: Line | None
    note: tuple[int, int] | None


def without_margin(lines: list[Line]) -> list[Line]:
    """The lines of the law alone; each knows the note that stands beside it, and where.

    Lines of a law that has no such columns are returned as they are, and so are the heads and feet
    of its pages.
    """
    edges = [line for line in lines if line.furniture]
    if not edges:
        return _without_margin(lines)
    inner = _without_margin([line for line in lines if not line.furniture])
    return sorted([*inner, *edges], key=lambda line: line.start)


def _without_margin(lines: list[Line]) -> list[Line]:
    wide = [i for i, line in enumerate(lines) if "  " in line.text]
    if len(wide) < _MIN_NOTES:
        return lines
    left = _left_column(lines, wide)
    if left is not None:
        first, column = left
        rows = [_apart_left(line, column) for line in lines[first:]]
        return lines[:first] + _joined(rows)
    right = _right_column(lines, wide)
    if right is not None:
        first, column = right
        rows = [_apart_right(line, column) for line in lines[first:]]
        return lines[:first] + _joined(rows)
    return lines


def _left_column(lines: list[Line], wide: list[int]) -> tuple[int, int] | None:
    """The first line beside notes on the left, and the column in which the law begins there."""
    found = [
        (i, lines[i].column + match.end())
        for i in wide
        if (match := _NOTE_LEFT.match(lines[i].text)) and not _NUMBER.match(lines[i].text)
    ]
    column = _most_common([column for _, column in found])
    if column is None or column > _MAX_MARGIN:
        return None
    first = next(i for i, where in found if abs(where - column) <= _WAVER)
    rows = lines[first:]
    keeping = sum(
        line.column >= column - _WAVER
        or _gap_left(line, column) is not None
        or line.column + len(line.text) < column
        for line in rows
    )
    return (first, column) if keeping >= _MIN_KEEPING * len(rows) else None


def _right_column(lines: list[Line], wide: list[int]) -> tuple[int, int] | None:
    """The first line beside notes on the right, and the column in which the notes begin."""
    found = [
        (i, lines[i].column + match.start("note"))
        for i in wide
        if (match := _NOTE_RIGHT.search(lines[i].text)) and not match["note"].isdecimal()
    ]
    column = _most_common([column for _, column in found])
    if column is None:
        return None
    beside = [i for i, where in found if abs(where - column) <= _WAVER]
    openings = [i for i, above in zip(beside, [-2, *beside], strict=False) if above != i - 1]
    numbered = sum(bool(_NUMBER.match(lines[i].text) and _opens_note(lines[i])) for i in openings)
    rows = lines[beside[0] :]
    keeping = sum(
        line.column + len(line.text) <= column
        or _gap_right(line, column) is not None
        or line.column >= column - _WAVER
        for line in rows
    )
    if numbered < max(_MIN_NOTES, 0.5 * len(openings)) or len(beside) > 0.8 * len(rows):
        return None
    return (beside[0], column) if keeping >= _MIN_KEEPING * len(rows) else None


def _opens_note(line: Line) -> bool:
    """Whether the note on the right begins as one does; words behind a wide space do not."""
    match = _NOTE_RIGHT.search(line.text)
    return match is not None and not match["note"][0].islower()


def _most_common(columns: list[int]) -> int | None:
    """The column in which most of them stand, give or take a little; None where few do."""
    if not columns:
        return None
    column, _ = Counter(columns).most_common(1)[0]
    near = sum(abs(where - column) <= _WAVER for where in columns)
    return column if near >= _MIN_NOTES else None


def _gap_left(line: Line, column: int) -> re.Match[str] | None:
    """The gap behind which the law begins in a row that a note begins."""
    for gap in _GAP.finditer(line.text, 0, column + _INDENT):
        if column - _WAVER <= line.column + gap.end() <= column + _INDENT:
            return gap
    return None


def _gap_right(line: Line, column: int) -> re.Match[str] | None:
    match = _NOTE_RIGHT.search(line.text)
    near = match and abs(line.column + match.start("note") - column) <= _WAVER
    return match if near else None


def _apart_left(line: Line, column: int) -> _Row:
    if line.column >= column - _WAVER:
        return _Row(line, line, None)
    gap = _gap_left(line, column)
    if gap:
        return _Row(line, _part(line, gap.end()), (line.start, line.start + gap.start()))
    if line.column + len(line.text) < column:
        return _Row(line, None, (line.start, line.end))
    return _Row(line, line, None)


def _apart_right(line: Line, column: int) -> _Row:
    gap = _gap_right(line, column)
    if gap:
        note = line.start + gap.start("note"), line.end
        return _Row(line, _part(line, 0, gap.start()), note)
    if line.column >= column - _WAVER:
        return _Row(line, None, (line.start, line.end))
    return _Row(line, line, None)


def _part(line: Line, begin: int, end: int | None = None) -> Line:
    text = line.text[begin:end]
    start = line.start + begin
    return Line(
        start, start + len(text), text, line.gap, line.page_break, column=line.column + begin
    )


def _joined(rows: list[_Row]) -> list[Line]:
    """The law's lines, each note on the line of the law beside which it begins."""
    laws: list[Line] = []
    gap = page_break = False
    for row in rows:
        gap, page_break = gap or row.line.gap, page_break or row.line.page_break
        if row.law:
            row.law.gap, row.law.page_break = gap, page_break
            gap = page_break = False
            laws.append(row.law)
    for group in _groups(rows):
        beside = [row.law for row in group if row.law]
        holder = next((law for law in beside if _NUMBER.match(law.text)), None)
        holder = holder or (beside or laws)[0] if laws else None
        if holder is None:
            continue
        holder.note = f"{holder.note} {_note(group)}".strip()
        holder.margin += tuple(row.note for row in group if row.note)
    return laws


def _groups(rows: list[_Row]) -> list[list[_Row]]:
    """The rows of each note: those one below another, up to where a section begins."""
    groups: list[list[_Row]] = []
    open_ = False
    for row in rows:
        if row.note is None:
            open_ = False
            continue
        opens = row.law is not None and _NUMBER.match(row.law.text)
        if open_ and not row.line.gap and not (opens and any(r.law for r in groups[-1])):
            groups[-1].append(row)
        else:
            groups.append([row])
        open_ = True
    return groups


def _note(group: list[_Row]) -> str:
    """A note's words on one line, without the laws that it names behind its own full stop."""
    words = ""
    for row in group:
        if row.note is None:
            continue
        begin, end = (offset - row.line.start for offset in row.note)
        piece = row.line.text[begin:end]
        if words and words[-1] in ".;" and re.search(r"\d", piece):
            break
        if re.search(r"\w-$", words) and piece[0].islower():
            words = words[:-1] + piece
        else:
            words = f"{words} {piece}".strip()
    return words


def with_margin(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a law, and among them the pieces of its marginal notes, as headings."""
    pieces = [
        Line(start, end, text[start:end], gap=False, heading=True)
        for line in lines
        for start, end in line.margin
    ]
    return sorted([*lines, *pieces], key=lambda line: line.start) if pieces else lines
