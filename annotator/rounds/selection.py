"""Which clauses of some laws are worth an annotator's time.

Four kinds, in shares that the coordinator can change: drawn at random, to measure by without bias;
those of which the classifier is least sure; those it takes for something of which few are labelled;
and those unlike all others chosen (greedy k-center: each time the clause farthest from its nearest
chosen one, in the space of the encoder's states).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from annotator.rounds.manifest import Reason
from annotator.schema import Finding, Struct

Floats = npt.NDArray[np.float32]

#: So many clauses are judged in the order of their laws before the next, less telling ones come.
_BLOCK = 20
#: Of the surest candidates of a kind, how many times more are looked at than are taken.
_WIDER = 3


class Shares(Struct, frozen=True):
    """How much of a round is of each kind; what remains is chosen to be unlike the rest."""

    random: float = 0.2
    uncertain: float = 0.4
    rare: float = 0.2


class Selectable(Struct, frozen=True):
    """A clause that may be chosen, and what the classifier says of it."""

    law: int
    finding: Finding

    @property
    def doubt(self) -> float:
        """1 where the two likeliest labels are equally likely, 0 where there is no second."""
        first, second = sorted(self.finding.scores.values(), reverse=True)[:2]
        return 1 - (first - second)

    @property
    def kinds(self) -> tuple[tuple[str, str], ...]:
        """What it would be an example of: its label with each of its issues."""
        label = self.finding.label
        return tuple((label, raised.issue) for raised in self.finding.issues) or ((label, ""),)


def choose(
    candidates: Sequence[Selectable],
    states: Floats,
    size: int,
    *,
    labelled: Mapping[tuple[str, str], int],
    shares: Shares,
    seed: int,
    gold: Collection[int] = (),
) -> list[tuple[int, Reason]]:
    """Choose up to ``size`` of ``candidates``, and the gold among them besides.

    Args:
        candidates: clauses that nobody has decided yet.
        states: the encoder's states of them, a row a candidate.
        size: how many to choose.
        labelled: how many clauses are labelled already, by label and issue.
        shares: how much of each kind.
        seed: of the draw.
        gold: places of clauses that are decided, and are to be mixed in.

    Returns:
        places in ``candidates``, with why each was chosen, in the order in which to judge them:
        see :func:`in_blocks`.
    """
    asked = min(size, len(candidates) - len(gold))
    size = asked + len(gold)
    space = on_the_sphere(states)
    chosen: dict[int, Reason] = dict.fromkeys(sorted(gold), "gold")
    dice = np.random.default_rng(seed)
    drawn = [place for place in dice.permutation(len(candidates)).tolist() if place not in chosen]
    chosen |= dict.fromkeys(drawn[: round(asked * shares.random)], "random")
    doubts = np.array([candidate.doubt for candidate in candidates])
    rarity = _rarity(candidates, labelled)
    _take(chosen, "uncertain", doubts, space, round(asked * shares.uncertain), size)
    _take(chosen, "rare", rarity, space, round(asked * shares.rare), size)
    _take(chosen, "diverse", np.ones(len(candidates)), space, size, size)
    worth = {"uncertain": doubts, "rare": rarity}
    # Drawn by lot, or as unlike what was chosen before as can be: in the order of the choice.
    ranked = sorted(
        chosen.items(), key=lambda one: -worth[one[1]][one[0]] if one[1] in worth else 0.0
    )
    return in_blocks(ranked)


def in_blocks(ranked: Sequence[tuple[int, Reason]]) -> list[tuple[int, Reason]]:
    """Clauses in the order in which to judge them.

    Blocks of twenty, each with its share of every kind, the most telling of a kind in the first;
    within a block the clauses stand as in their laws. So a reader stays in a law, and whoever stops
    early has judged what was most worth it, and a random part of what was drawn at random.

    Args:
        ranked: places with the reason of each, within each kind the most telling first.
    """
    sizes = Counter(why for _, why in ranked)
    seen: Counter[Reason] = Counter()
    spread = []
    for place, why in ranked:
        spread.append(((seen[why] + 0.5) / sizes[why], place, why))
        seen[why] += 1
    order = [(place, why) for _, place, why in sorted(spread)]
    blocks = (order[start : start + _BLOCK] for start in range(0, len(order), _BLOCK))
    return [one for block in blocks for one in sorted(block)]


def counted(examples: Iterator[tuple[str, Sequence[str]]]) -> Counter[tuple[str, str]]:
    """How many of some labelled clauses there are, by label and issue."""
    counts: Counter[tuple[str, str]] = Counter()
    for label, issues in examples:
        counts.update([(label, issue) for issue in issues] or [(label, "")])
    return counts


def _rarity(
    candidates: Sequence[Selectable], labelled: Mapping[tuple[str, str], int]
) -> npt.NDArray[np.float64]:
    """The higher, the fewer clauses like it are labelled; neutral ones are never rare."""
    rarity = [
        0.0
        if candidate.finding.label == "neutral"
        else max(1 / (1 + labelled.get(kind, 0)) for kind in candidate.kinds)
        for candidate in candidates
    ]
    return np.array(rarity)


def _take(
    chosen: dict[int, Reason],
    why: Reason,
    worth: npt.NDArray[np.float64],
    space: Floats,
    share: int,
    size: int,
) -> None:
    """Of the worthiest clauses not yet chosen, take those farthest from each other."""
    wanted = min(share, size - len(chosen))
    order = [int(place) for place in np.argsort(-worth, kind="stable") if int(place) not in chosen]
    order = [place for place in order if worth[place] > 0]
    pool = order if why == "diverse" else order[: wanted * _WIDER]
    for place in _farthest(space, pool, list(chosen), wanted):
        chosen[place] = why


def _farthest(space: Floats, pool: Sequence[int], centres: Sequence[int], wanted: int) -> list[int]:
    """Greedy k-center over ``pool``, beginning from ``centres``."""
    if not pool:
        return []
    rows = space[list(pool)]
    nearest = np.full(len(pool), np.inf, dtype=np.float32)
    for centre in centres:
        nearest = np.minimum(nearest, _distance(rows, space[centre]))
    taken: list[int] = []
    for _ in range(min(wanted, len(pool))):
        # Where nothing is chosen yet all are equally far, and the worthiest comes first.
        place = int(nearest.argmax())
        taken.append(place)
        nearest = np.minimum(nearest, _distance(rows, rows[place]))
        nearest[place] = -1
    return [pool[place] for place in taken]


def _distance(rows: Floats, centre: Floats) -> Floats:
    distance: Floats = 1 - rows @ centre
    return distance


def on_the_sphere(states: Floats) -> Floats:
    """``states``, each brought to unit length: what counts is their direction."""
    lengths = np.linalg.norm(states, axis=1, keepdims=True)
    sphere: Floats = (states / np.maximum(lengths, 1e-9)).astype(np.float32)
    return sphere
