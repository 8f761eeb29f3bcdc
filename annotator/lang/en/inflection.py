"""English inflection: articles, plurals, participles, the third person.

The words are a drafter's (``foreign national``, ``member of the Border Force``). What the rules
here would bend wrongly stands in the tables of :mod:`.irregular`; the words that the library uses
are all tried, by a table that was checked by hand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from annotator.expressions import expression
from annotator.lang.en.irregular import (
    DOUBLED_UNSTRESSED,
    NO_MAN,
    OTHER_PARTICIPLES,
    PARTICIPLES,
    PLURALS,
    SINGLE_L,
    STRESSED_ON_THE_LAST,
    TAKES_ES,
)
from annotator.lang.en.persons import IN_PAIRS, ONE_PERSON

_SINGULARS = {many: one for one, many in PLURALS.items()} | {"people": "person"}
_NO_MEN = frozenset(("abdomen", "acumen", "regimen", "specimen", "omen", "semen"))
# What follows the head of a noun phrase and is no part of it: "person | with a disability".
_AFTER_THE_HEAD = expression(
    r"(?<=\w)(?:-in-(?:law|charge)\b|"
    r"(?i:(?<!major)(?<!lieutenant)(?<!brigadier)[- ](?:general|elect|designate))$|,? other than |"
    r" (?:of|in|under|with|without|for|from|to|at|on|by|over|within|"
    r"outside|against|between|who|whom|whose|which|that|not|subject|entitled|seeking|holding|"
    r"having|being|receiving|requiring|residing|living|travelling|working|applying|claiming) ).*",
    re.DOTALL,
)
# "spouse or partner", "husband, wife or child": two heads and more, where the first is a person's;
# "health or social worker" and "mother and child centre" have one.
_EITHER = expression(r"(?P<first>[\w-]+)(?:,(?: or| and)?| or| and) (?:(?:an?|the) )?(?=\w)")
_PERSONS = IN_PAIRS.union(ONE_PERSON)
# A verb whose last consonant may double: one vowel before it, and not two.
_ONE_VOWEL = expression(r"(?:^|[^aeiou]|qu)[aeiou][bdfgklmnprstvz]$")
# Helping verbs: that somebody *is* or *has* tells nothing of what is done.
_AUXILIARIES = frozenset(("be", "do", "have"))
# Spelled with a vowel and spoken with a consonant, or the other way round.
_SPOKEN_CONSONANT = expression(
    r"(?:eu|uni(?![dmn])|unanim|use|usual|util|one\b|once\b|(?-i:U[A-Z]))", re.I
)
_SPOKEN_VOWEL = expression(r"(?:hour|honest|heir|[AEFHILMNORSX](?:[A-Z]|\b))")


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


def uncapitalised(text: str) -> str:
    """The text with its first letter in lower case, as within a sentence."""
    return text[:1].lower() + text[1:]


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
    """The plural of a noun phrase, which its head bears: the noun before ``of``, ``with``, ``who``.

    >>> plural("victim of trafficking"), plural("person with a disability"), plural("woman")
    ('victims of trafficking', 'persons with a disability', 'women')
    """
    return _bent(phrase, _plural_word)


def singular(phrase: str) -> str:
    """The singular of a plural noun phrase; a singular one comes back as it is.

    >>> singular("foreign nationals"), singular("beneficiaries"), singular("people")
    ('foreign national', 'beneficiary', 'person')
    """
    return _bent(phrase, _singular_word)


def _bent(phrase: str, bend: Callable[[str], str]) -> str:
    """The phrase with the last word of each of its heads bent."""
    bent: list[str] = []
    rest = phrase
    while either := _first_of_two_heads(rest):
        cut = either.end("first")
        bent += (_bent_alone(rest[:cut], bend), rest[cut : either.end()])
        rest = rest[either.end() :]
    return "".join((*bent, _bent_alone(rest, bend)))


def _first_of_two_heads(phrase: str) -> re.Match[str] | None:
    end = _end_of_head(phrase)
    either = _EITHER.search(phrase, 0, end)
    return either if either and _has_two_heads(either, phrase[:end]) else None


def _end_of_head(phrase: str) -> int:
    after = _AFTER_THE_HEAD.search(phrase)
    return after.start() if after else len(phrase)


def _bent_alone(phrase: str, bend: Callable[[str], str]) -> str:
    """The phrase with the last word of its one head bent, in the letters in which it is written."""
    end = _end_of_head(phrase)
    start = max(phrase.rfind(mark, 0, end) for mark in " -") + 1
    word = phrase[start:end]
    bent = bend(word.lower())
    same = next((n for n in range(len(word), 0, -1) if bent.startswith(word[:n].lower())), 0)
    return phrase[:start] + word[:same] + bent[same:] + phrase[end:]


def _has_two_heads(either: re.Match[str], phrase: str) -> bool:
    """Whether what stands before *or* is a noun of its own, and does not describe the last one."""
    if _singular_word(either["first"].lower()) not in _PERSONS:
        return False
    last = phrase[either.end() :].split()
    describes = " and " in either[0] and len(last) > 1
    return not describes or _singular_word(last[-1].lower()) in IN_PAIRS


def _plural_word(noun: str) -> str:
    if noun in PLURALS:
        return PLURALS[noun]
    if noun.endswith("man") and noun not in NO_MAN:
        return f"{noun[:-2]}en"
    if re.search(r"[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return noun + ("es" if re.search(r"(?:s|x|z|ch|sh)$", noun) or noun in TAKES_ES else "s")


def _singular_word(noun: str) -> str:
    if noun in _SINGULARS or noun in PLURALS:
        return _SINGULARS.get(noun, noun)
    if noun.endswith("men") and noun not in _NO_MEN:
        return f"{noun[:-2]}an"
    if re.search(r"..[^aeiou]ies$", noun):
        return f"{noun[:-3]}y"
    if re.search(r"(?:ss|x|zz|ch|sh)es$", noun) or noun[:-2] in TAKES_ES:
        return noun[:-2]
    return noun if re.search(r"(?:[^s]|[sui]s)$", noun) else noun[:-1]


def either_number(nouns: Iterable[str]) -> str:
    """A regular expression for any of the nouns, one or many, the longer before the shorter.

    >>> either_number(("boy", "permanent resident", "beneficiary"))
    'permanent residents?|(?:beneficiary|beneficiaries)|boys?'
    """
    return "|".join(map(_one_or_many, sorted(nouns, key=len, reverse=True)))


def _one_or_many(noun: str) -> str:
    many = plural(noun)
    return f"{noun}s?" if many == f"{noun}s" else f"(?:{noun}|{many})"


@cache
def participle(verb: str) -> str:
    """The past participle of a verb.

    >>> participle("withdraw"), participle("refer"), participle("offer"), participle("traffic")
    ('withdrawn', 'referred', 'offered', 'trafficked')
    """
    if verb in PARTICIPLES:
        return PARTICIPLES[verb]
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    if re.search(r"[aeiou]c$", verb):
        return f"{verb}ked"
    return f"{verb}{verb[-1]}ed" if _doubles(verb) else f"{verb}ed"


def _doubles(verb: str) -> bool:
    """Whether the last consonant is written twice before *-ed*, as British laws write it."""
    if verb in STRESSED_ON_THE_LAST or verb in DOUBLED_UNSTRESSED:
        return True
    if not _ONE_VOWEL.search(verb) or verb in SINGLE_L:
        return False
    return verb.endswith("l") or len(re.findall(r"[aeiouy]+", verb)) == 1


def third_person(verb: str) -> str:
    """The third person singular of the present.

    >>> third_person("carry"), third_person("undergo"), third_person("search")
    ('carries', 'undergoes', 'searches')
    """
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return verb + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else "s")


@cache
def forms_of(verb: str) -> frozenset[str]:
    """The words by which a law says that somebody does a thing, or that it is done.

    >>> sorted(forms_of("travel"))
    ['travel', 'traveled', 'travelled', 'travels']
    """
    forms = {verb, participle(verb), OTHER_PARTICIPLES.get(verb, verb)}
    if verb not in _AUXILIARIES:
        forms.add(third_person(verb))
    if verb.endswith("l") and verb not in PARTICIPLES:
        # As American laws write it, and Canadian ones.
        forms.add(f"{verb}ed")
    return frozenset(forms)
