"""Phrases, and which of them are shown."""

import re
from itertools import accumulate, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.classifier import evidence
from annotator.classifier.encoding import Word
from annotator.classifier.evidence import (
    MAX_PHRASES,
    MAX_SHOWN,
    added_by,
    carried,
    core,
    phrases,
)
from tests.counting import lines_run

CLAUSE = (
    "An officer may search a person who seeks to enter, and any goods in their possession, if "
    "the officer believes on reasonable grounds that the person is hiding something; but a woman "
    "shall be searched only by a woman."
)
CLAUSES = st.lists(
    st.sampled_from([*CLAUSE.split(), "(a)", "—", "\n", "where", "ménage", ";"]), max_size=120
).map(" ".join)


def test_a_clause_is_cut_where_it_is_read_with_a_pause():
    text = "A woman shall be searched by a woman, unless she agrees."
    assert [text[start:end] for start, end in phrases(text)] == [
        "A woman",
        "shall be searched",
        "by a woman,",
        "unless she agrees.",
    ]


@given(CLAUSES)
def test_phrases_are_in_order_apart_and_hold_every_word(text):
    cut = phrases(text)
    assert len(cut) <= MAX_PHRASES
    assert all(end <= start for (_, end), (start, _) in pairwise(cut))
    words = [word for start, end in cut for word in re.findall(r"\w+", text[start:end])]
    assert words == re.findall(r"\w+", text)


def test_a_phrase_is_shown_without_its_conjunction_and_label():
    text = "(b) tall; and\n(c) has served."
    assert text[slice(*core(text, (10, len(text))))] == "has served."
    assert text[slice(*core(text, (0, 9)))] == "tall;"
    assert text[slice(*core(text, (0, 17)))] == "tall;"
    assert core("and", (0, 3)) == (0, 3)


@given(CLAUSES)
def test_what_is_shown_lies_within_its_phrase(text):
    for start, end in phrases(text):
        first, last = core(text, (start, end))
        assert start <= first < last <= end


def test_the_strongest_phrases_are_shown_in_the_order_of_the_text():
    cut = [(0, 5), (6, 9), (10, 12), (13, 20), (21, 25)]
    shown = carried(cut, [0.1, 0.5, 0.001, 0.3, 0.2], naming=[], base=100)
    assert [(e.start, e.end) for e in shown] == [(106, 109), (113, 120), (121, 125)]
    assert len(shown) == MAX_SHOWN


def test_phrases_that_add_nothing_are_not_shown():
    assert carried([(0, 5), (6, 9)], [0.0, -0.2], naming=[], base=0) == ()


def test_the_strongest_phrase_is_shown_however_little_it_adds():
    cut = [(10 * place, 10 * place + 5) for place in range(12)]
    shown = carried(cut, [0.01] * 11 + [0.011], naming=[], base=0)
    assert [(e.start, e.end) for e in shown] == [(110, 115)]


def test_the_words_that_name_gender_are_always_among_them():
    cut = [(0, 5), (6, 9), (10, 12), (13, 20), (21, 25)]
    shown = carried(cut, [0.1, 0.5, 0.0, 0.3, 0.2], naming=[(10, 12)], base=0)
    assert (10, 12) in [(e.start, e.end) for e in shown]
    assert len(shown) == MAX_SHOWN


MARGINS = np.array([1, 2, 4, 8, 16, 32], dtype=np.float32)


def test_a_phrase_adds_what_its_words_add_and_marks_and_the_heading_nothing():
    words = [
        Word("Search", 0),
        Word("A", 8, (0, 1)),
        Word("woman", 10, (2, 7)),
        Word(",", 15, (7, 8)),
        Word("_may_", 17, (9, 14)),
        Word("50", 23, (15, 17)),
    ]
    assert added_by([(0, 8), (9, 17)], words, MARGINS) == [2 + 4, 16]


@pytest.mark.parametrize(
    "endless",
    [
        "where the person of the port is in the zone, ",
        "of the a ",
        ", ",
        "(a) and ",
        "and or (a) ",
        "_ ",
    ],
)
def test_a_clause_twice_as_long_is_twice_the_work_to_cut(endless):
    once, twice = (
        lines_run(lambda text=text: [core(text, phrase) for phrase in phrases(text)])
        for text in (f"A woman {endless * 400}leaves", f"A woman {endless * 800}leaves")
    )
    assert twice < 2.5 * once + 100


def joined_one_by_one(pieces):
    """The pairs that are shortest together joined one after another, as :func:`phrases` means."""
    pieces = list(pieces)
    while len(pieces) > MAX_PHRASES:
        joints = range(len(pieces) - 1)
        place = min(joints, key=lambda joint: pieces[joint + 1][1] - pieces[joint][0])
        pieces[place : place + 2] = [(pieces[place][0], pieces[place + 1][1])]
    return pieces


@given(st.lists(st.integers(1, 9), max_size=120))
def test_of_many_phrases_the_shortest_neighbours_are_joined_first_of_all(lengths):
    ends = list(accumulate(lengths))
    pieces = [(end - length, end) for end, length in zip(ends, lengths, strict=True)]
    assert evidence._joined(pieces, MAX_PHRASES) == joined_one_by_one(pieces)
