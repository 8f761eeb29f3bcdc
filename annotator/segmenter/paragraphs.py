"""The paragraphs of a law, for those who print it anew: lines that the width alone broke are one.

Where a law's file marks its structure, each of its lines is a paragraph, and the file says what is
quoted of another law; else the words and the layout say both.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from annotator.lang import language
from annotator.segmenter.lines.dashes import with_plain_dashes
from annotator.segmenter.lines.lines import Line, cut_at_breaks, read_lines
from annotator.segmenter.quoting.quoted import mark_quotations
from annotator.source import Markup


class LawParagraph(NamedTuple):
    """A paragraph; ``quoted`` says that it is words of another law, to be put into it."""

    start: int
    end: int
    quoted: bool


def paragraphs(text: str, code: str = "en", markup: Markup | None = None) -> list[LawParagraph]:
    """The paragraphs of a law, in order; blank lines are none.

    Args:
        text: its canonical text.
        code: the ISO 639-1 code of its language.
        markup: the structure that its file marks, if it does.

    >>> paragraphs("1. A warden\\n\\n(a) sails")
    [LawParagraph(start=0, end=11, quoted=False), LawParagraph(start=13, end=22, quoted=False)]
    """
    if markup is not None:
        lines = cut_at_breaks(text)
        for line in within(lines, markup.quoted):
            line.quoted = True
    else:
        words = language(code).structure
        lines = read_lines(with_plain_dashes(text), words)
        mark_quotations(lines, words)
    found: list[LawParagraph] = []
    for line in lines:
        if line.soft and found and found[-1].quoted == line.quoted:
            found[-1] = found[-1]._replace(end=line.end)
        else:
            found.append(LawParagraph(line.start, line.end, line.quoted))
    return found


def within(lines: Sequence[Line], spans: Sequence[tuple[int, int]]) -> list[Line]:
    """The lines that begin in one of the spans, which are in order."""
    starts = [start for start, _ in spans]
    found = []
    for line in lines:
        at = bisect_right(starts, line.start) - 1
        if at >= 0 and line.start < spans[at][1]:
            found.append(line)
    return found
