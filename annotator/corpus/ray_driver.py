"""The process that drives Ray: batches in by standard input, what became of them out by standard
output, in frames.

Ray prints what it likes, takes the process's signals and logging for its own, and ends it when a
cluster goes away; so it has one for itself. It ends when its standard input does.

A batch that an actor or a node had when it died is let go, and those that nobody has done at the
end begin another pass. Ray by itself would wait for that very actor to come back, which without
its node may be for ever. A batch may so be done twice, which writes the same files.
"""

from __future__ import annotations

import os
import shutil
import socket
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import msgspec
import psutil

from annotator.corpus import told
from annotator.corpus.batch import AnnotateBatch, BatchDone
from annotator.corpus.rows import LawRef
from annotator.corpus.told import CorpusJob
from annotator.errors import AnnotatorError
from annotator.one_line import at_most
from annotator.schema import Struct

#: What holds the batches on their way, which are names of files: the least that Ray takes will do.
_STORE_BYTES = 80 * 2**20
#: CPUs left to Ray itself: where actors take all of them, it may wait for one without end.
_FREE = 1
#: Blocks for each actor: so many that none has much to do when the others are through.
_BLOCKS = 50
#: Seconds in which the head of a cluster is to answer.
_TO_ANSWER = 10.0
#: Seconds that the processes of a Ray of our own have to be gone, once it has ended them.
_TO_BE_GONE = 30.0
_LONGEST_REASON = 300


class RayJob(Struct, frozen=True):
    """What Ray is to do: a job with all its batches, where, and on how many actors.

    ``address`` is that of a cluster's head; empty for a Ray on this machine alone. ``workers`` is 0
    for as many as there are CPUs, but one. ``folder`` is where the user stands: names of files may
    begin there.
    """

    job: CorpusJob
    batches: Sequence[tuple[LawRef, ...]]
    workers: int = 0
    address: str = ""
    folder: str = ""


class RayDone(Struct, frozen=True, tag=True):
    """A batch that is written: its place among all, and what became of it."""

    at: int
    done: BatchDone


class RayRefused(Struct, frozen=True, tag=True):
    """Why nothing more is done, as a sentence for the user."""

    sentence: str


class RayFailed(Struct, frozen=True, tag=True):
    """A fault of the program, in an actor or here."""

    traceback: str


class RayEnded(Struct, frozen=True, tag=True):
    """All batches are done."""


RaySaid = RayDone | RayRefused | RayFailed | RayEnded

_said = msgspec.json.Decoder(RayDone | RayRefused | RayFailed)
_laws = msgspec.json.Decoder(tuple[LawRef, ...])


class BatchActor:
    """What Ray starts on its nodes: an :class:`AnnotateBatch`, fed with rows of Ray Data.

    Args:
        job: what is done with every law, in JSON.
        folder: where the user stands.
    """

    def __init__(self, job: bytes, folder: str) -> None:
        with suppress(OSError):  # a node without it may have all that addresses name
            os.chdir(folder)
        self._annotate = AnnotateBatch(msgspec.json.decode(job, type=CorpusJob))

    def __call__(self, rows: dict[str, Any]) -> dict[str, list[str]]:
        """Do the batches of ``rows`` (``at``, ``laws``), and give what is ``said`` of each.

        What goes in and comes out is JSON: Ray makes arrays of it, and what ends in zeros does not
        come out of an array as it went in.
        """
        said = map(self._done, rows["at"], rows["laws"])
        return {"said": [msgspec.json.encode(one).decode() for one in said]}

    def _done(self, at: Any, laws: str) -> RayDone | RayRefused | RayFailed:
        try:
            return RayDone(at=int(at), done=self._annotate(_laws.decode(laws)))
        except AnnotatorError as error:
            return RayRefused(sentence=str(error))
        except Exception:  # else Ray would let the batch go, and it would come again
            return RayFailed(traceback=traceback.format_exc())


def main() -> None:
    """Do what standard input asks for, on Ray."""
    with os.fdopen(os.dup(1), "wb") as out, suppress(BrokenPipeError):
        os.dup2(2, 1)
        asked = msgspec.msgpack.decode(told.take(sys.stdin.buffer), type=RayJob)
        threading.Thread(target=_outlive_nobody, daemon=True).start()
        try:
            for said in _all(asked):
                told.give(out, said)
        except AnnotatorError as error:
            told.give(out, RayRefused(sentence=str(error)))
        except Exception:
            told.give(out, RayFailed(traceback=traceback.format_exc()))


