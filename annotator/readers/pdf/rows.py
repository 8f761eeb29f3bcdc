"""Lines of a page: words that stand beside one another, with small raised ones among them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from annotator.expressions import expression
from annotator.readers.pdf.words import PrintedWord

#: Words whose feet are no farther apart, in parts of their size, stand on one line.
_LEVEL = 0.2
#: A note's mark is so much smaller, and no farther above the line, in parts of the size there.
_SMALLER, _LEAST_RAISED, _MOST_RAISED = 0.8, 0.08, 0.75
#: Browsers print one that is hardly smaller and stands higher.
_HARDLY_SMALLER, _RAISED_HIGH = 0.86, 0.2
#: A gap so wide parts the pieces of a line: columns, cells, a number and what it numbers.
PARTS, _OTHERS = 0.9, 0.45
_MARK = expression(r"[\d*†‡§¶#,()\[\]]{1,6}|[a-z]")
#: What stands raised behind a figure or a measure, and belongs to it.
_ORDINAL = expression(r"(?:st|nd|rd|th|o|a)[,.;]?")
_MEASURE = expression(r"\b[ckm]?m$")
_SQUARES = {"2": "²", "3": "³"}
_SPACED = expression(r"[^\W\d_](?:[-’']|[.,:;—–])?")
#: So many such letters make words, or so few that are capital and all of their line.
_LEAST_SPACED, _LEAST_ALONE, _FAR = 4, 3, 3.2
#: A number or letter of a provision.
LABEL = expression(
    r"[“\"‘']?(?:\(?\d{1,4}[A-Za-z]{0,3}[.)]|\(\d{1,4}[A-Z]{0,2}\)|\([A-Za-z]{1,5}\)|[A-Za-z]{1,4}[.)]|"
    r"§{1,2}|[•▪●○■□–—*-])(?:\([0-9A-Za-z]{1,4}\))*"
)
#: A number without a stop; the gap behind one, in parts of its size, and of other gaps of its line.
BARE = expression(r"\d{1,4}[A-Z]{0,3}")
_TAB, _WIDER = 0.6, 1.4


class PrintedPiece:
    """Words on one line without a wide gap among them."""

    __slots__ = ("base", "foot", "size", "words", "x0", "x1")

    def __init__(self, words: list[PrintedWord]) -> None:
        self.words = words
        self.x0, self.x1 = words[0].x0, words[-1].x1
        self.base, self.foot = words[0].base, max(word.base for word in words)
        self.size = max(word.size for word in words)

    @property
    def text(self) -> str:
        """Its words, with blanks between them."""
        return " ".join(word.text for word in self.words)


class PrintedTableRow(PrintedPiece):
    """A row of a table, whose cells may take several lines, as a piece of its first line."""

    __slots__ = ("cells",)

    def __init__(self, cells: Sequence[Sequence[PrintedPiece]]) -> None:
        pieces = [piece for cell in cells for piece in cell]
        super().__init__([word for piece in pieces for word in piece.words])
        self.cells = [rows_of(cell) for cell in cells if cell]
        self.x0, self.x1 = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
        self.size = median(p.size for p in pieces)
        self.base = min(p.base for p in pieces)
        self.foot = min(p.foot for p in pieces)


@dataclass(slots=True)
class PrintedLine:
    """A line as it is printed; ``marks`` are the stretches of its text that call notes.

    ``left`` and ``right`` are the edges of its column; ``first`` is how much room its first word
    takes, ``within`` where its words begin behind a number that a gap parts from them.
    """

    text: str
    x0: float
    x1: float
    base: float
    size: float
    bold: bool
    first: float
    within: float
    marks: tuple[tuple[int, int], ...] = ()
    #: Whether it begins with the mark of a note.
    noted: bool = False
    left: float = 0.0
    right: float = 0.0
    #: What it is: of the law, or left out of it as what.
    kind: str = ""
    column: int = 0
    #: Whether it is a row of a table; and one of which a cell takes several lines.
    cells: bool = False
    wrapped: bool = False


def pieces_of(words: Iterable[PrintedWord]) -> list[PrintedPiece]:
    """The pieces of lines that the words of a page make, from the top down."""
    runs: list[list[PrintedWord]] = []
    for row in _levels(sorted(words, key=lambda word: (word.base, word.x0))):
        row.sort(key=lambda word: word.x0)
        for word in row:
            if word is not row[0] and not _are_parted(runs[-1][-1], word):
                runs[-1].append(word)
            else:
                runs.append([word])
    return _with_marks([PrintedPiece(run) for run in runs])


def _are_parted(left: PrintedWord, right: PrintedWord) -> bool:
    """Whether a gap parts two words; words of two sizes, as beside a note, a narrower one."""
    larger = max(left.size, right.size)
    other = min(left.size, right.size) < 0.9 * larger
    return right.x0 - left.x1 > (_OTHERS if other else PARTS) * larger


def _levels(words: Sequence[PrintedWord]) -> Iterator[list[PrintedWord]]:
    row: list[PrintedWord] = []
    for word in words:
        if row and word.base - row[0].base > _LEVEL * max(row[0].size, word.size):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _with_marks(pieces: list[PrintedPiece]) -> list[PrintedPiece]:
    """Small raised pieces put among the words of the line that they are raised above."""
    raised = [p for p in pieces if len(p.words) <= 2 and all(map(_may_be_raised, p.words))]
    lines = sorted(pieces, key=lambda p: p.foot)
    feet = [p.foot for p in lines]
    largest = max((p.size for p in pieces), default=0.0)
    hosts: dict[int, PrintedPiece] = {}
    for mark in raised:
        first = bisect_right(feet, mark.base)
        last = bisect_right(feet, mark.base + _MOST_RAISED * largest)
        near = (p for p in lines[first:last] if p is not mark and _is_raised(mark, p))
        if host := next(near, None):
            hosts[id(mark)] = host
    words = {id(p): list(p.words) for p in pieces}
    for mark in raised:
        host = hosts.get(id(mark))
        if host and id(host) not in hosts:
            words[id(host)] += words.pop(id(mark))
    runs = [sorted(own, key=lambda word: word.x0) for own in words.values()]
    return _rejoined([PrintedPiece(run) for run in runs])


def _may_be_raised(word: PrintedWord) -> bool:
    return bool(_MARK.fullmatch(word.text) or _ORDINAL.fullmatch(word.text))


def _is_raised(mark: PrintedPiece, line: PrintedPiece) -> bool:
    size = line.size
    above = line.foot - mark.base
    if not (_is_above(mark.size, above, size) and above < _MOST_RAISED * size):
        return False
    return line.x0 - size < mark.x1 and mark.x0 < line.x1 + 0.6 * size


def _rejoined(pieces: list[PrintedPiece]) -> list[PrintedPiece]:
    """Pieces that stood apart only by the mark between them, as one."""
    pieces.sort(key=lambda p: (p.foot, p.x0))
    runs: list[list[PrintedWord]] = []
    last: PrintedPiece | None = None
    for piece in pieces:
        size = max(last.size, piece.size) if last else 0.0
        near = last and 0 <= piece.x0 - runs[-1][-1].x1 <= PARTS * size
        if (
            last
            and near
            and abs(last.foot - piece.foot) <= _LEVEL * size
            and _is_small(last, piece)
        ):
            runs[-1] += piece.words
        else:
            runs.append(list(piece.words))
        last = piece
    return [PrintedPiece(run) for run in runs]


def _is_small(left: PrintedPiece, right: PrintedPiece) -> bool:
    """Whether a raised mark is what stood between two pieces; columns stand apart without one."""
    size, foot = max(left.size, right.size), max(left.foot, right.foot)
    return any(_stands_raised(word, size, foot) for word in (left.words[-1], right.words[0]))


def rows_of(pieces: Sequence[PrintedPiece]) -> list[list[PrintedPiece]]:
    """The pieces that stand on one line together, from the top down and from the left."""
    rows: list[list[PrintedPiece]] = []
    for piece in sorted(pieces, key=lambda p: (p.foot, p.x0)):
        size = max(piece.size, rows[-1][0].size) if rows else 0
        if rows and piece.foot - rows[-1][0].foot <= 1.5 * _LEVEL * size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda p: p.x0)
    return rows


def line_of(row: Sequence[PrintedPiece], *, cells: bool = False) -> PrintedLine:
    """The line that pieces beside one another make; as cells with a bar between them."""
    if any(isinstance(piece, PrintedTableRow) for piece in row):
        return _line_of_table(row)
    words = [word for piece in row for word in piece.words]
    size = max(word.size for word in words)
    foot = max(word.base for word in words)
    ends = {id(piece.words[-1]) for piece in row[:-1]} if cells else set()
    parts, marks, at = [], [], 0
    previous: PrintedWord | None = None
    for word in _unspaced(words):
        told = word.text
        raised = previous is not None and _stands_raised(word, size, foot)
        if raised and previous is not None and _ORDINAL.fullmatch(told):
            raised, gap = False, ""
        elif (
            raised and previous is not None and told in _SQUARES and _MEASURE.search(previous.text)
        ):
            told, raised, gap = _SQUARES[told], False, ""
        else:
            gap = "" if previous is None or (raised and _MARK.fullmatch(told)) else " "
        if previous is not None and id(previous) in ends:
            gap = " | "
        if raised and _MARK.fullmatch(told):
            marks.append((at + len(gap), at + len(gap) + len(told)))
        elif (
            marks and marks[-1][1] == at and previous is not None and _clings(previous, word, told)
        ):
            gap = ""
        parts += [gap, told]
        at += len(gap) + len(told)
        previous = word
    first = words[0]
    noted = (
        len(words) > 1 and bool(_MARK.fullmatch(first.text)) and _stands_raised(first, size, foot)
    )
    within = _within(words)
    sizes = [word.size for word in words if not _stands_raised(word, size, foot)]
    return PrintedLine(
        "".join(parts), first.x0, words[-1].x1, foot, median(sizes or [size]),
        all(word.bold for word in words if word.text[0].isalnum()), first.x1 - first.x0, within,
        marks=tuple(marks), noted=noted, cells=bool(ends),
    )  # fmt: skip


def _line_of_table(row: Sequence[PrintedPiece]) -> PrintedLine:
    """A row of a table, each cell of which is one line."""
    cells: list[list[list[PrintedPiece]]] = []
    for piece in row:
        cells += piece.cells if isinstance(piece, PrintedTableRow) else [[[piece]]]
    lines = [joined_line([line_of(one) for one in cell]) for cell in cells]
    whole = lines[0]
    whole.text = " | ".join(line.text for line in lines)
    whole.x1 = max(piece.x1 for piece in row)
    whole.base = min(piece.foot for piece in row)
    whole.marks, whole.cells, whole.within = (), True, 0.0
    whole.wrapped = any(len(cell) > 1 for cell in cells)
    return whole


def joined_line(lines: Sequence[PrintedLine]) -> PrintedLine:
    """Lines one below another, as those of a note or of a cell, as one."""
    text = ""
    for line in lines:
        broken = text[-1:] == "-" and line.text[0].islower()
        text = text[:-1] + line.text if broken else f"{text} {line.text}".lstrip()
    first = lines[0]
    first.text, first.marks = text, ()
    return first


def _clings(mark: PrintedWord, word: PrintedWord, told: str) -> bool:
    """Whether a stop stands behind the mark of a note: "person¹, who"."""
    return word.x0 - mark.x1 < 0.15 * word.size and not told[0].isalnum()


def _stands_raised(word: PrintedWord, size: float, foot: float) -> bool:
    return _is_above(word.size, foot - word.base, size)


def _is_above(own: float, above: float, size: float) -> bool:
    """Whether what is set in a size of its own stands above a line of another as marks do."""
    if own > _SMALLER * size:
        return own <= _HARDLY_SMALLER * size and above > _RAISED_HIGH * size
    return above > _LEAST_RAISED * size


def _within(words: Sequence[PrintedWord]) -> float:
    """Where the words begin behind a number that a gap parts from them; 0 where none does."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(words)]
    for at, gap in enumerate(gaps[:3]):
        label = words[at]
        if not (LABEL.fullmatch(label.text) or (not at and BARE.fullmatch(label.text))):
            return 0.0
        # In a justified line all gaps are wide.
        others = gaps[at + 1 :]
        if gap > _TAB * label.size and (len(others) < 3 or gap > _WIDER * median(others)):
            return words[at + 1].x0
    return 0.0


