"""Clauses are dealt out evenly: to members, and to any two of them together."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest

from annotator.rounds.sharing import share

FIVE = ("ana", "ben", "cleo", "dora", "emil")


@pytest.mark.parametrize("votes", [1, 2, 3])
def test_each_clause_gets_as_many_members_and_all_as_much_work(votes: int) -> None:
    dealt = share(100, FIVE, 0, seed=7, votes=votes)
    assert {len(members) for members in dealt} == {votes}
    assert set(Counter(one for members in dealt for one in members).values()) == {20 * votes}


def test_any_two_judge_as_many_together_so_that_all_can_be_compared() -> None:
    dealt = share(100, FIVE, 0.2, seed=7, votes=2)
    assert dealt.count(FIVE) == 20
    pairs = Counter(pair for members in dealt for pair in combinations(members, 2))
    assert set(pairs.values()) == {20 + 80 // 10}


def test_who_judges_what_is_a_matter_of_the_seed() -> None:
    assert share(9, FIVE, 0, seed=1, votes=2) == share(9, FIVE, 0, seed=1, votes=2)
    assert share(9, FIVE, 0, seed=1, votes=2) != share(9, FIVE, 0, seed=2, votes=2)
