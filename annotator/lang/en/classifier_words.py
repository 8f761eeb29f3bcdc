"""English, as the classifier reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from annotator.expressions import expression
from annotator.lang.classifier_words import ClassifierWords, Substitute
from annotator.lang.en.country_names import STAND_INS
from annotator.lang.en.gender_words import naming

_NUMBER = r"(?:\d+[A-Z]*(?:\.\d+)*|\b[IVXL]+\b)?(?:\((?:\d+|[a-z]{1,5}|[A-Z])(?:\.\d+)?\))*"
_REFERENCE = expression(
    r"\b((?:sub)?(?:section|paragraph|article|regulation|rule|clause|part|schedule|chapter|annex)s?)"
    rf"\s*(?=[\dIVXL(]){_NUMBER}(?:\s*(?:,|and|or|to)\s+(?=[\d(]){_NUMBER})*",
    re.IGNORECASE,
)
# What stands before is asked behind the first character: so both are found fast.
_ENUMERATOR = expression(r"\((?<!\S\()(?:[a-z]{1,5}|[A-Z]|\d{1,2})(?:\.\d+)?\)\s+")
_NAME = expression(r"[A-Z](?<!\w[A-Z])\w+(?: [A-Z]\w+)?")


def _names(text: str) -> Iterator[Substitute]:
    """A name of two words as a whole, else each of its words that is one."""
    for match in _NAME.finditer(text):
        if match[0] in STAND_INS:
            yield Substitute(*match.span(), STAND_INS[match[0]])
            continue
        start = match.start()
        for word in match[0].split(" "):
            if word in STAND_INS:
                yield Substitute(start, start + len(word), STAND_INS[word])
            start += len(word) + 1


WORDS = ClassifierWords(
    naming=naming,
    reference=_REFERENCE,
    enumerator=_ENUMERATOR,
    names=_names,
    syllables=frozenset({"son", "sons", "man", "men", "her", "hers", "male", "males"}),
)
