"""One column of marginal notes, printed beside the text.

Where a plain text keeps the columns by spaces, a row holds a piece of a note and a piece of the
law. The rows are taken apart here: a line of the law begins in the column of the law, and its note
is its heading. A column is one only if sections begin beside it and nearly every row respects it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from annotator.expressions import expression
from annotator.segmenter.lines.line import Line

#: A row of the law that a section or a subsection opens.
NUMBERED = expression(r"\d{1,4}[A-Z]{0,2}\s?[.(—-]|\(\d{1,2}\)")
_NOTE_LEFT = expression(r"(?P<note>\S(?:.{0,38}?\S)?)\s{2,}(?=\d{1,4}[A-Z]{0,2}\s?[.(—-])")
_GAP = expression(r"\s{2,}(?=\S)")
_BLANK = expression(r"\s(?=\S)")
_NOTE_RIGHT = expression(r"\s{3,}(?P<note>\S(?: ?\S){0,29})$")
#: A column may waver by so many letters: indented subsections, slips of a typist.
_WAVER, _INDENT = 3, 9
#: A margin on the left is no wider.
_MAX_MARGIN = 40
#: So many sections must stand beside the notes, and so great a part of the rows keep the columns.
MIN_NOTES, _MIN_KEEPING = 2, 0.75


@dataclass(slots=True)
class _Row:
    """A row taken apart: what it holds of the law, and of a note; either may be missing."""

    line: Line
    law: Line | None
    note: tuple[int, int] | None


def apart_from_notes(lines: list[Line], left: bool | None = None) -> list[Line] | None:
    """The lines of the law alone, if they stand beside one column of notes.

    Args:
        lines: those of a stretch, without the heads and feet of its pages.
        left: on which side the notes are known to be, so that a single one is enough.

    Returns:
        The lines, with their notes; None where no such column is found.
    """
    fewest = MIN_NOTES if left is None else 1
    wide = [i for i, line in enumerate(lines) if "  " in line.text]
    if len(wide) < fewest:
        return None
    found, apart = None if left is False else _left_column(lines, wide, fewest), _apart_left
    if found is None and left is not True:
        found, apart = _right_column(lines, wide, fewest), _apart_right
    if found is None:
        return None
    first, column = found
    rows = [apart(line, column) for line in lines[first:]]
    if apart is _apart_left:
        _give_back_headings(rows)
    return lines[:first] + _joined(rows)


def _give_back_headings(rows: list[_Row]) -> None:
    """Let lines in capitals that stand apart at the left be the law's: "PART TWO", its title."""
    above = False
    for i, row in enumerate(rows):
        alone = row.law is None and row.line.text.isupper()
        above = alone and (row.line.gap or above)
        if above:
            rows[i] = _Row(row.line, row.line, None)


def stands_beside(lines: list[Line], *, left: bool) -> bool:
    """Whether lines that begin with a section's note stand beside one column of notes."""
    wide = [i for i, line in enumerate(lines) if "  " in line.text]
    return (_left_column if left else _right_column)(lines, wide, 1) is not None


def place_of_note(line: Line) -> tuple[bool, int] | None:
    """Whether a section's note stands on its left, and the column by which it is known.

    That is where the law begins behind a note on the left, or the note behind the law.
    """
    if not NUMBERED.match(line.text):
        match = _NOTE_LEFT.match(line.text)
        at = line.column + match.end() if match else 0
        return (True, at) if 0 < at <= _MAX_MARGIN else None
    match = _NOTE_RIGHT.search(line.text)
    if match is None or not match["note"][0].isupper():
        return None
    at = line.column + match.start("note")
    return (False, at) if at > _MAX_MARGIN else None


def _left_column(lines: list[Line], wide: list[int], fewest: int) -> tuple[int, int] | None:
    """The first line beside notes on the left, and the column in which the law begins there."""
    found = [
        (i, lines[i].column + match.end())
        for i in wide
        if (match := _NOTE_LEFT.match(lines[i].text)) and not NUMBERED.match(lines[i].text)
    ]
    column = _most_common([column for _, column in found], fewest)
    if column is None or column > _MAX_MARGIN:
        return None
    first = next(i for i, where in found if abs(where - column) <= _WAVER)
    rows = lines[first:]
    keeping = sum(keeps_left(line, column) for line in rows)
    return (first, column) if keeping >= _MIN_KEEPING * len(rows) else None


