"""The words with which a law in English announces text that it puts into another law."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.structure_words import QuotingWords, Rare

_PUTS = (
    r"(?:insert(?:s|ed|ing)?|add(?:s|ed|ing)?|substitut(?:e[sd]?|ing)|replac(?:e[sd]?|ing)|"
    r"amend(?:s|ed|ing)?|the (?:insertion|addition|substitution|replacement))"
)
_PLACES = (
    r"(?:(?:sub-?)?(?:sections?|paragraphs?|regulations?|rules?|articles?|items?|chapters?|parts?|"
    r"divisions?|schedules?|clauses?)|definitions?|words?|text|heading|provisos?|expressions?|"
    r"annex(?:es)?|entries|entry)"
)

WORDS = QuotingWords(
    introduces=expression(
        r"[:—–-]\s*$|\b(?:follow(?:s|ing)|insert(?:s|ed|ing)?|add(?:s|ed|ing)?|"
        r"substitut(?:e[sd]?|ing)|replac(?:e[sd]?|ing))\b[^.;\"]{0,60}$",
        re.IGNORECASE,
    ),
    announces=Rare(
        expression(
            rf"\b{_PUTS}\b.{{0,200}}\bfollowing\b(?: new)?(?: {_PLACES}\b)?[^.;]{{0,60}}"
            r"[:—–-]+\s*$|"
            rf"\bfollowing\b(?: new)? {_PLACES}\b[^.;]{{0,60}}\b{_PUTS}\b[^.;]{{0,60}}[:—–-]+\s*$|"
            r"\b(?:amended|replaced|substituted)\b.{0,80}\bas follows\W*$",
            re.IGNORECASE,
        ),
        signs=("follow",),
    ),
    amends=expression(
        r"(?:in|after|before|for|at the end of|by|the|(?:sub-?)?(?:sections?|paragraphs?)|"
        r"regulations?|rules?|articles?|clauses?|parts?|schedules?|omit|insert|delete|repeal)\b"
        rf".{{0,300}}?\b(?:{_PUTS}|omit(?:s|ted|ting)?|repeal(?:s|ed|ing)?|delet(?:e[sd]?|ing|ion)|"
        r"modified|revoked)\b",
        re.IGNORECASE,
    ),
)
