"""What the other clauses of a section say on the issues of a blind one.

A clause is judged by its own words. But a section that lets an officer search a person, and in its
next subsection has that done by an officer of the same sex, needs no amendment: the issue is *met*,
by a responsive clause of the section that is on the same issue, or that says of what it speaks:
of *this section*, or of the clause by its number.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec

from annotator.eids import unit_eid
from annotator.lang.en.citing import cited_labels, own_label, speaks_of_section
from annotator.schema import Clause, IssueScore, Label, Struct


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
    sections: defaultdict[str, _Responsive] = defaultdict(_Responsive)
    for one in judged:
        if one.label == "responsive" and one.clause.kind == "provision":
            sections[unit_eid(one.clause.eid)].add(one)
    return [
        sections[unit_eid(one.clause.eid)].marked(one)
        if one.label == "blind" and one.clause.kind == "provision"
        else one.issues
        for one in judged
    ]


class _Responsive:
    """The responsive clauses of one section, each read once: which is the first to say what."""

    def __init__(self) -> None:
        self._numbers: list[str] = []
        self._on_issue: dict[str, int] = {}
        self._of_clause: dict[str, int] = {}
        self._of_section: int | None = None

    def add(self, one: Judged) -> None:
        """Take the next of them."""
        place = len(self._numbers)
        self._numbers.append(one.clause.number)
        for raised in one.issues:
            self._on_issue.setdefault(raised.issue, place)
        for cited in cited_labels(one.clause.text):
            self._of_clause.setdefault(cited, place)
        if self._of_section is None and speaks_of_section(one.clause.text):
            self._of_section = place

    def marked(self, one: Judged) -> tuple[IssueScore, ...]:
        """The issues of another clause, each with the number of the first of these to meet it."""
        return tuple(
            msgspec.structs.replace(raised, met_by=self._meet(one, raised)) for raised in one.issues
        )

    def _meet(self, one: Judged, raised: IssueScore) -> str:
        """The number of the first on the issue, or that speaks of the clause; else nothing."""
        places = (
            self._on_issue.get(raised.issue),
            self._of_clause.get(own_label(one.clause.number)),
            self._of_section,
        )
        first = min((place for place in places if place is not None), default=None)
        return "" if first is None else self._numbers[first]
