"""Marginal notes that are printed in a column of their own, beside the text.

Where a plain text keeps the columns by spaces, a row holds a piece of a note and a piece of the
law. The rows are taken apart here: a line of the law begins in the column of the law, and its note
is its heading. A column is one only if sections begin beside it and nearly every row respects it.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass, field

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
#: So many lines below the last note of a page still tell its columns.
_BELOW = 12


@dataclass(slots=True)
class _Row:
    """A row taken apart: what it holds of the law, and of a note; either may be missing."""

    line: Line
    law: Line | None
    note: tuple[int, int] | None


@dataclass(slots=True)
class _Run:
    """Sections one below another that bear their notes on one side: their lines and columns."""

    left: bool
    found: list[tuple[int, int]] = field(default_factory=list)

    @property
    def last(self) -> int:
        """The line of the last of them."""
        return self.found[-1][0]

    def keeps(self, line: Line) -> bool:
        """Whether a line keeps the columns that the nearest of them has."""
        column = self.found[0][1]
        return line.furniture or (_keeps_left if self.left else _keeps_right)(line, column)


def without_margin(lines: list[Line]) -> list[Line]:
    """The lines of the law alone; each knows the note that stands beside it, and where.

    Lines of a law that has no such columns are returned as they are, and so are the heads and feet
    of its pages. Where the margin is now at the right and now at the left, as on facing pages, each
    stretch of the law is read by its own.
    """
    wide = [i for i, line in enumerate(lines) if "  " in line.text and not line.furniture]
    if len(wide) < _MIN_NOTES:
        return lines
    sides = _stretches(lines, wide)
    if len(sides) < 2:
        return _within_edges(lines, None)
    return [line for begin, end, left in sides for line in _within_edges(lines[begin:end], left)]


def _within_edges(lines: list[Line], left: bool | None) -> list[Line]:
    """The lines of a stretch without its margin; the heads and feet of pages stay among them."""
    edges = [line for line in lines if line.furniture]
    if not edges:
        return _without_margin(lines, left)
    inner = _without_margin([line for line in lines if not line.furniture], left)
    return sorted([*inner, *edges], key=lambda line: line.start)


def _without_margin(lines: list[Line], left: bool | None) -> list[Line]:
    """The lines without their margin on the ``left`` or right; on either where it is not known."""
    fewest = _MIN_NOTES if left is None else 1
    wide = [i for i, line in enumerate(lines) if "  " in line.text]
    found = None if left is False or len(wide) < fewest else _left_column(lines, wide, fewest)
    apart = _apart_left
    if found is None and left is not True and len(wide) >= fewest:
        found, apart = _right_column(lines, wide, fewest), _apart_right
    if found is None:
        return lines
    first, column = found
    return lines[:first] + _joined([apart(line, column) for line in lines[first:]])


def _stretches(lines: list[Line], wide: list[int]) -> list[tuple[int, int, bool]]:
    """Stretches whose margin is on one side: from, to, and whether it is the left one.

    None where all notes are on one side. Sections that bear a note tell the side.
    """
    runs: list[_Run] = []
    for i in wide:
        at = _beside_a_section(lines[i])
        if at is None:
            continue
        if not runs or runs[-1].left != (at <= _MAX_MARGIN):
            runs.append(_Run(at <= _MAX_MARGIN))
        runs[-1].found.append((i, at))
    runs = _kept(lines, runs)
    if len(runs) < 2 or sum(len(run.found) for run in runs) <= _MIN_NOTES:
        return []
    turns = [_turn(lines, above, below) for above, below in itertools.pairwise(runs)]
    bounds = itertools.pairwise([0, *turns, len(lines)])
    return [(*bound, run.left) for bound, run in zip(bounds, runs, strict=True)]


def _kept(lines: list[Line], runs: list[_Run]) -> list[_Run]:
    """The runs that stand beside a column, those of one side that meet joined.

    A single note is one only on a page of its own.
    """
    kept: list[_Run] = []
    ends = [*(run.found[0][0] for run in runs[1:]), len(lines)]
    for run, end in zip(runs, ends, strict=False):
        first = run.found[0][0]
        rows = lines[first : min(end, run.last + _BELOW)]
        rows = [line for line in rows if not line.furniture]
        wide = [i for i, line in enumerate(rows) if "  " in line.text]
        column = _left_column if run.left else _right_column
        if column(rows, wide, 1) is None:
            continue
        if kept and kept[-1].left == run.left:
            kept[-1].found += run.found
        elif not kept or len(run.found) >= _MIN_NOTES or _pages(lines, kept[-1].last, first):
            kept.append(run)
    return kept


def _beside_a_section(line: Line) -> int | None:
    """Where the law begins behind a note on the left, or the note on the right of its number."""
    if not _NUMBER.match(line.text):
        match = _NOTE_LEFT.match(line.text)
        at = line.column + match.end() if match else 0
        return at if 0 < at <= _MAX_MARGIN else None
    match = _NOTE_RIGHT.search(line.text)
    if match is None or not match["note"][0].isupper():
        return None
    at = line.column + match.start("note")
    return at if at > _MAX_MARGIN else None


def _pages(lines: list[Line], above: int, below: int) -> list[int]:
    """The lines between two that begin a page."""
    return [
        i
        for i in range(above + 1, below + 1)
        if lines[i].page_break or (lines[i].furniture and not lines[i - 1].furniture)
    ]


def _turn(lines: list[Line], above: _Run, below: _Run) -> int:
    """The line with which the margin goes over to the other side.

    A page begins there. Where no page is seen to begin, the edge of the text changes: so few rows
    as can be are out of the columns; and a paragraph begins, if it may.
    """
    last, first = above.last, below.found[0][0]
    pages = set(_pages(lines, last, first))
    rows = range(last + 1, first)
    cost = sum(not below.keeps(lines[i]) for i in rows)
    costs = {last + 1: cost}
    for i in rows:
        cost += below.keeps(lines[i]) - above.keeps(lines[i])
        costs[i + 1] = cost
    return min(pages or costs, key=lambda i: (costs[i], not lines[i].gap, -i))


def _left_column(
    lines: list[Line], wide: list[int], fewest: int = _MIN_NOTES
) -> tuple[int, int] | None:
    """The first line beside notes on the left, and the column in which the law begins there."""
    found = [
        (i, lines[i].column + match.end())
        for i in wide
        if (match := _NOTE_LEFT.match(lines[i].text)) and not _NUMBER.match(lines[i].text)
    ]
    column = _most_common([column for _, column in found], fewest)
    if column is None or column > _MAX_MARGIN:
        return None
    first = next(i for i, where in found if abs(where - column) <= _WAVER)
    rows = lines[first:]
    keeping = sum(_keeps_left(line, column) for line in rows)
    return (first, column) if keeping >= _MIN_KEEPING * len(rows) else None


def _right_column(
    lines: list[Line], wide: list[int], fewest: int = _MIN_NOTES
) -> tuple[int, int] | None:
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
    openings = [i for i, above in zip(beside, [-2, *beside], strict=False) if above != i - 1]
    numbered = sum(bool(_NUMBER.match(lines[i].text) and _opens_note(lines[i])) for i in openings)
    rows = lines[beside[0] :]
    keeping = sum(_keeps_right(line, column) for line in rows)
    if numbered < max(fewest, 0.5 * len(openings)) or len(beside) > 0.8 * len(rows):
        return None
    return (beside[0], column) if keeping >= _MIN_KEEPING * len(rows) else None


def _keeps_left(line: Line, column: int) -> bool:
    return (
        line.column >= column - _WAVER
        or _gap_left(line, column) is not None
        or line.column + len(line.text) < column
    )


def _keeps_right(line: Line, column: int) -> bool:
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
            row.law and _NUMBER.match(row.law.text) and not (open_ and _goes_on(groups[-1], row))
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
    """The lines of a law, and among them the pieces of its marginal notes, as headings."""
    pieces = [
        Line(start, end, text[start:end], gap=False, heading=True)
        for line in lines
        for start, end in line.margin
    ]
    return sorted([*lines, *pieces], key=lambda line: line.start) if pieces else lines
