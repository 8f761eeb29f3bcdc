"""Heads and feet of pages, and page numbers."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from annotator.expressions import expression
from annotator.lang.structure_words import PageWords
from annotator.readers.pdf.footnotes import body_size, is_note
from annotator.readers.pdf.rows import LABEL, PrintedLine
from annotator.readers.pdf.running import LEVEL, heights_of, is_heading, over_pages

HEAD = "head"
#: So many lines at each edge of a page may be a head or a foot; each stands at one height on so
#: many pages.
_DEEP = 4
_PAGES, _SHARE = 3, 0.25
#: What is so far from the words beside it, in parts of its size, is no line of theirs; nor is what
#: is farther from them than any step that is so great a part of those from line to line.
_FAR, _FARTHER, _OFTEN = 1.5, 1.1, 0.05
#: A head stands where no words of the law do: on so many pages, and so great a part of its own.
_LAWS_PAGES, _LAWS_SHARE = 2, 0.25
#: What looks like the letter of a provision, and is a word cut short: "No. 14", "Cap. 7".
_SHORT = expression(r"(?![IVXLC]+\.)[A-Z][A-Za-z]{1,3}\.")
_NO_LETTERS = expression(r"[\W\d_]+")
_NUMBER = expression(
    r"[\W_]*(?:(?:page|pg?\.)\s*)?(?P<number>\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*\|\s*page)?[\W_]*",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
#: What differs by so great a part of its size is set in another one.
_OTHER_SIZE = 0.04


def mark_edges(pages: Sequence[Sequence[PrintedLine]], words: PageWords) -> None:
    """Set ``kind`` on the heads and feet of the pages."""
    for top in (True, False):
        edges = [_edge(page, top) for page in pages]
        lines = [line for rows in edges for row in rows for line in row]
        headings = {id(line) for line in lines if is_heading(line, words)}
        _mark(pages, edges, over_pages(pages, edges, words), headings)


def _edge(page: Sequence[PrintedLine], top: bool) -> list[list[PrintedLine]]:
    """The outermost lines of a page, those that stand side by side together."""
    rows: list[list[PrintedLine]] = []
    free = (line for line in page if not line.kind)
    for line in sorted(free, key=lambda one: one.base, reverse=not top):
        if rows and abs(rows[-1][0].base - line.base) <= LEVEL:
            rows[-1].append(line)
        elif len(rows) > _DEEP:
            break  # the last one tells whether the head ends above it
        else:
            rows.append([line])
    return rows


def _mark(
    pages: Sequence[Sequence[PrintedLine]],
    edges: Sequence[list[list[PrintedLine]]],
    running: set[int],
    headings: set[int],
) -> None:
    usual = body_size(pages)
    where_again = _again(edges)
    steps = _steps(edges)
    least = 2 if len(pages) <= _PAGES else max(_PAGES, int(_SHARE * len(pages)))
    often = {key for key, where in where_again.items() if len(where) >= min(least, 2 * _PAGES)}
    lines = [(number, line) for number, rows in enumerate(edges) for row in rows for line in row]
    full = sum(map(bool, pages))
    numbers = {id(line) for at, line in lines if _is_number(line, at, steps, full)}
    again = {id(line) for _, line in lines if _is_often(line, often)}
    # Notes that read alike stand at one height, too.
    again -= {id(line) for at, line in lines if is_note(line, pages[at], usual)}
    known = numbers | (again - headings) | running
    body = _Body(pages, edges, known, usual)
    places = Counter(
        height for _, line in lines if id(line) in again for height in heights_of(line)
    )
    sure = numbers | running
    found = [
        _heads(rows, pages[number], known, numbers, running, body, places)
        for number, rows in enumerate(edges)
    ]
    for heads in _agreed(found, edges, sure):
        for row in heads:
            for line in row:
                line.kind = HEAD


def _heads(
    rows: list[list[PrintedLine]],
    page: Sequence[PrintedLine],
    known: set[int],
    numbers: set[int],
    running: set[int],
    body: _Body,
    places: Counter[int],
) -> list[list[PrintedLine]]:
    """The rows of the head of a page, from its edge inwards."""
    heads: list[list[PrintedLine]] = []
    for at, row in enumerate(rows[:_DEEP]):
        if not _has_one(row, known):
            inner = rows[at + 1] if at + 1 < len(rows) else []
            if heads:
                # What stands above the line that says what goes on is no law: "Reprint 1998".
                if not _has_one(inner, running) or inner[0].base < row[0].base:
                    break
            # The name of a part stands in the head of a few pages, above what comes again.
            elif not _has_one(inner, known) or LABEL.match(row[0].text) or not _is_apart(row, page):
                break
        elif not (_has_one(row, numbers) or _has_one(row, running)) and body.has_place(row, places):
            break
        heads.append(row)
    while heads and not _ends(heads, rows, numbers, body):
        heads.pop()
    return heads


def _agreed(
    found: list[list[list[PrintedLine]]],
    edges: Sequence[list[list[PrintedLine]]],
    sure: set[int],
) -> Iterator[list[list[PrintedLine]]]:
    """The heads of the pages, up to a row that is the law's on most of the pages that have it.

    A page of few lines does not tell.
    """
    votes: Counter[tuple[str, int]] = Counter()
    for heads, rows in zip(found, edges, strict=True):
        for at, row in enumerate(rows):
            keys = {(words_alone(line), height) for line in row for height in heights_of(line)}
            votes.update(dict.fromkeys(keys, 1 if at < len(heads) else -1))
    for heads in found:
        for at, row in enumerate(heads):
            keys = {(words_alone(line), height) for line in row for height in heights_of(line)}
            if not _has_one(row, sure) and max(votes[key] for key in keys) < 0:
                yield heads[:at]
                break
        else:
            yield heads


class _Body:
    """What the law's own lines at the edges of the pages look like.

    Args:
        pages: all of them.
        edges: the outermost lines of each.
        known: those that come again, told by their ids.
        size: that of the law's words.
    """

    def __init__(
        self,
        pages: Sequence[Sequence[PrintedLine]],
        edges: Sequence[list[list[PrintedLine]]],
        known: set[int],
        size: float,
    ) -> None:
        self._size = size
        #: The widest step from line to line that is usual, in points.
        self.step = _usual_step(pages, known)
        #: On how many pages the law's words stand at a height.
        self._heights: Counter[int] = Counter()
        for rows in edges:
            found: set[int] = set()
            for row, inner in pairwise(rows):
                if not _has_one(row, known) and abs(inner[0].base - row[0].base) <= self._reach():
                    found |= {
                        height for line in row if self._is_set(line) for height in heights_of(line)
                    }
            self._heights.update(found)

    def has_place(self, row: Sequence[PrintedLine], places: Counter[int]) -> bool:
        """Whether lines that come again stand where words of the law do on other pages."""
        for line in row:
            heights = heights_of(line)
            laws = min(self._heights[height] for height in heights)
            again = max(places[height] for height in heights)
            if line.size > (1 - _OTHER_SIZE) * self._size and laws >= max(
                _LAWS_PAGES, _LAWS_SHARE * again
            ):
                return True
        return False

    def _is_set(self, line: PrintedLine) -> bool:
        return abs(line.size - self._size) <= _OTHER_SIZE * self._size

    def _reach(self) -> float:
        return max(_FAR * self._size, _FARTHER * self.step)


def _usual_step(pages: Sequence[Sequence[PrintedLine]], known: set[int]) -> float:
    """The widest step from a line to the next that comes often, in points; 0 where none does."""
    steps: Counter[int] = Counter()
    for page in pages:
        free = [line for line in page if not line.kind and id(line) not in known]
        for one, other in pairwise(sorted(free, key=lambda line: (line.column, line.base))):
            if one.column == other.column and other.base - one.base > LEVEL:
                steps[round(other.base - one.base)] += 1
    return max(
        (step for step, n in steps.items() if n >= _OFTEN * steps.total() and n > 1), default=0
    )


def _ends(
    heads: list[list[PrintedLine]], rows: list[list[PrintedLine]], numbers: set[int], body: _Body
) -> bool:
    """Whether the last row of a head may be its last: words that go on below it are the law's."""
    last, below = heads[-1], rows[len(heads) : len(heads) + 1]
    if not below or _has_one(last, numbers):
        return True
    size, other = last[0].size, below[0][0].size
    step = abs(below[0][0].base - last[0].base)
    if abs(size - other) > _OTHER_SIZE * max(size, other):
        return True
    if step <= _FAR * max(size, other):
        return False
    # Below a head that is set apart, what is no farther from the law's words than they are from
    # one another is one of them.
    outer = (abs(b[0].base - a[0].base) for a, b in pairwise(heads))
    return step > _FARTHER * body.step or max(outer, default=0.0) <= step


