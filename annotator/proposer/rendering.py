"""The words of a form: its jinja text with the slots that the clause and the law fill.

A template is data that others may write: :mod:`annotator.library.texts` says how little of jinja it
may use. A slot that stays empty makes the template abstain.
"""

from __future__ import annotations

import re
from typing import Any

from annotator.library.texts import rendered
from annotator.proposer.case import Case
from annotator.proposer.law import folded
from annotator.proposer.nouns import Noun
from annotator.proposer.slots import person_in, removal_in
from annotator.proposer.style import Style, here, spelled, unit
from annotator.proposer.terms import authority_in

# "the Minister" is one of several: whose duty it would be, such a clause leaves open.
_ANOTHER_MINISTER = re.compile(r"\b[Tt]he Minister (?:for|of) [A-Z]")


def render(source: str, case: Case, **more: str) -> str | None:
    """The words of a form on one line, or None where a slot is empty.

    Args:
        source: the jinja text.
        case: fills the slots (:mod:`.slots` lists them).
        more: slots that take precedence.

    Raises:
        TextError: the source is no text of a template.
    """
    words = rendered(source, {**_slots(case), **more})
    return None if words is None else set_in_print(words, case.style)


def set_in_print(words: str, style: Style) -> str:
    """Rendered words on one line, with the spelling and the apostrophes of the law."""
    words = spelled(folded(words), style)
    return words.replace("'", "’") if style.curly else words


def _slots(case: Case) -> dict[str, Any]:
    text = folded(f"{case.clause.lead_in} {case.clause.text}")
    another = _ANOTHER_MINISTER.search(text) is not None
    roles = {r: word for r, word in case.terms.roles.items() if not (another and r == "authority")}
    found: dict[str, Any] = {
        "authority": None if another else authority_in(text),
        "removal": removal_in(text) or removal_in(case.provision.text) or case.terms.removal,
        "action": case.action.verb if case.action else None,
    }
    return {
        **roles,
        **{name: _as_noun(word) for name, word in case.groups.items()},
        **{name: word for name, word in found.items() if word is not None},
        "person": person_in(text) or case.terms.roles.get("foreigner", Noun("person")),
        "must": case.terms.modal,
        "here": here(case.clause, case.provision, case.law),
        "unit": unit(case.provision),
        "despite": _despite(case),
        "despite_all": f"{case.style.despite} anything in {unit(case.provision)}, ",
    }


def _as_noun(words: str) -> Noun:
    """Words of the clause as they stand within a sentence."""
    words = folded(words)
    return Noun(words[:1].lower() + words[1:] if words[1:].islower() else words)


def _despite(case: Case) -> str:
    """The words with which the law sets a subsection aside; none for a whole section."""
    place = here(case.clause, case.provision, case.law)
    return "" if place.startswith("this ") else f"{case.style.despite} {place}, "
