"""A training that is interrupted and gone on with ends as one that was not."""

import random

import numpy as np
import pytest
import spacy
from spacy.training.loop import train as spacy_train

from annotator.errors import ModelError, OutputError
from annotator.training.corpus.docbins import write_docbins
from annotator.training.fit.checkpoint import Checkpoint
from annotator.training.fit.loop import BEST, LAST, fit
from annotator.training.fit.train import fingerprint, train
from tests.training.fit.trainings import (
    CONFIG,
    PulledPlug,
    assert_same,
    examples,
    interrupted,
    pipeline,
    weights,
)


@pytest.fixture(scope="module")
def whole(config, data, tmp_path_factory):
    """One that was not interrupted: its last weights, and its folder with the best ones."""
    folder = tmp_path_factory.mktemp("whole")
    nlp = pipeline(config, data)
    progress = fit(nlp, folder, Checkpoint(folder / "c", "same"), every=5)
    return nlp, folder, progress


def test_it_gives_the_weights_that_spacy_train_gives(config, data, whole, tmp_path):
    nlp = pipeline(config, data)
    spacy_train(nlp, tmp_path)
    assert_same(weights(whole[0]), weights(nlp))
    best = spacy.load(tmp_path / "model-best")
    assert_same(weights(spacy.load(whole[1] / BEST)), weights(best))


def test_the_last_weights_are_kept_though_others_are_the_best(whole):
    assert_same(weights(spacy.load(whole[1] / LAST)), weights(whole[0]))


def test_the_last_step_is_scored_though_no_evaluation_is_due(config, data, tmp_path):
    nlp = pipeline(config, data, **{"vars.evaluate_every": 1000})
    progress = fit(nlp, tmp_path, Checkpoint(tmp_path / "c", "rare"), every=1000)
    assert [step for _, step in progress.results] == [0, progress.step - 1]


# Before the first checkpoint, within an epoch, on its border, and after the last evaluation.
@pytest.mark.parametrize("after", [3, 5, 17, 24, 38])
def test_interrupted_and_gone_on_with_it_ends_with_the_same_weights(
    config, data, whole, tmp_path, monkeypatch, after
):
    checkpoint = Checkpoint(tmp_path / "c", "same")
    with monkeypatch.context() as patched:
        interrupted(patched, after)
        with pytest.raises(PulledPlug):
            fit(pipeline(config, data), tmp_path, checkpoint, every=5)
    random.seed(99)
    np.random.seed(99)
    nlp = pipeline(config, data)
    progress = fit(nlp, tmp_path, checkpoint, every=5)
    assert_same(weights(whole[0]), weights(nlp))
    assert_same(weights(spacy.load(whole[1] / BEST)), weights(spacy.load(tmp_path / BEST)))
    assert (progress.step, progress.results) == (whole[2].step, whole[2].results)
    assert not checkpoint.path.exists()


@pytest.mark.filterwarnings("ignore")  # of torch and transformers, about each other
def test_an_encoder_is_gone_on_with_too(encoder, data, tmp_path, monkeypatch):
    """Weights, moments and dropout of torch: the encoder's part of it."""
    from annotator.training.fit.heads import encoder_of

    def fine_tuned(folder, died_after=None):
        changes = {"paths.encoder": str(encoder), "vars.steps": 12, "vars.evaluate_every": 4}
        nlp = pipeline(CONFIG, data, **changes, **{"training.max_epochs": 12})
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
    states = [encoder_of(nlp).state_dict() for nlp in (whole, parts)]
    for name, value in states[0].items():
        np.testing.assert_array_equal(value.numpy(), states[1][name].numpy(), err_msg=name)


def test_what_is_interrupted_twice_goes_on_twice(config, data, whole, tmp_path, monkeypatch):
    checkpoint = Checkpoint(tmp_path / "c", "same")
    for after in (12, 26):
        with monkeypatch.context() as patched:
            interrupted(patched, after)
            with pytest.raises(PulledPlug):
                fit(pipeline(config, data), tmp_path, checkpoint, every=5)
    nlp = pipeline(config, data)
    fit(nlp, tmp_path, checkpoint, every=5)
    assert_same(weights(whole[0]), weights(nlp))


