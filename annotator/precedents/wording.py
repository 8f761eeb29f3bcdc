"""How alike two provisions are by what they say, and not by their small words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from spacy.lang.en.stop_words import STOP_WORDS

from annotator.expressions import expression

_WORD = expression(r"[^\W\d_]{3,}")
#: Forms of a word have so many letters in common, and no more of it is looked at.
_STEM = 6
#: Words of one sense here, by the first of them.
_SAME = {
    word: group[0]
    for group in (
        ("woman", "women", "female", "females"),
        ("man", "men", "male", "males"),
        ("gender", "sex", "sexes"),
        ("remove", "deport", "expel", "expuls", "remova"),
        ("detain", "custod", "detent", "impris", "prison"),
        ("decenc", "dignit", "modest", "privac", "privat"),
        ("nation", "citize"),
        ("househ", "family", "famili"),
        ("dismis", "termin", "ending"),
        ("assess", "accoun", "consid", "regard"),
        ("childr", "child", "minor"),
        ("biomet", "finger", "photog", "sample"),
        ("pregna", "matern", "mother", "childb"),
        ("effect", "impact"),
        ("evalua", "analys"),
    )
    for word in group
}


def stems(words: str) -> frozenset[str]:
    """What is said of words: their beginnings, those of one sense as one, without small words."""
    found = (one for one in _WORD.findall(words.casefold()) if one not in STOP_WORDS)
    return frozenset(_SAME.get(one[:_STEM], one[:_STEM]) for one in found)


class Vocabulary:
    """Which words tell most of a clause: those that few others have.

    Args:
        texts: the clauses among which they are rare or not.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        bags = [stems(text) for text in texts]
        self._count = len(bags)
        self._having = Counter(stem for bag in bags for stem in bag)

    def likeness(self, one: str, other: str) -> float:
        """How much of what they say both say, by how much it tells: 0 to 1, which is the same."""
        said, there = stems(one), stems(other)
        whole = self._told(said) + self._told(there)
        return 2 * self._told(said & there) / whole if whole else 0.0

    def _told(self, stems: frozenset[str]) -> float:
        return sum(map(self._weight, stems))

    def _weight(self, stem: str) -> float:
        return math.log((1 + self._count) / (0.5 + self._having[stem]))
