"""What has moved: of two orders of the same things, what does not stand in the common one."""

from __future__ import annotations

from collections.abc import Sequence


def moved(places: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Those that must be moved, as few and as light as can be, so that the others are in order.

    Args:
        places: where each stands now, in the order in which they stood; no two are the same.
        weights: what each weighs; above 0.

    >>> moved([3, 0, 1, 2], [1, 1, 1, 1])
    {0}
    """
    order = {place: rank for rank, place in enumerate(sorted(places), start=1)}
    best: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)  # a Fenwick tree of maxima
    before = [-1] * len(places)
    heaviest = (0, -1)
    for at, place in enumerate(places):
        rank = order[place]
        under = (0, -1)
        node = rank - 1
        while node:
            under = max(under, best[node])
            node -= node & -node
        before[at] = under[1]
        series = (under[0] + weights[at], at)
        heaviest = max(heaviest, series)
        node = rank
        while node < len(best):
            best[node] = max(best[node], series)
            node += node & -node
    kept = set()
    at = heaviest[1]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return set(range(len(places))) - kept
