"""A graph that multiplies in eight bits, and in full where it is asked to.

What goes into a layer's matrices has a few channels many times as wide as the rest, for which eight
bits are too few. So each channel is divided by a factor, which the matrix's rows are multiplied by
(SmoothQuant, Xiao et al. 2023, arXiv:2211.10438): the product is the same, and what is wide is
shared between the two. What goes into the matrix behind the activation spreads from word piece to
word piece besides, and is divided by each one's largest number first.

The weights themselves stay as they are, in half precision, and are brought to eight bits while the
graph is loaded, so that one file serves three ends: to be fast, to be exact, and to be trained
further. Which of the first two, a truth value says that is no part of the file:
:data:`~annotator.classifier.sessions.FULL_PRECISION` is given when a session is made, so that
onnxruntime folds away the branch that is not taken.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto
from onnx.helper import make_graph, make_node, make_tensor, make_tensor_value_info
from onnx.numpy_helper import from_array, to_array

from annotator.classifier.network import Floats, Network
from annotator.classifier.sessions import FULL_PRECISION
from annotator.expressions import expression

#: The matrices that are multiplied in eight bits, by the names that torch's exporter gives them.
MATRICES = expression(
    r"/layer\.\d+/(attention/self/(query|key|value)|attention/output/dense|intermediate/dense|"
    r"output/dense)/MatMul$"
)
#: The one behind the activation: of the largest matrices the most sensitive.
BEHIND_ACTIVATION = expression(r"/layer\.\d+/output/dense/MatMul$")
#: How much of a channel's width the weights take over; .5 to .7 tried on the dev laws.
_TAKEN_OVER = 0.6
#: Seven bits a weight: with eight, processors without VNNI overflow and answer differently.
_LARGEST = 63
_SMALLEST = 1e-5
_ONE, _NONE = "eight_bits.one", "eight_bits.none"

#: The largest number in each channel of what goes into matrices, by its name.
Widths = dict[str, Floats]


def widths(graph: Path, network: Network, lines: Sequence[Any]) -> Widths:
    """How wide each channel is of what goes into the matrices, over ``lines``.

    Args:
        graph: the graph in full precision.
        network: feeds it: the same graph, with its tokenizer.
        lines: as :func:`~annotator.classifier.encoding.encode` makes them; of training.
    """
    model = onnx.load(str(graph))
    wanted = [*{node.input[0]: None for node in _matrices(model, spared=None)}]
    for name in wanted:
        model.graph.output.append(make_tensor_value_info(name, TensorProto.FLOAT, None))
    widest = {name: np.zeros(1, dtype=np.float32) for name in wanted}
    watching = Network(model.SerializeToString(), network.vocabulary, max_pieces=network.max_pieces)
    for states in watching.states(lines, wanted):
        for name, own in zip(wanted, states, strict=True):
            widest[name] = np.maximum(widest[name], np.abs(own).max(axis=0))
    return widest


def in_eight_bits(
    graph: Path, path: Path, wide: Widths, spared: re.Pattern[str] | None = None
) -> None:
    """Write ``graph`` to ``path`` with a branch for each precision.

    Args:
        graph: its matrices in half or full precision.
        path: where it goes.
        wide: as :func:`widths` found them.
        spared: the names of matrices that are multiplied in full by both branches.
    """
    model = onnx.load(str(graph))
    stored = {tensor.name.removesuffix(".half"): tensor for tensor in model.graph.initializer}
    inputs: dict[str, list[Any]] = defaultdict(list)
    for node in _matrices(model, spared):
        inputs[node.input[0]].append(node)
    fast: dict[str, list[Any]] = {}
    for name, nodes in inputs.items():
        matrices = [to_array(stored[node.input[1]]).astype(np.float32) for node in nodes]
        group = _Group(name, nodes, matrices, wide[name])
        model.graph.initializer.extend(group.constants())
        fast |= group.steps()
    _branch(model.graph, fast)
    onnx.save(model, str(path))


class _Group:
    """Matrices that the same states go into: those of query, key and value, or one by itself."""

    def __init__(
        self, states: str, nodes: Sequence[Any], matrices: Sequence[Floats], wide: Floats
    ) -> None:
        self.states = states
        self.nodes = nodes
        self.name = nodes[0].name
        rows = np.max([np.abs(matrix).max(axis=1) for matrix in matrices], axis=0)
        self.factors = _factors(wide, rows)
        self.scales = [
            np.abs(matrix * self.factors[:, None]).max(axis=0) / _LARGEST for matrix in matrices
        ]
        self.by_piece = bool(BEHIND_ACTIVATION.search(self.name))

    def constants(self) -> Iterable[Any]:
        """The numbers that its steps need."""
        yield from_array(1 / self.factors, f"{self.name}.narrowed")
        yield from_array(self.factors[:, None], f"{self.name}.widened")
        for node, scales in zip(self.nodes, self.scales, strict=True):
            yield from_array(1 / scales, f"{node.name}.steps")
            yield from_array(scales, f"{node.name}.scales")
            yield from_array(np.zeros(len(scales), dtype=np.int8), f"{node.name}.zeros")

    def steps(self) -> dict[str, list[Any]]:
        """What is done in place of each of its nodes, by its name."""
        first, *others = self.nodes
        steps = {first.name: [*self._prepared(), *self._multiplied(first)]}
        return steps | {node.name: list(self._multiplied(node)) for node in others}

    def _prepared(self) -> Iterable[Any]:
        """The states in eight bits: ``.eight``, their ``.scale`` and ``.zero``."""
        name = self.name
        yield make_node("Mul", [self.states, f"{name}.narrowed"], [f"{name}.even"])
        even = f"{name}.even"
        if self.by_piece:
            yield make_node("Abs", [even], [f"{name}.sizes"])
            yield make_node("ReduceMax", [f"{name}.sizes"], [f"{name}.size"], axes=[-1], keepdims=1)
            yield make_node("Div", [even, f"{name}.size"], [f"{name}.shares"])
            even = f"{name}.shares"
        outputs = [f"{name}.{part}" for part in ("eight", "scale", "zero")]
        yield make_node("DynamicQuantizeLinear", [even], outputs)

    def _multiplied(self, node: Any) -> Iterable[Any]:
        """Their product with a matrix, under the name that it has in the graph.

        These are the steps that onnxruntime makes one of. The weights are scaled before they are
        quantised, so that it is done in one step of all, which is ten times as fast.
        """
        states, own = self.name, node.name
        yield make_node("Mul", [node.input[1], f"{states}.widened"], [f"{own}.wide"])
        yield make_node("Mul", [f"{own}.wide", f"{own}.steps"], [f"{own}.stepped"])
        yield make_node("QuantizeLinear", [f"{own}.stepped", _ONE, _NONE], [f"{own}.weights"])
        factors = [f"{states}.eight", f"{own}.weights", f"{states}.zero", f"{own}.zeros"]
        yield make_node("MatMulInteger", factors, [f"{own}.whole"])
        yield make_node("Cast", [f"{own}.whole"], [f"{own}.float"], to=TensorProto.FLOAT)
        yield make_node("Mul", [f"{states}.scale", f"{own}.scales"], [f"{own}.unit"])
        product = f"{own}.product" if self.by_piece else node.output[0]
        yield make_node("Mul", [f"{own}.float", f"{own}.unit"], [product])
        if self.by_piece:
            yield make_node("Mul", [product, f"{states}.size"], [node.output[0]])


def _factors(wide: Floats, rows: Floats) -> Floats:
    """What each channel is divided by: more, the wider it is and the narrower its weights are."""
    channels, weights = np.maximum(wide, _SMALLEST), np.maximum(rows, _SMALLEST)
    factors = np.log(channels) * _TAKEN_OVER - np.log(weights) * (1 - _TAKEN_OVER)
    even: Floats = np.exp(factors - factors.mean()).astype(np.float32)
    return even


def _matrices(model: Any, spared: re.Pattern[str] | None) -> Iterable[Any]:
    for node in model.graph.node:
        named = node.op_type == "MatMul" and MATRICES.search(node.name)
        if named and not (spared and spared.search(node.name)):
            yield node


def _branch(graph: Any, fast: dict[str, list[Any]]) -> None:
    """Let ``graph`` ask which precision is wanted; what makes its weights stays before that."""
    stored = {tensor.name for tensor in graph.initializer}
    outside = [node for node in graph.node if set(node.input) <= stored and node.op_type == "Cast"]
    inside = [node for node in graph.node if node not in outside]
    results = [output.name for output in graph.output]
    branches = {
        "then_branch": _subgraph("full", inside, results),
        "else_branch": _subgraph(
            "fast", [step for node in inside for step in fast.get(node.name, [node])], results
        ),
    }
    asks = make_node("If", [FULL_PRECISION], results, name="precision", **branches)
    del graph.node[:]
    graph.node.extend([*outside, asks])
    graph.initializer.extend(
        [from_array(np.float32(1), _ONE), from_array(np.int8(0), _NONE), _given(FULL_PRECISION)]
    )


def _subgraph(name: str, nodes: Iterable[Any], results: Sequence[str]) -> Any:
    """A branch; its results have names of their own, for no two may be alike."""
    own = {result: f"{name}.{result}" for result in results}
    renamed = []
    for node in map(copy.deepcopy, nodes):
        for names in (node.input, node.output):
            for place, each in enumerate(names):
                names[place] = own.get(each, each)
        renamed.append(node)
    outputs = [make_tensor_value_info(each, TensorProto.FLOAT, None) for each in own.values()]
    return make_graph(renamed, name, [], outputs)


def _given(name: str) -> Any:
    """A truth value that whoever makes a session gives, as ONNX says it: it lies elsewhere."""
    value = make_tensor(name, TensorProto.BOOL, [], b"\0", raw=True)
    value.ClearField("raw_data")
    value.data_location = TensorProto.EXTERNAL
    for key, said in (("location", "given"), ("length", "1")):
        value.external_data.add(key=key, value=said)
    return value