def _has_one(row: Sequence[PrintedLine], lines: set[int]) -> bool:
    """Whether one of the lines, told by their ids, stands in a row."""
    return any(id(line) in lines for line in row)


def _is_apart(row: Sequence[PrintedLine], page: Sequence[PrintedLine]) -> bool:
    """Whether a row is not of the size of the page's words."""
    usual = body_size([page])
    return all(abs(line.size - usual) > 0.05 * usual for line in row)


def words_alone(line: PrintedLine) -> str:
    """What a line says without its numbers and signs, as two of one head say it."""
    return _NO_LETTERS.sub("", line.text).casefold()


def _again(edges: Sequence[list[list[PrintedLine]]]) -> dict[tuple[str, int], set[int]]:
    """On which pages the same letters stand at one height."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, rows in enumerate(edges):
        for row in rows:
            for line in row:
                if words := words_alone(line):
                    for height in heights_of(line):
                        found[words, height].add(number)
    return found


def _is_often(line: PrintedLine, often: set[tuple[str, int]]) -> bool:
    first = line.text.split(" ", 1)[0]
    # Notes that read alike stand at one height, too.
    if (
        line.noted
        or len(line.text) <= 2
        or (LABEL.fullmatch(first) and not _SHORT.fullmatch(first))
    ):
        return False
    return any((words_alone(line), height) in often for height in heights_of(line))


def _steps(edges: Sequence[list[list[PrintedLine]]]) -> Counter[int]:
    """How far the numbers at the edges of the pages are ahead of these."""
    steps: Counter[int] = Counter()
    for number, rows in enumerate(edges):
        steps.update({told - number for row in rows for line in row if (told := _told(line))})
    return steps


def _told(line: PrintedLine) -> int:
    """The number of a page that is all that a line says; 0 where it is not."""
    match = _NUMBER.fullmatch(line.text)
    if match is None:
        return 0
    number = match["number"].lower()
    if number.isdigit():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def _is_number(line: PrintedLine, page: int, steps: Counter[int], pages: int) -> bool:
    told = _told(line)
    if not told:
        return False
    return steps[told - page] >= 2 or (pages == 1 and not LABEL.fullmatch(line.text))
