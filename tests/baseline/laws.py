"""Small annotations, by hand: no pipeline has to agree with them."""

from annotator.schema import (
    Annotation,
    Clause,
    Finding,
    Gap,
    IssueScore,
    Label,
    Law,
    Model,
    Scorecard,
)

MODEL = Model(name="en_gender_clause", version="0.8.0")
SEARCH = "An officer may search any person who arrives, if the officer has reason to do so."
DETAIN = "A person held under section 12(1) or 13 may be kept for 30 days."


def finding(
    text: str, label: Label = "blind", number: str = "1", *issues: str, review: bool = False
) -> Finding:
    clause = Clause(
        eid=f"sec_{number}", number=number, heading=f"Section {number}", path=("Part 1",),
        lead_in="", text=text, start=0, end=len(text),
    )  # fmt: skip
    return Finding(
        clause=clause,
        label=label,
        confidence=0.9,
        scores={label: 0.9},
        review=review,
        issues=tuple(IssueScore(issue=issue, score=0.9) for issue in issues or ("search",)),
    )


def gap(need: str) -> Gap:
    return Gap(
        need=need, lacks="x", issue="search", strength="minimum", clauses=("1",), proposed_at=(),
        by_section=True, reason="", gcm=(), citations=(),
    )  # fmt: skip


def law(*findings: Finding, title: str = "PORTS ACT", gaps: tuple[Gap, ...] = ()) -> Annotation:
    return Annotation(
        law=Law(title=title, source=f"{title}.txt", sha256="00", language="en", format="txt"),
        model=MODEL,
        findings=findings,
        gaps=gaps,
        scorecard=Scorecard(clauses=len(findings), labels={}, issues={}, review=0),
    )
