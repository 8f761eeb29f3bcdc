"""Clauses decided before, mixed in unseen: what they tell of members, and leave untouched."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import msgspec
import pytest

from annotator.decisions import clause_hash
from annotator.errors import RoundError, UsageError
from annotator.rounds import messages as words
from annotator.rounds.agreeing import measure
from annotator.rounds.closing import close, decide
from annotator.rounds.gold import accuracies, draw, read_gold
from annotator.rounds.growing import grown
from annotator.rounds.learning import lessons
from annotator.rounds.manifest import Gold
from annotator.rounds.page import meta_of, page_of
from annotator.rounds.planning import fewer, plan
from annotator.rounds.reporting import render
from annotator.rounds.request import requested
from annotator.rounds.store import Store
from annotator.rounds.votes import Pulled, disagreements
from tests.rounds.conftest import MEMBERS, a_round, clause
from tests.rounds.test_deciding import AT, everybody, said
from tests.rounds.test_gathering import REQUEST, embed, law

BLIND = Gold(label="blind", issues=("search",))
TEXTS = tuple(
    f"An officer may search a person at post {number} of the port." for number in range(9)
)


@pytest.fixture
def round_():
    return a_round("K", (clause(1), clause(2, gold=BLIND), clause(3)), key="k")


@pytest.fixture
def pulled():
    votes = (
        *everybody(1, "neutral"),
        said(2, "ana", "blind", "search"),
        said(2, "ben", "neutral"),
        said(2, "cleo", "neutral"),
        *everybody(3, "blind", "search"),
    )
    return Pulled(at=AT, votes=votes)


def opened(
    store: Store, corpora: Path, *, gold, size: int, wanted: int, assigned: bool = False, **changed
):
    request = msgspec.structs.replace(REQUEST, size=size, gold=wanted, overlap=0.0, **changed)
    return plan(
        store, [law(*TEXTS)], request, embed=embed, corpora=corpora,
        url="", assisted=False, assigned=assigned, gold=gold,
    )  # fmt: skip


def test_it_goes_to_all_besides_what_was_asked_for_and_stands_among_the_others(store, tmp_path):
    gold = {clause_hash(TEXTS[place]): BLIND for place in (2, 5, 7)}
    round_ = opened(store, tmp_path, gold=gold, size=4, wanted=2)
    mixed_in = [one for one in round_.clauses if one.gold]
    assert len(mixed_in) == 2
    assert {one.text for one in mixed_in} <= {TEXTS[2], TEXTS[5], TEXTS[7]}
    assert {one.members for one in mixed_in} == {("ana", "ben")}
    assert {one.chosen for one in mixed_in} == {"gold"}
    others = Counter(one.members for one in round_.to_decide)
    assert others == {("ana",): 2, ("ben",): 2}
    assert [one.id for one in round_.clauses] == [f"G-{n:04d}" for n in range(1, 7)]
    # In the order of the law, as the others.
    assert [one.text for one in round_.clauses] == sorted(one.text for one in round_.clauses)
    assert (round_.asked.gold, fewer(round_)) == (2, "")


@pytest.mark.parametrize("assigned", [False, True])
def test_it_goes_to_all_where_two_judge_each_of_the_others(store, tmp_path, assigned):
    gold = {clause_hash(TEXTS[place]): BLIND for place in (2, 5)}
    round_ = opened(
        store, tmp_path, gold=gold, size=6, wanted=2, assigned=assigned,
        annotators=MEMBERS, votes=2,
    )  # fmt: skip
    mixed_in = {one.id for one in round_.clauses if one.gold}
    assert {one.members for one in round_.clauses if one.gold} == {MEMBERS}
    others = Counter(one.members for one in round_.to_decide)
    assert others == {("ana", "ben"): 2, ("ana", "cleo"): 2, ("ben", "cleo"): 2}
    assert len(round_.projects) == (1 if assigned else len(MEMBERS))
    assert all(mixed_in < set(project.clauses) for project in round_.projects)


def test_what_a_member_sees_does_not_tell_it():
    plain, gold = clause(1), clause(1, gold=BLIND, chosen="gold")
    assert page_of(plain) == page_of(gold)
    assert meta_of(plain) == meta_of(gold)


def test_gold_of_other_laws_is_refused_before_anything_is_kept(store, tmp_path):
    with pytest.raises(RoundError, match=r"None of the 1 decided clauses stands in these laws"):
        opened(store, tmp_path, gold={clause_hash("Another law."): BLIND}, size=4, wanted=2)
    assert store.names() == []


def test_each_member_is_measured_and_nothing_else_counts_it(round_, pulled):
    ana, ben, cleo = accuracies(round_, pulled)
    assert (ana.right, ana.clauses, ben.right, cleo.right) == (1, 1, 0, 0)
    assert ben.wrong == (("blind", "neutral", 1),)
    assert ana.share.low < 0.3  # one clause proves little
    assert disagreements(round_, pulled) == []
    assert set(decide(round_, pulled)) == {"R-0001", "R-0003"}
    assert [one.clause.id for one in lessons(round_, pulled)] == ["R-0001", "R-0003"]
    figures = measure(round_, pulled)
    assert (figures.common, figures.label.same.value) == (2, 1)
    told = list(words.agreement(round_, figures))
    assert "  ben              0 of 1     0% (0% to 79%)    not so: blind/neutral 1" in told
    page = render(round_, pulled)
    assert "Member by member" in page
    assert "blind / neutral 1" in page


def test_it_is_not_closed(store, tmp_path, round_, pulled):
    store.write(round_)
    store.write_votes("K", pulled)
    closed = close(store, round_, tmp_path)
    assert (closed.decided, closed.unjudged, closed.undecided) == (2, (), ())
    assert clause(2).text not in closed.files[0].read_text()


def test_no_more_votes_are_asked_for_it_and_nothing_waits_for_it(store, tmp_path, round_):
    round_ = store.write(msgspec.structs.replace(round_, votes=3, state="open"))
    answers = (("ana", "skip"), ("ben", "unsure", "blind"), ("cleo", "neutral"))
    agreed = (*everybody(1, "neutral"), *everybody(3, "neutral"))
    passed = tuple(said(2, *one) for one in answers)
    asked = {"annotators": ("dora",), "without": ("ana",)}
    # Where a clause is to be decided, the same answers ask for more.
    alike = Pulled(at=AT, votes=(*everybody(1, "neutral"), *(said(3, *one) for one in answers)))
    assert set(grown(round_, alike, **asked).asked) == {"R-0003"}
    for pulled in (Pulled(at=AT, votes=agreed), Pulled(at=AT, votes=(*agreed, *passed))):
        found = grown(round_, pulled, **asked)
        assert (found.asked, found.unasked) == ({}, ())
        assert found.round == round_
        store.write_votes("K", pulled)
        closed = close(store, round_, tmp_path, without=("ana",))
        assert (closed.decided, closed.unjudged, closed.undecided, closed.short) == (2, (), (), ())


def test_it_is_drawn_as_evenly_over_the_labels_as_it_can_be():
    gold = {f"n{n}": Gold("neutral") for n in range(50)} | {f"b{n}": BLIND for n in range(3)}
    drawn = draw(gold, 10, seed=7)
    assert Counter(gold[key].label for key in drawn) == {"neutral": 7, "blind": 3}
    assert drawn == draw(gold, 10, seed=7) != draw(gold, 10, seed=8)
    assert len(draw(gold, 99, seed=7)) == 53


def test_both_kinds_of_decided_clauses_are_read(tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text(
        '{"law": "X-1", "sha256": "ab", "label": "neutral", "round": "1"}\n\n'
        '{"text": "A  clause.", "label": "blind", "issues": ["search"]}\n'
    )
    assert read_gold(path) == {"ab": Gold("neutral"), clause_hash("A clause."): BLIND}


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("notes", "line 1 is no decided clause"),
        ('{"sha256": "ab", "label": "odd"}', "line 1 is no decided clause"),
        ('{"sha256": "ab", "label": "blind", "issues": ["odd"]}', "unknown issue odd"),
        ('{"label": "blind"}', "neither sha256 nor text"),
        ("", "holds no decided clause"),
    ],
)
def test_a_file_that_holds_something_else_is_named(tmp_path, line, why):
    path = tmp_path / "gold.jsonl"
    path.write_text(line + "\n")
    with pytest.raises(RoundError, match=why) as refused:
        read_gold(path)
    assert "gold.jsonl" in str(refused.value)
    with pytest.raises(RoundError, match="cannot be read"):
        read_gold(tmp_path / "absent.jsonl")


def test_fewer_that_stand_in_the_laws_are_mixed_in_alone(store, tmp_path):
    round_ = opened(store, tmp_path, gold={clause_hash(TEXTS[4]): BLIND}, size=3, wanted=5)
    assert [one.text for one in round_.clauses if one.gold] == [TEXTS[4]]
    assert (len(round_.to_decide), round_.asked.gold) == (3, 5)


def test_a_size_that_makes_no_sense_is_refused():
    with pytest.raises(UsageError, match="--gold-size -1"):
        requested("X", size=1, annotators="ana", overlap="all", at_random=0.2, seed=7, gold=-1)


def test_nobody_is_measured_where_there_is_none(pulled):
    plain = a_round("K", tuple(clause(n) for n in (1, 2, 3)), key="k")
    assert accuracies(plain, pulled) == ()
    assert "Member by member" not in render(plain, pulled)
