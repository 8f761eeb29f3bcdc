"""How far annotators agreed before their disagreements were decided: Krippendorff's alpha.

Nominal data, any number of votes a clause; clauses with fewer than two say nothing. Alpha is 1
where all agree and 0 where they agree as often as chance would have it (Krippendorff, *Content
Analysis*, chapter 12).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

import numpy as np

from annotator.schema import ISSUES, Struct
from annotator.training.joining import Annotation
from annotator.training.metrics import Interval

_RESAMPLES = 500

Votes = Sequence[Hashable]


class Agreement(Struct, frozen=True):
    """Alpha over the clauses of some annotations, with 95 % bootstrap intervals.

    ``issues`` is, for each issue that was ever raised, the alpha of raising it or not.
    ``adjudicated`` counts the clauses whose decision a third annotator made.
    """

    clauses: int
    adjudicated: int
    label: Interval
    issues: dict[str, Interval]


def agreement(annotations: Iterable[Annotation]) -> Agreement:
    """Measure the agreement of all clauses that were judged at least twice."""
    voted = [annotation for annotation in annotations if len(annotation.votes) > 1]
    labels = [tuple(vote.label for vote in one.votes) for one in voted]
    raised = {
        issue: [tuple(issue in vote.issues for vote in one.votes) for one in voted]
        for issue in ISSUES
    }
    return Agreement(
        clauses=len(voted),
        adjudicated=sum(len(one.annotators) > len(one.votes) for one in voted),
        label=_with_interval(labels),
        issues={
            issue: _with_interval(votes)
            for issue, votes in raised.items()
            if any(any(vote) for vote in votes)
        },
    )


def krippendorff_alpha(units: Iterable[Votes]) -> float:
    """Krippendorff's alpha of nominal votes.

    Args:
        units: the votes on each clause, in any order.

    Returns:
        alpha; 1 where every vote is the same, since nothing was disagreed on.

    >>> krippendorff_alpha([("blind", "blind"), ("neutral", "neutral"), ("blind", "neutral")])
    0.4444444444444444
    """
    counts = [Counter(votes) for votes in units if len(votes) > 1]
    totals: Counter[Hashable] = Counter()
    disagreed = 0.0
    for votes in counts:
        size = votes.total()
        totals.update(votes)
        disagreed += sum(n * (size - n) for n in votes.values()) / (size - 1)
    return _alpha(disagreed, np.array(list(totals.values()), dtype=np.float64))


def _alpha(disagreed: float, totals: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    size = totals.sum()
    expected = (size**2 - (totals**2).sum()) / (size - 1) if size > 1 else 0.0
    return float(1 - disagreed / expected) if expected else 1.0


def _with_interval(units: Sequence[Votes]) -> Interval:
    """Alpha, and the bounds of its 95 % interval over resampled clauses."""
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
    whole = krippendorff_alpha(units)
    return Interval(value=round(whole, 4), low=round(float(low), 4), high=round(float(high), 4))
