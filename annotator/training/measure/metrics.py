"""The figures that are reported, with bootstrap intervals; arrays in, small structs out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from annotator.agreement import Interval
from annotator.schema import LABELS, Struct
from annotator.training.corpus.gold import Flags, Ints
from annotator.training.measure.predictions import Doubles, Predictions

_NEUTRAL = LABELS.index("neutral")
_RESAMPLES = 1000
_BINS = 10

Sample = npt.NDArray[np.int64]


class Bin(Struct, frozen=True):
    """Clauses of like confidence: how many, how sure on average, and the share labelled right."""

    clauses: int
    confidence: float
    right: float


class Figures(Struct, frozen=True):
    """How well labels and issues were found on some clauses.

    ``confusion[i][j]`` counts clauses of label ``i`` that were given label ``j``, both in the order
    of ``LABELS``. ``macro_f1_by_law`` resamples whole laws instead of clauses. A label that no
    clause has counts for nothing in the macro average. ``risk`` is the share of wrong labels among
    the surest tenth, two tenths ... of the clauses: what is gained by leaving the others to people.
    ``reliability`` has the tenths of confidence in which there are clauses, the least sure first.
    """

    clauses: int
    laws: int
    macro_f1: Interval
    macro_f1_by_law: Interval
    f1: dict[str, Interval]
    neutral_flagged: Interval
    issues_micro_f1: Interval
    issues_macro_f1: Interval
    calibration_error: float
    review_share: float
    confusion: tuple[tuple[int, ...], ...]
    risk: tuple[float, ...] = ()
    reliability: tuple[Bin, ...] = ()


def figures(predicted: Predictions, labels: Ints, issues: Flags, groups: Sequence[str]) -> Figures:
    """Measure ``predicted`` against the annotators' ``labels`` and ``issues``.

    Args:
        predicted: what the program says, a row a clause.
        labels: the true labels' places in ``LABELS``.
        issues: the true issues, a column an issue.
        groups: the law or tradition of each clause.
    """
    clauses = _resampled_clauses(len(labels))
    right = predicted.labels == labels
    laws = _resampled_laws(groups)
    present = [place for place in range(len(LABELS)) if (labels == place).any()]

    def macro(sample: Sample) -> float:
        return float(label_f1(predicted.labels[sample], labels[sample])[present].mean())

    def one(place: int) -> Callable[[Sample], float]:
        return lambda sample: float(label_f1(predicted.labels[sample], labels[sample])[place])

    return Figures(
        clauses=len(labels),
        laws=len(set(groups)),
        macro_f1=_interval(macro, clauses),
        macro_f1_by_law=_interval(macro, laws),
        f1={LABELS[place]: _interval(one(place), clauses) for place in present},
        neutral_flagged=_interval(
            lambda s: neutral_flagged(predicted.labels[s], labels[s]), clauses
        ),
        issues_micro_f1=_interval(lambda s: micro_f1(predicted.issues[s], issues[s]), clauses),
        issues_macro_f1=_interval(lambda s: macro_f1(predicted.issues[s], issues[s]), clauses),
        calibration_error=round(calibration_error(predicted.confidence, right), 4),
        review_share=round(_share(predicted.review, predicted.labels != _NEUTRAL), 4),
        confusion=tuple(map(tuple, confusion(predicted.labels, labels).tolist())),
        risk=risk(predicted.confidence, right),
        reliability=reliability(predicted.confidence, right),
    )


def macro_f1_of(predicted: Ints, labels: Ints) -> Interval:
    """The macro-F1 of the labels that occur."""
    present = [place for place in range(len(LABELS)) if (labels == place).any()]

    def macro(sample: Sample) -> float:
        return float(label_f1(predicted[sample], labels[sample])[present].mean())

    return _interval(macro, _resampled_clauses(len(labels)))


def macro_f1_difference(one: Ints, other: Ints, labels: Ints) -> Interval:
    """By how much the macro-F1 of ``one`` lies above that of ``other``, on the same clauses."""
    present = [place for place in range(len(LABELS)) if (labels == place).any()]

    def difference(sample: Sample) -> float:
        scores = (label_f1(answer[sample], labels[sample])[present] for answer in (one, other))
        first, second = (float(score.mean()) for score in scores)
        return first - second

    return _interval(difference, _resampled_clauses(len(labels)))


def confusion(predicted: Ints, labels: Ints) -> Ints:
    """Counts, a row a true label, a column a predicted one."""
    size = len(LABELS)
    return np.bincount(labels * size + predicted, minlength=size * size).reshape(size, size)


def label_f1(predicted: Ints, labels: Ints) -> Doubles:
    """The F1 of each label, in the order of ``LABELS``; 0 where there is nothing to find."""
    table = confusion(predicted, labels)
    return _f1(np.diag(table), table.sum(axis=0), table.sum(axis=1))


def micro_f1(given: Flags, raised: Flags) -> float:
    """The F1 of issues, every clause and issue counted alike."""
    return float(_f1(np.array((given & raised).sum()), given.sum(), raised.sum()))


def macro_f1(given: Flags, raised: Flags) -> float:
    """The mean over the issues that occur of each issue's F1."""
    scores = _f1((given & raised).sum(axis=0), given.sum(axis=0), raised.sum(axis=0))
    occurs = raised.any(axis=0)
    return float(scores[occurs].mean()) if occurs.any() else 0.0