def _unspaced(words: Sequence[PrintedWord]) -> Iterator[PrintedWord]:
    """The words of a line, those whose letters are set apart joined: ``P A R T  I``."""
    run: list[PrintedWord] = []
    alone = all(len(word.text) == 1 and word.text.isupper() for word in words)
    least = _LEAST_ALONE if alone else _LEAST_SPACED
    for word in words:
        if _SPACED.fullmatch(word.text) and (not run or _is_near(run[-1], word)):
            run.append(word)
            continue
        yield from _closed(run, least)
        run = []
        if _SPACED.fullmatch(word.text):
            run = [word]
        else:
            yield word
    yield from _closed(run, least)


def _is_near(left: PrintedWord, right: PrintedWord) -> bool:
    return right.x0 - left.x1 < _FAR * left.size and abs(left.base - right.base) < 1


def _closed(run: list[PrintedWord], least: int) -> Iterator[PrintedWord]:
    """Letters set apart as the words that they make, which wider gaps part."""
    if len(run) < least:
        yield from run
        return
    gaps = [b.x0 - a.x1 for a, b in pairwise(run)]
    usual = median(gaps)
    word = run[0]
    joined = PrintedWord(word.text, word.x0, word.x1, word.base, word.size, word.bold)
    for gap, letter in zip(gaps, run[1:], strict=True):
        if gap > 1.6 * usual + 0.05 * letter.size:
            yield joined
            joined = PrintedWord(
                letter.text, letter.x0, letter.x1, letter.base, letter.size, letter.bold
            )
        else:
            joined.text += letter.text
            joined.x1 = letter.x1
    yield joined
