"""How an English law refers to its own provisions: *sections 3 and 12(2)*, *paragraph (b) of
subsection (4)*."""

from __future__ import annotations

import re

from annotator.expressions import expression

_NUMBER = r"\d{1,4}[A-Za-z]{0,3}(?:\.\d{1,3})*(?:\s?\(\w{1,5}\))*"
_LABEL = r"\(\w{1,5}\)(?:\s?\(\w{1,5}\))*"
_ONE = rf"(?:{_NUMBER}|{_LABEL})"
_BETWEEN = r"(?:\s?,\s?(?:(?:and|or)\s)?|\s(?:and|or|to)\s|\s?[-–—]\s?)"
_WORD = r"\b(?:sub)?(?:section|article|regulation|rule|paragraph|clause)"

#: A word for provisions, and the numbers of some.
REFERENCE = expression(rf"({_WORD})s?\s({_ONE}(?:{_BETWEEN}{_ONE}){{0,30}})", re.IGNORECASE)
#: The numbers of a reference one by one, and whether one ends a stretch that another begins.
REFERRED = expression(rf"(\s?[-–—]\s?|\bto\s)?({_ONE})")
#: Behind a reference, what says that it is to a part of a larger provision of the same law.
OF_A_LARGER = expression(rf"\s(?:of|in|to)\s(?={_WORD}s?\s{_ONE})", re.IGNORECASE)
#: What says that it is to another law's.
OF_ANOTHER_LAW = expression(
    r",?\s(?:of|in|to)\s(?:(?:the|that|an?|any|its|chapter)\s)?(?!this\b)"
    r"(?:[\w'’]+\s){0,8}?(?:act|acts|law|laws|code|ordinance|constitution|convention|protocol|"
    r"treaty|agreement|covenant|decree|order|directive|proclamation|regulations?|rules|charter|"
    r"statute|cap)\b",
    re.IGNORECASE,
)

#: Any number of a provision: ``12A(1)(b)``, ``13.3(3)``, ``(b)(ii)``, ``IV``.
_ANY = (
    r"(?:(?:\d{1,5}[A-Za-z]{0,4}(?:\.\d{1,3}[A-Z]?)*|[IVXL]+)\b(?:\s?\([\dA-Za-z]{1,5}\))*"
    r"|\([\dA-Za-z]{1,5}\)(?:\s?\([\dA-Za-z]{1,5}\))*)"
)
_JOINED = r"(?:\s?,\s?(?:(?:and/or|and|or|to)\s)?|\s(?:and/or|and|or|to)\s|\s?[-\u2010-\u2015]\s?)"
#: What the number behind them counts, which then is none of a provision.
_COUNTED = r"(?!\s(?:days?|weeks?|months?|years?|hours?|per|penalty)\b)"
#: Provisions cited by their numbers, however a law prints that: *sections 8, 9, and 10*, *Sec. 5*,
#: *Part IV*, *section 6 (1)*; a word for them, and the numbers. Words that only begin alike with a
#: number behind them (*part 2 days*) are not told apart.
CITED = expression(
    r"((?i:\b(?:sub-?|para-?)?(?:section|article|regulation|rule|paragraph|clause|item|part|schedule"
    r"|chapter|division|annex)(?:s|es)?|\b(?:sec|art|reg|para|ss?)\.)|§{1,2})"
    rf"\s?((?<![a-z]){_ANY}{_COUNTED}(?:{_JOINED}{_ANY}{_COUNTED})*)"
)
