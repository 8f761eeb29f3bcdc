"""The amending schedule of a law: what is adopted, numbered and composed, ready to paste."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from annotator.expressions import expression
from annotator.lang import language, languages
from annotator.lang.report_phrases import ReportPhrases
from annotator.request import View
from annotator.schedule import Amendment, schedule, shown, wanted
from annotator.schema import Annotation, Source
from annotator.writers.terminal.layout import printable

_WIDTH = 80
_INDENT = 4


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as a schedule does in a language of ours: its title, and item 1."""
    said = file.read(16_000).decode(errors="replace")
    return any(_beginning(one.phrases).match(said) for one in languages())


def _beginning(say: ReportPhrases) -> re.Pattern[str]:
    """What a schedule begins with; of item 1 all lines but the first are indented."""
    before, _, behind = map(re.escape, say.schedule_of("\0").partition("\0"))
    margin = re.escape(_margin(1))
    indent = " " * _INDENT
    item = rf"{margin}\S.*\n(?:{indent}.*\n)*(?=\n|{indent}|\Z)"
    return expression(rf"{before}.+{behind}\n\n(?:{item}|{re.escape(say.NO_AMENDMENTS)}\n)")


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the amendments that ``view`` admits and accepts, as UTF-8; alternatives if accepted.

    Raises:
        UsageError: one that is accepted is no amendment of the law, or excludes another.
    """
    say = language(annotation.law.language).phrases
    known = schedule(annotation)
    taken = wanted(known, annotation, view)
    lines = [say.schedule_of(annotation.law.title), ""]
    for number, amendment in enumerate(taken, start=1):
        lines += [*_printed(number, amendment), ""]
    if not taken:
        lines += [say.NO_AMENDMENTS, ""]
    if any(one.baseline_state for one in taken):
        lines += [*_compared(taken, say), ""]
    left = [one for one in shown(known, annotation, view) if one.instead_of]
    if left and not view.accept:
        lines += [*_left_out(left, say), ""]
    text = "\n".join(map(printable, lines)).rstrip("\n")
    out.write(text.encode(view.encoding, "replace") + b"\n")


def _printed(number: int, amendment: Amendment) -> Iterator[str]:
    """One amendment: its instruction, and the lines of what it adds below that."""
    margin = _margin(number)
    opening, quote, _ = amendment.instruction.partition("“")
    if "\n" not in amendment.added or not quote:
        yield from _filled(amendment.instruction, margin)
        return
    yield from _filled(opening.rstrip(), margin)
    *lines, last = amendment.added.split("\n")
    for at, line in enumerate((*lines, f"{last}”")):
        yield from _filled(line.strip() if at else f"“{line.strip()}", " " * 2 * _INDENT)


def _margin(number: int) -> str:
    return f"{number}. ".ljust(_INDENT)


def _compared(taken: Sequence[Amendment], say: ReportPhrases) -> Iterator[str]:
    """What of a schedule is new: below it, since what is copied from it is no report."""
    new = [at for at, one in enumerate(taken, start=1) if one.baseline_state == "new"]
    yield from textwrap.wrap(say.new_amendments(new, len(taken) - len(new)), _WIDTH)


def _left_out(left: list[Amendment], say: ReportPhrases) -> Iterator[str]:
    told = say.left_out([(one.number, one.instead_of) for one in left])
    yield from textwrap.wrap(told, _WIDTH)


def _filled(words: str, margin: str) -> list[str]:
    return textwrap.wrap(
        words,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=" " * len(margin),
        break_long_words=False,
        break_on_hyphens=False,
    )
