"""What the encoder reads of a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.classifier.encoding import MAX_WORDS, encode, fold


def test_heading_and_lead_in_come_before_the_clause():
    line = encode("Grounds", "An officer may refuse entry if", "the person has no papers.")
    assert line.text == "plain . Grounds: An officer may refuse entry if the person has no papers."


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("A woman shall be searched by a woman.", "gender"),
        ("The wife of a permit holder may stay.", "role"),
        ("He or she shall lodge the form with his or her spouse's passport.", "plain"),
    ],
)
def test_first_word_says_what_the_clause_names(text, marker):
    assert encode("", "", text).text.split(" . ")[0] == marker


def test_gender_named_in_the_heading_alone_counts():
    assert encode("Women in detention", "", "They are held apart.").text.startswith("gender")


def test_a_very_long_clause_is_cut_after_its_first_words():
    line = encode("", "", "detained " * 1000)
    assert len(line.text.split()) == len(line.words) == MAX_WORDS


@given(st.text(max_size=300))
def test_white_space_makes_no_difference(text):
    assert encode("", "", text).text == encode("", "", f"\n {fold(text)}\t ").text
