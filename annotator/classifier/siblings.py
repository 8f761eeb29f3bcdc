"""What the other clauses of a section say on the issues of a blind one.

A clause is judged by its own words. But a section that lets an officer search a person, and in its
next subsection has that done by an officer of the same sex, needs no amendment: the issue is *met*.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from annotator.numbering import unit_eid
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
    meeting = dict(reversed(list(_responsive(judged))))
    return [
        tuple(
            msgspec.structs.replace(raised, met_by=meeting.get(_key(one, raised), ""))
            for raised in one.issues
        )
        if one.label == "blind" and one.clause.kind == "provision"
        else one.issues
        for one in judged
    ]


def _responsive(judged: Iterable[Judged]) -> Iterable[tuple[tuple[str, str], str]]:
    for one in judged:
        if one.label == "responsive" and one.clause.kind == "provision":
            yield from ((_key(one, raised), one.clause.number) for raised in one.issues)


def _key(one: Judged, raised: IssueScore) -> tuple[str, str]:
    """A section and an issue."""
    return unit_eid(one.clause.eid), raised.issue
