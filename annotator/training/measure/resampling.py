"""95 % intervals over resampled units: whole laws, or the clauses of one law, or pairs.

Clauses of one law resemble each other, so what a figure is worth for the next law is told by
drawing laws, not clauses. As many units are drawn as there are, with replacement; a figure is
computed of all clauses of all units that were drawn, taken together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt

from annotator.agreement import Interval

Doubles = npt.NDArray[np.float64]
Unit = Literal["laws", "clauses"]

_RESAMPLES = 1000


class Resampled:
    """How often each unit is drawn, in the whole (the first row) and in each resample.

    Args:
        units: of each row that is measured, the name of the law that it is of. Where all are of
            one law, no other law can be drawn in its place: each row is then a unit by itself.
        resamples: how many to draw.
    """

    def __init__(self, units: Sequence[str], resamples: int = _RESAMPLES) -> None:
        names, places = np.unique(np.array(units, dtype=np.str_), return_inverse=True)
        self.laws = len(names)
        self.unit: Unit = "laws" if len(names) > 1 else "clauses"
        self._places = places if len(names) > 1 else np.arange(len(units))
        self._size = len(names) if len(names) > 1 else len(units)
        dice = np.random.default_rng(0)
        drawn = dice.multinomial(self._size, np.full(self._size, 1 / self._size), resamples)
        self._draws: Doubles = np.vstack([np.ones(self._size), drawn])

    def totals(self, columns: npt.NDArray[np.generic]) -> Doubles:
        """The sums of ``columns``, a row a clause: a row the whole, then a row a resample."""
        sums = np.zeros((self._size, columns.shape[1]))
        np.add.at(sums, self._places, columns.astype(np.float64))
        totals: Doubles = self._draws @ sums
        return totals

    def times(self) -> Doubles:
        """How often each clause is drawn: a row the whole, then a row a resample."""
        times: Doubles = self._draws[:, self._places]
        return times


def interval(values: Doubles) -> Interval | None:
    """The figure of the whole and the bounds of 95 % of the resampled.

    Args:
        values: of the whole, then of each resample. Not a number where there was nothing to
            measure; such resamples count for nothing.

    Returns:
        None where there was nothing to measure in the whole.
    """
    if np.isnan(values[0]):
        return None
    drawn = values[1:][~np.isnan(values[1:])]
    low, high = np.percentile(drawn if drawn.size else values[:1], [2.5, 97.5])
    return Interval(
        value=round(float(values[0]), 4), low=round(float(low), 4), high=round(float(high), 4)
    )


def ratio(part: Doubles, whole: Doubles) -> Doubles:
    """``part`` of ``whole``; not a number where the whole is nothing."""
    found: Doubles = np.full(np.shape(part), np.nan)
    np.divide(part, whole, out=found, where=whole > 0)
    return found
