"""The stretches of a law that were read with doubt, near the top: what, where, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from annotator.lang.report_phrases import ReportPhrases
from annotator.schema import ReadingWarning
from annotator.writers.terminal.layout import hang, printable

_FEW = 5
_INDENT = 4


def warnings_section(
    warnings: Sequence[ReadingWarning], say: ReportPhrases, console: Console
) -> Iterator[Text]:
    """The lines of the block, a paragraph a warning; none where there is none."""
    if not warnings:
        return
    yield Text()
    yield Text(say.WARNINGS, "bold yellow")
    for warning in warnings[:_FEW]:
        words = " ".join((f"{warning.where}:", warning.what, warning.advice))
        words = words[:1].upper() + words[1:]
        yield from hang(Text(printable(" ".join(words.split()))), console, indent=_INDENT)
    if len(warnings) > _FEW:
        more = Text(say.more_warnings(len(warnings) - _FEW), "dim")
        yield from hang(more, console, indent=_INDENT)
