"""Words for persons, in their one place and in what is made of them."""

import re

import pytest

from annotator.lang.en.actors import PERSON
from annotator.lang.en.inflection import plural
from annotator.lang.en.persons import BY_ARTICLE, CONCERNED, GENERAL, ONE_PERSON, ROLES


@pytest.mark.parametrize("noun", CONCERNED)
def test_a_person_concerned_is_known_whole_in_either_number(noun: str) -> None:
    for word in (noun, plural(noun)):
        found = re.search(rf"\b(?:{PERSON})\b", f"if the {word} stays")
        assert found is not None
        assert found[0] == word


def test_the_people_are_persons_too() -> None:
    assert re.fullmatch(PERSON, "people")


def test_a_role_is_sought_among_words_for_persons_and_has_a_general_one_at_most() -> None:
    assert set(ROLES["foreigner"]) | set(ROLES["applicant"]) <= set(CONCERNED)
    assert GENERAL.keys() - ROLES.keys() == {"authority"}


def test_what_only_an_article_tells_to_be_a_person_is_apart() -> None:
    assert not set(BY_ARTICLE) & set(ONE_PERSON)
    assert not any(" " in word for word in ONE_PERSON if word != "chief executive")
