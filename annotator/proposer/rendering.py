"""The words of a form: its jinja text with the slots that the clause and the law fill.

A template is data that others may write: :mod:`annotator.library.texts` says how little of jinja it
may use. A slot that stays empty makes the template abstain.
"""

from __future__ import annotations

import re
from typing import Any

from annotator.lang.en.inflection import Noun
from annotator.library.texts import rendered
from annotator.proposer.drafting_case import Case
from annotator.reading.actors import actor_in, person_in, removal_in
from annotator.reading.law import folded
from annotator.reading.main_verbs import does
from annotator.reading.own_words import local_terms, power_over
from annotator.reading.style import Style, here, spelled, unit
from annotator.reading.terms import authority_in
from annotator.schema import Clause

# "the Minister" is one of several, and by that name another than this clause's.
_ANOTHER_MINISTER = re.compile(r"\b[Tt]he Minister (?:for|of) [A-Z]")
_FULL_NAME = re.compile(
    r"\b[Tt]he (Minister (?:for|of) (?:the )?"
    r"(?:[A-Z][\w’'-]+(?:,? and (?=[A-Z])|, (?=[A-Z])| (?=[A-Z]))?)+)"
)
_DETAINS = ("detain", "arrest", "intern", "commit", "hold", "keep", "place", "order")


def render(source: str, case: Case, **more: str) -> str | None:
    """The words of a form on one line, or None where a slot is empty.

    Args:
        source: the jinja text.
        case: fills the slots (:mod:`annotator.reading.actors` lists them).
        more: slots that take precedence.

    Raises:
        TextError: the source is no text of a template.
    """
    words = rendered(source, {**_slots(case), **more})
    if words is None:
        return None
    return set_in_print(case.terms.own.put_in(words), case.style)


def beyond_their_scope(words: str, case: Case) -> bool:
    """Whether words that stand beside the clause use a term which it defines for itself alone."""
    terms = local_terms(folded(case.clause.text))
    return any(re.search(rf"\b{re.escape(term)}\b", words, re.IGNORECASE) for term in terms)


def set_in_print(words: str, style: Style) -> str:
    """Rendered words on one line, with the spelling and the apostrophes of the law."""
    words = spelled(folded(words), style)
    return words.replace("'", "’") if style.curly else words


def _slots(case: Case) -> dict[str, Any]:
    text = folded(f"{case.clause.lead_in} {case.clause.text}")
    another = _ANOTHER_MINISTER.search(text) is not None
    roles = {r: word for r, word in case.terms.roles.items() if not (another and r == "authority")}
    found: dict[str, Any] = {
        "authority": _minister(text) if another else authority_in(text),
        "removal": removal_in(text) or removal_in(case.provision.text) or case.terms.removal,
        "action": case.action.verb if case.action else None,
    }
    return {
        **roles,
        **{name: _as_noun(word) for name, word in case.groups.items()},
        **{name: word for name, word in found.items() if word is not None},
        "person": person_in(text) or case.terms.roles.get("foreigner", Noun("person")),
        "must": case.terms.modal,
        "account": _account(text, case, another),
        "interview": _interview(text, case),
        "spouse": case.terms.own.spouse,
        "practitioner": case.terms.own.practitioner,
        "power": _power(text, case),
        "here": here(case.clause, case.provision, case.law),
        "unit": unit(case.provision),
        "despite": _despite(case),
        "despite_all": f"{case.style.despite} anything in {unit(case.provision)}, ",
    }


def _as_noun(words: str) -> Noun:
    """Words of the clause as they stand within a sentence."""
    words = folded(words)
    return Noun(words[:1].lower() + words[1:] if words[1:].islower() else words)


def _minister(text: str) -> Noun | None:
    """The one Minister whom a clause names in full; None where it names more than one."""
    names = {match[1] for match in _FULL_NAME.finditer(text)}
    plain = re.search(r"\b[Tt]he Minister\b(?! (?:for|of) )", text)
    return Noun(names.pop()) if len(names) == 1 and not plain else None


def _account(text: str, case: Case, another: bool) -> str:
    """Who takes account of what is to follow: whom the clause has act, if it is plain who does."""
    actor = None if another else actor_in(text)
    must = case.terms.modal
    # What is added speaks of all of the provision, in which another may act as well.
    alone = actor is not None and actor_in(case.provision.text) == actor
    return f"{actor.the} {must} take account" if actor and alone else f"account {must} be taken"


def _interview(text: str, case: Case) -> str:
    """What the clause, else its provision, calls the interview, where it knows one sort only."""
    for words in (text, case.provision.text):
        kinds = set(re.findall(r"\b(?:personal|preliminary) interview", words))
        if kinds:
            return kinds.pop() if len(kinds) == 1 else "interview"
    return "interview"


def _power(text: str, case: Case) -> str:
    said = " ".join(_own_text(clause) for clause in case.provision.clauses)
    gives = any(does(_own_text(clause), _DETAINS) for clause in case.provision.clauses)
    return power_over(text, said, case.terms.own, unit(case.provision), gives=gives)


def _own_text(clause: Clause) -> str:
    return folded(f"{clause.lead_in} {clause.text}")


def _despite(case: Case) -> str:
    """The words with which the law sets a subsection aside; none for a whole section."""
    place = here(case.clause, case.provision, case.law)
    return "" if place.startswith("this ") else f"{case.style.despite} {place}, "
