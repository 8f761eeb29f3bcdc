"""What a query found: a table to read, CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Any, Literal

import msgspec
from rich import box
from rich.console import Console
from rich.table import Column, Table
from rich.text import Text

from annotator.one_line import at_most, one_line
from annotator.writers.as_csv import guarded

Kind = Literal["table", "csv", "json"]
Rows = Iterable[Sequence[Any]]

#: What a table shows at most: of rows, and of a cell's characters.
_ROWS, _CELL = 100, 240
#: Columns of characters where there is no terminal; and what a cell must have to be read.
_WIDTH, _NARROWEST = 120, 8
_ENCODER = msgspec.json.Encoder(enc_hook=str, decimal_format="number")


def as_table(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """A table as wide as the terminal: its first rows, and of long words the first. Where that is
    too narrow for the columns, the rows come one below the other."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=max(_WIDTH, console.width), color_system=None)
    left = iter(rows)
    first = [[_shown(cell) for cell in row] for row in islice(left, _ROWS)]
    if not first:
        yield "No rows.\n"
        return
    if len(columns) * _NARROWEST <= console.width:
        yield _drawn(console, _table(columns, first))
    else:
        for row in first:
            yield _drawn(console, _record(columns, row)) + "\n"
    if next(left, None) is not None:
        yield f"\nThese are the first {_ROWS} rows: --format csv gives all.\n"


def as_csv(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """RFC 4180. A list is its members with semicolons, what has parts is JSON; no cell is taken for
    a formula."""
    page = StringIO(newline="")
    lines = csv.writer(page, lineterminator="\r\n")
    lines.writerow(map(guarded, columns))
    for row in rows:
        lines.writerow(map(_cell, row))
        yield page.getvalue()
        page.seek(0)
        page.truncate()
    yield page.getvalue()


def as_json(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """A list with an object a row."""
    before = "[\n"
    for row in rows:
        yield before + _json(dict(zip(columns, row, strict=True)))
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


WRITERS = {"table": as_table, "csv": as_csv, "json": as_json}


def _table(columns: Sequence[str], rows: Sequence[Sequence[Text]]) -> Table:
    # As texts: in a string rich would take brackets for marks of its own.
    heads = [Column(Text(one_line(name))) for name in columns]
    drawn = Table(*heads, box=box.SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        drawn.add_row(*row)
    return drawn


def _record(columns: Sequence[str], row: Sequence[Text]) -> Table:
    """A row as lines: the name of a column, and what stands there, if anything does."""
    drawn = Table.grid(padding=(0, 2))
    for name, cell in zip(columns, row, strict=True):
        if cell:
            cell.justify = "left"
            drawn.add_row(Text(one_line(name), "dim"), cell)
    return drawn


def _drawn(console: Console, table: Table) -> str:
    with console.capture() as captured:
        console.print(table)
    lines = captured.get().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines if line.strip())


def _shown(value: Any) -> Text:
    """A value as a table shows it: figures to the right."""
    words = at_most(one_line(str(_plain(value))), _CELL)
    is_figure = isinstance(value, int | float) and not isinstance(value, bool)
    return Text(words, justify="right" if is_figure else "left")


def _cell(value: Any) -> Any:
    plain = _plain(value)
    return guarded(plain) if isinstance(plain, str) else plain


def _plain(value: Any) -> Any:
    """A value as a cell holds it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list) and all(isinstance(one, str | int) for one in value):
        return "; ".join(map(str, value))
    if isinstance(value, list | dict | bytes):
        return _json(value)
    return value


def _json(value: Any) -> str:
    return _ENCODER.encode(value).decode()
