"""A word that a hyphen and a line's end break is asked both ways what it names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.classifier.broken_words import named, syllables
from annotator.classifier.encoding import encode
from annotator.lang import classifier_words

HALVES = "per son rea man age fe male wo preg nant is her a the wife and gender based sage femme"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Any per-\nson may apply by rea- \r\n  son of age.", "plain"),
        ("REGISTRATION OF PER-\nSONS", "plain"),
        ("any per‐\nson", "plain"),
        ("A preg-\nnant person may apply.", "gender"),
        ("a fe-\nmale officer", "gender"),
        ("a female-\nheaded family, a gender-\nbased claim", "gender"),
        ("where that person is-\nmarried to a citizen, or his wife", "role"),
        ("paternity-\nand maternity leave", "gender"),
        ("the son-\nin-law of the holder, or his son", "role"),
    ],
)
def test_what_a_broken_word_names(text, names):
    assert named(text) == names


def test_so_in_french():
    assert named("la fem-\nme enceinte", "fr") == "gender"
    assert named("la législation mari-\ntime", "fr") == "plain"


def test_the_encoder_is_told_so_and_no_half_is_shown_as_evidence():
    assert encode("", "", "Any per-\nson may apply.").text.startswith("plain . ")
    assert encode("", "a person who is-", "married to his wife").text.startswith("role . ")
    assert syllables("Any per-\nson, her son") == [(9, 12)]


@given(st.lists(st.sampled_from([*HALVES.split(), "-\n", "- \n ", " "]), max_size=30).map("".join))
def test_without_a_broken_word_nothing_changes(text):
    whole = text.replace("\n", " ")
    assert named(whole) == classifier_words("en").naming(whole)
