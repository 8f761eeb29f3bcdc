"""The law as provisions: which clauses belong together, what they are numbered."""

from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings

from annotator.reading.law import LawText, folded
from tests.proposer.laws import ARTICLES, LETTERED, SECTIONS, TEXTS, case, reading


def law(text: str) -> LawText:
    return reading(text).law


def test_the_clauses_of_a_section_are_one_provision() -> None:
    provision = law(SECTIONS).provisions["sec_11"]
    assert [clause.number for clause in provision.clauses] == ["11(1)", "11(2)"]
    assert (provision.word, provision.number, provision.last_subsection) == ("section", "11", 2)


@pytest.mark.parametrize(
    ("text", "eid", "named"),
    [
        (SECTIONS, "sec_12", ("section", "12", 0)),
        (ARTICLES, "art_6", ("Article", "6", 2)),
        ("Article 14 bis\n1. One.\n2. Two.\n", "art_14bis", ("Article", "14 bis", 2)),
        ("14A. (1) One.\n(2) Two.\n(2A) More.\n", "sec_14A", ("section", "14A", 2)),
        ("1. (1) One.\n(2) to (4) [Repealed]\n", "sec_1", ("section", "1", 4)),
        ("Regulation 5. One.\nRegulation 6. Two.\n", "regulation_6", ("regulation", "6", 0)),
    ],
)
def test_what_a_provision_is_called(text: str, eid: str, named: tuple[str, str, int]) -> None:
    provision = law(text).provisions[eid]
    assert (provision.word, provision.number, provision.last_subsection) == named


def test_a_schedule_of_one_text_is_called_a_schedule() -> None:
    text = "1. One.\n2. Two.\nSCHEDULE 2\nThe fee is due on the first day.\n"
    assert [p.word for p in law(text).provisions.values()][-1] == "Schedule"


def test_a_provision_says_what_its_headings_say_on_one_line() -> None:
    text = "Searches\n3. An officer\nmay search.\n"
    assert law(text).provisions["sec_3"].text == "Searches An officer may search."


def test_a_provision_ends_where_its_last_clause_does() -> None:
    provision = law(SECTIONS).provisions["sec_11"]
    assert SECTIONS[: provision.end].endswith("for one day.")


@settings(deadline=None)
@given(TEXTS)
def test_every_clause_has_a_provision(text: str) -> None:
    whole = law(text)
    assert sum(len(p.clauses) for p in whole.provisions.values()) == len(whole.clauses)
    assert all(clause in whole.provision_of(clause).clauses for clause in whole.clauses)


@settings(deadline=None)
@given(TEXTS)
def test_folding_leaves_one_line_and_every_word(text: str) -> None:
    assert folded(text).split() == text.split()
    assert folded(text) == " ".join(folded(text).split())


@pytest.mark.parametrize(
    ("labels", "places"),
    [("abc", (1, 2, 3)), ("abd", (1, 2, 4)), ("bc", ()), ("acb", ()), ("ab2", ())],
)
def test_subsections_may_be_letters_from_a_on(labels: str, places: tuple[int, ...]) -> None:
    provision = case(LETTERED, "21(a)").provision
    first = provision.subsections[0]
    items = tuple(msgspec.structs.replace(first, label=f"({label})") for label in labels)
    whole = replace(provision, tree=msgspec.structs.replace(provision.tree, items=items))
    assert whole.letters == places
    assert whole.last_subsection == (places[-1] if places else 2 if "2" in labels else 0)
