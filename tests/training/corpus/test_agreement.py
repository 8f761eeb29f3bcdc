"""How the two votes on the labelled laws agree."""

from annotator.decisions import Annotation, Vote
from annotator.training.corpus.agreement import agreement


def test_labels_and_issues_are_measured_apart() -> None:
    def judged(one: Vote, other: Vote, *annotators: str) -> Annotation:
        return Annotation(law="X", number="1", sha256="0" * 64, label="blind", issues=("search",),
                          annotators=("a", "b", *annotators), votes=(one, other))  # fmt: skip

    search = Vote(annotator="a", label="blind", issues=("search",))
    health = Vote(annotator="b", label="blind", issues=("health",))
    neutral = Vote(annotator="b", label="neutral")
    found = agreement(
        [judged(search, search), judged(search, health, "c"), judged(neutral, neutral)]
    )
    assert (found.clauses, found.adjudicated) == (3, 1)
    assert found.label.value == 1
    assert set(found.issues) == {"search", "health"}
    assert found.issues["search"].value < 1
    assert found.label.low <= found.label.value <= found.label.high
