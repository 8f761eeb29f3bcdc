"""Who acts on whom in a clause, as the surface of its sentence shows it.

These rules fill slots of the templates (:mod:`annotator.library.slots`) from the clause. What they
do not recognise they leave alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from annotator.lang.en.inflection import Noun, Verb, participle, singular
from annotator.lang.en.persons import OFFICER
from annotator.lang.en.removal import REMOVALS, Removal
from annotator.library.patterns import PERSON, Pattern, compiled

#: Texts of clauses and provisions, of which several templates ask the same.
_REMEMBERED = 256
MODAL = r"(?:shall|must|may|can|is to|are to|is|are)"
_GENERIC = {"person", "individual", "holder", "resident", "passenger", "beneficiary"}
# "refugee protection", "immigrant station": the word for a person says what kind of thing it is.
_ATTRIBUTE = (
    r"(?!\s+(?:protection|status|declaration|appeals?|division|convention|class|program(?:me)?|law|"
    r"station|visa|permit|card|officer|identification|facilit))"
)
_PERSON = re.compile(rf"\b(?:{PERSON})\b{_ATTRIBUTE}", re.IGNORECASE)
# Between two of them stands a comma, or none; asked for on both sides, it could be read in two ways
# each time, and a long row of adverbs in so many that no search would end.
_ADVERBS = r"(?:also|not|only|at any time|without (?:a )?warrant|where necessary)"
_ADVERB = rf"(?:,? {_ADVERBS}(?:,{{0,2}} {_ADVERBS})*,?)?"


@dataclass(frozen=True)
class Action:
    """What is done to somebody: the verb, and where in the text words about it may go.

    ``actor_end`` is the end of who acts, where the sentence says so in a plain active
    (``An officer may search a person``); ``verb_end`` the end of a passive participle.
    """

    verb: Verb
    actor_end: int | None = None
    verb_end: int | None = None


@lru_cache(maxsize=_REMEMBERED)
def removal_in(text: str) -> Removal | None:
    """The text's own word for removal, the one it uses most; None where it has none.

    >>> removal_in("The Minister may order that an alien be deported.")
    'deportation'
    """
    counts = {
        noun: len(re.findall(rf"\b(?:{pattern})", text, re.IGNORECASE))
        for noun, (_, pattern) in REMOVALS.items()
    }
    best = max(counts, key=lambda noun: counts[noun])
    return Removal(best) if counts[best] else None


# The subject of a sentence: it opens the clause, or follows what opens it.
_ACTOR = re.compile(
    r"(?:^|(?:[,—–:;.)]|\b(?:and|or)) )(?:\(\w{1,4}\) )?(?:[Tt]he|[Aa]n?|[Aa]ny) "
    r"(?P<actor>Minister|Tribunal|Board|(?:[A-Z][a-z]+ ){0,2}(?:Division|Authority)|"
    r"Agency|Commissioner|competent authority|court|judge|(?:[a-z]+ ){0,2}officer)"
    r"(?:, [^,.;]{3,80},)? (?:may|shall|must|is to)\b"
)


@lru_cache(maxsize=_REMEMBERED)
def actor_in(text: str) -> Noun | None:
    """Who acts in a clause, where it is one authority or officer throughout.

    >>> actor_in("If a person is detained, the Minister shall review the detention.")
    'Minister'
    >>> actor_in("A person may be detained.")
    """
    actors = {match["actor"] for match in _ACTOR.finditer(text)}
    return Noun(actors.pop()) if len(actors) == 1 else None


def find_action(text: str, verbs: Sequence[str], of: str = "") -> Action | None:
    """The first of the verbs that the text uses of somebody, active or passive.

    Args:
        text: the clause.
        verbs: base forms, likeliest first.
        of: ``person`` where the one acted on must be a person.
    """
    for verb in verbs:
        found = _in_passive(text, verb) or _in_active(text, verb, of)
        if found:
            return found
    return None


def _in_passive(text: str, verb: str) -> Action | None:
    match = _passive(verb).search(text)
    return Action(Verb(verb), verb_end=match.end()) if match else None


def _in_active(text: str, verb: str, of: str) -> Action | None:
    match = _active(verb, of).search(text)
    if not match:
        return None
    # "an officer or a guard may": a phrase after the second would leave the first alone.
    alone = not re.search(r"\b(?:or|and)\s*$", text[: match.start("actor")], re.IGNORECASE)
    return Action(Verb(verb), actor_end=match.end("actor") if alone else None)


@cache
def _passive(verb: str) -> Pattern:
    """A person may (also) be searched."""
    whom = rf"\b(?:{PERSON})\b[^.;]{{0,80}}?"
    may_be = rf"\b(?:may|shall|must|can|is to|are to){_ADVERB} be (?:\w+ (?:and|or) )?"
    return compiled(rf"{whom}{may_be}{participle(verb)}\b")


@cache
def _active(verb: str, of: str) -> Pattern:
    """An officer may (stop and) search any person."""
    actor = rf"(?P<actor>\b(?:an?|any|the|every|each) (?:{OFFICER}))"
    whom = rf" (?:(?:an?|any|the|that|such|every|each|all) )?(?:\w+ ){{0,2}}?(?:{PERSON})\b"
    does = rf"{MODAL}{_ADVERB} (?:\w+ (?:and|or) |\w+, ){{0,3}}{verb}"
    return compiled(rf"{actor} {does}" + (whom if of else r"\b"))


def person_in(text: str) -> Noun | None:
    """The word for whom a clause concerns; ``person`` where it uses several; None where none.

    >>> person_in("An officer may detain a foreign national.")
    'foreign national'
    >>> person_in("A permanent resident or a foreign national may be detained.")
    'person'
    """
    words = {singular(re.sub(r"\s+", " ", match[0].lower())) for match in _PERSON.finditer(text)}
    if not words:
        return None
    particular = words - _GENERIC
    particular.discard("victim" if len(particular) > 1 else "")
    return Noun(next(iter(particular))) if len(particular) == 1 else Noun("person")
