"""The heads that the config names, with a small embedding in the encoder's place."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Adam

from annotator.training.fit.heads import halve, head


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
    half.sum().backward()
    weights = model.encoder.layer[0].output.dense.weight
    assert weights.dtype == torch.float32
    assert weights.grad.abs().sum() > 0
