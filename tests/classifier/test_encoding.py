"""What the encoder reads of a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.classifier.encoding import MAX_WORDS, encode, fold, mask


def test_heading_and_lead_in_come_before_the_clause():
    line = encode("Grounds", "An officer may refuse entry if", "the person has no papers.")
    assert line == "plain . Grounds: An officer may refuse entry if the person has no papers."


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("A woman shall be searched by a woman.", "gender"),
        ("The wife of a permit holder may stay.", "role"),
        ("He or she shall lodge the form with his or her spouse's passport.", "plain"),
    ],
)
def test_first_word_says_what_the_clause_names(text, marker):
    assert encode("", "", text).split(" . ")[0] == marker


def test_gender_named_in_the_heading_alone_counts():
    assert encode("Women in detention", "", "They are held apart.").startswith("gender")


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("under section 14(2)(a) of the Act", "under section of the Act"),
        ("subsections (3) and (4) apply", "subsections apply"),
        ("pursuant to Article 9 or 10 and Annex IV", "pursuant to Article and Annex"),
        ("the Aliens Act, 1935", "the Aliens Act"),
        ("within 15 days", "within 15 days"),
        ("paragraph(b)", "paragraph"),
        ("the Government of New Zealand", "the Government of the State"),
        ("a Norwegian citizen", "a national citizen"),
        ("Part of the person's pay", "Part of the person's pay"),
    ],
)
def test_what_a_law_could_be_recognised_by_is_taken_out(text, masked):
    assert mask(text) == masked


def test_enumerators_are_taken_out_and_their_items_stay():
    assert mask("if (a) it is late; or (ii) it is early") == "if it is late; or it is early"


def test_a_very_long_clause_is_cut_after_its_first_words():
    line = encode("", "", "detained " * 1000)
    assert len(line.split()) == MAX_WORDS


@given(st.text(max_size=300))
def test_white_space_makes_no_difference(text):
    assert encode("", "", text) == encode("", "", f"\n {fold(text)}\t ")
