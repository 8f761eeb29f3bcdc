"""What is made of a law by what was decided: which amendments, in whose words, and what is not."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from annotator.applying.matching import matched, of_another_version
from annotator.applying.plan import Plan, planned
from annotator.applying.rewriting import edits_of
from annotator.errors import InputError
from annotator.proposer.drafting_case import applied
from annotator.rulings import Decisions
from annotator.schedule import adopted, schedule
from annotator.schema import Annotation, Edit
from tests.applying.ruling import decided, number_of
from tests.writers.review.law import TEXT, annotation

LAW = annotation()
ALL = dict.fromkeys(("same-sex", "alone", "private", "spouse", "nursing-room"), "accepted")


def plan(said: dict[str, str], law: Annotation = LAW) -> Plan:
    return plan_of(decided(law, said), law)


def plan_of(decisions: Decisions, law: Annotation) -> Plan:
    known = schedule(law)
    found = matched(decisions, law, known, "d.json")
    return planned(known, law, found.taken, "d.json")


def amended(said: dict[str, str]) -> str:
    return applied(TEXT, edits_of(plan(said).made, LAW))


def test_nothing_accepted_leaves_the_law_as_it_is() -> None:
    assert amended({}) == TEXT
    assert amended(dict.fromkeys(ALL, "rejected")) == TEXT


@pytest.mark.parametrize("seed", range(8))
def test_what_is_accepted_stands_as_it_is_adopted(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    said = {one: dice.choice(("accepted", "rejected")) for one in ALL}
    known = schedule(LAW)
    numbers = [number_of(LAW, one) for one, is_ in said.items() if is_ == "accepted"]
    made = adopted(known, LAW, numbers) if numbers else ()
    wanted = applied(TEXT, [edit for one in made for edit in one.edits])
    assert amended(said) == wanted


def test_new_subsections_follow_one_another_whatever_is_rejected() -> None:
    assert "(3) No child shall be searched alone.\n(4) A search shall" in amended(ALL)
    assert "\n(3) A search shall be made in private." in amended({"private": "accepted"})


def test_a_reviewers_words_stand_in_the_place_of_ours() -> None:
    words = {"same-sex": "of any sex", "nursing-room": "Room\n4A. Who nurses has a room."}
    text = amended({**ALL, **words})
    assert "search a person of any sex who crosses" in text
    assert "\n\nRoom\n4A. Who nurses has a room." in text


def test_an_edited_subsection_bears_the_number_that_it_has_now() -> None:
    said = {"alone": "accepted", "private": "(3) A search is private."}
    assert "alone.\n(4) A search is private." in amended(said)
    assert "record of the search.\n(3) A search is" in amended(
        {"private": "(4) A search is private."}
    )


def test_of_several_changes_each_gets_its_own_words() -> None:
    text = amended({"spouse": "A partner … the partner"})
    assert "A partner may cross with the consent of her husband, and the partner shall" in text


def test_edited_to_nothing_nothing_stands_there() -> None:
    law = decided(LAW, {"same-sex": "accepted"})
    empty = replace(law.decisions[0], decision="edited", words="")
    made = plan_of(replace(law, decisions=(empty,)), LAW)
    assert applied(TEXT, edits_of(made.made, LAW)) == TEXT


@pytest.mark.parametrize("words", ["A partner", "A … b … c"])
def test_words_that_cannot_be_told_apart_are_not_made(words: str) -> None:
    made = plan({"spouse": words, "same-sex": "accepted"})
    assert made.unclear == (number_of(LAW, "spouse"),)
    assert made.numbers == [number_of(LAW, "same-sex")]


def test_words_of_a_part_of_a_change_are_not_taken_for_all_of_it() -> None:
    """As a document that came back has them, where Word shows only what differs."""
    start = TEXT.index("A person who waits")
    edit = replace(LAW.findings[1].proposals[0].edits[0], start=start, end=start + 39)
    edit = replace(edit, text="A person or child who waits shall be given water")
    one = replace(LAW.findings[1].proposals[0], edits=(edit,))
    law = replace(LAW, findings=(replace(LAW.findings[1], proposals=(one,)),))
    assert plan({"same-sex": "or infant"}, law).unclear == (1,)
    assert plan({"same-sex": "Any person who waits is given water"}, law).unclear == ()


def test_what_cannot_stand_together_is_named_and_nothing_is_made() -> None:
    both = {"spouse": "accepted", "repeal": "accepted", "same-sex": "accepted"}
    one, other = sorted((number_of(LAW, "spouse"), number_of(LAW, "repeal")))
    with pytest.raises(InputError, match=rf"\({one} and {other}\): nothing was written"):
        plan(both)
    with pytest.raises(InputError, match=r"cannot stand together.*\(1 and \d+\)"):
        plan({"same-sex": "accepted", "not-at-all": "accepted"})


def test_decisions_on_another_version_hold_where_the_words_are_the_same() -> None:
    now = annotation(TEXT.replace("keep a record", "keep records"), sha256="cd" * 32)
    found = matched(decided(LAW, ALL), now, schedule(now), "d.json")
    taken = {one.template for one in found.taken.values()}
    assert taken == {"same-sex", "alone", "spouse"}
    told = of_another_version(found, "d.json", "bill.txt")
    assert told == (
        "d.json was made for another version of bill.txt: of what it accepts 3 hold, on clauses of "
        "the same words, and 2 are refused, of 2(2), 4A: decide them anew."
    )


def alike(times: int, first: int = 1) -> Annotation:
    """A law with so many clauses of the same words under numbers from ``first`` on."""
    one = LAW.findings[1]
    numbers = range(first, first + times)
    clauses = [
        replace(one.clause, number=str(at), eid=f"sec_{at}", start=at * 100, end=at * 100 + 50)
        for at in numbers
    ]
    words = [
        replace(one.proposals[0], edits=(Edit(clause.start, clause.start, "x"),))
        for clause in clauses
    ]
    findings = tuple(
        replace(one, clause=clause, proposals=(proposal,))
        for clause, proposal in zip(clauses, words, strict=True)
    )
    return replace(LAW, findings=findings, gaps=(), law=replace(LAW.law, sha256=f"{first}"))


def test_of_clauses_of_the_same_words_the_first_stays_the_first() -> None:
    before, now = alike(3), alike(3, first=2)
    first, second, third = decided(before, {}).decisions
    rulings = (replace(first, decision="accepted"), replace(second, decision="rejected"), third)
    said = replace(decided(before, {}), decisions=rulings)
    found = matched(said, now, schedule(now), "d.json")
    places = {one.number: one.finding.clause.number for one in schedule(now) if one.finding}
    assert [places[number] for number in found.taken] == ["2"]


def test_of_clauses_of_the_same_words_of_which_some_came_only_that_at_its_place_is_known() -> None:
    before, now = alike(2), alike(3, first=2)
    both = tuple(replace(one, decision="accepted") for one in decided(before, {}).decisions)
    said = replace(decided(before, {}), decisions=both)
    found = matched(said, now, schedule(now), "d.json")
    assert [one.clause for one in found.taken.values()] == ["2"]
    assert [one.clause for one in found.stale] == ["1"]


def test_decisions_on_another_law_are_refused() -> None:
    now = replace(annotation(sha256="cd" * 32), findings=())
    with pytest.raises(InputError, match="SHA-256 is abababababab…, the law's cdcdcdcdcdcd…"):
        matched(decided(LAW, ALL), now, schedule(now), "d.json")


def test_an_amendment_that_is_not_proposed_any_more_is_named() -> None:
    less = replace(LAW, findings=tuple(replace(one, proposals=()) for one in LAW.findings))
    found = matched(decided(LAW, ALL), less, schedule(less), "d.json")
    assert [one.template for one in found.unmade] == ["same-sex", "alone", "private", "spouse"]
    assert list(found.taken) == [1]


def test_of_two_decisions_on_one_amendment_the_last_counts() -> None:
    first, last = decided(LAW, ALL), decided(LAW, {**ALL, "same-sex": "rejected"})
    twice = replace(first, decisions=(*first.decisions, *last.decisions))
    found = matched(twice, LAW, schedule(LAW), "d.json")
    assert number_of(LAW, "same-sex") not in found.taken
