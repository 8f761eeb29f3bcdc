"""What the other clauses of a section say on the issues of a blind one.

A clause is judged by its own words. But a section that lets an officer search a person, and in its
next subsection has that done by an officer of the same sex, needs no amendment: the issue is *met*,
by a responsive clause of the section that is on the same issue, or that says of what it speaks:
of *this section*, or of the clause by its number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import msgspec

from annotator.eids import unit_eid
from annotator.schema import Clause, IssueScore, Label, Struct

_OF_ITS_SECTION = re.compile(r"\bthis (?:section|article|regulation|rule)\b", re.IGNORECASE)
_LABEL = re.compile(r"\((\w+)\)$")


class Judged(Struct, frozen=True):
    """A clause with its label, and its issues if it is flagged."""

    clause: Clause
    label: Label
    issues: tuple[IssueScore, ...]


def met_by_siblings(judged: Sequence[Judged]) -> list[tuple[IssueScore, ...]]:
    """The issues of each clause, those of blind ones marked that a sibling meets.

    Definitions, and items that were cut out of one long list, stand for themselves: none of them
    meets what another leaves open.
    """
    responsive: dict[str, list[Judged]] = {}
    for one in judged:
        if one.label == "responsive" and one.clause.kind == "provision":
            responsive.setdefault(unit_eid(one.clause.eid), []).append(one)
    return [
        tuple(
            msgspec.structs.replace(raised, met_by=_meeting(one, raised, responsive))
            for raised in one.issues
        )
        if one.label == "blind" and one.clause.kind == "provision"
        else one.issues
        for one in judged
    ]


def _meeting(one: Judged, raised: IssueScore, responsive: Mapping[str, Sequence[Judged]]) -> str:
    """The number of the first clause of the section that meets an issue, or nothing."""
    for other in responsive.get(unit_eid(one.clause.eid), ()):
        on_it = any(also.issue == raised.issue for also in other.issues)
        if on_it or _speaks_of(other.clause, one.clause):
            return other.clause.number
    return ""


def _speaks_of(clause: Clause, of: Clause) -> bool:
    """Whether a clause says that it is about its section, or about another clause of it."""
    if _OF_ITS_SECTION.search(clause.text):
        return True
    label = _LABEL.search(of.number)
    if label is None:
        return False
    number = rf"\(?{re.escape(label[1])}(?:\)(?!\()|(?![\w)]))"
    cited = rf"\b(?:sub-?section|paragraph)\s+{number}"
    return re.search(cited, clause.text, re.IGNORECASE) is not None
