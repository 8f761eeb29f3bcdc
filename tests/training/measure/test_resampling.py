"""Intervals over whole laws, on cases small enough to count by hand."""

import numpy as np
import pytest

from annotator.training.measure.resampling import Resampled, interval, ratio


def test_the_whole_comes_first_and_counts_each_clause_once() -> None:
    drawn = Resampled(["a", "b", "b"])
    assert drawn.totals(np.array([[1], [10], [100]]))[0, 0] == 111
    assert drawn.times()[0].tolist() == [1, 1, 1]


def test_the_clauses_of_a_law_are_drawn_together_and_as_many_laws_as_there_are() -> None:
    times = Resampled(["a", "b", "b", "c"]).times()
    assert (times[:, 1] == times[:, 2]).all()
    assert (times[:, [0, 1, 3]].sum(axis=1) == 3).all()
    assert times[1:, 0].max() > 1


def test_laws_that_are_wholly_right_or_wrong_make_a_wider_interval_than_their_clauses_do() -> None:
    right = np.array([law < 3 for law in range(6) for _ in range(50)])
    ones = np.ones_like(right)

    def width(units: list[str]) -> float:
        part, whole = Resampled(units).totals(np.stack([right, ones], axis=1)).T
        found = interval(ratio(part, whole))
        assert found
        assert found.value == 0.5
        return found.high - found.low

    by_law = width([str(place // 50) for place in range(300)])
    by_clause = width([str(place) for place in range(300)])
    assert by_law > 2 * by_clause


def test_of_one_law_the_clauses_are_drawn_and_that_is_said() -> None:
    drawn = Resampled(["a"] * 4)
    assert (drawn.unit, drawn.laws) == ("clauses", 1)
    assert not (drawn.times()[:, 0] == drawn.times()[:, 1]).all()
    assert Resampled(["a", "b"]).unit == "laws"


def test_resamples_without_anything_to_measure_count_for_nothing() -> None:
    found = interval(np.array([0.5, np.nan, 0.5, np.nan]))
    assert found
    assert (found.value, found.low, found.high) == (0.5, 0.5, 0.5)
    assert interval(np.array([np.nan, 0.5])) is None
    assert ratio(np.array([1.0, 1.0]), np.array([2.0, 0.0])).tolist() == pytest.approx(
        [0.5, np.nan], nan_ok=True
    )
