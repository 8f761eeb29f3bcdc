"""``python -m annotator.measuring corpus-bench``: what many laws cost, by engine and by number.

Each figure is of a run of ``annotate corpus run`` as a user starts it, start-up and all, watched
from outside: its seconds by the clock, those of processors, its memory. Processors' seconds mean
the same on a machine that has other work to do; what is said of the clock does not.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil

from annotator.corpus.ray_engine import check_ray
from annotator.errors import CorpusError, UsageError
from annotator.measuring.corpus_laws import lay_out
from annotator.measuring.corpus_picture import picture
from annotator.schema import Struct

#: By name: workers and options.
ENGINES: dict[str, tuple[int, tuple[str, ...]]] = {
    "pool, 1 worker": (1, ()),
    "pool, 2 workers": (2, ()),
    "Ray, 2 workers": (2, ("--engine", "ray")),
}
#: Seconds between two looks at the processes of a run.
_TICK = 0.5
_MILLION, _CORES = 1_000_000, 64
_MB = 1_000_000


_HEAD = (
    "| laws | clauses | kB | engine | seconds | laws/s | clauses/s | processor s a law "
    "| MB at most | lost to the engine | load |",
    "|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|",
)


class CorpusRun(Struct, frozen=True):
    """One run: its laws, their clauses and kilobytes, and what it took.

    ``processor`` and ``seconds`` are those of all processors and of the clock; ``in_laws`` those
    that workers were at a law, by the clock; ``memory`` at most, of all processes, and ``tables``,
    what was written, in MB. ``load`` is how many processes of the machine wanted to run.
    """

    engine: str
    workers: int
    laws: int
    clauses: int
    kilobytes: float
    seconds: float
    processor: float
    in_laws: float
    memory: float
    tables: float
    load: float

    @property
    def lost(self) -> float:
        """The share of the workers' time in which they were at no law."""
        return max(0.0, 1 - self.in_laws / (self.seconds * self.workers))


def corpus_bench(laws: Path, work: Path, sizes: Sequence[int], drawn: Path | None) -> Iterator[str]:
    """Run laws in growing numbers through every engine, and give the table, line by line.

    Args:
        laws: a folder of laws.
        work: where they and what is found are put.
        sizes: how many laws, from few to many.
        drawn: where the picture (SVG) of processor seconds goes, if one is wanted.

    Raises:
        CorpusError: a run failed.
    """
    folder, engines = work / "bench" / "corpus", dict(ENGINES)
    try:
        check_ray()
    except UsageError as error:
        yield f"Without Ray: {error}\n"
        engines = {name: one for name, one in engines.items() if "ray" not in one[1]}
    yield from _HEAD
    runs = []
    for size in sizes:
        paths = lay_out(laws, size, folder / f"laws-{size}")
        for name, (workers, options) in engines.items():
            runs.append(_run(name, size, paths, folder, workers, options))
            yield _row(runs[-1])
    if drawn is not None:
        lines = {
            name: [(run.laws, run.processor) for run in runs if run.engine == name]
            for name in engines
        }
        drawn.write_text(picture(lines, "laws", "processor seconds"), encoding="utf-8")
    yield ""
    yield from _reckoned(runs)


def _run(
    name: str, size: int, paths: Sequence[Path], folder: Path, workers: int, options: Iterable[str]
) -> CorpusRun:
    out = folder / f"out-{name.replace(', ', '-').replace(' ', '-')}-{size}"
    shutil.rmtree(out, ignore_errors=True)
    command = ["corpus", "run", str(paths[0].parent), "-o", str(out), "--workers", str(workers)]
    start = time.perf_counter()
    with subprocess.Popen(  # noqa: S603  # our own command
        [sys.executable, "-m", "annotator", *command, *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    ) as process:
        processor, memory = _watched(process)
        seconds = time.perf_counter() - start
        told = process.stderr.read().decode(errors="replace") if process.stderr else ""
    if process.returncode:
        raise CorpusError(f"`annotate {' '.join(command)}` failed: {told.strip()}")
    told_laws = list(_told(out / "runs.jsonl"))
    return CorpusRun(
        engine=name,
        workers=workers,
        laws=len(told_laws),
        clauses=sum(law["clauses"] for law in told_laws),
        kilobytes=sum(path.stat().st_size for path in paths) / 1000,
        seconds=seconds,
        processor=processor,
        in_laws=sum(law["seconds"] for law in told_laws),
        memory=memory / _MB,
        tables=sum(path.stat().st_size for path in out.rglob("*.parquet")) / _MB,
        load=os.getloadavg()[0] if hasattr(os, "getloadavg") else 0,
    )


def _told(log: Path) -> Iterator[Any]:
    for line in log.read_text(encoding="utf-8").splitlines():
        yield from json.loads(line).get("laws", ()) if '"batch"' in line else ()


def _watched(process: subprocess.Popen[bytes]) -> tuple[float, int]:
    """Seconds of processors, and the most bytes, that a process and all below it took."""
    seconds: dict[int, float] = {}
    most = 0
    while process.poll() is None:
        held = 0
        with suppress(psutil.Error):
            run = psutil.Process(process.pid)
            for one in (run, *run.children(recursive=True)):
                with suppress(psutil.Error):
                    times = one.cpu_times()
                    seconds[one.pid] = times.user + times.system
                    held += _held(one)
        most = max(most, held)
        with suppress(subprocess.TimeoutExpired):
            process.wait(_TICK)
    return sum(seconds.values()), most


def _held(process: psutil.Process) -> int:
    """Its share of memory, pages that several hold counted once among them, where that is told."""
    if hasattr(process.memory_info(), "shared"):
        return int(process.memory_full_info().pss)
    return int(process.memory_info().rss)


def _row(run: CorpusRun) -> str:
    return (
        f"| {run.laws:,} | {run.clauses:,} | {run.kilobytes:,.0f} | {run.engine} "
        f"| {run.seconds:,.1f} | {run.laws / run.seconds:.2f} "
        f"| {run.clauses / run.seconds:,.1f} | {run.processor / run.laws:.2f} "
        f"| {run.memory:,.0f} | {run.lost:.0%} | {run.load:.0f} |"
    )


def _reckoned(runs: Sequence[CorpusRun]) -> Iterator[str]:
    """What a million such laws would take: reckoned from what one more law takes."""
    for name in dict.fromkeys(run.engine for run in runs):
        own = [run for run in runs if run.engine == name]
        if len(own) < 2:
            continue
        few, many = own[0], own[-1]
        more = many.laws - few.laws
        a_law = (many.processor - few.processor) / more
        hours = a_law * _MILLION / 3600
        tables = (many.tables - few.tables) / more * _MILLION / 1000
        yield (
            f"Reckoned, not measured, from {name}: {_MILLION:,} laws of "
            f"{many.clauses / many.laws:.0f} clauses at {a_law:.2f} processor seconds each are "
            f"{hours:,.0f} core-hours: {hours / _CORES:.1f} hours on {_CORES} cores, "
            f"{many.memory / many.workers * _CORES / 1000:.0f} GB of memory, {tables:.0f} GB of "
            "tables."
        )
