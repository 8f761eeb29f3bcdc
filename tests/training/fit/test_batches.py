"""The order in which clauses are learnt."""

import random

import spacy

from annotator.training.corpus.docbins import write_docbins
from annotator.training.corpus.examples import Example
from annotator.training.fit.batches import Batches
from annotator.training.fit.sampling import balanced_corpus

CLAUSES = [
    *(Example(text=f"Fee {'i' * n} is due.", label="neutral", law="I-2.5") for n in range(40)),
    *(
        Example(text=f"{verb} {'i' * n} here.", label=label, tradition="opposites", pair=f"p{n}")
        for n in range(10)
        for verb, label in (("Hold", "blind"), ("Keep", "neutral"))
    ),
]


def orders(tmp_path, **options):
    """The texts of three epochs."""
    write_docbins(CLAUSES, tmp_path)
    corpus = balanced_corpus(tmp_path / "train.spacy", seed=1, evenness=0.0, weights={}, **options)
    random.seed(3)
    found = [[], [], []]
    for epoch, batch in Batches(spacy.blank("en"), corpus, lambda them: ([one] for one in them), 3):
        found[epoch] += [one.text for one in batch]
    return found


def test_the_sides_of_a_pair_stand_beside_each_other_however_often_it_is_given(tmp_path):
    epochs = orders(tmp_path, opposites=3.0)
    for texts in epochs:
        assert len(texts) == 40 + 3 * 20
        sides = [text.split(" . ")[1].split() for text in texts if "Fee" not in text]
        for one, other in zip(sides[::2], sides[1::2], strict=True):
            assert one[1:] == other[1:]
            assert {one[0], other[0]} == {"Hold", "Keep"}
        places = [at for at, text in enumerate(texts) if "Fee" not in text]
        assert [at + 1 for at in places[::2]] == places[1::2]
    assert epochs[0] != epochs[1] != epochs[2]
