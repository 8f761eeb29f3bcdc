"""A clause cut into noun and verb groups."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.classifier.groups import groups, tells
from tests.counting import lines_run

CLAUSE = (
    "An officer may search a person who seeks to enter, and any goods in their possession, if "
    "the officer believes on reasonable grounds that the person is hiding something; but a woman "
    "shall be searched only by a woman."
)
CLAUSES = st.lists(
    st.sampled_from([*CLAUSE.split(), "(a)", "—", "\n", "where", "ménage", ";", "its", "of", "30"]),
    max_size=120,
).map(" ".join)


def shown(text, language="en"):
    return [text[slice(*group.shown)] for group in groups(text, language) if group.shown]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("The Board may order the removal of a guest.", ["order the removal of a guest"]),
        ("He shall be held in a cell with her husband.", ["held in a cell", "her husband"]),
        ("She may appeal to the court.", ["appeal to the court"]),
        ("The police may arrest and detain a guest.", ["police", "arrest and detain a guest"]),
        ("who suffered domestic or sexual violence", ["suffered domestic or sexual violence"]),
        ("the guest, without a permit", ["guest", "without a permit"]),
        ("A guest shall not be admitted.", ["guest", "not be admitted"]),
        ("only with the consent of the father", ["only with the consent of the father"]),
        ("the applicant’s age and the year", ["applicant’s age"]),
        ("by an officer of the same sex as the guest", ["officer of the same sex", "guest"]),
        ("The guest may be directed to leave.", ["guest", "leave"]),
        ("any visa granted to the guest", ["visa", "guest"]),
        ("by virtue of a physical or mental condition", ["physical or mental condition"]),
        ("who enters or stays in the isle", ["enters or stays", "isle"]),
        ("within 30 working days", ["30 working days"]),
        ("takes into his detention a guest", ["his detention", "guest"]),
        ("at a landing the porter rings", ["landing", "porter rings"]),
        ("lodged in writing", ["lodged"]),
        ("shall so1", []),
    ],
)
def test_a_phrase_is_shown_whole_and_without_what_says_nothing_at_its_ends(text, phrases):
    assert shown(text) == phrases


@pytest.mark.parametrize(
    "text",
    [
        "(a)",
        "(iii) and",
        "shall be",
        "the person",
        "2. Section 14(2)",
        "under the Ports Act",
        "in Maravia",
        "of which it is",
        "“ ” —",
        "",
    ],
)
def test_of_labels_numbers_marks_names_and_words_of_any_law_nothing_is_shown(text):
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("the detained guest (a) the visa", ["detained guest", "visa"]),
        ("the detained guest. Guests leave", ["detained guest", "Guests leave"]),
        ("the detained\nguest", ["detained\nguest"]),
        ("the detained\n\nguest", ["detained", "guest"]),
        ("detained guests\nSearch of vessels", ["detained guests", "Search of vessels"]),
        ("“guest” means a visitor of “the isle”", ["guest", "visitor", "isle"]),
    ],
)
def test_no_phrase_goes_on_beyond_a_label_a_sentence_a_heading_or_a_quoted_term(text, phrases):
    assert shown(text) == phrases


def test_so_in_french():
    text = "L’étranger n’est pas retenu dans un local de police sans l’accord d’une femme."
    assert shown(text, "fr") == [
        "n’est pas retenu dans un local de police",
        "sans l’accord d’une femme",
    ]


def test_words_say_something_or_nothing():
    words = ["Detention", "the", "shall", "iii", "2b", "section", "détenu"]
    assert [word for word in words if tells(word)] == ["Detention", "détenu"]


@settings(deadline=None)  # the first of them imports the words
@given(CLAUSES)
def test_groups_are_in_order_apart_and_hold_every_word(text):
    cut = groups(text)
    assert all(one.end <= other.start for one, other in pairwise(cut))
    words = [word for group in cut for word in re.findall(r"\w+", text[group.start : group.end])]
    assert words == re.findall(r"\w+", text)


@settings(deadline=None)  # the first of them imports the words
@given(CLAUSES)
def test_what_is_shown_lies_within_its_group_and_on_whole_words(text):
    for group in groups(text):
        if group.shown:
            start, end = group.shown
            assert group.start <= start < end <= group.end
            assert not text[max(0, start - 1) : start].isalnum()
            assert not text[end : end + 1].isalnum()
            assert group.telling


@pytest.mark.parametrize(
    "endless",
    [
        "where the person of the port is in the zone, ",
        "of the a ",
        ", ",
        "(a) and ",
        "and or (a) ",
        "_ ",
        "a-",
        "vessel ",
        "detained in port ",
        "\n ",
    ],
)
def test_a_clause_twice_as_long_is_twice_the_work_to_cut(endless):
    once, twice = (
        lines_run(lambda text=text: groups(text))
        for text in (f"A woman {endless * 400}leaves", f"A woman {endless * 800}leaves")
    )
    assert twice < 2.5 * once + 100
