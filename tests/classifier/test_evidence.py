"""Which groups of a clause are shown."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.classifier.encoding import Word, encode
from annotator.classifier.evidence import MAX_MARKED, MAX_SHOWN, added_by, carried, sharing, weighed
from annotator.classifier.groups import Group, groups

CLAUSE = (
    "An officer may search a person who seeks to enter, and any goods in their possession, if "
    "the officer believes on reasonable grounds that the person is hiding something; but a woman "
    "shall be searched only by a woman."
)


def cut_of(*places):
    """Groups of a word each, all of it shown, at ``places`` of a long clause."""
    return [Group(start, end, (start, end), frozenset({str(start)})) for start, end in places]


FIVE = cut_of((0, 5), (6, 9), (10, 12), (13, 20), (21, 60))


def shown(cut, weights, naming=(), base=0):
    return [(e.start, e.end) for e in carried(cut, weights, weights, naming, base=base)]


def test_the_strongest_groups_are_shown_in_the_order_of_the_text():
    assert shown(FIVE, [0.3, 0.5, 0.001, 0.4, 0.1], base=100) == [
        (100, 105),
        (106, 109),
        (113, 120),
    ]


def test_a_group_that_weighs_little_beside_the_strongest_is_not_shown():
    assert shown(FIVE, [0.1, 0.5, 0.1, 0.1, 0.1]) == [(6, 9)]


def test_groups_that_add_nothing_are_not_shown():
    assert shown(FIVE, [0.0, -0.2, 0.0, 0.0, 0.0]) == []


def test_the_strongest_group_is_shown_however_little_it_adds():
    cut = cut_of(*((10 * place, 10 * place + 5) for place in range(12)))
    assert (110, 115) in shown(cut, [0.01] * 11 + [0.011])


def test_no_more_than_half_of_a_short_clause_is_marked():
    cut = cut_of((0, 10), (11, 20), (21, 30), (31, 40))
    assert shown(cut, [0.4, 0.5, 0.45, 0.42]) == [(11, 20), (21, 30)]


def test_of_a_long_clause_no_more_is_marked_than_is_taken_in_at_a_glance():
    cut = cut_of(*((100 * place, 100 * place + 90) for place in range(20)))
    marked = shown(cut, [1.0] * 20)
    assert sum(end - start for start, end in marked) <= MAX_MARKED


def test_a_group_that_is_its_clause_is_not_marked():
    assert shown(cut_of((0, 10)), [0.5]) == []


def test_the_same_words_are_marked_once():
    cut = [
        Group(0, 5, (0, 5), frozenset({"grounds"})),
        Group(6, 20, (6, 20), frozenset({"grounds", "specifying"})),
        Group(21, 80, (21, 30), frozenset({"notice"})),
    ]
    assert shown(cut, [0.4, 0.5, 0.45]) == [(6, 20), (21, 30)]


def test_what_says_nothing_is_not_shown_however_much_it_adds():
    cut = [Group(0, 5, None), *cut_of((6, 9), (10, 60))]
    assert shown(cut, [3.0, 0.2, 0.0]) == [(6, 9)]


def test_the_words_that_name_gender_are_always_among_them():
    marked = shown(FIVE, [0.3, 0.5, 0.0, 0.4, 0.2], naming=[(10, 12)])
    assert (10, 12) in marked
    assert len(marked) <= MAX_SHOWN


def test_a_word_that_names_gender_in_a_name_is_shown_alone():
    assert shown([Group(0, 20, None), *FIVE[4:]], [0.0, 0.5], naming=[(4, 9)])[0] == (4, 9)


MARGINS = np.array([1, 2, 4, 8, 16, 32], dtype=np.float32)
WORDS = [
    Word("Search", 0),
    Word("A", 8, (0, 1)),
    Word("woman", 10, (2, 7)),
    Word(",", 15, (7, 8)),
    Word("_may_", 17, (9, 14)),
    Word("50", 23, (15, 17)),
]


def test_a_group_adds_what_its_words_add_and_marks_and_the_heading_nothing():
    assert added_by([Group(0, 8, None), Group(9, 17, None)], WORDS, MARGINS) == [2 + 4, 16]


def test_a_group_is_weighed_by_the_words_that_say_something():
    assert weighed([Group(0, 8, None), Group(9, 17, None)], WORDS, MARGINS) == [4, 0]


def test_a_long_group_does_not_outweigh_a_telling_one_by_its_length():
    text = "the detention, or the ordinary public interest record"
    line = encode("", "", text)
    told = {"detention": 3, "ordinary": 1, "public": 1, "interest": 1, "record": 1}
    margins = np.array([told.get(word.text, 0) for word in line.words], dtype=np.float32)
    detention, interest = weighed(groups(text), line.words, margins)
    assert detention > interest


@settings(deadline=None)
@given(st.lists(st.sampled_from([*CLAUSE.split(), "(a)", "—", "\n", "ménage", ";"]), max_size=90))
def test_marks_are_in_order_apart_within_the_clause_and_of_words_that_say_something(words):
    text = " ".join(words)
    line = encode("", "", text)
    margins = np.array([len(word.text) / 7 for word in line.words], dtype=np.float32)
    cut = groups(text)
    added, weights = added_by(cut, line.words, margins), weighed(cut, line.words, margins)
    marks = carried(cut, added, weights, [], base=0)
    assert all(one.end <= other.start for one, other in pairwise(marks))
    for mark in marks:
        assert (mark.start, mark.end) in [group.shown for group in cut]
        assert 0 <= mark.weight < float("inf")
    assert len(marks) <= MAX_SHOWN


@pytest.mark.parametrize(
    ("text", "told", "marked"),
    [
        (
            "An officer may, for (a) the search of a vessel,\n(i) search the traveller, or\n"
            "(ii) without a warrant detain the traveller.",
            {"search": 1, "detain": 2, "i": 9, "may": 9, "without": 9, "warrant": 2},
            ["without a warrant detain the traveller"],
        ),
        (
            "The holder shall leave the territory.\nRemoval of goods\n\nThe goods shall be kept.",
            {"leave": 2, "territory": 1, "goods": 0.1, "shall": 9},
            ["leave the territory"],
        ),
    ],
)
def test_marks_are_whole_phrases_without_labels_and_headings(text, told, marked):
    line = encode("", "", text)
    margins = np.array([told.get(word.text, 0) for word in line.words], dtype=np.float32)
    cut = groups(text)
    weights = weighed(cut, line.words, margins)
    marks = carried(cut, added_by(cut, line.words, margins), weights, [], base=0)
    assert [text[mark.start : mark.end] for mark in marks] == marked


def test_a_group_of_a_long_clause_is_asked_of_the_words_near_it_alone():
    places = [(10 * place, 10 * place + 6) for place in range(400)]
    cut = [Group(start, end, (start, end), frozenset({str(start)})) for start, end in places]
    words = [(start + 1, start + 3) for start, _ in places]
    assert sharing(cut, words[::-1]) == [[word] for word in words]
    assert {(0, 4000), words[5]} <= set(sharing(cut[5:6], [(0, 4000), *words])[0])