def test_another_training_does_not_go_on_from_it(
    config, data, whole, tmp_path, monkeypatch, capsys
):
    with monkeypatch.context() as patched:
        interrupted(patched, 12)
        with pytest.raises(PulledPlug):
            fit(pipeline(config, data), tmp_path, Checkpoint(tmp_path / "c", "mine"), every=5)
    nlp = pipeline(config, data)
    fit(nlp, tmp_path, Checkpoint(tmp_path / "c", "another"), every=5)
    assert "another config, data or seed: starts anew" in capsys.readouterr().out
    assert_same(weights(whole[0]), weights(nlp))


def test_a_write_that_fails_leaves_the_checkpoint_before_it(config, data, tmp_path, monkeypatch):
    checkpoint = Checkpoint(tmp_path / "c", "same")
    nlp = pipeline(config, data)
    interrupted(monkeypatch, 12)
    with pytest.raises(PulledPlug):
        fit(nlp, tmp_path, checkpoint, every=5)
    before = checkpoint.path.read_bytes()
    monkeypatch.setattr("os.fsync", lambda file: (_ for _ in ()).throw(OSError(28, "No space")))
    with pytest.raises(OutputError, match="No space"):
        checkpoint.save(nlp, spacy.blank("en").create_optimizer(), None)
    assert checkpoint.path.read_bytes() == before
    assert [path.name for path in tmp_path.glob("c*")] == ["c"]


def test_a_damaged_checkpoint_is_named(tmp_path):
    (tmp_path / "c").write_bytes(b"\xc1half")
    with pytest.raises(ModelError, match="start anew with --fresh"):
        Checkpoint(tmp_path / "c", "any").load()


@pytest.mark.parametrize(
    "change", [{"system.seed": 8}, {"training.max_epochs": 2}, {"corpora.train.weights.blind": 2.0}]
)
def test_the_fingerprint_is_of_seed_and_config(config, data, change):
    assert fingerprint(pipeline(config, data).config) != fingerprint(
        pipeline(config, data, **change).config
    )


def test_the_fingerprint_is_of_the_data(config, tmp_path):
    write_docbins(list(examples()), tmp_path)
    before = fingerprint(pipeline(config, tmp_path).config)
    write_docbins(list(examples()), tmp_path)
    assert fingerprint(pipeline(config, tmp_path).config) == before
    write_docbins(list(examples(61)), tmp_path)
    assert fingerprint(pipeline(config, tmp_path).config) != before


def run(config, work, **options):
    return train(list(examples()), config=config, encoder="", work=work, seed=7, **options)


def test_train_goes_on_by_itself_and_starts_anew_when_asked(config, tmp_path, monkeypatch, capsys):
    with monkeypatch.context() as patched:
        interrupted(patched, 12)
        with pytest.raises(PulledPlug):
            run(config, tmp_path, every=5)
    trained = run(config, tmp_path, every=5)
    assert "Goes on after step 10" in capsys.readouterr().out
    assert trained.best.is_dir()
    assert trained.steps > 12
    assert trained.megabytes > 10
    run(config, tmp_path, every=5, fresh=True)
    assert "Goes on" not in capsys.readouterr().out


def test_the_last_step_learns_at_a_rate_of_nearly_nought(config, tmp_path):
    trained = run(config, tmp_path)
    settings = spacy.util.load_config(trained.best / "config.cfg", interpolate=True)
    assert settings["training"]["optimizer"]["learn_rate"]["total_steps"] == trained.steps
    assert settings["training"]["eval_frequency"] * 6 < trained.steps


def test_a_config_that_is_none_is_named(tmp_path):
    (tmp_path / "bad.cfg").write_text("[training\n")
    with pytest.raises(ModelError, match=r"bad\.cfg"):
        run(tmp_path / "bad.cfg", tmp_path)
