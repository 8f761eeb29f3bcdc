"""The report as a folder of CSV files (RFC 4180), one a table.

Each begins with the mark by which Excel knows UTF-8; a cell that a spreadsheet would take for a
formula has an apostrophe before it.
"""

from __future__ import annotations

import codecs
import csv
from io import StringIO
from typing import BinaryIO

from annotator.corpus.report.figures import CorpusFigures
from annotator.corpus.report.tables import ReportTable, TableCell, tables
from annotator.writers.as_csv import guarded
from annotator.writers.terminal.layout import printable

_LINE_END = "\r\n"
#: Digits of a share.
_DIGITS = 4
#: No table has a longer head.
_LONGEST_HEAD = 2_000


def pages(figures: CorpusFigures) -> dict[str, bytes]:
    """The files by their names, in the order of the report."""
    return {f"{table.name}.csv": _page(table) for table in tables(figures)}


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as one of the tables does that are written here."""
    start = file.read(_LONGEST_HEAD)
    return any(start.startswith(_head(table)) for table in tables(CorpusFigures()))


def _head(table: ReportTable) -> bytes:
    line = StringIO(newline="")
    csv.writer(line, lineterminator=_LINE_END).writerow(table.columns)
    return codecs.BOM_UTF8 + line.getvalue().encode()


def _page(table: ReportTable) -> bytes:
    lines = StringIO(newline="")
    writer = csv.writer(lines, lineterminator=_LINE_END)
    for row in table.rows:
        writer.writerow([_cell(cell) for cell in row])
    return _head(table) + lines.getvalue().encode()


def _cell(cell: TableCell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(printable(" ".join(cell.split())))
    return f"{cell:.{_DIGITS}g}" if isinstance(cell, float) else str(cell)
