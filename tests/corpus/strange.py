"""A worker without a pipeline, to which laws do what strangers' files do to a real one.

It is a process of its own, as the real one is: of ``annotator.corpus.child`` only what annotates a
law is another. A law that begins with one of :data:`DEEDS` does that to it; of any other each line
is a clause that is blind.
"""

from __future__ import annotations

import hashlib
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from annotator.corpus import apart, child
from annotator.corpus.rows import LawRef
from annotator.schema import Annotation, Clause, Finding, Law, Model, Scorecard, Source

START = apart._START.replace("annotator.corpus.child", "tests.corpus.strange")
assert apart._START != START


def main() -> None:
    """Be a worker."""
    child.load = lambda *_, **__: None  # type: ignore[assignment]
    child.annotator.annotate = _annotate  # type: ignore[assignment]
    child.main()


def ref_of(path: Path, **said: Any) -> LawRef:
    return LawRef(law=hashlib.sha256(path.read_bytes()).hexdigest(), path=str(path), **said)


def _hang(_: str) -> None:
    while True:
        time.sleep(3600)


def _tell_and_hang(text: str) -> None:
    Path(text.split()[-1]).touch()
    _hang(text)


def _spin(_: str) -> None:
    while True:
        pass


def _fill(_: str) -> None:
    held = []
    while True:
        held.append(b"x" * 20_000_000)


def _die_once(text: str) -> None:
    """Die as one does that the system ends, unless it has happened before."""
    mark = Path(text.split()[-1])
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)


def _raise(_: str) -> None:
    raise ValueError("nobody foresaw this")


def _no_memory(_: str) -> None:
    raise MemoryError


#: By the first word of a law.
DEEDS: dict[str, Callable[[str], object]] = {
    "hang": _hang,
    "tell-and-hang": _tell_and_hang,
    "spin": _spin,
    "fill": _fill,
    "crash": lambda _: os.abort(),
    "die": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "die-once": _die_once,
    "fault": _raise,
    "no-memory": _no_memory,
}


def _annotate(source: Source, request: object, *, threads: int) -> Annotation:
    assert threads == 1
    text = source.text
    DEEDS.get(text.split()[0], bool)(text)
    findings = tuple(_finding(line, at) for at, line in enumerate(text.splitlines(), 1))
    labels = {"responsive": 0, "blind": len(findings), "regressive": 0, "neutral": 0}
    return Annotation(
        law=Law(
            title=source.title,
            source=source.name,
            sha256=source.sha256,
            language="en",
            format="txt",
            jurisdiction=getattr(request, "jurisdiction", ""),
        ),
        model=Model(name="strange", version="1"),
        findings=findings,
        scorecard=Scorecard(clauses=len(findings), labels=labels, issues={}, review=0),
        text=text,
    )


def _finding(line: str, at: int) -> Finding:
    clause = Clause(
        eid=f"sec_{at}", number=str(at), heading="", path=(), lead_in="", text=line, start=0, end=1
    )
    return Finding(clause=clause, label="blind", confidence=0.9, scores={})
