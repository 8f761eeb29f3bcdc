"""The figures, on cases small enough to count by hand."""

import numpy as np
import pytest

from annotator.schema import ISSUES, LABELS
from annotator.training.measure.metrics import (
    BLIND_F1,
    MACRO_F1,
    NEUTRAL_FLAGGED,
    average_precision,
    calibration_errors,
    confusion,
    differences,
    figures,
    reliability,
    risk,
)
from annotator.training.measure.predictions import Predictions
from annotator.training.measure.resampling import Resampled

RESPONSIVE, BLIND, REGRESSIVE, NEUTRAL = range(len(LABELS))
GOLD = np.array([RESPONSIVE, BLIND, BLIND, NEUTRAL, NEUTRAL, NEUTRAL])
GIVEN = np.array([RESPONSIVE, BLIND, NEUTRAL, NEUTRAL, NEUTRAL, BLIND])
SEARCH, DETENTION = (ISSUES.index(name) for name in ("search", "detention"))


def predictions(labels, *, issues=None, scores=None, review=None):
    size = len(labels)
    return Predictions(
        labels=labels,
        confidence=np.full(size, 0.8),
        issues=np.zeros((size, len(ISSUES)), dtype=bool) if issues is None else issues,
        review=np.zeros(size, dtype=bool) if review is None else review,
        scores=scores,
    )


def measured(labels, gold, *, raised=None, laws=None, **more):
    none = np.zeros((len(gold), len(ISSUES)), dtype=bool)
    laws = laws or [f"law-{place // 6}" for place in range(len(gold))]
    return figures(predictions(labels, **more), gold, none if raised is None else raised, laws)


def raising(*rows):
    raised = np.zeros((len(rows), len(ISSUES)), dtype=bool)
    for row, issues in enumerate(rows):
        raised[row, list(issues)] = True
    return raised


def test_confusion_counts_true_labels_in_rows():
    table = confusion(GIVEN, GOLD)
    assert table[BLIND, NEUTRAL] == 1
    assert table[NEUTRAL, BLIND] == 1
    assert table.sum() == len(GOLD)
    assert measured(GIVEN, GOLD).confusion == tuple(map(tuple, table.tolist()))


def test_each_label_has_f1_precision_and_recall():
    gold = np.array([BLIND] * 4 + [NEUTRAL] * 2)
    given = np.array([BLIND, NEUTRAL, NEUTRAL, NEUTRAL, BLIND, NEUTRAL])
    blind = measured(given, gold).labels["blind"]
    assert (blind.clauses, blind.given) == (4, 2)
    assert blind.precision.value == 0.5
    assert blind.recall.value == 0.25
    assert blind.f1.value == pytest.approx(1 / 3, abs=1e-4)


def test_flagged_at_all_does_not_ask_as_what():
    gold = np.array([BLIND, REGRESSIVE, RESPONSIVE, NEUTRAL])
    given = np.array([REGRESSIVE, REGRESSIVE, NEUTRAL, BLIND])
    flagged = measured(given, gold).flagged
    assert (flagged.clauses, flagged.given) == (3, 3)
    assert flagged.precision.value == flagged.recall.value == pytest.approx(2 / 3, abs=1e-4)


def test_what_is_not_there_is_not_measured():
    labels = measured(GIVEN, GOLD).labels
    assert (labels["regressive"].f1, labels["regressive"].recall) == (None, None)
    assert labels["regressive"].precision is None
    never_given = measured(np.full(6, NEUTRAL), GOLD).labels["blind"]
    assert (never_given.precision, never_given.f1.value, never_given.recall.value) == (None, 0, 0)


def test_the_macro_average_leaves_out_labels_that_do_not_occur():
    found = measured(np.tile(GIVEN, 10), np.tile(GOLD, 10))
    assert found.macro_f1.value == pytest.approx((1 + 0.5 + 2 / 3) / 3, abs=1e-4)
    assert found.macro_f1.low <= found.macro_f1.value <= found.macro_f1.high
    assert (found.clauses, found.laws, found.resampled) == (60, 10, "laws")


def test_neutral_clauses_that_were_flagged():
    assert measured(GIVEN, GOLD).neutral_flagged.value == pytest.approx(1 / 3, abs=1e-4)


