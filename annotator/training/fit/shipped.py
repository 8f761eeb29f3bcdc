"""The weights of a pipeline that ships, taken back out of its graph, to go on training from them.

A repository holds what ships and not the torch pipeline that it was made from, which is four times
as large. Its graph has the same weights in half precision, which is as much as a training needs,
whether or not it also multiplies in eight bits.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch

from annotator.errors import ModelError
from annotator.expressions import expression
from annotator.schema import Struct
from annotator.training.fit.heads import Linearly

#: Where a pipeline that ships has its graph.
GRAPH = Path("clause_classifier") / "model.onnx"
_ENCODER = "encoder."
_HEADS = {"label": "label_head", "issues": "issue_head"}
_IN_EIGHT_BITS = "_quantized"
_MATRIX = expression(r"/encoder/(encoder/.+)/MatMul")


class Weights(Struct, frozen=True):
    """What a training begins from: the encoder's by torch's names, and the heads by spaCy's."""

    encoder: dict[str, Any]
    heads: dict[str, Linearly]


def is_shipped(pipeline: Path) -> bool:
    """Whether a folder holds a pipeline as it ships, and not as it was trained."""
    return (pipeline / GRAPH).is_file()


def weights_in(pipeline: Path) -> Weights:
    """The weights of a pipeline that ships.

    Args:
        pipeline: its folder.

    Raises:
        ModelError: its graph cannot be read, or keeps its matrices in eight bits, from which
            nothing is trained any further.
    """
    path = pipeline / GRAPH
    try:
        graph = onnx.load(str(path), load_external_data=False).graph
    except Exception as error:  # protobuf's own, which has no name that is promised
        raise ModelError(f"{path} cannot be read as a graph: {error}.") from error
    stored = {
        tensor.name.removesuffix(".half"): onnx.numpy_helper.to_array(tensor)
        for tensor in graph.initializer
        if not tensor.external_data
    }
    if any(name.endswith(_IN_EIGHT_BITS) for name in stored):
        raise ModelError(f"The matrices of {path} are kept in eight bits: too few to train from.")
    try:
        heads = {
            name: Linearly(*(_widened(stored[f"{head}.{part}"]) for part in ("weight", "bias")))
            for name, head in _HEADS.items()
        }
    except KeyError as error:
        raise ModelError(f"{path} lacks {error}: it is no graph of this program's.") from error
    encoder = {
        name.removeprefix(_ENCODER): torch.from_numpy(_widened(values))
        for name, values in [*stored.items(), *_matrices(graph, stored)]
        if name.startswith(_ENCODER)
    }
    return Weights(encoder=encoder, heads=heads)


def _matrices(graph: Any, stored: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Those of the layers, by torch's names: in the graph they have numbers, and lie on their side.

    Only the steps that use them say whose they are.
    """
    for node in _steps(graph):
        found = _MATRIX.fullmatch(node.name) if node.op_type == "MatMul" else None
        if found and node.input[1] in stored:
            yield f"{_ENCODER}{found[1].replace('/', '.')}.weight", stored[node.input[1]].T


def _steps(graph: Any) -> Iterator[Any]:
    """The nodes of a graph and of its branches."""
    for node in graph.node:
        yield node
        for attribute in node.attribute:
            yield from _steps(attribute.g)


def _widened(values: Any) -> Any:
    return np.array(values, dtype=np.float32, order="C")
