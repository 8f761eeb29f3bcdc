"""How often each clause is learnt from."""

from collections import Counter

import pytest
import spacy

from annotator.errors import CorpusError
from annotator.training.corpus.docbins import PAIR, write_docbins
from annotator.training.corpus.examples import Example
from annotator.training.fit.sampling import balanced_corpus

TRAIN = [
    *(Example(text=f"Fee {'i' * n} is due.", label="neutral", law="I-2.5") for n in range(90)),
    *(
        Example(text=f"Hold {'i' * n} here.", label="blind", issues=("detention",), law="I-2.5")
        for n in range(10)
    ),
    *(Example(text=f"A woman {'i' * n} pays.", label="neutral", law="I-2.5") for n in range(10)),
]


@pytest.fixture
def read(tmp_path):
    write_docbins(TRAIN, tmp_path)
    nlp = spacy.blank("en")

    def texts(**options):
        chosen = {"seed": 1, "evenness": 0.0, "weights": {}, **options}
        return [e.text for e in balanced_corpus(tmp_path / "train.spacy", **chosen)(nlp)]

    return texts


def counts(texts):
    return Counter("blind" if "Hold" in t else "near" if "woman" in t else "neutral" for t in texts)


def test_rarer_labels_are_repeated_and_nothing_is_lost(read):
    texts = read(evenness=0.4)
    found = counts(texts)
    assert (found["neutral"], found["near"]) == (90, 10)
    assert 15 <= found["blind"] <= 45
    assert len(set(texts)) == len(TRAIN)


def test_brought_up_all_the_way_the_labels_are_even(read):
    found = counts(read(evenness=1.0))
    assert found["blind"] == 100


def test_weights_are_of_labels(read):
    assert counts(read(weights={"neutral": 2.0}))["blind"] == 10
    assert counts(read(weights={"neutral": 2.0}))["neutral"] == 180
    assert counts(read(weights={"blind": 3.0}))["blind"] == 30


def test_near_misses_are_neutral_clauses_that_name_gender(read):
    found = counts(read(near_misses=3.0))
    assert (found["near"], found["neutral"], found["blind"]) == (30, 90, 10)


def test_names_are_masked_in_a_share_of_them(read, tmp_path):
    write_docbins(
        [Example(text=f"{'x' * n} of Zembla", label="neutral", law="I-2.5") for n in range(1, 201)],
        tmp_path,
    )
    masked = sum("Zembla" not in text for text in read(nameless=0.3))
    assert 30 < masked < 90
    assert all("of Name" in text for text in read(nameless=1.0))


def test_the_seed_fixes_the_order(read):
    assert read(evenness=0.4) == read(evenness=0.4)
    assert read(evenness=0.4) != read(evenness=0.4, seed=2)


def test_a_config_without_its_data_is_told(tmp_path):
    with pytest.raises(CorpusError, match=r"paths\.train"):
        list(balanced_corpus(None, seed=1, evenness=0, weights={})(spacy.blank("en")))


def test_of_other_clauses_than_sides_of_pairs_a_share_may_be_given(tmp_path):
    sides = [
        Example(text=text, label=label, tradition="opposites", pair="p")
        for text, label in (("Hold i here.", "blind"), ("Keep i here.", "neutral"))
    ]
    write_docbins([*TRAIN, *sides], tmp_path)
    read = balanced_corpus(tmp_path / "train.spacy", 1, 0.0, {}, opposites=3.0, others=0.5)
    pairs = [PAIR in example.reference.user_data for example in read(spacy.blank("en"))]
    assert pairs.count(True) == 6
    assert 35 < pairs.count(False) < 75