def test_issues_of_missed_clauses_count_against_it_and_among_those_found_do_not():
    gold = np.array([BLIND, BLIND, NEUTRAL, BLIND])
    given = np.array([BLIND, NEUTRAL, BLIND, BLIND])
    raised = raising([SEARCH, DETENTION], [SEARCH], [], [SEARCH])
    issues = raising([SEARCH], [], [DETENTION], [SEARCH])
    found = measured(given, gold, raised=raised, issues=issues)
    assert found.issues_micro_f1.value == pytest.approx(2 * 2 / (3 + 4), abs=1e-4)
    assert found.issues_of_found.value == pytest.approx(2 * 2 / (2 + 3), abs=1e-4)
    assert found.issues_macro_f1.value == pytest.approx((2 * 2 / (2 + 3) + 0) / 2, abs=1e-4)


def test_average_precision_takes_the_likeliest_first():
    whole = np.ones((1, 4))
    right = np.array([True, False, True, False])
    scores = np.array([0.9, 0.8, 0.7, 0.1])
    assert average_precision(scores, right, whole) == pytest.approx([(1 + 2 / 3) / 2])
    assert average_precision(np.full(4, 0.5), right, whole) == pytest.approx([0.5])
    twice = np.array([[1.0, 2.0, 1.0, 0.0]])
    assert average_precision(scores, right, twice) == pytest.approx([(1 + 2 / 4) / 2])
    assert np.isnan(average_precision(scores, np.zeros(4, dtype=bool), whole)).all()


def test_average_precision_of_blind_needs_its_probabilities():
    scores = np.zeros((6, len(LABELS)))
    scores[:, BLIND] = [0.1, 0.9, 0.8, 0.2, 0.2, 0.1]
    assert measured(GIVEN, GOLD, scores=scores).blind_average_precision.value == 1
    without = measured(GIVEN, GOLD)
    assert without.blind_average_precision is None
    assert without.calibration_error is None


def test_calibration_error_is_the_gap_between_confidence_and_accuracy():
    confidence, right = np.full(10, 0.95), np.arange(10) < 9
    errors = calibration_errors(confidence, right, Resampled(["a"] * 10))
    assert errors[0] == pytest.approx(0.05)
    assert errors[1:].max() > 0.05


def test_reliability_takes_clauses_of_like_confidence_together():
    confidence = np.array([1.0, 0.95, 0.55, 0.5])
    sure, unsure = reliability(confidence, np.array([True, True, True, False]))[::-1]
    assert (sure.clauses, sure.confidence, sure.right) == (2, pytest.approx(0.975), 1)
    assert (unsure.clauses, unsure.confidence, unsure.right) == (2, pytest.approx(0.525), 0.5)


def test_the_surest_answers_come_first_in_risk():
    right = np.array([True] * 9 + [False])
    assert risk(np.linspace(1, 0.5, 10), right) == (*[0.0] * 9, 0.1)


def test_what_is_marked_for_review_is_told_apart_from_what_is_asserted():
    gold = np.array([BLIND, BLIND, NEUTRAL, NEUTRAL])
    given = np.array([BLIND, BLIND, BLIND, NEUTRAL])
    found = measured(given, gold, review=np.array([False, True, True, False]))
    assert found.review_share == pytest.approx(2 / 3, abs=1e-4)
    assert found.asserted_right.value == 1
    assert found.reviewed_right.value == 0.5


def test_differences_are_those_of_the_same_clauses_of_the_same_laws():
    gold = np.array([place % len(LABELS) for place in range(200)])
    worse = np.where(np.arange(200) % 8 < 4, gold, (gold + 1) % len(LABELS))
    laws = [str(place // 20) for place in range(200)]
    found = differences(gold, worse, gold, laws)
    assert found[MACRO_F1].value == pytest.approx(0.5)
    assert 0 < found[MACRO_F1].low <= 0.5 <= found[MACRO_F1].high
    assert found[BLIND_F1].value == pytest.approx(0.5)
    assert found[NEUTRAL_FLAGGED].value < 0
    alike = differences(worse, worse, gold, laws)
    assert {(each.value, each.low, each.high) for each in alike.values()} == {(0, 0, 0)}
