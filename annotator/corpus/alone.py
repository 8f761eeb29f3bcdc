"""One run at a time in a corpus: in a folder by a lock of the system, in a bucket by a lease.

A lock ends with the process that holds it. A bucket has no such thing: a run keeps a small file
there, which it writes anew every few seconds, and who finds one watches whether that goes on. So
no clocks are compared, and what a run leaves behind that was killed keeps nobody out for long.
"""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

import msgspec
import psutil

from annotator.corpus.store import CorpusStore
from annotator.errors import AnnotatorError, UsageError
from annotator.files import writing
from annotator.schema import Struct

_NAME = ".lock"
#: Seconds after which a lease is written anew, and for which it is watched before it is taken.
_RENEWED, _WATCHED = 15.0, 60.0


class Lease(Struct, frozen=True):
    """Who is at work in a bucket: a process, and how often the lease has been written."""

    run: str
    host: str
    process: int
    begun: float
    beat: int = 0


@contextmanager
def alone(store: CorpusStore) -> Iterator[None]:
    """See to it that no other run writes into the same folder or bucket meanwhile.

    Raises:
        UsageError: one does.
    """
    with _locked(store, store.folder) if store.folder else _leased(store):
        yield


@contextmanager
def _locked(store: CorpusStore, folder: Path) -> Iterator[None]:
    try:
        import fcntl
    except ImportError:  # of Windows; two runs there would do the same laws twice
        yield
        return
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _NAME).open("wb")
    # It ends with the process that holds it, however that ends.
    with lock as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise _at_work(store) from None
        yield


@contextmanager
def _leased(store: CorpusStore) -> Iterator[None]:
    known = store.get(_NAME)
    if known is not None and not _is_left_behind(known) and _is_renewed(store, known):
        raise _at_work(store)
    own = _own_lease()
    _write(store, own)
    # Of two that begin at once, the second is let in.
    if not _is_ours(store, own):
        raise _at_work(store)
    ended = threading.Event()
    renewing = threading.Thread(target=_renew, args=(store, own, ended), daemon=True)
    renewing.start()
    try:
        yield
    finally:
        ended.set()
        renewing.join()
        with suppress(AnnotatorError):
            if _is_ours(store, own):
                store.remove(_NAME)


def _own_lease() -> Lease:
    own = psutil.Process()
    return Lease(
        run=uuid4().hex, host=socket.gethostname(), process=own.pid, begun=own.create_time()
    )


def _renew(store: CorpusStore, own: Lease, ended: threading.Event) -> None:
    beat = 0
    while not ended.wait(_RENEWED):
        beat += 1
        with suppress(AnnotatorError):  # a network that is away for a moment
            # Another has it where this machine has slept meanwhile.
            if _is_ours(store, own):
                _write(store, msgspec.structs.replace(own, beat=beat))


def _is_ours(store: CorpusStore, own: Lease) -> bool:
    return own.run.encode() in (store.get(_NAME) or b"")


def _is_left_behind(lease: bytes) -> bool:
    """Whether it is of a process of this machine that has ended, or says of none whose it is."""
    try:
        one = msgspec.json.decode(lease, type=Lease)
    except msgspec.DecodeError:
        return True
    if one.host != socket.gethostname():
        return False
    try:
        return bool(abs(psutil.Process(one.process).create_time() - one.begun) > 1)
    except psutil.Error:
        return True


def _is_renewed(store: CorpusStore, lease: bytes) -> bool:
    """Whether somebody writes it anew, or takes it away, while it is watched."""
    waited, pause = 0.0, threading.Event()
    while waited < _WATCHED:
        pause.wait(_RENEWED / 3)
        waited += _RENEWED / 3
        now = store.get(_NAME)
        if now != lease:
            return now is not None
    return False


def _write(store: CorpusStore, lease: Lease) -> None:
    store.put(_NAME, msgspec.json.encode(lease))


def _at_work(store: CorpusStore) -> UsageError:
    return UsageError(
        f"Another run is at work in {store.out}: wait for its end, or name another folder."
    )
