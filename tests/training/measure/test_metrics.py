"""The figures, on cases small enough to count by hand."""

import numpy as np
import pytest

from annotator.schema import ISSUES, LABELS
from annotator.training.measure.metrics import (
    calibration_error,
    confusion,
    figures,
    label_f1,
    macro_f1,
    micro_f1,
    neutral_flagged,
    reliability,
)
from annotator.training.measure.predictions import Predictions

RESPONSIVE, BLIND, REGRESSIVE, NEUTRAL = range(len(LABELS))
GOLD = np.array([RESPONSIVE, BLIND, BLIND, NEUTRAL, NEUTRAL, NEUTRAL])
GIVEN = np.array([RESPONSIVE, BLIND, NEUTRAL, NEUTRAL, NEUTRAL, BLIND])


def test_confusion_counts_true_labels_in_rows():
    table = confusion(GIVEN, GOLD)
    assert table[BLIND, NEUTRAL] == 1
    assert table[NEUTRAL, BLIND] == 1
    assert table.sum() == len(GOLD)


def test_f1_of_each_label():
    assert label_f1(GIVEN, GOLD) == pytest.approx([1, 0.5, 0, 2 / 3])


def test_neutral_clauses_that_were_flagged():
    assert neutral_flagged(GIVEN, GOLD) == pytest.approx(1 / 3)


def test_issue_f1():
    raised = np.array([[1, 0, 1], [0, 0, 1]], dtype=bool)
    given = np.array([[1, 0, 0], [0, 1, 1]], dtype=bool)
    assert micro_f1(given, raised) == pytest.approx(2 * 2 / (3 + 3))
    assert macro_f1(given, raised) == pytest.approx((1 + 2 / 3) / 2)


def test_calibration_error_is_the_gap_between_confidence_and_accuracy():
    confidence = np.full(10, 0.95)
    assert calibration_error(confidence, np.arange(10) < 9) == pytest.approx(0.05)


def test_figures_hold_the_value_within_its_interval_and_leave_out_labels_that_do_not_occur():
    predicted = Predictions(
        labels=np.tile(GIVEN, 10),
        confidence=np.full(60, 0.8),
        issues=np.zeros((60, len(ISSUES)), dtype=bool),
        review=np.zeros(60, dtype=bool),
    )
    laws = [f"law-{place // 6}" for place in range(60)]
    measured = figures(predicted, np.tile(GOLD, 10), predicted.issues, laws)
    assert measured.macro_f1.value == pytest.approx((1 + 0.5 + 2 / 3) / 3, abs=1e-4)
    assert measured.macro_f1.low <= measured.macro_f1.value <= measured.macro_f1.high
    assert "regressive" not in measured.f1
    assert (measured.clauses, measured.laws) == (60, 10)


def test_reliability_takes_clauses_of_like_confidence_together():
    confidence = np.array([1.0, 0.95, 0.55, 0.5])
    sure, unsure = reliability(confidence, np.array([True, True, True, False]))[::-1]
    assert (sure.clauses, sure.confidence, sure.right) == (2, pytest.approx(0.975), 1)
    assert (unsure.clauses, unsure.confidence, unsure.right) == (2, pytest.approx(0.525), 0.5)