def _outlive_nobody() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


def _all(asked: RayJob) -> Iterator[RaySaid]:
    """Pass over the batches until all are done."""
    left = dict(enumerate(asked.batches))
    with _connected(asked) as (actors, cpus):
        while left:
            before = len(left)
            reason: list[str] = []
            for said in _passed(asked, left, actors, cpus, reason):
                # It was done twice where an actor died before it could say so.
                if not isinstance(said, RayDone) or left.pop(said.at, None) is not None:
                    yield said
            if len(left) == before:
                yield RayRefused(sentence=_in_vain(reason))
                return
    yield RayEnded()


def _passed(
    asked: RayJob,
    batches: dict[int, tuple[LawRef, ...]],
    actors: int,
    cpus: float,
    reason: list[str],
) -> Iterator[RayDone | RayRefused | RayFailed]:
    """Give each batch to an actor, and say what those say that live. Why Ray itself gave up, if it
    did, is put into ``reason``."""
    import ray
    from ray.data import ActorPoolStrategy, DataContext, from_items

    context = DataContext.get_current()
    context.enable_progress_bars = False
    context.max_errored_blocks = -1
    rows = [{"at": at, "laws": msgspec.json.encode(laws).decode()} for at, laws in batches.items()]
    dataset = from_items(rows, override_num_blocks=min(len(rows), _BLOCKS * actors)).map_batches(
        BatchActor,
        fn_constructor_args=(msgspec.json.encode(asked.job), asked.folder),
        batch_size=1,
        compute=ActorPoolStrategy(size=min(actors, len(rows))),
        num_cpus=cpus,
        max_restarts=0,
        max_task_retries=0,
    )
    try:
        for row in dataset.iter_rows():
            yield _said.decode(row["said"])
    except ray.exceptions.RayError as error:
        reason.append(str(error))


@contextmanager
def _connected(asked: RayJob) -> Iterator[tuple[int, float]]:
    """Ray, while the context lasts: how many actors there are to be, and the CPUs that each takes.

    Raises:
        AnnotatorError: there is none.
    """
    # Ray would tell its makers of every run.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    import ray

    here: dict[str, Any] = {
        "num_cpus": asked.workers + _FREE,
        "object_store_memory": _STORE_BYTES,
        "include_dashboard": False,
    }
    try:
        if asked.address:
            _knock(asked.address)
        begun = ray.init(
            asked.address or "local", log_to_driver=False, **({} if asked.address else here)
        )
    except Exception as error:  # of many kinds: no cluster, or one of another version
        where = f"No Ray cluster can be used at {asked.address}" if asked.address else "Ray fails"
        raise AnnotatorError(
            f"{where} ({_shortened(str(error))}): look whether `ray status` finds it, or leave "
            "out --engine ray."
        ) from None
    cpus = int(ray.cluster_resources().get("CPU", 1))
    try:
        yield asked.workers or max(1, cpus - _FREE), 1.0 if cpus > 1 else 0.5
    finally:
        own = [] if asked.address else psutil.Process().children(recursive=True)
        ray.shutdown()
        _see_gone(own)
        if not asked.address:
            shutil.rmtree(begun.address_info["session_dir"], ignore_errors=True)


def _see_gone(processes: list[psutil.Process]) -> None:
    """Wait until processes have ended: Ray gives its own a second, kills them and does not look."""
    for one in psutil.wait_procs(processes, timeout=_TO_BE_GONE)[1]:
        with suppress(psutil.NoSuchProcess):
            one.kill()


def _knock(address: str) -> None:
    """See to it that there is somebody at an address: Ray would wait for that without end.

    Raises:
        OSError: there is nobody.
    """
    host, colon, port = address.removeprefix("ray://").rpartition(":")
    if colon and port.isdecimal():
        socket.create_connection((host.strip("[]"), int(port)), _TO_ANSWER).close()


def _in_vain(reason: Sequence[str]) -> str:
    why = f" ({_shortened(reason[-1])})" if reason else ""
    return (
        f"The workers on the cluster end whatever they are given{why}: look whether annotate is "
        "installed on every node and whether there is memory enough, and run the command again; it "
        "goes on where it stopped."
    )


def _shortened(reason: str) -> str:
    return at_most(" ".join(reason.split()).rstrip("."), _LONGEST_REASON)
