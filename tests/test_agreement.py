"""Krippendorff's alpha and Cohen's kappa, on cases that can be counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import alpha_with_interval, cohen_kappa, krippendorff_alpha

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


def test_an_interval_leaves_out_clauses_of_one_vote() -> None:
    pairs = [("blind", "blind"), ("neutral", "neutral"), ("blind", "neutral")]
    assert alpha_with_interval([*pairs, ("regressive",)]) == alpha_with_interval(pairs)


def test_kappa_counted_by_hand() -> None:
    # 3 of 5 agreed on; by chance 0.6 * 0.2 + 0.4 * 0.8 = 0.44 would be.
    pairs = [("a", "a"), ("a", "b"), ("a", "b"), ("b", "b"), ("b", "b")]
    assert cohen_kappa(pairs) == pytest.approx((0.6 - 0.44) / (1 - 0.44))


@given(st.lists(st.tuples(LABELS, LABELS), min_size=1, max_size=30))
def test_kappa_does_not_ask_who_came_first(pairs: list[tuple[str, str]]) -> None:
    assert cohen_kappa(pairs) <= 1
    assert cohen_kappa(pairs) == pytest.approx(cohen_kappa([pair[::-1] for pair in pairs]))
