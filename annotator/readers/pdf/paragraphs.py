"""The lines of the pages as one text, in which the lines of a paragraph are one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.readers.joints import kept_hyphen, words_in_text
from annotator.readers.laid import Laid
from annotator.readers.pdf.rows import LABEL, PrintedLine
from annotator.readers.traced import Change, Traced

HEADING = "heading"
#: Lines so much farther apart than is usual are of two paragraphs, or have a blank one between.
_APART, _BLANK = 1.15, 1.3
#: A mark that is raised above a line may push it down so far.
_PUSHED = 1.3
#: What is so much to the right or left, in parts of its size, is indented; sizes differ by so much.
_INDENT, _LEVEL, _OTHER_SIZE = 0.6, 0.4, 0.08
_HALF = expression(r"(?<![^\W\d_])([^\W\d_]+)[-‐\u00ad]$")
_HALVES = expression(r"(?<![^\W\d_])[^\W\d_]+[-‐\u00ad]\n[^\W\d_]+")
_OTHER_HALF = expression(r"[^\W\d_]+")
#: So many lines show how far apart they stand.
_ENOUGH, _FREQUENT = 3, 0.2
#: More of the lines end in hyphens where words are broken, and fewer where none is.
_BROKEN, _FEW, _NEVER = 0.02, 3, 0.005
_LONG = 0.75
#: A syllable before a hyphen of its own, that is no word, is no longer: "sub-agency".
_PREFIX = 4
_DOTS = expression(r"(?:\. ?){4,}|…{2,}|_{4,}")
#: A clause that the page or the column ends within goes on with these.
_OPENS = expression(r"[a-z0-9(“\"‘'$£€]")

LAW = ("", HEADING)


def laid_out(
    pages: Sequence[Sequence[PrintedLine]], words: StructureWords, notes: tuple[str, ...]
) -> tuple[Laid, Traced]:
    """What all pages say line by line, and the text of the law that it holds."""
    offsets, starts, text = [], [], []
    at = 0
    for page in pages:
        starts.append(at)
        for line in page:
            offsets.append(at)
            text.append(line.text)
            at += len(line.text) + 1
    laid = Laid("".join(f"{line}\n" for line in text), pages=tuple(starts), notes=notes)
    lines = [
        (number, line) for number, page in enumerate(pages) for line in page
    ]  # fmt: skip
    joints = _Joints(pages, words, words_in_text(_HALVES.sub(" ", laid.text)))
    changes: list[Change] = []
    above: tuple[int, PrintedLine] | None = None
    end = 0
    for (number, line), start in zip(lines, offsets, strict=True):
        if line.kind not in LAW:
            continue
        if above is None:
            between = ""
        else:
            between, cut = joints.between(above, (number, line))
            end -= cut
        if start > end:
            changes.append((end, start, between))
        changes += [(start + first, start + last, "") for first, last in line.marks]
        above, end = (number, line), start + len(line.text)
    changes.append((end, len(laid.text), "\n"))
    return laid, Traced.whole(laid.text).changed(changes)


class _Joints:
    """How the lines of a document join."""

    def __init__(
        self, pages: Sequence[Sequence[PrintedLine]], words: StructureWords, known: frozenset[str]
    ) -> None:
        self._words, self._known = words, known
        _set_edges(pages)
        self._leading = _leading(pages)
        joined = "|".join(words.conjunctions)
        self._stops = expression(rf"[.;:!?…—–][)\]”’\"']*$|[;,] (?:{joined})$")
        self._hyphens = _hyphens(pages, known)
        #: Whether the line above is the first of its paragraph.
        self._first = True

    def between(
        self, above: tuple[int, PrintedLine], below: tuple[int, PrintedLine]
    ) -> tuple[str, int]:
        """What stands between two lines, and how many letters of the upper one go."""
        (page, upper), (other, line) = above, below
        turns = page != other or upper.column != line.column or line.base <= upper.base
        apart = 0.0 if turns else self._apart(page, upper, line)
        nearest = _PUSHED if line.marks else _APART
        if apart <= nearest and self._goes_on(upper, line, turns):
            self._first = False
            return self._joint(upper.text, line.text)
        self._first = True
        headed = line.kind == HEADING or (line.bold and not upper.bold)
        blank = headed or (apart > _BLANK and upper.kind != HEADING)
        return ("\n\n" if blank else "\n"), 0

    def _apart(self, page: int, upper: PrintedLine, line: PrintedLine) -> float:
        """How far lines stand apart, in parts of what is usual."""
        size = max(upper.size, line.size)
        here = page, line.column, round(size)
        usual = self._leading.get(here) or self._leading.get(here[2:]) or self._leading[()]
        return (line.base - upper.base) / (usual * size)

    def _goes_on(self, upper: PrintedLine, line: PrintedLine, turns: bool) -> bool:
        if HEADING in (upper.kind, line.kind) or upper.cells or line.cells:
            return False
        if abs(upper.size - line.size) > _OTHER_SIZE * max(upper.size, line.size):
            return False
        if line.within or _DOTS.search(upper.text):
            return False
        stopped = self._stops.search(upper.text) is not None
        ended = stopped or upper.text[-1] == ","
        first = line.text.split(" ", 1)[0]
        labelled = LABEL.fullmatch(first) is not None
        if labelled and (ended or not _is_full(upper, line)):
            return False
        if upper.bold != line.bold and (ended or not line.text[0].islower()):
            return False
        if line.text[0].islower() and not stopped and not labelled:
            return not ended or _is_full(upper, line)
        if not _is_full(upper, line) and not (upper.text[-1] == "," and _is_long(upper)):
            return False
        if turns:
            # Nothing tells but the words: a sentence from the last page goes on.
            goes_on = not ended and _OPENS.match(line.text)
            return bool(goes_on) or upper.text[-1].isalnum() or upper.text[-1] == ","
        return self._is_aligned(upper, line, stopped)

    def _is_aligned(self, upper: PrintedLine, line: PrintedLine, stopped: bool) -> bool:
        """Whether a line begins where a paragraph goes on."""
        begin = upper.within or upper.x0
        moved = line.x0 - begin
        if abs(moved) <= _LEVEL * line.size:
            return True
        if moved < 0:
            # Only the first line of a paragraph is indented: the next one goes back.
            return self._first and line.x0 <= upper.x0 + _LEVEL * line.size
        return self._first and not stopped and moved > _INDENT * line.size

    def _joint(self, upper: str, line: str) -> tuple[str, int]:
        half, other = _HALF.search(upper), _OTHER_HALF.match(line)
        if half and other and other[0][0].islower():
            kept = self._is_own(half[1], other[0])
            return "", int(not kept)
        return ("" if upper[-1] in "-‐–/" and upper[-2:-1].strip() else " "), 0

    def _is_own(self, half: str, other: str) -> bool:
        """Whether the hyphen at the end of a line is the word's own."""
        if kept_hyphen(half, other, self._known, self._words):
            return True
        if half + other in self._known or self._hyphens.break_words:
            return False
        words = other in self._known and (half in self._known or len(half) <= _PREFIX)
        return words or self._hyphens.never


