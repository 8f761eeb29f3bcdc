"""Which clauses do what a need asks, by the table of cues."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from annotator.library.patterns import compiled
from annotator.library.tables import load_precedents
from annotator.precedents.serving import needs_of, passage
from tests.precedents.shelf import clause

NEEDS = Path(__file__).parents[1] / "library" / "needs.yaml"

#: Clauses written for the tests, and the need that each serves.
SERVING = (
    ("same-sex-search", "A woman shall be searched only by a woman officer."),
    ("same-sex-search", "No female traveller is searched otherwise than by a female."),
    ("same-sex-search", "The search is made by an officer of the same sex as the person."),
    ("private-dignified-search", "A search of a woman is made in private, with strict decency."),
    ("separate-accommodation", "Women in custody are held in rooms separate from those of men."),
    ("balanced-bodies", "The Minister shall see to a gender balance among members of the Board."),
    ("gender-training", "Each officer is trained to meet victims of sexual violence."),
    ("equal-transmission", "A child whose father or mother is a citizen at birth is a citizen."),
    ("marriage-no-effect", "A woman does not lose her nationality by reason only of her marriage."),
    ("grounds-include-gender", "No officer may discriminate by sex, race or religion."),
)  # fmt: skip
#: Clauses that speak of the same, and do something else.
OTHERS = (
    ("same-sex-search", "A woman may search the register."),
    ("same-sex-search", "An officer who searches a woman without leave commits an offence."),
    ("balanced-bodies", "At least two members of the Board are experts; a woman may attend."),
    ("marriage-no-effect", "A woman who marries a citizen becomes a citizen on registration."),
    ("separate-accommodation", "Women are counted; men in custody are fed."),
    ("maternity-protection", "An employee is entitled to additional maternity leave of a month."),
    ("info-on-rights-gbv", "The Ministry raises public awareness of the dangers of trafficking."),
    ("neutral-family-definition", "A marriage of persons of the same sex is not void."),
    ("gender-as-ground", "Assistance is given to refugees without regard to race or sex."),
    ("safe-country-gender-lens", "Of women the ways of their country of origin are considered."),
    ("girls-placement", "A home study is made of each child who is a victim of trafficking."),
    ("care-for-survivors", "Staff who meet victims of rape are trained; health is for all."),
)


@pytest.mark.parametrize(("need", "text"), SERVING)
def test_a_clause_that_does_it_serves(need: str, text: str) -> None:
    assert passage(clause(text), need) == ("", text)
    assert need in needs_of(clause(text))


@pytest.mark.parametrize(("need", "text"), OTHERS)
def test_one_that_speaks_of_it_does_not(need: str, text: str) -> None:
    assert passage(clause(text), need) is None


def test_the_heading_and_the_lead_in_count() -> None:
    item = clause("by a woman.", heading="Search", lead_in="A woman shall be examined only—")
    assert passage(clause("It is done by a woman.", heading="Of search"), "same-sex-search") is None
    assert passage(item, "same-sex-search") is None
    searched = clause("by a woman.", lead_in="A woman shall be searched only—")
    assert passage(searched, "same-sex-search") == (
        "A woman shall be searched only—",
        "by a woman.",
    )


def test_of_a_long_clause_the_words_that_do_it_are_given_whole() -> None:
    before = "The Agency keeps a list of boats. " * 20
    does = "A woman shall be searched only by a woman officer."
    said = passage(clause(f"{before}{does} {before}"), "same-sex-search")
    assert said is not None
    assert does in said.text
    assert said.text.startswith("The Agency keeps a list of boats.")
    assert said.text.count("…") == 2
    assert said.text.endswith(" …")
    assert len(said.text.split()) < 50


def test_words_of_a_long_lead_in_that_do_it_are_given_too() -> None:
    lead_in = "The Agency keeps a list of boats. " * 20 + "No woman shall be searched, except—"
    said = passage(clause("by a woman.", lead_in=lead_in), "same-sex-search")
    assert said is not None
    assert said.text == "by a woman."
    assert said.lead_in.endswith("No woman shall be searched, except—")
    assert said.lead_in.startswith("… ") or said.lead_in.startswith("The Agency")
    assert len(said.lead_in.split()) < 50


def test_a_passage_does_not_begin_at_a_reference() -> None:
    said = passage(
        clause("If it is " + "a very " * 60 + "long search under paragraph (a) of it, a woman does "
               "the search of women."), "same-sex-search")  # fmt: skip
    assert said is None or "… (a) of it" not in said.text


def test_what_stands_far_apart_is_not_said_together() -> None:
    between = "The Agency keeps a list of boats. " * 20
    far = clause(f"A search is made. {between} It is private.")
    assert passage(far, "private-dignified-search") is None


def test_a_clause_that_changes_another_law_or_punishes_sets_no_example() -> None:
    said = "a woman shall be searched only by a woman officer"
    amends = f"Section 4 of the Ports Act is amended by inserting after “lands”: “, and {said}”."
    assert passage(clause(amends), "same-sex-search") is None
    punishes = f"A person who has a woman searched by a man, though {said}, commits an offence."
    assert passage(clause(punishes), "same-sex-search") is None


def test_an_amending_clause_sets_no_example_in_any_of_its_forms() -> None:
    said = "“(2) A woman shall be searched only by a woman officer.”"
    for amends in (
        f"The following subsection is substituted for subsection (2) of section 4: {said}",
        f"Section 4 of the Ports Act is amended— (a) by substituting: {said}",
        f"The following new section shall be inserted after section 4: {said}",
        f"These words are hereby substituted for paragraph (b): {said}",
    ):
        assert passage(clause(amends), "same-sex-search") is None
    held = "A woman shall be searched only by a woman officer, who is substituted for another."
    assert passage(clause(held), "same-sex-search") is not None


def test_what_could_be_shown_only_in_pieces_is_none() -> None:
    between = ", or of a boat that is moored in the harbour" * 9
    long = f"A woman of a ship{between}, shall be searched only by a woman officer{between}."
    assert len(long.split()) > 90
    assert passage(clause(long), "same-sex-search") is None
    short = "A woman shall be searched only by a woman officer."
    said = passage(clause(f"{long} {short}"), "same-sex-search")
    assert said is not None
    assert said.text.endswith(f"… {short}")


def test_words_that_the_heading_alone_has_show_nothing_of_a_long_clause() -> None:
    boats = "The Agency keeps a list of boats. " * 20
    heading = "Search of women by women"
    assert passage(clause(boats, heading=heading), "same-sex-search") is None


@pytest.mark.parametrize(
    "lead_in",
    [
        "The Agency shall have the following functions:",
        "The functions of the Agency are—",
        "The principles that guide the Service are as follows:",
        "Without prejudice to subsection (1), it shall be a function of the Council:",
    ],
)
def test_what_a_body_is_for_is_no_example_of_what_somebody_is_owed(lead_in: str) -> None:
    shelter = clause("to plan shelters for women who are victims of violence;", lead_in=lead_in)
    assert passage(shelter, "safe-shelter-women") is None
    plans = clause("to promote equality of women by programmes;", lead_in=lead_in)
    assert passage(plans, "gender-in-strategy") is not None


def test_a_body_that_must_give_something_in_its_functions_sets_an_example() -> None:
    owed = "In performing its functions, the Agency shall give shelter to women who are victims."
    assert passage(clause(owed, heading="Functions"), "safe-shelter-women") is not None


def test_a_need_of_nobody_has_no_precedents() -> None:
    assert passage(clause("A woman shall be searched only by a woman."), "own-need") is None


def test_every_need_of_the_library_has_its_cues_and_nothing_else_has() -> None:
    issues = yaml.safe_load(NEEDS.read_text(encoding="utf-8"))
    assert sorted(load_precedents()) == sorted(need for needs in issues.values() for need in needs)


def test_every_pattern_of_the_table_can_be_compiled_and_asks_for_words() -> None:
    for need, cues in load_precedents().items():
        assert cues.all or cues.any, need
        for pattern in (*cues.all, *cues.any, *cues.none):
            assert not compiled(pattern).search(""), (need, pattern)
            assert not re.search(r"\((?!\?)", pattern), f"{need}: {pattern} captures"
