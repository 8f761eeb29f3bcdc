"""What is plainly wrong with English words, seen on their surface."""

import pytest

from annotator.proving.grammar import disagreements, faults

NUMBERS = "leaves a noun and its verb in different numbers"


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ("a  fee", "leaves a doubled blank"),
        ("the {{ fee }}", "leaves a slot unfilled"),
        ("a officer", "takes the wrong article"),
        ("an guard", "takes the wrong article"),
        ("an European", "takes the wrong article"),
        ("a hour", "takes the wrong article"),
        ("a EU citizen", "takes the wrong article"),
        ("An unit", "takes the wrong article"),
        ("of of the fee", "says a word twice"),
        ("where he asks", "speaks of persons in the masculine"),
        ("the fee , paid", "leaves a blank beside punctuation"),
        ("( the fee)", "leaves a blank beside punctuation"),
        ("the applicants’s fee", "bends a word twice"),
        ("the a fee", "bends a word twice"),
        ("the fee (of two", "leaves a bracket or a quotation mark open"),
        ("the “fee", "leaves a bracket or a quotation mark open"),
        ("Those who decide is to be women.", NUMBERS),
        ("each person are heard", NUMBERS),
    ],
)
def test_a_fault_is_found(words: str, fault: str) -> None:
    assert fault in list(faults(words))


def test_what_names_both_sexes_is_no_fault() -> None:
    assert not list(faults("where he or she asks for his or her spouse himself or herself"))


@pytest.mark.parametrize(
    "words",
    [
        "a one-year permit, a European, an hour, an EU citizen, a user, an unaccompanied minor",
        "the applicant’s fee (or two) and the applicants’ “fees”",
        "Those who decide are to be women. A person who recruits workers is to tell them.",
        "In this Article, a person under paragraph (a) has rights.",
    ],
)
def test_sound_english_has_none(words: str) -> None:
    assert list(faults(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "The applicants is heard.",
        "Each applicants may speak.",
        "The applicant have rights.",
        "All applicant may speak.",
    ],
)
def test_a_verb_that_does_not_agree_with_the_noun_is_found(words: str) -> None:
    assert list(disagreements(words, "applicant", "applicants")) == [NUMBERS]


def test_a_verb_of_another_noun_is_left_alone() -> None:
    words = "One of the applicants is heard; the applicant is told; applicants are told."
    assert list(disagreements(words, "applicant", "applicants")) == []
    assert list(disagreements("The staff are told.", "staff", "staff")) == []
