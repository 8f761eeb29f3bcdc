"""One run at a time in a bucket, and none kept out for long by what was killed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import fsspec
import msgspec
import psutil
import pytest

from annotator.corpus import alone as alone_
from annotator.corpus.alone import Lease, alone
from annotator.corpus.store import CorpusStore
from annotator.errors import UsageError


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[CorpusStore]:
    monkeypatch.setattr(alone_, "_RENEWED", 0.01)
    monkeypatch.setattr(alone_, "_WATCHED", 0.1)
    yield CorpusStore("memory://alone/out")
    fsspec.filesystem("memory").store.clear()


def lease(**said: object) -> bytes:
    own = Lease(run="another", host="elsewhere", process=os.getpid(), begun=0.0)
    return msgspec.json.encode(msgspec.structs.replace(own, **said))


def test_a_second_run_in_a_bucket_is_refused_and_a_later_one_is_not(
    store: CorpusStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone_, "_WATCHED", 60.0)
    with alone(store):
        with pytest.raises(UsageError, match="Another run is at work in memory://alone/out: wait"):
            alone(store).__enter__()
        assert store.get(".lock")
    assert store.get(".lock") is None
    with alone(store):
        pass


def test_a_run_that_was_killed_here_keeps_nobody_out(
    store: CorpusStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone_, "_WATCHED", float("inf"))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    here = alone_.socket.gethostname()
    for left in (lease(host=here, process=ended.pid), lease(host=here), b"torn"):
        store.put(".lock", left)
        with alone(store):
            assert store.get(".lock") != left


def test_a_run_that_was_killed_elsewhere_is_watched_before_its_lease_is_taken(
    store: CorpusStore,
) -> None:
    store.put(".lock", lease(process=psutil.Process().pid))
    with alone(store):
        held = msgspec.json.decode(store.get(".lock") or b"", type=Lease)
        assert held.process == os.getpid()
        assert held.run != "another"


def test_of_two_that_begin_at_once_one_is_let_in(
    store: CorpusStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = CorpusStore.put

    def put_and_be_overtaken(self: CorpusStore, name: str, data: bytes) -> None:
        put(self, name, data)
        put(self, name, lease())

    monkeypatch.setattr(CorpusStore, "put", put_and_be_overtaken)
    with pytest.raises(UsageError, match="Another run is at work"):
        alone(store).__enter__()
