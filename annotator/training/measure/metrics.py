"""The figures that are reported, with intervals over resampled laws; arrays in, structs out."""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from annotator.agreement import Interval
from annotator.schema import LABELS, Struct
from annotator.training.corpus.gold import Flags, Ints
from annotator.training.measure.predictions import Predictions
from annotator.training.measure.resampling import Doubles, Resampled, Unit, interval, ratio

_NEUTRAL = LABELS.index("neutral")
_BLIND = LABELS.index("blind")
_BINS = 10


class Bin(Struct, frozen=True):
    """Clauses of like confidence: how many, how sure on average, and the share labelled right."""

    clauses: int
    confidence: float
    right: float


class Found(Struct, frozen=True):
    """How well the clauses of one kind were found.

    ``clauses`` have it by the annotators, ``given`` by the program. F1 and recall are None where no
    clause has it, precision where none was given it.
    """

    clauses: int
    given: int
    f1: Interval | None
    precision: Interval | None
    recall: Interval | None


class Figures(Struct, frozen=True):
    """How well labels and issues were found on some clauses, with 95 % intervals.

    Attributes:
        resampled: what the intervals draw anew: whole ``laws``, or the ``clauses`` where all are of
            one law, which says nothing of the next.
        macro_f1: the mean over the labels that some clause has.
        labels: each label by name.
        flagged: any label but neutral, whichever of them.
        blind_average_precision: clauses in the order of their probability of being blind; None
            where none was given, as by rules and people.
        neutral_flagged: the share of neutral clauses that were given another label.
        issues_micro_f1: of all clauses: an issue of a clause that was not flagged is missed, one
            given to a neutral clause is wrong.
        issues_macro_f1: the mean over the issues that some clause raises, likewise.
        issues_of_found: micro-F1 of the clauses alone that are flagged and were found to be.
        calibration_error: how far confidence and accuracy lie apart, in tenths of confidence.
        review_share: of the flagged clauses, those marked for review; ``asserted_right`` and
            ``reviewed_right`` are the shares of the others and of those whose label is right.
        confusion: ``[i][j]`` counts clauses of label ``i`` that were given ``j``, by ``LABELS``.
        risk: the share of wrong labels among the surest tenth, two tenths ... of the clauses.
        reliability: the tenths of confidence in which there are clauses, the least sure first.
    """

    clauses: int
    laws: int
    resampled: Unit
    macro_f1: Interval | None
    labels: dict[str, Found]
    flagged: Found
    blind_average_precision: Interval | None
    neutral_flagged: Interval | None
    issues_micro_f1: Interval | None
    issues_macro_f1: Interval | None
    issues_of_found: Interval | None
    calibration_error: Interval | None
    review_share: float
    asserted_right: Interval | None
    reviewed_right: Interval | None
    confusion: tuple[tuple[int, ...], ...]
    risk: tuple[float, ...] = ()
    reliability: tuple[Bin, ...] = ()


def figures(predicted: Predictions, labels: Ints, issues: Flags, laws: Sequence[str]) -> Figures:
    """Measure ``predicted`` against the annotators' ``labels`` and ``issues``.

    Args:
        predicted: what the program says, a row a clause; at least one.
        labels: the true labels' places in ``LABELS``.
        issues: the true issues, a column an issue.
        laws: the law (of a written clause the tradition) of each clause.
    """
    drawn = Resampled(laws)
    tables = _confusions(predicted.labels, labels, drawn)
    right = predicted.labels == labels
    flagged = predicted.labels != _NEUTRAL
    sure = predicted.scores is not None
    return Figures(
        clauses=len(labels),
        laws=drawn.laws,
        resampled=drawn.unit,
        macro_f1=interval(macro_f1(tables)),
        labels={name: _found(tables, [place]) for place, name in enumerate(LABELS)},
        flagged=_found(tables, [place for place in range(len(LABELS)) if place != _NEUTRAL]),
        blind_average_precision=_average_precision(predicted, labels, drawn),
        neutral_flagged=interval(neutral_flagged(tables)),
        issues_micro_f1=interval(_micro_f1(predicted.issues, issues, drawn)),
        issues_macro_f1=interval(_macro_f1(predicted.issues, issues, drawn)),
        issues_of_found=_issues_of_found(predicted, labels, issues, drawn),
        calibration_error=(
            interval(calibration_errors(predicted.confidence, right, drawn)) if sure else None
        ),
        review_share=round(float(predicted.review[flagged].mean()) if flagged.any() else 0.0, 4),
        asserted_right=_share(right, flagged & ~predicted.review, drawn),
        reviewed_right=_share(right, flagged & predicted.review, drawn),
        confusion=tuple(tuple(map(int, row)) for row in tables[0]),
        risk=risk(predicted.confidence, right) if sure else (),
        reliability=reliability(predicted.confidence, right) if sure else (),
    )


