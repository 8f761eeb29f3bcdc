"""Shares, alpha, kappa and AC1, on cases that can be counted by hand."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.agreement import (
    alpha_with_interval,
    coefficients,
    cohen_kappa,
    krippendorff_alpha,
)

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
    turned = krippendorff_alpha([votes[::-1] for votes in units[::-1]])
    if alpha is None:
        assert turned is None
        assert len({vote for votes in units for vote in votes}) == 1
    else:
        assert alpha <= 1
        assert alpha == pytest.approx(turned)


@given(st.lists(LABELS, min_size=1, max_size=20).filter(lambda labels: len(set(labels)) > 1))
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
    turned = cohen_kappa([pair[::-1] for pair in pairs])
    if kappa is None:
        assert turned is None
        assert len({vote for pair in pairs for vote in pair}) == 1
    else:
        assert kappa <= 1
        assert kappa == pytest.approx(turned)


@pytest.mark.parametrize("units", NO_PAIR.values(), ids=NO_PAIR)
def test_without_two_votes_on_a_clause_nothing_is_measured(units: list[tuple[str, ...]]) -> None:
    assert krippendorff_alpha(units) is None
    assert alpha_with_interval(units) is None
    assert cohen_kappa([]) is None


@pytest.mark.parametrize(
    "units",
    [
        [("blind", "blind")],
        [("blind", "blind", "blind")] * 3,
        [("blind", "blind"), ("neutral",)],
    ],
)
def test_votes_that_do_not_vary_are_nothing_that_alpha_and_kappa_measure(
    units: list[tuple[str, ...]],
) -> None:
    assert krippendorff_alpha(units) is None
    assert alpha_with_interval(units) is None
    assert cohen_kappa([("blind", "blind")] * 3) is None
    found = coefficients(units, ["blind", "neutral"])
    assert found is not None
    assert found.alpha is None
    assert (found.same.value, found.ac1.value) == (1, 1)


def test_one_clause_that_divides_is_measured() -> None:
    found = alpha_with_interval([("blind", "neutral")])
    assert found is not None
    assert (found.value, found.low, found.high) == (0, 0, 0)


def test_what_nearly_all_are_of_one_kind_is_agreed_on_though_alpha_is_nothing() -> None:
    # 29 of 30 clauses raise it for nobody, one for one of three: 88 of 90 pairs are equal.
    units = [(False, False, False)] * 29 + [(True, False, False)]
    found = coefficients(units, (False, True))
    assert found is not None
    assert found.same.value == pytest.approx(88 / 90, abs=1e-4)
    assert found.alpha is not None
    assert found.alpha.value == pytest.approx(0, abs=0.01)
    # By chance 2 * 1/90 * 89/90 would be equal.
    chance = 2 * (1 / 90) * (89 / 90)
    assert found.ac1.value == pytest.approx((88 / 90 - chance) / (1 - chance), abs=1e-4)


def test_gwets_example_of_two_raters_and_a_common_kind() -> None:
    # Gwet (2008), table 1: 118 of 125 both positive, 5 and 2 apart, none both negative.
    pairs = [("+", "+")] * 118 + [("+", "-")] * 5 + [("-", "+")] * 2
    found = coefficients(pairs, "+-")
    assert found is not None
    assert found.ac1.value == pytest.approx(0.9408, abs=5e-4)
    assert found.alpha is not None
    assert found.alpha.value < 0


@pytest.mark.parametrize(("clauses", "least"), [(5, 0.75), (20, 0.92), (100, 0.98)])
def test_that_all_agree_on_some_clauses_is_no_proof_that_they_always_do(
    clauses: int, least: float
) -> None:
    units = [("blind", "blind", "blind")] * (clauses - 1) + [("neutral",) * 3]
    found = coefficients(units, ["blind", "neutral"])
    assert found is not None
    assert (found.same.value, found.same.high) == (1, 1)
    assert found.same.low < least
    assert found.alpha is not None
    assert found.alpha.low < found.alpha.value == found.alpha.high == 1
    assert found.ac1.low < 1


def test_intervals_hold_what_they_promise() -> None:
    """Of samples of a population whose figures are known, nineteen in twenty hold them."""
    dice = random.Random(3)  # noqa: S311

    def judged(clauses: int) -> list[tuple[str, ...]]:
        truth = dice.choices(["blind", "neutral", "responsive"], [2, 7, 1], k=clauses)
        return [
            tuple(
                one if dice.random() < 0.9 else dice.choice(["blind", "neutral", "responsive"])
                for _ in range(3)
            )
            for one in truth
        ]

    labels = ["blind", "neutral", "responsive"]
    whole = coefficients(judged(20_000), labels)
    assert whole is not None
    assert whole.alpha is not None
    held = [0, 0, 0]
    for _ in range(100):
        found = coefficients(judged(30), labels)
        assert found is not None
        pairs = ((found.same, whole.same), (found.alpha, whole.alpha), (found.ac1, whole.ac1))
        for place, (own, true) in enumerate(pairs):
            held[place] += own is None or own.low <= true.value <= own.high
    assert min(held) >= 90
