"""The comparison for a drafter at a terminal, at 80 columns as well as in a pipe.

Deleted and inserted words are marked as in the report (:mod:`annotator.writers.terminal`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from typing import BinaryIO

from rich.console import Console
from rich.text import Text

from annotator.comparison import LawComparison, Wording
from annotator.expressions import expression
from annotator.lang import language, languages
from annotator.one_line import one_line
from annotator.writers.comparison.outline import (
    ChangeEntry,
    ChangeGroup,
    Chapter,
    Outline,
    outlined,
)
from annotator.writers.terminal.finding_block import COLOURS
from annotator.writers.terminal.layout import hang, printable, set_runs
from annotator.writers.terminal.marks import Role, Run, abridged, shortened
from annotator.writers.terminal.report import console_of

#: Enough of a clause on either side of a change; of words that are all new, or gone, so many.
_AROUND, _MOST = 10, 60
_INDENT = 4
_NAME, _COUNT = 14, 11
_ROLES: dict[str, Role] = {"kept": "plain", "deleted": "deleted", "inserted": "inserted"}
_COLOURS = expression(r"\x1b\[[\d;]*m")


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as a comparison that was written here, however wide its lines are."""
    said = _COLOURS.sub("", file.read(4_000).decode(errors="replace"))
    first = " ".join(said.partition("\n\n")[0].split())
    return any(first.startswith(f"{one.comparing.TITLE}: ") for one in languages())


def write(comparison: LawComparison, out: BinaryIO, encoding: str) -> None:
    """Write it for whoever reads ``out``, a screen or a pipe, in the screen's encoding."""
    screen = TextIOWrapper(out, encoding, errors="replace", newline="", write_through=True)
    try:
        screen.write(render(comparison, console_of(screen)))
    finally:
        screen.detach()


def render(comparison: LawComparison, console: Console) -> str:
    """The comparison as text for ``console``, whose width and colours it takes."""
    outline = outlined(comparison)
    with console.capture() as capture:
        for line in _lines(outline, comparison.language, console):
            line.rstrip()
            console.print(line, soft_wrap=True, highlight=False)
    return capture.get()


def _lines(outline: Outline, code: str, console: Console) -> Iterator[Text]:
    spoken = language(code)
    say = spoken.comparing
    title = f"{say.TITLE}: {one_line(outline.title)}"
    yield from hang(Text(title, "bold"), console)
    for name, version in ((say.OLD, outline.old), (say.NEW, outline.new)):
        yield from hang(Text(one_line(version), "dim"), console, first=f"{name}: ", indent=5)
    for note in outline.notes:
        yield Text()
        yield from hang(Text(note), console)
    yield Text()
    yield from hang(Text(outline.summary, "bold"), console)
    yield Text()
    heads = ((f"{label:>{_COUNT}}", COLOURS[label]) for label in outline.labels)
    yield Text(" " * _NAME).append_tokens(heads)
    for row in outline.rows:
        yield Text(
            f"{row.name:<{_NAME}}" + "".join(f"{one or '·':>{_COUNT}}" for one in row.counts)
        )
    yield from hang(Text(spoken.phrases.LABELS, "dim"), console)
    for chapter in outline.chapters:
        yield from _chapter(chapter, console)


def _chapter(chapter: Chapter, console: Console) -> Iterator[Text]:
    yield Text("\n" + "━" * console.width, "dim")
    yield from hang(Text(chapter.heading, "bold"), console)
    if chapter.told:
        yield from hang(Text(chapter.told), console)
    for group in chapter.groups:
        yield from _group(group, console)


def _group(group: ChangeGroup, console: Console) -> Iterator[Text]:
    if group.heading:
        colour = COLOURS[group.tone] if group.tone else "bold"
        yield Text()
        yield from hang(Text(group.heading, colour), console)
    for entry in group.entries:
        yield from _entry(entry, console)
    for line in group.lines:
        yield from hang(Text(printable(line)), console, first="  –", indent=_INDENT)


def _entry(entry: ChangeEntry, console: Console) -> Iterator[Text]:
    yield Text()
    yield from hang(Text(printable(entry.title), "bold"), console)
    yield from hang(Text(entry.facts), console)
    if entry.note:
        yield from hang(Text(entry.note, "dim"), console)
    yield from set_runs(_runs(entry.wording), console, indent=_INDENT)


def _runs(wording: Sequence[Wording]) -> list[Run]:
    """Words as runs, cut down to what stands around a change."""
    if len(wording) == 1:
        return [Run(shortened(one.words, _MOST), _ROLES[one.role]) for one in wording]
    runs = [
        Run(one.words if one.role == "kept" else shortened(one.words, _MOST), _ROLES[one.role])
        for one in wording
    ]
    return abridged(runs, _AROUND)
