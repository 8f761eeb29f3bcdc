"""What a coordinator asks of a new round, as the command line says it."""

from __future__ import annotations

import pytest

from annotator.errors import UsageError
from annotator.rounds.request import RoundRequest, requested
from annotator.rounds.selection import Shares


def asked(
    annotators: str = "ana,ben",
    overlap: str = "all",
    at_random: float = 0.2,
    size: int = 10,
    seed: int = 7,
    votes: int = 0,
    countries: tuple[str, ...] = (),
) -> RoundRequest:
    return requested(
        "A",
        size=size,
        annotators=annotators,
        overlap=overlap,
        at_random=at_random,
        seed=seed,
        votes=votes,
        countries=countries,
    )


def test_names_stand_between_commas_and_count_once() -> None:
    assert asked(annotators=" ana,ben,, ana").annotators == ("ana", "ben")
    assert asked(annotators=" , ").annotators == ()


@pytest.mark.parametrize(("overlap", "share"), [("all", 1.0), ("0.25", 0.25), ("0", 0.0)])
def test_the_overlap_is_all_or_a_share(overlap: str, share: float) -> None:
    assert asked(overlap=overlap).overlap == share


def test_what_is_not_drawn_at_random_is_shared_out() -> None:
    assert asked(at_random=0.2).shares == Shares(random=0.2, uncertain=0.4, rare=0.2)
    assert asked(at_random=1).shares == Shares(random=1, uncertain=0, rare=0)


@pytest.mark.parametrize("overlap", ["some", "-0.1", "1.5", "nan"])
def test_an_overlap_that_is_no_share_is_refused(overlap: str) -> None:
    with pytest.raises(UsageError, match=f"--overlap {overlap}"):
        asked(overlap=overlap)


@pytest.mark.parametrize("at_random", [-0.1, 1.1, float("nan")])
def test_a_random_share_that_is_none_is_refused(at_random: float) -> None:
    with pytest.raises(UsageError, match="--at-random"):
        asked(at_random=at_random)


@pytest.mark.parametrize("size", [0, -5])
def test_a_size_that_is_none_is_refused(size: int) -> None:
    with pytest.raises(UsageError, match=f"--size {size}: say how many"):
        asked(size=size)


def test_a_seed_that_no_dice_take_is_refused() -> None:
    with pytest.raises(UsageError, match="--seed -1: say a number"):
        asked(seed=-1)


@pytest.mark.parametrize(
    ("overlap", "votes", "share", "each"),
    [("", 0, 1.0, 1), ("", 2, 0.0, 2), ("0.25", 2, 0.25, 2), ("0.25", 0, 0.25, 1)],
)
def test_votes_are_of_the_clauses_that_do_not_go_to_all(
    overlap: str, votes: int, share: float, each: int
) -> None:
    request = asked(overlap=overlap, votes=votes)
    assert (request.overlap, request.votes) == (share, each)


@pytest.mark.parametrize("votes", [-1, 3])
def test_more_votes_than_annotators_are_refused(votes: int) -> None:
    with pytest.raises(UsageError, match=f"--votes {votes}: say how many of the 2 annotators"):
        asked(votes=votes)


def test_countries_name_annotators_too() -> None:
    request = asked(annotators="zoe,ana", countries=("KE=ana,ben", "Tunisia=cleo"))
    assert request.annotators == ("zoe", "ana", "ben", "cleo")
    assert request.countries == {"ana": "KE", "ben": "KE", "cleo": "TN"}


@pytest.mark.parametrize(
    ("country", "said"),
    [
        ("KE", "--country KE: say a country and its annotators"),
        ("KE=", "say a country and its annotators"),
        ("Narnia=ana", "'Narnia' is no country"),
        ("TN=ana", "ana is named for another country already"),
    ],
)
def test_a_country_that_cannot_be_is_refused(country: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        asked(countries=("KE=ana", country))
