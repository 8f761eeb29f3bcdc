"""Fitting on the dev laws what turns the classifier's logits into what a drafter is told."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec
import numpy as np
from scipy.optimize import minimize
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from annotator.classifier.calibration import Calibration, joined, neutral_by_itself, settled
from annotator.classifier.familiarity import known_share
from annotator.classifier.network import Logits
from annotator.schema import ISSUES, LABELS, Struct
from annotator.training.corpus.examples import Example
from annotator.training.corpus.gold import Flags, gold_issues, gold_labels
from annotator.training.measure.predictions import (
    Doubles,
    Predictions,
    label_probabilities,
    plain,
    predict,
)

#: Findings less certain than the point where this share of them is right are marked for review.
REVIEW_PRECISION = 0.75
#: Who is shown more neutral clauses than one in twenty no longer looks.
_MOST_NEUTRAL = 0.05
#: An issue with fewer dev clauses than this keeps the threshold of all.
_ENOUGH_CLAUSES = 10
#: The bag of words beside a network that counts once.
_WEIGHTS = np.arange(0.0, 6.05, 0.2)
#: Their logarithms.
_TEMPERATURES = np.log(np.geomspace(0.4, 16.0, 30))
_THRESHOLDS = np.arange(0.15, 0.76, 0.025)
#: The last label, which shifts are counted from.
_NEUTRAL = LABELS.index("neutral")
#: Of what lacks to certainty: how much surer than on the dev laws the bag of words must be.
_ON_TOP = 0.25
#: How strongly shifts are drawn towards none, in clauses.
_PRIOR = 5.0


def calibrate(network: Logits, bow: Logits, examples: Sequence[Example]) -> Calibration:
    """Fit all of a :class:`Calibration` but ``familiar_from``.

    Args:
        network: the exported graph's logits, a row an example.
        bow: the bag of words', likewise.
        examples: the real laws of the dev split, since written clauses are flagged far more often.
    """
    calibration = _labels_joined(network, bow, examples)
    calibration = _issues_joined(network, bow, examples, calibration)
    logits = joined(network, bow, calibration)
    probabilities = label_probabilities(logits, examples, calibration)
    calibration = msgspec.structs.replace(
        calibration,
        thresholds=_thresholds(logits, examples, calibration),
        flagged_from=_flagged_from(probabilities, examples),
    )
    predicted = predict(logits, examples, calibration)
    return msgspec.structs.replace(
        calibration,
        review_below=_review_below(predicted, examples),
        settled_from=_settled_from(bow, predicted, examples, calibration),
    )


def _settled_from(
    bow: Logits, predicted: Predictions, examples: Sequence[Example], calibration: Calibration
) -> float:
    """How sure the bag of words alone must be for a clause that is neutral to both.

    Of the clauses that the two together flag, it is less sure of every one; a part of what then
    lacks to certainty is put on top, for the laws that are not these.
    """
    flagged = plain(examples) & (predicted.labels != _NEUTRAL)
    surest = neutral_by_itself(bow, calibration)[flagged].max(initial=0.0)
    return round(float(surest + _ON_TOP * (1 - surest)), 3)


class Unshown(Struct, frozen=True):
    """Clauses that are not shown to the network: their share, and that of their words.

    ``changed`` are how many of them the network would have had called something else.
    """

    clauses: float
    words: float
    changed: int


def unshown(
    network: Logits, bow: Logits, examples: Sequence[Example], calibration: Calibration
) -> Unshown:
    """What becomes of ``examples`` of which the bag of words is sure, as :func:`calibrate` says."""
    spared = settled(bow, plain(examples), calibration)
    words = np.array([len(example.line.words) for example in examples])
    labels = predict(joined(network, bow, calibration), examples, calibration).labels
    return Unshown(
        clauses=float(spared.mean()),
        words=float(words[spared].sum() / words.sum()),
        changed=int((labels[spared] != _NEUTRAL).sum()),
    )


def _labels_joined(network: Logits, bow: Logits, examples: Sequence[Example]) -> Calibration:
    """Weight, temperature and shifts under which the annotators' labels are hardly surprising.

    What a heavier bag of words gains by less than one standard error, it may gain by chance.
    """
    found = []
    for weight in _WEIGHTS:
        weighed = Calibration(bow_labels=round(float(weight), 2))
        surprises, fitted = _scaled(joined(network, bow, weighed), examples, weighed)
        found.append((surprises, fitted))
    least = min((surprises for surprises, _ in found), key=lambda each: float(each.mean()))
    return next(fitted for surprises, fitted in found if _as_good(surprises - least))


def _as_good(worse: Doubles) -> bool:
    return bool(worse.mean() <= worse.std() / len(worse) ** 0.5)


def _scaled(
    logits: Logits, examples: Sequence[Example], weighed: Calibration
) -> tuple[Doubles, Calibration]:
    """How surprising each label is at the best temperature and shifts, and with these.

    Shifts are drawn towards none, as by :data:`_PRIOR` clauses of each label: a label that the dev
    laws hardly use is not to be shifted by its few clauses. That of *neutral* is none.
    """
    # A label that the words rule out stays at nothing, whatever is divided and added.
    with np.errstate(divide="ignore"):
        cold = np.log(label_probabilities(logits, examples, Calibration()))
    rows, gold = np.arange(len(examples)), gold_labels(examples)

    def surprises(values: Doubles) -> Doubles:
        scaled = cold / np.exp(values[0]) + np.append(values[1:], 0.0)
        scaled -= scaled.max(axis=1, keepdims=True)
        scores = np.exp(scaled)
        scores /= scores.sum(axis=1, keepdims=True)
        given: Doubles = -np.log(np.clip(scores[rows, gold], 1e-3, 1))
        return given

    def loss(values: Doubles) -> float:
        return float(surprises(values).sum() + _PRIOR / 2 * (values[1:] ** 2).sum())

    # Of what surprises most no more is counted than of the clip, so that the loss has flats.
    unshifted = (np.array([heat, *[0.0] * _NEUTRAL]) for heat in _TEMPERATURES)
    bounds = [(_TEMPERATURES[0], _TEMPERATURES[-1]), *[(-4.0, 4.0)] * _NEUTRAL]
    best = minimize(loss, min(unshifted, key=loss), method="L-BFGS-B", bounds=bounds).x
    return surprises(best), msgspec.structs.replace(
        weighed,
        temperature=round(float(np.exp(best[0])), 3),
        label_shifts=dict(zip(LABELS, (round(float(x), 3) for x in (*best[1:], 0.0)), strict=True)),
    )


def _issues_joined(
    network: Logits, bow: Logits, examples: Sequence[Example], calibration: Calibration
) -> Calibration:
    """Weight, slope and shift, one for all issues, over the clauses that raise any (Platt's)."""
    flagged = gold_labels(examples) != _NEUTRAL
    raised = gold_issues(examples)[flagged].ravel()
    logits = np.column_stack([network.issues[flagged].ravel(), bow.issues[flagged].ravel()])
    line = LogisticRegression(C=1e6).fit(logits, raised)
    slope, others = (float(number) for number in line.coef_[0])
    return msgspec.structs.replace(
        calibration,
        bow_issues=round(others / slope, 3),
        issue_slope=round(slope, 4),
        issue_shift=round(float(line.intercept_[0]), 4),
    )


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


def _flagged_from(probabilities: Doubles, examples: Sequence[Example]) -> float:
    """From which probability on of all flagged labels clauses are best flagged, by F1.

    Where the best would flag more than :data:`_MOST_NEUTRAL` of the neutral clauses, it is the
    first that does not.
    """
    flagged = gold_labels(examples) != _NEUTRAL
    scores = 1 - probabilities[:, _NEUTRAL]
    best = _best_threshold(scores, flagged)
    others = np.append(scores[~flagged], 0.0)
    bearable = float(np.quantile(others, 1 - _MOST_NEUTRAL, method="higher"))
    return round(max(best, bearable), 3)


def _review_below(predicted: Predictions, examples: Sequence[Example]) -> float:
    """The confidence from which on a flagged label is right often enough."""
    flagged = predicted.labels != _NEUTRAL
    confidence = predicted.confidence[flagged]
    right = (predicted.labels == gold_labels(examples))[flagged]
    if not flagged.any():
        return 1.0
    curve = IsotonicRegression(y_min=0, y_max=1, out_of_bounds="clip").fit(confidence, right)
    grid = np.arange(0.25, 1.0, 0.005)
    enough = grid[curve.predict(grid) >= REVIEW_PRECISION]
    return round(float(enough[0]), 3) if enough.size else 1.0


def familiar_from(examples: Sequence[Example], known: Collection[str]) -> float:
    """The share of a law's words from which on it is of the kind that was learnt.

    Of the words of the dev laws so many are unknown; a law with three times as many is another
    kind of text.

    Args:
        examples: the real laws of the dev split.
        known: the words that the classifier has met.

    Returns:
        It, from 0 to 1; 0, for every law, where the dev laws have too few words.
    """
    lines = {
        law: [one.line for one in examples if one.law == law]
        for law in {one.law for one in examples}
    }
    shares = [known_share(own, known) for own in lines.values()]
    least = min((share for share in shares if share is not None), default=None)
    return 0.0 if least is None else round(1 - 3 * (1 - least), 3)