def macro_f1_of(predicted: Ints, labels: Ints, laws: Sequence[str]) -> Interval | None:
    """The macro-F1 of the labels that occur."""
    return interval(macro_f1(_confusions(predicted, labels, Resampled(laws))))


def differences(one: Ints, other: Ints, labels: Ints, laws: Sequence[str]) -> dict[str, Interval]:
    """By how much ``one`` lies above ``other`` on the same clauses, the same laws drawn for both.

    Args:
        one: places in ``LABELS``, a clause each.
        other: likewise.
        labels: the annotators'.
        laws: the law of each clause.

    Returns:
        blind F1, macro-F1 and the share of neutral clauses flagged, by :data:`COMPARED`; what could
        not be measured is not in it.
    """
    drawn = Resampled(laws)
    first, second = (_compared(_confusions(answer, labels, drawn)) for answer in (one, other))
    found = {name: interval(first[name] - second[name]) for name in first}
    return {name: figure for name, figure in found.items() if figure is not None}


BLIND_F1, MACRO_F1, NEUTRAL_FLAGGED = "blind F1", "macro-F1", "neutral falsely flagged"


def _compared(tables: Doubles) -> Mapping[str, Doubles]:
    return {
        BLIND_F1: f1(tables, [_BLIND]),
        MACRO_F1: macro_f1(tables),
        NEUTRAL_FLAGGED: neutral_flagged(tables),
    }


def confusion(predicted: Ints, labels: Ints) -> Ints:
    """Counts, a row a true label, a column a predicted one."""
    size = len(LABELS)
    return np.bincount(labels * size + predicted, minlength=size * size).reshape(size, size)


def f1(tables: Doubles, places: Sequence[int]) -> Doubles:
    """The F1 of having any of the labels at ``places``; not a number where no clause has one."""
    hits, given, raised = _counts(tables, places)
    return np.where(raised > 0, ratio(2 * hits, given + raised), np.nan)


def macro_f1(tables: Doubles) -> Doubles:
    """The mean over the labels that some clause has of each one's F1."""
    scores = np.stack([f1(tables, [place]) for place in range(len(LABELS))])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a resample without any clause
        mean: Doubles = np.nanmean(scores, axis=0)
    return mean


def neutral_flagged(tables: Doubles) -> Doubles:
    """The share of neutral clauses that were given another label."""
    neutral = tables[:, _NEUTRAL].sum(axis=1)
    return ratio(neutral - tables[:, _NEUTRAL, _NEUTRAL], neutral)


def average_precision(scores: Doubles, right: Flags, times: Doubles) -> Doubles:
    """The mean precision over the clauses to be found, taken in the order of ``scores``.

    Args:
        scores: the higher, the earlier; clauses of one score are taken together.
        right: which clauses are to be found.
        times: how often each clause counts, a row a resample.

    Returns:
        one for each row of ``times``; not a number where nothing is to be found.
    """
    order = np.argsort(-scores, kind="stable")
    last = np.append(np.flatnonzero(np.diff(scores[order])), len(scores) - 1)
    taken = np.cumsum(times[:, order], axis=1)[:, last]
    hits = np.cumsum(times[:, order] * right[order], axis=1)[:, last]
    gained = np.diff(hits, axis=1, prepend=0)
    precision = np.divide(hits, taken, out=np.zeros_like(hits), where=taken > 0)
    return ratio((gained * precision).sum(axis=1), hits[:, -1])


