"""A graph that multiplies in eight bits, and in full where it is asked to.

What goes into a layer's matrices has a few channels many times as wide as the rest, for which eight
bits are too few. So each channel is divided by a factor, which the matrix's rows are multiplied by
(SmoothQuant, Xiao et al. 2023, arXiv:2211.10438): the product is the same, and what is wide is
shared between the two. What goes into the matrix behind the activation spreads from word piece to
word piece besides, and is divided by each one's largest number first. And weights are not rounded
each by itself, but so that a matrix's products change least on clauses of training.

The weights stay beside that as they are, in half precision, so that one file serves three ends: to
be fast, to be exact, and to be trained further. Which of the first two, a truth value says that is
no part of the file: :data:`~annotator.classifier.sessions.FULL_PRECISION` is given when a session
is made, so that onnxruntime folds away the branch that is not taken.
"""

from __future__ import annotations

import copy
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnx
from onnx import TensorProto
from onnx.helper import (
    make_graph,
    make_node,
    make_opsetid,
    make_tensor,
    make_tensor_value_info,
)
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
#: How much of a channel's width the weights take over, behind the activation and elsewhere: there
#: the error of the products is least, on clauses of training.
_TAKEN_OVER = {True: 0.5, False: 0.7}
#: Which of 256 steps is nought behind the activation, which leaves little below nought.
_NOUGHT, _LAST = 64, 255
#: Seven bits a weight: with eight, processors without VNNI overflow and answer differently.
_LARGEST = 63
_SMALLEST = 1e-5
#: So much of the mean channel's square is added to each, and so many rows are done at once.
_DAMPING, _AT_ONCE = 0.01, 64
_DOMAIN = "com.microsoft"


class Channels(NamedTuple):
    """What goes into a matrix: the largest number of each channel, and how channels go together.

    ``products`` is the mean of each channel times each other, over all pieces.
    """

    widest: Floats
    products: Floats


def channels(graph: Path, network: Network, lines: Sequence[Any]) -> dict[str, Channels]:
    """What goes into the matrices when ``lines`` are read, by the name it has in the graph.

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
    sums: dict[str, Any] = dict.fromkeys(wanted, 0)
    pieces = 0
    watching = Network(model.SerializeToString(), network.vocabulary, max_pieces=network.max_pieces)
    for states in watching.states(lines, wanted):
        pieces += len(states[0])
        for name, own in zip(wanted, states, strict=True):
            widest[name] = np.maximum(widest[name], np.abs(own).max(axis=0))
            sums[name] += own.T @ own
    return {name: Channels(widest[name], sums[name] / pieces) for name in wanted}


def in_eight_bits(
    graph: Path,
    path: Path,
    given: Mapping[str, Channels],
    spared: re.Pattern[str] | None = None,
) -> None:
    """Write ``graph`` to ``path`` with a branch for each precision.

    Args:
        graph: its matrices in half or full precision.
        path: where it goes.
        given: what goes into the matrices, as :func:`channels` found it.
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
        group = _Group(name, nodes, matrices, given[name])
        model.graph.initializer.extend(group.constants())
        fast |= group.steps()
    _branch(model.graph, fast)
    model.opset_import.append(make_opsetid(_DOMAIN, 1))
    onnx.save(model, str(path))


