"""Items that are rules of their own, and the rules that a clause is made of."""

import msgspec
import pytest

from annotator.reading.items import is_part_of_a_list, own_words, parts_of
from tests.proposer.laws import LETTERED, SECTIONS, case


@pytest.mark.parametrize(
    ("lead_in", "text", "part"),
    [
        ("", "An officer may hold a traveller.", False),
        ("", "(A) An officer may hold a traveller.", False),
        ("Holding of travellers", "An officer may hold a traveller.", False),
        ("An officer may hold", "Any traveller.", True),
        ("An officer may hold—", "a traveller;", True),
        ("Those whom an officer may hold:", "Travellers.", True),
        ("", "a traveller.", True),
        ("", "A traveller; and", True),
    ],
)
def test_an_item_is_part_of_a_list_or_a_rule_of_its_own(
    lead_in: str, text: str, part: bool
) -> None:
    clause = case(LETTERED, "21(a)").clause
    item = msgspec.structs.replace(clause, kind="item", lead_in=lead_in, text=text)
    assert is_part_of_a_list(item) == part
    assert own_words(item) == (f"{lead_in} {text}".strip() if part else text)
    assert not is_part_of_a_list(msgspec.structs.replace(item, kind="provision"))


def parts(law: str, number: str) -> list[tuple[str, str]]:
    given = case(law, number)
    found = parts_of(given.clause, given.law)
    for part in found:
        assert given.law.text[part.start : part.end] == part.text
    return [(part.number, part.text) for part in found]


def test_paragraphs_that_are_rules_are_read_one_by_one() -> None:
    assert parts(LETTERED, "21(b)") == [
        ("21(b)(1)", "The Harbor Board may release a traveller whom it holds."),
        ("21(b)(2)", "A traveller who is released shall give a bond."),
    ]


def test_what_stands_before_them_is_a_rule_too() -> None:
    law = LETTERED.replace("(1) In general", "A release is free.\n\n(1) In general")
    assert parts(law, "21(b)")[0] == ("21(b)", "A release is free.")


def test_a_list_is_read_with_the_words_that_bind_it() -> None:
    assert [number for number, _ in parts(SECTIONS, "13(1)")] == ["13(1)"]
    law = LETTERED.replace("(1) In general", "The Harbor Board shall see that—\n\n(1) In general")
    assert [number for number, _ in parts(law, "21(b)")] == ["21(b)"]
