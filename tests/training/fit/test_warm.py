"""Heads that begin as regressions, before any step of the training."""

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs the extra `train`")

import spacy
from spacy.training import Corpus

from annotator.errors import CorpusError, ModelError
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.docbins import write_docbins
from annotator.training.fit.bag_of_words import fit_regressions
from annotator.training.fit.checkpoint import Checkpoint
from annotator.training.fit.loop import fit
from annotator.training.fit.start import start_from
from annotator.training.fit.train import train
from annotator.training.fit.warm import warm
from tests.training.fit.trainings import (
    CONFIG,
    PulledPlug,
    assert_same,
    examples,
    interrupted,
    pipeline,
    weights,
)

pytestmark = pytest.mark.filterwarnings("ignore")  # of torch and transformers, about each other

STANDARD = {
    "components.label.model.standardised": True,
    "components.issues.model.standardised": True,
}
WARM = "initialize.after_init.warm_heads"


def states_of(nlp, docs):
    """The mean of the encoder's states over the words of each."""
    model = nlp.get_pipe("label").model
    copies = [nlp.make_doc(doc.text) for doc in docs]
    if "transformer" in nlp.pipe_names:
        encoder = nlp.get_pipe("transformer")
        encoder.set_annotations(copies, encoder.predict(copies))
    tokens = model.get_ref("tok2vec").predict(copies)
    return np.stack([states.mean(axis=0) for states in tokens])


@pytest.mark.parametrize("changes", [{}, STANDARD], ids=["folded", "standardised"])
def test_before_any_step_the_heads_give_the_regressions_answers(data, encoder, changes):
    paths = {"paths.encoder": str(encoder)}
    nlp = pipeline(CONFIG, data, **paths, **changes, **{WARM: 0.5})
    docs = [example.reference for example in Corpus(data / "train.spacy")(nlp)]
    labels = np.array([max(range(4), key=lambda at: doc.cats.get(LABELS[at], 0)) for doc in docs])
    raised = np.array([[doc.cats.get(issue, 0) > 0 for issue in ISSUES] for doc in docs])
    states = states_of(nlp, docs)
    standard = (states - states.mean(0)) / (states.std(0) + 1e-6)
    fitted = fit_regressions(standard, labels, raised, (0.5, 0.5))
    logits = standard @ fitted.weights + fitted.bias
    softmax = np.exp(logits[:, :4]) / np.exp(logits[:, :4]).sum(axis=1, keepdims=True)
    sigmoid = 1 / (1 + np.exp(-logits[:, 4:]))
    for doc, label, issues in zip(docs, softmax, sigmoid, strict=True):
        cats = nlp(doc.text).cats
        assert [cats[name] for name in LABELS] == pytest.approx(label, abs=5e-3)
        assert [cats[name] for name in ISSUES] == pytest.approx(issues, abs=5e-3)


def test_an_interrupted_training_begins_with_them_once(config, tmp_path, monkeypatch, capsys):
    def run(work):
        changes = {WARM: 0.5, **STANDARD}
        return train(
            list(examples()),
            config=config,
            encoder="",
            work=work,
            seed=7,
            overrides=changes,
            every=5,
        )

    whole = run(tmp_path / "whole")
    with monkeypatch.context() as patched:
        interrupted(patched, 12)
        with pytest.raises(PulledPlug):
            run(tmp_path / "parts")
    capsys.readouterr()
    parts = run(tmp_path / "parts")
    assert "Reads" not in capsys.readouterr().out
    one, other = spacy.load(whole.best), spacy.load(parts.best)
    assert_same(weights(one), weights(other))
    assert one.config["initialize"] == other.config["initialize"]
    assert one.config["initialize"]["after_init"]["warm_heads"] == 0.5


def test_with_kept_states_a_training_that_was_interrupted_ends_the_same(
    data,
    encoder,
    tmp_path,
    monkeypatch,
):
    def fine_tuned(folder, died_after=None):
        changes = {"paths.encoder": str(encoder), "vars.steps": 12, "vars.evaluate_every": 4}
        changes |= {"initialize.after_init.frozen_layers": 1, "training.max_epochs": 12}
        nlp = pipeline(CONFIG, data, **changes, **{"initialize.after_init.keep_frozen": True})
        if died_after is not None:
            with monkeypatch.context() as patched:
                interrupted(patched, died_after)
                with pytest.raises(PulledPlug):
                    fit(nlp, folder, Checkpoint(folder / "c", "same"), every=3)
            return fine_tuned(folder)
        fit(nlp, folder, Checkpoint(folder / "c", "same"), every=3)
        return nlp

    whole, parts = fine_tuned(tmp_path / "whole"), fine_tuned(tmp_path / "parts", died_after=8)
    assert_same(weights(whole), weights(parts))


def test_clauses_of_one_label_are_no_beginning(config, tmp_path):
    write_docbins([one for one in examples() if one.label == "blind"], tmp_path)
    nlp = pipeline(config, tmp_path)
    with pytest.raises(CorpusError, match="one label only"):
        warm(nlp, tmp_path / "train.spacy", strength=1.0)


def test_clauses_that_are_not_there_are_named(tmp_path):
    nlp = spacy.blank("en", config={"paths": {"train": str(tmp_path / "none.spacy")}})
    with pytest.raises(ModelError, match=r"paths\.train.*none\.spacy"):
        start_from(None, 0, warm_heads=0.5)(nlp)
