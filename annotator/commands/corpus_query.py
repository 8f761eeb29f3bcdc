"""``annotate corpus query``: what was found in many laws, by SQL."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import click

from annotator.commands.completion import files
from annotator.errors import UsageError
from annotator.files import refuse_existing, replacing

_SUFFIXES = {".csv": "csv", ".json": "json", ".txt": "table"}


@click.command()
@click.argument("out", shell_complete=files)
@click.argument("sql")
@click.option(
    "--format",
    "kind",
    type=click.Choice(["table", "csv", "json"]),
    help="A table to read, of the first hundred rows; or all of them, for spreadsheets (csv) or "
    "programs (json). By default what the suffix of -o names, else the table.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write to FILE (.csv, .json, .txt), which must be new, and print nothing.",
)
def query(out: str, sql: str, kind: str | None, output: Path | None) -> None:
    """Ask SQL of what `annotate corpus run` has put into OUT.

    SQL is one statement that reads, as DuckDB knows it; - reads it from standard input. The tables
    are laws, findings, proposals, gaps and refused, joined by the column law; "DESCRIBE findings"
    lists the columns of one. No file and no address can be named in it.

    \b
    annotate corpus query OUT "SELECT title, blind FROM laws ORDER BY blind DESC"
    annotate corpus query OUT "SELECT country, need, count(*) AS laws
      FROM gaps JOIN laws USING (law) GROUP BY ALL" -o gaps.csv
    """
    from annotator.commands.views.answers import WRITERS
    from annotator.corpus.query import querying

    if output is not None:
        refuse_existing(output)
    kind = kind or (_kind_of(output) if output is not None else "table")
    with querying(out, _statement(sql)) as answer:
        pages = WRITERS[kind](answer.columns, answer.rows)
        if output is None:
            _print(pages, sys.stdout.encoding if kind == "table" else "utf-8")
            return
        with replacing(output, "wb") as file:
            # By this mark Excel knows UTF-8; programs that read a pipe do not want it.
            file.write(codecs.BOM_UTF8 if kind == "csv" else b"")
            file.writelines(page.encode() for page in pages)


def _print(pages: Iterable[str], encoding: str) -> None:
    """Print, in an encoding, whose lack of a letter is no reason to print nothing."""
    for page in pages:
        sys.stdout.buffer.write(page.encode(encoding, errors="replace"))


def _statement(sql: str) -> str:
    if sql != "-":
        return sql
    with suppress(UnicodeDecodeError):
        return sys.stdin.buffer.read().decode()
    raise UsageError("The SQL on standard input is not UTF-8 text: save it as UTF-8.")


def _kind_of(output: Path) -> str:
    kind = _SUFFIXES.get(output.suffix.lower())
    if kind is None:
        raise UsageError(f"{output} may end in .csv, .json or .txt: name it so, or add --format.")
    return kind
