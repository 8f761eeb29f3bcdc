"""Whether a law is of the kind that the classifier learnt from: how many of its words it has met.

A migration law of a country never seen has two words in a hundred that stand in no clause learnt
from; a badly scanned one has ten, a law on fisheries fifty. The figures of the classifier hold for
the first alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from annotator.classifier.encoding import ClauseLine

#: Of fewer words one name too many would decide.
ENOUGH_WORDS = 100
#: Shorter ones are what every text is made of.
_LETTERS = 4


def known_share(lines: Sequence[ClauseLine], known: Collection[str]) -> float | None:
    """The share of the clauses' words that are among ``known``, which are in lower case.

    Headings, names, numbers and words of less than four letters do not count.

    Returns:
        It, from 0 to 1; None where the lines have fewer than :data:`ENOUGH_WORDS` words.
    """
    words = [
        word.text.lower()
        for line in lines
        for word in line.words
        if word.place and len(word.text) >= _LETTERS and word.text.isalpha()
    ]
    if len(words) < ENOUGH_WORDS:
        return None
    return sum(word in known for word in words) / len(words)
