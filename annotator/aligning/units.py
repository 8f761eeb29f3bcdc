"""What is aligned: a clause, or a list that one version has as one clause and the other as several.

A list that grows beyond some length is cut into its items (``segmenter/tree``). Nothing has changed
in the law where it was one clause before: so its clauses are then aligned together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.aligning.bags import Bags
from annotator.eids import unit_eid
from annotator.provisions import Clause
from annotator.same_words import words_of

#: So alike a whole list and a clause must be.
_ALIKE = 0.5


class AlignedUnit(NamedTuple):
    """Clauses of one version, by their places, that are aligned as one; mostly a single one."""

    clauses: tuple[int, ...]
    number: str
    section: str
    heading: frozenset[str]
    text: str


def units_of(
    old: Sequence[Clause], new: Sequence[Clause]
) -> tuple[list[AlignedUnit], list[AlignedUnit]]:
    """What is aligned of two versions, in the order of each."""
    lists = list(_lists(old)), list(_lists(new))
    singles = [[unit_of(clauses, (at,)) for at in range(len(clauses))] for clauses in (old, new)]
    if not any(lists):
        return singles[0], singles[1]
    whole = [
        [unit_of(clauses, one) for one in own]
        for clauses, own in zip((old, new), lists, strict=True)
    ]
    joined = _joined(whole[0], singles[1], whole[1]), _joined(whole[1], singles[0], whole[0])
    return _with(singles[0], joined[0]), _with(singles[1], joined[1])


def unit_of(clauses: Sequence[Clause], places: tuple[int, ...]) -> AlignedUnit:
    """Clauses as one unit."""
    first = clauses[places[0]]
    return AlignedUnit(
        clauses=places,
        number=first.number,
        section=unit_eid(first.eid),
        heading=frozenset(words_of(first.heading)),
        text="\n".join(_labelled(clauses[at], first) for at in places),
    )


def _labelled(clause: Clause, first: Clause) -> str:
    """A clause's words; of an item of a list behind the label that the law prints."""
    if clause is first or not clause.number.startswith(first.number):
        return clause.text
    return f"{clause.number.removeprefix(first.number)} {clause.text}".strip()


def _lists(clauses: Sequence[Clause]) -> Iterator[tuple[int, ...]]:
    """Each lead-in with the clauses that it leads to."""
    for at, clause in enumerate(clauses):
        if not clause.is_lead_in:
            continue
        end = at + 1
        while end < len(clauses) and clauses[end].eid.startswith(f"{clause.eid}__"):
            end += 1
        if end > at + 1:
            yield tuple(range(at, end))


def _joined(
    lists: Sequence[AlignedUnit], singles: Sequence[AlignedUnit], others: Sequence[AlignedUnit]
) -> list[AlignedUnit]:
    """Those of the lists that the other version has as a single clause."""
    same = {words_of(one.text) for one in others}
    lists = [one for one in lists if words_of(one.text) not in same]
    if not lists:
        return []
    several = {at for one in others for at in one.clauses}
    singles = [one for one in singles if one.clauses[0] not in several]
    bags = Bags(one.text for one in (*lists, *singles, *others))
    kinds = range(len(lists)), range(len(lists), len(bags.words))
    found = []
    for at, candidates in bags.candidates(*kinds).items():
        likeness = [(bags.likeness(at, other), other) for other in candidates]
        best = max(likeness, default=(0.0, 0))
        if best[0] > _ALIKE and best[1] < len(lists) + len(singles):
            found.append(lists[at])
    return found


def _with(singles: Sequence[AlignedUnit], joined: Sequence[AlignedUnit]) -> list[AlignedUnit]:
    inside = {at for one in joined for at in one.clauses}
    kept = [one for one in singles if one.clauses[0] not in inside]
    return sorted([*kept, *joined], key=lambda one: one.clauses)
