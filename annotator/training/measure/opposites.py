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

#: What fewer pairs differ in is taken together.
_ENOUGH_PAIRS = 3
_OTHER = "other differences"


class PairsRight(Struct, frozen=True):
    """Of some pairs, the share of which both labels are right, with its 95 % interval."""

    pairs: int
    both: Interval | None


class Opposites(Struct, frozen=True):
    """How the pairs were told.

    Attributes:
        all: every pair.
        alike: the share of the pairs whose two sides were given one label.
        labels: the pairs by their two labels, as ``blind / neutral``.
        differences: by what their authors say that the sides differ in; what hardly any other pair
            differs in is taken together.
    """

    all: PairsRight
    alike: float
    labels: dict[str, PairsRight]
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
    labels = [" / ".join(sorted((one.label, other.label))) for _, one, other in pairs]
    sizes = Counter(kind for kind, _, _ in pairs)
    kinds = [kind if sizes[kind] >= _ENOUGH_PAIRS else _OTHER for kind, _, _ in pairs]
    return Opposites(
        all=_right(both),
        alike=round(float((given[:, 0] == given[:, 1]).mean()), 4),
        labels=_by(labels, both),
        differences=_by(kinds, both),
    )


def _by(names: Sequence[str], both: Flags) -> dict[str, PairsRight]:
    """The pairs of each name, those with the most first; a name a pair."""
    return {
        name: _right(both[np.array([each == name for each in names])])
        for name, _ in Counter(names).most_common()
    }


def _right(both: Flags) -> PairsRight:
    drawn = Resampled([str(place) for place in range(len(both))])
    right, pairs = drawn.totals(np.stack([both, np.ones_like(both)], axis=1)).T
    return PairsRight(pairs=len(both), both=interval(ratio(right, pairs)))
