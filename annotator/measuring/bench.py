"""``python -m annotator.measuring bench``: the measures of speed, part by part.

Before each measurement it is said what is measured, and each figure is given as soon as it is
known, so that whoever stops it keeps what was measured until then.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from annotator.measuring.speed import LARGE, Tell, made, start, throughput


class BenchSetup(NamedTuple):
    """What the parts go by.

    ``sample`` is a small law, ``corpora`` whose written clauses make up the others, ``work`` where
    these are put, ``trained`` the torch pipeline, ``program`` the Python of a drafter's
    environment; ``most`` how many clauses the longest law of the part ``growth`` has, and
    ``pictures`` where what it draws goes.
    """

    sample: Path
    corpora: Path
    work: Path
    trained: Path
    program: Path
    most: int
    pictures: Path


class Part(NamedTuple):
    """A part: what it measures, about how many minutes it takes, and what gives its lines."""

    title: str
    minutes: str
    lines: Callable[[BenchSetup, Tell], Iterator[str]]


def bench(parts: Sequence[str], asked: BenchSetup, tell: Tell) -> Iterator[str]:
    """Measure some of :data:`PARTS`, in their order here, and give the lines of what is found.

    Args:
        parts: their names.
        asked: what they go by.
        tell: is told what is measured next.
    """
    yield machine()
    for name, part in PARTS.items():
        if name in parts:
            tell(f"{name}: {part.title}; {part.minutes} on two cores without other work")
            yield f"\n{part.title[0].upper()}{part.title[1:]}"
            yield from part.lines(asked, lambda what, name=name: tell(f"{name}: {what}"))  # type: ignore[misc]


def machine() -> str:
    """On what is measured: the processor, its cores that may be used, and what else runs."""
    from annotator.classifier.network import own_cores

    named = _processor() or platform.processor() or platform.machine()
    load = f", {os.getloadavg()[0]:.1f} processes at work" if hasattr(os, "getloadavg") else ""
    return (
        f"{named}, {own_cores()} cores{load}; {platform.system()}, "
        f"Python {platform.python_version()}"
    )


def _processor() -> str:
    """Its name as Linux gives it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if "model name" in line), "")


def _start(asked: BenchSetup, tell: Tell) -> Iterator[str]:
    return start(asked.sample, asked.program, tell)


def _throughput(asked: BenchSetup, tell: Tell) -> Iterator[str]:
    law = made(asked.corpora, asked.work, LARGE)
    return throughput(law, asked.trained, asked.program, tell)


def _limits(asked: BenchSetup, tell: Tell) -> Iterator[str]:
    from annotator.measuring.speed_limits import report

    return report(asked.sample, tell)


def _formats(asked: BenchSetup, tell: Tell) -> Iterator[str]:
    from annotator.measuring.speed_formats import formats

    return formats(asked.corpora, asked.work, asked.program, tell)


def _series(asked: BenchSetup, tell: Tell) -> Iterator[str]:
    from annotator.measuring.speed_series import series

    return series(asked.corpora, asked.work, asked.program, tell)


def _growth(asked: BenchSetup, tell: Tell) -> Iterator[str]:
    from annotator.measuring.speed_growth import growth

    return growth(
        asked.corpora,
        asked.work,
        asked.program,
        tell,
        most=asked.most,
        pictures=asked.pictures,
    )


#: By name, in the order in which they are measured.
PARTS = {
    "start": Part("a small law, beside a bare import of spaCy", "half a minute", _start),
    "throughput": Part("a large law, beside a keyword search and torch", "a minute", _throughput),
    "limits": Part("what this machine multiplies, and what of it is used", "a minute", _limits),
    "formats": Part("what each format costs to read and to write", "three minutes", _formats),
    "series": Part("how time grows with the length of a clause", "two minutes", _series),
    "growth": Part("how time and memory grow with the number of clauses", "an hour", _growth),
}
#: What is measured if nothing is asked for.
USUAL = ("start", "throughput", "limits")
