"""The closed word lists, case by case of the guidelines."""

import re

import pytest

from annotator.lang.en.gender_words import (
    FEMALE,
    MALE,
    NAMES_A_SEX,
    naming,
    naming_words,
    speaks_of_a_man,
    speaks_of_women,
)
from annotator.lang.en.inflection import plural


@pytest.mark.parametrize(
    "text",
    [
        "persons of the same sex",
        "Women and girls",
        "gender-based violence",
        "her pregnancy",
        "maternity leave",
        "breast-feeding mothers",
        "sexual orientation",
        "victims of rape",
        "domestic violence",
        "prenatal care and delivery",
        "a room for expressing breast milk",
        "to achieve pay equity",
    ],
)
def test_named(text):
    assert naming(text) == "gender"


@pytest.mark.parametrize(
    "text",
    [
        "he or she shall return his or her permit",
        "the family, the spouse and the child",
        "vulnerable persons and their dignity",
        "a manual of management in Mansfield",
        "Essex, Middlesex and Sussex",
        "the chairman",
    ],
)
def test_not_named(text):
    assert naming(text) == "plain"


@pytest.mark.parametrize("text", ["the wife", "a child born out of wedlock", "head of household"])
def test_roles_name_no_gender_but_may_be_turned_on(text):
    assert naming(text) == "role"


def test_offsets_are_those_of_the_words():
    text = "A İzmir girl, or her Mother, or the wife."
    named = [text[start:end] for start, end in naming_words(text, roles=True)]
    assert named == ["girl", "Mother", "wife"]
    assert len(list(naming_words(text, roles=False))) == 2


@pytest.mark.parametrize("noun", [*FEMALE, *MALE])
def test_a_noun_for_one_sex_draws_a_distinction_in_either_number(noun: str) -> None:
    for word in (noun, plural(noun)):
        assert re.search(NAMES_A_SEX, f"if the {word} stays")


def test_men_may_be_everybody_and_a_man_is_a_man() -> None:
    assert not speaks_of_a_man("one hundred men")
    assert speaks_of_a_man("The gentlemen and their sons")
    assert speaks_of_women("Wives and Mothers")
    assert not speaks_of_women("the chairman and his men")
