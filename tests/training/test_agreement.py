"""Krippendorff's alpha, on cases that can be counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.training.agreement import agreement, krippendorff_alpha
from annotator.training.joining import Annotation, Vote

LABELS = st.sampled_from(["blind", "neutral", "responsive"])
UNITS = st.lists(st.lists(LABELS, min_size=2, max_size=4).map(tuple), min_size=1, max_size=30)


def test_the_example_of_the_textbook() -> None:
    # Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", B: two observers, nominal.
    units = list(zip("aabbdcccedda", "babbbccceddd", strict=True))
    assert krippendorff_alpha(units) == pytest.approx(0.692, abs=0.001)


def test_two_of_three_clauses_agreed_on() -> None:
    units = [("blind", "blind"), ("neutral", "neutral"), ("blind", "neutral")]
    assert krippendorff_alpha(units) == pytest.approx(4 / 9)


@given(UNITS)
def test_alpha_is_at_most_one_and_blind_to_the_order_of_votes(units: list[tuple[str, ...]]) -> None:
    alpha = krippendorff_alpha(units)
    assert alpha <= 1
    assert alpha == pytest.approx(krippendorff_alpha([votes[::-1] for votes in units[::-1]]))


@given(st.lists(LABELS, min_size=1, max_size=20))
def test_all_agree_is_one(labels: list[str]) -> None:
    assert krippendorff_alpha([(label, label) for label in labels]) == 1


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
