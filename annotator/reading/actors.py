"""Who acts on whom in a clause, as the surface of its sentence shows it.

These rules fill slots of the templates (:mod:`annotator.library.slots`) from the clause. What they
do not recognise they leave alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from annotator.lang import language
from annotator.lang.en.inflection import Noun, Verb
from annotator.lang.en.removal import Removal
from annotator.library.patterns import Pattern, compiled
from annotator.reading.law import folded

#: Texts of clauses and provisions, of which several templates ask the same.
_REMEMBERED = 256


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
def removal_in(text: str, code: str = "en") -> Removal | None:
    """The text's own word for removal, the one it uses most, else first; None where it has none.

    >>> removal_in("The Minister may order that an alien be deported.")
    'deportation'
    >>> removal_in("The Minister may order the removal of one who is under a deportation order.")
    'removal'
    """
    removals = language(code).actors.removals
    found = {noun: list(pattern.finditer(text)) for noun, pattern in removals.items()}
    used = {noun: (-len(places), places[0].start()) for noun, places in found.items() if places}
    return Removal(min(used, key=lambda noun: used[noun])) if used else None


@lru_cache(maxsize=_REMEMBERED)
def actor_in(text: str, code: str = "en") -> Noun | None:
    """Who acts in a clause, where it is one authority or officer throughout.

    >>> actor_in("If a person is detained, the Minister shall review the detention.")
    'Minister'
    >>> actor_in("A person may be detained.")
    """
    actors = {match["actor"] for match in language(code).actors.actor.finditer(text)}
    return Noun(actors.pop()) if len(actors) == 1 else None


def find_action(text: str, verbs: Sequence[str], of: str = "", code: str = "en") -> Action | None:
    """The first of the verbs that the text uses of somebody, active or passive.

    Args:
        text: the clause.
        verbs: base forms, likeliest first.
        of: ``person`` where the one acted on must be a person.
        code: the ISO 639-1 code of the clause's language.
    """
    for verb in verbs:
        found = _in_passive(text, verb, code) or _in_active(text, verb, of, code)
        if found:
            return found
    return None


def _in_passive(text: str, verb: str, code: str) -> Action | None:
    match = _passive(verb, code).search(text)
    return Action(Verb(verb), verb_end=match.end()) if match else None


def _in_active(text: str, verb: str, of: str, code: str) -> Action | None:
    match = _active(verb, of, code).search(text)
    if not match:
        return None
    # "an officer or a guard may": a phrase after the second would leave the first alone.
    alone = not language(code).actors.joins.search(text[: match.start("actor")])
    return Action(Verb(verb), actor_end=match.end("actor") if alone else None)


@cache
def _passive(verb: str, code: str) -> Pattern:
    say = language(code)
    return compiled(say.actors.passive.replace("{participle}", say.inflection.participle(verb)))


@cache
def _active(verb: str, of: str, code: str) -> Pattern:
    say = language(code).actors
    return compiled(say.active.replace("{verb}", verb) + (say.on_a_person if of else r"\b"))


def person_in(text: str, code: str = "en") -> Noun | None:
    """The word for whom a clause concerns; ``person`` where it uses several; None where none.

    >>> person_in("An officer may detain a foreign national.")
    'foreign national'
    >>> person_in("A permanent resident or a foreign national may be detained.")
    'person'
    """
    say, singular = language(code).actors, language(code).inflection.singular
    words = {singular(folded(match[0].lower())) for match in say.persons.finditer(text)}
    if not words:
        return None
    particular = words - say.general
    if len(particular) > 1:
        particular -= say.beside_another
    return Noun(next(iter(particular)) if len(particular) == 1 else say.person)
