"""Sessions of onnxruntime: the network's graph made ready to run, at once or ahead.

Bringing the graph to eight bits takes a third of a second, in which Python is not held up. So a
run begins with that, in a thread, and reads its law meanwhile; the network takes the session over
when it comes to the first clause. What goes wrong in the thread is not told: there is no session
then, and the network, which makes its own, meets the same fault in its place.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from annotator.classifier.forks import lay_aside, prepare_for_forks
from annotator.errors import ModelError

#: What a graph of two precisions asks whoever makes a session of it: a truth value.
FULL_PRECISION = "in_full_precision"


class _Begun(NamedTuple):
    """A session that is being made, of the graph that it comes with."""

    exact: bool
    process: int
    made: Future[tuple[bytes, Any]]


#: At most one, until it is taken over.
_BEGUN: list[_Begun] = []


def session(graph: bytes, threads: int, *, exact: bool = False, notes: str = "") -> Any:
    """A graph made ready to run.

    Args:
        graph: the ONNX model.
        threads: the cores that share each run.
        exact: in full precision, where the graph can do it in eight bits too.
        notes: how files begin in which it is noted how long each step takes; none by default.

    Raises:
        ModelError: it is no graph that onnxruntime can run.
    """
    import onnxruntime  # costs start-up only where something is classified

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    if notes:
        options.enable_profiling, options.profile_file_prefix = True, notes
    if FULL_PRECISION.encode() in graph:
        given = onnxruntime.OrtValue.ortvalue_from_numpy(np.array(exact))
        options.add_external_initializers([FULL_PRECISION], [given])
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # of many classes, none of whose names is promised
        raise ModelError(f"The trained model's graph cannot be run: {error}") from error


def begin(graph: Path, *, exact: bool = False) -> None:
    """Begin to make a graph ready for a law of many clauses, unless one is begun.

    Of many clauses each core runs its own, so that the session is one for one core.

    Args:
        graph: its file.
        exact: in full precision.
    """
    if _BEGUN:
        return
    prepare_for_forks()
    # It is waited for where the program ends before: onnxruntime must not be at work then.
    thread = ThreadPoolExecutor(1)
    _BEGUN.append(_Begun(exact, os.getpid(), thread.submit(_made, graph, exact)))
    thread.shutdown(wait=False)


def begun(graph: bytes, threads: int, *, exact: bool) -> Any | None:
    """The session that was begun, once it is there; None where none was begun for this.

    Args:
        graph: the ONNX model.
        threads: the cores that share each run.
        exact: in full precision.
    """
    if threads != 1 or not _BEGUN or _BEGUN[0].exact != exact:
        return None
    ahead = _BEGUN.pop()
    if ahead.process != os.getpid():  # a fork, which has none of its parent's threads
        lay_aside(ahead)
        return None
    if ahead.made.exception() is not None:
        return None
    read, made = ahead.made.result()
    return made if read == graph else None


def _made(graph: Path, exact: bool) -> tuple[bytes, Any]:
    content = graph.read_bytes()
    return content, session(content, 1, exact=exact)
