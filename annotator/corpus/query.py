"""The tables of a corpus in SQL, by DuckDB: read, and nothing else.

Every table is a view over its Parquet files, of which DuckDB reads the columns and rows that a
query needs. SQL may come from anywhere, so it reaches no file, no address and no variable of the
program, and cannot change these settings.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb

from annotator.corpus.schema import TABLES
from annotator.corpus.store import datasets
from annotator.errors import UsageError
from annotator.schema import Struct

#: What a query may be: what only reads. PIVOT is several statements to DuckDB.
_READING = frozenset(("SELECT", "MULTI"))
_ROWS_AT_A_TIME = 1000
_APART: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": False,
    "python_enable_replacements": False,
    "allow_community_extensions": False,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


class Answer(Struct, frozen=True):
    """What a query found: the names of its columns, no two the same, and its rows, as they come."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def connect(out: str | Path, *, scratch: str | Path = "") -> duckdb.DuckDBPyConnection:
    """A DuckDB in which the tables of the corpus at ``out`` are views, for a notebook.

    Args:
        out: a folder, or an address that fsspec knows.
        scratch: where DuckDB puts what finds no room in memory; empty for nowhere.

    Raises:
        UsageError: there is no corpus.
    """
    views = datasets(out)
    database = duckdb.connect(":memory:", config={**_APART, "temp_directory": str(scratch)})
    for table, rows in views.items():
        database.register(table, rows)
    database.execute("SET lock_configuration = true")
    return database


@contextmanager
def querying(out: str | Path, sql: str) -> Iterator[Answer]:
    """Run one statement that reads on the corpus at ``out``.

    Raises:
        UsageError: there is no corpus; the SQL is none, or does something else than read its
            tables.
    """
    with (
        tempfile.TemporaryDirectory(prefix="annotate-") as scratch,
        connect(out, scratch=scratch) as database,
        _told(out),
    ):
        _check(database.extract_statements(sql), out)
        asked = database.execute(sql)
        names = [column[0] for column in asked.description or ()]
        yield Answer(columns=_apart(names), rows=_fetched(asked))


def _check(statements: Sequence[Any], out: str | Path) -> None:
    if len(statements) != 1:
        raise UsageError(
            'Give one statement of SQL, such as "SELECT title, blind FROM laws ORDER BY blind".'
        )
    if statements[0].type.name not in _READING:
        raise UsageError(
            f"A query only reads {out}: begin it with SELECT, FROM, WITH, DESCRIBE or SUMMARIZE."
        )


@contextmanager
def _told(out: str | Path) -> Iterator[None]:
    """Say what DuckDB finds wrong as a sentence of ours."""
    try:
        yield
    except duckdb.InterruptException:
        raise KeyboardInterrupt from None
    except duckdb.PermissionException:
        raise UsageError(
            f"A query reads the tables of {out} alone ({', '.join(sorted(TABLES))}): leave out "
            "what names a file or an address."
        ) from None
    except duckdb.Error as error:
        # Behind its sentence it shows the place; behind its kind, a colon.
        told = " ".join(str(error).partition("\n\n")[0].split())
        raise UsageError(
            f'The query cannot be run ({told}): "SHOW TABLES" and "DESCRIBE findings" are queries '
            "that say what there is."
        ) from None


def _fetched(asked: duckdb.DuckDBPyConnection) -> Iterator[tuple[Any, ...]]:
    while rows := asked.fetchmany(_ROWS_AT_A_TIME):
        yield from rows


def _apart(names: Sequence[str]) -> tuple[str, ...]:
    """Names of columns, each its own: of ``law, law`` the second is ``law_1``.

    >>> _apart(["law", "n", "law"])
    ('law', 'n', 'law_1')
    """
    own: list[str] = []
    for name in names:
        at, tried = 0, name
        while tried in own:
            at += 1
            tried = f"{name}_{at}"
        own.append(tried)
    return tuple(own)
