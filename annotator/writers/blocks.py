"""The paragraphs of a law, as a document or a page sets them: which are headings, how deep each is.

Page numbers and other furniture between provisions are left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import Literal

from annotator.eids import CONTAINERS
from annotator.expressions import expression
from annotator.schema import Annotation, Provision

_LINES = expression(r"\n[ \t]*\n")
_DEEPEST_HEADING = 4
_DEEPEST_ITEM = 8
#: A line of more characters before a line break was wrapped.
_FULL = 55
#: So many headings of sections in what is no law make it a list of contents.
_CONTENTS = 5


@dataclass
class Block:
    """A paragraph of the law: ``[start, end)`` of its text, and how it is set.

    ``level`` is how deep a heading stands among headings, and a provision in its section.
    ``numbers`` say where the words begin behind the numbers at its head.
    """

    start: int
    end: int
    kind: Literal["words", "heading", "title", "front"] = "words"
    level: int = 0
    numbers: tuple[int, ...] = ()


def blocks(annotation: Annotation, text: str) -> Iterator[Block]:
    """The paragraphs, in the order of the text."""
    levels = _Depths(annotation)
    cuts = levels.cuts(text)
    merged: Block | None = None
    for start, end in pairwise([*cuts, len(text)]):
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        if start >= end or levels.is_left_out(start):
            continue
        block = levels.block(start, end, text)
        if merged is not None and block.numbers and block.kind == "words":
            block = Block(
                merged.start,
                block.end,
                level=block.level,
                numbers=(*merged.numbers, *block.numbers),
            )
        elif merged is not None:
            yield merged
        merged = None
        if block.numbers and block.numbers[-1] >= block.end:
            merged = block
        else:
            yield block
    if merged is not None:
        yield merged


class _Depths:
    """What stands where in a law, and how deep."""

    def __init__(self, annotation: Annotation) -> None:
        self._title = _folded(annotation.law.title)
        self._provisions: dict[int, tuple[Provision, int]] = {}
        self._heads: list[tuple[int, int, int]] = []
        deepest = 0
        for tree in annotation.provisions:
            for provision, above, depth in _walk(tree, 0, 0):
                if provision.word in CONTAINERS:
                    deepest = max(deepest, above + 1)
                    self._heads.append((provision.start, provision.body, above + 1))
                else:
                    self._provisions[provision.start] = provision, depth
        self._unit = min(deepest + 1, _DEEPEST_HEADING)
        self._headings = {one.start: one.end for one in annotation.headings}
        starts = [*self._provisions, *self._headings, *(start for start, _, _ in self._heads)]
        self._first = min(starts, default=0)
        units = {_folded(one.heading) for one, _ in self._provisions.values() if one.heading}
        self._furniture = sorted(annotation.furniture)
        self._contents = {
            start for start, end in self._furniture if _lists(annotation.text[start:end], units)
        }
        self._starts = sorted(self._provisions)

    def cuts(self, text: str) -> list[int]:
        """Where paragraphs begin."""
        cuts = {0, *self._provisions, *self._headings, *self._headings.values()}
        cuts |= {edge for span in self._furniture for edge in span if self._begins(edge, text)}
        cuts |= {blank.end() for blank in _LINES.finditer(text)}
        return sorted(cut for cut in cuts if cut < len(text))

    def _begins(self, edge: int, text: str) -> bool:
        """Whether a paragraph begins at an edge of what is no law: not where a line is full."""
        line = text[:edge].rstrip().rpartition("\n")[2]
        full = len(line) > _FULL and not line.endswith((".", ":", ";"))
        return edge >= self._first or not full

    def is_left_out(self, start: int) -> bool:
        """Whether it is furniture between provisions, or a list of contents."""
        at = bisect_right(self._furniture, start, key=itemgetter(0)) - 1
        if start in self._provisions or at < 0 or start >= self._furniture[at][1]:
            return False
        return start >= self._first or self._furniture[at][0] in self._contents

    def block(self, start: int, end: int, text: str) -> Block:
        """How a paragraph is set."""
        title = start <= self._first and _folded(text[start:end]) == self._title
        if start in self._headings and not title:
            return Block(start, end, kind="heading", level=self._heading_level(start))
        if start < self._first or title:
            return Block(start, end, kind="title" if title else "front")
        if start in self._provisions:
            provision, depth = self._provisions[start]
            body = max(provision.body, start)
            numbers = (body,) if provision.label and body > start else ()
            return Block(start, end, level=min(depth, _DEEPEST_ITEM), numbers=numbers)
        at = bisect_right(self._starts, start) - 1
        level = 0
        while at >= 0:
            provision, depth = self._provisions[self._starts[at]]
            if start < provision.end:
                level = depth
                break
            at -= 1
            if depth <= 1:
                break
        return Block(start, end, level=min(level, _DEEPEST_ITEM))

    def _heading_level(self, start: int) -> int:
        around = [level for first, body, level in self._heads if first <= start < body]
        if around:
            return min(max(around), _DEEPEST_HEADING)
        return self._unit


def _walk(provision: Provision, above: int, depth: int) -> Iterator[tuple[Provision, int, int]]:
    """Provisions with how many parts are above them, and how deep they are in their section."""
    container = provision.word in CONTAINERS
    depth = 0 if container else depth + 1
    yield provision, above, depth
    for item in provision.items:
        yield from _walk(item, above + container, depth)


def _lists(words: str, headings: set[str]) -> bool:
    """Whether a stretch is a list of contents."""
    lines = [_folded(re.sub(r"[\d.…\s]+$", "", line)) for line in words.split("\n")]
    found = sum(any(line.endswith(one) for one in headings) for line in lines if line)
    return found >= _CONTENTS


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
