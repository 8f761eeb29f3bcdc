"""Whether a member's answers grew worse on the way: against the gold, and against most others.

The server does not tell when somebody answered. It shows clauses in the order of the round, so that
is the order of a member's answers, after that of the pulls in which they were first seen. Early
clauses are harder than late ones (:mod:`~annotator.rounds.selection`): what tells is how a member
does beside the others on the same clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from annotator.decisions import Vote
from annotator.rounds.manifest import Round
from annotator.rounds.votes import Pulled
from annotator.rounds.weighing import majority
from annotator.schema import Label, Struct

#: With fewer answers there is nothing to see.
_LEAST_ANSWERS = 18
_PARTS = 3
#: How seldom chance alone may make it look as if one of the members fell off.
_CHANCE, _SHUFFLES = 0.05, 2000


class Drift(Struct, frozen=True):
    """How a member did on the way.

    ``answers`` counts those that can be compared, ``thirds`` has the share that was right, or as
    most others said, of the first, middle and last third of them. ``falls`` is whether they fell
    off, beside the others, farther than chance would have it.
    """

    member: str
    answers: int
    thirds: tuple[float, float, float]
    falls: bool


def drifts(round_: Round, pulled: Pulled) -> tuple[Drift, ...]:
    """Each member with enough answers to clauses that have gold or two other votes at least."""
    right = _right(round_, pulled.by_clause)
    found = {
        member: own
        for member in round_.annotators
        if len(own := _in_order(round_, pulled, member, right)) >= _LEAST_ANSWERS
    }
    return tuple(_drift(member, ids, right, _CHANCE / len(found)) for member, ids in found.items())


def _right(round_: Round, votes: Mapping[str, Sequence[Vote]]) -> dict[str, dict[str, bool]]:
    """By clause and member, whether they said what the gold says, or else most of the others."""
    found: dict[str, dict[str, bool]] = {}
    for clause in round_.clauses:
        own = votes.get(clause.id, ())
        for vote in own:
            wanted = clause.gold.label if clause.gold else _most_others(own, vote.annotator)
            if wanted is not None:
                found.setdefault(clause.id, {})[vote.annotator] = vote.label == wanted
    return found


def _most_others(votes: Sequence[Vote], member: str) -> Label | None:
    others = [vote for vote in votes if vote.annotator != member]
    return majority(others) if len(others) > 1 else None


def _in_order(
    round_: Round, pulled: Pulled, member: str, right: Mapping[str, Mapping[str, bool]]
) -> list[str]:
    """The clauses on which a member's answer can be compared, as they answered them."""
    first = {raw.clause: raw.first for raw in pulled.votes if raw.annotator == member}
    ids = [one.id for one in round_.clauses if member in right.get(one.id, ())]
    return sorted(ids, key=lambda id_: first[id_])


def _drift(
    member: str, ids: Sequence[str], right: Mapping[str, Mapping[str, bool]], chance: float
) -> Drift:
    own = np.array([right[id_][member] for id_ in ids], dtype=float)
    beside = np.array([_others(right[id_], member) for id_ in ids])
    first, middle, last = (float(part.mean()) for part in np.array_split(own, _PARTS))
    return Drift(
        member=member,
        answers=len(ids),
        thirds=(round(first, 3), round(middle, 3), round(last, 3)),
        falls=last < first and _by_chance(own - beside) < chance,
    )


def _others(right: Mapping[str, bool], member: str) -> float:
    """The share of the others who were right; a half where there are none."""
    others = [one for name, one in right.items() if name != member]
    return sum(others) / len(others) if others else 0.5


def _by_chance(values: np.typing.NDArray[np.float64]) -> float:
    """How often shuffled ``values`` fall as steeply as these do, or more so."""
    places = np.arange(len(values)) - (len(values) - 1) / 2
    dice = np.random.default_rng(0)
    steep = float(values @ places) + 1e-9
    as_steep = sum(float(dice.permutation(values) @ places) <= steep for _ in range(_SHUFFLES))
    return (1 + as_steep) / (1 + _SHUFFLES)
