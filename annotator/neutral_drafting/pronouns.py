"""The masculine pronouns of a clause, and what may stand in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from annotator.expressions import expression
from annotator.neutral_drafting.antecedents import Person

#: How a law speaks of one person elsewhere, where it does not say *he* alone.
Manner = Literal["pair", "they", ""]

_PRONOUN = expression(r"\b(?:[Hh](?:e|im|is|imself))\b(?![’'])")
# "he or she", "him/her", "himself or herself", "(s)he", "she or he": both are named.
_BOTH = expression(
    # "F12[" is how the consolidated Acts of Ireland mark words that were put in.
    r"\b(?:he|him|his|himself)\s*(?:/|,|\bor\b|\band\b)\s*(?:F\d+\[)?(?:she|hers?|herself)\b|"
    r"\b(?:she|hers?|herself)\s*(?:/|,|\bor\b|\band\b)\s*(?:he|him|his|himself)\b|\bs/he\b|\(s\)he\b",
    re.IGNORECASE,
)
_OR_IT = expression(r"(?:,|\s+or)\s+(?:its?|itself|they|their|them)\b", re.IGNORECASE)
_TITLE = expression(r"\s+(?:Majesty|Excellency|Holiness|Lordship|Highness|Honou?r|Grace|Worship)\b")
_THEY = expression(
    r"\b(?:an?|any|each|every) (?:person|individual|applicant|employee|worker)\b[^.;:,]{0,25}"
    r"\b(?:they|their)\b",
    re.IGNORECASE,
)
_NOUN = expression(r"\s+(?!(?:or|and|of|in|to|is|was|shall|may|by|for|at|on)\b)\w")
_LEAST_USES = 3
_PAIRS = {
    "he": "he or she",
    "him": "him or her",
    "his": "his or her",
    "himself": "himself or herself",
}
_THEIRS = {"him": "them", "his": "their", "he": "they"}
# The verb after "they" must not be another than after "he".
_SAME_VERB = expression(r"\s+(?:shall|may|must|can|will|would|could|should|might|had|did)\b")


@dataclass(frozen=True)
class Pronoun:
    """A masculine pronoun: its offsets in a text, and the word in lower case."""

    start: int
    end: int
    word: str


def pronouns(text: str) -> Iterator[Pronoun]:
    """The masculine pronouns that stand alone for a person of any sex."""
    both = [match.span() for match in _BOTH.finditer(text)]
    for match in _PRONOUN.finditer(text):
        beside_her = any(start <= match.start() < end for start, end in both)
        if not beside_her and not _TITLE.match(text, match.end()):
            yield Pronoun(match.start(), match.end(), match[0].lower())


def manner_of(law: str) -> Manner:
    """How a law speaks of one person where it does not say *he* alone.

    >>> manner_of("he or she may ... his or her ... him or her")
    'pair'
    """
    if len(_BOTH.findall(law)) >= _LEAST_USES:
        return "pair"
    they = len(_THEY.findall(law))
    return "they" if they >= _LEAST_USES and they > len(_PRONOUN.findall(law)) else ""


def in_place_of(
    pronoun: Pronoun, text: str, person: Person | None, manner: Manner, *, curly: bool
) -> str:
    """The words that keep the sense: the noun again, else as the law says elsewhere; else none.

    Args:
        pronoun: of ``text``.
        text: the clause.
        person: for whom it stands, where that is plain.
        manner: the law's.
        curly: whether the law has typographic apostrophes.
    """
    words = ""
    if not _OR_IT.match(text, pronoun.end):
        words = _noun_again(pronoun, text, person, curly) if person else ""
        words = words or _as_elsewhere(pronoun, text, manner)
    first = text[pronoun.start]
    return words[:1].upper() + words[1:] if first.isupper() else words


def _noun_again(pronoun: Pronoun, text: str, person: Person, curly: bool) -> str:
    if pronoun.word in ("he", "him"):
        return person.again
    if pronoun.word == "his" and _before_a_noun(text, pronoun.end):
        apostrophe = "’" if curly else "'"
        return f"{person.again}{apostrophe}" + ("" if person.noun.endswith("s") else "s")
    return ""


def _as_elsewhere(pronoun: Pronoun, text: str, manner: Manner) -> str:
    if pronoun.word == "his" and not _before_a_noun(text, pronoun.end):
        return ""
    if manner == "pair":
        return _PAIRS[pronoun.word]
    if manner == "they" and (pronoun.word != "he" or _SAME_VERB.match(text, pronoun.end)):
        return _THEIRS.get(pronoun.word, "")
    return ""


def _before_a_noun(text: str, end: int) -> bool:
    """Whether *his* is followed by what is his, and not itself the end of a phrase."""
    return _NOUN.match(text, end) is not None
