"""The country of a law, from what the law says of itself, with the words that say it.

A law names its country in many ways and others beside it: those that were parties to a treaty, the
neighbour whose officers share a post. So its title, its enacting words, what it extends to, whose
constitution it cites, what it means by a citizen and how often it names a country are weighed
together, and where no country leads clearly there is none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from annotator.bindings.countries import Country, country_in, find_country, known_names
from annotator.expressions import expression
from annotator.lang.en.nationalities import INSTITUTIONS, NATIONALITIES, WITHIN

_LONGEST = 1_000_000
_HEAD_LINES = 80
_AROUND = 110

_STATE = (
    r"(?:the\s+)?(?:(?:federal|democratic|united|islamic|people['’]s|co-operative|socialist|"
    r"independent|sovereign|cooperative)\s+){0,3}(?:(?:republic|kingdom|commonwealth|state|dominion|"
    r"union|federation)\s+of\s+(?:the\s+)?){0,2}(?:the\s+)?"
)
_ASSEMBLY = (
    r"(?:parliament|legislature|congress|(?:national|legislative|general|house of|federal|union)\s+"
    r"(?:assembly|council|assemblies)|senate(?:\s+and\s+(?:the\s+)?house\s+of\s+\w+)?|"
    r"house\s+of\s+(?:commons|representatives|assembly)|president|governor-general|king|queen)"
)
#: What stands before a country's name where it speaks of the law's own, the surest first.
_BEFORE: tuple[tuple[int, re.Pattern[str]], ...] = tuple(
    (weight, expression(rf"(?:{words}){_STATE}$", re.IGNORECASE))
    for weight, words in (
        (5, rf"enacted\s+by\s[^.;“”\"]{{0,60}}?{_ASSEMBLY}\s+of\s+"),
        (5, r"\bextends?\s+to\s+(?:all\s+parts\s+of\s+|the\s+whole\s+of\s+|throughout\s+)"),
        (5, r"\b(?:applies|apply|operates?)\s+(?:throughout|in\s+the\s+whole\s+of)\s+"),
        (4, r"[“\"‘](?:the\s+)?(?:republic|government|state|island|country)[”\"’],?\s+means\s+"
            r"(?:the\s+)?(?:government\s+of\s+)?"),
        (4, r"[“\"‘](?:citizens?|nationals?)[”\"’],?\s+means\s+(?:a\s+|any\s+|every\s+)?"
            r"(?:person\s+who\s+is\s+)?(?:an?\s+)?(?:citizen|national)s?\s+of\s+"),
        (4, r"[“\"‘](?:alien|foreigner|foreign\s+national|non-citizen|foreign\s+person)[”\"’],?\s+"
            r"(?:means|includes)\s+(?:a\s+|any\s+)?(?:natural\s+)?(?:person|individual)\s+"
            r"(?:who|that)\s+is\s+not\s+(?:a\s+)?(?:(?:citizen|national)\s+of\s+)?"),
        (4, r"(?<![\w-])(?:aliens?|foreigners?|foreign\s+(?:nationals?|persons?))\b[^;“”\"]{0,60}?"
            r"\b(?:do(?:es)?\s+not|without)\s+(?:have|hold|possess)(?:ing)?\s+"),
        (3, r"\bconstitution\s+of\s+"),
        # Not enough alone: a law may speak of a neighbour's police.
        (2, r"\bNational\s+(?:Civil\s+)?(?:Police|Gendarmerie|Guard|Army)\s+of\s+"),
        (3, rf"\b{_ASSEMBLY}\s+of\s+"),
    )
)  # fmt: skip
#: What stands behind it there.
_BEHIND: tuple[tuple[int, re.Pattern[str]], ...] = (
    (4, expression(r"[”\"’],?\s+(?:means|includes)\s", re.IGNORECASE)),
    (
        5,
        expression(
            r"\s+(?:hereby\s+)?enacts\b|[^.;“”\"]{0,80}\bbe\s+it\s+enacted\b", re.IGNORECASE
        ),
    ),
)
_ENACTS = expression(rf"(?:{_ASSEMBLY}|people|[A-Z]\w+)\s+of\s+{_STATE}$", re.IGNORECASE)
#: What the words above the first provision regulate: *immigration into Ruritania*.
_REGULATES = expression(
    r"(?:\b(?i:(?:im|e)?migration|emigrants?|immigrants?|entry|admission|departure)"
    r"(?:\s+[a-z]+){0,6}\s+(?i:into|from)|"
    r"\b(?i:stay|residence|sojourn|foreigners|aliens|foreign\s+nationals)(?:\s+[a-z]+){0,2}\s+in)"
    rf"\s+(?i:{_STATE})$"
)
#: A line among the first that says whose law it is.
_HEAD_LINE = expression(
    r"(?:of\s+)?(?:the\s+)?(?:(?:revised\s+)?(?:laws|statutes|acts)\s+of\s+|(?:government\s+|official\s+)?"
    rf"gazette\s+of\s+)?{_STATE}(?P<name>.+?)(?:\s+(?:government|official))?"
    r"(?:\s+gazette)?(?:\s+(?:supplement|extraordinary).*)?",
    re.IGNORECASE,
)
_HEAD_WEIGHT, _TITLE_WEIGHT, _INSTITUTION_WEIGHT = 4, 5, 4
_REGULATED_WEIGHT = 3
#: So far down a law says what it regulates.
_LONG_TITLE_WITHIN = 8000
_OPENS_A_PROVISION = expression(
    r"\s*(?:\d+[A-Z]?[.—)\s]|(?:section|article|art\.|§)\s*\(?\d)", re.I
)
#: Names of a country that speak of a treaty with it, or of a place that is called after it.
_ABOUT_OTHERS = expression(
    r"(?:agreement|treaty|convention|protocol|between|bordering|gulf\s+of|new|gazette\s+of)\s+"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_OF_ITS_PEOPLE = expression(
    r"\s+(?:citizen|citizenship|national|nationality|passport|government|territor|waters|visa|"
    r"mission|consul|embass|border|law\b|court|constitution|(?:[A-Z]\w+\s+){0,3}(?:Service|Police|"
    r"Force|Parliament|Constitution|Government|Board)\b)"
)
_PEOPLE_IN_TITLE = expression(
    r"\b([A-Z]\w+(?: [A-Z]\w+)?) (?:citizenship|nationality|passports?|border)\b", re.IGNORECASE
)
_CAPITAL = expression(r"(?<![\w’'-])[A-ZÀ-Þ][\w’'.-]*")
_NOUN = expression(r"(?: [A-Z]\w+){1,4}| (?:citizen|national|passport|resident|border|territor)\w*")
_ENTERED = expression(
    r"\b(?:entry|enter\w*|admission|admit\w*|leav\w+|depart\w+|remain\w*|stay\w*|resid\w+|"
    r"territory|citizens?|citizenship|nationals?|government)\s+(?:from\s+|in\s*to\s+|to\s+|in\s+|"
    r"within\s+|of\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_WORDS_BEFORE = expression(
    r"(?:\b[\w-]+\s+)?\b(?:in|into|from|to|of|outside|within)\s+(?:the\s+)?$", re.IGNORECASE
)
_IN_BRACKETS = expression(r"\([^()]*\)(?!\s*$)")

#: Territories that have codes of their own, and whose constitutions and passports a law may name.
_TERRITORIES = {
    "AU": "CC CX HM NF",
    "CN": "HK MO",
    "DK": "FO GL",
    "FI": "AX",
    "FR": "BL GF GP MF MQ NC PF PM RE TF WF YT",
    "GB": "AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG",
    "NL": "AW BQ CW SX",
    "NO": "BV SJ",
    "NZ": "CK NU TK",
    "US": "AS GU MP PR UM VI",
}
#: So much a country must weigh, and so many times as much as the next.
_ENOUGH, _LEAD = 3.0, 2.0
_MOST_FOR_NUMBERS = 4.0
_MENTIONS_A_POINT = 1.3


class OwnCountry(NamedTuple):
    """A law's country, and ``[start, end)``, the words of its text by which it is known."""

    country: Country
    start: int
    end: int


