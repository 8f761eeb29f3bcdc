"""How well prints of laws that nobody here had seen are cut: ``make prints-eval``.

A print is a short law as the world prints it and every clause that must come out of it, written
by somebody who had not seen the program, before anything was run. ``corpora/prints`` has a folder
a kind of use: what the segmenter was mended with, and what is kept to measure by. The golden tables
of ``tests/segmenter`` have the same form:

    === What the print shows
    (its text; ``<FF>`` is a form feed, ``<TAB>`` a tab)
    --- cut
    number | heading | first words           (a clause a line, in order; [number] for a lead-in)
    --- set aside
    (words that must be part of no clause, a line each; other sections are the reader's own)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from annotator.errors import CorpusError
from annotator.schema import Clause, Struct
from annotator.segmenter import segment

#: First words agree by so many letters: rows give a few words, or a whole clause.
_LETTERS = 60


class Print(NamedTuple):
    """A text, and what must come out of it: its title, and lines by the name of their section."""

    title: str
    text: str
    expected: dict[str, list[str]]


class PrintScore(Struct, frozen=True):
    """How one print was cut.

    ``whole``: numbers, headings and first words are right, and what must be set aside is; ``cut``:
    numbers and first words are; ``f1`` of its clauses by number and first words; ``warned``: the
    reader is told of a doubt.
    """

    title: str
    whole: bool
    cut: bool
    f1: float
    warned: bool


class ClauseRow(NamedTuple):
    """A clause as a row has it, or as it was cut."""

    number: str
    heading: str
    words: str

    def is_cut_as(self, other: ClauseRow) -> bool:
        """Whether number and first words of the other are these."""
        return self.number == other.number and other.words.startswith(self.words[:_LETTERS])


def read_prints(path: Path) -> Iterator[Print]:
    """The prints of a file, in its order."""
    for entry in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title, _, rest = entry.partition("\n")
        text, *parts = re.split(r"^--- ", rest, flags=re.MULTILINE)
        expected = {}
        for part in parts:
            name, _, lines = part.partition("\n")
            expected[name.strip()] = [line for line in lines.split("\n") if line.strip()]
        text = text.strip("\n").replace("<FF>", "\f").replace("<TAB>", "\t")
        yield Print(title.strip(), text, expected)


def score(one: Print) -> PrintScore:
    """Cut a print and hold it against what must come out."""
    found = segment(one.text)
    rows = [_as_row(clause) for clause in found.clauses]
    wanted = [_expected(line) for line in one.expected.get("cut", ())]
    pairs = list(zip(wanted, rows, strict=False))
    cut = len(wanted) == len(rows) and all(want.is_cut_as(row) for want, row in pairs)
    inside = "\n".join(clause.text for clause in found.clauses)
    clean = not any(words.strip() in inside for words in one.expected.get("set aside", ()))
    headed = all(want.heading == row.heading for want, row in pairs)
    hits = _hits(wanted, rows)
    return PrintScore(
        title=one.title,
        whole=cut and clean and headed,
        cut=cut,
        f1=2 * hits / max(1, len(wanted) + len(rows)),
        warned=bool(found.warnings),
    )


def prints_eval(folder: Path) -> dict[str, list[PrintScore]]:
    """The scores of every print below a folder, by the file's place in it.

    Raises:
        CorpusError: there is none.
    """
    scores = {
        str(path.relative_to(folder).with_suffix("")): [score(one) for one in read_prints(path)]
        for path in sorted(folder.rglob("*.txt"))
    }
    if not any(scores.values()):
        raise CorpusError(f"{folder} holds no prints (*.txt); name the folder that does in PRINTS.")
    return scores


def table(scores: dict[str, list[PrintScore]]) -> str:
    """A line a file, and one for each folder of files."""
    lines = [f"{'':<28}{'prints':>8}{'whole':>8}{'cut':>8}{'wrong':>8}{'warned':>8}{'F1':>8}"]
    groups: dict[str, list[PrintScore]] = {}
    for name, own in scores.items():
        lines.append(_line(name, own))
        groups.setdefault(name.partition("/")[0], []).extend(own)
    lines += [_line(f"all of {name}", own) for name, own in groups.items()]
    lines.append(
        "whole: all right; cut: numbers and first words right; wrong: not even these, and how many "
        "of them warn; F1: mean, of clauses by number and first words"
    )
    return "\n".join(lines)


def _line(name: str, scores: list[PrintScore]) -> str:
    wrong = [one for one in scores if not one.cut]
    counts = (
        len(scores),
        sum(one.whole for one in scores),
        sum(one.cut for one in scores),
        len(wrong),
        sum(one.warned for one in wrong),
    )
    mean = sum(one.f1 for one in scores) / max(1, len(scores))
    return f"{name:<28}" + "".join(f"{count:>8}" for count in counts) + f"{mean:>8.3f}"


def _as_row(clause: Clause) -> ClauseRow:
    return ClauseRow(clause.number, _folded(clause.heading), _folded(clause.text))


def _expected(line: str) -> ClauseRow:
    number, heading, words = ([*map(_folded, line.split("|", 2)), "", ""])[:3]
    return ClauseRow(number.strip("[]"), heading, words)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _hits(wanted: list[ClauseRow], rows: list[ClauseRow]) -> int:
    """How many of the clauses wanted were cut, each by a clause of its own."""
    left = list(rows)
    hits = 0
    for want in wanted:
        own = next((row for row in left if want.is_cut_as(row)), None)
        if own is not None:
            left.remove(own)
            hits += 1
    return hits
