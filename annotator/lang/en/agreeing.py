"""Pronouns that agree with nouns of either sex: *he or she*, *his or her*, *that spouse*."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from annotator.expressions import expression
from annotator.lang.en.persons import OFFICER

#: A change of words: where it begins and ends in a text, and what stands there then.
Change = tuple[int, int, str]

_PRONOUN = expression(r"\b(?:himself|herself|his|hers|her|him|he|she)\b(?!['’])", re.IGNORECASE)
#: *he or she* names both already.
_BOTH = expression(
    r"\b(?:he|him|his|himself|she|her|hers|herself)\s*(?:/|\bor\b|\band\b)\s*"
    r"(?:he|him|his|himself|she|her|hers|herself)\b",
    re.IGNORECASE,
)
_FEMALE = frozenset(("she", "her", "hers", "herself"))
_EITHER = {
    "he": "he or she", "she": "he or she", "him": "him or her", "hers": "his or hers",
    "himself": "himself or herself", "herself": "himself or herself",
}  # fmt: skip
# "with her has ended", "to her in writing": no noun of hers follows.
_NO_NOUN = expression(
    r"\s*(?:$|[^\w\s\[(“\"]|(?:or|and|of|in|to|is|was|are|has|had|have|shall|may|must|by|for|at|on|"
    r"with|from|as|if|under|upon|unless|who|that|until|before|after|when|where|while|be|been|"
    r"without|not|whether|a|an|the|any|such)\b)",
    re.IGNORECASE,
)
# "any child of his dependent on him": what is his stands before.
_OF_HIS = expression(
    r"\bof\s+his(?=\s*[,.;:)]|\s+(?:who|dependent|under|and|or|whether|living|residing|born)\b)",
    re.IGNORECASE,
)
#: Where a sentence, an item or a proviso ends; what is said of a man in another is left alone.
_UNIT = expression(r"[.;]\s|:\s*Provided\b", re.IGNORECASE)
_MODAL = expression(r"\b(?:shall|may|must|is entitled|are entitled)\b", re.IGNORECASE)
_WIFE = expression(r"\b(?:wife|wives|widow)", re.IGNORECASE)
_HUSBAND = expression(r"\bhusband", re.IGNORECASE)
_WOMAN = expression(r"\b(?:wom[ae]n|female)\b", re.IGNORECASE)
_OFFICIAL = expression(
    rf"\b(?:{OFFICER}|minister|controller|registrar|director|commissioner|secretary|governor|"
    r"president|magistrate|judge)\b",
    re.IGNORECASE,
)
_OF_OFFICE = expression(
    r"(?:his|her)\s+(?:absolute\s+|own\s+)?(?:discretion|opinion|satisfaction|decision|pleasure|"
    r"hand|duties|powers|functions|office|judgement|judgment)\b|"
    r"(?:he|she)\s+(?:thinks|considers|may think|may consider|is satisfied|deems|may deem|sees|"
    r"has reason|directs|decides|requires|determines|is of the opinion)\b",
    re.IGNORECASE,
)
_SOMEBODY = expression(
    r"\b(?:persons?|applicants?|citizens?|nationals?|m[ae]n|wom[ae]n|wife|wives|husbands?|fathers?|"
    r"child(?:ren)?|minors?|aliens?|foreigners?|holders?|workers?|settlers?|residents?|sponsors?|"
    r"immigrants?|members?|widows?|refugees?|officers? or)\b",
    re.IGNORECASE,
)


def agreeing(
    text: str, nouns: Sequence[Change], *, of_parents: bool = False, barred: bool = False
) -> list[Change] | None:
    """The changes of pronouns that go with those of nouns; None where it is not plain who is meant.

    Args:
        text: of the clause.
        nouns: their changes.
        of_parents: whether the nouns are those of parents.
        barred: whether each of the parents is meant, with whom no *he* agrees.
    """
    pronouns = _pronouns(text, nouns)
    hers = [one for one in pronouns if one[0].lower() in _FEMALE]
    his = [one for one in pronouns if one[0].lower() not in _FEMALE]
    if of_parents:
        if hers or (barred and any(_follows(one, nouns) for one in his)):
            return None
        return [_pair(one) for one in his]
    old = " ".join(text[start:end] for start, end, _ in nouns)
    if _WIFE.search(old) and not _WOMAN.search(old):
        first = min(start for start, _, _ in nouns)
        return [
            *map(_pair, his),
            *((_that_spouse if one.start() > first else _pair)(one) for one in hers),
        ]
    if _WOMAN.search(old) and his:
        if _HUSBAND.search(old):
            return [*map(_pair, hers), *(_that_spouse(one) for one in his)]
        return [*map(_pair, his), *map(_pair, hers)] if _apart(his, hers, text) else None
    if his and hers:
        return None
    return [_pair(one) for one in pronouns]


def _pronouns(text: str, nouns: Sequence[Change]) -> list[re.Match[str]]:
    """Those that stand alone for one sex, and not for an officer, where the nouns stand."""
    ends = [0, *(found.start() + 1 for found in _UNIT.finditer(text)), len(text)]
    units = [
        (start, end)
        for start, end in pairwise(ends)
        if any(start <= noun[0] < end for noun in nouns)
    ]
    both = [found.span() for found in _BOTH.finditer(text)]
    return [
        found
        for found in _PRONOUN.finditer(text)
        if not any(start <= found.start() < end for start, end in both)
        and not any(start <= found.start() < end for start, end, _ in nouns)
        and (
            (found[0].lower() in _FEMALE and found.start() > nouns[0][0])
            or any(start <= found.start() < end for start, end in units)
        )
        and not _is_an_officials(text, found.start())
    ]


def _is_an_officials(text: str, offset: int) -> bool:
    """Whether an officer is the last who was named before words on what officers do."""
    if _OF_OFFICE.match(text, offset) is None:
        return False
    officials = [found.end() for found in _OFFICIAL.finditer(text, 0, offset)]
    others = [found.end() for found in _SOMEBODY.finditer(text, 0, offset)]
    return bool(officials) and max(officials) > max(others, default=-1)


def _follows(one: re.Match[str], nouns: Sequence[Change]) -> bool:
    return one[0].lower() == "he" and any(start < one.start() for start, _, _ in nouns)


def _apart(his: Sequence[re.Match[str]], hers: Sequence[re.Match[str]], text: str) -> bool:
    """Whether the verb of the clause parts his pronouns from hers: each has its own antecedent."""
    if not hers:
        return True
    last, first = his[-1].end(), hers[0].start()
    return last < first and _MODAL.search(text, last, first) is not None


def _pair(one: re.Match[str]) -> Change:
    word, text = one[0].lower(), one.string
    if word == "her":
        words = "him or her" if _NO_NOUN.match(text, one.end()) else "his or her"
    elif word == "his":
        of_his = any(found.end() == one.end() for found in _OF_HIS.finditer(text))
        words = "his or hers" if of_his else "his or her"
    else:
        words = _EITHER[word]
    return one.start(), one.end(), _like(one[0], words)


def _that_spouse(one: re.Match[str]) -> Change:
    word, text = one[0].lower(), one.string
    owns = word in ("his", "hers") or (word == "her" and _NO_NOUN.match(text, one.end()) is None)
    apostrophe = "'" if "'" in text else "’"
    words = f"that spouse{apostrophe}s" if owns else "that spouse"
    if word in ("himself", "herself"):
        words = "that spouse in person"
    return one.start(), one.end(), _like(one[0], words)


def _like(old: str, new: str) -> str:
    return new[:1].upper() + new[1:] if old[:1].isupper() else new
