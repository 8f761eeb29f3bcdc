"""What a template's text may use: slots filled from the clause, else from the law.

===============  =================================================================================
``person``       the clause's word for whom it concerns (``applicant``); ``person`` where it has
                 several
``foreigner``    the law's word; so too ``officer``, ``applicant``, ``detainee``, ``employer``,
                 ``worker``, ``sponsor``
``authority``    who decides: as the clause names it, else the law
``must``         the law's verb of duty; ``must.plural`` for a plural subject
``account``      ``the Minister shall take account``, where the clause says who acts in it;
                 ``account shall be taken``
``interview``    ``personal interview`` where the clause says so
``spouse``       ``spouse or civil partner``, as the law says
``practitioner``  ``registered medical practitioner``, as the law says
``power``        under what the law detains: ``this section``, ``this Division``, ``this Act``
``here``         the clause, as its own provision cites it: ``subsection (1)``, ``this section``
``unit``         the provision: ``this section``, ``this Article``
``despite``      ``Notwithstanding subsection (1), ``; nothing where the clause is a whole section
``despite_all``  ``Notwithstanding anything in this section, ``
``action``       the verb of ``when.action`` that the clause uses; ``action.participle``
``removal``      ``removal``, ``deportation``, ``expulsion``, ``return``, ``repatriation``: as the
                 clause says, else the law; ``removal.participle``
named groups     of the cues found, and of the pattern at which the words go in
===============  =================================================================================

Nouns have ``.a``, ``.the`` and ``.plural``. A slot that is not filled makes the template abstain.
The rules read the surface of the sentence; what they do not recognise they leave alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from annotator.lang.en.inflection import Noun, Verb, participle, singular
from annotator.library.patterns import OFFICER, PERSON, Pattern, compiled

MODAL = r"(?:shall|must|may|can|is to|are to|is|are)"
_GENERIC = {"person", "individual", "holder", "resident", "passenger", "beneficiary"}
# "refugee protection", "immigrant station": the word for a person says what kind of thing it is.
_ATTRIBUTE = (
    r"(?!\s+(?:protection|status|declaration|appeals?|division|convention|class|program(?:me)?|law|"
    r"station|visa|permit|card|officer|identification|facilit))"
)
_PERSON = re.compile(rf"\b(?:{PERSON})\b{_ATTRIBUTE}", re.IGNORECASE)
_ADVERB = r"(?:,? (?:also|not|only|at any time|without (?:a )?warrant|where necessary),?)*"


@dataclass(frozen=True)
class Action:
    """What is done to somebody: the verb, and where in the text words about it may go.

    ``actor_end`` is the end of who acts, where the sentence says so in a plain active
    (``An officer may search a person``); ``verb_end`` the end of a passive participle.
    """

    verb: Verb
    actor_end: int | None = None
    verb_end: int | None = None


class Removal(str):
    """A law's noun for sending somebody away, which knows the participle that goes with it.

    >>> Removal("expulsion").participle
    'expelled'
    """

    __slots__ = ()

    @property
    def participle(self) -> str:
        """What is done to the person: ``deported``."""
        return _REMOVALS[self][0]


_REMOVALS = {
    "deportation": ("deported", r"deport(?:ation|ed|ing)?"),
    "expulsion": ("expelled", r"expulsion|expel(?:led|ling)?"),
    "repatriation": ("repatriated", r"repatriat(?:ion|ed?|ing)"),
    "removal": ("removed", r"removal|removed?(?= (?:him|her|them|the|a|from|under)\b)"),
    "return": (
        "returned",
        r"(?:be|been|being) returned(?= (?:to|from)\b)|forced return|return (?:decision|order)",
    ),
}


def removal_in(text: str) -> Removal | None:
    """The text's own word for removal, the one it uses most; None where it has none.

    >>> removal_in("The Minister may order that an alien be deported.")
    'deportation'
    """
    counts = {
        noun: len(re.findall(rf"\b(?:{pattern})", text, re.IGNORECASE))
        for noun, (_, pattern) in _REMOVALS.items()
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
