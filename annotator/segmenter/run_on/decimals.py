"""Decimal paragraphs that run on in one line: ``Article 2. Search 2.1. An officer 2.2. The``.

Such a number opens a paragraph as the first of the number that the line bears, or as the next of
one above it, where a sentence has just ended; the first may stand behind a title.
"""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import plain_number
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.run_on.patterns import LONGEST_TITLE, SENTENCE_END, run_on_patterns
from annotator.segmenter.run_on.unstopped import belongs_to_words

_DECIMAL = expression(
    r"(?<!\S)(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})(?:\.|\))?\s{1,9}(?=(?P<small>[a-z])|[A-Z“\"‘(])"
)
#: The depth of a number that a small letter may follow: an item, and no sentence.
_OF_AN_ITEM = 3
#: What stands behind such a mark is an item, and no paragraph.
_LEADS = ":—–-,"
#: So many paragraphs are a series.
_FEWEST = 2


def decimal_cuts(text: str, words: StructureWords) -> list[int]:
    """Where paragraphs with decimals begin in a line that opens with a number; else nowhere."""
    head = run_on_patterns(words).opener.match(text)
    if head is None or not re.fullmatch(r"[\d.]+", number := plain_number(head["number"])):
        return []
    last = _parts(number)
    above = last[:-1] or last
    cuts: list[int] = []
    for match in _DECIMAL.finditer(text, head.end()):
        parts, start = _parts(match["number"]), match.start()
        if not _follows(last, parts, above) or (match["small"] and len(parts) < _OF_AN_ITEM):
            continue
        before = text[head.end() : start].rstrip()
        ended = not before or (before[-1] in SENTENCE_END and before[-1] not in _LEADS)
        titled = not cuts and _is_a_title(before, words)
        if (ended or titled) and not belongs_to_words(text, start, match.end(), words):
            cuts.append(start)
            last = parts
    return cuts if len(cuts) >= (_FEWEST if "." not in number else 1) else []


def _is_a_title(text: str, words: StructureWords) -> bool:
    """Whether it names what the paragraphs are on, and is no sentence nor leads to them."""
    if len(text) >= LONGEST_TITLE or text[-1] in _LEADS or words.finite.search(text):
        return False
    return words.states.search(text) is None and looks_like_heading(text, words)


def _parts(number: str) -> tuple[int, ...]:
    return tuple(int(part) for part in number.split(".") if part)


def _follows(last: tuple[int, ...], number: tuple[int, ...], above: tuple[int, ...]) -> bool:
    """Whether a number is the first below the last, or the next of one that is open."""
    if number[: len(above)] != above or len(number) <= len(above):
        return False
    if number == (*last, 1):
        return True
    depth = len(number)
    return depth <= len(last) and number == (*last[: depth - 1], last[depth - 1] + 1)
