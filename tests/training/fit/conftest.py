"""What several tests of fitting start from."""

import pytest
import spacy

from annotator.training.corpus.docbins import write_docbins
from tests.training.fit.trainings import CONFIG, SMALL, examples


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    """The shipped config without the encoder, in a file of its own."""
    settings = spacy.util.load_config(CONFIG, interpolate=False)
    del settings["components"]["transformer"]
    settings["nlp"]["pipeline"] = ["label", "issues"]
    for name in ("label", "issues"):
        settings["components"][name]["model"]["tok2vec"] = dict(SMALL)
    settings["training"]["batcher"]["size"] = 60
    settings["training"]["dropout"] = 0.3
    settings["training"]["optimizer"]["learn_rate"]["warmup_steps"] = 3
    path = tmp_path_factory.mktemp("config") / "small.cfg"
    settings.to_disk(path)
    return path


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    write_docbins(list(examples()), folder)
    return folder
