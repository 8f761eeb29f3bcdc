"""The process that annotates: laws in by standard input, their rows out by standard output.

Whatever a stranger's file does to it, it does to this process alone. It ends when its standard
input does, which its parent holds open as long as it lives.
"""

from __future__ import annotations

import hashlib
import os
import queue
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import BinaryIO

from msgspec.structs import replace

import annotator
from annotator.corpus import told
from annotator.corpus.places import opened, why
from annotator.corpus.rows import LawRef, rows_of
from annotator.corpus.told import CorpusJob, LawDone, LawRefused, WorkerReady, WorkerUnfit
from annotator.errors import AnnotatorError, InputError
from annotator.faults import Fault, as_faults, traceback_of
from annotator.pipeline import load
from annotator.precedents.enacted import enacted
from annotator.readers.intake import PDF_LIMIT

#: Laws are spread over processes; within one, nothing is.
_THREADS = 1


def main() -> None:
    """Annotate what standard input names, until it ends."""
    # The parent ends this process when the user wants it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What a library prints is not to stand among what is said.
    with os.fdopen(os.dup(1), "wb") as out, suppress(BrokenPipeError):
        os.dup2(2, 1)
        job = told.job(told.take(sys.stdin.buffer))
        frames: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(frames,), daemon=True).start()
        if not _loaded(job, out):
            return
        while True:
            told.give(out, _done(told.law(frames.get()), job))


def _listen(frames: queue.SimpleQueue[bytes]) -> None:
    """Take in what is asked, and outlive nobody who asks, be a law in the middle."""
    while frame := told.take(sys.stdin.buffer):
        frames.put(frame)
    os._exit(0)


def _loaded(job: CorpusJob, out: BinaryIO) -> bool:
    try:
        with as_faults("The pipeline"):
            load(
                job.library or None,
                all_proposals=job.all_proposals,
                threads=_THREADS,
                exact=job.exact,
            )
    except AnnotatorError as error:
        told.give(out, WorkerUnfit(sentence=str(error)))
        return False
    told.give(out, WorkerReady())
    return True


def _done(ref: LawRef, job: CorpusJob) -> LawDone | LawRefused:
    start = time.perf_counter()
    try:
        with as_faults(ref.path, passing=(MemoryError,)):
            source = annotator.read(_bytes(ref), name=ref.path)
            found = annotator.annotate(source, job.request(ref.country), threads=_THREADS)
            dated = replace(ref, date=ref.date or enacted(source))
            rows = rows_of(dated, found, everything=job.everything)
    except MemoryError:
        return LawRefused(
            kind="memory",
            reason=f"{ref.path} takes more memory than there is: use fewer --workers.",
        )
    except AnnotatorError as error:
        sys.stderr.write(traceback_of(error))
        fault = isinstance(error, Fault)
        return LawRefused(kind="crash" if fault else "refused", reason=str(error))
    return LawDone(rows=rows, seconds=time.perf_counter() - start)


def _bytes(ref: LawRef) -> bytes:
    """The file's bytes, as many as any reader takes.

    Raises:
        InputError: it cannot be read, or is not what it was when the laws were listed.
    """
    try:
        with opened(ref.path) as file:
            data: bytes = file.read(PDF_LIMIT + 1)
    except Exception as error:
        # What may go wrong with a bucket is for each kind of bucket another class.
        raise InputError(
            f"{ref.path} cannot be read ({why(error)}): look to it, and try again with --retry."
        ) from None
    if len(data) <= PDF_LIMIT and hashlib.sha256(data).hexdigest() != ref.law:
        raise InputError(
            f"{ref.path} was changed while the laws were read: run again with --changed."
        )
    return data
