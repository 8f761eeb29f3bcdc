"""The words of a form: its jinja text with the slots that the clause and the law fill.

A template is data that others may write: :mod:`annotator.library.texts` says how little of jinja it
may use. A slot that stays empty makes the template abstain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from annotator.lang import language
from annotator.lang.en.inflection import Noun, uncapitalised
from annotator.lang.en.removal import Removal
from annotator.library.texts import rendered, slots_of
from annotator.proposer.drafting_case import Case
from annotator.reading import Style, folded
from annotator.reading.actors import actor_in, person_in, removal_in
from annotator.reading.definitions import local_terms
from annotator.reading.own_words import named_power, power_over
from annotator.reading.style import here, spelled, unit
from annotator.reading.terms import another_acts, authority_in, deciders_in

#: What was read of a provision is kept for its other clauses.
_REMEMBERED = 256


def render(source: str, case: Case, **more: str) -> str | None:
    """The words of a form on one line, or None where a slot is empty.

    Args:
        source: the jinja text.
        case: fills the slots (:mod:`annotator.library.slots` lists them).
        more: slots that take precedence.

    Raises:
        TextError: the source is no text of a template.
    """
    slots = {name: word for name in slots_of(source) if (word := _word(name, case)) is not None}
    words = rendered(source, {**slots, **more})
    if words is None:
        return None
    return set_in_print(case.terms.own.put_in(words), case.style)


def despite_their_own(words: str, case: Case) -> str:
    """Words put beside a clause that nothing in its section is to hinder, and that they limit."""
    if case.prevailing != case.clause or words.startswith(case.style.despite):
        return words
    place = here(case.clause, case.provision, case.law, case.style)
    return f"{case.wording.despite(case.style.despite, place)}{uncapitalised(words)}"


def beyond_their_scope(words: str, case: Case) -> bool:
    """Whether words that stand beside the clause use a term which it defines for itself alone."""
    terms = local_terms(folded(case.clause.text), case.style.language)
    return any(re.search(rf"\b{re.escape(term)}\b", words, re.IGNORECASE) for term in terms)


def set_in_print(words: str, style: Style) -> str:
    """Rendered words on one line, with the spelling and the apostrophes of the law."""
    return curled(spelled(folded(words), style), style)


def curled(words: str, style: Style) -> str:
    """Words with the apostrophes of the law."""
    return words.replace("'", "’") if style.curly else words


def _word(name: str, case: Case) -> str | None:
    """What fills a slot: the clause, else a group of the cues that it showed, else the law."""
    filler = FILLERS.get(name)
    word = filler(case) if filler else None
    if word is None and name in case.groups:
        return _as_noun(case.groups[name])
    return case.terms.roles.get(name) if word is None and name != "authority" else word


def _as_noun(words: str) -> Noun:
    """Words of the clause as they stand within a sentence."""
    words = folded(words)
    opens = words[1:].islower() or words.startswith(("The ", "An ", "A "))
    return Noun(uncapitalised(words) if opens else words)


def _person(case: Case) -> Noun:
    code = case.style.language
    general = Noun(case.reading.language.actors.person)
    return person_in(case.clause.words, code) or case.terms.roles.get("foreigner", general)


def _authority(case: Case) -> Noun | None:
    """Who decides: whom the clause gives the power, else its section, else who alone has any.

    None where that is not certain: another form then binds whoever acts.
    """
    code = case.style.language
    if _names_another_minister(case):
        return _minister(case.clause.words, code)
    for words in (case.clause.words, case.provision.said):
        deciders = deciders_in(words, code)
        if len(deciders) == 1 or another_acts(words, code=code):
            return Noun(min(deciders)) if len(deciders) == 1 else None
        if deciders:
            return None
    return authority_in(case.clause.words, code) or _only_authority(case)


def _only_authority(case: Case) -> Noun | None:
    """The authority of a law in which no other has a power, or the country's word for it.

    A section that does not name the law's own leaves open who acts there; what speaks for the law
    may name it.
    """
    word, deciders = case.terms.roles.get("authority"), case.terms.deciders
    named = case.for_law or not deciders or (word is not None and word in case.provision.text)
    return word if deciders <= {word} and named else None


def _names_another_minister(case: Case) -> bool:
    say = case.reading.language.law_words
    return say.another_minister.search(case.clause.words) is not None


def _minister(words: str, code: str) -> Noun | None:
    """The one Minister whom a clause names in full; None where it names more than one."""
    say = language(code).law_words
    names = {match[1] for match in say.full_name.finditer(words)}
    plain = say.the_minister.search(words)
    return Noun(names.pop()) if len(names) == 1 and not plain else None


def _account(case: Case) -> str:
    """Who takes account of what is to follow: whom the clause has act, if it is plain who does."""
    code = case.style.language
    actor = None if _names_another_minister(case) else actor_in(case.clause.words, code)
    must = case.modal
    # What is added speaks of all of the provision, in which another may act as well.
    alone = (
        actor is not None
        and actor_in(case.provision.text, code) == actor
        and deciders_in(case.provision.said, code) <= {actor}
        and not any(another_acts(words, actor, code) for words in case.provision.words)
    )
    say = case.reading.language.law_words
    if actor and alone:
        return say.account_by.format(actor=actor.the, must=must)
    return say.account.format(must=must)


def _practitioner(case: Case) -> Noun:
    """Who examines, as the clause calls them, else its provision, else the law."""
    say = case.reading.language.law_words
    for words in (case.clause.words, case.provision.said):
        if found := say.examines.search(words):
            return Noun(folded(found[0]))
    return case.terms.own.practitioner


def _interview(case: Case) -> str:
    """What the clause, else its provision, calls the interview, where it knows one sort only."""
    general = case.reading.language.law_words.interview
    for words in (case.clause.words, case.provision.text):
        kinds = _interviews(words, case.style.language)
        if kinds:
            return min(kinds) if len(kinds) == 1 else general
    return general


@lru_cache(maxsize=_REMEMBERED)
def _interviews(words: str, code: str) -> frozenset[str]:
    return frozenset(language(code).law_words.interviews.findall(words))


def _power(case: Case) -> str:
    if case.for_law:
        return _law(case)
    own, provision = case.terms.own, case.provision
    its_unit = unit(provision, case.style)
    power = power_over(case.clause.words, provision.said, own, its_unit, gives=_detains(case))
    # A section that detains nobody, in a law that does not name itself, speaks of the law.
    return _law(case) if power == its_unit and not _detains(case) else power


def _detains(case: Case) -> bool:
    return _one_detains(case.provision.words, case.style.language)


def _detaining(case: Case) -> str | None:
    """The power, where it is the provision's own or named in it: not the law's at large."""
    power = _power(case)
    if case.for_law:
        return power
    own = case.terms.own
    is_of_the_law = power == own.itself and not named_power(case.provision.said, own.language)
    return None if is_of_the_law and not _detains(case) else power


@lru_cache(maxsize=_REMEMBERED)
def _one_detains(clauses: tuple[str, ...], code: str) -> bool:
    say = language(code)
    return any(say.clauses.does(words, say.law_words.detains) for words in clauses)


def _law(case: Case) -> str:
    return case.terms.own.name or case.wording.this_law(case.style.kind)


def _despite(case: Case) -> str:
    """The words with which the law sets a subsection aside; none for a whole section."""
    if case.for_all or case.for_law:
        return _despite_all(case)
    place = _here(case)
    whole = place == unit(case.provision, case.style)
    return "" if whole else case.wording.despite(case.style.despite, place)


def _unit(case: Case) -> str:
    return _law(case) if case.for_law else unit(case.provision, case.style)


def _here(case: Case) -> str:
    if case.for_all or case.for_law:
        return _unit(case)
    return here(case.clause, case.provision, case.law, case.style)


def _despite_all(case: Case) -> str:
    if case.for_law:
        return case.wording.despite_all(case.style.despite, _law(case))
    whole = unit(case.provision, case.style)
    above = case.prevailing
    named = here(above, case.provision, case.law, case.style) if above else whole
    return case.wording.despite_all(case.style.despite, whole, "" if named == whole else named)


def _removal(case: Case) -> Removal | None:
    clause, provision, code = case.clause.words, case.provision.text, case.style.language
    return removal_in(clause, code) or removal_in(provision, code) or case.terms.removal


#: How a clause fills each slot of :mod:`annotator.library.slots` that it can; the law's words for
#: its roles fill the others. None leaves the slot to a group of the cues, or to the law.
FILLERS: dict[str, Callable[[Case], str | None]] = {
    "person": _person,
    "authority": _authority,
    "must": lambda case: case.modal,
    "account": _account,
    "interview": _interview,
    "spouse": lambda case: case.terms.own.spouse,
    "practitioner": _practitioner,
    "power": _power,
    "detaining": _detaining,
    "here": _here,
    "unit": _unit,
    "law": _law,
    "despite": _despite,
    "despite_all": _despite_all,
    "action": lambda case: case.action.verb if case.action else None,
    "removal": _removal,
}
