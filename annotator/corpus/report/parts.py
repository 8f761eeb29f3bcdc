"""The rows of a corpus, law by law: the tables of one part are read together, then the next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import fsspec
import pyarrow.parquet as pq

from annotator.corpus import store
from annotator.corpus.report.figures import UnreadFile
from annotator.corpus.schema import TABLES, Table

Row = dict[str, Any]

_OF_LAWS: tuple[Table, ...] = ("findings", "proposals", "gaps")


class LawRows(NamedTuple):
    """What the tables hold of one law."""

    law: Row
    findings: list[Row]
    proposals: list[Row]
    gaps: list[Row]


def law_rows(out: str | Path) -> Iterator[LawRows]:
    """Every law of a corpus with its rows, always in the same order.

    Raises:
        UsageError: there is no corpus.
    """
    for files in store.files_by_part(out):
        with store.unchanging(out):
            laws, *others = (_rows(files[table], table) for table in ("laws", *_OF_LAWS))
        by_law = [_by_law(rows) for rows in others]
        for law in laws:
            yield LawRows(law, *(found.get(law["law"], []) for found in by_law))


def unread(out: str | Path) -> list[UnreadFile]:
    """The files that gave no law, by their paths."""
    rows = store.read(out, "refused").to_pylist()
    found = [UnreadFile(row["path"], row["kind"], row["reason"]) for row in rows]
    return sorted(found, key=lambda one: (one.path, one.kind))


def _rows(path: str, table: Table) -> list[Row]:
    with fsspec.open(path, "rb") as file:
        rows: list[Row] = pq.read_table(file, schema=TABLES[table]).to_pylist()
    return rows


def _by_law(rows: list[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        found[row["law"]].append(row)
    return found
