"""A law's provisions by number, in either language."""

import pytest

from annotator.errors import InputError
from annotator.training.corpus.numbered_xml import NumberedLaw
from tests.training.corpus.bilingual_law import ENGLISH, FRENCH


@pytest.fixture(scope="module")
def english():
    return NumberedLaw(ENGLISH.encode(), "en.xml")


@pytest.fixture(scope="module")
def french():
    return NumberedLaw(FRENCH.encode(), "fr.xml")


def at(law, *steps):
    return next(one for one in law.provisions if one.keys[0] == steps)


def test_a_provision_has_the_same_key_in_both_languages(english, french):
    item = at(english, "2", "1", "b")
    other = french.counterpart(item)
    assert (item.label, other.label) == ("(b)", "b)")
    assert other.words == "il cache un colis à l’agent."
    assert [one.label for one in other.over] == ["2", "(1)"]


def test_a_definition_is_known_by_either_of_its_terms(english, french):
    assert french.counterpart(at(english, "1", "“boat”")).words == "bateau Ce qui flotte sur l’eau."
    assert french.counterpart(at(english, "1", "“crew”")).words.startswith("équipage")


def test_the_whole_of_a_provision_has_its_items_behind_their_labels(french):
    assert at(french, "3").whole.splitlines() == [
        "Le marin malade :",
        "a) se repose le septième jour du voyage;",
        "b) mange à midi avec les autres.",
    ]


def test_the_english_text_is_as_it_was_labelled_and_the_french_is_french(english, french):
    assert at(english, "1", "“boat”").words.endswith("(bateau)")
    assert not any("boat" in one.words or "crew" in one.words for one in french.provisions)


def test_headings_stand_over_what_follows_them(french):
    assert at(french, "5").headings == ("PARTIE 1 Entrée", "Fouille")


def test_historical_notes_and_provisions_of_other_acts_are_left_out(english):
    assert not any("1999" in one.whole or "another Act" in one.whole for one in english.provisions)


def test_a_number_that_a_law_bears_twice_leads_nowhere(english):
    twice = FRENCH.replace("<Label>5</Label>", "<Label>6</Label>")
    assert NumberedLaw(twice.encode(), "fr.xml").counterpart(at(english, "6")) is None


@pytest.mark.parametrize(
    "data",
    [b"<Statute><Body>", b'<!DOCTYPE a [<!ENTITY b "cc">]><Statute><Body>&b;</Body></Statute>'],
)
def test_xml_that_is_broken_or_has_entities_is_refused(data):
    with pytest.raises(InputError, match=r"fr\.xml"):
        NumberedLaw(data, "fr.xml")
