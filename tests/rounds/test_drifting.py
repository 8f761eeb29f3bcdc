"""Who falls off on the way, and who does not."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from annotator.rounds.drifting import drifts
from annotator.rounds.manifest import Gold
from annotator.rounds.votes import Pulled, RawVote
from tests.rounds.conftest import MEMBERS, a_round, clause
from tests.rounds.test_deciding import AT

FLAGGED = ("blind", "search")


def pulled_of(count, says, first=lambda number: AT):
    votes = tuple(
        RawVote(
            clause=f"R-{number:04d}",
            annotator=name,
            labels=FLAGGED if says(name, number) else ("neutral",),
            first=first(number),
        )
        for number in range(1, count + 1)
        for name in MEMBERS
    )
    return Pulled(at=AT, votes=votes)


def round_of(count, gold=()):
    clauses = tuple(
        clause(number, gold=Gold("blind", ("search",)) if number in gold else None)
        for number in range(1, count + 1)
    )
    return a_round("D", clauses, key="d")


def by_member(round_, pulled):
    return {one.member: one for one in drifts(round_, pulled)}


def test_who_falls_off_is_told_and_the_others_are_not():
    found = by_member(
        round_of(60), pulled_of(60, lambda name, n: name != "cleo" or n <= 30 or n % 3 == 0)
    )
    assert found["cleo"].falls
    assert found["cleo"].thirds[0] == 1
    assert found["cleo"].thirds[2] < 0.5
    assert not found["ana"].falls
    assert not found["ben"].falls


def test_chance_is_not_taken_for_falling_off():
    told = 0
    for seed in range(20):
        wrong = np.random.default_rng(seed).random((3, 61)) < 0.2
        says = lambda name, n, wrong=wrong: not wrong[MEMBERS.index(name), n]  # noqa: E731
        told += any(one.falls for one in drifts(round_of(60), pulled_of(60, says)))
    assert told <= 3


def test_clauses_that_grow_harder_are_nobodys_fault():
    dice = np.random.default_rng(1)
    wrong = dice.random((3, 91)) < np.linspace(0, 0.5, 91)
    says = lambda name, n: not wrong[MEMBERS.index(name), n]  # noqa: E731
    gold = range(1, 91)
    assert not any(one.falls for one in drifts(round_of(90, gold), pulled_of(90, says)))


def test_the_order_is_that_of_the_pulls_first():
    """What was judged late stands first in the round, and is wrong."""
    pulled = pulled_of(
        60,
        lambda name, n: name != "cleo" or n > 20,
        first=lambda n: "2026-12-02" if n <= 20 else "2026-12-01",
    )
    found = by_member(round_of(60), pulled)
    assert found["cleo"].thirds == (1, 1, 0)
    assert found["cleo"].falls


@pytest.mark.parametrize("count", [0, 17])
def test_few_answers_tell_nothing(count):
    assert drifts(round_of(count), pulled_of(count, lambda *_: True)) == ()


def test_two_members_without_gold_cannot_be_told_apart():
    pulled = pulled_of(60, lambda name, n: name != "cleo" or n < 30)
    two = msgspec.structs.replace(
        pulled, votes=tuple(one for one in pulled.votes if one.annotator != "ana")
    )
    assert drifts(round_of(60), two) == ()
    found = by_member(round_of(60, gold=range(1, 61)), two)
    assert found["cleo"].falls
    assert found["ben"].thirds == (1, 1, 1)
