"""The law's own words: what it calls the foreigner, the officer, the authority; its verb of duty.

A word comes from the law's definitions, else from what the law says most often; where neither
gives one the role is absent, and templates that need it abstain. A country that has told its words
for a role has them used, whether the law at hand uses them or not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache

from annotator.lang import language
from annotator.lang.en.inflection import Modal, Noun
from annotator.lang.en.removal import Removal
from annotator.lang.words import LawWords
from annotator.reading.actors import removal_in
from annotator.reading.definitions import defined_term
from annotator.reading.law import LawText, folded
from annotator.reading.own_words import Own, own_words

#: A word that a law of any length does not define and hardly uses is not its word for the role.
_LEAST_USES = 3
_SHORT_LAW = 10_000  # characters
#: Clauses and provisions of which several templates ask who has a power.
_REMEMBERED = 256
#: Characters before a name that say whether something is done by its bearer.
_BEFORE = 24


@dataclass(frozen=True)
class Terms:
    """The law's word for each role that it has one for, its verb of duty, its noun for removal.

    ``deciders`` are all who have a power or a duty in it, of whom none counts beside a country's
    own word for the authority.
    """

    roles: dict[str, Noun]
    modal: Modal
    removal: Removal | None
    own: Own
    deciders: frozenset[str] = frozenset()


def read_terms(
    law: LawText, countrys: Mapping[str, Sequence[str]] | None = None, code: str = "en"
) -> Terms:
    """Find the law's own words.

    Args:
        law: the law.
        countrys: a country's words by role, likeliest first. A role in it is filled from them
            alone: with the one that the law defines, else uses most, else the first.
        code: the ISO 639-1 code of its language.

    >>> from annotator.reading.law import read_law
    >>> terms = read_terms(read_law("A foreigner must tell the Agency. A foreigner must wait.", []))
    >>> terms.roles["foreigner"], terms.roles["authority"], terms.modal
    ('foreigner', 'Agency', 'must')
    """
    defined = frozenset(defined_terms(law, code))
    # A cover names who published the law, a footnote who made another.
    said = folded(" ".join(clause.text for clause in law.clauses)) or folded(law.text)
    found = _terms(law.text, said, defined, code)
    if not countrys:
        return found
    words = _in_lower_case(folded(law.text))
    theirs = {
        role: Noun(_best(likely, defined, words) or likely[0]) for role, likely in countrys.items()
    }
    deciders = frozenset[str]() if "authority" in theirs else found.deciders
    return replace(found, roles=found.roles | theirs, deciders=deciders)


@lru_cache(maxsize=1)
def _terms(law: str, said: str, defined: frozenset[str], code: str) -> Terms:
    """What a law's own words tell, whatever its country's; ``said`` are those of its provisions.

    Kept, since a law is read for its amendments and once more for what is said of it as a whole.
    """
    text = folded(law)
    words = _in_lower_case(text)
    roles: dict[str, Noun] = {}
    for role, candidates in language(code).law_words.roles.items():
        word = _best(candidates, defined, words)
        if word:
            roles[role] = Noun(word)
    authority = authority_in(said, code)
    if authority:
        roles["authority"] = authority
    return Terms(
        roles,
        modal_of(text, code),
        removal_in(text, code),
        own_words(text, code),
        deciders_in(said, code),
    )


def _in_lower_case(text: str) -> str:
    """A text in which every word has a blank in front."""
    return f" {text.lower()}"


def defined_terms(law: LawText, code: str = "en") -> Iterable[str]:
    """The terms that the law defines for all of itself or a part, in lower case."""
    for clause in law.clauses:
        if clause.kind == "definition" and (term := defined_term(clause, code)):
            yield term.lower()


def authority_in(text: str, code: str = "en") -> Noun | None:
    """The authority that a text names most often, as it names it; None where it names none.

    Those that have a power or a duty in it come before the others.
    """
    say = language(code).law_words
    found = list(say.authority.finditer(text))
    named = Counter(match[1] for match in found)
    if not named:
        return None
    acting = {match[1] for match in found if any(_acting(match, say))}
    likely = {name: count for name, count in named.items() if name in acting} or named
    name = max(likely, key=lambda one: likely[one])
    return Noun(say.authorities.get(name, name))


@lru_cache(maxsize=_REMEMBERED)
def deciders_in(text: str, code: str = "en") -> frozenset[str]:
    """All who have a power or a duty in a text, whether it is an authority, a court or an officer.

    Who has it together with one of them, or in its stead, counts under whatever name.

    >>> sorted(deciders_in("The Governor may order it. It is made known by a magistrate."))
    ['Governor', 'magistrate']
    >>> sorted(deciders_in("The Governor, or any person whom he sends, may order it."))
    ['Governor', 'person whom he sends']
    >>> sorted(deciders_in("A pilot may, if so directed by the Governor, refuse a passenger."))
    []
    """
    say = language(code).law_words
    acting = (name for match in say.decider.finditer(text) for name in _acting(match, say))
    return frozenset(say.authorities.get(name, name) for name in acting)


@lru_cache(maxsize=_REMEMBERED)
def another_acts(text: str, than: str = "", code: str = "en") -> bool:
    """Whether one acts in a text who is no authority, nor a person whom it is about, nor ``than``.

    >>> another_acts("Any two Justices may order it."), another_acts("A person may be expelled.")
    (True, False)
    """
    say, persons = language(code).law_words, language(code).actors.persons
    actors = (match["actor"] for match in say.acts_itself.finditer(text))
    return any(
        not (say.decider.match(actor) or persons.search(actor) or (than and actor.endswith(than)))
        for actor in actors
    )


def _acting(match: re.Match[str], say: LawWords) -> Iterator[str]:
    """One who is named, and its partner, where they have a power or a duty there."""
    before = match.string[max(0, match.start() - _BEFORE) : match.start()]
    acts = say.acts.match(match.string, match.end())
    if acts or say.done_by.search(before):
        yield match[1]
    if acts and acts["partner"]:
        yield acts["partner"]


def modal_of(text: str, code: str = "en") -> Modal:
    """``shall``, ``must`` or ``is to``: the verb of duty that a text uses most, else the first."""
    say = language(code).law_words
    counts = _duties(text, say)
    alone = counts.pop(say.duty_alone, 0)
    if not any(counts.values()) and alone:
        return Modal(say.duty_alone)
    return Modal(max(counts, key=lambda verb: counts[verb]))


@lru_cache(maxsize=_REMEMBERED)
def modal_within(text: str, code: str = "en") -> Modal | None:
    """The verb of duty that a provision uses more than any other; None where none is.

    >>> modal_within("A person must pay. A person must not leave."), modal_within("A fee is due.")
    ('must', None)
    """
    say = language(code).law_words
    counts = _duties(text, say)
    counts.pop(say.duty_alone, 0)
    (verb, most), (_, second) = Counter(counts).most_common(2)
    return Modal(verb) if most > second else None


def _duties(text: str, say: LawWords) -> dict[str, int]:
    """How often a text uses each verb of duty."""
    return {verb: len(pattern.findall(text)) for verb, pattern in say.duty.items()}


def _best(candidates: Sequence[str], defined: Set[str], words: str) -> str | None:
    # A blank in front is boundary enough, and forty times as fast as a regular expression.
    counts = {word: words.count(f" {word.lower()}") for word in candidates}
    own = {word for word in candidates if word.lower() in defined}
    least = _LEAST_USES if len(words) > _SHORT_LAW else 1
    used = {word for word, count in counts.items() if count >= least} | own
    likely = [word for word in candidates if word in (own or used)]
    if not likely:
        return None
    best = max(likely, key=lambda word: counts[word])
    # A shorter word is counted inside the longer one too: "officer" in "immigration officer".
    whole = (word for word in likely if word.endswith(f" {best}") and counts[word] == counts[best])
    return next(whole, best)
