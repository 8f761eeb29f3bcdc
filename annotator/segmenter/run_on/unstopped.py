"""Laws on one line that has lost its full stops too: ``1 Title This Act may 2 Inns An inn shall``.

With nothing that ends a sentence only the numbers are left to go by: they must begin with the
first, leave none out, and each have a verb behind it.
"""

from __future__ import annotations

import itertools
import re

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords

_NUMBER = expression(r"(?<!\S)(\d{1,3})\s+(?=[A-Z“\"][\w’'-]*\s|\(1\)\s)")
#: So many sections are a law rather than the rows of a table.
_FEWEST = 4
#: No more than a sentence in so many sections ends in a full stop.
_STOPS = 3
_STOP = expression(r"[a-z)]\.\s+[A-Z\d]")
#: A heading of one word, which could also refer: "... so. Rules 6. The Minister may".
_HEADING = expression(r"(?:^|[.;:)] )[A-Z][a-z]{2,}s$")
#: How much of the text before a number may be a reference to it.
_LONGEST_REFERENCE = 40


def belongs_to_words(text: str, start: int, end: int, words: StructureWords) -> bool:
    """Whether a number in running text, ``text[start:end]``, goes with the words around it.

    It is referred to, stands behind an abbreviation, or counts what follows.
    """
    before = text[max(0, start - _LONGEST_REFERENCE) : start].rstrip()
    return bool(
        (words.before_a_reference.search(before) and not _HEADING.search(before))
        or words.abbreviated.search(before)
        or words.measures.match(text, end)
    )


def sections_without_stops(text: str, heads: re.Pattern[str], words: StructureWords) -> list[int]:
    """Where sections and parts begin in a line without full stops; nowhere in any other line.

    ``heads`` is what the name of a part looks like.
    """
    starts: list[int] = []
    for match in _NUMBER.finditer(text):
        start, end = match.span()
        if int(match[1]) == len(starts) + 1 and not belongs_to_words(text, start, end, words):
            starts.append(start)
    if len(starts) < _FEWEST or len(_STOP.findall(text)) * _STOPS > len(starts):
        return []
    pieces = [text[a:b] for a, b in itertools.pairwise([*starts, len(text)])]
    if not all(words.finite.search(piece) for piece in pieces):
        return []
    return sorted({*starts, *_parts(text, starts, heads)})


def _parts(text: str, starts: list[int], heads: re.Pattern[str]) -> set[int]:
    """Where a part is named in capitals, above the first of its sections."""
    found = set()
    for head in heads.finditer(text):
        below = next((start for start in starts if start >= head.end()), None)
        if below is not None and text[head.start() : below].isupper():
            found.add(head.start())
    return found
