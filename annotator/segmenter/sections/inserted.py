"""Sections that were put among those that bear their word: ``[14A. Bail.—`` behind ``Section 14.``

Where each section bears its word, as in a country's database, those that a later law has put in may
stand in an editor's brackets, and bear their number alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.expressions import expression
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Candidate

_BRACKETED = expression(r"(?:\d{1,3}\s?)?\[\s?\d{1,4}[A-Z]{0,3}\.")
#: So many sections that bear their word are a habit.
_FEWEST = 2
#: So much more speaks for one that bears its word.
_LESS = 0.3


def with_inserted(
    lines: list[Line], keyworded: list[Candidate], bare: Sequence[Candidate]
) -> list[Candidate]:
    """The sections that bear their word, and those in brackets whose number none of them has."""
    if len(keyworded) < _FEWEST:
        return keyworded
    like = keyworded[0].unit
    taken = {candidate.unit.key for candidate in keyworded}
    found = [
        Candidate(candidate.unit._replace(word=like.word), candidate.score - _LESS)
        for candidate in bare
        if candidate.unit.key not in taken
        and lines[candidate.unit.line].text[0] in "[0123456789"
        and _BRACKETED.match(lines[candidate.unit.line].text)
    ]
    return sorted([*keyworded, *found], key=lambda candidate: candidate.unit.line)
