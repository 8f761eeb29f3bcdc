"""Which amendments would change most: those of one law joined by what they provide, and weighed.

What is amended at ten clauses of a law by the same words is one change of that law, and so is the
new section that would serve them all. How much it would change is counted from the priorities of
its clauses (``docs/weight.md``), halved where the clause is for review: that of the weightiest
whole, half of the next, a third of the third. So five powers to detain weigh more than one, and a
hundred mentions in passing do not weigh more than a wife who loses her nationality.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from functools import cache

from annotator.bindings.standing import ORDER
from annotator.corpus.report.figures import (
    ChangedClause,
    LawFigures,
    LeadingChange,
    UnwordedClause,
)
from annotator.corpus.report.parts import LawRows, Row
from annotator.corpus.report.rows import best_status, cited, counted_as, key_of
from annotator.lang import language
from annotator.library import load_library
from annotator.library.model import Section
from annotator.library.tables import load_sections
from annotator.writers.terminal.layout import provision_name


def leading(law: LawFigures, rows: LawRows) -> list[LeadingChange]:
    """The changes of one law, one for each need that an amendment of it meets.

    Amendments that stand in the stead of a better one are left out.
    """
    findings = {key_of(row): row for row in rows.findings}
    proposals: dict[str, list[Row]] = defaultdict(list)
    for row in rows.proposals:
        if not row["alternative_to"] and key_of(row) in findings:
            proposals[_need_of(row["template"])].append(row)
    gaps = {row["need"]: row for row in rows.gaps if row["by_section"] and row["text"]}
    by_number = {row["number"]: row for row in rows.findings}
    found = []
    for need in sorted({*proposals, *gaps}):
        clauses = {key_of(row): findings[key_of(row)] for row in proposals[need]}
        gap = gaps.get(need)
        numbers = gap["clauses"] if gap else ()
        for calling in (by_number[one] for one in numbers if one in by_number):
            clauses.setdefault(key_of(calling), calling)
        if clauses:
            found.append(_change(law, need, list(clauses.values()), proposals[need], gap))
    return found


def unworded(law: LawFigures, rows: LawRows) -> list[UnwordedClause]:
    """The clauses that discriminate and for which no amendment is proposed."""
    worded = {key_of(row) for row in rows.proposals}
    return [
        UnwordedClause(law, _clause(row))
        for row in rows.findings
        if counted_as(row) == "regressive" and key_of(row) not in worded
    ]


def weightiest(changes: Iterable[LeadingChange], count: int) -> list[LeadingChange]:
    """The first so many by their effect, what binds before what guides where that is the same."""
    return heapq.nsmallest(count, changes, key=_rank)


def _rank(change: LeadingChange) -> tuple[float, int, str, str, str]:
    binds = ORDER.index(change.status)
    return -change.effect, binds, change.law.title, change.law.key, change.need


def _change(
    law: LawFigures, need: str, clauses: list[Row], proposals: list[Row], gap: Row | None
) -> LeadingChange:
    clauses = sorted(clauses, key=lambda row: (-_weight(row), row["number"], row["eid"]))
    weights = [_weight(row) / at for at, row in enumerate(clauses, 1)]
    order = {key_of(row): at for at, row in enumerate(clauses)}
    chosen = gap or min(proposals, key=lambda row: order[key_of(row)])
    status = best_status(chosen["citations"])
    return LeadingChange(
        law=law,
        need=need,
        issue=chosen["issue"],
        provides=_provides(need),
        reason=chosen["reason"],
        instruction=chosen["instruction"],
        further=() if gap else _further(proposals, order, chosen),
        new_section=gap is not None,
        status=status,
        rests_on=cited(chosen["citations"], status),
        clauses=tuple(map(_clause, clauses)),
        effect=round(sum(weights), 1),
    )


def _weight(row: Row) -> float:
    """How much a clause counts: half where a person must say first that it is what it seems."""
    return float(row["priority"]) / (2 if row["review"] else 1)


def _further(
    proposals: list[Row], order: dict[tuple[str, str], int], chosen: Row
) -> tuple[str, ...]:
    """The instructions besides the chosen one, those of weightier clauses first."""
    rest = sorted(proposals, key=lambda row: order[key_of(row)])
    return tuple(dict.fromkeys(row["instruction"] for row in rest if row is not chosen))


def _clause(row: Row) -> ChangedClause:
    return ChangedClause(
        place=provision_name(row["eid"], row["number"], language("en")),
        heading=" ".join((row["heading"] or "").split()),
        label=row["label"],
        confidence=row["confidence"],
        review=row["review"],
        priority=row["priority"],
        text=row["text"],
    )


def provided(proposal: Row) -> str:
    """In a sentence what a law with an amendment provides; else why it is wanted."""
    return _provides(_need_of(proposal["template"])) or str(proposal["reason"])


def _provides(need: str) -> str:
    section = _sections().get(need)
    return section.lacks if section else ""


def _need_of(template: str) -> str:
    """The need that a template meets; of one of a country's own library, the template itself."""
    return _needs().get(template, template)


@cache
def _sections() -> dict[str, Section]:
    return load_sections()


@cache
def _needs() -> dict[str, str]:
    return {template.id: template.need for template in load_library().templates}
