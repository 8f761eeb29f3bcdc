"""Where the reports of ``annotate law.txt`` go, and how one follows another."""

from __future__ import annotations

import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Any

from annotator.files import replacing
from annotator.schema import Annotation
from annotator.selection import Extent, Selection, without_style

_NARROW = 80


def destination(output: Path | None, kind: str) -> AbstractContextManager[IO[str]]:
    """The stream for reports of a kind: a file that is replaced whole, else standard output."""
    if output is not None:
        return replacing(output)
    stdout: Any = sys.stdout
    if kind == "json":
        stdout.reconfigure(encoding="utf-8")
    else:
        # A terminal that cannot show a dash or a quote gets a question mark in its place.
        stdout.reconfigure(errors="replace")
    return nullcontext(stdout)


class Writer:
    """Writes one report after another to one stream."""

    def __init__(
        self, out: IO[str], kind: str, selection: Selection, *, several: bool, style: Extent
    ) -> None:
        self.out = out
        self.kind = kind
        self.selection = selection
        self.several = several
        self.style = style
        self.written = 0

    def write(self, annotation: Annotation) -> None:
        """Write one law's report at once, so that a stop never leaves half of it."""
        if self.kind == "json":
            from annotator.writers import as_json

            annotation = annotation if self.style != "none" else without_style(annotation)
            report = as_json.render(annotation, self.selection, one_line=self.several)
        else:
            from annotator.writers.terminal import report as terminal

            between = "\n\n" if self.written else ""
            report = between + terminal.render(
                annotation, self.selection, self._console(), style=self.style
            )
        self.out.write(report)
        self.out.flush()
        self.written += 1

    def _console(self) -> Any:
        from rich.console import Console

        from annotator.writers.terminal.report import WIDEST

        console = Console(file=self.out)
        fixed = "COLUMNS" in os.environ or console.is_terminal
        console.width = min(console.width, WIDEST) if fixed else _NARROW
        return console
