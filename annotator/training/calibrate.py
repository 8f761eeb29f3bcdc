"""Fitting on the dev laws what turns the exported graph's logits into what a drafter is told."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from annotator.classifier.calibration import Calibration
from annotator.classifier.network import Logits
from annotator.schema import ISSUES, LABELS
from annotator.training.examples import Example
from annotator.training.predictions import (
    Doubles,
    Flags,
    gold_issues,
    gold_labels,
    label_probabilities,
)

#: Findings less certain than the point where this share of them is right are marked for review.
REVIEW_PRECISION = 0.75
#: An issue with fewer dev clauses than this keeps the threshold of all.
_ENOUGH_CLAUSES = 10
_TEMPERATURES = np.geomspace(0.4, 4.0, 60)
_THRESHOLDS = np.arange(0.15, 0.76, 0.025)
_NEUTRAL = LABELS.index("neutral")


def calibrate(logits: Logits, examples: Sequence[Example]) -> Calibration:
    """Fit temperature, issue slope and thresholds, and the confidence to review below.

    Args:
        logits: the exported graph's, a row an example.
        examples: the dev split.
    """
    calibration = Calibration(temperature=_temperature(logits, examples))
    slope, shift = _issue_line(logits, examples)
    calibration = msgspec.structs.replace(calibration, issue_slope=slope, issue_shift=shift)
    thresholds = _thresholds(logits, examples, calibration)
    review_below = _review_below(label_probabilities(logits, examples, calibration), examples)
    return msgspec.structs.replace(calibration, thresholds=thresholds, review_below=review_below)


def _temperature(logits: Logits, examples: Sequence[Example]) -> float:
    """The temperature under which the annotators' labels are least surprising."""
    gold = gold_labels(examples)

    def surprise(temperature: float) -> float:
        calibration = Calibration(temperature=temperature)
        scores = label_probabilities(logits, examples, calibration)
        return float(-np.log(np.clip(scores[np.arange(len(gold)), gold], 1e-3, 1)).mean())

    surprises = [surprise(float(temperature)) for temperature in _TEMPERATURES]
    return round(float(_TEMPERATURES[np.argmin(surprises)]), 3)


def _issue_line(logits: Logits, examples: Sequence[Example]) -> tuple[float, float]:
    """Platt's slope and shift, one for all issues, over the clauses that raise any."""
    flagged = gold_labels(examples) != _NEUTRAL
    raised = gold_issues(examples)[flagged].ravel()
    line = LogisticRegression(C=1e6).fit(logits.issues[flagged].reshape(-1, 1), raised)
    return round(float(line.coef_[0, 0]), 4), round(float(line.intercept_[0]), 4)


def _thresholds(
    logits: Logits, examples: Sequence[Example], calibration: Calibration
) -> dict[str, float]:
    """The probability from which each issue is given, for the best F1 on flagged clauses.

    What an issue's few clauses say alone is averaged with what all clauses say together.
    """
    flagged = gold_labels(examples) != _NEUTRAL
    shifted = logits.issues[flagged] * calibration.issue_slope + calibration.issue_shift
    scores = 1.0 / (1.0 + np.exp(-shifted.astype(np.float64)))
    raised = gold_issues(examples)[flagged]
    overall = _best_threshold(scores, raised)
    thresholds = {}
    for place, issue in enumerate(ISSUES):
        own = overall
        if raised[:, place].sum() >= _ENOUGH_CLAUSES:
            own = _best_threshold(scores[:, place], raised[:, place])
        thresholds[issue] = round((overall + own) / 2, 4)
    return thresholds


def _best_threshold(scores: Doubles, raised: Flags) -> float:
    def f1(threshold: float) -> float:
        given = scores >= threshold
        return float(2 * (given & raised).sum() / max(1, given.sum() + raised.sum()))

    return max(map(float, _THRESHOLDS), key=f1)


def _review_below(probabilities: Doubles, examples: Sequence[Example]) -> float:
    """The confidence from which on a flagged label is right often enough."""
    labels = probabilities.argmax(axis=1)
    flagged = labels != _NEUTRAL
    confidence = probabilities.max(axis=1)[flagged]
    right = (labels == gold_labels(examples))[flagged]
    curve = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(confidence, right)
    grid = np.arange(0.25, 1.0, 0.005)
    enough = grid[curve.predict(grid) >= REVIEW_PRECISION]
    return round(float(enough[0]), 3) if enough.size else 1.0
