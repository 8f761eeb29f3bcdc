"""The frozen layers' states: kept once, the same as without keeping them but for rounding."""

import numpy as np
import pytest

from annotator.errors import OutputError
from annotator.training.fit.kept_states import KeptStates, keep_states


def test_states_are_computed_once_and_rounded_from_the_first_time(tmp_path):
    kept = KeptStates(tmp_path, 3)
    ids, asked = np.array([5, 6]), []

    def compute():
        asked.append(1)
        return np.full((2, 3), 1 / 3)

    first, second = kept.of(ids, compute), kept.of(ids, compute)
    np.testing.assert_array_equal(first, second)
    assert first.dtype == np.float16
    assert (len(asked), len(kept)) == (1, 1)
    other = kept.of(ids[:1], lambda: np.ones((1, 3)))
    np.testing.assert_array_equal(other, np.ones((1, 3)))
    np.testing.assert_array_equal(kept.of(ids, compute), first)
    assert not list(tmp_path.iterdir())


def test_a_full_disk_is_said(tmp_path):
    kept = KeptStates(tmp_path, 3)
    kept._file.close()
    kept._file = open("/dev/full", "r+b", buffering=0)  # noqa: SIM115
    with pytest.raises(OutputError, match="keep_frozen=false"), kept._file:
        kept.of(np.array([1]), lambda: np.ones((1, 3)))


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
