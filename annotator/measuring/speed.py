"""``python -m annotator.measuring bench``: how fast the program is, and beside what.

Each figure is taken in a process of its own, started for it, so that its start-up and its peak
memory are its own. The program runs in a drafter's environment, without torch, whose import would
be counted; the torch pipeline in that of training. The small law is the sample bill; the large one
is put together from the clauses written for the project, one in five flagged, as in real laws.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import cycle
from pathlib import Path

import msgspec

from annotator.errors import ModelError
from annotator.schema import Struct
from annotator.training.corpus.examples import Example, read_examples

LARGE = 900
#: Read once, and not by torch, which would take half an hour.
HUGE = 20_000
FLAGGED_SHARE = 0.2
_WORKER = "annotator.measuring.speed_workers"
_QUIET = {**os.environ, "NO_COLOR": "1", "TRANSFORMERS_VERBOSITY": "error"}


class SpeedRun(Struct, frozen=True):
    """One process: its wall-clock seconds, its peak memory in MB, and what it said of itself."""

    seconds: float
    megabytes: float
    reported: dict[str, float] = msgspec.field(default_factory=dict)


class Bench(Struct, frozen=True):
    """The runs over one law; ``torch`` is missing where it was not asked or nothing was trained."""

    clauses: int
    program: SpeedRun
    stages: SpeedRun
    keywords: SpeedRun
    torch: SpeedRun | None


def bench(sample: Path, corpora: Path, work: Path, trained: Path, program: Path) -> str:
    """Measure a small law, a large and a huge one, and give the table.

    Args:
        sample: the small law.
        corpora: whose written clauses make the others.
        work: where these are put.
        trained: the torch pipeline; left out of the table if it is not there.
        program: the Python of a drafter's environment.
    """
    large, huge = (_made(corpora, work, size) for size in (LARGE, HUGE))
    spacy = _median([in_process(program, ["-c", "import spacy"]) for _ in range(3)])
    benches = [_bench(law, trained, program) for law in (sample, large)]
    return _table([*benches, _bench(huge, None, program, times=1)], spacy)


def _made(corpora: Path, work: Path, size: int) -> Path:
    law = work / "bench" / f"law-{size}.txt"
    law.parent.mkdir(parents=True, exist_ok=True)
    law.write_text(as_law(mixed(written(corpora), size)), encoding="utf-8")
    return law


def mixed(examples: Sequence[Example], size: int) -> list[Example]:
    """As many clauses, of which as many are flagged as in real laws; some come more than once."""
    flagged = cycle(example for example in examples if example.label != "neutral")
    neutral = cycle(example for example in examples if example.label == "neutral")
    every = round(1 / FLAGGED_SHARE)
    return [next(flagged if place % every == 0 else neutral) for place in range(size)]


def as_law(examples: Iterable[Example]) -> str:
    """A law of numbered sections, a clause each."""
    sections = [
        f"{example.heading or 'Further provision'}\n\n{number}. {_sentence(example)}\n"
        for number, example in enumerate(examples, 1)
    ]
    return "MOVEMENT OF PERSONS ACT\n\n" + "\n".join(sections)


def _sentence(example: Example) -> str:
    return " ".join(f"{example.lead_in} {example.text}".split())


def written(corpora: Path) -> list[Example]:
    """The written clauses, traditions mixed."""
    paths = sorted((corpora / "clauses").glob("*.jsonl"))
    examples = [example for path in paths for example in read_examples(path)]
    return sorted(examples, key=lambda example: example.text[::-1])


def _bench(law: Path, trained: Path | None, program: Path, *, times: int = 3) -> Bench:
    def often(arguments: Sequence[str]) -> SpeedRun:
        return _median([in_process(program, arguments) for _ in range(times)])

    stages = often(worker("stages", law))
    return Bench(
        clauses=int(stages.reported["clauses"]),
        program=often(["-m", "annotator", str(law)]),
        stages=stages,
        keywords=in_process(program, worker("keywords", law)),
        torch=in_process(Path(sys.executable), worker("torch", law, trained))
        if trained and trained.exists()
        else None,
    )


def worker(name: str, *of: Path) -> list[str]:
    """The arguments with which Python runs one of the workers."""
    return ["-m", _WORKER, name, *map(str, of)]


def in_process(python: Path, arguments: Sequence[str]) -> SpeedRun:
    """Run a Python with ``arguments``; a worker's last line is what it says of itself.

    Raises:
        ModelError: it failed.
    """
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        [str(python), *arguments], env=_QUIET, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None  # noqa: S101  # for mypy: a pipe was asked for
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ModelError(f"`python {' '.join(arguments)}` failed; run it by itself to see why.")
    reported = json.loads(output.splitlines()[-1]) if _WORKER in arguments else {}
    return SpeedRun(seconds=seconds, megabytes=usage.ru_maxrss / 1024, reported=reported)


def _median(runs: Sequence[SpeedRun]) -> SpeedRun:
    return sorted(runs, key=lambda run: run.seconds)[len(runs) // 2]


def _table(benches: Sequence[Bench], spacy: SpeedRun) -> str:
    lines = [f"Bare `import spacy`: {spacy.seconds:.2f} s, {spacy.megabytes:.0f} MB", ""]
    for one in benches:
        lines += [f"A law of {one.clauses} clauses", *_rows(one, spacy), ""]
    return "\n".join(lines)


def _rows(one: Bench, spacy: SpeedRun) -> list[str]:
    reported = one.stages.reported
    stages = {name: seconds for name, seconds in reported.items() if name.startswith("stage ")}
    whole = sum(stages.values())
    rows = [
        f"  start to report   {one.program.seconds:7.2f} s  {one.program.megabytes:6.0f} MB"
        f"   ({one.program.seconds / spacy.seconds:.1f} times a bare import of spaCy)",
        *(
            f"    {name.removeprefix('stage '):<20}{seconds:7.3f} s  {seconds / whole:5.0%}"
            for name, seconds in stages.items()
        ),
        _speed("all but start-up", one.clauses, whole - _start_up(stages), one.stages),
        _speed("classifier alone", one.clauses, reported["stage clause_classifier"], one.stages),
        _speed("keyword search", one.clauses, one.keywords.reported["seconds"], one.keywords),
    ]
    if one.torch is None:
        return [*rows, "  torch: not asked, or nothing trained here (`make train`)"]
    faster = one.torch.reported["seconds"] / reported["stage clause_classifier"]
    whole_run = one.torch.seconds / one.program.seconds
    return [
        *rows,
        _speed("torch classifier", one.clauses, one.torch.reported["seconds"], one.torch)
        + f"  (ours is {faster:.1f} times as fast; start to report, {whole_run:.1f} times)",
    ]


def _start_up(stages: dict[str, float]) -> float:
    return sum(stages.get(f"stage {name}", 0.0) for name in ("import", "load", "load the graph"))


def _speed(name: str, clauses: int, seconds: float, run: SpeedRun) -> str:
    return (
        f"  {name:<18}{clauses / max(seconds, 1e-6):9.0f} clauses/s"
        f"  {run.megabytes:6.0f} MB  {run.seconds:6.2f} s with start-up"
    )
