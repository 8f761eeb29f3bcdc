"""Numbers in words: one pattern for all of them, in the forms that laws print."""

import re

import pytest

from annotator.lang.en.structure import WORDS
from annotator.segmenter.lines.openers import written_numbers


@pytest.mark.parametrize("forms", [(), (str.capitalize,), (str.capitalize, str.title, str.lower)])
def test_each_is_found_in_each_form_and_as_long_as_it_is(forms) -> None:
    pattern = re.compile(written_numbers(WORDS, *forms))
    for word in WORDS.ordinals:
        for printed in (word, *(form(word) for form in forms)):
            found = pattern.match(f"{printed} Schedule")
            assert found is not None
            assert found[0] == printed


def test_in_either_case_they_are_as_long_as_they_are() -> None:
    pattern = re.compile(written_numbers(WORDS, str.capitalize), re.IGNORECASE)
    assert pattern.match("sixteenth")[0] == "sixteenth"
    assert pattern.match("Twenty-First")[0] == "Twenty-First"
    assert pattern.match("thirty second")[0] == "thirty second"


@pytest.mark.parametrize("words", ["Twenty-first", "twenty-FIRST", "Tenth", "TWENTY_FIRST"])
def test_a_form_that_was_not_asked_for_is_not_found(words: str) -> None:
    assert re.fullmatch(written_numbers(WORDS), words) is None
