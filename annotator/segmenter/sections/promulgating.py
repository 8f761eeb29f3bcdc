"""The articles of a decree that promulgates a law, above those of the law: ``Article II``.

Some states count the decree's articles in Roman numbers and those of the law that it issues in
others, so that each is cited by its number alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.expressions import expression
from annotator.numbering import roman_value, unit_key
from annotator.segmenter.lines.openers import Candidate, Unit

_ROMAN = expression(r"[IVX]{1,5}")
_ARTICLE = "Article"
_FIRST, _SECOND = unit_key("1"), unit_key("2")


def promulgating_articles(keyworded: Sequence[Candidate]) -> list[Unit]:
    """The decree's articles; none where the law's are not counted otherwise, from 1 on.

    Args:
        keyworded: what could open an article with a word before its number, in order.
    """
    articles = [c.unit for c in keyworded if c.unit.word == _ARTICLE]
    own = 0
    while own < len(articles) and _ROMAN.fullmatch(articles[own].number):
        own += 1
    law = articles[own : own + 2]
    if not own or [unit.key for unit in law] != [_FIRST, _SECOND]:
        return []
    if any(_ROMAN.fullmatch(unit.number) for unit in law):
        return []
    counted = [roman_value(unit.number.lower()) for unit in articles[:own]]
    return articles[:own] if counted == list(range(1, own + 1)) else []
