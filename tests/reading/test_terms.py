"""The law's own words: its foreigner, its officer, its authority, its verb of duty."""

import pytest
from hypothesis import given, settings

from annotator.reading.law import read_law
from annotator.reading.terms import authority_in, defined_terms, modal_of, read_terms
from tests.proposer.laws import ARTICLES, SECTIONS, TEXTS, reading


def test_the_words_of_a_law_in_sections() -> None:
    terms = reading(SECTIONS).terms
    assert terms.roles == {"foreigner": "foreigner", "officer": "officer", "authority": "Agency"}
    assert terms.modal == "shall"


def test_the_words_of_a_law_in_articles() -> None:
    terms = reading(ARTICLES).terms
    assert terms.roles == {
        "foreigner": "foreigner",
        "officer": "border guard",
        "authority": "Agency",
    }
    assert terms.modal == "must"


def test_the_terms_that_a_law_defines() -> None:
    assert list(defined_terms(reading(SECTIONS).law)) == ["officer", "foreigner"]


def test_a_defined_term_is_preferred_to_a_commoner_word() -> None:
    law = """1. In this Act “alien” means a person who is not a citizen.
2. A migrant may work. A migrant may study. A migrant may trade.
3. An alien shall carry a card.
"""
    assert reading(law).terms.roles["foreigner"] == "migrant"
    defining = law.replace("In this Act “alien” means", "In this Act—\n“alien” means")
    assert reading(defining).terms.roles["foreigner"] == "alien"


def test_who_published_a_law_is_no_authority_of_it() -> None:
    law = "INNS ACT\nPublished by the National Council for Printing\nthe National Council\n\n"
    assert "authority" not in reading(f"{law}1. A guest may stay.\n").terms.roles
    kept = reading(f"{law}1. A guest may stay.\n2. The Warden’s Office may close an inn.\n")
    assert kept.terms.roles["authority"] == "Warden’s Office"


def test_a_role_that_the_law_has_no_word_for_is_absent() -> None:
    assert reading("1. A fee is due on entry.\n").terms.roles == {}


def test_a_long_name_is_not_taken_for_its_last_word() -> None:
    terms = reading("1. An immigration officer may call an immigration officer.\n").terms
    assert terms.roles["officer"] == "immigration officer"


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        ("The Minister may refer it to the Board. The Board shall decide.", "Board"),
        ("The Border Control Agency shall decide.", "Border Control Agency"),
        ("It is for the competent authorities to decide.", "competent authority"),
        ("The applicant shall decide.", None),
        ("The Director-General may refuse it. The Director-General decides.", "Director-General"),
        ("The Board-room is open.", None),
        ("The Council of Ministers shall decide.", "Council of Ministers"),
        ("A rule of the European Parliament and of the Council is followed.", None),
        ("The seat of the Board, or of the Board of a port. The Office may refuse.", "Office"),
        ("A pass of the Board, shown to the Board, is issued by the Agency.", "Agency"),
    ],
)
def test_the_authority_that_a_text_names_most(text: str, authority: str | None) -> None:
    assert authority_in(text) == authority


def test_an_authority_is_found_where_a_line_wraps() -> None:
    terms = reading("1. It is for the competent\nauthority to decide.\n").terms
    assert terms.roles["authority"] == "competent authority"


@pytest.mark.parametrize(
    ("text", "modal"),
    [
        ("A person shall pay. A person must not pay. A person shall leave.", "shall"),
        ("A person must pay.", "must"),
        ("A card is to be carried. Cards are to be shown.", "is to"),
        ("A card is to be carried. A person must pay. A card is to be shown.", "must"),
        ("A person may pay.", "shall"),
    ],
)
def test_the_verb_of_duty_that_a_text_uses_most(text: str, modal: str) -> None:
    assert modal_of(text) == modal


@settings(deadline=None)
@given(TEXTS)
def test_any_text_has_terms(text: str) -> None:
    assert read_terms(reading(text).law).modal in ("shall", "must", "is to")


def test_a_countrys_words_fill_a_role_whether_the_law_uses_them_or_not() -> None:
    law = read_law("1. An officer asks a constable. A constable waits. The alien pays.", [])
    countrys = {"officer": ("gendarme", "constable"), "foreigner": ("Non-citizen",)}
    terms = read_terms(law, countrys)
    assert terms.roles["officer"] == "constable"
    assert terms.roles["foreigner"] == "Non-citizen"
    assert read_terms(law).roles["foreigner"] == "alien"


def test_a_country_may_have_roles_of_its_own() -> None:
    terms = read_terms(read_law("1. The alien pays.", []), {"tribunal": ("Appeals Tribunal",)})
    assert terms.roles["tribunal"] == "Appeals Tribunal"
