"""The heads that the config names, with a small embedding in the encoder's place."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from thinc.api import Adam

from annotator.errors import ModelError
from annotator.schema import LABELS
from annotator.training.corpus.docbins import categories
from annotator.training.fit.heads import Linearly, folded, head, make_label_scorer, unfold
from annotator.training.fit.start import halve, refuse_slow, times_as_long_in_half


def embedding():
    small = registry.architectures.get("spacy.HashEmbedCNN.v2")
    return small(
        width=8,
        depth=1,
        embed_size=100,
        window_size=1,
        maxout_pieces=2,
        subword_features=True,
        pretrained_vectors=None,
    )


@pytest.fixture
def docs():
    vocab = spacy.blank("en").vocab
    return [Doc(vocab, words=["a", "law"]), Doc(vocab, words=["another", "one", "here"])]


@pytest.mark.parametrize("exclusive", [True, False])
def test_it_learns_what_it_is_shown(docs, exclusive):
    model = head(embedding(), exclusive=exclusive, pace=2.0, nO=2)
    wanted = np.array([[1, 0], [0, 1]], dtype="f")
    model.initialize(X=docs, Y=wanted)
    optimiser = Adam(0.01)
    for _ in range(100):
        given, learn = model.begin_update(docs)
        learn(given - wanted)
        model.finish_update(optimiser)
    assert (model.predict(docs).argmax(axis=1) == [0, 1]).all()


def test_exclusive_probabilities_sum_to_one(docs):
    model = head(embedding(), exclusive=True, nO=3)
    model.initialize(X=docs, Y=np.zeros((2, 3), dtype="f"))
    np.testing.assert_allclose(model.predict(docs).sum(axis=1), 1, rtol=1e-5)


def test_smoothed_it_stays_short_of_certain(docs):
    """Its gradient vanishes where the probabilities are those of the smoothed labels."""
    model = head(embedding(), exclusive=True, pace=2.0, smoothing=0.2, nO=2)
    wanted = np.array([[1, 0], [0, 1]], dtype="f")
    model.initialize(X=docs, Y=wanted)
    optimiser = Adam(0.01)
    for _ in range(400):
        given, learn = model.begin_update(docs)
        learn(given - wanted)
        model.finish_update(optimiser)
    np.testing.assert_allclose(model.predict(docs), [[0.9, 0.1], [0.1, 0.9]], atol=0.02)


def test_issues_cannot_be_smoothed():
    with pytest.raises(ValueError, match="exclusive"):
        head(embedding(), exclusive=False, smoothing=0.1, nO=2)


def test_in_half_precision_the_encoder_says_nearly_the_same_and_learns(encoder):
    torch = pytest.importorskip("torch", reason="needs the extra `train`")
    from transformers import BertModel

    model = BertModel.from_pretrained(encoder).eval()
    ids = torch.tensor([[2, 8, 9, 10, 3]])
    full = model(ids).last_hidden_state
    halve(model)
    half = model(ids).last_hidden_state
    assert half.dtype == torch.float32
    assert 0 < (full - half).abs().max() < 0.05
    # Of all states of a piece the sum is fixed by the normalisation, and has no gradient.
    half[..., 0].sum().backward()
    weights = model.encoder.layer[0].output.dense.weight
    assert weights.dtype == torch.float32
    assert weights.grad.abs().sum() > 0


def test_half_precision_is_refused_where_the_processor_cannot_do_it():
    refuse_slow(0.7)
    with pytest.raises(ModelError, match="in bfloat16 77 times as slowly as in full precision"):
        refuse_slow(77.0)


def test_how_long_half_precision_takes_is_measured():
    pytest.importorskip("torch", reason="needs the extra `train`")
    assert times_as_long_in_half() > 0


def test_what_is_frozen_is_rounded_once_and_says_the_same_as_what_is_rounded_each_time(encoder):
    torch = pytest.importorskip("torch", reason="needs the extra `train`")
    from transformers import BertModel

    ids = torch.tensor([[2, 8, 9, 10, 3]])
    said = []
    for trained in (True, False):
        model = BertModel.from_pretrained(encoder).eval().requires_grad_(trained)
        halve(model)
        said.append(model(ids).last_hidden_state.detach())
    torch.testing.assert_close(*said, rtol=0, atol=0.02)
    assert said[1].dtype == torch.float32
    assert model.encoder.layer[0].output.dense.weight.dtype == torch.float32


@pytest.mark.parametrize("standardised", [False, True])
def test_what_is_unfolded_is_what_it_says(docs, standardised):
    model = head(embedding(), exclusive=True, pace=2.0, standardised=standardised, nO=3)
    model.initialize(X=docs, Y=np.zeros((2, 3), dtype="f"))
    dice = np.random.default_rng(1)
    if standardised:
        for name in ("shift", "scale"):
            model.get_ref("standard").set_param(name, dice.random(8, dtype="f") + 0.5)
    wanted = Linearly(dice.random((3, 8), dtype="f"), dice.random(3, dtype="f"))
    unfold(model, wanted)
    for got, part in zip(folded(model), wanted, strict=True):
        np.testing.assert_allclose(got, part, rtol=1e-5, atol=1e-5)
    pooled = np.stack([tokens.mean(axis=0) for tokens in model.get_ref("tok2vec").predict(docs)])
    logits = np.exp(pooled @ wanted.weights.T + wanted.biases)
    given = logits / logits.sum(axis=1, keepdims=True)
    np.testing.assert_allclose(model.predict(docs), given, rtol=1e-4)


def test_standards_stay_as_they_were_set_and_are_kept(docs):
    model = head(embedding(), exclusive=True, standardised=True, nO=2)
    wanted = np.array([[1, 0], [0, 1]], dtype="f")
    model.initialize(X=docs, Y=wanted)
    standard = model.get_ref("standard")
    standard.set_param("scale", np.full(8, 3.0, dtype="f"))
    given, learn = model.begin_update(docs)
    learn(given - wanted)
    model.finish_update(Adam(0.1))
    np.testing.assert_array_equal(standard.get_param("scale"), np.full(8, 3.0))
    np.testing.assert_array_equal(standard.get_param("shift"), np.zeros(8))
    other = head(embedding(), exclusive=True, standardised=True, nO=2)
    other.initialize(X=docs, Y=wanted)
    other.from_bytes(model.to_bytes())
    np.testing.assert_allclose(other.predict(docs), model.predict(docs))


def scored(*pairs):
    """The scores of clauses that are one thing and are said to be another, by so much."""
    nlp, examples = spacy.blank("en"), []
    for truth, said in pairs:
        example = Example.from_dict(nlp.make_doc("A clause."), {"cats": categories(truth, [])})
        example.predicted.cats = {**dict.fromkeys(LABELS, 0.0), **said}
        examples.append(example)
    return make_label_scorer()(examples, labels=LABELS)


def test_blind_clauses_are_scored_by_their_rank_whatever_is_likeliest():
    said = [("blind", {"blind": 0.4, "neutral": 0.6}), ("neutral", {"blind": 0.3, "neutral": 0.7})]
    ranked = scored(*said)
    assert ranked["blind_ap"] == 1.0
    assert ranked["label_macro_f"] < 0.5
    behind = scored(*said, ("neutral", {"blind": 0.5, "neutral": 0.5}))
    assert behind["blind_ap"] == 0.5
    assert scored(said[1])["blind_ap"] == 0.0  # nothing to find
