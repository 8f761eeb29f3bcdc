"""What an amendment must not take away, a protection or a right that the law gives now, nor add.

Words that an amendment strikes or replaces are asked what they do. Those that spare women a burden
stay; so do those that give, where nothing in their place gives; those that set up a body; those
that save something from the rule; and those that cover children or parents whom the words in their
place do not name. A burden that is laid on wives is not laid on husbands too: words for a wife give
place to words for either spouse only where the clause gives. And what is added bars no removal for
which the person may ask, and shuts nobody out of a section that gives.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.en.grants import (
    COVERED,
    COVERS,
    EXCEPTING,
    FAVOURS,
    FOUNDS,
    GIVES,
    REFUSES,
    SAVES,
)
from annotator.lang.en.kept import LIMBS, are_given, left_out, matter, rights
from annotator.lang.en.protections import BURDENS, LAID_ON_WIVES, PROTECTS, WIFE
from annotator.lang.en.removal import AT_OWN_REQUEST, BARS_REMOVAL
from annotator.lang.en.residues import is_half_mended
from annotator.proposer.drafting_case import Case, Draft, applied, shifted
from annotator.reading.law import folded
from annotator.schema import Edit

_GIVES = expression(GIVES, re.IGNORECASE)
_REFUSES = expression(REFUSES, re.IGNORECASE)
_FOUNDS = expression(FOUNDS, re.IGNORECASE)
_SAVES = expression(SAVES, re.IGNORECASE)
_COVERS = expression(rf"{COVERS}|{GIVES}", re.IGNORECASE)
_COVERED = expression(COVERED, re.IGNORECASE)
_PROTECTS = expression(PROTECTS, re.IGNORECASE)
_BURDENS = expression(BURDENS, re.IGNORECASE)
_FAVOURS = expression(FAVOURS, re.IGNORECASE)
_LAID_ON_WIVES = expression(LAID_ON_WIVES, re.IGNORECASE)
_WIVES = expression(WIFE, re.IGNORECASE)
_SPOUSES = expression(r"\b(?:spouses?|partners?|husbands?)\b", re.IGNORECASE)
_AT_OWN_REQUEST = expression(AT_OWN_REQUEST, re.IGNORECASE)
_BARS_REMOVAL = expression(BARS_REMOVAL, re.IGNORECASE)
_SHUTS_OUT = expression(
    r"\bthis (?:section|article|regulation|rule|paragraph) (?:(?:shall|must|may) not|is not to) "
    r"be applied to (?!the detriment\b)",
    re.IGNORECASE,
)
_OWES = expression(
    r"\b(?:shall|must|is to|are to)\b(?! not\b)[^.;]{0,140}?"
    r"\b(?:give|explain|inform|invite|notify|provide|allow|offer|tell|hear)\b",
    re.IGNORECASE,
)
_EXCEPTS = expression(rf"^\W*(?:{EXCEPTING}|unless|who (?:is|are) not)\b", re.IGNORECASE)


def takes_away(made: Draft, case: Case) -> bool:
    """Whether an amendment strikes or replaces words that protect somebody, or give.

    So does one that bars the removals of a section that removes at the person's own request.
    """
    if bars_what_is_asked_for(made.edits, case.provision.text):
        return True
    left, whole = folded(made.amended), made.operation == "replace_sentence"
    return any(_loses(old, new, left, whole) for old, new in _struck(made, case))


def extends_a_burden(made: Draft, case: Case) -> bool:
    """Whether words for either spouse stand for a wife's in a clause that does not give to her.

    It would lay on husbands what is laid on wives. A sentence that is worded anew says its own.
    """
    if made.operation != "replace_term":
        return False
    if not any(_WIVES.search(old) and _SPOUSES.search(new) for old, new in _struck(made, case)):
        return False
    # a burden that is struck is laid on nobody
    own = case.clause
    gone = shifted([edit for edit in made.edits if not edit.text], -own.start)
    said = folded(f"{own.lead_in} {applied(own.text, gone)}")
    words = case.reading.language.clauses.without_plights(said)
    return _LAID_ON_WIVES.search(words) is not None or not _FAVOURS.search(words)


def _struck(made: Draft, case: Case) -> list[tuple[str, str]]:
    """The words that are struck, each with what stands in their place."""
    return [
        (folded(case.law.text[edit.start : edit.end]), edit.text)
        for edit in made.edits
        if edit.start < edit.end
    ]


def leaves_wives(made: Draft, case: Case) -> list[str]:
    """The numbers of those clauses of its section that speak of wives where this one ceases to.

    Who is endorsed under one subsection enters under another: by the first alone a husband gains
    nothing.
    """
    evened = any(_WIVES.search(old) and not _WIVES.search(new) for old, new in _struck(made, case))
    if made.operation != "replace_term" or not evened or case.provision.word == "schedule":
        return []
    own = (case.part_of or case.clause).number
    others = (one.number for one in case.provision.clauses if one.number != own)
    speaking = {one.number for one in case.provision.clauses if _WIVES.search(folded(one.text))}
    return [number for number in dict.fromkeys(others) if number in speaking]


def mends_by_half(made: Draft, case: Case) -> bool:
    """Whether words for either sex stand in a clause beside others that are still of one."""
    if made.operation != "replace_term":
        return False
    whole = case.part_of or case.clause
    return is_half_mended(folded(whole.text), folded(made.amended), _struck(made, case))


def sets_aside_what_gives(made: Draft, case: Case) -> bool:
    """Whether added words shut somebody out of a section that owes something to that person."""
    added = folded(" ".join(edit.text for edit in made.edits))
    shuts_out = _SHUTS_OUT.search(added) is not None
    return shuts_out and any(_OWES.search(words) for words in case.provision.words)


def bars_what_is_asked_for(edits: Sequence[Edit], text: str) -> bool:
    """Whether words bar removals, though by the text for which they stand a person may ask for one.

    Args:
        edits: which put the words in.
        text: of the section, or of the law.
    """
    added = " ".join(edit.text for edit in edits)
    return _BARS_REMOVAL.search(added) is not None and _AT_OWN_REQUEST.search(text) is not None


def takes_a_right(old: str, new: str, left: str = "") -> bool:
    """Whether words that give are replaced with words that give nothing, or struck.

    What is struck and given by what is ``left`` of the clause as well is not taken.

    Those that refuse as well are of two minds: their burden is what an equal rule ends. Where
    nothing takes their place, or what gives, each part of them is asked. What gives something of
    another kind, and has no word in common with them, gives nothing in their place.
    """
    if not new:
        return not are_given(rights(old), left)
    gives = _GIVES.search(new) is not None
    parts = LIMBS.split(old) if gives else [old]
    given = (part for part in parts if _GIVES.search(part) and not _REFUSES.search(part))
    return any(not (gives and matter(part) & matter(new)) for part in given)


def _loses(old: str, new: str, left: str, whole: bool) -> bool:
    if not new and _EXCEPTS.search(old):
        return _lays_a_burden(left)
    if whole and left_out(old, new):
        return True
    taken = _PROTECTS.search(old) is not None or takes_a_right(old, new, left)
    return taken or _leaves_out(old, new)


def _leaves_out(old: str, new: str) -> bool:
    """Whether words stand in the place of others that set up a body, or that cover more people."""
    if not new:
        return False
    if _FOUNDS.search(old) and not _FOUNDS.search(new):
        return True
    if _SAVES.search(old) and not _SAVES.search(new):
        return True
    return _COVERS.search(old) is not None and not _covered(old) <= _covered(new)


def _covered(words: str) -> set[int | None]:
    """Who is named besides the one of whom words speak: children, parents, dependants."""
    return {found.lastindex for found in _COVERED.finditer(words)}


def _lays_a_burden(left: str) -> bool:
    """Whether what is left only burdens: then those who were excepted from it were spared."""
    return _BURDENS.search(left) is not None and _GIVES.search(left) is None
