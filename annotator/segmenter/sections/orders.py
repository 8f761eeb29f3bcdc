"""The orders of rules of court, and rules over sections: what they hold begins anew in each.

``ORDER II`` with a title, and ``1.`` below it; ``RULE II`` with a title, and ``Section 1.``. They
are chapters. ``Rule 2`` above a plain ``1.`` is a rule, with its first paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import unit_key
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import ROMAN, Container
from annotator.segmenter.lines.unit_heads import keyword, number_of

#: One alone is no series.
_FEWEST = 2
#: A title fills no more lines.
_MAX_TITLE = 3
_FIRST = unit_key("1")
_FIRST_PLAIN = expression(r"1\.\s?[—–-]?\s?(?=[A-Z“\"(])")


def orders_over_rules(lines: list[Line], words: StructureWords) -> list[Container]:
    """The orders and rules that hold others, counted on from the first; nothing where none do."""
    series: list[Container] = []
    for head in _heads(lines, words):
        if unit_key(head.number) == (len(series) + 1, ()):
            series.append(head)
    return series if len(series) >= _FEWEST else []


@cache
def _head(words: StructureWords) -> re.Pattern[str]:
    called = "|".join(words.over_rules)
    return expression(
        rf"(?P<word>{called})\s(?P<number>\d{{1,2}}|{ROMAN})\b(?:\s?[.:]|\s?[—–-]{{1,2}})?"
        r"(?:\s+|(?<=[—–-])|$)(?P<rest>.*)"
    )


def _heads(lines: list[Line], words: StructureWords) -> Iterator[Container]:
    """The lines that open an order or a rule below whose title another begins at 1."""
    initials = {word[0] for word in words.over_rules}
    for i, line in enumerate(lines):
        if line.text[0] not in initials or line.furniture or line.quoted or line.soft:
            continue
        match = _head(words).match(line.text)
        if match and (not match["rest"] or _is_title(match["rest"], words)):
            plain = words.over_rules[match["word"]]
            if _holds(lines, i, words, plain=plain):
                rest = match.start("rest") if match["rest"] else len(line.text)
                yield Container(i, "Chapter", match["word"], match["number"], "chp", rest)


def _holds(lines: list[Line], i: int, words: StructureWords, *, plain: bool) -> bool:
    """Whether a section 1 stands below line ``i`` and its title, or a ``plain`` number 1."""
    for line in lines[i + 1 : i + 2 + _MAX_TITLE]:
        if line.furniture:
            continue
        unit = keyword(line.text, words)
        if unit and unit["word"] in words.over_articles:
            return unit_key(number_of(unit)) == _FIRST
        if plain and _FIRST_PLAIN.match(line.text):
            return True
        if not _is_title(line.text, words):
            return False
    return False


def _is_title(text: str, words: StructureWords) -> bool:
    return looks_like_heading(text, words) and not words.finite.search(text)
