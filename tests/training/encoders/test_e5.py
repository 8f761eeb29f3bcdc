"""The folder that is made of a packed encoder; needs the extra `train`."""

import json
import re

import numpy as np
import pytest

pytest.importorskip("torch", reason="needs the extra `train`")

import torch
from transformers import AutoModel, AutoTokenizer

from annotator.classifier.encoding import ClauseLine
from annotator.training.encoders import e5
from tests.training.encoders.packed import PIECES, WIDTH

pytestmark = pytest.mark.filterwarnings("ignore")  # of transformers, about itself

LINE = "search the woman, by (a) officer…"


@pytest.fixture
def folder(tiny, tmp_path):
    dropped = {"▁officer", "Ж", "</s>"}
    kept = [place for place, piece in enumerate(PIECES) if piece not in dropped]
    e5.write(tiny, [*kept, 10**6], tmp_path)
    return tmp_path


def test_transformers_loads_it(folder, tiny, content):
    model = AutoModel.from_pretrained(folder, add_pooling_layer=False)
    weights = {name: value.numpy() for name, value in model.state_dict().items()}
    np.testing.assert_array_equal(
        weights["encoder.layer.1.intermediate.dense.weight"], content[1]["l1.fi.w"]
    )
    np.testing.assert_array_equal(
        weights["encoder.layer.0.attention.output.LayerNorm.bias"], content[1]["l0.aln.b"]
    )
    tokens = AutoTokenizer.from_pretrained(folder)(LINE, return_tensors="pt")
    with torch.no_grad():
        assert model(**tokens).last_hidden_state.shape == (*tokens["input_ids"].shape, WIDTH)


def test_only_the_pieces_kept_are_left_each_with_its_weights(folder, content):
    tokenizer = AutoTokenizer.from_pretrained(folder)
    vocabulary = tokenizer.get_vocab()
    assert set(vocabulary) == set(PIECES) - {"▁officer", "Ж"}
    weights = AutoModel.from_pretrained(folder).embeddings.word_embeddings.weight.detach().numpy()
    assert len(weights) == len(vocabulary)
    for piece, row in vocabulary.items():
        np.testing.assert_array_equal(weights[row], content[1]["emb.word"][PIECES.index(piece)])


def test_special_pieces_stay_what_they_are(folder):
    tokenizer = AutoTokenizer.from_pretrained(folder)
    config = json.loads((folder / "config.json").read_text())
    assert tokenizer.convert_ids_to_tokens(tokenizer("a")["input_ids"]) == ["<s>", "▁a", "</s>"]
    assert (tokenizer.pad_token_id, tokenizer.unk_token) == (config["pad_token_id"], "<unk>")
    assert tokenizer("Ж")["input_ids"][1:-1] == [
        tokenizer.convert_tokens_to_ids("▁"),
        tokenizer.unk_token_id,
    ]


def test_pieces_fall_on_our_words(folder):
    tokenizer = AutoTokenizer.from_pretrained(folder)
    encoding = tokenizer(LINE, return_offsets_mapping=True)
    begins = {start for start, end in encoding["offset_mapping"] if end}
    for word in ClauseLine.of(LINE).words:
        assert word.start in begins
    pieces = tokenizer.convert_ids_to_tokens(encoding["input_ids"])
    assert not [p for p in pieces if re.search(r"\w[^\w\s▁]|[^\w\s▁<]\w", p) and p[0] != "<"]
