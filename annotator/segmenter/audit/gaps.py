"""Numbers that are missing where something stands that seems to have lost one.

A number missing alone says nothing, for provisions are repealed. One that is missing where a title
stands over words that open nothing, or a paragraph that begins like a sibling of those around it,
was lost or misread.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from annotator.eids import UNITS
from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.schema import Provision
from annotator.segmenter.audit.paragraphs import ReadParagraph
from annotator.segmenter.audit.text import AuditedText, Missing
from annotator.segmenter.audit.units import whole_number, whole_numbers
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.run_in_titles import opens_with_a_title

#: More numbers than these, of sections and of subsections, are a page that is missing, or an
#: excerpt.
_MOST, _MOST_SUBSECTIONS = 3, 2
#: No title is longer.
_LONGEST = 90
_NUMBERED = expression(r"\W{0,3}[\dlIO|]{1,4}\s?[.):—–-]?[)\s]\W{0,2}[A-Z]")
_TITLE_ENDS = expression(r"[\w)?]$|(?<=[a-z])\.$")


class GapAudit:
    """The gaps in a law's numbers, and what stands in them.

    Args:
        text: the text that is held against its cut.
        found: its paragraphs.
        words: those of its language.
    """

    def __init__(
        self, text: AuditedText, found: Sequence[ReadParagraph], words: StructureWords
    ) -> None:
        self._text = text
        self._found = found
        self._words = words
        self._places = [one.first.start for one in found]

    def sections(self, units: Sequence[Provision]) -> Iterator[Missing]:
        """The sections missing between two where something stands that could be them."""
        for above, below in itertools.pairwise(units):
            first = whole_number(above) + 1
            until = next(iter(whole_numbers(below.label)), 0)
            if not first < until <= first + _MOST or above.word != below.word:
                continue
            place = self._nameless(above, below.start)
            if place >= 0:
                yield from (Missing(f"{n}", place, above.word) for n in range(first, until))

    def _nameless(self, above: Provision, end: int) -> int:
        """Where a title or a stray number stands over words that open nothing; -1 where none."""
        for line, below in itertools.pairwise(self._text.stretch(above.body, end)):
            if line.start > above.body and self._is_title(line, below):
                return line.start
        for one in self._between(above.body, end):
            text = one.first.text
            if not one.opens and (
                _NUMBERED.match(text)
                or (text[0].isupper() and opens_with_a_title(text, self._words))
            ):
                return one.first.start
        return -1

    def _is_title(self, line: Line, below: Line) -> bool:
        """Whether a line that opens nothing reads as a title, and the one below it as a law."""
        text, opened = line.text, self._text.opened
        return (
            not (line.quoted or line.soft or line.furniture or below.furniture)
            and line.start not in opened
            and below.start not in opened
            and len(text) <= _LONGEST
            and text[0].isupper()
            and below.text[0].isupper()
            and bool(_TITLE_ENDS.search(text))
            and (line.heading or text[-1] != ".")
            and (not below.heading or below.text[-1] == ".")
            and not self._words.finite.search(text.rstrip("?"))
        )

    def _between(self, start: int, end: int) -> Iterator[ReadParagraph]:
        """The paragraphs that begin behind ``start`` and before ``end``."""
        for i in range(bisect_left(self._places, start + 1), bisect_left(self._places, end)):
            yield self._found[i]

    def subsections(self) -> Iterator[Missing]:
        """The subsections missing between two where a paragraph without number stands."""
        for parent in self._text.provisions:
            if parent.word not in UNITS:
                continue
            for above, below in itertools.pairwise(parent.items):
                first = _counted(above.label)
                lacking = _counted(below.label) - first - 1 if first else 0
                if not 0 < lacking <= _MOST_SUBSECTIONS:
                    continue
                loose = [
                    one.first.start
                    for one in self._between(above.body, below.start)
                    if not one.opens and one.first.text[0].isupper() and one.ends()
                ]
                if len(loose) == lacking:
                    for number, at in enumerate(loose, first + 1):
                        yield Missing(f"{parent.number}({number})", at)


@lru_cache(maxsize=1024)
def _counted(label: str) -> int:
    """The number of a subsection that is counted in Arabic numbers; 0 of any other."""
    number = label.strip().strip("().")
    return int(number) if number.isascii() and number.isdecimal() and len(number) < 3 else 0
