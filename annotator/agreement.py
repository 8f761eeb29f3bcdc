"""How far annotators agree: shares of equal votes, and coefficients that take chance away.

Any number of nominal votes a clause; clauses with fewer than two say nothing, and where there are
no others nothing is measured: None. Krippendorff's alpha, Cohen's kappa and Gwet's AC1 are 1 where
all agree and 0 where they agree as often as chance would have it; what chance would do alpha and
kappa take from how often each value was given, so that where the votes do not vary at all they
measure nothing: None, too. AC1 is for that case, and for those near it (Krippendorff, *Content
Analysis*, chapter 12; Cohen, *Educational and Psychological Measurement* 20; Gwet, *British Journal
of Mathematical and Statistical Psychology* 61).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from annotator.schema import Struct

_RESAMPLES = 500

Votes = Sequence[Hashable]
Numbers = npt.NDArray[np.float64]


class Interval(Struct, frozen=True):
    """A figure with the bounds of its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


class Coefficients(Struct, frozen=True):
    """Three measures of the same votes, with 95 % intervals.

    ``clauses`` counts those with at least two votes. ``same`` is the share of equal votes among all
    pairs of votes on one clause, ``alpha`` Krippendorff's (None where the votes do not vary), and
    ``ac1`` Gwet's.
    """

    clauses: int
    same: Interval
    alpha: Interval | None
    ac1: Interval


def krippendorff_alpha(units: Iterable[Votes]) -> float | None:
    """Krippendorff's alpha of nominal votes.

    Args:
        units: the votes on each clause, in any order.

    Returns:
        alpha; None where no clause has two votes, or every vote is the same.

    >>> krippendorff_alpha([("blind", "blind"), ("neutral", "neutral"), ("blind", "neutral")])
    0.4444444444444444
    """
    counts = [Counter(votes) for votes in units if len(votes) > 1]
    if not counts:
        return None
    totals: Counter[Hashable] = Counter()
    disagreed = 0.0
    for votes in counts:
        size = votes.total()
        totals.update(votes)
        disagreed += sum(n * (size - n) for n in votes.values()) / (size - 1)
    if len(totals) == 1:
        return None
    return _alpha(disagreed, np.array(list(totals.values()), dtype=np.float64))


def alpha_with_interval(units: Iterable[Votes]) -> Interval | None:
    """Alpha, and the bounds of its 95 % interval over resampled clauses.

    Args:
        units: the votes on each clause, in any order.

    Returns:
        both; None where no clause has two votes, or every vote is the same.
    """
    units = [votes for votes in units if len(votes) > 1]
    values = sorted({value for votes in units for value in votes}, key=str)
    if len(values) < 2:
        return None
    table = np.array([[votes.count(value) for value in values] for votes in units])
    sizes = table.sum(axis=1, keepdims=True)
    disagreed = (table * (sizes - table)).sum(axis=1) / np.maximum(1, sizes[:, 0] - 1)
    dice = np.random.default_rng(0)
    drawn = []
    for _ in range(_RESAMPLES):
        sample = dice.integers(0, len(units), len(units))
        drawn.append(_alpha(disagreed[sample].sum(), table[sample].sum(axis=0).astype(float)))
    low, high = np.percentile(drawn, [2.5, 97.5])
    whole = _alpha(disagreed.sum(), table.sum(axis=0).astype(float))
    return Interval(value=round(whole, 4), low=round(float(low), 4), high=round(float(high), 4))


def coefficients(units: Iterable[Votes], values: Sequence[Hashable]) -> Coefficients | None:
    """Measure votes three ways.

    The intervals are of resampled clauses, among them two that nobody judged: one that all agree
    on and one that divides the two commonest values (as Agresti and Coull add to a share). Without
    them, twenty clauses that all agree on would be proof that nobody ever differs.

    Args:
        units: the votes on each clause, in any order.
        values: all that a vote may be, given or not; two at least.

    Returns:
        the figures; None where no clause has two votes.

    >>> found = coefficients([("a", "a"), ("b", "b"), ("a", "b")], "ab")
    >>> found.same.value, found.alpha.value, found.ac1.value
    (0.6667, 0.4444, 0.3333)
    """
    units = [votes for votes in units if len(votes) > 1]
    if not units:
        return None
    table = np.array([[votes.count(value) for value in values] for votes in units], dtype=float)
    own = np.ones((1, len(units)))
    drawn = _draws(len(units))
    with_two = np.vstack([table, _unseen(table)])
    varied = np.count_nonzero(table.sum(axis=0)) > 1
    return Coefficients(
        clauses=len(units),
        same=_hull(_same(table, own), _same(with_two, drawn)),
        alpha=_hull(_alphas(table, own), _alphas(with_two, drawn)) if varied else None,
        ac1=_hull(_ac1(table, own), _ac1(with_two, drawn)),
    )


