"""Which clause of one version of a law is which of another."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.aligning import align
from annotator.schema import Clause
from tests.aligning.laws import OLD, cut, told
from tests.counting import lines_run

STORES = {"a": "rope", "b": "pump", "c": "sail", "d": "lamp", "e": "buoy", "f": "raft", "g": "oar"}
NUMBERS = ["1", "2(1)", "2(2)", "3", "4(1)", "4(2)", "5"]


def changed(old: str, new: str, *, text: str = OLD) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def test_a_law_is_itself() -> None:
    assert told(OLD, OLD) == [f"{number} -> {number}" for number in NUMBERS]


def test_how_a_law_is_printed_changes_nothing() -> None:
    new = changed("The Minister shall appoint a", "The Minister shall\nappoint  a")
    assert told(OLD, new) == told(OLD, OLD)
    quoted = [changed("licensed pilot", f"{one} pilot") for one in ("“licensed”", '"licensed"')]
    assert told(*quoted) == told(OLD, OLD)


def test_what_stands_behind_a_new_section_is_renumbered_and_not_new() -> None:
    new = OLD.replace("5. W", "6. W").replace("4. (1)", "5. (1)")
    new = new.replace(
        "Dues\n", "Tugs\n4. A tug that is called to a fire leaves all other work at once.\n\nDues\n"
    )
    assert told(OLD, new) == [
        *(f"{number} -> {number}" for number in NUMBERS[:4]),
        "-> 4",
        "4(1) -> 5(1) renumbered",
        "4(2) -> 5(2) renumbered",
        "5 -> 6 renumbered",
    ]


def test_what_was_taken_out_stands_where_it_stood() -> None:
    new = changed(
        "(2) A vessel that carries livestock may be given a berth before any other vessel.\n", ""
    )
    assert told(OLD, new)[:3] == ["1 -> 1", "2(1) -> 2(1)", "2(2) ->"]


def test_a_section_that_stands_elsewhere_has_moved() -> None:
    pilots = "Pilots\n3. No vessel over five hundred tons shall enter a port without a licensed pilot on board.\n\n"  # noqa: E501
    new = changed(pilots, "").replace("4. (1)", "3. (1)").replace("5. W", "4. W")
    new += "\n" + pilots.replace("3.", "5.")
    assert told(OLD, new) == [
        "1 -> 1",
        "2(1) -> 2(1)",
        "2(2) -> 2(2)",
        "4(1) -> 3(1) renumbered",
        "4(2) -> 3(2) renumbered",
        "5 -> 4 renumbered",
        "3 -> 5 moved renumbered",
    ]


def test_a_subsection_that_goes_to_another_section_has_moved() -> None:
    livestock = (
        "(2) A vessel that carries livestock may be given a berth before any other vessel.\n"
    )
    new = changed(livestock, "").replace("3. No", "3. (1) No")
    new = new.replace("on board.\n", f"on board.\n{livestock}")
    assert "2(2) -> 3(2) moved renumbered" in told(OLD, new)
    assert "3 -> 3(1) renumbered" in told(OLD, new)


def test_a_clause_with_a_few_other_words_is_the_same() -> None:
    new = changed("five hundred tons", "three hundred tons")
    assert "3 -> 3 changed" in told(OLD, new)


def test_other_words_under_the_same_number_are_another_clause() -> None:
    new = changed(
        "No vessel over five hundred tons shall enter a port without a licensed pilot on board.",
        "Fishing boats moor at the northern quay between sunset and sunrise.",
    )
    assert {"3 ->", "-> 3"} <= set(told(OLD, new))


def test_a_clause_may_be_split() -> None:
    old = changed(
        "The harbour master allots berths to vessels in the order in which they arrive.",
        "The harbour master allots berths to vessels in the order in which they arrive, and keeps "
        "a public register in which each allotment is entered with its hour.",
    )
    new = OLD.replace(
        "(2) A vessel",
        "(2) The harbour master keeps a public register in which each allotment is entered with "
        "its hour.\n(3) A vessel",
    )
    assert told(old, new)[1:3] == ["2(1) -> 2(1)+2(2) changed", "2(2) -> 2(3) renumbered"]
    assert told(new, old)[1:3] == ["2(1)+2(2) -> 2(1) changed", "2(3) -> 2(2) renumbered"]


def test_a_list_that_grew_beyond_one_clause_is_not_split() -> None:
    items = [
        f"({letter}) the {name} which the harbour master keeps at the port for use in any weather "
        "and by every vessel that asks for it at any hour of the day or of the night, against a "
        "receipt that its master signs and hands back with the goods in the state in which they "
        "were lent to the vessel;"
        for letter, name in STORES.items()
    ]
    short, long = (
        OLD + "\nStores\n6. The stores of a port are—\n" + "\n".join(items[:many]) + "\n"
        for many in (5, 7)
    )
    assert [clause.number for clause in cut(short)][-1] == "6"
    assert [clause.number for clause in cut(long)][-1] == "6(g)"
    parts = "6+6(a)+6(b)+6(c)+6(d)+6(e)+6(f)+6(g)"
    assert told(short, long)[-1] == f"6 -> {parts} changed"
    assert told(long, short)[-1] == f"{parts} -> 6 changed"
    links = align(cut(short), cut(long))
    assert [link.is_list for link in links] == [False] * 7 + [True]


def test_clauses_of_the_same_words_are_told_by_their_neighbours() -> None:
    penalty = "(2) Whoever breaks this section commits an offence.\n"
    old = "".join(
        f"{at}. (1) A {thing} shall not leave the quay before the harbour bell has rung.\n{penalty}"
        for at, thing in enumerate(("barge", "ferry", "tanker", "trawler"), start=1)
    )
    new = old.replace(old[: old.index("2. ")], "")
    for at in (2, 3, 4):
        new = new.replace(f"{at}. (1)", f"{at - 1}. (1)")
    assert told(old, new) == [
        "1(1) ->",
        "1(2) ->",
        *(f"{at}({n}) -> {at - 1}({n}) renumbered" for at in (2, 3, 4) for n in (1, 2)),
    ]


def test_what_all_laws_say_makes_no_clause_of_a_new_section_an_old_one() -> None:
    fine = "(2) A person who fails to do so commits an offence and is liable to a fine."
    old = (
        OLD
        + f"\nNets\n6. (1) A trawler shall mend torn nets on the shore and nowhere else.\n{fine}\n"
    )
    new = (
        OLD
        + "\nBallast\n6. (1) Water from tanks is pumped into the treatment plant of the port.\n"
        + fine.replace("is liable to a fine", "pays two fees")
        + "\n"
    )
    assert {"6(1) ->", "-> 6(1)"} <= set(told(old, new))


def test_two_laws_have_nothing_in_common() -> None:
    other = "1. Bees are kept at least ten metres from a road.\n2. Honey is sold by its weight.\n"
    assert all(line.startswith("->") or line.endswith("->") for line in told(OLD, other))


@pytest.mark.parametrize("empty", [("", OLD), (OLD, ""), ("", "")])
def test_a_version_may_be_empty(empty: tuple[str, str]) -> None:
    old, new = map(cut, empty)
    assert len(align(old, new)) == len(old) + len(new)


WORDS = ["port", "berth", "pilot", "vessel", "dues", "tug", "quay", "the", "of", "shall", "fee"]
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(texts, max_size=8), st.lists(texts, max_size=8))
def test_each_clause_of_both_is_in_one_link(olds: list[str], news: list[str]) -> None:
    old, new = ([_clause(at, text) for at, text in enumerate(one)] for one in (olds, news))
    links = align(old, new)
    assert sorted(at for link in links for at in link.old) == list(range(len(old)))
    assert sorted(at for link in links for at in link.new) == list(range(len(new)))
    assert all(link.old or link.new for link in links)
    firsts = [link.new[0] for link in links if link.new]
    assert firsts == sorted(firsts)


def test_work_grows_with_the_clauses_and_not_with_their_pairs() -> None:
    def work(many: int) -> int:
        chance = random.Random(7)  # noqa: S311
        words = [f"word{at}" for at in range(4 * many)]
        old = [_clause(at, " ".join(chance.choices(words, k=25))) for at in range(many)]
        new = [replace(one, text=one.text.replace("1", "2", 3)) for one in old]
        return lines_run(lambda: align(old, new))

    assert work(240) < 3 * work(120)


def _clause(at: int, text: str) -> Clause:
    return Clause(
        eid=f"sec_{at + 1}",
        number=str(at + 1),
        heading="",
        path=(),
        lead_in="",
        text=text,
        start=0,
        end=len(text),
    )


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        (
            "The master may board any vessel that arrives and any boat carried by that vessel.",
            (
                "The master may board any vessel that arrives.",
                "The master may board any boat carried by a vessel that arrives.",
            ),
        ),
        (
            "The master may stop, board and search any vessel within the port.",
            (
                "The master may stop any vessel within the port.",
                "The master may board any vessel within the port.",
                "The master may search any vessel within the port.",
            ),
        ),
    ],
)
def test_what_was_split_into_sentences_that_say_its_words_anew_is_in_no_part_new(
    whole: str, parts: tuple[str, ...]
) -> None:
    old = OLD + f"\nBoarding\n6. {whole}\n"
    new = OLD + "\nBoarding\n6. " + "\n".join(f"({n}) {one}" for n, one in enumerate(parts, 1))
    into = "+".join(f"6({n})" for n in range(1, len(parts) + 1))
    assert told(old, new)[-1] == f"6 -> {into} renumbered changed"
    assert told(new, old)[-1] == f"{into} -> 6 renumbered changed"


def test_a_copy_of_a_clause_with_other_words_is_new() -> None:
    boarding = "\nBoarding\n6. The master may board any vessel within the port.\n"
    again = "7. The master may board any barge within the port.\n"
    assert told(OLD + boarding, OLD + boarding + again)[-2:] == ["6 -> 6", "-> 7"]
