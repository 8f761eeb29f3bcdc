"""How the two votes on the labelled laws agree."""

import pytest

from annotator.decisions import Decision, Vote
from annotator.training.corpus.agreement import Agreement, agreement


def decided(*votes: Vote) -> Decision:
    return Decision(
        law="X",
        number="1",
        sha256="0" * 64,
        label="blind",
        issues=("search",),
        annotators=tuple(vote.annotator for vote in votes),
        votes=votes,
    )


def test_labels_and_issues_are_measured_apart() -> None:
    def judged(one: Vote, other: Vote, *annotators: str) -> Decision:
        return Decision(law="X", number="1", sha256="0" * 64, label="blind", issues=("search",),
                          annotators=("a", "b", *annotators), votes=(one, other))  # fmt: skip

    search = Vote(annotator="a", label="blind", issues=("search",))
    health = Vote(annotator="b", label="blind", issues=("health",))
    neutral = Vote(annotator="b", label="neutral")
    found = agreement(
        [judged(search, search), judged(search, health, "c"), judged(neutral, neutral)]
    )
    assert (found.clauses, found.adjudicated) == (3, 1)
    assert found.label is not None
    assert found.label.value == 1
    assert set(found.issues) == {"search", "health"}
    assert found.issues["search"].value < 1
    assert found.label.low <= found.label.value <= found.label.high


@pytest.mark.parametrize(
    "decisions",
    [[], [decided()], [decided(Vote(annotator="a", label="blind", issues=("search",)))] * 3],
    ids=["no decision", "no votes", "one annotator"],
)
def test_where_nothing_was_judged_twice_nothing_is_measured(decisions: list[Decision]) -> None:
    assert agreement(decisions) == Agreement(clauses=0, adjudicated=0, label=None, issues={})