def neutral_flagged(predicted: Ints, labels: Ints) -> float:
    """The share of neutral clauses that were given another label."""
    return _share(predicted != _NEUTRAL, labels == _NEUTRAL)


def calibration_error(confidence: Doubles, right: Flags) -> float:
    """The expected calibration error: how far confidence and accuracy lie apart, in ten bins."""
    gaps = [
        each.clauses * abs(each.confidence - each.right) for each in reliability(confidence, right)
    ]
    return sum(gaps) / len(right)


def reliability(confidence: Doubles, right: Flags) -> tuple[Bin, ...]:
    """Confidence and accuracy in each tenth of confidence that any clause has."""
    places = np.clip((confidence * _BINS).astype(int), 0, _BINS - 1)
    return tuple(
        Bin(
            clauses=int((places == place).sum()),
            confidence=float(confidence[places == place].mean()),
            right=float(right[places == place].mean()),
        )
        for place in np.unique(places)
    )


def risk(confidence: Doubles, right: Flags) -> tuple[float, ...]:
    """The share of wrong answers among the surest tenth, two tenths, ... all of them."""
    surest = np.argsort(-confidence, kind="stable")
    counts = [max(1, round(len(right) * tenths / 10)) for tenths in range(1, 11)]
    return tuple(round(float((~right[surest[:count]]).mean()), 4) for count in counts)


def _share(what: Flags, among: Flags) -> float:
    return float(what[among].mean()) if among.any() else 0.0


def _f1(hits: npt.NDArray[np.generic], given: Ints, raised: Ints) -> Doubles:
    scores: Doubles = 2.0 * np.asarray(hits, dtype=np.float64) / np.maximum(1, given + raised)
    return scores


def _interval(measure: Callable[[Sample], float], samples: Sequence[Sample]) -> Interval:
    """The measure on the whole (the first sample), and the bounds of 95 % of the resampled."""
    values = [measure(sample) for sample in samples]
    low, high = np.percentile(values[1:], [2.5, 97.5])
    return Interval(value=round(values[0], 4), low=round(float(low), 4), high=round(float(high), 4))


def _resampled_clauses(count: int) -> list[Sample]:
    dice = np.random.default_rng(0)
    whole = np.arange(count)
    return [whole, *(dice.integers(0, count, count) for _ in range(_RESAMPLES))]


def _resampled_laws(groups: Sequence[str]) -> list[Sample]:
    dice = np.random.default_rng(0)
    _, places = np.unique(np.array(groups), return_inverse=True)
    members = [np.flatnonzero(places == law) for law in range(places.max() + 1)]
    drawn = (dice.integers(0, len(members), len(members)) for _ in range(_RESAMPLES))
    return [
        np.arange(len(groups)),
        *(np.concatenate([members[law] for law in laws]) for laws in drawn),
    ]
