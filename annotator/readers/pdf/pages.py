"""The lines of one page in the order in which they are read."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from annotator.lang.structure_words import StructureWords
from annotator.readers.pdf.carried import Gutter, cut_along, gutter_of
from annotator.readers.pdf.channels import parted
from annotator.readers.pdf.columns import columns_of, lines_of
from annotator.readers.pdf.margins import (
    Edges,
    LineNumbers,
    MarginalNote,
    PartedPage,
    edges_of_body,
    heading_of,
    numbers_carried,
    numbers_told,
    opens_section,
    without_line_numbers,
    without_notes,
)
from annotator.readers.pdf.paragraphs import HEADING
from annotator.readers.pdf.rows import (
    PrintedLine,
    PrintedPiece,
    joined_line,
    line_of,
    rows_of,
)
from annotator.readers.pdf.rules import DrawnRule, grids_of
from annotator.readers.pdf.tables import with_ruled, with_unruled
from annotator.readers.pdf.words import PrintedWord

LINE_NUMBER, ASIDE = "line number", "aside"
#: A note begins beside the line that it is on, give or take so much of its size.
_BESIDE = 1.0
#: A table of so many columns is none of notes beside the body of a page.
_PLAIN = 3
#: What is set behind the words of a page is so many times as large.
_GREAT = 3.0


class Layout:
    """Lays pages out one after the other.

    Args:
        structure: the words of their language.
    """

    def __init__(self, structure: StructureWords) -> None:
        self._structure = structure
        #: Where the body stood on the last two pages: on the left ones, and on the right ones.
        self._edges: list[Edges | None] = [None, None]
        #: Where it stood on all of them.
        self._known: list[list[Edges]] = [[], []]
        #: Where the lines were numbered on the last page that tells.
        self._numbers: LineNumbers | None = None
        #: Where two columns began on the last two pages that tell.
        self._gutters: list[Gutter | None] = [None, None]

    def lines(
        self, words: list[PrintedWord], rules: Sequence[DrawnRule] = ()
    ) -> list[PrintedLine]:  # fmt: skip
        """The lines of a page; those that are none of the law's words are marked so."""
        ruled = with_ruled(_without_stamps(words), grids_of(rules))
        plain, numbers = without_line_numbers(parted(ruled))
        if self._numbers and not numbers:
            plain, numbers = numbers_carried(plain, self._numbers)
        self._numbers = numbers_told(plain, numbers) or self._numbers
        pieces = with_unruled(plain, _PLAIN)
        edges = edges_of_body(pieces)
        beside = without_notes(pieces, edges or self._edges[0], self._usual())
        beside = beside._replace(pieces=with_unruled(beside.pieces, 2))
        if beside.pieces:
            self._edges = [self._edges[1], edges]
            self._known = [self._known[1], self._known[0] + ([edges] if edges else [])]
        columns = columns_of(beside.pieces)
        gutter = gutter_of(columns)
        carried = None if gutter else self._carried(plain)
        if carried:
            beside, columns = PartedPage(plain, [], []), carried
        else:
            self._gutters = [self._gutters[1], gutter]
        return _lines(columns, beside, numbers, self._structure)

    def _carried(self, pieces: Sequence[PrintedPiece]) -> list[list[PrintedPiece]] | None:
        """The columns of a page that the pages before it tell."""
        told = (cut_along(pieces, gutter) for gutter in reversed(self._gutters) if gutter)
        return next((columns for columns in told if columns), None)

    def _usual(self) -> Edges | None:
        """Where the body mostly stood on the pages of this side."""
        known = self._known[0]
        return (median(e[0] for e in known), median(e[1] for e in known)) if known else None


def _without_stamps(words: list[PrintedWord]) -> list[PrintedWord]:
    """The words without the great ones behind them: ``DRAFT``."""
    if not words:
        return words
    great = _GREAT * median(word.size for word in words)
    others = [word for word in words if word.size <= great]
    stamps = {
        id(word)
        for word in words
        if word.size > great
        and any(
            word.base - 0.8 * word.size < other.base < word.base + 0.2 * word.size
            and word.x0 < other.x1
            and other.x0 < word.x1
            for other in others
        )
    }
    return [word for word in words if id(word) not in stamps] if stamps else words


def _lines(
    columns: list[list[PrintedPiece]],
    beside: PartedPage,
    numbers: list[PrintedPiece],
    structure: StructureWords,
) -> list[PrintedLine]:
    lines: list[PrintedLine] = []
    for at, column in enumerate(columns):
        for line in lines_of(column):
            line.column = at
            lines.append(line)
    for note in beside.notes:
        _put(lines, note, structure)
    for cell in beside.cells:
        _put_cell(lines, cell)
    for piece in numbers:
        line = line_of([piece])
        line.kind, line.column = LINE_NUMBER, -1
        lines.append(line)
    return lines


def _put(lines: list[PrintedLine], note: MarginalNote, structure: StructureWords) -> None:
    """Put a note above the section beside which it begins; elsewhere it is none of the law."""
    reach = _BESIDE * note.pieces[0].size
    beside = [i for i, line in enumerate(lines) if abs(line.base - note.top) <= reach]
    at = next((i for i in beside if opens_section(lines[i].text)), None)
    rows = heading_of(note, structure)
    if at is None or not rows:
        line = _as_line([[p] for p in note.pieces], ASIDE)
        lines.append(line)
        return
    heading = _as_line(rows, HEADING)
    heading.column = lines[at].column
    lines.insert(at, heading)


def _put_cell(lines: list[PrintedLine], cell: MarginalNote) -> None:
    """Put a cell of a table above the line beside which it begins."""
    line = _as_line(rows_of(cell.pieces), "")
    at = min(range(len(lines)), key=lambda i: abs(lines[i].base - cell.top))
    line.cells, line.column = True, lines[at].column
    line.left, line.right = lines[at].left, lines[at].right
    lines.insert(at, line)


def _as_line(rows: list[list[PrintedPiece]], kind: str) -> PrintedLine:
    """The rows of a note as one line."""
    first = joined_line([line_of(row) for row in rows])
    first.kind, first.column = kind, -1
    return first
