"""The part ``series`` of the bench: whether time grows as the length of a law does.

A law of one clause, from 31 kilobytes to 248, its words those of the clauses written for the
project; and one of 2.4 MB whose clause is a single line. Seconds per megabyte tell: they stay
where they are as long as time grows with length and no faster. Neither needs torch.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from annotator.measuring.speed import SpeedRun, Tell, in_process, worker, written
from annotator.training.corpus.examples import Example

#: Bytes of the clause.
SIZES = (31_000, 62_000, 124_000, 248_000)
LINE = 2_400_000


def series(corpora: Path, work: Path, program: Path, tell: Tell) -> Iterator[str]:
    """Annotate clauses of growing length, each in a process of its own, and give their lines.

    Args:
        corpora: whose written clauses the words are.
        work: where the laws are put.
        program: the Python of a drafter's environment.
        tell: is told what is measured next.
    """
    examples = written(corpora)
    yield "  A law of one clause, start-up left out"
    for name, law in laws(examples):
        path = work / "bench" / f"{name.replace(' ', '-')}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(law, encoding="utf-8")
        tell(f"a {name}")
        yield _row(name, len(law.encode()), in_process(program, worker("whole", path)))


def laws(
    examples: Sequence[Example], sizes: Sequence[int] = SIZES, line: int = LINE
) -> Iterator[tuple[str, str]]:
    """The laws, by name: one of each size, its clause set in lines, and one in a single line."""
    for size in sizes:
        yield f"clause of {size // 1000} kB", one_clause(examples, size)
    yield f"line of {line / 1_000_000:.1f} MB", one_clause(examples, line, width=0)


def one_clause(examples: Sequence[Example], size: int, *, width: int = 80) -> str:
    """A law of one clause of about so many bytes.

    Args:
        examples: whose words it takes, in turn, as often as it takes.
        size: bytes of the clause; its last sentence may go a little over it.
        width: characters of a line; 0 for one line.
    """
    words = "; and ".join(_up_to(size, cycle(map(_unnumbered, examples))))
    set_ = textwrap.fill(words, width, break_long_words=False) if width else words
    return f"MOVEMENT OF PERSONS ACT\n\n1. {set_}.\n"


def _up_to(size: int, sentences: Iterator[str]) -> Iterator[str]:
    length = 0
    while length < size:
        sentence = next(sentences)
        length += len(sentence.encode()) + len("; and ")
        yield sentence


def _unnumbered(example: Example) -> str:
    """The words of an example on one line, without what could be taken for a number or an end."""
    words = " ".join(example.text.split())
    return "".join(mark for mark in words if mark.isalpha() or mark in " ,’'-").strip(" ,-")


def _row(name: str, size: int, run: SpeedRun) -> str:
    seconds = run.reported["seconds"]
    clauses = "" if run.reported["clauses"] == 1 else f"   ({run.reported['clauses']:.0f} clauses)"
    return (
        f"  {name:<18}{seconds:8.2f} s{1_000_000 * seconds / size:8.1f} s/MB"
        f"{run.megabytes:8.0f} MB{clauses}"
    )
