"""Krippendorff's alpha and Cohen's kappa, on cases that can be counted by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import alpha_with_interval, cohen_kappa, krippendorff_alpha

LABELS = st.sampled_from(["blind", "neutral", "responsive"])
#: Votes among which no two are on the same clause.
NO_PAIR = {
    "no clause": [],
    "one clause of one vote": [("blind",)],
    "one annotator": [("blind",), ("neutral",), ("blind",)],
    "clauses without a vote": [(), ()],
}
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
    assert alpha is not None
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
    kappa = cohen_kappa(pairs)
    assert kappa is not None
    assert kappa <= 1
    assert kappa == pytest.approx(cohen_kappa([pair[::-1] for pair in pairs]))


@pytest.mark.parametrize("units", NO_PAIR.values(), ids=NO_PAIR)
def test_without_two_votes_on_a_clause_nothing_is_measured(units: list[tuple[str, ...]]) -> None:
    assert krippendorff_alpha(units) is None
    assert alpha_with_interval(units) is None
    assert cohen_kappa([]) is None


@pytest.mark.parametrize(
    ("units", "alpha"),
    [
        ([("blind", "blind")], 1),
        ([("blind", "neutral")], 0),
        ([("blind", "blind", "blind")] * 3, 1),
        ([("blind", "blind"), ("neutral",)], 1),
    ],
)
def test_one_clause_or_votes_that_do_not_vary_are_measured(
    units: list[tuple[str, ...]], alpha: float
) -> None:
    found = alpha_with_interval(units)
    assert found is not None
    assert (found.value, found.low, found.high) == (alpha, alpha, alpha)
    assert krippendorff_alpha(units) == alpha
