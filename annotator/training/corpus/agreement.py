"""How far annotators agreed before their disagreements were decided, over the labelled laws."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.agreement import Interval, alpha_with_interval
from annotator.decisions import Decision
from annotator.schema import ISSUES, Struct


class Agreement(Struct, frozen=True):
    """Alpha over the clauses of some decisions, with 95 % bootstrap intervals.

    ``label`` is None where no clause was judged twice, or all alike. ``issues`` is, for each issue
    that was ever raised, the alpha of raising it or not. ``adjudicated`` counts
    the clauses whose decision a third annotator made.
    """

    clauses: int
    adjudicated: int
    label: Interval | None
    issues: dict[str, Interval]


def agreement(decisions: Iterable[Decision]) -> Agreement:
    """Measure the agreement of all clauses that were judged at least twice."""
    voted = [decision for decision in decisions if len(decision.votes) > 1]
    labels = [tuple(vote.label for vote in one.votes) for one in voted]
    raised = {
        issue: [tuple(issue in vote.issues for vote in one.votes) for one in voted]
        for issue in ISSUES
    }
    return Agreement(
        clauses=len(voted),
        adjudicated=sum(len(one.annotators) > len(one.votes) for one in voted),
        label=alpha_with_interval(labels),
        issues={
            issue: alpha
            for issue, votes in raised.items()
            if any(any(vote) for vote in votes) and (alpha := alpha_with_interval(votes))
        },
    )
