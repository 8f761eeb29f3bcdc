"""Lines one below the other, and rows of tables as lines: what has no lines of its own has these.

A web page, a Word document. A number and the words that it numbers stand on one line, whatever is
set between them: cells of a table, columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from annotator.expressions import expression
from annotator.lang import language
from annotator.readers.traced import Piece, Traced, made, words_in

#: A number that an item says itself.
LABEL = expression(
    r"\(?(?:\d{1,4}[A-Za-z]{0,3}|[A-Za-z]|[ivxlc]{2,6}|[IVXLC]{2,6}|(?P<twice>[a-z])(?P=twice))"
    r"[.)]+(?=\s|\(|\W*\Z)"
)
#: Marks that stand before an item instead of a number.
DASHES = ("—", "–", "-", "•", "·")
_STOP = expression(r"[.,;:)\]]")
#: Words in a cell of a table of data are no longer; what is longer is a provision.
_LONGEST_CELL = 250
_SENTENCE = expression(r"[.;:—–]\W*\Z")
#: Two words, and the last letters of a sentence.
_WORDS = expression(r"[^\W\d_]{3} [^\W\d_]")
_LAST_WORD = expression(r"[a-z]{3}\.\Z")
_SHORT = 60
_BARE_NUMBER = expression(r"\d{1,4}[A-Z]{0,3}")
#: A provision begins with its number; and no note in the margin has figures or is as long.
_OPENS = expression(r"\d{1,4}[A-Z]{0,3}(?:\.|\s*[(—–-]|\s+(?=[A-Z]))")
_NO_NOTE = expression(r"\d|.{90}")
#: A sentence that goes on in a list below it.
_LEADS = expression(r"\w[—–]\Z")


class FlowLine(list[Piece]):
    """The words on a line; ``as_is`` where the page shows every blank of them."""

    as_is = False


def folded(line: FlowLine) -> Traced:
    """The words on a line, its white space folded unless it is to stay as it is."""
    words = Traced.of(line)
    return words.cut(0, len(words.text.rstrip())) if line.as_is else words.folded()


class Flow:
    """Lines one below the other: of the page, or of a cell of a table."""

    def __init__(self) -> None:
        self.lines: list[FlowLine] = []
        self.line = FlowLine()
        self._gap = False
        self._numbered = False  # the line holds a number alone, and waits for its words
        self._left_out = False  # something stood here that is left out

    def leave_out(self) -> None:
        """Something stands here that is none of the law: a blank on either side of it is one."""
        self._left_out = True

    def put(self, pieces: Iterable[Piece], *, as_is: bool = False) -> None:
        """Go on with the line."""
        self.line.as_is = self.line.as_is or as_is
        for piece in pieces:
            if self._left_out:
                close_up(self.line, piece)
            self._left_out = False
            self.line.append(piece)
            if self._numbered and piece[0].strip():
                self._numbered = False

    def number(self, *, blank: bool = True) -> None:
        """The line so far is the number of what comes next, or a mark before it."""
        if words_on(self.line):
            if blank:
                self.line.append(made(" ", self.line))
            self._numbered = True

    def end(self, *, gap: bool = False, always: bool = False) -> None:
        """End the line, save that a number waits for its words; a gap stands below it if asked."""
        if self._numbered and not always:
            return
        self._numbered = False
        if words_on(self.line):
            if self._gap and self.lines:
                self.lines.append(FlowLine())
            self.lines.append(self.line)
            self._gap = False
        self.line = FlowLine()
        self._gap = self._gap or gap

    def without_stop(self) -> None:
        """Leave out the full stop of a sentence that is a title, so that it reads as one."""
        said = words_on(self.line).rpartition("\n")[2]
        if _LAST_WORD.search(said, max(0, len(said) - 4)) and _WORDS.search(said[:-4]):
            words, first, last = next(piece for piece in self.line[::-1] if piece[0].strip())
            if last - first == len(words):
                at = max(n for n, piece in enumerate(self.line) if piece[0].strip())
                kept = words.rstrip().removesuffix(".")
                self.line[at:] = [(kept, first, first + len(kept))]

    def forget_number(self) -> None:
        """Leave the number out that waits for words, if one does."""
        if self._numbered:
            self.line = FlowLine()
            self._numbered = False

    def put_behind(self, words: str) -> None:
        """Go on with the last line that says something, also where it was ended."""
        line = next(filter(words_on, (self.line, *reversed(self.lines))), None)
        if line is not None:
            line.append(made(words, line))

    def br(self) -> None:
        """End the line; one that is empty is a gap, and a number still waits for its words."""
        self.end(gap=not words_on(self.line))

    def take(self, lines: Iterable[FlowLine]) -> None:
        """Go on with lines that are set."""
        for line in lines:
            if line:
                self.put(line, as_is=line.as_is)
                self.end()
            else:
                self.end(gap=True)


def words_on(line: Iterable[Piece]) -> str:
    """What a line says."""
    return words_in(line).strip()


def close_up(line: list[Piece], following: Piece) -> None:
    """Take the blanks at the end of a line away, if a stop follows what was left out there."""
    if line and _STOP.match(following[0]):
        words, first, last = line[-1]
        kept = words.rstrip()
        if last - first == len(words):
            line[-1] = kept, first, first + len(kept)
        elif not kept:
            line[-1] = kept, first, last


def set_row(flow: Flow, cells: list[Flow]) -> None:
    """A row of a table: a number and its words, or words in columns."""
    cells = [cell for cell in cells if cell.lines]
    if not cells:
        return
    if len(cells) > 1 and _numbers(cells):
        flow.end()
        flow.put(cells[0].lines[0])
        flow.number()
        cells = cells[1:]
    elif len(cells) == 2 and (noted := _noted(cells)):
        cells = noted
    elif len(cells) > 1 and not any(map(_is_long, cells)):
        flow.end()
        line = FlowLine()
        for cell in cells:
            line.append((" | " if line else "| ", *_place_of(cell.lines[0])))
            line += cell.lines[0]
        flow.put([*line, made(" |", line)])
        flow.end()
        return
    for cell in cells:
        flow.take(cell.lines)
        flow.end(gap=True)


def _place_of(line: FlowLine) -> tuple[int, int]:
    """Where a line begins."""
    return line[0][1], line[0][1]


def _numbers(cells: list[Flow]) -> bool:
    """Whether the first cell of a row is the number of what stands in the others."""
    first, words = cells[0], cells[1]
    if len(first.lines) > 1 or len(cells) > 2:
        return False
    said, told = words_on(first.lines[0]), words_on(words.lines[0])
    if said in DASHES or label_alone().fullmatch(said):
        return True
    provision = len(words.lines) > 1 or len(told) > _SHORT or _SENTENCE.search(told)
    return bool(provision and _BARE_NUMBER.fullmatch(said))


def _noted(cells: list[Flow]) -> list[Flow] | None:
    """A provision and the note in its margin, on either side: the note first, as its heading."""
    finite = language("en").structure.finite
    for note, provision in (cells, cells[::-1]):
        told, said = words_on(note.lines[0]), words_on(provision.lines[0])
        if (
            _OPENS.match(said)
            and _is_sentence(provision)
            and told[0].isupper()
            and not any(_NO_NOTE.search(words_on(line)) for line in note.lines)
            and not finite.search(told)
        ):
            return [note, provision]
    return None


def _is_sentence(cell: Flow) -> bool:
    """Whether a numbered cell says something, or leads to what does: "2. In this Act—"."""
    words = language("en").structure
    said = [words_on(line) for line in cell.lines]
    if any(map(words.finite.search, said)) or _LEADS.search(said[0]):
        return True
    return bool(words.leads_to_definitions.match(_OPENS.sub("", said[0], count=1).strip()))


def _is_long(cell: Flow) -> bool:
    return len(cell.lines) > 1 or len(words_on(cell.lines[0])) > _LONGEST_CELL


@cache
def label_alone() -> re.Pattern[str]:
    """A number on its own, as a provision bears it: ``(a)``, ``12.``, ``Section 4.``."""
    units = "|".join(map(re.escape, language("en").structure.units))
    return expression(rf"{LABEL.pattern}|(?i:{units}) \d{{1,4}}[A-Z]{{0,3}}[.:]?")