class _Group:
    """Matrices that the same states go into: those of query, key and value, or one by itself."""

    def __init__(
        self, states: str, nodes: Sequence[Any], matrices: Sequence[Floats], given: Channels
    ) -> None:
        self.states = states
        self.nodes = nodes
        self.name = nodes[0].name
        self.by_piece = bool(BEHIND_ACTIVATION.search(self.name))
        rows = np.max([np.abs(matrix).max(axis=1) for matrix in matrices], axis=0)
        self.factors = _factors(given.widest, rows, _TAKEN_OVER[self.by_piece])
        widened = [matrix * self.factors[:, None] for matrix in matrices]
        self.scales = [np.abs(matrix).max(axis=0) / _LARGEST for matrix in widened]
        products = given.products / self.factors / self.factors[:, None]
        self.weights = [
            rounded(matrix / scales, products)
            for matrix, scales in zip(widened, self.scales, strict=True)
        ]

    def constants(self) -> Iterable[Any]:
        """The numbers that its steps need."""
        yield from_array(1 / self.factors, f"{self.name}.narrowed")
        for node, weights, scales in zip(self.nodes, self.weights, self.scales, strict=True):
            yield from_array(weights, f"{node.name}.weights")
            yield from_array(scales, f"{node.name}.scales")
            yield from_array(np.zeros(len(scales), dtype=np.int8), f"{node.name}.zeros")
        if self.by_piece:
            above = _LAST - _NOUGHT
            yield from_array(np.array(-above / _NOUGHT, dtype=np.float32), f"{self.name}.below")
            yield from_array(np.array(1 / above, dtype=np.float32), f"{self.name}.scale")
            yield from_array(np.array(_NOUGHT, dtype=np.uint8), f"{self.name}.zero")

    def steps(self) -> dict[str, list[Any]]:
        """What is done in place of each of its nodes, by its name."""
        first, *others = self.nodes
        steps = {first.name: [*self._prepared(), *self._multiplied(first)]}
        return steps | {node.name: list(self._multiplied(node)) for node in others}

    def _prepared(self) -> Iterable[Any]:
        """The states in eight bits: ``.eight``, their ``.scale`` and ``.zero``."""
        name = self.name
        even, *eight = [f"{name}.{part}" for part in ("even", "eight", "scale", "zero")]
        yield make_node("Mul", [self.states, f"{name}.narrowed"], [even])
        if self.by_piece:
            yield from self._divided(even)
            yield make_node("QuantizeLinear", [f"{name}.shares", *eight[1:]], eight[:1])
        else:
            yield make_node("DynamicQuantizeLinear", [even], eight)

    def _divided(self, even: str) -> Iterable[Any]:
        """The ``.size`` of each piece, and its numbers as shares of that.

        It is the largest number, or the smallest where that needs more of the steps it has.
        """
        name = self.name
        high, low, depth, size = (f"{name}.{part}" for part in ("high", "low", "depth", "size"))
        yield make_node("ReduceMax", [even], [high], axes=[-1], keepdims=1)
        yield make_node("ReduceMin", [even], [low], axes=[-1], keepdims=1)
        yield make_node("Mul", [low, f"{name}.below"], [depth])
        yield make_node("Max", [high, depth], [size])
        yield make_node("Div", [even, size], [f"{name}.shares"])

    def _multiplied(self, node: Any) -> Iterable[Any]:
        """Their product with a matrix, under the name that it has in the graph.

        Where the scale is found in each run, by the steps that onnxruntime makes one of, with the
        bias that follows.
        """
        states, own = self.name, node.name
        eight, scale, zero = (f"{states}.{part}" for part in ("eight", "scale", "zero"))
        weights, scales, zeros = (f"{own}.{part}" for part in ("weights", "scales", "zeros"))
        if self.by_piece:
            factors = [eight, weights, scale, scales, zero, zeros]
            yield make_node("MatMulIntegerToFloat", factors, [f"{own}.product"], domain=_DOMAIN)
            yield make_node("Mul", [f"{own}.product", f"{states}.size"], [node.output[0]])
        else:
            yield make_node("MatMulInteger", [eight, weights, zero, zeros], [f"{own}.whole"])
            yield make_node("Cast", [f"{own}.whole"], [f"{own}.float"], to=TensorProto.FLOAT)
            yield make_node("Mul", [scale, scales], [f"{own}.unit"])
            yield make_node("Mul", [f"{own}.float", f"{own}.unit"], [node.output[0]])


def rounded(matrix: Floats, products: Floats) -> npt.NDArray[np.int8]:
    """``matrix`` in whole numbers, such that its product with the states changes least.

    Row by row; what rounding adds is taken off the rows that are still to come, as far as their
    channels go together with those that are done (GPTQ, Frantar et al. 2022, arXiv:2210.17323).

    Args:
        matrix: a row each channel of the states, in steps of one.
        products: of the states' channels, as :class:`Channels` has them.
    """
    damped = products + np.eye(len(products)) * (_DAMPING * products.diagonal().mean())
    onward = np.linalg.cholesky(np.linalg.inv(damped)).T.astype(np.float32)
    left = matrix.astype(np.float32)
    whole = np.zeros(matrix.shape, dtype=np.int8)
    for first in range(0, len(left), _AT_ONCE):
        block = slice(first, first + _AT_ONCE)
        added = np.zeros_like(left[block])
        for row, own in enumerate(range(first, min(first + _AT_ONCE, len(left)))):
            whole[own] = np.clip(np.rint(left[own]), -_LARGEST, _LARGEST)
            added[row] = (left[own] - whole[own]) / onward[own, own]
            left[own : block.stop] -= np.outer(onward[own, own : block.stop], added[row])
        left[block.stop :] -= onward[block, block.stop :].T @ added
    return whole


def _factors(wide: Floats, rows: Floats, taken_over: float) -> Floats:
    """What each channel is divided by: more, the wider it is and the narrower its weights are."""
    widths, weights = np.maximum(wide, _SMALLEST), np.maximum(rows, _SMALLEST)
    factors = np.log(widths) * taken_over - np.log(weights) * (1 - taken_over)
    even: Floats = np.exp(factors - factors.mean()).astype(np.float32)
    return even


def _matrices(model: Any, spared: re.Pattern[str] | None) -> Iterable[Any]:
    for node in model.graph.node:
        named = node.op_type == "MatMul" and MATRICES.search(node.name)
        if named and not (spared and spared.search(node.name)):
            yield node


def _branch(graph: Any, fast: dict[str, list[Any]]) -> None:
    """Let ``graph`` ask which precision is wanted; what widens weights for both stays before that.

    Those of which one has the whole numbers are widened for the other alone.
    """
    stored = {tensor.name for tensor in graph.initializer}
    steps = [step for node in graph.node for step in fast.get(node.name, [node])]
    used = {name for step in steps for name in step.input}
    widens = [node for node in graph.node if set(node.input) <= stored and node.op_type == "Cast"]
    outside = [node for node in widens if node.output[0] in used]
    inside = [node for node in graph.node if node not in outside]
    results = [output.name for output in graph.output]
    branches = {
        "then_branch": _subgraph("full", inside, results),
        "else_branch": _subgraph("fast", [step for step in steps if step not in widens], results),
    }
    asks = make_node("If", [FULL_PRECISION], results, name="precision", **branches)
    del graph.node[:]
    graph.node.extend([*outside, asks])
    graph.initializer.append(_given(FULL_PRECISION))


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
