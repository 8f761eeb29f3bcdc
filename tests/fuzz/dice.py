"""The network's place taken by dice, so that a run is ten times as long in the same time.

Nine clauses in ten of the fuzzer's are no sentences, on which the network's opinion is worth
little and costs most of the time. Dice, thrown by the words of each line, give it every label and
issue, so that amendments are tried that no network would ask for. All else is the program: the
tokenizer, the bag of words, the calibration. One file in ten is read by the network itself.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from annotator.schema import ISSUES, LABELS

#: How wide logits spread: the labels are mostly sure, and two issues or three are raised.
_SPREAD = 4.0
_SELDOM_RAISED = 5.0


@contextmanager
def thrown(*, loaded: bool = False) -> Iterator[None]:
    """Answer for every onnxruntime session while this lasts.

    Loaded dice call every clause blind and raise every issue, so that all that fits is proposed.
    """
    session: Any = onnxruntime.InferenceSession
    sound = session.run
    session.run = _run_loaded if loaded else _run
    try:
        yield
    finally:
        session.run = sound


def _run(
    session: Any, names: Sequence[str], feed: Mapping[str, Any], options: Any = None
) -> list[npt.NDArray[np.float32]]:
    rows = feed["input_ids"]
    inside = feed["attention_mask"].astype(bool)
    answers = [_answers(row[mask], len(row)) for row, mask in zip(rows, inside, strict=True)]
    return [np.stack([answer[name] for answer in answers]) for name in names]


def _run_loaded(
    session: Any, names: Sequence[str], feed: Mapping[str, Any], options: Any = None
) -> list[npt.NDArray[np.float32]]:
    count, width = feed["input_ids"].shape
    labels = np.where(np.array(LABELS) == "blind", _SPREAD, -_SPREAD)
    said = {
        "labels": np.tile(labels, (count, 1)),
        "issues": np.full((count, len(ISSUES)), _SPREAD),
        "shares": np.zeros((count, width, len(LABELS))),
    }
    return [said[name].astype(np.float32) for name in names]


def _answers(pieces: npt.NDArray[np.int64], width: int) -> dict[str, npt.NDArray[np.float32]]:
    """What is said of one line: the same whatever stands beside it in the batch."""
    dice = np.random.default_rng(zlib.crc32(pieces.tobytes()))
    labels = dice.normal(0, _SPREAD, len(LABELS))
    issues = dice.normal(0, _SPREAD, len(ISSUES)) - _SELDOM_RAISED
    shares = np.zeros((width, len(LABELS)))
    shares[: len(pieces)] = dice.normal(0, 1, (len(pieces), len(LABELS)))
    said = {"labels": labels, "issues": issues, "shares": shares}
    return {name: value.astype(np.float32) for name, value in said.items()}
