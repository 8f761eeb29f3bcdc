"""A process that annotates laws, watched over: what hangs, grows or dies is one law's end.

The process is a plain child and none of ``multiprocessing``, since it starts children of its own,
and whoever starts it may be a notebook, a test or an actor of Ray.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import BinaryIO, cast

import msgspec
import psutil

from annotator.corpus import told
from annotator.corpus.rows import LawRef
from annotator.corpus.told import (
    CorpusJob,
    LawDone,
    LawRefused,
    WorkerReady,
    WorkerSaid,
    WorkerUnfit,
)
from annotator.errors import AnnotatorError, CorpusError

#: Seconds between two looks at it.
_TICK = 0.05
#: How many times as long a law may take by the clock.
PATIENCE = 4
#: A look counts for no more: while a machine sleeps, no law takes time.
_LONGEST_TICK = 1.0
#: Seconds that loading the pipeline may take, be the machine ever so busy.
_TO_LOAD = 600.0
_MEGABYTE = 1_000_000
#: Of the memory that a law may take, the share that may stay behind in a process.
_LEFT_BEHIND = 0.5
#: How often a law may bring a process down by itself before it is given up: the system may have
#: ended it for what others took.
_LIVES = 2
#: What would start threads of its own for arithmetic.
_ONE_THREAD = dict.fromkeys(
    (
        "OMP_NUM_THREADS",
        "OPENBLAS_NUM_THREADS",
        "MKL_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
        "RAYON_NUM_THREADS",
    ),
    "1",
)
#: Neither the user's settings nor the folder in which the user stands have a say in what is run:
#: modules are found where this process finds them.
_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); " + (
    "from annotator.corpus.child import main; main()"
)


class Watched:
    """A process that annotates, and the next one after each that had to be ended.

    Args:
        job: what it does with every law.
    """

    def __init__(self, job: CorpusJob) -> None:
        self._job = job
        self._process: subprocess.Popen[bytes] | None = None
        self._said: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        #: Bytes that it held when it was ready.
        self._held = 0
        self.is_closed = False

    def annotate(self, ref: LawRef) -> LawDone | LawRefused:
        """Annotate a law.

        Raises:
            AnnotatorError: no process can be started, or none can load the pipeline.
        """
        for _ in range(_LIVES):
            became = self._annotated(ref)
            if became is not None:
                return became
            status = self._end()
        return _died(ref, status)

    def close(self) -> None:
        """End the process, whatever it does, and start no other. Another thread may do so."""
        self.is_closed = True
        self._end()

    def _annotated(self, ref: LawRef) -> LawDone | LawRefused | None:
        """What became of a law; nothing where the process died."""
        process = self._running()
        # Before it is asked: what it takes while this thread waits for a processor is the law's.
        job, before, clock = self._job, _held_by(process), _LawClock(process)
        with suppress(OSError, ValueError):  # it is dead, or closed, which shows at once
            told.give(cast(BinaryIO, process.stdin), ref)
        while (said := self._next()) is None:
            if clock.looked_at() > job.time_limit:
                self._end()
                return _too_long(ref, job)
            if _held_by(process) - before > job.memory_limit * _MEGABYTE:
                self._end()
                return _too_large(ref, job)
        if not isinstance(said, LawDone | LawRefused):
            return None
        if _held_by(process) - self._held > job.memory_limit * _MEGABYTE * _LEFT_BEHIND:
            self._end()
        return said

    def _next(self) -> WorkerSaid | bytes | None:
        """What the process says; nothing yet, or ``b""`` where it is dead."""
        try:
            frame = self._said.get(timeout=_TICK)
        except queue.Empty:
            return None
        try:
            return told.said(frame) if frame else frame
        except msgspec.DecodeError:  # what a stranger's file made of it
            return b""

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, which has loaded the pipeline.

        Raises:
            AnnotatorError: it cannot.
        """
        if self.is_closed:
            raise CorpusError("The work was stopped before its end.")
        if self._process is not None:
            return self._process
        process = self._process = _started(self._job)
        if self.is_closed:
            # Since it was looked at; whoever closed may not have seen the process.
            self._end()
        self._said = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(process, self._said), daemon=True).start()
        try:
            frame = self._said.get(timeout=_TO_LOAD)
        except queue.Empty:
            frame = b""
        said = told.said(frame) if frame else None
        if isinstance(said, WorkerUnfit):
            self._end()
            raise AnnotatorError(said.sentence)
        if not isinstance(said, WorkerReady):
            status = self._end()
            raise CorpusError(
                f"A worker ended before it had loaded the pipeline (status {status}): there may be "
                "too little memory; use fewer --workers."
            )
        self._held = _held_by(process)
        return process

    def _end(self) -> int:
        """End the process, and give its status."""
        process, self._process = self._process, None
        if process is None:
            return 0
        if process.poll() is None:
            process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe and pipe.close()
        return process.wait()


