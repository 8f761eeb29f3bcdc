"""Countries by their ISO 3166-1 codes and English names, and which of them a law's title names."""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import cache
from typing import NamedTuple

from iso3166 import countries

from annotator.errors import UsageError
from annotator.expressions import expression

_KOSOVO = "XK"
# Common names that the standard does not have, or has the other way round.
_ALIASES = {
    "bolivia": "BO",
    "bosnia": "BA",
    "britain": "GB",
    "brunei": "BN",
    "cape verde": "CV",
    "czech republic": "CZ",
    "democratic republic of the congo": "CD",
    "east timor": "TL",
    "great britain": "GB",
    "holland": "NL",
    "iran": "IR",
    "ivory coast": "CI",
    "kosovo": _KOSOVO,
    "laos": "LA",
    "macedonia": "MK",
    "micronesia": "FM",
    "moldova": "MD",
    "north korea": "KP",
    "palestine": "PS",
    "republic of korea": "KR",
    "russia": "RU",
    "south korea": "KR",
    "swaziland": "SZ",
    "syria": "SY",
    "taiwan": "TW",
    "tanzania": "TZ",
    "turkey": "TR",
    "united kingdom": "GB",
    "united states": "US",
    "united states of america": "US",
    "vatican": "VA",
    "venezuela": "VE",
    "viet nam": "VN",
    "vietnam": "VN",
}
_COMMON = {
    code: name
    for name, code in {
        "Bolivia": "BO",
        "Brunei": "BN",
        "Iran": "IR",
        "Kosovo": _KOSOVO,
        "Laos": "LA",
        "Micronesia": "FM",
        "Moldova": "MD",
        "North Korea": "KP",
        "Palestine": "PS",
        "Russia": "RU",
        "South Korea": "KR",
        "Syria": "SY",
        "Taiwan": "TW",
        "Tanzania": "TZ",
        "the Bahamas": "BS",
        "the Central African Republic": "CF",
        "the Congo": "CG",
        "the Democratic Republic of the Congo": "CD",
        "the Dominican Republic": "DO",
        "the Gambia": "GM",
        "the Netherlands": "NL",
        "the Philippines": "PH",
        "the Sudan": "SD",
        "the United Arab Emirates": "AE",
        "the United Kingdom": "GB",
        "the United States": "US",
        "Venezuela": "VE",
    }.items()
}
_STATE = r"(?:the )?(?:[a-z]+ )?(?:republic|kingdom|state|commonwealth|government|parliament)s? of "
# A law that names a country for another reason: whom it was agreed with, what the country is not.
_FOREIGN = expression(
    r"\b(?:agreement|treaty|convention|between|with|against|new|northern)\b|(?<!of )\bgeorgia\b"
)


class Country(NamedTuple):
    """An ISO 3166-1 alpha-2 code, and the name that a sentence calls the country by."""

    code: str
    name: str


def find_country(words: str) -> Country:
    """The country of a code (``AL``, ``ALB``) or of an English name, in any case.

    Raises:
        UsageError: there is none; names that look like it are suggested.

    >>> find_country("al"), find_country("Republic of Moldova"), find_country("Türkiye").code
    (Country(code='AL', name='Albania'), Country(code='MD', name='Moldova'), 'TR')
    """
    asked = _folded(words)
    bare = _bare(asked)
    ways = (asked, asked.removeprefix("the "), bare, bare.removeprefix("the "))
    named = (_names().get(way) for way in ways)
    code = _codes().get(asked) or next((code for code in named if code), None)
    if code is None:
        raise UsageError(_no_country(words))
    return _country(code)


def country_in(title: str) -> Country | None:
    """The country that a law's title plainly names as its own; None where there is no one such.

    >>> country_in("Law on Foreigners of the Republic of Albania")
    Country(code='AL', name='Albania')
    >>> country_in("Agreement with Albania (Readmission) Act") is None
    True
    """
    folded = _folded(title)
    found = {_names()[match[0]] for match in _any_name().finditer(folded)}
    # "Northern Ireland" is none, "North Macedonia" is: names are read whole before what is foreign.
    around = _any_name().sub(lambda name: name[0] if name[0] == "georgia" else "", folded)
    if len(found) != 1 or _FOREIGN.search(around):
        return None
    return _country(found.pop())


@cache
def known_names() -> dict[str, str]:
    """The code of each country by its names in lower case, with their accents and without."""
    names = dict(_names())
    for country in countries:
        for name in (country.name, country.apolitical_name):
            names.setdefault(" ".join(name.casefold().replace("’", "'").split()), country.alpha2)
    return names


def _country(code: str) -> Country:
    return Country(code, _COMMON.get(code) or countries.get(code).apolitical_name)


def _no_country(words: str) -> str:
    near = difflib.get_close_matches(_folded(words), list(_names()), n=3, cutoff=0.6)
    meant = list(dict.fromkeys(_country(_names()[name]) for name in near))
    sentence = f"{words!r} is no country that is known here: give its name in English or its code"
    if not meant:
        return f"{sentence} of two letters, such as AL."
    return f"{sentence}; did you mean {' or '.join(f'{name} ({code})' for code, name in meant)}?"


@cache
def _codes() -> dict[str, str]:
    """Codes of two and of three letters, in lower case."""
    codes = {"xk": _KOSOVO, "uk": "GB"}
    for country in countries:
        codes |= dict.fromkeys((country.alpha2.lower(), country.alpha3.lower()), country.alpha2)
    return codes


@cache
def _names() -> dict[str, str]:
    names = dict(_ALIASES)
    for country in countries:
        for name in (country.name, country.apolitical_name):
            names[_folded(name)] = country.alpha2
            names.setdefault(_bare(_folded(name)), country.alpha2)
    return names


@cache
def _any_name() -> re.Pattern[str]:
    longest_first = sorted(_names(), key=len, reverse=True)
    return expression(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")


def _folded(words: str) -> str:
    """In lower case, without accents, white space folded."""
    plain = unicodedata.normalize("NFKD", words)
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    return " ".join(plain.casefold().replace("’", "'").split())


def _bare(name: str) -> str:
    """Without the form of the state: ``moldova`` of ``republic of moldova``."""
    return re.sub(rf"^(?:{_STATE})+|^the ", "", name)