def mean_with_interval(shares: Sequence[float]) -> Interval:
    """The mean of a share a clause, with its 95 % interval.

    The interval is of resampled clauses, among them two that nobody judged, as that of
    :func:`coefficients`: of one that all agree on and one that all differ on.

    Args:
        shares: from 0 to 1; one at least.
    """
    with_two = np.array([*shares, 1.0, 0.0])
    dice = np.random.default_rng(0)
    drawn = with_two[dice.integers(0, len(with_two), (_RESAMPLES, len(shares)))].mean(axis=1)
    return _hull(np.array([sum(shares) / len(shares)]), drawn)


def _unseen(table: Numbers) -> Numbers:
    """Two clauses of as many votes as others have: all the same, and half by half."""
    votes = table.sum() / len(table)
    first, second = np.argsort(-table.sum(axis=0), kind="stable")[:2]
    unseen = np.zeros((2, table.shape[1]))
    unseen[0, first] = votes
    unseen[1, [first, second]] = votes / 2
    return unseen


@lru_cache(maxsize=4)
def _draws(clauses: int) -> Numbers:
    """How often each clause, and each of the two unseen ones, is in each resample."""
    dice = np.random.default_rng(0)
    drawn = dice.multinomial(clauses, np.full(clauses + 2, 1 / (clauses + 2)), _RESAMPLES)
    return drawn.astype(np.float64)


def _same(table: Numbers, weights: Numbers) -> Numbers:
    """The mean, over clauses, of the share of pairs of votes that are equal: one a row."""
    sizes = table.sum(axis=1)
    pairs: Numbers = (table * (table - 1)).clip(0).sum(axis=1) / (sizes * (sizes - 1))
    total: Numbers = weights.sum(axis=1)
    same: Numbers = (weights @ pairs) / total
    return same


def _ac1(table: Numbers, weights: Numbers) -> Numbers:
    shares = weights @ (table / table.sum(axis=1, keepdims=True))
    shares /= weights.sum(axis=1, keepdims=True)
    chance = (shares * (1 - shares)).sum(axis=1) / (table.shape[1] - 1)
    ac1: Numbers = (_same(table, weights) - chance) / (1 - chance)
    return ac1


def _alphas(table: Numbers, weights: Numbers) -> Numbers:
    sizes = table.sum(axis=1)
    disagreed = (table * (sizes[:, None] - table)).sum(axis=1) / (sizes - 1)
    pairs = zip(weights @ disagreed, weights @ table, strict=True)
    return np.array([_alpha(total, totals) for total, totals in pairs])


def _hull(own: Numbers, drawn: Numbers) -> Interval:
    """The figure, and the bounds of the resampled ones, between which it always lies."""
    value = float(own[0])
    low, high = np.percentile(drawn, [2.5, 97.5])
    bounds = (value, min(value, float(low)), max(value, float(high)))
    return Interval(*(round(one, 4) for one in bounds))


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two annotators.

    Args:
        pairs: the votes of the one and of the other on each clause that both judged.

    Returns:
        kappa; None where they judged no clause both, or every vote is the same.

    >>> cohen_kappa([("blind", "blind"), ("neutral", "neutral"), ("blind", "neutral")])
    0.4
    """
    if not pairs:
        return None
    size = len(pairs)
    first, second = (Counter(pair[place] for pair in pairs) for place in (0, 1))
    expected = sum(first[value] * second[value] for value in first) / size**2
    observed = sum(one == other for one, other in pairs) / size
    return round((observed - expected) / (1 - expected), 10) if expected < 1 else None


def _alpha(disagreed: float, totals: Numbers) -> float:
    size = totals.sum()
    expected = (size**2 - (totals**2).sum()) / (size - 1) if size > 1 else 0.0
    return float(1 - disagreed / expected) if expected else 1.0