def _started(job: CorpusJob) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-I", "-S", "-c", _START, json.dumps(sys.path)]
    quiet = None if os.environ.get("ANNOTATE_DEBUG") else subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603  # our own command
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=quiet,
            env=os.environ | _ONE_THREAD,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise CorpusError(
            f"No process can be started ({error.strerror}): use fewer --workers."
        ) from None
    with suppress(OSError):
        told.give(cast(BinaryIO, process.stdin), job)
    return process


def _listen(process: subprocess.Popen[bytes], to: queue.SimpleQueue[bytes]) -> None:
    """Pass on what a process says, and at its end nothing."""
    with suppress(OSError, ValueError):
        while frame := told.take(cast(BinaryIO, process.stdout)):
            to.put(frame)
    to.put(b"")


class _LawClock:
    """The seconds that a law takes: those of a processor, or a part of those of the clock.

    Where others keep the processors busy, a law takes many times as long, and is no worse for it;
    one that waits for what never comes takes no time of a processor.
    """

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process = process
        self._before = self._used()
        self._looked, self._by_clock = time.monotonic(), 0.0

    def looked_at(self) -> float:
        now = time.monotonic()
        self._by_clock += min(now - self._looked, _LONGEST_TICK)
        self._looked = now
        return max(self._used() - self._before, self._by_clock / PATIENCE)

    def _used(self) -> float:
        try:
            used = psutil.Process(self._process.pid).cpu_times()
        except psutil.Error:  # it is dead
            return 0.0
        return float(used.user + used.system)


def _held_by(process: subprocess.Popen[bytes]) -> int:
    """The bytes of memory that a process holds; 0 of one that is dead."""
    try:
        return int(psutil.Process(process.pid).memory_info().rss)
    except psutil.Error:
        return 0


def _too_long(ref: LawRef, job: CorpusJob) -> LawRefused:
    return LawRefused(
        kind="timeout",
        reason=f"{ref.path} takes longer than {job.time_limit:g} seconds: look what it is, or "
        "raise --time-limit.",
    )


def _too_large(ref: LawRef, job: CorpusJob) -> LawRefused:
    return LawRefused(
        kind="memory",
        reason=f"{ref.path} takes more than {job.memory_limit:,} MB of memory: look what it is, or "
        "raise --memory-limit.",
    )


def _died(ref: LawRef, status: int) -> LawRefused:
    """Of a law at which the process died by itself, each time it was tried."""
    if status == -getattr(signal, "SIGKILL", 0):
        return LawRefused(
            kind="memory",
            reason=f"{ref.path} was given up when the system ended the process that read it, most "
            "likely for want of memory: use fewer --workers.",
        )
    how = f"signal {-status}" if status < 0 else f"status {status}"
    return LawRefused(
        kind="crash",
        reason=f"{ref.path} brings the process down that reads it ({how}): please send this "
        "sentence to the project's issue tracker, with the law if you may share it.",
    )
