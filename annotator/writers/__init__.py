"""Writers: from an :class:`~annotator.schema.Annotation` to what is read, one module a format.

:data:`FORMATS` is the table of them: a format is a line in it, and a module with a function
``write`` (:class:`Write`). The modules are imported when they are first asked for.
"""

from __future__ import annotations

import importlib
from typing import BinaryIO, Protocol

from annotator.request import View
from annotator.schema import Annotation, Source, Struct

__all__ = ["FORMATS", "Format", "Write", "write"]


class Write(Protocol):
    """What the module of a format offers as ``write``."""

    def __call__(self, annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
        """Write one law's report.

        Args:
            annotation: the result for the law, whole.
            source: the text that was annotated.
            out: takes the report's bytes; the caller opens, flushes and closes it.
            view: what of the result is shown.
        """


class Format(Struct, frozen=True):
    """A format of reports.

    ``module`` has its ``write``. ``whole`` says that the format is for programs: neutral clauses go
    in unless a part is asked for. ``between`` stands between the reports of two laws.
    """

    module: str
    whole: bool = False
    between: bytes = b""


FORMATS = {
    "terminal": Format(module="annotator.writers.terminal", between=b"\n\n"),
    "amendments": Format(module="annotator.writers.amendments", between=b"\n\n"),
    "json": Format(module="annotator.writers.as_json", whole=True),
}


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write one law's report in the format of ``view``: see :class:`Write`."""
    chosen: Write = importlib.import_module(FORMATS[view.format].module).write
    chosen(annotation, source, out, view)