class _Sign(NamedTuple):
    code: str
    weight: float
    start: int
    end: int
    #: Of a sign without weight, whether the country is one that is entered, left or belonged to.
    shows: bool = False


def own_country(title: str, text: str) -> OwnCountry | None:
    r"""The country that a law says is its own; None where it says none, or more than one.

    Args:
        title: what the law is called.
        text: its canonical text.

    >>> found = own_country("Aliens Act", "Aliens Act\n\n1. (1) It extends to the whole of Malta.")
    >>> found.country.code, found.start, found.end
    ('MT', 22, 51)
    """
    text = text[:_LONGEST]
    signs = [*_of_title(title, text), *_of_head(text), *_of_institutions(text)]
    mentions: Counter[str] = Counter()
    for sign in _mentions(text):
        mentions[sign.code] += 1
        signs.append(sign)
    weights: defaultdict[str, float] = defaultdict(float)
    for code, weight in {(sign.code, sign.weight) for sign in signs if sign.weight}:
        weights[code] += weight
    for code, count in mentions.items():
        share = _MOST_FOR_NUMBERS * count / (count + _rival(code, mentions))
        weights[code] += min(share, count / _MENTIONS_A_POINT)
    first = max(weights, key=lambda code: weights[code], default="")
    if weights[first] < _ENOUGH or weights[first] < _LEAD * _rival(first, weights):
        return None
    ground = max((sign for sign in signs if sign.code == first), key=_telling)
    return OwnCountry(find_country(first), ground.start, ground.end)


def _rival(code: str, of: Mapping[str, float]) -> float:
    """The most that another country has, which is no territory of this one."""
    own = _TERRITORIES.get(code, "").split()
    return max((most for other, most in of.items() if other not in (code, *own)), default=0)


