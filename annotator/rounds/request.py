"""What a coordinator asks of a new round."""

from __future__ import annotations

from annotator.errors import UsageError
from annotator.rounds.selection import Shares
from annotator.schema import Struct


class RoundRequest(Struct, frozen=True):
    """What is asked of a round.

    ``size`` counts its clauses, ``overlap`` is the share of them that all ``annotators`` judge,
    ``shares`` how many are chosen for what reason, ``seed`` that of the draws. ``gold`` is how many
    decided clauses are mixed in besides.
    """

    name: str
    size: int
    annotators: tuple[str, ...]
    overlap: float
    shares: Shares
    seed: int
    gold: int = 0


def requested(
    name: str,
    *,
    size: int,
    annotators: str,
    overlap: str,
    at_random: float,
    seed: int,
    gold: int = 0,
) -> RoundRequest:
    """A round as the command line asks for it.

    Args:
        name: the round's.
        size: how many clauses to choose.
        annotators: user names between commas; one that is named twice counts once.
        overlap: ``all``, or a share between 0 and 1.
        at_random: the share that is drawn at random. Of the rest, two parts are chosen for doubt,
            one for rare kinds, one for variety.
        seed: of the draws.
        gold: how many decided clauses to mix in besides.

    Raises:
        UsageError: a number or a share is none.
    """
    if size < 1:
        raise UsageError(f"--size {size}: say how many clauses to choose, 1 or more.")
    if seed < 0:
        raise UsageError(f"--seed {seed}: say a number from 0 on.")
    if gold < 0:
        raise UsageError(f"--gold-size {gold}: say how many decided clauses to mix in.")
    return RoundRequest(
        name=name,
        size=size,
        annotators=user_names(annotators),
        overlap=_overlap(overlap),
        shares=_shares(at_random),
        seed=seed,
        gold=gold,
    )


def user_names(listed: str) -> tuple[str, ...]:
    """The names between commas, each once.

    >>> user_names("ana, ben,,ana")
    ('ana', 'ben')
    """
    return tuple(dict.fromkeys(one.strip() for one in listed.split(",") if one.strip()))


def _overlap(overlap: str) -> float:
    try:
        share = 1.0 if overlap == "all" else float(overlap)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise UsageError(f"--overlap {overlap}: say `all`, or a share such as 0.25.")
    return share


def _shares(at_random: float) -> Shares:
    if not 0 <= at_random <= 1:
        raise UsageError(f"--at-random {at_random}: say a share between 0 and 1.")
    rest = 1 - at_random
    return Shares(random=at_random, uncertain=rest / 2, rare=rest / 4)
