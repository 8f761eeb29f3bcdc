"""A run of the fuzzer: chunks of examples, a strategy each, shared out over processes.

A fault is known by the kind of the exception and the last line of ours that it went through. Each
is shrunk once, by the chunk that meets it first; from then on it is only counted.
"""

from __future__ import annotations

import os
import signal
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from hypothesis import HealthCheck, Phase, given, reject, seed, settings
from hypothesis import strategies as st

from tests.fuzz import documents, formats, real, statutes
from tests.fuzz.files import File
from tests.fuzz.properties import examine

#: Each strategy with its share of the examples, in hundredths.
STRATEGIES: Mapping[str, tuple[st.SearchStrategy[File], int]] = {
    "any Unicode": (formats.as_text(statutes.anything), 14),
    "statutes": (formats.as_text(statutes.statutes()), 22),
    "laws spliced": (formats.as_text(real.spliced()), 24),
    "encodings": (formats.encoded(), 8),
    "Markdown": (formats.markdown(), 10),
    "web pages": (formats.web_page(), 6),
    "XML": (formats.justice_xml(), 10),
    "Word documents": (documents.word_document(), 4),
    "rubbish": (formats.rubbish, 2),
}
CHUNK = 500
#: Seconds after which a file of a few kilobytes hangs, be the machine ever so busy.
HANGS = 120
#: Seconds that are spent on making a file that broke something smaller.
SHRINKS = 40
_OURS = ("/annotator/", "/tests/fuzz/properties.py")


class Fault(NamedTuple):
    """Something that broke: where, how, on which file, and how often."""

    place: str
    says: str
    file: File
    strategy: str


@dataclass
class Tally:
    """What became of some examples."""

    examples: Counter[str] = field(default_factory=Counter)
    refused: int = 0
    clauses: int = 0
    proposals: int = 0
    gaps: int = 0
    notes: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    slowest_file: File | None = None
    faults: dict[str, Fault] = field(default_factory=dict)
    met: Counter[str] = field(default_factory=Counter)

    def add(self, other: Tally) -> None:
        """Take another tally into this one."""
        self.examples += other.examples
        self.met += other.met
        for name in ("refused", "clauses", "proposals", "gaps", "notes", "seconds"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        if other.slowest > self.slowest:
            self.slowest, self.slowest_file = other.slowest, other.slowest_file
        for place, fault in other.faults.items():
            known = self.faults.setdefault(place, fault)
            if len(fault.file.data) < len(known.file.data):
                self.faults[place] = fault

    @property
    def total(self) -> int:
        """How many examples there were."""
        return sum(self.examples.values())


class Hangs(Exception):
    """A file on which the program does not come back."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise :class:`Hangs` in what takes longer."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise Hangs(f"no result after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def chunk(strategy: str, start: int, count: int, known: frozenset[str] = frozenset()) -> Tally:
    """Try ``count`` examples of a strategy, from a seed; what is known is only counted."""
    tally = Tally()
    known_here = set(known)
    while tally.total < count:
        place = _until_it_breaks(strategy, start, count - tally.total, known_here, tally)
        if place is not None:
            known_here.add(place)
        start += 1 << 32  # seeds far from those of other chunks
    return tally


def _until_it_breaks(
    strategy: str, start: int, count: int, known: set[str], tally: Tally
) -> str | None:
    """One run of Hypothesis; the place of the fault that ended it, whose smallest file is kept."""
    shrunk: dict[str, Fault] = {}
    broke: dict[File, float] = {}

    @seed(start)
    @settings(
        max_examples=count,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
        print_blob=False,
    )
    @given(STRATEGIES[strategy][0])
    def tried(file: File) -> None:
        if not shrunk:
            tally.examples[strategy] += 1
        elif time.monotonic() - min(broke.values()) > SHRINKS and file not in broke:
            reject()  # the smallest so far is small enough
        began = time.perf_counter()
        try:
            with at_most(HANGS):
                outcome = examine(file)
        except Exception as error:
            place = place_of(error)
            if place in known:
                tally.met[place] += 1
                return
            says = f"{type(error).__name__}: {str(error)[:300]}"
            shrunk[place] = Fault(place, says, file, strategy)
            broke.setdefault(file, time.monotonic())
            if isinstance(error, Hangs):  # to shrink it would take all day
                known.add(place)
                return
            raise
        seconds = time.perf_counter() - began
        _count(tally, outcome, seconds, file)

    try:
        tried()
    except Exception as error:
        place = place_of(error)
        # One that comes and goes keeps the file with which it came.
        place = place if place in shrunk else next(iter(shrunk), place)
        fault = shrunk.get(place) or Fault(place, repr(error)[:300], File("", b""), strategy)
        tally.faults[place] = fault
        tally.met[place] += 1
        return place
    for place, fault in shrunk.items():
        tally.faults[place] = fault
        tally.met[place] += 1
    return None


def _count(tally: Tally, outcome: object, seconds: float, file: File) -> None:
    for name, number in outcome._asdict().items():  # type: ignore[attr-defined]
        setattr(tally, name, getattr(tally, name) + int(number))
    tally.seconds += seconds
    if seconds > tally.slowest:
        tally.slowest, tally.slowest_file = seconds, file


def place_of(error: BaseException) -> str:
    """The kind of an exception and the last line of ours that it went through."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if any(part in frame.filename for part in _OURS)]
    # A broken promise is known by the promise, which called the function that raised.
    frame = [one for one in ours or frames if one.name != "_hold"][-1]
    path = "/".join(Path(frame.filename).parts[-2:])
    return f"{type(error).__name__} in {path}:{frame.lineno} {frame.name}"


def run(examples: int, start: int, workers: int) -> Iterator[Tally]:
    """Try so many examples in all; the tally so far after each chunk."""
    waiting = list(_planned(examples, start))[::-1]
    tally = Tally()
    with ProcessPoolExecutor(workers, get_context("spawn"), initializer=_alone) as pool:
        running: set[Future[Tally]] = set()
        while waiting or running:
            while waiting and len(running) < workers:
                running.add(pool.submit(chunk, *waiting.pop(), frozenset(tally.met)))
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                tally.add(future.result())
            yield tally


def _planned(examples: int, start: int) -> Iterator[tuple[str, int, int]]:
    """Strategy, seed and size of each chunk, the strategies in turn."""
    left = {name: examples * share // 100 for name, (_, share) in STRATEGIES.items()}
    left["statutes"] += examples - sum(left.values())
    number = 0
    while any(left.values()):
        for name in [name for name, count in left.items() if count]:
            size = min(CHUNK, left[name])
            left[name] -= size
            yield name, start * 100_003 + number, size
            number += 1


def _alone() -> None:
    """Keep a worker to one core, on which it reads its clauses too."""
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[os.getpid() % len(cores)]})
