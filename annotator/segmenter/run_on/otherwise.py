"""Provisions that run on in one line, with neither articles nor plain numbers: ``(1)``, ``First:``.

So a decision comes out that was copied without its line breaks.
"""

from __future__ import annotations

import re
from functools import cache

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import roman_value
from annotator.segmenter.lines.openers import written_labels

#: So many in a row make a series.
_MIN_SERIES = 3
_SENTENCE_END = '.;:”"'


def other_cuts(text: str, words: StructureWords) -> list[int]:
    """Where provisions begin in a paragraph that number in one of these ways, from the first.

    The first may stand behind any words, each other one stands behind a sentence.
    """
    for pattern in _patterns(words):
        series: list[int] = []
        for match in pattern.finditer(text):
            if _value(match["number"], words) != len(series) + 1:
                continue
            before = text[: match.start()].rstrip()
            if not series or before[-1:] in _SENTENCE_END:
                series.append(match.start())
        if len(series) >= _MIN_SERIES:
            return series
    return []


@cache
def _patterns(words: StructureWords) -> tuple[re.Pattern[str], ...]:
    written = "|".join(form for word in written_labels(words) for form in (word, word.capitalize()))
    opens = r"\s{1,3}(?=[A-Z“\"])"
    return (
        expression(rf"(?<!\S)\((?P<number>\d{{1,2}})\){opens}"),
        expression(rf"(?<!\S)(?P<number>\d{{1,2}})\){opens}"),
        expression(rf"(?<!\S)(?P<number>{written})(?:\s?[.:]\s?[—–-]{{0,2}}|\s[—–-]){opens}"),
        expression(rf"(?<!\S)(?P<number>[IVX]{{1,5}})\.{opens}"),
    )


def _value(number: str, words: StructureWords) -> int:
    if number.isdecimal():
        return int(number)
    return words.ordinals.get(number.upper()) or roman_value(number.lower()) or 0
