"""Who judges which clause: some go to all, to measure agreement by, the others to one each."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def share(count: int, members: Sequence[str], overlap: float, seed: int) -> list[tuple[str, ...]]:
    """The members of each of ``count`` clauses.

    Args:
        count: how many clauses there are.
        members: the annotators.
        overlap: the share of clauses that all of them judge, from 0 to 1.
        seed: of the draw.

    Returns:
        the members of each clause. Those that go to one person are dealt out evenly.

    >>> share(4, ["ana", "ben"], 0.5, seed=0)
    [('ana', 'ben'), ('ana',), ('ana', 'ben'), ('ben',)]
    """
    order = np.random.default_rng(seed).permutation(count)
    common = set(order[: round(count * overlap)].tolist())
    alone = [place for place in order.tolist() if place not in common]
    turn = {place: members[number % len(members)] for number, place in enumerate(alone)}
    return [(turn[place],) if place in turn else tuple(members) for place in range(count)]
