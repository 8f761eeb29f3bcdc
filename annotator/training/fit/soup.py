"""Several trainings averaged into one network: a model soup.

Networks that were fine-tuned from the same encoder with other seeds lie close enough together for
the mean of their weights to be a network again, often a better one than each, and no slower
(Wortsman et al. 2022, "Model soups").
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import torch
from spacy.language import Language

from annotator.errors import ModelError
from annotator.training.fit.heads import HEADS, Linearly, encoder_of, folded, head_of, unfold


def mix(folders: Sequence[Path]) -> Language:
    """The pipeline whose weights are the mean of those in ``folders``.

    Raises:
        ModelError: fewer than two pipelines are named.
    """
    if len(folders) < 2:
        raise ModelError("A soup is made of two trained pipelines or more.")
    pipelines = [spacy.load(folder) for folder in folders]
    into = pipelines[0]
    states = [encoder_of(nlp).state_dict() for nlp in pipelines]
    encoder_of(into).load_state_dict({name: _mean(states, name) for name in states[0]})
    for head in HEADS:
        models = [head_of(nlp, head) for nlp in pipelines]
        means = (np.mean(part, axis=0) for part in zip(*map(folded, models), strict=True))
        unfold(models[0], Linearly(*means))
    return into


def _mean(states: Sequence[dict[str, Any]], name: str) -> Any:
    values = [state[name] for state in states]
    # Buffers of whole numbers (position ids) are the same in all.
    return torch.stack(values).mean(dim=0) if values[0].is_floating_point() else values[0]
