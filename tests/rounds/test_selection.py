"""Which clauses are chosen, by each of the four reasons, and who gets them."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.rounds.selection import Selectable, Shares, choose, counted, in_blocks
from annotator.rounds.sharing import share
from annotator.schema import Clause, Finding, IssueScore

ALL_RANDOM = Shares(random=1, uncertain=0, rare=0)


def candidate(
    number: int, label: str = "neutral", issue: str = "", doubt: float = 0.0
) -> Selectable:
    second = "neutral" if label != "neutral" else "blind"
    likely = 1 - doubt / 2
    clause = Clause(
        eid=f"sec_{number}", number=str(number), heading="", path=(), lead_in="",
        text=f"Clause {number} of the law.", start=0, end=0,
    )  # fmt: skip
    finding = Finding(
        clause=clause,
        label=label,
        confidence=likely,
        scores={label: likely, second: 1 - likely},
        issues=(IssueScore(issue=issue, score=0.9),) if issue else (),
    )
    return Selectable(law=0, finding=finding)


def states(count: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(count, 8)).astype(np.float32)


def test_the_most_doubtful_are_chosen():
    candidates = [candidate(number, doubt=number / 10) for number in range(10)]
    chosen = choose(
        candidates, states(10), 3, labelled={}, seed=7,
        shares=Shares(random=0, uncertain=1, rare=0),
    )  # fmt: skip
    assert {why for _, why in chosen} == {"uncertain"}
    assert {place for place, _ in chosen} <= set(range(1, 10))
    assert 9 in {place for place, _ in chosen}


def test_kinds_of_which_few_are_labelled_are_chosen_and_neutral_ones_never():
    candidates = [
        *(candidate(number) for number in range(5)),
        candidate(5, "blind", "detention"),
        candidate(6, "regressive", "nationality"),
    ]
    chosen = choose(
        candidates, states(7), 1, labelled={("blind", "detention"): 94}, seed=7,
        shares=Shares(random=0, uncertain=0, rare=1),
    )  # fmt: skip
    assert chosen == [(6, "rare")]


def test_variety_takes_one_of_each_heap():
    heaps = np.repeat(np.eye(4, dtype=np.float32), 5, axis=0)
    candidates = [candidate(number) for number in range(20)]
    chosen = choose(
        candidates, heaps, 4, labelled={}, seed=7, shares=Shares(random=0, uncertain=0, rare=0)
    )
    assert {place // 5 for place, _ in chosen} == {0, 1, 2, 3}


def test_the_random_part_does_not_look_at_the_classifier():
    certain = [candidate(number) for number in range(50)]
    doubtful = [candidate(number, doubt=0.9) for number in range(50)]
    drawn = [
        choose(these, states(50), 10, labelled={}, shares=ALL_RANDOM, seed=3)
        for these in (certain, doubtful)
    ]
    assert drawn[0] == drawn[1]
    assert choose(certain, states(50), 10, labelled={}, shares=ALL_RANDOM, seed=4) != drawn[0]


@given(st.integers(1, 40), st.integers(1, 60), st.integers(0, 5))
def test_each_is_chosen_once_and_as_many_as_there_are(count, size, seed):
    candidates = [candidate(number, doubt=number / 50) for number in range(count)]
    chosen = choose(candidates, states(count), size, labelled={}, shares=Shares(), seed=seed)
    places = [place for place, _ in chosen]
    assert len(places) == min(count, size)
    assert len(set(places)) == len(places)
    for start in range(0, len(places), 20):
        assert places[start : start + 20] == sorted(places[start : start + 20])


def test_the_most_telling_come_in_the_first_block_and_each_block_is_a_like_mixture():
    ranked = [(place, "random") for place in range(99, 89, -1)]
    ranked += [(place, "uncertain") for place in range(40)]
    order = in_blocks(ranked)
    assert sorted(order) == sorted(ranked)
    blocks = [order[start : start + 20] for start in range(0, 50, 20)]
    assert all(block == sorted(block) for block in blocks)
    assert [sum(why == "random" for _, why in block) for block in blocks] == [4, 4, 2]
    assert {place for place, why in blocks[0] if why == "random"} == {99, 98, 97, 96}
    uncertain = [{place for place, why in block if why == "uncertain"} for block in blocks]
    assert max(uncertain[0]) < min(uncertain[1])
    assert max(uncertain[1]) < min(uncertain[2])


def test_the_most_doubtful_come_first():
    candidates = [candidate(number, doubt=number / 100) for number in range(100)]
    chosen = choose(
        candidates, states(100), 40, labelled={}, seed=7,
        shares=Shares(random=0, uncertain=1, rare=0),
    )  # fmt: skip
    assert min(place for place, _ in chosen[:20]) > max(place for place, _ in chosen[20:])


def test_labelled_clauses_are_counted_by_label_and_issue():
    found = counted(iter([("blind", ["search", "health"]), ("neutral", []), ("blind", ["search"])]))
    assert found == {("blind", "search"): 2, ("blind", "health"): 1, ("neutral", ""): 1}


@given(
    st.integers(0, 60),
    st.lists(st.text("abc", min_size=1), min_size=1, max_size=5, unique=True),
    st.floats(0, 1),
    st.integers(0, 9),
)
def test_every_clause_goes_to_all_or_to_one_and_evenly(count, members, overlap, seed):
    given_to = share(count, members, overlap, seed)
    common = [own for own in given_to if own == tuple(members)]
    alone = Counter(own[0] for own in given_to if len(own) == 1)
    assert len(given_to) == count
    if len(members) > 1:
        assert len(common) == round(count * overlap)
        counts = [alone[member] for member in members]
        assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize(("overlap", "common"), [(1.0, 4), (0.0, 0)])
def test_all_or_nothing_in_common(overlap, common):
    assert sum(len(own) == 2 for own in share(4, ["ana", "ben"], overlap, 7)) == common
