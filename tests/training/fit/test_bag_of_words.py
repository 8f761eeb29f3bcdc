"""Learning the bag of words; needs the extra `train`."""

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs the extra `train`")

from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import Example
from annotator.training.fit.bag_of_words import fit_bow

TEXTS = {
    "responsive": ("A woman shall be searched by a woman.", ("search",)),
    "blind": ("A person may be held in a cell.", ("detention",)),
    "regressive": ("A wife shall have the domicile of her husband.", ("family",)),
    "neutral": ("This Act may be cited as the Act.", ()),
}


def examples(*labels):
    for label in labels:
        text, issues = TEXTS[label]
        yield from [Example(text=text, label=label, issues=issues, law="I-2.5")] * 3


@pytest.mark.parametrize("known", [LABELS, LABELS[1:], ("blind", "neutral")])
def test_it_repeats_what_it_learnt_and_gives_no_label_that_it_never_saw(known):
    train = list(examples(*known))
    logits = fit_bow(train)([example.line for example in train])
    assert [LABELS[place] for place in logits.labels.argmax(axis=1)] == [e.label for e in train]


def test_issues_are_learnt_from_flagged_clauses():
    train = list(examples(*LABELS))
    issues = fit_bow(train)([example.line for example in train]).issues
    raised = {ISSUES[column] for column in np.flatnonzero((issues > 0).any(axis=0))}
    assert raised == {"search", "detention", "family"}


def test_a_word_of_one_clause_alone_is_not_learnt():
    train = [*examples(*LABELS), Example(text="Mooring dues.", label="neutral", law="I-2.5")]
    assert "mooring" not in fit_bow(train).terms
