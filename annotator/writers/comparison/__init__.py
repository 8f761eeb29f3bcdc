"""Writers of comparisons: what became of a law from one version to the next, one module a format.

What is told, and in which order, is decided once, in :mod:`.outline`; a module sets it for a
terminal, a browser or Word. JSON is the comparison itself.
"""

from __future__ import annotations

import importlib
from typing import BinaryIO

from annotator.comparison import LawComparison
from annotator.writers import Format

_HERE = __name__

FORMATS = {
    "terminal": Format(module=f"{_HERE}.terminal", suffixes=(".txt",)),
    "json": Format(module=f"{_HERE}.as_json", suffixes=(".json",)),
    "html": Format(module=f"{_HERE}.html", suffixes=(".html", ".htm")),
    "docx": Format(module=f"{_HERE}.docx", suffixes=(".docx",), binary=True),
}


def write(comparison: LawComparison, out: BinaryIO, kind: str, encoding: str = "utf-8") -> None:
    """Write a comparison in one of the formats.

    Args:
        comparison: of two versions.
        out: takes the bytes; the caller opens, flushes and closes it.
        kind: one of :data:`FORMATS`.
        encoding: that of the screen, for a terminal.
    """
    importlib.import_module(FORMATS[kind].module).write(comparison, out, encoding)
