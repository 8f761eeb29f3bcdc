"""The frozen layers' states: kept once, the same as without keeping them but for rounding."""

import numpy as np
import pytest

from annotator.errors import OutputError
from annotator.training.fit.kept_states import KeptStates, keep_states


def test_states_are_kept_by_their_pieces_and_rounded(tmp_path):
    kept = KeptStates(tmp_path, 3)
    ids = np.array([5, 6])
    assert ids not in kept
    kept.keep(ids, np.full((2, 3), 1 / 3))
    kept.keep(ids[:1], np.ones((1, 3)))
    assert ids in kept
    assert len(kept) == 2
    np.testing.assert_array_equal(kept.of(ids), np.full((2, 3), 1 / 3, dtype=np.float16))
    np.testing.assert_array_equal(kept.of(ids[:1]), np.ones((1, 3)))
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_said(tmp_path):
    kept = KeptStates(tmp_path, 3)
    kept._file.close()
    kept._file = open("/dev/full", "r+b", buffering=0)  # noqa: SIM115
    with pytest.raises(OutputError, match="keep_frozen=false"), kept._file:
        kept.keep(np.array([1]), np.ones((1, 3)))


@pytest.fixture
def model(encoder):
    pytest.importorskip("torch", reason="needs the extra `train`")
    from transformers import BertModel

    return BertModel.from_pretrained(encoder, add_pooling_layer=False).eval()


def test_the_encoder_says_the_same_and_only_its_upper_layers_learn(model, tmp_path):
    import torch

    ids = torch.tensor([[2, 8, 9, 10, 3], [2, 7, 3, 0, 0]])
    mask = (ids != 0).long()
    plain = model(ids, attention_mask=mask).last_hidden_state
    kept = keep_states(model, 1, tmp_path)
    for _ in range(2):
        states = model(input_ids=ids, attention_mask=mask).last_hidden_state
        torch.testing.assert_close(states[mask > 0], plain[mask > 0], atol=5e-3, rtol=0)
        assert len(kept) == 2
    below = model.encoder.layer[0]
    below.forward = None  # is not asked again
    model.train()
    model(input_ids=ids, attention_mask=mask).last_hidden_state.sum().backward()
    learnt = {name.split(".")[2] for name, w in model.named_parameters() if w.grad is not None}
    assert learnt == {"1"}


def test_a_line_s_states_do_not_hang_on_what_stands_beside_it(model, tmp_path):
    import torch

    keep_states(model, 1, tmp_path / "..")
    line = torch.tensor([[2, 8, 9, 3]])
    alone = model(input_ids=line, attention_mask=torch.ones_like(line)).last_hidden_state[0]
    ids = torch.tensor([[2, 8, 9, 3, 0, 0], [2, 8, 9, 10, 11, 3]])
    beside = model(input_ids=ids, attention_mask=(ids != 0).long()).last_hidden_state[0, :4]
    torch.testing.assert_close(alone, beside)
