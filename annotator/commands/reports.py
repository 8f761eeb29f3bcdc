"""Where the reports of ``annotate law.txt`` go, and how one follows another."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from io import BytesIO
from typing import BinaryIO

from msgspec.structs import replace

from annotator.commands.destinations import Destination
from annotator.errors import UsageError
from annotator.faults import as_faults
from annotator.files import replacing_all, writing
from annotator.request import View
from annotator.schema import Annotation, Source
from annotator.writers import FORMATS, Result, write, write_all


class Reports:
    """Writes one report after another to each of the destinations.

    Args:
        streams: those of the destinations.
    """

    def __init__(self, streams: Sequence[_Stream]) -> None:
        self._streams = streams
        self.written = 0

    def add(self, annotation: Annotation, source: Source) -> None:
        """Write one law's report at once, so that a stop never leaves half of it.

        Raises:
            Fault: the report cannot be made in one of the formats; nothing was written in any.
            OSError: it cannot be written to standard output.
            OutputError: it cannot be written to a file.
        """
        with as_faults(source.name):
            pages = [stream.page_of(annotation, source) for stream in self._streams]
        for stream, page in zip(self._streams, pages, strict=True):
            stream.put(page, (annotation, source))
        self.written += 1

    def finish(self) -> None:
        """Write what tells of all the laws together; raises what :meth:`add` does."""
        for stream in self._streams:
            stream.finish()


class _Stream:
    """A destination while it is written to."""

    def __init__(self, out: BinaryIO, to: Destination) -> None:
        self._out = out
        self._path = to.path
        self._view = to.view
        self._format = FORMATS[to.view.format]
        self._together = self._format.laws == "together"
        self._results: list[Result] = []
        if self._format.binary and out.isatty():
            raise UsageError(
                f"A report in the format {to.view.format} is nothing to be read on a screen: name "
                "a file for it with -o."
            )

    def page_of(self, annotation: Annotation, source: Source) -> bytes:
        """What goes to the stream of one law by itself; nothing, where laws go together."""
        if self._together:
            return b""
        page = ReportPage(self._out)
        write(annotation, source, page, self._view)
        return page.getvalue()

    def put(self, page: bytes, result: Result) -> None:
        """Write what is said of one law, or keep it until all are there."""
        if self._together:
            self._results.append(result)
            return
        between = self._format.between if self._view.goes_on else b""
        self._send(between + page)
        self._view = replace(self._view, goes_on=True)

    def finish(self) -> None:
        """Write what is said of all laws together, if anything is."""
        if not self._results:
            return
        page = ReportPage(self._out)
        with as_faults(str(self._path or "The report")):
            write_all(self._results, page, self._view)
        self._send(page.getvalue())

    def _send(self, page: bytes) -> None:
        with writing(self._path) if self._path else nullcontext():
            self._out.write(page)
            self._out.flush()


class ReportPage(BytesIO):
    """What is to go to a stream as a whole: a terminal's page where the stream is a terminal."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._stream = stream

    def isatty(self) -> bool:
        """Whether the stream is a terminal."""
        return self._stream.isatty()


@contextmanager
def reporting(goals: Sequence[Destination]) -> Iterator[Reports]:
    """Reports into files, which are replaced whole and all at once, else on standard output.

    Raises:
        OutputError: a file cannot be written.
        UsageError: what is no text would go to a terminal.
    """
    paths = [goal.path for goal in goals if goal.path is not None]
    with replacing_all(paths) as files:
        streams = iter(files)
        reports = Reports(
            [_Stream(next(streams), goal) if goal.path else _to_screen(goal.view) for goal in goals]
        )
        yield reports
        reports.finish()


def _to_screen(view: View) -> _Stream:
    sys.stdout.flush()
    view = replace(view, encoding=sys.stdout.encoding)
    return _Stream(sys.stdout.buffer, Destination(path=None, view=view))
