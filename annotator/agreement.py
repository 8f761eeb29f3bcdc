"""How far annotators agree: Krippendorff's alpha and Cohen's kappa of nominal votes.

Any number of votes a clause; clauses with fewer than two say nothing, and where there are no others
nothing is measured: None. Both are 1 where all agree and 0 where they agree as often as chance
would have it (Krippendorff, *Content Analysis*, chapter 12; Cohen, *Educational and Psychological
Measurement* 20).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from annotator.schema import Struct

_RESAMPLES = 500

Votes = Sequence[Hashable]


class Interval(Struct, frozen=True):
    """A figure with the bounds of its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


def krippendorff_alpha(units: Iterable[Votes]) -> float | None:
    """Krippendorff's alpha of nominal votes.

    Args:
        units: the votes on each clause, in any order.

    Returns:
        alpha; 1 where every vote is the same, since nothing was disagreed on; None where no clause
        has two votes.

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
    return _alpha(disagreed, np.array(list(totals.values()), dtype=np.float64))


def alpha_with_interval(units: Iterable[Votes]) -> Interval | None:
    """Alpha, and the bounds of its 95 % interval over resampled clauses.

    Args:
        units: the votes on each clause, in any order.

    Returns:
        both; None where no clause has two votes.
    """
    units = [votes for votes in units if len(votes) > 1]
    if not units:
        return None
    values = sorted({value for votes in units for value in votes}, key=str)
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


def cohen_kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa of two annotators.

    Args:
        pairs: the votes of the one and of the other on each clause that both judged.

    Returns:
        kappa; 1 where every vote is the same, since nothing was disagreed on; None where they
        judged no clause both.

    >>> cohen_kappa([("blind", "blind"), ("neutral", "neutral"), ("blind", "neutral")])
    0.4
    """
    if not pairs:
        return None
    size = len(pairs)
    first, second = (Counter(pair[place] for pair in pairs) for place in (0, 1))
    expected = sum(first[value] * second[value] for value in first) / size**2
    observed = sum(one == other for one, other in pairs) / size
    return round((observed - expected) / (1 - expected), 10) if expected < 1 else 1.0


def _alpha(disagreed: float, totals: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    size = totals.sum()
    expected = (size**2 - (totals**2).sum()) / (size - 1) if size > 1 else 0.0
    return float(1 - disagreed / expected) if expected else 1.0
