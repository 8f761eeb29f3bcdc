"""What several tests of training start from."""

import pytest


@pytest.fixture(scope="session")
def encoder(tmp_path_factory):
    """An untrained BERT of two thin layers whose word pieces are mostly single letters."""
    pytest.importorskip("torch", reason="needs the extra `train`")
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder = tmp_path_factory.mktemp("encoder")
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *letters, *",.;:-"]
    pieces += [f"##{letter}" for letter in letters] + ["search", "officer", "wom", "##an"]
    (folder / "vocab.txt").write_text("\n".join(pieces))
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
    )
    BertModel(config).save_pretrained(folder)
    BertTokenizerFast(str(folder / "vocab.txt")).save_pretrained(folder)
    return folder
