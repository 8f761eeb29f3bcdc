"""English inflection, as far as amendments need it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.lang.en.inflection import Modal, Noun, Verb, capitalised, participle, singular


@pytest.mark.parametrize(
    ("noun", "a", "plural"),
    [
        ("foreigner", "a foreigner", "foreigners"),
        ("asylum seeker", "an asylum seeker", "asylum seekers"),
        ("immigration officer", "an immigration officer", "immigration officers"),
        ("authority", "an authority", "authorities"),
        ("holder of a permit", "a holder of a permit", "holders of a permit"),
        ("person in need of care", "a person in need of care", "persons in need of care"),
        ("child under age", "a child under age", "children under age"),
        ("European citizen", "a European citizen", "European citizens"),
        ("EU citizen", "an EU citizen", "EU citizens"),
        ("one-year permit", "a one-year permit", "one-year permits"),
        ("honest witness", "an honest witness", "honest witnesses"),
        ("user", "a user", "users"),
        ("day", "a day", "days"),
        ("staff", "a staff", "staff"),
    ],
)
def test_a_noun_knows_its_article_and_its_plural(noun: str, a: str, plural: str) -> None:
    assert (Noun(noun).a, Noun(noun).plural) == (a, plural)
    assert Noun(noun).the == f"the {noun}"


@pytest.mark.parametrize(
    ("verb", "form"),
    [
        ("search", "searched"),
        ("examine", "examined"),
        ("carry", "carried"),
        ("stay", "stayed"),
        ("expel", "expelled"),
        ("transfer", "transferred"),
        ("hold", "held"),
        ("take", "taken"),
    ],
)
def test_a_verb_knows_its_participle(verb: str, form: str) -> None:
    assert Verb(verb).participle == participle(verb) == form


@pytest.mark.parametrize(
    ("modal", "negative", "plural", "negative_plural"),
    [
        ("shall", "shall not", "shall", "shall not"),
        ("must", "must not", "must", "must not"),
        ("is to", "is not to", "are to", "are not to"),
    ],
)
def test_a_verb_of_duty_knows_its_other_forms(
    modal: str, negative: str, plural: str, negative_plural: str
) -> None:
    verb = Modal(modal)
    assert (verb.negative, verb.plural, verb.negative_plural) == (negative, plural, negative_plural)


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("people", "person"),
        ("beneficiaries", "beneficiary"),
        ("aliens", "alien"),
        ("alien", "alien"),
        ("witness", "witness"),
    ],
)
def test_a_plural_is_brought_back_to_one(plural: str, one: str) -> None:
    assert singular(plural) == one


@settings(deadline=None)
@given(st.sampled_from(["alien", "foreign national", "authority", "employee", "asylum-seeker"]))
def test_the_plural_of_a_word_for_a_person_is_undone_by_the_singular(noun: str) -> None:
    assert singular(Noun(noun).plural) == noun


@settings(deadline=None)
@given(st.text(max_size=20))
def test_only_the_first_letter_is_made_a_capital(text: str) -> None:
    assert capitalised(text)[len(text[:1].upper()) :] == text[1:]
