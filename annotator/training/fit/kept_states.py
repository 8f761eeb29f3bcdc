"""What the frozen layers of an encoder make of a line, computed once and kept.

Where the embeddings and the lower layers stay as they are, their states of a line are the same in
every epoch; a training that keeps them is spared half of the encoder's way forward.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from annotator.errors import OutputError


class KeptStates:
    """States by the word pieces that they are of, in half precision, in a file without a name.

    The file is gone with the process: weights, once trained, are not read by states of others.

    Args:
        folder: in which the file lies; a training's clauses come to a gigabyte.
        width: of a state.
    """

    def __init__(self, folder: Path, width: int) -> None:
        self._file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115  # as long as this object
        weakref.finalize(self, self._file.close)
        self._width = width
        self._places: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self._places)

    def of(self, ids: Any, compute: Callable[[], Any]) -> Any:
        """The states of the pieces ``ids``, a row each; computed where they are not kept yet."""
        key = ids.tobytes()
        count = len(ids) * self._width
        if key not in self._places:
            self._places[key] = self._written(compute())
        # Read again even what was just computed, so that it is the same the next time.
        self._file.seek(self._places[key])
        data = self._file.read(count * 2)
        return np.frombuffer(data, dtype=np.float16).reshape(len(ids), self._width)

    def _written(self, states: Any) -> int:
        try:
            place = self._file.seek(0, 2)
            self._file.write(np.ascontiguousarray(states, dtype=np.float16).tobytes())
        except OSError as error:
            raise OutputError(
                f"The states of the frozen layers cannot be kept ({error}); "
                "train with --set initialize.after_init.keep_frozen=false."
            ) from error
        return place


def keep_states(encoder: Any, frozen: int, folder: Path) -> KeptStates:
    """Let a BERT of transformers begin at its layer ``frozen``, by states that are kept.

    They are computed without dropout, a line by itself and without padding, so that they do not
    hang on what stood beside it. What is saved of the encoder is not touched.

    Args:
        encoder: a ``BertModel``; changed.
        frozen: so many of its layers, and its embeddings, are not trained.
        folder: where to keep them.
    """
    import torch
    from transformers.modeling_outputs import BaseModelOutput

    kept = KeptStates(folder, encoder.config.hidden_size)
    below = [encoder.embeddings, *encoder.encoder.layer[:frozen]]

    def computed(ids: Any) -> Any:
        for part in below:
            part.eval()
        with torch.no_grad():
            states = below[0](input_ids=ids[None])
            for layer in below[1:]:
                states = layer(states)[0]
        return states[0].float().cpu().numpy()

    def forward(input_ids: Any, attention_mask: Any, **_: Any) -> Any:
        counts = attention_mask.sum(1).long().tolist()
        states = torch.zeros(*input_ids.shape, encoder.config.hidden_size)
        for row, (ids, count) in enumerate(zip(input_ids, counts, strict=True)):
            own = ids[:count]
            found = kept.of(own.cpu().numpy(), partial(computed, own))
            states[row, :count] = torch.from_numpy(found.astype(np.float32))
        states = states.to(input_ids.device)
        mask = encoder.get_extended_attention_mask(attention_mask, input_ids.shape)
        for layer in encoder.encoder.layer[frozen:]:
            states = layer(states, attention_mask=mask)[0]
        return BaseModelOutput(last_hidden_state=states)

    encoder.forward = forward
    return kept
