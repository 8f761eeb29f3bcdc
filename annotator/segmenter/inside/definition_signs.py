"""Whether definitions may stand in a provision, told at a glance: in nearly all there are none.

Most are one line without a quotation mark; most others announce nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords, holds_one
from annotator.segmenter.inside.line_index import LineIndex
from annotator.segmenter.inside.node import Node
from annotator.segmenter.inside.terms import (
    LONGEST_LEAD_IN,
    LeadIn,
    has_quotes,
    may_announce,
    may_announce_in_any_case,
    opens_quotes,
)
from annotator.segmenter.lines.lines import ends_paragraph

#: So many lines, and so much of each, may announce definitions.
_LINES_OF_LEAD_IN, _MAY_ANNOUNCE = 4, 240
#: Where words end that introduce others in their line; and what stands there.
_INTRODUCES = expression(r"[:—–]\s*|\s--?\s|(?<=[a-z])--?\s(?=[“\"‘'])|\.\s+")
_INTRODUCING = ":—–-."


class DefinitionSigns:
    """What a provision shows of definitions before it is looked through for them."""

    def __init__(self, index: LineIndex, words: StructureWords) -> None:
        self._index = index
        self._lines = index.lines
        self._words = words
        #: The lines with quotation marks or apostrophes, and those of them where a term may open.
        self._quoting = [i for i, line in enumerate(index.lines) if has_quotes(line.text)]
        self._opening = [i for i in self._quoting if opens_quotes(index.lines[i].text)]

    def may_define(self, scope: Node, heading: str) -> bool:
        """Whether a closer look may find definitions: nearly all provisions have none."""
        if self._words.definitions_heading.match(heading):
            return True
        if self._has(has_quotes, self._quoting, scope):
            return True
        first = self._index.at(scope.body)
        for line in self._lines[first : first + _LINES_OF_LEAD_IN]:
            if line.start >= scope.end:
                return False
            begin = max(0, scope.body - line.start)
            if may_announce(line.text[begin : begin + _MAY_ANNOUNCE], self._words):
                return True
        return False

    def has_marks(self, scope: Node) -> bool:
        """Whether a mark stands in a provision, behind its number, that may open a term."""
        return self._has(opens_quotes, self._opening, scope)

    def _has(self, marks: Callable[[str], bool], where: list[int], scope: Node) -> bool:
        """Whether such marks stand in a provision, behind its number: ``where`` are all lines."""
        first = self._index.at(scope.body)
        for k in range(bisect_left(where, first), len(where)):
            line = self._lines[where[k]]
            if line.start >= scope.end:
                return False
            if where[k] > first or marks(line.text[max(0, scope.body - line.start) :]):
                return True
        return False

    def goes_on_below(self, scope: Node) -> bool:
        """Whether a provision's words go on below the line in which they begin."""
        i = self._index.at(scope.body)
        if i == len(self._lines):
            return True
        return scope.body < self._lines[i].start or scope.end > self._lines[i].end

    def introduction(self, scope: Node, end: int, heading: str) -> int:
        """Where the words end that announce definitions run on behind them; 0 where none do.

        They stand in the first paragraph, which ends at the offset ``end``.
        """
        if not self.may_introduce(scope, end):
            return 0
        first = self._first_words(scope, end)
        stops = [match.end() for match in _INTRODUCES.finditer(first)]
        if not stops or not (
            may_announce_in_any_case(first.strip(), self._words)
            or self._words.definitions_heading.match(heading)
        ):
            return 0
        for stop in stops:
            if scope.body + stop < end and LeadIn(first[:stop], heading, self._words).introduces:
                return scope.body + stop
        return 0

    def may_introduce(self, scope: Node, end: int) -> bool:
        """Whether words of a first paragraph, which ends at ``end``, may lead to others in it."""
        return holds_one(self._first_words(scope, end - 1), _INTRODUCING)

    def _first_words(self, scope: Node, end: int) -> str:
        return self._index.aligned(scope.body, min(end, scope.body + LONGEST_LEAD_IN))

    def end_of_paragraph(self, scope: Node, *, stop: bool = True) -> int:
        """Where the first paragraph of a provision ends.

        A sentence that ends with its line may end it, unless ``stop`` is false.
        """
        i = self._index.at(scope.body)
        if i == len(self._lines):
            return scope.end
        while (
            i + 1 < len(self._lines)
            and self.goes_on(i + 1)
            and not (stop and self.sentence_above(i + 1))
        ):
            i += 1
        return min(self._lines[i].end, scope.end)

    def goes_on(self, i: int) -> bool:
        """Whether line ``i`` goes on with the words above it, which the width or they tell."""
        line, above = self._lines[i], self._lines[i - 1].text
        if line.soft or line.gap or not line.text[0].islower():
            return line.soft
        return self._words.headings.unfinished.search(above[-14:]) is not None

    def sentence_above(self, i: int) -> bool:
        """Whether the line above line ``i`` could end a sentence, though the break was forced."""
        above = self._lines[i - 1].text
        return above[-1] in '.;)]”"' and ends_paragraph(above, self._words)
