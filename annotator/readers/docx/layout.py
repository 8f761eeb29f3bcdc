"""The paragraphs of a Word document as the lines of a law.

A paragraph is a line, with the number before it that Word counts; headings have blank lines around
them, as Word leaves space there. A cell whose words are a number stands on the line of what it
numbers, as in web pages. Tables of contents are none of the law.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from annotator.expressions import expression
from annotator.readers.flow import Flow, FlowLine, folded, set_row
from annotator.readers.traced import Piece, Traced, joined
from annotator.word.paragraphs import LINE_BREAK, PAGE_BREAK, Cell, WordParagraph
from annotator.word.paragraphs import Piece as WordPiece

#: A paragraph, and the cells that it stands in, from the outermost.
_Placed = tuple[WordParagraph, tuple[Cell, ...]]

_HEADINGS = expression(r"(?:heading|title|subtitle)\b")
#: A line ends by hand; or a note in the margin does, set with tabs before its section.
_BREAKS = expression(
    rf"[{LINE_BREAK}{PAGE_BREAK}]+|(?<=[^\W\d_][.\w]) *\t[\t ]*(?=\d{{1,3}}[A-Z]{{0,2}}\.[\t ]*\t)"
)
#: A sentence that goes on behind the end of a line, which somebody has typed to make it fit.
_GOES_ON = expression(r"[a-z]")
_ENDS = expression(r"[.;:!?—–-]\W*\Z")
_LAST_CHARACTERS = 20
#: A label that says more than a number or a letter: ``Article 1``.
_WORD = expression(r"[^\W\d_]{3}")


def laid_out(paragraphs: Iterable[WordParagraph]) -> Traced:
    """The text of a law, of which the paragraphs are those of a view."""
    flow = Flow()
    _set([(one, _chain(one.cell)) for one in paragraphs if not one.contents], 0, flow)
    flow.end(always=True)
    return joined(map(folded, flow.lines), "\n")


def _set(paragraphs: Sequence[_Placed], depth: int, flow: Flow) -> None:
    """Set what stands in the body or in one cell, at a depth of tables."""
    for table, inside in groupby(paragraphs, lambda one: _table_of(one, depth)):
        if table:
            flow.end(gap=True, always=True)
            for _, row in groupby(inside, lambda one: one[1][depth].row):
                _set_row(list(row), depth, flow)
            flow.end(gap=True, always=True)
        else:
            for paragraph, _ in inside:
                _set_paragraph(paragraph, flow)


def _set_row(paragraphs: Sequence[_Placed], depth: int, flow: Flow) -> None:
    cells = []
    for _, inside in groupby(paragraphs, lambda one: one[1][depth].column):
        cell = Flow()
        _set(list(inside), depth + 1, cell)
        cell.end(always=True)
        cells.append(cell)
    set_row(flow, cells)
    flow.end()


def struck_out(paragraphs: Iterable[WordParagraph]) -> list[int]:
    """Where in the text of the view words begin that a line is drawn through, and are left out."""
    return [
        one.start + piece.start
        for one in paragraphs
        for piece in one.pieces
        if piece.struck and piece.words.strip()
    ]


def _set_paragraph(paragraph: WordParagraph, flow: Flow) -> None:
    heading = paragraph.outline is not None or bool(_HEADINGS.match(paragraph.style))
    says = any(piece.words.strip() for piece in paragraph.pieces if not piece.struck)
    label = paragraph.label.strip()
    if not says and not (label and (heading or paragraph.cell or _WORD.search(label))):
        flow.end(gap=True)
        return
    flow.end(gap=heading)
    start = paragraph.start
    if label:
        flow.put([(label, start, start)])
        if says:
            flow.number(blank=bool(paragraph.gap))
    for at, line in enumerate(_lines(paragraph)):
        if at:
            flow.end(always=True)
        flow.put(line)
    flow.end(gap=heading, always=True)


def _lines(paragraph: WordParagraph) -> Iterator[FlowLine]:
    """The lines of a paragraph, which its author may have ended by hand."""
    text, done = paragraph.text, 0
    struck = [piece for piece in paragraph.pieces if piece.struck]
    for match in _BREAKS.finditer(text):
        if _GOES_ON.match(text, match.end()) and not _ENDS.search(_before(text, match.start())):
            continue
        yield _line(paragraph, struck, done, match.start())
        done = match.end()
    yield _line(paragraph, struck, done, len(text))


def _before(text: str, end: int) -> str:
    return text[max(0, end - _LAST_CHARACTERS) : end]


def _line(paragraph: WordParagraph, struck: Sequence[WordPiece], start: int, end: int) -> FlowLine:
    """The words of a stretch of a paragraph, save those that are struck out."""
    line = FlowLine()
    done = start
    for at in range(bisect_right(struck, start, key=_end_of), len(struck)):
        piece = struck[at]
        if piece.start >= end:
            break
        line.append(_words(paragraph, done, max(done, piece.start)))
        done = min(_end_of(piece), end)
    line.append(_words(paragraph, done, end))
    return line


def _end_of(piece: WordPiece) -> int:
    return piece.start + len(piece.words)


def _words(paragraph: WordParagraph, start: int, end: int) -> Piece:
    return paragraph.text[start:end], paragraph.start + start, paragraph.start + end


def _chain(cell: Cell | None) -> tuple[Cell, ...]:
    """A cell and those that its tables stand in, from the outermost."""
    chain: list[Cell] = []
    while cell is not None:
        chain.append(cell)
        cell = cell.within
    return tuple(reversed(chain))


def _table_of(placed: _Placed, depth: int) -> int:
    """The table at a depth that a paragraph stands in; 0 where it stands in none."""
    chain = placed[1]
    return chain[depth].table if len(chain) > depth else 0
