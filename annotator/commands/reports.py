"""Where the reports of ``annotate law.txt`` go, and how one follows another."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from annotator.commands.faults import as_faults
from annotator.files import replacing
from annotator.request import View
from annotator.schema import Annotation, Source
from annotator.writers import FORMATS, write


class Reports:
    """Writes one report after another to one stream.

    Args:
        out: takes them.
        view: what of each result is shown.
    """

    def __init__(self, out: BinaryIO, view: View) -> None:
        self._out = out
        self._view = view
        self.written = 0

    def add(self, annotation: Annotation, source: Source) -> None:
        """Write one law's report at once, so that a stop never leaves half of it.

        Raises:
            Fault: the report cannot be made; nothing of it was written.
            OSError: it cannot be written.
        """
        page = _ReportPage(self._out)
        with as_faults(source.name):
            write(annotation, source, page, self._view)
        between = FORMATS[self._view.format].between if self.written else b""
        self._out.write(between + page.getvalue())
        self._out.flush()
        self.written += 1


class _ReportPage(BytesIO):
    """What is to go to a stream as a whole: a terminal's page where the stream is a terminal."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def isatty(self) -> bool:
        return self._stream.isatty()


@contextmanager
def reporting(output: Path | None, view: View) -> Iterator[Reports]:
    """Reports into a file, which is replaced whole, else on standard output.

    Raises:
        OutputError: the file cannot be written.
    """
    if output is not None:
        with replacing(output, "wb") as file:
            yield Reports(file, view)
    else:
        sys.stdout.flush()
        yield Reports(sys.stdout.buffer, replace(view, encoding=sys.stdout.encoding))
