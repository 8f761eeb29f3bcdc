"""Sets a clause's words as lines for a terminal: its list items indented, its line wraps undone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.console import Console
from rich.text import Text

from annotator.eids import unit_word
from annotator.expressions import expression
from annotator.lang import LanguageData
from annotator.numbering import ITEM_NUMBER, LabelReading, gap, is_after, readings
from annotator.one_line import UNPRINTABLE
from annotator.writers.terminal.marks import Role, Run

#: How each role looks in colour, and between which marks where there is none.
_STYLES: dict[Role, str] = {
    "plain": "",
    "evidence": "bold cyan",
    "deleted": "strike red",
    "inserted": "underline green",
}
_SIGNS: dict[Role, tuple[str, str]] = {
    "plain": ("", ""),
    "evidence": ("«", "»"),
    "deleted": ("[-", "-]"),
    "inserted": ("{+", "+}"),
}

_LABEL_WIDTH = 4  # "(a) "
_LABEL = expression(
    rf"\s*(?:\((?P<both>{ITEM_NUMBER})\)|(?P<right>[0-9]{{1,2}}|[a-z]{{1,4}})\)|"
    r"(?P<dash>[–—•-]))\s+"
)
# No line of a hard-wrapped text is longer, and none but a paragraph's last is much shorter.
_WRAPPED_WIDTH = 100
_FULL_LINE = 0.6
_NEAR = 2


class Paragraph(NamedTuple):
    """Runs that are set together, and how deep: 0 for the clause's own words, 1 for an item."""

    level: int
    runs: list[Run]


def printable(words: str) -> str:
    """``words`` without what would steer the terminal: a law may come from anywhere."""
    return UNPRINTABLE.sub("\ufffd", words.replace("\t", " "))


def provision_name(eid: str, number: str, language: LanguageData) -> str:
    """What a citation calls the provision: ``Section 11(1)``, ``Article 6(1)``.

    >>> from annotator.lang import language
    >>> provision_name("art_6__para_1", "6(1)", language("en"))
    'Article 6(1)'
    >>> provision_name("att_3__para_5", "Schedule 3, 5", language("en"))
    'Schedule 3, paragraph 5'
    """
    word = unit_word(eid)
    name = language.instructions.name(word) if word else ""
    number, quoted, term = number.partition(" “")
    *holding, own = number.split(", ") if word else [number]
    own = language.phrases.provision(name, own + quoted + term, first=not holding)
    return ", ".join((*holding, own))


def set_runs(runs: Iterable[Run], console: Console, *, indent: int) -> list[Text]:
    """The lines that show ``runs``, none wider than the console, all indented by ``indent``."""
    signs = console.color_system is None or console.no_color
    lines: list[Text] = []
    for paragraph in paragraphs(runs):
        label, words = _label_apart(paragraph)
        inner = indent + _LABEL_WIDTH * paragraph.level + (2 if paragraph.level else 0)
        margin = " " * (inner - _LABEL_WIDTH) + label if label else ""
        text = Text.assemble(*(_shown(run, signs) for run in words))
        lines += hang(text, console, indent=inner, first=margin)
    return lines


def hang(text: Text, console: Console, *, indent: int = 0, first: str = "") -> list[Text]:
    """Wrap one paragraph; ``first`` stands in the margin of its first line."""
    indent = max(indent, len(first) + 1 if first.strip() else 0)
    wrapped = text.wrap(console, max(console.width - indent, 20))
    margins = [first.ljust(indent), *[" " * indent] * (len(wrapped) - 1)]
    return [Text(margin) + line for margin, line in zip(margins, wrapped, strict=True)]


def paragraphs(runs: Iterable[Run]) -> list[Paragraph]:
    """Join what a line wrap parted, begin anew at list items, and tell how deep each stands."""
    lines = list(_lines(runs))
    lengths = [_printed_length(line) for line in lines]
    longest = max(lengths, default=0)
    full = longest * _FULL_LINE if longest <= _WRAPPED_WIDTH else longest + 1
    levels = _Levels()
    found: list[Paragraph] = []
    before = 0
    for line, length in zip(lines, lengths, strict=True):
        words = "".join(run.words for run in line)
        label = _LABEL.match(words)
        if words.strip() and found and before >= full and not label:
            found[-1].runs.extend([Run(" "), *_stripped(line)])
        elif words.strip():
            level = levels.of(_label_text(label)) if label and found else 0
            found.append(Paragraph(level, _stripped(line)))
        before = length
    return found


def _label_apart(paragraph: Paragraph) -> tuple[str, list[Run]]:
    """A list item's label, which hangs in the margin, and its words; no label if it is edited."""
    first, *others = paragraph.runs
    label = _LABEL.match(first.words) if paragraph.level else None
    if label is None or first.role in ("deleted", "inserted"):
        return "", paragraph.runs
    return label[0].strip(), [first._replace(words=first.words[label.end() :]), *others]


def _shown(run: Run, signs: bool) -> str | tuple[str, str]:
    return signed(run) if signs else (printable(run.words), _STYLES[run.role])


def signed(run: Run) -> str:
    """The words of a run between the signs of its role, where there are no colours.

    >>> signed(Run("the wife ", "deleted"))
    '[-the wife-] '
    """
    words = printable(run.words)
    opening, closing = _SIGNS[run.role]
    bare = words.strip()
    if not bare or run.role == "plain":
        return words
    return words.replace(bare, f"{opening}{bare}{closing}")


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        first, *others = run.words.split("\n")
        line.append(Run(first, run.role))
        for other in others:
            yield line
            line = [Run(other, run.role)]
    yield line


def _printed_length(line: list[Run]) -> int:
    """The line's length in the law as printed, where nothing is inserted yet."""
    return len("".join(run.words for run in line if run.role != "inserted").strip())


def _stripped(line: list[Run]) -> list[Run]:
    """The line without the blanks at its head and the runs that hold nothing."""
    while line and not line[0].words.strip():
        line = line[1:]
    return [line[0]._replace(words=line[0].words.lstrip()), *line[1:]] if line else []


def _label_text(label: re.Match[str]) -> str:
    return label["both"] or label["right"] or label["dash"]


class _Levels:
    """How deep a list item stands, told from the labels before it."""

    def __init__(self) -> None:
        self._open: list[LabelReading] = []

    def of(self, label: str) -> int:
        """The level of the next item: 1 for the outermost list, 0 for what is no item of one."""
        options = readings(label)
        for depth in range(len(self._open), 0, -1):
            for reading in options:
                if _follows(reading, self._open[depth - 1], alone=len(options) == 1):
                    self._open[depth - 1 :] = [reading]
                    return depth
        # What neither goes on with a list nor begins one is a provision beside the clause.
        opened = [reading for reading in options if reading.first][:1]
        self._open = self._open + opened if opened else []
        return len(self._open)


def _follows(reading: LabelReading, before: LabelReading, *, alone: bool) -> bool:
    """Whether a label goes on with a list; one that can be read otherwise must do so closely."""
    if reading.system != before.system:
        return False
    if reading.system == "dash":
        return True
    return is_after(reading.key, before.key) and (alone or gap(reading.key, before.key) <= _NEAR)
