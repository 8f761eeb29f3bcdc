"""Who judges which clause: some go to all, to measure agreement by, the others to a few each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import numpy as np


def share(
    count: int, members: Sequence[str], overlap: float, seed: int, votes: int = 1
) -> list[tuple[str, ...]]:
    """The members of each of ``count`` clauses.

    Args:
        count: how many clauses there are.
        members: the annotators.
        overlap: the share of clauses that all of them judge, from 0 to 1.
        seed: of the draw.
        votes: how many of them judge each of the others.

    Returns:
        the members of each clause, in their order. Those that do not go to all are dealt out
        evenly, so that all judge as many, and any two of them as many together.

    >>> share(4, ["ana", "ben"], 0.5, seed=0)
    [('ana', 'ben'), ('ana',), ('ana', 'ben'), ('ben',)]
    >>> share(3, ["ana", "ben", "cleo"], 0, seed=0, votes=2)
    [('ana', 'cleo'), ('ben', 'cleo'), ('ana', 'ben')]
    """
    order = np.random.default_rng(seed).permutation(count).tolist()
    common = set(order[: round(count * overlap)])
    load: Counter[str] = Counter()
    together: Counter[frozenset[str]] = Counter()
    found = [tuple(members)] * count
    for place in (one for one in order if one not in common):
        chosen: list[str] = []
        for _ in range(votes):
            left = [one for one in members if one not in chosen]
            chosen.append(min(left, key=lambda one: (load[one], _met(together, one, chosen))))
        load.update(chosen)
        together.update(frozenset(pair) for pair in combinations(chosen, 2))
        found[place] = tuple(one for one in members if one in chosen)
    return found


def _met(together: Counter[frozenset[str]], member: str, others: Sequence[str]) -> int:
    """How many clauses a member judges with ``others`` already."""
    return sum(together[frozenset((member, other))] for other in others)
