"""Whom a pronoun stands for, where that is plain.

It is plain where only one person has been named before it in its clause. A rewrite that changed the
sense would be worse than none: whatever else might be a person, and any doubt, makes it not plain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.expressions import expression
from annotator.lang.en.persons import BY_ARTICLE, ONE_PERSON
from annotator.lang.words import word_set

_PEOPLE = "|".join(ONE_PERSON)
_DETERMINERS = "an?|the|any|every|each|such|that|this|no|another|other|one|some"
# What ends the words between an article and its noun.
_BREAKS = (
    f"{_DETERMINERS}|of|to|in|by|for|from|with|on|at|under|and|or|as|if|where|who|whom|whose|which|"
    "is|was|are|were|be|been|being|not|may|shall|must|has|had|have|he|she|his|her|him|it|its|their"
)
_MENTION = expression(
    rf"(?:\b(?P<det>{_DETERMINERS})\s+)?"
    rf"(?P<before>(?:\b(?!(?:{_PEOPLE}|{_BREAKS})\b)[\w’'-]+\s+){{0,3}}?)"
    rf"\b(?P<head>{_PEOPLE}|{'|'.join(BY_ARTICLE)})\b(?!-|\s+States?\b)"
    r"(?P<link>\s+(?:for|of)(?=\s+(?:the\s+)?(?-i:[A-Z])))?"
    r"(?P<rest>(?<=\bfor)\s+(?-i:[A-Z])[\w’-]*(?:,?\s+(?:and\s+)?(?-i:[A-Z])[\w’-]*)*)?",
    re.IGNORECASE,
)
# What may be a person, and is not in the list: "a broker", "the Comptroller", "one of the members".
_AGENT = expression(
    r"\b(?=(?i:an?|the|any|every|each|such|that|no|another|or|and)\s+(?:[\w’'-]+\s+){0,2}?"
    r"(?P<noun>\w{3,}(?:er|or|ee|ist|ian|ant|man|woman|eur|ster|herd|smith|ward)|"
    r"actuary|functionary|fiduciary)\b)"
)
# "an officer or servant": he is either of the two.
_EITHER = expression(
    rf"\b(?:{_PEOPLE})\s+or\s+(?!(?:of|to|in|on|at|by|for|from|with|under|where|if|who|whose|is|"
    r"was|has|otherwise|not|both|more)\b)",
    re.IGNORECASE,
)
_ANYBODY = expression(
    r"\b(?:any|one|each|either|neither|both|some|none|every\s+one)\s+of\b|\b(?:any|every|no|some)"
    r"(?:one|body)\b|\bwhoever\b|\bthe\s+(?:former|latter|first-mentioned|other)\b|\bthose\b",
    re.IGNORECASE,
)
_THINGS = word_set(
    "order number letter matter paper register border power manner offer transfer container water "
    "chapter quarter computer river character danger error factor floor door labour motor sector "
    "harbour favour honour colour behaviour endeavour other further later former whether either "
    "prior minor major interior exterior grant warrant covenant plant fee committee guarantee "
    "degree list tenor tender charter cover disorder remainder surrender encounter counter meter "
    "barrier cylinder folder latter proper particular regular similar calendar year corner paper "
    "important relevant significant constant instant elegant war moor poor indoor vector monitor "
    "trailer chamber member winter summer supper dinner after under over never ever better greater "
    "higher lower longer shorter larger smaller earlier prayer layer user forward reward award "
    "ledger docket consider deter refer prefer differ render enter deliver recover answer "
    "requirement timber cancer fever liquor rumour tumour vapour terror mirror "
    "corridor anchor tractor reactor extraordinary adjacent current human woman "
)
#: Capitalised nouns that are bodies, places and parts of laws: nobody says *he* of them.
_BODIES = word_set(
    "Act Agency Annex Appendix Article Assembly Association Authority Bank Board Branch Bureau "
    "Cabinet Chamber Chapter Circuit Code College Commission Committee Community Company "
    "Constitution Convention Corporation Council Court Crown Dáil Department Directive Directorate "
    "Division Exchequer Executive Federation First Force Forces Foundation Fund Gazette "
    "Government High House Institute Institution Iris Joint Justice Labour Land Law Local Ministry "
    "Mutual National Nations Oireachtas Office Order Organisation Organization Parliament Part "
    "Party Police Protocol Province Public Register Registry Regulation Regulations Republic "
    "Revenue Rules Saorstát Schedule Scheme School Second Section Seanad Senate Service Services "
    "State States Statute Supreme Third Title Tribunal Treaty Union United University World "
    "Central European Social Civil Defence Health Immigration International Foreign Internal"
)
_CAPITALISED = expression(r"\b(?i:the|a|an)\s+(?!Garda\s+S[íi]och)([A-Z][\w’-]+)")
_INDEFINITE = frozenset(("a", "an", "any", "every", "each", "another", "one", "some", "no"))
# Words before a noun that are no part of its name.
_LOOSE = word_set("said same first particular specified single only whole aforesaid")


@dataclass(frozen=True)
class Person:
    """One person named in a clause: the noun without article, as it would be repeated."""

    noun: str
    article: str = "the"

    @property
    def again(self) -> str:
        """As it is repeated: ``the officer``; ``that person`` where the law says so."""
        return f"{self.article} {self.noun}"


class People:
    """The persons whom a text names, and up to where it is plain who is meant.

    Args:
        text: a clause with its lead-in.
    """

    def __init__(self, text: str) -> None:
        mentions = list(_MENTION.finditer(text))
        self._first = mentions[0] if mentions else None
        # What makes it doubtful stays before every pronoun that follows.
        self._plain_until = min(_doubts(text, mentions), default=len(text) + 1)

    def before(self, offset: int) -> Person | None:
        """The only person named before a place in the text; None where it is not plain.

        >>> text = "An authorised officer may enter any premises where he suspects"
        >>> People(text).before(text.index("he suspects"))
        Person(noun='authorised officer', article='the')
        >>> text = "An officer may detain a person where he suspects"
        >>> People(text).before(text.index("he suspects")) is None
        True
        """
        if self._first is None or self._first.end() > offset or self._plain_until <= offset:
            return None
        noun = _noun(self._first)
        return Person(noun) if noun else None


def _doubts(text: str, mentions: Sequence[re.Match[str]]) -> Iterator[int]:
    """The places from which on it is not plain who is meant."""
    if not mentions:
        return
    first, *others = mentions
    noun = _noun(first)
    if noun is None or not first["det"]:
        yield first.end()
    yield from (later.end() for later in others if noun and not _again(later, noun))
    introducing = [one for one in mentions if _determiner(one) in _INDEFINITE]
    yield from (one.end() for one in introducing[1:])
    yield from (one.end() for one in mentions if _determiner(one) in ("another", "other"))
    yield from (match.end() for match in _ANYBODY.finditer(text))
    yield from (match.end() for match in _EITHER.finditer(text))
    known = {word for mention in mentions for word in mention[0].split()}
    for match in _AGENT.finditer(text):
        if match["noun"].lower() not in _THINGS and match["noun"] not in known:
            yield match.end("noun")
    for match in _CAPITALISED.finditer(text):
        if match[1] not in _BODIES and match[1] not in known:
            yield match.end()


def _determiner(mention: re.Match[str]) -> str:
    return (mention["det"] or "").lower()


def _again(mention: re.Match[str], noun: str) -> bool:
    """Whether a later mention is of the same person: *the officer* of *an authorised officer*."""
    name = _noun(mention)
    if name == noun:
        return True
    definite = _determiner(mention) in ("", "the", "that", "such", "this")
    return definite and name is not None and " " not in name and noun.endswith(f" {name}")


def _noun(mention: re.Match[str]) -> str | None:
    """The noun of a mention, with what names the person more closely; None where it is unclear."""
    before = [word for word in mention["before"].split() if word.lower() not in _LOOSE]
    head = mention["head"]
    if head.lower() in BY_ARTICLE:
        # They may as well say what kind of thing something is: "a minor offence".
        return head if mention["det"] and not before else None
    if not mention["det"]:
        # Where no article begins them, the words before are not known to be its own.
        before = []
    if mention["link"] and mention["link"].split() == ["for"]:
        head += f" for{mention['rest']}"
    return " ".join([*before, head])
