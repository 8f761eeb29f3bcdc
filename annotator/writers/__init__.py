"""Writers: from an :class:`~annotator.schema.Annotation` to what is read, one module a format.

:data:`FORMATS` is the table of them: a format is a line in it, and a module with a function
``write`` (:class:`Write`). The modules are imported when they are first asked for.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO, Literal, Protocol

from annotator.request import View
from annotator.schema import Annotation, Source, Struct

__all__ = [
    "FORMATS",
    "Format",
    "Result",
    "Write",
    "WriteAll",
    "by_suffix",
    "is_untouched",
    "write",
    "write_all",
]

#: What was found in a law, and the text that it was found in.
Result = tuple[Annotation, Source]


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


class WriteAll(Protocol):
    """What the module of a format that takes several laws ``together`` offers as ``write_all``."""

    def __call__(self, results: Sequence[Result], out: BinaryIO, view: View) -> None:
        """Write one report on all the laws, in their order; the rest is as for :class:`Write`."""


class Format(Struct, frozen=True):
    """A format of reports.

    ``module`` has its ``write``, and ``is_untouched``, which tells of an open file whether it is a
    report as it is written there: no other file gives place to one. ``suffixes`` are the endings of
    the files that are of this format, in lower case; in those of them that are ``lined`` each law
    is one line, and if any are, the others hold one law. ``whole`` says that neutral clauses go in
    unless a part is asked for: the format is for programs, or shows all of the law. ``binary`` says
    that nobody can read it without a program: it goes to no terminal, and a file with its suffix
    holds nothing else. ``chosen`` says that those amendments alone are made in it that were
    accepted, if any were. Of several laws the reports stand in one file each ``behind`` the other,
    with ``between`` there; or ``together``, by the module's ``write_all``; or a law is ``alone`` in
    it.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    lined: tuple[str, ...] = ()
    whole: bool = False
    binary: bool = False
    chosen: bool = False
    laws: Literal["behind", "together", "alone"] = "behind"
    between: bytes = b""


FORMATS = {
    "terminal": Format(module="annotator.writers.terminal", suffixes=(".txt",), between=b"\n\n"),
    "amendments": Format(module="annotator.writers.amendments", chosen=True, between=b"\n\n"),
    "json": Format(
        module="annotator.writers.as_json",
        suffixes=(".json", ".jsonl", ".ndjson"),
        lined=(".jsonl", ".ndjson"),
        whole=True,
    ),
    "csv": Format(module="annotator.writers.as_csv", suffixes=(".csv",)),
    "xlsx": Format(
        module="annotator.writers.xlsx",
        suffixes=(".xlsx",),
        binary=True,
        laws="together",
    ),
    "sarif": Format(
        module="annotator.writers.sarif", suffixes=(".sarif", ".sarif.json"), laws="together"
    ),
    "docx": Format(
        module="annotator.writers.docx",
        suffixes=(".docx",),
        binary=True,
        chosen=True,
        laws="alone",
    ),
    "review": Format(
        module="annotator.writers.review",
        suffixes=(".html", ".htm"),
        whole=True,
        laws="alone",
    ),
    "akn": Format(module="annotator.writers.akoma_ntoso", suffixes=(".akn", ".xml"), laws="alone"),
    "akn-bill": Format(
        module="annotator.writers.akoma_ntoso.amending_bill", chosen=True, laws="alone"
    ),
    "akn-amendments": Format(module="annotator.writers.akoma_ntoso.amendment_list", laws="alone"),
}


def by_suffix(path: Path, formats: Mapping[str, Format] = FORMATS) -> tuple[str, str]:
    """The format of which a file is by its name, and its suffix; both empty where none has it.

    >>> by_suffix(Path("Findings.JSONL")), by_suffix(Path("findings"))
    (('json', '.jsonl'), ('', ''))
    """
    name = path.name.lower()
    fitting = [
        (suffix, kind)
        for kind, format_ in formats.items()
        for suffix in format_.suffixes
        if name.endswith(suffix) and name != suffix
    ]
    suffix, kind = max(fitting, key=lambda pair: len(pair[0]), default=("", ""))
    return kind, suffix


def is_untouched(file: BinaryIO, kind: str, formats: Mapping[str, Format] = FORMATS) -> bool:
    """Whether an open file is a report of ours, to which one of the format may succeed.

    It is one of the format, or a text of another: a file may hold the schedule after the report.
    """
    texts = [other for other, format_ in formats.items() if not format_.binary and other != kind]
    for known in (kind,) if formats[kind].binary else (kind, *texts):
        file.seek(0)
        if importlib.import_module(formats[known].module).is_untouched(file):
            return True
    return False


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write one law's report in the format of ``view``: see :class:`Write`."""
    chosen: Write = importlib.import_module(FORMATS[view.format].module).write
    chosen(annotation, source, out, view)


def write_all(results: Sequence[Result], out: BinaryIO, view: View) -> None:
    """Write a report on several laws ``together``, in the format of ``view``, which can do that."""
    chosen: WriteAll = importlib.import_module(FORMATS[view.format].module).write_all
    chosen(results, out, view)
