"""The report as a workbook: in short, then a sheet for each table, with a chart where one helps.

All is text or a number: nothing of a law is ever a formula or a link. The same figures give the
same bytes, and a workbook that nobody has saved since is known again by its date.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, BinaryIO, NamedTuple

from annotator.corpus.report.figures import CorpusFigures
from annotator.corpus.report.limiting import limits
from annotator.corpus.report.tables import SHARE, ReportTable, TableCell, tables
from annotator.corpus.report.telling import Statement, in_short, title
from annotator.errors import UsageError
from annotator.lang import language
from annotator.writers.terminal.layout import printable
from annotator.writers.xlsx import is_untouched as is_untouched
from annotator.writers.xlsx.book import Book

#: Points of a line; the summary's columns; letters on a line of its second one.
_LINE, _WIDTHS, _ACROSS = 14.0, (26, 110), 118
_HIGHEST = 409.0
_LONGEST = 16_000
#: Of a sheet, below the head.
_MOST_ROWS = 1_048_575


class _Chart(NamedTuple):
    """A chart of a table: its kind and title, its first column, and a colour for each."""

    kind: str
    title: str
    first: str
    colours: tuple[str, ...]


_RED, _AMBER, _MINT, _GREEN = "#A8322D", "#DCA53E", "#A9D3BB", "#3F8F66"
#: By the names of tables. What is for review is paler than what is sure.
_CHARTS = {
    "matters": _Chart(
        "bar",
        "Clauses by matter and label",
        "discriminates, sure",
        (_RED, "#E3B3B0", _AMBER, "#F1DDB5", _MINT, "#D8EBE0", _GREEN, "#A6CDB8"),
    ),
    "countries": _Chart(
        "bar", "Laws by level", "level 1", (_RED, _AMBER, _MINT, _GREEN, "#17583A", "#CFCBC3")
    ),
    "years": _Chart(
        "column",
        "Share of the clauses in which gender matters that takes it into account",
        SHARE,
        (_GREEN,),
    ),
}


def write(figures: CorpusFigures, out: BinaryIO) -> None:
    """Write the workbook.

    Raises:
        UsageError: a table has more rows than a sheet.
    """
    book = Book(language("en"), [title(figures)])
    _summary(book, title(figures), in_short(figures), limits(figures))
    for table in tables(figures):
        if len(table.rows) > _MOST_ROWS:
            raise UsageError(
                f"A workbook has no room for so many rows ({len(table.rows):,} {table.name}): name "
                "a folder with -o, for tables as CSV."
            )
        sheet = book.sheet(table.title, wide=True)
        _grid(book, sheet, table)
        _chart(book, sheet, table)
    out.write(book.finished())


def _summary(
    book: Book, name: str, short: Sequence[Statement], limited: Sequence[Statement]
) -> None:
    sheet = book.sheet("In short", wide=False)
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.write_string(0, 0, printable(name), book.title())
    row = 2
    for heading, statements in (("", short), ("How sure this is, and what it cannot say", limited)):
        if heading:
            sheet.write_string(row + 1, 0, heading, book.title())
            row += 3
        for one in statements:
            words = "\n".join((one.words, *one.items))
            lines = sum(1 + len(line) // _ACROSS for line in words.split("\n"))
            sheet.set_row(row, min(_LINE * lines, _HIGHEST))
            sheet.write_string(row, 0, one.heading, book.prose(bold=True))
            sheet.write_string(row, 1, printable(words), book.prose())
            row += 1


def _grid(book: Book, sheet: Any, table: ReportTable) -> None:
    """The table, under a head that stays in sight and can be filtered."""
    for at, (name, width) in enumerate(table.columns.items()):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, name, book.head())
    sheet.set_row(0, 3 * _LINE)
    widths = list(table.columns.values())
    looks = [book.share() if SHARE in name else book.look() for name in table.columns]
    for at, row in enumerate(table.rows, 1):
        sheet.set_row(at, _height(row, widths))
        for column, cell in enumerate(row):
            _put(sheet, at, column, cell, looks[column])
    last = max(len(table.rows), 1)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(widths) - 1)
    sheet.repeat_rows(0)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})


def _put(sheet: Any, row: int, column: int, cell: TableCell, look: Any) -> None:
    if cell is None or cell == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(cell, str):
        sheet.write_string(row, column, printable(cell)[:_LONGEST], look)
    else:
        sheet.write_number(row, column, cell, look)


def _height(row: Sequence[TableCell], widths: Sequence[int]) -> float:
    """As high as the longest of the cells needs; not every program looks for itself."""
    lines = max(
        sum(math.ceil(max(len(line), 1) / (width * 1.1)) for line in cell.split("\n"))
        if isinstance(cell, str)
        else 1
        for cell, width in zip(row, widths, strict=True)
    )
    return min(_LINE * lines + 3, _HIGHEST)


def _chart(book: Book, sheet: Any, table: ReportTable) -> None:
    """The chart of a table that has one, below it."""
    charted = _CHARTS.get(table.name)
    last = len(table.rows)
    if charted is None or not last:
        return
    chart = book.chart(charted.kind, stacked=charted.kind == "bar")
    names = list(table.columns)
    first = names.index(charted.first)
    for column, colour in enumerate(charted.colours, first):
        chart.add_series(
            {
                "name": [table.title, 0, column],
                "categories": [table.title, 1, 0, last, 0],
                "values": [table.title, 1, column, last, column],
                "fill": {"color": colour},
                "gap": 60,
            }
        )
    if charted.kind == "bar":
        chart.set_y_axis({"reverse": True})
    chart.set_legend({"position": "bottom"} if charted.kind == "bar" else {"none": True})
    chart.set_title({"name": charted.title, "name_font": {"size": 12}})
    chart.set_size({"width": 900, "height": 160 + 24 * max(last, 8)})
    sheet.insert_chart(last + 2, 0, chart, {"object_position": 3})
