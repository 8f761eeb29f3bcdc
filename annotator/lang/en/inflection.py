"""English inflection, as far as amendments need it: articles, plurals, participles.

The words are a drafter's (``foreign national``, ``member of the Border Force``), so the rules are
few; a word that they would bend wrongly belongs in the table of exceptions.
"""

from __future__ import annotations

import re

_IRREGULAR_PLURALS = {"child": "children", "staff": "staff"}
_IRREGULAR_PARTICIPLES = {
    "bring": "brought",
    "give": "given",
    "hear": "heard",
    "hold": "held",
    "keep": "kept",
    "make": "made",
    "pay": "paid",
    "send": "sent",
    "set": "set",
    "take": "taken",
    "tell": "told",
}
_DOUBLING = re.compile(r"(?:.*fer|.*mit|.*pel|cancel|stop|enrol|plan|equip|commit)$")
# Spelled with a vowel and spoken with a consonant, or the other way round.
_SPOKEN_CONSONANT = re.compile(r"(?:eu|uni|use|one\b|usual)", re.IGNORECASE)
_SPOKEN_VOWEL = re.compile(r"(?:hour|honest|heir|[AEFHILMNORSX](?:[A-Z]|\b))")


class Noun(str):
    """A noun phrase in the singular that knows its articles and its plural.

    >>> person = Noun("asylum seeker")
    >>> person.a, person.the, person.plural
    ('an asylum seeker', 'the asylum seeker', 'asylum seekers')
    """

    __slots__ = ()

    @property
    def a(self) -> str:
        """With the indefinite article."""
        return f"{indefinite_article(self)} {self}"

    @property
    def the(self) -> str:
        """With the definite article."""
        return f"the {self}"

    @property
    def plural(self) -> str:
        """In the plural, without an article."""
        return plural(self)


class Verb(str):
    """A verb in its base form that knows its participle.

    >>> Verb("search").participle, Verb("examine").participle, Verb("hold").participle
    ('searched', 'examined', 'held')
    """

    __slots__ = ()

    @property
    def participle(self) -> str:
        """The past participle."""
        return participle(self)


class Modal(str):
    """The law's verb of duty (``shall``, ``must``, ``is to``), with its other forms.

    >>> Modal("shall").negative, Modal("is to").negative, Modal("is to").plural
    ('shall not', 'is not to', 'are to')
    """

    __slots__ = ()

    @property
    def plural(self) -> str:
        """For a subject in the plural: ``are to`` for ``is to``."""
        return "are to" if self == "is to" else str(self)

    @property
    def negative(self) -> str:
        """The prohibition, for a subject in the singular: ``shall not``, ``is not to``."""
        return "is not to" if self == "is to" else f"{self} not"

    @property
    def negative_plural(self) -> str:
        """The prohibition, for a subject in the plural: ``shall not``, ``are not to``."""
        return "are not to" if self == "is to" else f"{self} not"


def capitalised(text: str) -> str:
    """The text with its first letter in upper case, and no other letter touched."""
    return text[:1].upper() + text[1:]


def indefinite_article(word: str) -> str:
    """``a`` or ``an``, by the sound with which the word begins.

    >>> indefinite_article("EU citizen"), indefinite_article("European"), indefinite_article("hour")
    ('an', 'a', 'an')
    """
    if _SPOKEN_VOWEL.match(word):
        return "an"
    if _SPOKEN_CONSONANT.match(word) or word[:1].lower() not in "aeiou":
        return "a"
    return "an"


def plural(phrase: str) -> str:
    """The plural of a noun phrase, whose head stands before ``of``, ``in`` or ``under``.

    >>> plural("victim of trafficking"), plural("authority"), plural("person in need of protection")
    ('victims of trafficking', 'authorities', 'persons in need of protection')
    """
    head, joint, rest = re.match(r"(.*?)(\b(?: of | in | under )|$)(.*)", phrase).groups()  # type: ignore[union-attr]
    *before, noun = head.split(" ")
    return " ".join([*before, _plural_word(noun)]) + joint + rest


def _plural_word(noun: str) -> str:
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    if re.search(r"[^aeiou]y$", noun):
        return noun[:-1] + "ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s")


def singular(phrase: str) -> str:
    """The singular of a plural noun phrase; a singular one comes back as it is.

    >>> singular("foreign nationals"), singular("beneficiaries"), singular("people")
    ('foreign national', 'beneficiary', 'person')
    """
    if phrase == "people":
        return "person"
    if phrase.endswith("ies"):
        return phrase[:-3] + "y"
    return phrase[:-1] if phrase.endswith("s") and not phrase.endswith("ss") else phrase


def participle(verb: str) -> str:
    """The past participle of a verb."""
    if verb in _IRREGULAR_PARTICIPLES:
        return _IRREGULAR_PARTICIPLES[verb]
    if _DOUBLING.match(verb) and verb not in ("offer", "limit", "differ", "suffer"):
        return f"{verb}{verb[-1]}ed"
    if verb.endswith("e"):
        return verb + "d"
    return verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"
