"""Heads and feet of pages, page numbers, and the footnotes above them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from annotator.lang.structure_words import PageWords
from annotator.readers.pdf.rows import LABEL, PrintedLine
from annotator.readers.pdf.running import LEVEL, heights_of, is_heading, over_pages

HEAD, FOOTNOTE = "head", "footnote"
#: So many lines at each edge of a page may be a head or a foot; each stands at one height on so
#: many pages.
_DEEP = 4
_PAGES, _SHARE = 3, 0.25
#: What is so far from the words beside it, in parts of its size, is no line of theirs.
_FAR = 1.5
#: What looks like the letter of a provision, and is a word cut short: "No. 14", "Cap. 7".
_SHORT = re.compile(r"(?![IVXLC]+\.)[A-Z][A-Za-z]{1,3}\.")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|pg?\.)\s*)?(?P<number>\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:of|/)\s*\d{1,4})?(?:\s*\|\s*page)?[\W_]*",
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
#: Footnotes are so much smaller than the body, and begin with a mark.
_SMALL = 0.93
_MARK = re.compile(r"[\[(]?(\d{1,3}|[*†‡§¶]{1,3})[\])]?(?=[\s.A-Z“\"])")


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
    where_again = _again(edges)
    steps = _steps(edges)
    least = 2 if len(pages) <= _PAGES else max(_PAGES, int(_SHARE * len(pages)))
    often = {key for key, where in where_again.items() if len(where) >= min(least, 2 * _PAGES)}
    lines = [(number, line) for number, rows in enumerate(edges) for row in rows for line in row]
    numbers = {id(line) for at, line in lines if _is_number(line, at, steps, len(pages))}
    again = {id(line) for _, line in lines if _is_often(line, often)}
    known = numbers | (again - headings) | running
    for number, rows in enumerate(edges):
        heads: list[list[PrintedLine]] = []
        for row in rows[:_DEEP]:
            if not _has_one(row, known):
                # The name of a part stands in the head of a few pages, above what comes again.
                if heads or not any(_has_one(below, known) for below in rows[1:2]):
                    break
                if LABEL.match(row[0].text) or not _is_apart(row, pages[number]):
                    break
            heads.append(row)
        while heads and not _ends(heads, rows, numbers):
            heads.pop()
        for row in heads:
            for line in row:
                line.kind = HEAD


def _ends(heads: list[list[PrintedLine]], rows: list[list[PrintedLine]], numbers: set[int]) -> bool:
    """Whether the last row of a head may be its last: words that go on below it are the law's."""
    last, below = heads[-1], rows[len(heads) : len(heads) + 1]
    if not below or _has_one(last, numbers):
        return True
    size, other = last[0].size, below[0][0].size
    step = abs(below[0][0].base - last[0].base)
    return step > _FAR * max(size, other) or abs(size - other) > 0.04 * max(size, other)


def _has_one(row: Sequence[PrintedLine], lines: set[int]) -> bool:
    """Whether one of the lines, told by their ids, stands in a row."""
    return any(id(line) in lines for line in row)


def _is_apart(row: Sequence[PrintedLine], page: Sequence[PrintedLine]) -> bool:
    """Whether a row is not of the size of the page's words."""
    usual = body_size([page])
    return all(abs(line.size - usual) > 0.05 * usual for line in row)


def _words(line: PrintedLine) -> str:
    return _NO_LETTERS.sub("", line.text).casefold()


def _again(edges: Sequence[list[list[PrintedLine]]]) -> dict[tuple[str, int], set[int]]:
    """On which pages the same letters stand at one height."""
    found: dict[tuple[str, int], set[int]] = defaultdict(set)
    for number, rows in enumerate(edges):
        for row in rows:
            for line in row:
                if words := _words(line):
                    for height in heights_of(line):
                        found[words, height].add(number)
    return found


def _is_often(line: PrintedLine, often: set[tuple[str, int]]) -> bool:
    first = line.text.split(" ", 1)[0]
    if len(line.text) <= 2 or (LABEL.fullmatch(first) and not _SHORT.fullmatch(first)):
        return False
    return any((_words(line), height) in often for height in heights_of(line))


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


def body_size(pages: Iterable[Iterable[PrintedLine]]) -> float:
    """The size in which most letters of the law are set."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            if not line.kind:
                sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def mark_footnotes(pages: Sequence[Sequence[PrintedLine]]) -> None:
    """Set ``kind`` on the small lines at the foot of pages that a mark opens."""
    usual = body_size(pages)
    went_on = False
    for page in pages:
        marked = False
        columns: dict[int, list[PrintedLine]] = defaultdict(list)
        for line in page:
            if not line.kind:
                columns[line.column].append(line)
        for lines in columns.values():
            called = {line.text[a:b].strip("()[],") for line in page for a, b in line.marks}
            first = _footnotes(lines, usual, called, went_on)
            for line in lines[first:]:
                line.kind, marked = FOOTNOTE, True
        went_on = marked


def _footnotes(lines: Sequence[PrintedLine], usual: float, called: set[str], went_on: bool) -> int:
    """The first line of the footnotes of a column; behind its last one where it has none."""
    first = found = len(lines)
    while first and lines[first - 1].size <= _SMALL * usual and not lines[first - 1].cells:
        first -= 1
        line = lines[first]
        mark = _MARK.match(line.text)
        if line.noted or (mark and (mark[1] in called or not mark[1].isdigit())):
            found = first
    if first == 0 and not went_on:
        # All of the column is small: a schedule, or the notes of a page that has no more.
        return len(lines)
    return first if found < len(lines) and went_on else found
