"""What a query found, as a table, CSV and JSON."""

from __future__ import annotations

import csv
import datetime
import json
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest

from annotator.commands.views.answers import as_csv, as_json, as_table


def table(columns: Sequence[str], *rows: Sequence[Any]) -> str:
    return "".join(as_table(columns, rows))


def test_a_table_has_figures_to_the_right() -> None:
    assert table(("title", "blind"), ("Ports Act", 7), ("Aliens Act", 12)) == (
        " title        blind\n ──────────────────\n Ports Act        7\n Aliens Act      12\n"
    )


def test_what_a_law_says_steers_no_terminal_and_is_no_markup() -> None:
    shown = table(("[bold]n", "text"), ("[red]1", "may\x1b[2J\nsearch"))
    assert "[bold]n" in shown
    assert "[red]1" in shown
    assert "may\ufffd[2J search" in shown


def test_lists_and_parts_can_be_read() -> None:
    shown = table(("issues", "cited", "met", "none"), (["work", "search"], {"at": 2}, True, None))
    assert ' work; search   {"at":2}   yes\n' in shown


def test_rows_that_a_terminal_has_no_room_for_come_one_below_the_other() -> None:
    columns = [f"column {number}" for number in range(30)]
    assert table(columns, range(30), [""] * 29 + [1]).startswith("column 0   0\ncolumn 1   1\n")


def test_it_says_that_there_is_more(capsys: object) -> None:
    shown = table(("n",), *((number,) for number in range(101)))
    assert shown.endswith(" 99\n\nThese are the first 100 rows: --format csv gives all.\n")
    assert "first" not in table(("n",), *((number,) for number in range(100)))
    assert table(("n",)) == "No rows.\n"


def cells(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> list[list[str]]:
    return list(csv.reader(StringIO("".join(as_csv(columns, rows)), newline="")))


def test_csv_has_all_rows_and_no_formula() -> None:
    rows = [("=1+1", -1, None, ["a", "b"]), ("two\nlines, one cell", 2.5, True, [])]
    assert cells(("law", "n", "met", "issues"), rows) == [
        ["law", "n", "met", "issues"],
        ["'=1+1", "-1", "", "a; b"],
        ["two\nlines, one cell", "2.5", "yes", ""],
    ]
    assert len(cells(("n",), ((number,) for number in range(5000)))) == 5001


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("é\x1b", "é\x1b"),
        (float("nan"), None),
        (Decimal("1.50"), 1.5),
        (2**100, 2**100),
        (datetime.date(2020, 1, 2), "2020-01-02"),
        ([{"at": None}], [{"at": None}]),
    ],
)
def test_json_holds_whatever_sql_gives(value: object, read: object) -> None:
    assert json.loads("".join(as_json(("v",), [(value,), (1,)]))) == [{"v": read}, {"v": 1}]


def test_json_of_no_rows_is_an_empty_list() -> None:
    assert "".join(as_json(("v",), [])) == "[]\n"
