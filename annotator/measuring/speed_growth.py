"""The part ``growth`` of the bench: whether time and memory grow as laws do.

One law of one clause to a hundred thousand, and as many clauses in laws of a hundred each, streamed
through ``nlp.pipe``. Milliseconds a clause must stay where they are, and of a stream the memory,
too. What lies ahead is reckoned from what was measured, and said before it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from annotator.measuring.corpus_picture import picture
from annotator.measuring.speed import SpeedRun, Tell, in_process, made, worker

#: Clauses of each of many laws.
EACH = 100
_ONE, _MANY = "one law", f"laws of {EACH}"


def sizes(most: int) -> list[int]:
    """Numbers of clauses, each ten times the one before, up to ``most``.

    >>> sizes(20_000)
    [1, 10, 100, 1000, 10000, 20000]
    """
    powers = (10**power for power in range(len(str(most))))
    return sorted({size for size in powers if size < most} | {most})


def growth(
    corpora: Path, work: Path, program: Path, tell: Tell, *, most: int, pictures: Path
) -> Iterator[str]:
    """Measure each size, give its line, and draw both pictures.

    Args:
        corpora: whose written clauses make the laws.
        work: where these are put.
        program: the Python of a drafter's environment.
        tell: is told what is measured next, and how long it will take.
        most: clauses of the longest law.
        pictures: the folder of the pictures.
    """

    def measured(name: str, size: int) -> SpeedRun:
        law = made(corpora, work, size if name == _ONE else EACH)
        whole = worker("whole", law)
        many = [*worker("piped", law), str(size // EACH)]
        return in_process(program, whole if name == _ONE else many)

    runs: dict[str, list[SpeedRun]] = {_ONE: [], _MANY: []}
    yield "  start-up left out; memory of the whole process"
    for size in sizes(most):
        for name, own in runs.items():
            if name == _MANY and size < EACH:
                continue
            tell(f"{size:,} clauses in {name}{_ahead(own, size)}")
            own.append(measured(name, size))
            yield _row(name, own[-1])
    yield from _drawn(runs, pictures)


def _ahead(runs: Sequence[SpeedRun], size: int) -> str:
    """How long a run of so many clauses will take, by the one before it."""
    if not runs:
        return ""
    last = runs[-1].reported
    seconds = last["seconds"] / last["clauses"] * size
    return f", about {seconds / 60:.0f} minutes" if seconds > 90 else f", about {seconds:.0f} s"


def _row(name: str, run: SpeedRun) -> str:
    clauses, seconds = run.reported["clauses"], run.reported["seconds"]
    return (
        f"  {clauses:>9,.0f} clauses in {name:<12}{seconds:9.2f} s"
        f"{_milliseconds(run):9.2f} ms a clause{run.megabytes:8,.0f} MB"
    )


def _drawn(runs: Mapping[str, Sequence[SpeedRun]], folder: Path) -> Iterator[str]:
    """Draw time and memory by clauses, and give the paths of the pictures."""
    figures: dict[str, tuple[str, Callable[[SpeedRun], float]]] = {
        "growth-time.svg": ("milliseconds a clause", _milliseconds),
        "growth-memory.svg": ("MB", lambda run: run.megabytes),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for file, (up, figure) in figures.items():
        lines = {
            name: [(run.reported["clauses"], figure(run)) for run in own]
            for name, own in runs.items()
            if own
        }
        (folder / file).write_text(picture(lines, "clauses", up), encoding="utf-8")
        yield f"  {folder / file}"


def _milliseconds(run: SpeedRun) -> float:
    return 1000 * run.reported["seconds"] / run.reported["clauses"]
