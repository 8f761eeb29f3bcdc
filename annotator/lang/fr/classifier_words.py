"""French, as the classifier reads it."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.classifier_words import ClassifierWords
from annotator.lang.fr.country_names import names
from annotator.lang.fr.gender_words import naming

#: ``(1)``, and ``a)``, which French drafting leaves without its first bracket.
_IN_BRACKETS = r"\((?:\d{1,3}|[a-z]{1,2}|[ivx]{3,5}|[A-Z])(?:\.\d+)?\)"
_BEFORE_A_BRACKET = r"(?:[a-z]|[ivx]{2,5}|[A-Z])(?:\.\d+)?\)"
_LABEL = rf"(?:{_IN_BRACKETS}|{_BEFORE_A_BRACKET})"
_NUMBER = rf"(?:(?:\d+[A-Z]*(?:\.\d+)*|[IVXL]+\b){_LABEL}*|{_LABEL}+)"
_REFERENCE = expression(
    r"\b((?:(?:sous-)?(?:article|paragraphe|alinéa|section|division|disposition)|règlement|règle|"
    rf"partie|annexe|chapitre|titre)s?)\s+(?-i:{_NUMBER})"
    rf"(?:\s*(?:,|et|ou|à|ni)\s+(?-i:(?=[\d(]|[a-z]+[.)]){_NUMBER}))*",
    re.IGNORECASE,
)
_ENUMERATOR = expression(rf"(?<!\S){_LABEL}\s+")

WORDS = ClassifierWords(
    naming=naming,
    reference=_REFERENCE,
    enumerator=_ENUMERATOR,
    names=names,
    syllables=frozenset({"mari", "père", "fils"}),
)
