"""What stands over a page and says which section, or what else, goes on there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import PageWords
from annotator.readers.pdf.rows import PrintedLine

#: Heads stand at one height, give or take so many points.
LEVEL = 3.0
_NUMBER = expression(r"(?:[^\W\d_]+\.? )?(\d{1,4})[A-Z]{0,3}(?![\w/])")
_DIGITS = expression(r"\d+")
Page = Sequence[PrintedLine]
Edge = Sequence[Sequence[PrintedLine]]


class _RunningHead(NamedTuple):
    line: PrintedLine
    page: int
    unit: str
    number: str


def heights_of(line: PrintedLine) -> tuple[int, int]:
    """The steps of height near which a line stands."""
    height = line.base / (2 * LEVEL)
    return int(height // 1), int(height // 1) + 1


def is_heading(line: PrintedLine, words: PageWords) -> bool:
    """Whether a line has the number of a section for all its words, as a heading may."""
    match = words.section_over_a_page.fullmatch(line.text)
    return (
        match is not None
        and match["unit"].lower() not in words.units_over_a_page
        and (not match["rest"])
    )


def over_pages(pages: Sequence[Page], edges: Sequence[Edge], words: PageWords) -> set[int]:
    """Lines at the edges of pages, told by their ids, that name what goes on there.

    The heading of a section looks like them, but stands over it only once.
    """
    found: set[int] = set()
    heads: dict[int, list[_RunningHead]] = defaultdict(list)
    for page, rows in enumerate(edges):
        for row in rows:
            for line in row:
                match = words.section_over_a_page.fullmatch(line.text)
                if match:
                    head = _RunningHead(line, page, match["unit"].lower(), match["number"])
                    for height in heights_of(line):
                        heads[height].append(head)
                elif words.continued.fullmatch(line.text):
                    found.add(id(line))
    for alike in heads.values():
        if _are_running(alike, pages):
            found |= {id(head.line) for head in alike}
        else:
            found |= {
                id(head.line)
                for head in alike
                if head.unit in words.units_over_a_page and _is_told_again(head, pages)
            }
    return found


def _are_running(heads: Sequence[_RunningHead], pages: Sequence[Page]) -> bool:
    """Whether lines at one height, on several pages, are heads of what goes on."""
    if len({head.page for head in heads}) < 2:
        return False
    numbers = Counter(number for _, number in {(head.page, head.number) for head in heads})
    again = sum(_is_followed(head, pages[head.page]) for head in heads)
    return max(numbers.values()) > 1 or 2 * again > len(heads)


def _is_followed(head: _RunningHead, page: Page) -> bool:
    """Whether the first number on the page is that of the section, or of the next one.

    Below its own heading a section begins with the first of its subsections.
    """
    told = (_NUMBER.match(line.text) for line in page if line is not head.line)
    first = next((int(match[1]) for match in told if match), 0)
    return first - int(_DIGITS.match(head.number)[0]) in (0, 1)  # type: ignore[index]


def _is_told_again(head: _RunningHead, pages: Sequence[Page]) -> bool:
    """Whether the section begins on the page, or on the one before."""
    opens = expression(rf"(?:\w+\.? )?{head.number}(?!\w)")
    near = (line for page in pages[max(0, head.page - 1) : head.page + 1] for line in page)
    return any(line is not head.line and opens.match(line.text) for line in near)