def _is_long(line: PrintedLine) -> bool:
    """Whether a line takes most of its column: what is kept together had no room on it."""
    return line.x1 - line.left > _LONG * (line.right - line.left)


def _leading(pages: Sequence[Sequence[PrintedLine]]) -> dict[tuple[int, ...], float]:
    """How far lines of a size mostly stand apart, in parts of it: on a page, in all, in any size.

    Lines below one that is full tell.
    """
    steps: dict[tuple[int, ...], Counter[float]] = defaultdict(Counter)
    for number, page in enumerate(pages):
        for above, below in pairwise(page):
            step = (below.base - above.base) / max(above.size, below.size)
            alike = abs(above.size - below.size) < 0.5 and above.column == below.column
            if alike and 0.8 < step < 3 and _is_full(above, below) and not below.within:
                size = round(below.size)
                for key in ((number, below.column, size), (size,), ()):
                    steps[key][round(50 * step) / 50] += 1
    found = {key: _least(counts) for key, counts in steps.items() if counts.total() >= _ENOUGH}
    return {(): 1.2} | found


def _least(steps: Counter[float]) -> float:
    """The least of the steps that are frequent: those between paragraphs are greater."""
    return min(step for step, n in steps.items() if n >= _FREQUENT * steps.total())


def _is_full(upper: PrintedLine, line: PrintedLine) -> bool:
    """Whether the first word of a line had no room on the one above."""
    return upper.x1 + 0.25 * line.size + line.first > upper.right - 0.3 * line.size


class _Hyphens(NamedTuple):
    """Whether words are broken at the ends of lines, and whether surely none is."""

    break_words: bool
    never: bool


def _hyphens(pages: Sequence[Sequence[PrintedLine]], known: frozenset[str]) -> _Hyphens:
    """What the ends of all lines show, where also hyphens of the words' own stand."""
    lines = hyphens = 0
    for page in pages:
        for above, below in pairwise(page):
            half, other = _HALF.search(above.text), _OTHER_HALF.match(below.text)
            lines += 1
            if half and other and other[0][0].islower():
                if half[1] + other[0] in known:
                    return _Hyphens(break_words=True, never=False)
                hyphens += 1
    return _Hyphens(
        break_words=hyphens > max(_FEW, _BROKEN * lines), never=hyphens < _NEVER * lines
    )


def _set_edges(pages: Sequence[Sequence[PrintedLine]]) -> None:
    """Set the right edge of each line's column, which a page of few lines does not show."""
    columns: dict[tuple[int, int], list[PrintedLine]] = defaultdict(list)
    for number, page in enumerate(pages):
        for line in page:
            if not line.kind:
                columns[number, line.column].append(line)
    edges = {
        key: (min(line.x0 for line in lines), max(line.x1 for line in lines))
        for key, lines in columns.items()
    }
    wide = [right - left for key, (left, right) in edges.items() if len(columns[key]) >= 5]
    usual = median(wide) if wide else 0.0
    for key, lines in columns.items():
        left, right = edges[key]
        if len(lines) < 5 and right - left < usual:
            right = max(right, left + usual)
        for line in lines:
            line.left, line.right = left, right
