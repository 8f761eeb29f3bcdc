"""What the encoder reads of a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.classifier.encoding import MAX_WORDS, encode, fold
from annotator.classifier.masking import mask


def test_heading_and_lead_in_come_before_the_clause():
    line = encode("Grounds", "An officer may refuse entry if", "the person has no papers.")
    assert line.text == "plain . Grounds: An officer may refuse entry if the person has no papers."


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("A woman shall be searched by a woman.", "gender"),
        ("The wife of a permit holder may stay.", "role"),
        ("He or she shall lodge the form with his or her spouse's passport.", "plain"),
        ("Any per-\nson may apply by rea-\nson of age.", "plain"),
        ("A preg-\nnant person may apply.", "gender"),
    ],
)
def test_first_word_says_what_the_clause_names(text, marker):
    assert encode("", "", text).text.split(" . ")[0] == marker


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("La femme est fouillée par une femme.", "gender"),
        ("La veuve du titulaire peut rester.", "role"),
        ("Il joint le passeport de son époux.", "plain"),
    ],
)
def test_a_french_clause_has_the_same_form_and_the_same_first_words(text, marker):
    line = encode("Séjour", "Au titre de l’article 3 :", text, "fr")
    assert line.text == f"{marker} . Séjour: Au titre de l’article : {text}"


@given(st.text(max_size=300))
def test_each_word_of_a_french_clause_stands_where_it_says(text):
    for word in encode("Séjour", "L’étranger", text, "fr").words:
        if word.place:
            start, end = word.place
            # Where something was taken out of its midst, or it stands for a name, else itself.
            assert text[start:end] == word.text or word.text in mask(text, "fr").text


def test_gender_named_in_the_heading_alone_counts():
    assert encode("Women in detention", "", "They are held apart.").text.startswith("gender")


def test_a_very_long_clause_is_cut_after_its_first_words():
    line = encode("", "", "detained " * 1000)
    assert len(line.text.split()) == len(line.words) == MAX_WORDS


@given(st.text(max_size=300))
def test_white_space_makes_no_difference(text):
    assert encode("", "", text).text == encode("", "", f"\n {fold(text)}\t ").text
