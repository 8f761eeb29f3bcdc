"""When a law was enacted, as far as its file or the law itself surely says so.

The format's own date comes first; else the line that says when the law was assented to, made or
approved; else the year by which the law is cited, or its number in the acts of a year. When a law
came into force is another matter, and a code of many laws has no date of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from annotator.expressions import expression
from annotator.schema import Source

#: So far down stands what a law says of its making, behind contents and editors' notes, or so near
#: its end.
_HEAD, _FOOT = 20_000, 2_000
#: The day by which databases name a year.
_NEW_YEAR = "-01-01"
_YEAR = expression(r"(?<![\d/.-])(?:1[89]|20)\d\d(?![\d/.-])")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = r"(?P<{}>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = (
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+day\s+of)?\s+{_MONTH.format('month')},?\s+|"
    rf"{_MONTH.format('before')}\s+(?P<after>\d{{1,2}}),\s+)(?P<year>(?:1[89]|20)\d\d)(?!\d)"
)
#: A line that says when the law was made; a note on another law says so within a sentence.
_MADE = expression(
    r"^\W{0,3}(?:(?:date\s+of\s+)?(?:royal\s+)?assent(?:ed\s+to)?|(?:date\s+of\s+)?enact(?:ed|ment)|"
    rf"approved)[ \t]*[:—–-]?\s*(?:on\s+)?(?:the\s+)?{_DATE}\W*$",
    re.IGNORECASE | re.MULTILINE,
)
#: A line that is the law's number in the acts of a year, and nothing else.
_NUMBERED = expression(
    r"^\W{0,3}(?:(?:public|private)\s+)?(?:act|law|ordinance|decree)[,:]?[ \t]*"
    r"(?:no\.?|number)?[ \t]*"
    r"(?:\d{1,4}[A-Z]?(?:\s+of|,)[ \t]*(?P<of>(?:1[89]|20)\d\d)|(?P<before>(?:1[89]|20)\d\d)[ \t]+"
    r"no\.?[ \t]*\d{1,4})(?:\s+as\s+amended)?\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_CITED = expression(
    r"\bmay\s+be\s+cited\s+(?:for\s+all\s+purposes\s+)?as\s+(?:the\s+)?[“\"‘']?(?:the\s+)?(?P<name>"
    r"[^.;“”\"]{3,160})",
    re.IGNORECASE,
)


def enacted(source: Source) -> str:
    """The date of a law, or a year, or empty where neither is surely said.

    A date that is not of the year by which the law is cited, nor of the next, is not the law's.
    """
    if source.date:
        return source.date.removesuffix(_NEW_YEAR)
    year = year_of(source.title) or _cited_year(source)
    text = source.text
    ends = f"{text[:_HEAD]}\n{text[max(_HEAD, len(text) - _FOOT) :]}"
    day = _only(_MADE, ends, _day)
    if day and (not year or int(day[:4]) - int(year) in (0, 1)):
        return day
    return year or _only(_NUMBERED, ends, lambda found: found["of"] or found["before"])


def year_of(title: str) -> str:
    """The last year that a title names, by which laws are cited; empty where it names none.

    >>> year_of("Refugees (Amendment) Act, 1983"), year_of("Foreigners Act")
    ('1983', '')
    """
    return next(reversed(_YEAR.findall(title)), "")


def _cited_year(source: Source) -> str:
    """The year that the law puts behind its title where it says how it may be cited."""
    title = _plain(source.title)
    for found in _CITED.finditer(source.text):
        if title and _plain(found["name"]).startswith(title):
            return year_of(found["name"])
    return ""


def _only(pattern: re.Pattern[str], text: str, said: Callable[[re.Match[str]], str]) -> str:
    """What all matches of a pattern say; empty where they differ, or there is none."""
    all_said = {said(found) for found in pattern.finditer(text)}
    return all_said.pop() if len(all_said) == 1 else ""


def _day(found: re.Match[str]) -> str:
    month = 1 + _MONTHS.index((found["month"] or found["before"])[:3].casefold())
    try:
        return date(int(found["year"]), month, int(found["day"] or found["after"])).isoformat()
    except ValueError:  # a 31st of June, as scans have it
        return ""


def _plain(title: str) -> str:
    return " ".join(re.findall(r"\w+", title.casefold())).removeprefix("the ")
