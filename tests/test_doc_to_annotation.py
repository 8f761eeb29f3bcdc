"""From the pipeline's Doc to the annotation: what is counted, what is rounded."""

import pytest
from msgspec.structs import replace

from annotator.doc_to_annotation import is_met, scorecard
from annotator.schema import Clause, Finding, IssueScore, Label, Proposal


def found(label: Label, *issues: str, met: bool = False, review: bool = False) -> Finding:
    clause = Clause(
        eid="sec_1",
        number="1",
        heading="",
        path=(),
        lead_in="",
        text="Words.",
        start=0,
        end=6,
    )
    return Finding(
        clause=clause,
        label=label,
        confidence=0.9,
        scores={label: 0.9},
        review=review,
        issues=tuple(IssueScore(issue=issue, score=0.8) for issue in issues),
        met=met,
    )


def test_clauses_are_counted_by_label_and_flagged_ones_by_issue() -> None:
    card = scorecard([found("blind", "search", "health"), found("responsive", "search"),
                      found("neutral"), found("blind", "health", review=True)])  # fmt: skip
    assert card.clauses == 4
    assert card.labels == {"responsive": 1, "blind": 2, "regressive": 0, "neutral": 1}
    assert card.issues == {"health": {"blind": 2}, "search": {"blind": 1, "responsive": 1}}
    assert card.review == 1


def test_a_lead_in_is_counted_with_its_items_and_not_by_itself() -> None:
    opening = found("neutral")
    opening = replace(opening, clause=replace(opening.clause, kind="lead_in"))
    card = scorecard([opening, found("blind", "search"), found("neutral")])
    assert (card.clauses, card.labels["neutral"]) == (2, 1)


def test_blind_clauses_that_their_section_meets_are_counted_apart() -> None:
    card = scorecard([found("blind", "search", met=True), found("blind", "search"),
                      found("regressive", "search")])  # fmt: skip
    assert card.met == 1


MET = IssueScore(issue="search", score=0.8, met_by="1(2)")
OPEN = IssueScore(issue="health", score=0.8)
PROPOSAL = Proposal(
    template="search-record",
    issue="search",
    operation="insert_subsection",
    edits=(),
    amended="",
    instruction="",
    reason="",
    citations=(),
)


@pytest.mark.parametrize(
    ("label", "issues", "proposals", "met"),
    [
        ("blind", (MET,), (), True),
        ("blind", (MET, OPEN), (), False),
        ("blind", (MET,), (PROPOSAL,), False),
        ("responsive", (MET,), (), False),
        ("regressive", (MET,), (), False),
    ],
)
def test_a_clause_is_met_where_its_section_leaves_nothing_to_mend(
    label: Label, issues: tuple[IssueScore, ...], proposals: tuple[Proposal, ...], met: bool
) -> None:
    assert is_met(label, issues, proposals) is met
