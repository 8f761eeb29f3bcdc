"""What a coordinator asks of a new round."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from annotator.bindings.countries import find_country
from annotator.errors import UsageError
from annotator.rounds.selection import Shares
from annotator.schema import Struct


class RoundRequest(Struct, frozen=True):
    """What is asked of a round.

    ``size`` counts its clauses, ``overlap`` is the share of them that all ``annotators`` judge,
    ``votes`` how many judge each of the others, ``shares`` how many are chosen for what reason,
    ``seed`` that of the draws. ``countries`` are the annotators' by their ISO 3166-1 codes, where
    they are known. ``gold`` is how many decided clauses are mixed in besides.
    """

    name: str
    size: int
    annotators: tuple[str, ...]
    overlap: float
    shares: Shares
    seed: int
    votes: int = 1
    countries: dict[str, str] = msgspec.field(default_factory=dict)
    gold: int = 0


def requested(
    name: str,
    *,
    size: int,
    annotators: str,
    overlap: str,
    at_random: float,
    seed: int,
    votes: int = 0,
    countries: Sequence[str] = (),
    gold: int = 0,
) -> RoundRequest:
    """A round as the command line asks for it.

    Args:
        name: the round's.
        size: how many clauses to choose.
        annotators: user names between commas; one that is named twice counts once.
        overlap: ``all``, or a share between 0 and 1; where it is empty, none if ``votes`` is said,
            else all.
        at_random: the share that is drawn at random. Of the rest, two parts are chosen for doubt,
            one for rare kinds, one for variety.
        seed: of the draws.
        votes: how many judge each clause that does not go to all; 0 where it is not said.
        countries: each a country with its annotators, as in ``KE=ana,ben``.
        gold: how many decided clauses to mix in besides.

    Raises:
        UsageError: a number or a share is none, or a country is not known.
    """
    if size < 1:
        raise UsageError(f"--size {size}: say how many clauses to choose, 1 or more.")
    if seed < 0:
        raise UsageError(f"--seed {seed}: say a number from 0 on.")
    of = countries_of(countries)
    members = tuple(dict.fromkeys((*user_names(annotators), *of)))
    if votes < 0 or (members and votes > len(members)):
        raise UsageError(
            f"--votes {votes}: say how many of the {len(members)} annotators judge each clause."
        )
    if gold < 0:
        raise UsageError(f"--gold-size {gold}: say how many decided clauses to mix in.")
    return RoundRequest(
        name=name,
        size=size,
        annotators=members,
        overlap=_overlap(overlap or ("0" if votes else "all")),
        shares=_shares(at_random),
        seed=seed,
        votes=votes or 1,
        countries=of,
        gold=gold,
    )


def user_names(listed: str) -> tuple[str, ...]:
    """The names between commas, each once.

    >>> user_names("ana, ben,,ana")
    ('ana', 'ben')
    """
    return tuple(dict.fromkeys(one.strip() for one in listed.split(",") if one.strip()))


def countries_of(listed: Sequence[str]) -> dict[str, str]:
    """The country of each annotator named in ``KE=ana,ben``, by its ISO 3166-1 code.

    Raises:
        UsageError: a country is not known, has no annotators, or an annotator has two.
    """
    found: dict[str, str] = {}
    for one in listed:
        named, _, names = one.partition("=")
        users = user_names(names)
        if not users:
            raise UsageError(
                f"--country {one}: say a country and its annotators, as in KE=ana,ben."
            )
        for user in users:
            code = find_country(named).code
            if found.setdefault(user, code) != code:
                raise UsageError(f"--country {one}: {user} is named for another country already.")
    return found


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
