"""``python -m annotator.training bench``: how fast the program is, and beside what.

Each figure is taken in a process of its own, started for it, so that its start-up and its peak
memory are its own. The laws are put together from the clauses written for the project.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from annotator.errors import ModelError
from annotator.schema import Struct
from annotator.training.examples import Example, read_examples

SIZES = (40, 900)
_WORKER = "annotator.training.bench_workers"
_QUIET = {**os.environ, "NO_COLOR": "1", "TRANSFORMERS_VERBOSITY": "error"}


class Run(Struct, frozen=True):
    """One process: its wall-clock seconds, its peak memory in MB, and what it said of itself."""

    seconds: float
    megabytes: float
    said: dict[str, float] = msgspec.field(default_factory=dict)


class Bench(Struct, frozen=True):
    """The runs over one law; ``torch`` is missing where nothing was trained here."""

    clauses: int
    program: Run
    stages: Run
    keywords: Run
    torch: Run | None


def bench(corpora: Path, work: Path, trained: Path) -> str:
    """Measure a small and a large law, and give the table.

    Args:
        corpora: whose written clauses make the laws.
        work: where the laws are put.
        trained: the torch pipeline; left out of the table if it is not there.
    """
    written = _written(corpora)
    spacy = _median([_run(["-c", "import spacy"]) for _ in range(3)])
    benches = []
    for size in SIZES:
        law = work / "bench" / f"law-{size}.txt"
        law.parent.mkdir(parents=True, exist_ok=True)
        law.write_text(as_law(written[:size]), encoding="utf-8")
        benches.append(_bench(law, trained))
    return _table(benches, spacy)


def as_law(examples: Iterable[Example]) -> str:
    """A law of numbered sections, a clause each."""
    sections = [
        f"{example.heading or 'Further provision'}\n\n{number}. {_sentence(example)}\n"
        for number, example in enumerate(examples, 1)
    ]
    return "MOVEMENT OF PERSONS ACT\n\n" + "\n".join(sections)


def _sentence(example: Example) -> str:
    return " ".join(f"{example.lead_in} {example.text}".split())


def _written(corpora: Path) -> list[Example]:
    """The written clauses, traditions mixed."""
    paths = sorted((corpora / "clauses").glob("*.jsonl"))
    examples = [example for path in paths for example in read_examples(path)]
    return sorted(examples, key=lambda example: example.text[::-1])


def _bench(law: Path, trained: Path) -> Bench:
    stages = _median([_run(["-m", _WORKER, "stages", str(law)]) for _ in range(3)])
    return Bench(
        clauses=int(stages.said["clauses"]),
        program=_median([_run(["-m", "annotator", str(law)]) for _ in range(3)]),
        stages=stages,
        keywords=_run(["-m", _WORKER, "keywords", str(law)]),
        torch=_run(["-m", _WORKER, "torch", str(law), str(trained)]) if trained.exists() else None,
    )


def _run(arguments: Sequence[str]) -> Run:
    """Run Python with ``arguments``; a worker's last line is what it says of itself."""
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, *arguments], env=_QUIET, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert process.stdout is not None  # noqa: S101  # for mypy: a pipe was asked for
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ModelError(f"`python {' '.join(arguments)}` failed; run it by itself to see why.")
    said = json.loads(output.splitlines()[-1]) if _WORKER in arguments else {}
    return Run(seconds=seconds, megabytes=usage.ru_maxrss / 1024, said=said)


def _median(runs: Sequence[Run]) -> Run:
    return sorted(runs, key=lambda run: run.seconds)[len(runs) // 2]


def _table(benches: Sequence[Bench], spacy: Run) -> str:
    lines = [f"Bare `import spacy`: {spacy.seconds:.2f} s, {spacy.megabytes:.0f} MB", ""]
    for one in benches:
        lines += [f"A law of {one.clauses} clauses", *_rows(one, spacy), ""]
    return "\n".join(lines)


def _rows(one: Bench, spacy: Run) -> list[str]:
    said = one.stages.said
    stages = {name: seconds for name, seconds in said.items() if name.startswith("stage ")}
    whole = sum(stages.values())
    rows = [
        f"  start to report   {one.program.seconds:7.2f} s  {one.program.megabytes:6.0f} MB"
        f"   ({one.program.seconds / spacy.seconds:.1f} times a bare import of spaCy)",
        *(
            f"    {name.removeprefix('stage '):<20}{seconds:7.3f} s  {seconds / whole:5.0%}"
            for name, seconds in stages.items()
        ),
        _speed("whole pipeline", one.clauses, whole, one.stages),
        _speed("classifier alone", one.clauses, said["stage clause_classifier"], one.stages),
        _speed("keyword search", one.clauses, one.keywords.said["seconds"], one.keywords),
    ]
    if one.torch is None:
        return [*rows, "  torch: nothing trained here; run `make train` first"]
    faster = one.torch.said["seconds"] / said["stage clause_classifier"]
    return [
        *rows,
        _speed("torch classifier", one.clauses, one.torch.said["seconds"], one.torch)
        + f"  (ours is {faster:.0f} times as fast)",
    ]


def _speed(name: str, clauses: int, seconds: float, run: Run) -> str:
    return (
        f"  {name:<18}{clauses / max(seconds, 1e-6):9.0f} clauses/s"
        f"  {run.megabytes:6.0f} MB  {run.seconds:6.2f} s with start-up"
    )
