"""The engine for a cluster: Ray Data, each actor of which does a batch at a time. Needs the extra
``cluster``."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.metadata import PackageNotFoundError, version
from typing import BinaryIO, cast

import msgspec

from annotator.corpus import told
from annotator.corpus.batch import BatchDone
from annotator.corpus.ray_driver import RayEnded, RayFailed, RayJob, RayRefused, RaySaid
from annotator.corpus.rows import LawRef
from annotator.corpus.told import CorpusJob
from annotator.errors import CorpusError, UsageError

#: From this Ray on it wants pydantic 2; the extra ``rounds`` holds an environment at 1.
_NEWER_RAY, _NEWER_PYDANTIC = (2, 56), (2,)
#: Seconds that Ray has for it.
_TO_END = 60.0
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); " + (
    "from annotator.corpus.ray_driver import main; main()"
)
_decoder: msgspec.msgpack.Decoder[RaySaid] = msgspec.msgpack.Decoder(RaySaid)


def through_ray(
    job: CorpusJob, batches: Sequence[Sequence[LawRef]], workers: int, address: str = ""
) -> Generator[BatchDone]:
    """Annotate batches on Ray, and say what became of each as soon as it is written.

    The laws and the corpus must be found by the same names on every node, as in a bucket or on a
    disk that all share, and this program must be installed there.

    Args:
        job: what is done with every law.
        batches: of laws.
        workers: how many are done at a time, each by an actor; 0 on a cluster for as many as it has
            CPUs, but one.
        address: of a cluster's head, as ``ray.init`` takes it; empty for a Ray on this machine that
            ends with the run.

    Raises:
        UsageError: Ray is not there, or of a version that this environment cannot run.
        CorpusError: there is no cluster, or it has ended, or nothing can be done or written there.
    """
    check_ray()
    if not batches:
        return
    asked = RayJob(
        job=job,
        batches=[tuple(batch) for batch in batches],
        workers=workers,
        address=address,
        folder=os.getcwd(),
    )
    with _driver(asked) as process:
        while not isinstance(said := _next(process, address), RayEnded):
            if isinstance(said, RayRefused):
                raise CorpusError(said.sentence)
            if isinstance(said, RayFailed):
                raise RuntimeError(said.traceback)
            yield said.done


def check_ray() -> None:
    """See to it that Ray can be started.

    Raises:
        UsageError: it is not there, or of a version that this environment cannot run.
    """
    if importlib.util.find_spec("ray") is None:
        raise UsageError(
            "--engine ray needs Ray: `pip install 'annotate-gender[cluster]'` installs it, or in "
            "the repository's folder `pip install '.[cluster]'`."
        )
    if _release("ray") >= _NEWER_RAY and _release("pydantic") < _NEWER_PYDANTIC:
        raise UsageError(
            "This Ray needs pydantic 2, and the extra `rounds` has put pydantic 1 here: "
            "`pip install 'ray[data]<2.56'`, or give the cluster an environment of its own."
        )


def _release(package: str) -> tuple[int, ...]:
    """Major and minor number of a package; of one that is not there, more than any has."""
    try:
        return tuple(int(number) for number in version(package).split(".")[:2])
    except PackageNotFoundError:
        return (sys.maxsize,)


def _next(process: subprocess.Popen[bytes], address: str) -> RaySaid:
    """What the driver says next."""
    frame = told.take(cast(BinaryIO, process.stdout))
    if not frame:
        raise CorpusError(
            f"Ray has ended {f'at {address}' if address else 'by itself'} before all was done: run "
            "the command again when it is back; it goes on where it stopped."
        )
    return _decoder.decode(frame)


@contextmanager
def _driver(asked: RayJob) -> Iterator[subprocess.Popen[bytes]]:
    """The process that drives Ray, which ends with the context, and with this process."""
    process = subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-c", _START, json.dumps(sys.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=None if os.environ.get("ANNOTATE_DEBUG") else subprocess.DEVNULL,
        # Ctrl-C is for who asked; Ray would print what it makes of it.
        start_new_session=True,
    )
    try:
        with suppress(OSError):
            told.give(cast(BinaryIO, process.stdin), asked)
        yield process
    finally:
        # At its end Ray puts away what it has started.
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TO_END)
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe and pipe.close()
        process.wait()
