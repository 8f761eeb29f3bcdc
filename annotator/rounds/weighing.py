"""Votes weighed by how reliable those are who gave them, by Dawid and Skene's model.

Each member has, for each label that a clause truly has, odds of saying this or that (Dawid and
Skene, *Applied Statistics* 28, 1979). Odds and true labels are estimated in turn until they stay
(EM). That needs no clause of which the truth is known, but many votes; it replaces none of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from annotator.decisions import Vote
from annotator.schema import LABELS, Label, Struct

Doubles = npt.NDArray[np.float64]

#: So many clauses with three votes or more are many; with fewer, who is right is a guess.
_MANY, _VOTES = 30, 3
_TURNS, _STAYS = 200, 1e-6
#: What a member is taken for before a vote is seen: so many clauses of each label, as often right.
_BEFOREHAND, _RIGHT = 2.0, 0.7


class Likely(Struct, frozen=True):
    """The likeliest label of a clause, its probability, from 0 to 1, and the label of most votes.

    ``majority`` is empty where no label has most.
    """

    clause: str
    label: Label
    probability: float
    majority: Label | None


class Weighed(Struct, frozen=True):
    """What the votes of a round say, weighed.

    ``reliability`` is, by member, how often their label is estimated to be the true one, from 0 to
    1. ``likely`` has every clause with a vote but those whose label is known.
    """

    likely: tuple[Likely, ...]
    reliability: dict[str, float]

    def by_clause(self) -> dict[str, Likely]:
        """The likeliest labels by the ids of their clauses."""
        return {one.clause: one for one in self.likely}

    def differing(self) -> tuple[Likely, ...]:
        """Those that are not the label of most votes, or of which no label has most."""
        return tuple(one for one in self.likely if one.label != one.majority)


def weigh(
    votes: Mapping[str, Sequence[Vote]], known: Mapping[str, Label] | None = None
) -> Weighed | None:
    """Weigh votes.

    Args:
        votes: by clause; one a member.
        known: the labels of clauses that were decided before.

    Returns:
        what they say; None where too few clauses have three votes to tell who is reliable.
    """
    if sum(len(own) >= _VOTES for own in votes.values()) < _MANY:
        return None
    names = sorted({vote.annotator for own in votes.values() for vote in own})
    given = np.zeros((len(votes), len(names), len(LABELS)))
    for row, own in enumerate(votes.values()):
        for vote in own:
            given[row, names.index(vote.annotator), LABELS.index(vote.label)] = 1
    truth, odds = _estimated(given, _fixed(votes, known or {}))
    shares = truth.mean(axis=0)
    right = np.einsum("k,mkk->m", shares, odds)
    best = truth.argmax(axis=1)
    return Weighed(
        likely=tuple(
            Likely(
                clause=id_,
                label=LABELS[place],
                probability=round(float(own[place]), 3),
                majority=majority(votes[id_]),
            )
            for id_, place, own in zip(votes, best, truth, strict=True)
            if id_ not in (known or ())
        ),
        reliability={
            name: round(float(share), 3) for name, share in zip(names, right, strict=True)
        },
    )


def majority(votes: Sequence[Vote]) -> Label | None:
    """The label that more have given than any other; None where two have as many."""
    (label, count), *others = Counter(vote.label for vote in votes).most_common(2)
    return None if others and others[0][1] == count else label


def _fixed(votes: Mapping[str, object], known: Mapping[str, Label]) -> Doubles:
    """Of a clause whose label is known a one there; of the others nothing."""
    return np.array([[known.get(id_) == label for label in LABELS] for id_ in votes], dtype=float)


def _estimated(given: Doubles, fixed: Doubles) -> tuple[Doubles, Doubles]:
    """The odds of each clause's label, and of what each member says of a label.

    Args:
        given: whether of a clause (first axis) a member (second) gave a label (third).
        fixed: the labels that are known: a row a clause.
    """
    known = fixed.any(axis=1, keepdims=True)
    count = len(LABELS)
    wrong = np.full((count, count), (1 - _RIGHT) / (count - 1))
    before = _BEFOREHAND * (wrong + np.eye(count) * (_RIGHT - wrong))
    truth = np.where(known, fixed, given.sum(axis=1) / given.sum(axis=(1, 2))[:, None])
    odds = np.zeros((given.shape[1], count, count))
    for _ in range(_TURNS):
        # Of a member and a true label (rows), how often each label was said.
        odds = np.einsum("ck,cml->mkl", truth, given) + before
        odds /= odds.sum(axis=2, keepdims=True)
        shares = (truth.sum(axis=0) + 1) / (len(truth) + count)
        logs = np.einsum("cml,mkl->ck", given, np.log(odds)) + np.log(shares)
        again = np.exp(logs - logs.max(axis=1, keepdims=True))
        again = np.where(known, fixed, again / again.sum(axis=1, keepdims=True))
        moved = float(np.abs(again - truth).max())
        truth = again
        if moved < _STAYS:
            break
    return truth, odds
