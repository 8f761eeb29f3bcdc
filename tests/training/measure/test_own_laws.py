"""Labelled laws of a user: each label joined by hash, by words or by number, or said not to be."""

import json
import re

import numpy as np
import pytest

from annotator.decisions import clause_hash
from annotator.errors import CorpusError
from annotator.schema import ISSUES, LABELS
from annotator.training.measure.own_laws import own_laws, scored
from annotator.training.measure.predictions import Predictions

SEARCH = "An officer may search any person who enters the territory."
LAW = f"""Border Act

1. This Act may be cited as the Border Act.

2. {SEARCH}

3. Women shall be searched by a woman alone.
"""


@pytest.fixture
def laws(tmp_path):
    folder = tmp_path / "laws"
    folder.mkdir()
    (folder / "border-act.txt").write_text(LAW)
    return folder


@pytest.fixture
def labels(tmp_path):
    def write(*rows):
        path = tmp_path / "labels.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows))
        return path

    return write


def label(**more):
    return {"law": "border-act", "label": "blind", "issues": ["search"], **more}


def words(found):
    return [" ".join(example.text.split()) for example in found.examples]


def test_a_label_is_joined_by_number_by_hash_and_by_its_words(laws, labels):
    path = labels(
        label(number="2"),
        label(sha256=clause_hash(SEARCH), number="of an older print"),
        label(text=SEARCH.replace(" ", "\n")),
    )
    found = own_laws(laws, path)
    assert words(found) == [SEARCH] * 3
    assert found.summary == "3 of 3 labels joined their clause."


def test_a_law_may_be_named_with_or_without_the_end_of_its_file(laws, labels):
    path = labels(label(number="2"), label(number="2", law="border-act.txt"))
    assert len(own_laws(laws, path).examples) == 2


def test_a_label_with_its_text_needs_no_law(labels):
    path = labels({"label": "neutral", "text": "A clause.", "heading": "Duties", "law": "other"})
    (example,) = own_laws(None, path).examples
    assert (example.text, example.heading, example.law) == ("A clause.", "Duties", "other")


def test_what_does_not_join_is_named_in_one_sentence(laws, labels):
    path = labels(
        label(number="2"),
        label(number="9"),
        label(sha256="0" * 64, number="3"),
        label(number="1", law="other-act"),
        label(number="7"),
        label(number="8"),
    )
    assert own_laws(laws, path).summary == (
        "1 of 6 labels joined their clause; not so border-act 9 (no clause with this number); "
        "border-act 3 (no clause with these words); other-act 1 (no file named as this law in "
        f"{laws}); and 2 more."
    )


def test_a_law_that_cannot_be_read_is_said(laws, labels):
    (laws / "empty-act.txt").write_text("")
    found = own_laws(laws, labels(label(number="2"), label(number="1", law="empty-act")))
    assert re.search(r"not so empty-act 1 \(.*empty.*\)\.$", found.summary)


def test_two_files_of_one_name_are_not_chosen_between(laws, labels):
    (laws / "border-act.md").write_text(LAW)
    with pytest.raises(CorpusError, match="2 files named as this law"):
        own_laws(laws, labels(label(number="2")))


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ({"law": "border-act", "label": "blond", "number": "2"}, "is no label of a clause"),
        (label(), "does not say of which clause it is"),
        (label(number="2", issues=["serch"]), "has the unknown issue 'serch'"),
        (label(number="2", label="neutral"), "is neutral and yet has issues"),
    ],
)
def test_a_line_that_is_no_label_is_named(laws, labels, row, sentence):
    with pytest.raises(CorpusError, match=rf"labels\.jsonl, line 1 {sentence}"):
        own_laws(laws, labels(row))


def test_nothing_to_measure_is_said(laws, labels, tmp_path):
    with pytest.raises(CorpusError, match="Nothing can be measured: 0 of 1 labels joined"):
        own_laws(laws, labels(label(number="9")))
    with pytest.raises(CorpusError, match="holds no labels"):
        own_laws(laws, labels())
    with pytest.raises(CorpusError, match="cannot be read"):
        own_laws(laws, tmp_path / "nowhere.jsonl")
    with pytest.raises(CorpusError, match="is no folder of laws"):
        own_laws(tmp_path / "nowhere", labels(label(number="2")))


def test_the_figures_say_what_was_found_and_what_the_intervals_are_over(laws, labels):
    votes = [{"annotator": name, "label": "blind", "issues": ["search"]} for name in "ab"]
    path = labels(label(number="2", votes=votes), label(number="1", label="neutral", issues=[]))
    found = own_laws(laws, path)
    blind, neutral = LABELS.index("blind"), LABELS.index("neutral")
    predicted = Predictions(
        labels=np.array([blind, neutral]),
        confidence=np.ones(2),
        issues=np.zeros((2, len(ISSUES)), dtype=bool),
        review=np.zeros(2, dtype=bool),
    )
    table = scored(predicted, found.examples)
    assert re.search(r"\nblind: F1 +1\.00 \(", table)
    assert "second reader" in table
    assert "all are of one law" in table