def _telling(sign: _Sign) -> tuple[float, int, int]:
    """How well its words show why a country was taken; of equals the first in the text does."""
    return sign.weight, sign.shows, -sign.start


def _of_title(title: str, text: str) -> Iterator[_Sign]:
    """The country that the title names, not in brackets within it, or whose people."""
    plain = _IN_BRACKETS.sub("", title)
    named = country_in(plain)
    people = _PEOPLE_IN_TITLE.search(plain)
    code = named.code if named else NATIONALITIES.get(people[1].casefold(), "") if people else ""
    if code:
        words = r"\s+".join(map(re.escape, title.split()))  # it may stand on several lines
        found = re.search(words, text)
        yield _Sign(code, _TITLE_WEIGHT, *(found.span() if found else (0, 0)))


def _of_head(text: str) -> Iterator[_Sign]:
    """The countries of the first lines that name nothing but one, its laws or its gazette."""
    start = 0
    above: list[_Sign] = []
    within: list[_Sign] = []
    signs = above
    for line in text.split("\n", _HEAD_LINES)[:_HEAD_LINES]:
        if _OPENS_A_PROVISION.match(line):
            signs = within
        words = line.strip(" \t.,:[]()*—–-")
        found = _HEAD_LINE.fullmatch(words) if 3 < len(words) <= 90 else None
        code = known_names().get(_spelled(found["name"])) if found else None
        if code:
            at = start + line.index(words)
            signs.append(_Sign(code, _HEAD_WEIGHT, at, at + len(words)))
        start += len(line) + 1
    yield from above
    if len({sign.code for sign in within}) == 1:  # more are a list of others
        yield from within


def _of_institutions(text: str) -> Iterator[_Sign]:
    for name, code in INSTITUTIONS.items():
        at = text.find(name)
        if at >= 0:
            yield _Sign(code, _INSTITUTION_WEIGHT, at, at + len(name))


def _mentions(text: str) -> Iterator[_Sign]:
    """Every place where a country is named, with what its words weigh there, mostly nothing."""
    position = 0
    for capital in _CAPITAL.finditer(text):
        start = capital.start()
        if start < position:
            continue
        found = _named_at(text, start)
        if found is None:
            continue
        code, position = found
        before = text[max(0, start - _AROUND) : start]
        behind = text[position : position + _AROUND]
        yield _weighed(code, before, behind, start, position)


def _weighed(code: str, before: str, behind: str, start: int, end: int) -> _Sign:
    for weight, pattern in _BEHIND:
        found = pattern.match(behind)
        enacts = weight != 5 or _ENACTS.search(before)
        if found and enacts and (weight == 5 or before[-1:] in '“"‘'):
            return _Sign(code, weight, start, end)
    for weight, pattern in _BEFORE:
        if found := pattern.search(before):
            return _Sign(code, weight, start - len(before) + found.start(), end + _noun(behind))
    if start < _LONG_TITLE_WITHIN and (found := _REGULATES.search(before)):
        first = start - len(before) + found.start()
        return _Sign(code, _REGULATED_WEIGHT, first, end + _noun(behind))
    words = _ENTERED.search(before) or _WORDS_BEFORE.search(before)
    first = start - len(words[0]) if words else start
    return _Sign(code, 0, first, end + _noun(behind), bool(_ENTERED.search(before)))


def _noun(behind: str) -> int:
    """How long the noun is that a country's name stands before: *Ruritania citizen*."""
    found = _NOUN.match(behind)
    return found.end() if found else 0


def _named_at(text: str, start: int) -> tuple[str, int] | None:
    """The code of the country that is named here, and where its name ends."""
    first = _first_word(text[start : start + 40])
    names = _by_first_word().get(first)
    found = names.match(text, start) if names else None
    if found is None:
        return None
    if _ABOUT_OTHERS.search(text, max(0, start - 60), start):
        return None
    name = _spelled(found[0])
    if code := known_names().get(name) or WITHIN.get(name):
        return code, found.end()
    code = NATIONALITIES.get(name, "")
    return (code, found.end()) if code and _OF_ITS_PEOPLE.match(text, found.end()) else None


@cache
def _by_first_word() -> dict[str, re.Pattern[str]]:
    """The names of countries and their people, by their first words in lower case."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name in (*known_names(), *WITHIN, *NATIONALITIES):
        groups[_first_word(name)].append(name)
    patterns = {}
    for first, names in groups.items():
        ways = (
            r"\s+".join(re.escape(word).replace("'", "['’]") for word in name.split())
            for name in sorted(names, key=len, reverse=True)
        )
        patterns[first] = expression(rf"(?:{'|'.join(ways)})(?![\w-])", re.IGNORECASE)
    return patterns


def _first_word(words: str) -> str:
    found = re.match(r"[\w’'.-]+", words)
    return found[0].casefold().replace("’", "'").rstrip(".'-") if found else ""


def _spelled(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split())
