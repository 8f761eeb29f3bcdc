"""Pairs of written clauses that differ in few words and in their label: whether both are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np

from annotator.agreement import Interval
from annotator.schema import Struct
from annotator.training.corpus.examples import Example
from annotator.training.corpus.gold import Flags, gold_labels
from annotator.training.measure.predictions import Predictions
from annotator.training.measure.resampling import Resampled, interval, ratio


class PairsRight(Struct, frozen=True):
    """Of some pairs, the share of which both labels are right, with its 95 % interval."""

    pairs: int
    both: Interval | None


class Opposites(Struct, frozen=True):
    """How the pairs were told, all of them and by what their two sides differ in.

    ``alike`` is the share of the pairs whose two sides were given one label.
    """

    all: PairsRight
    alike: float
    differences: dict[str, PairsRight]


def measure_opposites(
    pairs: Sequence[tuple[str, Example, Example]],
    answer: Callable[[Sequence[Example]], Predictions],
) -> Opposites | None:
    """Measure the pairs.

    Args:
        pairs: what the sides differ in, and the two.
        answer: what the program says of clauses.

    Returns:
        None where there are no pairs.
    """
    if not pairs:
        return None
    sides = [side for _, one, other in pairs for side in (one, other)]
    given = answer(sides).labels.reshape(-1, 2)
    both = (given == gold_labels(sides).reshape(-1, 2)).all(axis=1)
    kinds = [difference for difference, _, _ in pairs]
    return Opposites(
        all=_right(both),
        alike=round(float((given[:, 0] == given[:, 1]).mean()), 4),
        differences={
            kind: _right(both[np.array([each == kind for each in kinds])])
            for kind, _ in Counter(kinds).most_common()
        },
    )


def _right(both: Flags) -> PairsRight:
    drawn = Resampled([str(place) for place in range(len(both))])
    right, pairs = drawn.totals(np.stack([both, np.ones_like(both)], axis=1)).T
    return PairsRight(pairs=len(both), both=interval(ratio(right, pairs)))
