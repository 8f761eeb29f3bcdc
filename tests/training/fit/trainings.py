"""Small trainings, and what happens to them."""

import random
from pathlib import Path

import numpy as np
import spacy
from spacy.training.initialize import init_nlp

from annotator.training.corpus.examples import Example
from annotator.training.fit import heads, sampling, start  # noqa: F401  # what configs name

#: The config that ships, with an embedding of a few hundred numbers in the encoder's place.
CONFIG = Path("models/configs/minilm.cfg")
SMALL = {
    "@architectures": "spacy.HashEmbedCNN.v2",
    "width": 8,
    "depth": 1,
    "embed_size": 100,
    "window_size": 1,
    "maxout_pieces": 2,
    "subword_features": True,
    "pretrained_vectors": None,
}
WORDS = ["woman", "officer", "fee", "detain", "search", "child", "permit", "shall", "may"]


def examples(count=60):
    dice = random.Random(4)  # noqa: S311
    labels = {"responsive": ("search",), "blind": ("detention",), "neutral": ()}
    for number in range(count):
        label = list(labels)[number % 3]
        text = " ".join(dice.choices(WORDS, k=dice.randint(3, 12)))
        country = "SG" if number % 5 == 0 else "CA"
        yield Example(text=text, label=label, issues=labels[label], law=country, country=country)


def pipeline(config, data, **changes):
    paths = {"paths.train": str(data / "train.spacy"), "paths.dev": str(data / "dev.spacy")}
    steps = {"vars.steps": 40, "vars.evaluate_every": 7, "paths.encoder": ""}
    return init_nlp(
        spacy.util.load_config(config, overrides={**paths, **steps, **changes}, interpolate=False)
    )


def weights(nlp):
    return {
        f"{name}/{place}/{parameter}": layer.get_param(parameter)
        for name, pipe in nlp.pipeline
        for place, layer in enumerate(pipe.model.walk())
        for parameter in layer.param_names
    }


def assert_same(one, other):
    assert set(one) == set(other)
    for name, value in one.items():
        np.testing.assert_array_equal(value, other[name], err_msg=name)


class PulledPlug(Exception):
    """The power goes."""


def interrupted(monkeypatch, after):
    """Let the training die before the step ``after``."""
    from annotator.training.fit import loop

    update = loop._update

    def dying(nlp, settings, batch, place, progress):
        if place["step"] == after:
            raise PulledPlug
        update(nlp, settings, batch, place, progress)

    monkeypatch.setattr(loop, "_update", dying)
