"""Offsets are sacred: what holds of every text whatever."""

import itertools
from collections import Counter

import pytest
import spacy
from hypothesis import example, given, settings
from hypothesis import strategies as st

import annotator.tokenizer  # noqa: F401 -- registers the tokenizer where no entry point does
from annotator.segmenter import segment
from tests.segmenter.test_traditions import COMMONWEALTH, EUROPEAN, TRANSLATED

nlp = spacy.blank(
    "en", config={"nlp": {"tokenizer": {"@tokenizers": "annotator.LegalTokenizer.v1"}}}
)
nlp.add_pipe("clause_segmenter")

PIECES = st.sampled_from(
    ["1. ", "2. ", "14 ", "(1) ", "(2) ", "(a) ", "(b) ", "(i) ", "(ii) ", "Article 3",
     "Section 4 ", "PART I", "SCHEDULE", "An officer may search any person", "In this Act—",
     "“port” means a port", "—", "–", ";", ".", ":", "\n", "\n\n", "\r\n", "\t", " ", "F1[", "]",
     "\ufeff", "\f", "12", "…", "shall", "and", "or", "of section", "“", "”", "1998"]
)  # fmt: skip
LAWS = st.lists(PIECES, max_size=60).map("".join)


@example("“1. A person may go.\n2. An officer may search.\n”")
@example("The law is made known.\n“1. \n”")
@given(LAWS | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_every_printed_character_stands_in_exactly_one_place(text: str) -> None:
    """Clauses, headings, numbers and furniture share the text out between them."""
    doc = nlp(text)
    places: Counter[int] = Counter()
    for group in doc.spans.values():
        for span in group:
            places.update(i for i in range(span.start_char, span.end_char))
    for i, character in enumerate(text):
        if not character.isspace():
            assert places[i] == 1, (i, character, text[max(0, i - 20) : i + 20])


@given(LAWS)
@settings(max_examples=200, deadline=None)
def test_clauses_are_slices_of_the_text_in_order(text: str) -> None:
    clauses = segment(text).clauses
    for clause in clauses:
        assert clause.text == text[clause.start : clause.end]
        assert clause.text == clause.text.strip() != ""
    for earlier, later in itertools.pairwise(clauses):
        assert earlier.end <= later.start
    assert len({clause.eid for clause in clauses}) == len(clauses)


@pytest.mark.parametrize("law", [COMMONWEALTH, EUROPEAN, TRANSLATED])
@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n."),
        lambda text: text.replace("\n", "  \n"),
    ],
    ids=["windows line ends", "byte-order mark", "no final full stop", "trailing blanks"],
)
def test_what_a_text_went_through_changes_no_number(law: str, change: object) -> None:
    assert callable(change)
    expected = [clause.number for clause in segment(law).clauses]
    assert [clause.number for clause in segment(change(law)).clauses] == expected


@pytest.mark.parametrize("law", [COMMONWEALTH, EUROPEAN, TRANSLATED])
def test_the_numbers_group_holds_numbers_only(law: str) -> None:
    doc = nlp(law)
    assert all(len(span.text) <= 16 for span in doc.spans["numbers"])


def test_the_component_survives_a_round_trip_to_disk(tmp_path: object) -> None:
    nlp.to_disk(tmp_path)  # type: ignore[arg-type]
    again = spacy.load(tmp_path)  # type: ignore[arg-type]
    assert again.pipe_names == ["clause_segmenter"]
