"""The paragraphs of a law that were read as words of provisions, each with the one it stands in."""

from __future__ import annotations

import string
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.expressions import expression
from annotator.schema import Provision
from annotator.segmenter.audit.text import AuditedText
from annotator.segmenter.lines.line import Line

_CLOSING = f"{string.whitespace}\xa0)]}}”\"’'»*"
_STOPS = frozenset(".;:,—–-!?…")
_LINKS = expression(r"\b(?:and|or|but|nor)$")


class ReadParagraph(NamedTuple):
    """A line of the law's words with those that go on with it, which are said ``last`` of.

    ``provision`` is the innermost that it stands in or opens; ``opens`` says that one begins in it.
    """

    first: Line
    last: Line
    provision: Provision
    opens: bool

    def ends(self) -> bool:
        """Whether it ends as a sentence or a part of one does."""
        text = self.last.text
        if text[-1] in _STOPS:
            return True
        text = text.rstrip(_CLOSING)
        return text[-1:] in _STOPS or bool(_LINKS.search(text[-5:]))


def paragraphs(text: AuditedText) -> list[ReadParagraph]:
    """The paragraphs of the body's provisions, without headings, furniture and what is quoted.

    Schedules have forms and tables, of which none of this is told.
    """
    return list(_gathered(text.all_lines, iter(text.body)))


def _gathered(lines: Sequence[Line], provisions: Iterator[Provision]) -> Iterator[ReadParagraph]:
    open_ones: list[Provision] = []
    following = next(provisions, None)
    first: Line | None = None
    last, own, begun = None, None, False
    for line in lines:
        opens = False
        while following and following.start < line.end:
            open_ones.append(following)
            following, opens = next(provisions, None), True
        if line.furniture or line.heading or line.quoted:
            continue
        if line.soft and first and not opens:
            last = line
            continue
        if first and last and own:
            yield ReadParagraph(first, last, own, begun)
            first = None
        while open_ones and open_ones[-1].end <= line.start:
            open_ones.pop()
        if open_ones and line.end > open_ones[-1].body:
            first = last = line
            own, begun = open_ones[-1], opens
    if first and last and own:
        yield ReadParagraph(first, last, own, begun)