def _right_column(lines: list[Line], wide: list[int], fewest: int) -> tuple[int, int] | None:
    """The first line beside notes on the right, and the column in which the notes begin."""
    found = [
        (i, lines[i].column + match.start("note"))
        for i in wide
        if (match := _NOTE_RIGHT.search(lines[i].text)) and not match["note"].isdecimal()
    ]
    column = _most_common([column for _, column in found], fewest)
    if column is None:
        return None
    beside = [i for i, where in found if abs(where - column) <= _WAVER]
    above = [-2, *beside]
    openings = [i for i, j in zip(beside, above, strict=False) if j != i - 1 or lines[i].gap]
    numbered = sum(bool(NUMBERED.match(lines[i].text) and _opens_note(lines[i])) for i in openings)
    rows = lines[beside[0] :]
    keeping = sum(keeps_right(line, column) for line in rows)
    if numbered < max(fewest, 0.5 * len(openings)) or len(beside) > 0.8 * len(rows):
        return None
    return (beside[0], column) if keeping >= _MIN_KEEPING * len(rows) else None


def keeps_left(line: Line, column: int) -> bool:
    """Whether a row keeps to the columns of a law that begins in ``column`` behind its notes."""
    return (
        line.column >= column - _WAVER
        or _gap_left(line, column) is not None
        or line.column + len(line.text) < column
    )


def keeps_right(line: Line, column: int) -> bool:
    """Whether a row keeps to the columns of notes that begin in ``column`` behind the law."""
    return (
        line.column + len(line.text) <= column
        or _gap_right(line, column) is not None
        or line.column >= column - _WAVER
    )


def _opens_note(line: Line) -> bool:
    """Whether the note on the right begins as one does; words behind a wide space do not."""
    match = _NOTE_RIGHT.search(line.text)
    return match is not None and not match["note"][0].islower()


def _most_common(columns: list[int], fewest: int) -> int | None:
    """The column in which most of them stand, give or take a little; None where few do."""
    if not columns:
        return None
    column, _ = Counter(columns).most_common(1)[0]
    near = sum(abs(where - column) <= _WAVER for where in columns)
    return column if near >= fewest else None


def _gap_left(line: Line, column: int) -> re.Match[str] | None:
    """The gap behind which the law begins in a row that a note begins."""
    for gap in _GAP.finditer(line.text, 0, column + _INDENT):
        if column - _WAVER <= line.column + gap.end() <= column + _INDENT:
            return gap
    at = column - line.column  # one blank, behind a note that fills its column
    if 0 < at < len(line.text) and line.text[at - 1] == " " and NUMBERED.match(line.text, at):
        return _BLANK.match(line.text, at - 1)
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
        holder = next((law for law in beside if NUMBERED.match(law.text)), None)
        holder = holder or (beside or laws)[0] if laws else None
        if holder is None:
            continue
        holder.note = f"{holder.note} {_note(group)}".strip()
        holder.margin += tuple(row.note for row in group if row.note)
    return laws


def _groups(rows: list[_Row]) -> list[list[_Row]]:
    """The rows of each note: those one below another, up to where a section begins.

    A note goes on beside a subsection if its words do, or were not ended.
    """
    groups: list[list[_Row]] = []
    open_ = False
    for row in rows:
        if row.note is None:
            open_ = False
            continue
        opens = (
            row.law and NUMBERED.match(row.law.text) and not (open_ and _goes_on(groups[-1], row))
        )
        if open_ and not row.line.gap and not (opens and any(r.law for r in groups[-1])):
            groups[-1].append(row)
        else:
            groups.append([row])
        open_ = True
    return groups


def _goes_on(group: list[_Row], row: _Row) -> bool:
    """Whether a note goes on in a row that a subsection begins; what has a digit names a law."""
    if row.law is None or row.law.text[0] != "(":
        return False
    above, piece = _piece(group[-1]), _piece(row)
    return piece[0].islower() or not (above[-1] in ".;:" or re.search(r"\d", above + piece))


def _piece(row: _Row) -> str:
    """What a row holds of a note."""
    if row.note is None:
        return ""
    begin, end = (offset - row.line.start for offset in row.note)
    return row.line.text[begin:end]


def _note(group: list[_Row]) -> str:
    """A note's words on one line, without the laws that it names behind its own full stop."""
    words = ""
    for row in group:
        if row.note is None:
            continue
        piece = _piece(row)
        if words and words[-1] in ".;" and re.search(r"\d", piece):
            break
        if re.search(r"\w-$", words) and piece[0].islower():
            words = words[:-1] + piece
        else:
            words = f"{words} {piece}".strip()
    return words


def with_margin(text: str, lines: list[Line]) -> list[Line]:
    """The lines of a law, and among them the pieces of its marginal notes, as headings.

    What stands in a margin and is no note is furniture.
    """
    pieces = [
        Line(
            start,
            end,
            text[start:end],
            gap=False,
            heading=bool(line.note),
            furniture=not line.note,
        )
        for line in lines
        for start, end in line.margin
    ]
    return sorted([*lines, *pieces], key=lambda line: line.start) if pieces else lines
