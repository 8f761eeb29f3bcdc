"""How fast the program is, and beside what: measures of ``python -m annotator.measuring bench``.

Each figure is taken in a process of its own, started for it, so that its start-up and its peak
memory are its own. The program runs in a drafter's environment, without torch, whose import would
be counted; the torch pipeline in that of training. The small law is the sample bill; the large one
is put together from the clauses written for the project, one in five flagged, as in real laws.

Lines come as soon as they are known. What is compared is run in turn, so that what else the machine
does meets all alike, and of several runs the shortest counts, which was disturbed least.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path

import msgspec

from annotator.errors import ModelError
from annotator.schema import Struct
from annotator.training.corpus.examples import Example, read_examples

#: Is told what is measured next.
Tell = Callable[[str], None]

LARGE = 900
FLAGGED_SHARE = 0.2
_WORKER = "annotator.measuring.speed_workers"
#: Without what would have a module of a source tree compiled in every run, as in no installed one.
_QUIET = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "NO_COLOR": "1",
    "TRANSFORMERS_VERBOSITY": "error",
}


class SpeedRun(Struct, frozen=True):
    """One process: its seconds by the clock and of processors, its peak memory in MB, and what it
    said of itself."""

    seconds: float
    processor: float
    megabytes: float
    reported: dict[str, float] = msgspec.field(default_factory=dict)


def start(law: Path, program: Path, tell: Tell, *, times: int = 5) -> Iterator[str]:
    """From start to report, beside a bare import of spaCy.

    Args:
        law: a small one.
        program: the Python of a drafter's environment.
        tell: is told what is measured next.
        times: how often.
    """
    commands = {
        "spacy": ["-c", "import spacy"],
        "report": ["-m", "annotator", str(law)],
        "stages": worker("stages", law),
    }
    tell("a run of each that does not count: it reads what lies on the disk")
    for arguments in commands.values():
        in_process(program, arguments)
    best = _in_turn(program, commands, times, tell)
    spacy, report, stages = best["spacy"], best["report"], best["stages"]
    yield f"  bare `import spacy`{_run_cells(spacy)}"
    yield (
        f"  {stages.reported['clauses']:.0f} clauses, to report{_run_cells(report)}"
        f"   {report.seconds / spacy.seconds:.1f} times the import"
    )
    yield from _stage_rows(stages)


def throughput(law: Path, trained: Path, program: Path, tell: Tell) -> Iterator[str]:
    """A law of many clauses: the program, each of its stages, a keyword search and torch.

    Args:
        law: the law.
        trained: the torch pipeline, left out if it is not there.
        program: the Python of a drafter's environment.
        tell: is told what is measured next.
    """
    tell("from start to report")
    report = in_process(program, ["-m", "annotator", str(law)])
    tell("stage by stage")
    stages = in_process(program, worker("stages", law))
    clauses = int(stages.reported["clauses"])
    yield f"  {clauses} clauses, to report{_run_cells(report)}"
    yield from _stage_rows(stages)
    own = stages.reported["stage clause_classifier"]
    begin = sum(stages.reported[f"stage {name}"] for name in ("import", "load", "load the graph"))
    yield _speed("all but start-up", clauses, sum(_stages(stages).values()) - begin)
    yield _speed("classifier alone", clauses, own)
    tell("a keyword search")
    keywords = in_process(program, worker("keywords", law))
    yield _speed("keyword search", clauses, keywords.reported["seconds"])
    if not trained.exists():
        yield "  torch: nothing is trained here (`make train`)"
        return
    tell("torch with the pipeline that was trained here")
    torch = in_process(Path(sys.executable), worker("torch", law, trained))
    seconds = torch.reported["seconds"]
    yield (
        f"{_speed('torch classifier', clauses, seconds)}  {torch.megabytes:.0f} MB"
        f"   (ours is {seconds / own:.1f} times as fast)"
    )


def _in_turn(
    python: Path, commands: Mapping[str, Sequence[str]], times: int, tell: Tell
) -> dict[str, SpeedRun]:
    """The shortest of several runs of each of ``commands``, which take turns."""
    runs: dict[str, list[SpeedRun]] = {name: [] for name in commands}
    for turn in range(times):
        tell(f"turn {turn + 1} of {times}")
        for name, arguments in commands.items():
            runs[name].append(in_process(python, arguments))
    return {name: min(own, key=lambda run: run.seconds) for name, own in runs.items()}


def made(corpora: Path, work: Path, size: int) -> Path:
    """The file of a law of so many clauses, of those that are written in ``corpora``."""
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
    with process.stdout as pipe:
        output = pipe.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise ModelError(f"`python {' '.join(arguments)}` failed; run it by itself to see why.")
    reported = json.loads(output.splitlines()[-1]) if _WORKER in arguments else {}
    return SpeedRun(
        seconds=seconds,
        processor=usage.ru_utime + usage.ru_stime,
        megabytes=usage.ru_maxrss / 1024,
        reported=reported,
    )


def _stages(run: SpeedRun) -> dict[str, float]:
    """The seconds of each stage that a worker told, by name."""
    marked = ((name.partition("stage "), value) for name, value in run.reported.items())
    return {name: value for (before, mark, name), value in marked if mark and not before}


def _stage_rows(run: SpeedRun) -> Iterator[str]:
    stages = _stages(run)
    whole = sum(stages.values())
    for name, seconds in stages.items():
        yield f"    {name:<20}{seconds:7.3f} s  {seconds / whole:5.0%}"


def _run_cells(run: SpeedRun) -> str:
    return f"{run.seconds:8.2f} s {run.processor:8.2f} s of processors {run.megabytes:6.0f} MB"


def _speed(name: str, clauses: int, seconds: float) -> str:
    return f"  {name:<18}{clauses / max(seconds, 1e-6):9.0f} clauses/s"
