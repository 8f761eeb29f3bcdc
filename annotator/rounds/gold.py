"""Clauses that are decided already, mixed in among the others to know each member's accuracy.

Members are not told: a gold clause stands on a page like any other, numbered with the others, in
its place in its law. So it must be a clause of the laws of the round. What is said of it is neither
adjudicated nor closed, and nothing learns from it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import chain, zip_longest
from pathlib import Path

import msgspec
import numpy as np

from annotator.agreement import Interval
from annotator.decisions import clause_hash
from annotator.errors import RoundError
from annotator.rounds.manifest import Gold, Round
from annotator.rounds.votes import Pulled
from annotator.schema import ISSUES, LABELS, Label, Struct

_Z = 1.959964


class _Decided(Gold, frozen=True):
    """A line of the file: the decision, and by its hash or its text, of which clause."""

    sha256: str = ""
    text: str = ""


class Accuracy(Struct, frozen=True):
    """How often a member gave the gold label, with its 95 % interval (Wilson's).

    ``wrong`` counts the others by what the gold says and what they said, the commonest first.
    """

    member: str
    clauses: int
    right: int
    share: Interval
    wrong: tuple[tuple[Label, Label, int], ...]


def read_gold(path: Path) -> dict[str, Gold]:
    """Decided clauses by the SHA-256 of their words.

    Args:
        path: of lines of JSON as ``close`` writes them, into ``corpora/annotations`` or
            ``corpora/clauses``.

    Raises:
        RoundError: it cannot be read, or a line is no decided clause.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise RoundError(f"{path} cannot be read ({error.strerror}): name the gold.") from error
    found = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            one = msgspec.json.decode(line, type=_Decided)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise RoundError(f"{path}, line {number} is no decided clause: {error}.") from error
        unknown = set(one.issues) - set(ISSUES)
        if unknown or not (one.sha256 or one.text):
            why = f"unknown issue {min(unknown)}" if unknown else "neither sha256 nor text"
            raise RoundError(f"{path}, line {number} is no decided clause: {why}.")
        found[one.sha256 or clause_hash(one.text)] = Gold(label=one.label, issues=one.issues)
    if not found:
        raise RoundError(f"{path} holds no decided clause: name another file for the gold.")
    return found


def draw(gold: Mapping[str, Gold], size: int, seed: int) -> list[str]:
    """``size`` of the gold clauses, as evenly from all labels as there are of them.

    Args:
        gold: the clauses that stand in the laws, by any key.
        size: how many to draw.
        seed: of the draw.
    """
    keys = sorted(gold)
    shuffled = [keys[place] for place in np.random.default_rng(seed).permutation(len(keys))]
    by_label = [[key for key in shuffled if gold[key].label == label] for label in LABELS]
    dealt = chain.from_iterable(zip_longest(*by_label))
    return [key for key in dealt if key is not None][:size]


def accuracies(round_: Round, pulled: Pulled) -> tuple[Accuracy, ...]:
    """Of each member who judged gold clauses, in the order of the round's annotators."""
    said: dict[str, list[tuple[Label, Label]]] = {}
    for id_, label in round_.known.items():
        for vote in pulled.by_clause.get(id_, ()):
            said.setdefault(vote.annotator, []).append((label, vote.label))
    return tuple(_accuracy(name, said[name]) for name in round_.annotators if name in said)


def _accuracy(member: str, said: list[tuple[Label, Label]]) -> Accuracy:
    right = sum(gold == label for gold, label in said)
    wrong = [pair for pair in said if pair[0] != pair[1]]
    counts = sorted({(*pair, wrong.count(pair)) for pair in wrong}, key=lambda one: (-one[2], one))
    return Accuracy(
        member=member,
        clauses=len(said),
        right=right,
        share=share_of(right, len(said)),
        wrong=tuple(counts),
    )


def share_of(right: int, count: int) -> Interval:
    """A share and its 95 % interval by Wilson's score, which holds for few clauses, too.

    >>> share_of(9, 10)
    Interval(value=0.9, low=0.5958, high=0.9821)
    """
    share, spread = right / count, _Z**2 / count
    centre = share + spread / 2
    half = _Z * math.sqrt((share * (1 - share) + spread / 4) / count)
    bounds = (share, (centre - half) / (1 + spread), (centre + half) / (1 + spread))
    return Interval(*(round(one, 4) for one in bounds))
