"""From the pipeline's Doc to the annotation: what is counted, what is rounded."""

from annotator.doc_to_annotation import scorecard
from annotator.schema import Clause, Finding, IssueScore, Label


def found(label: Label, *issues: str, met_by: str = "", review: bool = False) -> Finding:
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
        issues=tuple(IssueScore(issue=issue, score=0.8, met_by=met_by) for issue in issues),
    )


def test_clauses_are_counted_by_label_and_flagged_ones_by_issue() -> None:
    card = scorecard([found("blind", "search", "health"), found("responsive", "search"),
                      found("neutral"), found("blind", "health", review=True)])  # fmt: skip
    assert card.clauses == 4
    assert card.labels == {"responsive": 1, "blind": 2, "regressive": 0, "neutral": 1}
    assert card.issues == {"health": {"blind": 2}, "search": {"blind": 1, "responsive": 1}}
    assert card.review == 1


def test_blind_clauses_that_their_section_meets_are_counted_apart() -> None:
    card = scorecard([found("blind", "search", met_by="1(2)"), found("blind", "search"),
                      found("regressive", "search")])  # fmt: skip
    assert card.met == 1


def test_a_clause_with_one_open_issue_is_not_met() -> None:
    finding = found("blind", "search", met_by="1(2)")
    opened = (*finding.issues, IssueScore(issue="health", score=0.8))
    assert finding.met
    assert not found("responsive", "search", met_by="1(2)").met
    assert scorecard([Finding(clause=finding.clause, label="blind", confidence=0.9,
                              scores={}, issues=opened)]).met == 0  # fmt: skip
