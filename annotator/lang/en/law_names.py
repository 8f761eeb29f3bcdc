"""What a law is called in a sentence in English, as one who drafts would write it."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.words import word_set

#: Within a title they begin with a small letter.
_SMALL = word_set(
    "a an and as at between by concerning for from governing in into of on or regarding relating "
    "respecting the their to under upon with"
)
_ABBREVIATIONS = word_set("EC EEC EU UK UN US USA UAE ECOWAS SADC EAC UNHCR IOM HIV AIDS DNA")
_ROMAN = expression(r"(?=[IVXL])X{0,3}(?:IX|IV|V?I{0,3})|X?L")
_WORD = expression(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
#: Behind these the words of a title begin anew, a small one too.
_ANEW = expression(r"[:—–(/]\s*$")
#: With its number a law bears no article: "Law No. 4/2019", "Directive 2013/33/EU".
_NUMBERED = expression(
    r"(?:[\w-]+ ){0,3}(?:Act|Law|Code|Regulations?|Ordinance|Order|Decree|Decree-Law|Directive|"
    r"Decision|Proclamation|Instrument)"
    r"(?: \([A-Z]{2,4}\))?,? (?:(?:No|Nr|Number|N[º°])\b\.?|\d+[/-])",
    re.IGNORECASE,
)
_THE = expression(r"the ", re.IGNORECASE)
#: Titles that are sentences of their own kind: "An Act to regulate ports".
_LONG = expression(r"an? ", re.IGNORECASE)
_NAMES_A_LAW = expression(
    r"\b(?:act|law|bill|code|regulations?|ordinance|order|decree|directive|rules|strategy|"
    r"constitution|charter|convention|protocol|policy|proclamation|instrument)\b",
    re.IGNORECASE,
)


def cited(title: str) -> str:
    """A law by its title, with its article: not in capitals, and not as a heading.

    >>> cited("PORTS (CONTROL OF ENTRY) BILL, NO. 2 OF 2031"), cited("The Ports Act")
    ('the Ports (Control of Entry) Bill, No. 2 of 2031', 'the Ports Act')
    >>> cited("LAW NO. 4/2031 ON PORTS"), cited("An Act to regulate ports")
    ('Law No. 4/2031 on Ports', 'An Act to regulate ports')
    """
    title = " ".join(title.split())
    title = _in_small(title) if title.isupper() else title
    if not _NAMES_A_LAW.search(title) or _LONG.match(title) or _NUMBERED.match(title):
        return title
    return f"the {_THE.sub('', title, count=1) if _THE.match(title) else title}"


def _in_small(title: str) -> str:
    """A title in capitals with capitals where one who drafts has them."""
    return _WORD.sub(lambda match: _word(match[0], title[: match.start()]), title)


def _word(word: str, before: str) -> str:
    after_letter = before[-1:] == "." and before[-2:-1].isalpha()
    if word in _ABBREVIATIONS or _ROMAN.fullmatch(word) or (len(word) == 1 and after_letter):
        return word
    if word.lower() in _SMALL and before and not _ANEW.search(before):
        return word.lower()
    return word.capitalize()
