"""The bag of words: what a line's words add up to, and that nothing is lost on disk."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.classifier.bag_of_words import BagOfWords, terms_of
from annotator.classifier.encoding import ClauseLine
from annotator.schema import ISSUES, LABELS

OUTPUTS = len(LABELS) + len(ISSUES)
TERMS = ["by woman", "searched", "the", "woman"]


@pytest.fixture(scope="module")
def bow():
    """Each term speaks for the label whose place is its own; *searched* for the first issue too."""
    weights = np.zeros((len(TERMS), OUTPUTS), dtype=np.float32)
    weights[np.arange(4), np.arange(4)] = 1
    weights[1, len(LABELS)] = 2
    bias = np.linspace(0, 1, OUTPUTS, dtype=np.float32)
    return BagOfWords(TERMS, np.array([2, 1, 0.5, 1], dtype=np.float32), weights, bias)


def test_each_word_counts_by_its_rarity_over_the_length_of_the_line(bow):
    labels, issues = bow([ClauseLine.of("Searched by the woman.")])
    length = np.sqrt(1 + 0.25 + 1)
    np.testing.assert_allclose(labels[0] - bow.bias[:4], np.array([0, 1, 0.5, 1]) / length)
    assert issues[0, 0] == pytest.approx(bow.bias[4] + 2 / length)


def test_a_word_said_again_counts_less_than_twice(bow):
    labels, _ = bow([ClauseLine.of("woman woman the")])
    twice, once = 1 + np.log(2), 0.5
    assert labels[0, 3] - bow.bias[3] == pytest.approx(twice / np.hypot(twice, once), rel=1e-5)


def test_words_that_it_does_not_know_leave_the_bias(bow):
    labels, issues = bow([ClauseLine.of("Fees, dues"), ClauseLine.of("")])
    np.testing.assert_allclose(np.hstack([labels, issues]), [bow.bias, bow.bias])


def test_a_pair_is_shared_by_its_two_words(bow):
    line = ClauseLine.of("by woman!")
    _, (shares,) = bow.read([line])
    assert [word.text for word in line.words] == ["by", "woman", "!"]
    assert shares[0, 0] == shares[1, 0] > 0
    assert not shares[2].any()


@given(
    st.lists(
        st.text(alphabet="İ_ by woman,the.searched", max_size=60).map(ClauseLine.of), max_size=5
    )
)
def test_shares_and_bias_sum_to_the_logits_of_each_line(bow, lines):
    (labels, issues), shares = bow.read(lines)
    assert labels.shape == (len(lines), len(LABELS))
    assert issues.shape == (len(lines), len(ISSUES))
    for line, row, own in zip(lines, labels, shares, strict=True):
        assert len(own) == len(line.words)
        np.testing.assert_allclose(own.sum(axis=0) + bow.bias[: len(LABELS)], row, atol=1e-5)


def test_pairs_reach_over_marks_and_letters_that_stand_alone():
    assert terms_of(ClauseLine.of("A person (a) held")) == ["person", "held", "person held"]


def test_written_and_read_again_it_says_the_same(bow):
    again = BagOfWords.from_bytes(bow.to_bytes())
    assert again.terms == bow.terms
    lines = [ClauseLine.of("Searched by the woman."), ClauseLine.of("the")]
    np.testing.assert_allclose(again(lines).labels, bow(lines).labels, atol=1e-3)


@pytest.mark.parametrize("data", [b"", b"a zip it is not", b"PK\x03\x04 nor this"])
def test_what_is_no_bag_of_words_is_refused(data):
    with pytest.raises(ValueError, match=r"."):
        BagOfWords.from_bytes(data)


def test_one_made_for_other_labels_is_refused(bow):
    with pytest.raises(ValueError, match="do not fit"):
        BagOfWords(bow.terms, bow.idf, bow.weights[:, :-1], bow.bias)
