"""The part ``limits`` of the bench: how near the classifier comes to the machine's limit.

What this machine's cores multiply at best is measured first, in full precision and in eight bits,
with the shapes of the classifier's matrices. Then the graph reads the clauses of a law on one core,
while onnxruntime notes how long each of its steps takes: the multiplications of its word pieces, by
the seconds of all steps of a layer, are what of the limit it reaches.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, Literal

import numpy as np

from annotator.classifier.component import ClauseClassifier
from annotator.classifier.encoding import line_of
from annotator.classifier.network import Network, own_cores
from annotator.classifier.sessions import session
from annotator.measuring.speed import Tell
from annotator.pipeline import pipeline_folder
from annotator.readers import read
from annotator.schema import Struct
from annotator.segmenter import segment
from annotator.training.measure.predictions import component_of

Precision = Literal["full", "eight bits"]

#: Word pieces of the batches on which the limit is measured.
PIECES = 2048
#: States that go in and come out: of query, key, value and what follows, before and behind the
#: activation.
SHAPES = ((384, 384), (384, 1536), (1536, 384))
_TIMES = 7
_READ = ("shares", "labels", "issues")
_NORM = "LayerNormalization"
#: Steps by what the table calls them; what is none of these is *the rest*.
_STEPS = {
    "MatMul": "matrices in full",
    "Gemm": "matrices in full",
    "DynamicQuantizeMatMul": "matrices in eight bits",
    "MatMulIntegerToFloat": "matrices in eight bits",
    "DynamicQuantizeLinear": "to eight bits",
    "FusedMatMul": "attention",
    "Softmax": "attention",
    "Transpose": "attention",
    "BiasGelu": "activation",
    "Gelu": "activation",
    _NORM: "norm",
}


class Limit(Struct, frozen=True):
    """Billions of operations a second that a matrix of one shape is multiplied with."""

    shape: tuple[int, int]
    precision: Precision
    cores: int
    speed: float


class Profile(Struct, frozen=True):
    """One core reading the clauses of a law.

    ``operations`` are those of a layer's matrices, in billions, for all pieces;
    ``layers`` and ``steps`` are seconds.
    """

    clauses: int
    operations: float
    layers: dict[int, float]
    steps: dict[str, float]


def limits(cores: Sequence[int]) -> Iterator[Limit]:
    """What the machine reaches, by shape, precision and cores: the best of several tries each."""
    for shape in SHAPES:
        for precision in ("full", "eight bits"):
            for count in cores:
                speed = _speed(_matrix(shape, precision), shape, count)
                yield Limit(shape, precision, count, speed)


def _matrix(shape: tuple[int, int], precision: Precision) -> bytes:
    """A graph of one multiplication: ``states`` by a matrix of any numbers."""
    from onnx import TensorProto
    from onnx.helper import make_graph, make_model, make_node, make_opsetid, make_tensor_value_info
    from onnx.numpy_helper import from_array

    dice = np.random.default_rng(0)
    constants: dict[str, Any] = {"matrix": dice.standard_normal(shape).astype(np.float32)}
    node = make_node("MatMul", ["states", "matrix"], ["product"])
    if precision == "eight bits":
        zeros = np.zeros(shape[1], dtype=np.int8)
        constants = {"matrix": dice.integers(-63, 64, shape, dtype=np.int8), "zeros": zeros}
        constants["scales"] = np.ones(shape[1], dtype=np.float32)
        names = ["states", "matrix", "scales", "zeros"]
        node = make_node("DynamicQuantizeMatMul", names, ["product"], domain="com.microsoft")
    states, product = (
        make_tensor_value_info(name, TensorProto.FLOAT, [None, size])
        for name, size in zip(("states", "product"), shape, strict=True)
    )
    stored = [from_array(values, name) for name, values in constants.items()]
    graph = make_graph([node], precision, [states], [product], stored)
    opsets = [make_opsetid("", 17), make_opsetid("com.microsoft", 1)]
    model: bytes = make_model(graph, opset_imports=opsets, ir_version=8).SerializeToString()
    return model


def _speed(graph: bytes, shape: tuple[int, int], cores: int) -> float:
    multiplied = session(graph, cores)
    feed = {"states": np.random.default_rng(1).random((PIECES, shape[0]), dtype=np.float32)}
    multiplied.run(None, feed)
    return _operations(PIECES, [shape]) / min(_seconds(multiplied, feed) for _ in range(_TIMES))


def _seconds(multiplied: Any, feed: dict[str, Any]) -> float:
    start = time.perf_counter()
    multiplied.run(None, feed)
    return time.perf_counter() - start


def _operations(pieces: float, shapes: Iterable[tuple[int, int]]) -> float:
    """Billions of multiplications and additions."""
    return 2e-9 * pieces * sum(rows * columns for rows, columns in shapes)


def profile(classifier: ClauseClassifier, lines: Sequence[Any], *, exact: bool = False) -> Profile:
    """Let the classifier's graph read ``lines`` on one core, and see what took how long.

    Args:
        classifier: as it ships.
        lines: as :func:`~annotator.classifier.encoding.encode` makes them.
        exact: in full precision.
    """
    network = classifier.network
    assert network is not None  # noqa: S101  # for mypy: what ships is trained
    pieces = runs = 0
    with tempfile.TemporaryDirectory() as scratch:
        watched = _Watched(network, Path(scratch) / "steps", exact=exact)
        for shares, *_ in watched.states(lines, _READ):
            pieces, runs = pieces + len(shares), runs + 1
        steps = watched.steps()
    by_step: dict[str, float] = defaultdict(float)
    for operator, seconds in steps:
        by_step[_STEPS.get(operator, "the rest")] += seconds
    shapes = [(384, 384)] * 4 + [(384, 1536), (1536, 384)]
    return Profile(
        clauses=len(lines),
        operations=_operations(pieces, shapes),
        layers=_by_layer(steps, runs),
        steps=dict(by_step),
    )


def _by_layer(steps: Sequence[tuple[str, float]], runs: int) -> dict[int, float]:
    """The seconds of each layer, over all runs.

    Steps bear no names by which to tell, once onnxruntime has taken one branch of a graph. But the
    embeddings end with a norm, and each layer with its second.
    """
    layers: dict[int, float] = defaultdict(float)
    each = len(steps) // runs
    for first in range(0, len(steps), each):
        run = steps[first : first + each]
        norms = list(accumulate((operator == _NORM for operator, _ in run), initial=0))
        for (_, seconds), before in zip(run, norms, strict=False):
            if 0 < before < norms[-1]:
                layers[(before - 1) // 2] += seconds
    return dict(layers)


class _Watched(Network):
    """A network whose session notes how long each step takes."""

    def __init__(self, network: Network, notes: Path, *, exact: bool) -> None:
        super().__init__(
            network.graph, network.vocabulary, max_pieces=network.max_pieces, threads=1, exact=exact
        )
        self._noting = session(self.graph, 1, exact=exact, notes=str(notes))

    def _session(self, threads: int) -> Any:
        return self._noting

    def steps(self) -> list[tuple[str, float]]:
        """The operator and seconds of each step that was taken, in their order."""
        events = json.loads(Path(self._noting.end_profiling()).read_text(encoding="utf-8"))
        return [
            (event["args"]["op_name"], event["dur"] / 1e6)
            for event in events
            if event.get("cat") == "Node" and event["name"].endswith("kernel_time")
        ]


def report(law: Path, tell: Tell) -> Iterator[str]:
    """The limits, and what of them the classifier as it ships reaches with the clauses of a law.

    Args:
        law: whose clauses are read.
        tell: is told what is measured next.
    """
    cores = sorted({1, own_cores()})
    tell(f"matrices on {' and '.join(map(_cores, cores))}")
    found = list(limits(cores))
    yield "  Billions of operations a second"
    yield from _limit_rows(found)
    clauses = segment(read(law).text).clauses
    lines = [line_of(clause) for clause in clauses if clause.provides]
    classifier = component_of(pipeline_folder())
    for exact in (False, True):
        tell(f"the network, {'in full precision' if exact else 'in eight bits'}, on one core")
        yield from _profile_rows(profile(classifier, lines, exact=exact), found, exact)


def _limit_rows(found: Sequence[Limit]) -> Iterator[str]:
    columns = sorted({(one.precision, one.cores) for one in found}, reverse=True)
    heads = [f"{precision}, {_cores(cores)}" for precision, cores in columns]
    yield f"  {f'{PIECES} pieces by':<18}" + "".join(f"{head:>22}" for head in heads)
    for shape in SHAPES:
        speeds = {(one.precision, one.cores): one.speed for one in found if one.shape == shape}
        row = "".join(f"{speeds[column]:>22.0f}" for column in columns)
        yield f"  {f'{shape[0]} x {shape[1]}':<18}{row}"


def _cores(count: int) -> str:
    return "1 core" if count == 1 else f"{count} cores"


def _profile_rows(one: Profile, found: Sequence[Limit], exact: bool) -> Iterator[str]:
    precision: Precision = "full" if exact else "eight bits"
    limit = max(each.speed for each in found if each.cores == 1 and each.precision == precision)
    whole = sum(one.steps.values())
    yield ""
    yield (
        f"  The network reads {one.clauses} clauses on one core in {whole:.1f} s"
        f"{' in full precision' if exact else ''}"
    )
    for layer, seconds in one.layers.items():
        speed = one.operations / seconds
        share = f"{speed / limit:4.0%} of the limit"
        yield f"  layer {layer + 1:<4}{seconds:8.2f} s{speed:8.0f}  {share}"
    for name, seconds in sorted(one.steps.items(), key=lambda each: -each[1]):
        yield f"  {name:<24}{seconds:8.2f} s  {seconds / whole:4.0%}"
