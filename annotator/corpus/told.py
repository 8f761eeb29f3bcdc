"""What is said between who watches over laws and the process that annotates them, in frames."""

from __future__ import annotations

import struct
from typing import Any, BinaryIO

import msgspec

from annotator.corpus.rows import LawRef, RefusalKind, Rows
from annotator.request import Request
from annotator.schema import Struct

_LENGTH = struct.Struct(">Q")


class CorpusJob(Struct, frozen=True):
    """What is done with every law of a corpus.

    Args:
        out: where what is found goes, as the user named it.
        library, jurisdiction, all_proposals, exact: as of a :class:`~annotator.request.Request`;
            the jurisdiction is for laws of which the list says none.
        everything: whether neutral clauses have rows, too.
        time_limit: seconds that a law may take, of a processor; by the clock four times as many.
        memory_limit: megabytes that a law may take, beyond what the pipeline holds.
    """

    out: str
    library: str = ""
    jurisdiction: str = ""
    all_proposals: bool = False
    exact: bool = False
    everything: bool = False
    time_limit: float = 300.0
    memory_limit: int = 2_000

    def request(self, country: str) -> Request:
        """What is asked of a law of which the list says ``country``, or nothing."""
        return Request(
            library=self.library or None,
            jurisdiction=country or self.jurisdiction,
            all_proposals=self.all_proposals,
            exact=self.exact,
        )


class WorkerReady(Struct, frozen=True, tag=True):
    """The pipeline is loaded."""


class WorkerUnfit(Struct, frozen=True, tag=True):
    """It cannot be, which no other process would mend."""

    sentence: str


class LawDone(Struct, frozen=True, tag=True):
    """What was found in a law, and the seconds that took."""

    rows: Rows
    seconds: float


class LawRefused(Struct, frozen=True, tag=True):
    """Why a law cannot be annotated; of a fault of the program, that it is one."""

    kind: RefusalKind
    reason: str


WorkerSaid = WorkerReady | WorkerUnfit | LawDone | LawRefused

_said = msgspec.msgpack.Decoder(WorkerSaid)
_job = msgspec.msgpack.Decoder(CorpusJob)
_ref = msgspec.msgpack.Decoder(LawRef)


def said(frame: bytes) -> WorkerSaid:
    """What the process says."""
    return _said.decode(frame)


def job(frame: bytes) -> CorpusJob:
    """What the process is to do."""
    return _job.decode(frame)


def law(frame: bytes) -> LawRef:
    """The next law."""
    return _ref.decode(frame)


def give(to: BinaryIO, what: Any) -> None:
    """Write one frame."""
    data = msgspec.msgpack.encode(what)
    to.write(_LENGTH.pack(len(data)) + data)
    to.flush()


def take(source: BinaryIO) -> bytes:
    """Read one frame; empty where there is no whole one any more."""
    head = source.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return b""
    (size,) = _LENGTH.unpack(head)
    data = source.read(size)
    return data if len(data) == size else b""
