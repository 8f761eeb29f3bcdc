"""What is quoted: the marks, typographic and straight, and which of them belong together.

A straight mark is the same before and behind the words, and the mark for inches too. It opens where
nothing, a blank, a bracket or a dash stands before it and a word behind; it closes where something
stands before it; between two words, where a blank is missing, it may do either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.expressions import expression

Span = tuple[int, int]

#: The groups ``opens`` and ``either`` are empty: what stands before a mark is asked behind it, so
#: that the pattern begins with the mark, and is found fast.
_STRAIGHT = expression(
    r"\"(?:(?<![^\s(\[—–-]\")(?=\S)(?P<opens>)|(?<=\w\")(?=\w)(?P<either>)|(?<=\S\")(?!\w))"
)
_MARKS = expression(rf"“|”|‘(?=\w)|’(?!\w)|{_STRAIGHT.pattern}")
_CLOSING = {"“": "”", "‘": "’", '"': '"'}
_ENDS = expression(r"\S\"[.,;:)\]]*(?:\s(?:and|or))?$")


def quotations(text: str, start: int, end: int) -> Iterator[Span]:
    """The quotations of a stretch of text, marks included, the outermost where one holds another.

    One that opens with a typographic mark and does not close runs to the end of the stretch.
    """
    opened, closing = -1, ""
    for mark in _MARKS.finditer(text, start, end):
        straight = mark[0] == '"'
        may_open = mark[0] in _CLOSING if not straight else mark.lastgroup is not None
        if opened < 0 and may_open:
            opened, closing = mark.start(), _CLOSING[mark[0]]
        elif opened >= 0 and mark[0] == closing and mark.lastgroup != "opens":
            yield opened, mark.end()
            opened = -1
    if opened >= 0 and closing == "”":
        # The others may be an apostrophe or inches.
        yield opened, end


def opens_straight(above: str, line: str, introduces: re.Pattern[str]) -> int | None:
    """Where a line opens a quotation of several lines with a straight mark, or None.

    Only where the words before it, on the line or above it, introduce what an amendment inserts:
    of marks that look alike one may be missing, and the rest of the law is not to be taken for
    quoted. ``introduces`` matches the end of such words.
    """
    opened = None
    for mark in _STRAIGHT.finditer(line):
        if opened is None and mark.lastgroup == "opens":
            opened = mark.start()
        elif opened is not None and mark.lastgroup != "opens":
            opened = None
    if opened is None or not introduces.search(line[:opened].rstrip() or above):
        return None
    return opened


def closes_straight(line: str) -> bool:
    """Whether a line of a quotation is its last: a mark that answers none on the line ends it.

    The mark that opens a further paragraph of the quotation counts for nothing.
    """
    words = line.removeprefix('"')
    return words.count('"') % 2 == 1 and _ENDS.search(words) is not None