def calibration_errors(confidence: Doubles, right: Flags, drawn: Resampled) -> Doubles:
    """The expected calibration error, in tenths of confidence, of the whole and each resample."""
    places = _tenths(confidence)
    inside = places[:, None] == np.arange(_BINS)
    gaps = drawn.totals(inside * (confidence - right)[:, None])
    clauses = drawn.totals(np.ones((len(right), 1)))[:, 0]
    return ratio(np.abs(gaps).sum(axis=1), clauses)


def reliability(confidence: Doubles, right: Flags) -> tuple[Bin, ...]:
    """Confidence and accuracy in each tenth of confidence that any clause has."""
    places = _tenths(confidence)
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


def _confusions(predicted: Ints, labels: Ints, drawn: Resampled) -> Doubles:
    """The confusion of the whole, then of each resample."""
    size = len(LABELS)
    cells = (labels * size + predicted)[:, None] == np.arange(size * size)
    return drawn.totals(cells).reshape(-1, size, size)


def _counts(tables: Doubles, places: Sequence[int]) -> tuple[Doubles, Doubles, Doubles]:
    """Found, given and to be found, of the labels at ``places`` taken as one."""
    hits = tables[:, places][:, :, places].sum(axis=(1, 2))
    return hits, tables[:, :, places].sum(axis=(1, 2)), tables[:, places].sum(axis=(1, 2))


def _found(tables: Doubles, places: Sequence[int]) -> Found:
    hits, given, raised = _counts(tables, places)
    return Found(
        clauses=int(raised[0]),
        given=int(given[0]),
        f1=interval(f1(tables, places)),
        precision=interval(ratio(hits, given)),
        recall=interval(ratio(hits, raised)),
    )


def _average_precision(predicted: Predictions, labels: Ints, drawn: Resampled) -> Interval | None:
    if predicted.scores is None:
        return None
    scores = predicted.scores[:, _BLIND]
    return interval(average_precision(scores, labels == _BLIND, drawn.times()))


def _micro_f1(given: Flags, raised: Flags, drawn: Resampled) -> Doubles:
    """Every clause and issue counted alike."""
    parts = (given & raised, given, raised)
    hits, gave, were = drawn.totals(np.stack([part.sum(axis=1) for part in parts], axis=1)).T
    return np.where(were > 0, ratio(2 * hits, gave + were), np.nan)


def _macro_f1(given: Flags, raised: Flags, drawn: Resampled) -> Doubles:
    occurs = raised.any(axis=0)
    if not occurs.any():
        return np.full(len(drawn.totals(np.ones((len(raised), 1)))), np.nan)
    hits, gave, were = (drawn.totals(part[:, occurs]) for part in (given & raised, given, raised))
    scores = np.where(were > 0, ratio(2 * hits, gave + were), np.nan)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a resample that raises no issue
        mean: Doubles = np.nanmean(scores, axis=1)
    return mean


def _issues_of_found(
    predicted: Predictions, labels: Ints, issues: Flags, drawn: Resampled
) -> Interval | None:
    found = ((predicted.labels != _NEUTRAL) & (labels != _NEUTRAL))[:, None]
    return interval(_micro_f1(predicted.issues & found, issues & found, drawn))


def _share(what: Flags, among: Flags, drawn: Resampled) -> Interval | None:
    part, whole = drawn.totals(np.stack([what & among, among], axis=1)).T
    return interval(ratio(part, whole))


def _tenths(confidence: Doubles) -> npt.NDArray[np.int64]:
    return np.clip((confidence * _BINS).astype(np.int64), 0, _BINS - 1)
