"""The order in which clauses are learnt."""

import random
from collections import Counter

import spacy
from spacy.training import Example

from annotator.training.corpus.docbins import PAIR, write_docbins
from annotator.training.corpus.examples import Example as Clause
from annotator.training.fit.batches import Batches, batch_by_padded
from annotator.training.fit.sampling import balanced_corpus

CLAUSES = [
    *(Clause(text=f"Fee {'i' * n} is due.", label="neutral", law="I-2.5") for n in range(40)),
    *(
        Clause(text=f"{verb} {'i' * n} here.", label=label, tradition="opposites", pair=f"p{n}")
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


def test_a_batch_holds_clauses_of_like_length_and_both_sides_of_a_pair(tmp_path):
    write_docbins(CLAUSES, tmp_path)
    corpus = balanced_corpus(tmp_path / "train.spacy", 1, 0.0, {}, opposites=2.0)
    batches = [batch for _, batch in Batches(spacy.blank("en"), corpus, batch_by_padded(60, 25), 1)]
    assert sum(map(len, batches)) == 40 + 2 * 20
    assert max(len(batch) * max(map(len, batch)) for batch in batches) <= 60
    met = Counter(
        pair
        for batch in batches
        for pair, sides in Counter(one.reference.user_data.get(PAIR) for one in batch).items()
        if pair and sides == 2
    )
    # All but those between whose sides a buffer ends.
    assert len(met) >= 20 - len(batches) // 2
    assert set(met.values()) == {1}


def test_a_clause_longer_than_a_batch_is_one_by_itself():
    nlp = spacy.blank("en")
    docs = [nlp.make_doc("in " * count) for count in (9, 2, 40, 2)]
    batches = [*batch_by_padded(10, 4)(Example(doc, doc) for doc in docs)]
    assert [[len(one) for one in batch] for batch in batches] == [[40], [9], [2, 2]]
