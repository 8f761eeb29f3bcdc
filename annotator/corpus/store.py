"""What is known of a corpus: a folder, or a bucket, of Parquet files.

``OUT/corpus.json`` says how it was made; ``OUT/laws/part-<id>.parquet``, and so for every table,
holds the rows of one batch of laws. The part of ``laws`` is written last, and each file appears
whole: a part is there, or it is not. What other tables hold of a part that is not there is passed
over, and removed when the work goes on. A part is named by its laws, so that a batch that is done
again writes the same files, with the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import fsspec
import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
from fsspec.implementations.local import LocalFileSystem

from annotator.corpus.rows import Rows
from annotator.corpus.schema import TABLES, VERSION, Table
from annotator.errors import OutputError, UsageError
from annotator.files import replacing
from annotator.schema import Struct

_PART = re.compile(r"part-(?P<id>[0-9a-f]{16})\.parquet")
#: The table whose part says that all of a part is there.
_COMMIT: Table = "laws"
_MANIFEST = "corpus.json"


class CorpusInfo(Struct, frozen=True):
    """How a corpus was made: by which program and pipeline, with which options that matter.

    ``schema`` is the version of the tables.
    """

    program: str
    pipeline: str
    options: dict[str, str | bool] = msgspec.field(default_factory=dict)
    schema: int = VERSION


class CorpusStore:
    """The tables of a corpus.

    Args:
        out: a folder, or an address that fsspec knows (``s3://bucket/laws``).
    """

    def __init__(self, out: str | Path) -> None:
        self.out = str(out)
        self._fs, self._root = fsspec.url_to_fs(self.out)

    @property
    def is_local(self) -> bool:
        """Whether it lies on this machine's own disks."""
        return isinstance(self._fs, LocalFileSystem)

    def info(self) -> CorpusInfo | None:
        """How it was made; None where there is nothing yet.

        Raises:
            UsageError: there is something else.
        """
        path = self._at(_MANIFEST)
        if not self._fs.exists(path):
            if self._names(self._root):
                raise UsageError(
                    f"{self.out} holds something else: name a new folder, or one that `annotate "
                    "corpus run` has made."
                )
            return None
        try:
            return msgspec.json.decode(self._fs.cat_file(path), type=CorpusInfo)
        except msgspec.DecodeError:
            raise UsageError(
                f"{self.out}/{_MANIFEST} is damaged: begin anew with --fresh, or in a new folder."
            ) from None

    def begin(self, info: CorpusInfo) -> None:
        """Say how it is made, and remove what a run that was killed has left half-done."""
        data = msgspec.json.format(msgspec.json.encode(info), indent=2) + b"\n"
        self._write(self._at(_MANIFEST), data)
        committed = self._committed()
        for table in TABLES:
            folder = self._at(table)
            for name in self._names(folder):
                part = _PART.fullmatch(name)
                if part is None or part["id"] not in committed:
                    self._fs.rm_file(f"{folder}/{name}")

    def write(self, laws: Iterable[str], rows: Rows) -> str:
        """Write the rows of a batch, as one part, and give its name.

        Args:
            laws: the keys of all laws of the batch, those that were refused too.
            rows: of the tables.

        Raises:
            OutputError: it cannot be written.
        """
        part = part_of(laws)
        for table, schema in TABLES.items():
            content = pa.Table.from_pylist(rows[table], schema=schema)
            self._write(self._file(table, part), _parquet(content))
        return part

    def files(self, table: Table) -> list[str]:
        """The files of a table's parts, as this machine's paths or as addresses, in order."""
        return [
            self._fs.unstrip_protocol(path) if not self.is_local else path
            for path in (self._file(table, part) for part in sorted(self._committed()))
        ]

    def read(self, table: Table, columns: Collection[str] | None = None) -> pa.Table:
        """All rows of a table, or some ``columns`` of it."""
        schema = TABLES[table]
        if columns is not None:
            schema = pa.schema([schema.field(name) for name in columns], metadata=schema.metadata)
        parts = [self._table(path, schema) for path in self._paths(table)]
        return pa.concat_tables(parts) if parts else schema.empty_table()

    def done(self) -> set[str]:
        """The keys of the laws of which all is there, or which were refused."""
        tables: tuple[Table, ...] = ("laws", "refused")
        return {key for table in tables for key in self.read(table, ["law"])["law"].to_pylist()}

    def _table(self, path: str, schema: pa.Schema) -> pa.Table:
        with self._fs.open(path, "rb") as file:
            return pq.read_table(file, columns=schema.names, schema=schema)

    def _paths(self, table: Table) -> list[str]:
        return [self._file(table, part) for part in sorted(self._committed())]

    def _committed(self) -> set[str]:
        found = map(_PART.fullmatch, self._names(self._at(_COMMIT)))
        return {part["id"] for part in found if part}

    def _names(self, folder: str) -> list[str]:
        """The names in a folder, which need not be there."""
        self._fs.invalidate_cache(folder)
        try:
            paths: list[str] = self._fs.ls(folder, detail=False)
        except FileNotFoundError:
            return []
        return sorted(path.rstrip("/").rpartition("/")[2] for path in paths)

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _file(self, table: Table, part: str) -> str:
        return self._at(f"{table}/part-{part}.parquet")

    def _write(self, path: str, data: bytes) -> None:
        """Write a file that appears whole or not at all, as one object of a bucket does."""
        if self.is_local:
            with replacing(Path(path), "wb", parents=True) as file:
                file.write(data)
            return
        try:
            self._fs.pipe_file(path, data)
        except Exception as error:
            # What may go wrong with a bucket is for each kind of bucket another class.
            raise OutputError(f"{self.out} cannot be written ({error}): look to it.") from error


def files(out: str | Path, table: Table) -> list[str]:
    """The Parquet files of a table of the corpus at ``out``, those alone that count.

    Raises:
        UsageError: there is no corpus.
    """
    return _opened(out).files(table)


def read(out: str | Path, table: Table, columns: Collection[str] | None = None) -> pa.Table:
    """All rows of a table of the corpus at ``out``, or some ``columns`` of it.

    Raises:
        UsageError: there is no corpus.
    """
    return _opened(out).read(table, columns)


def info(out: str | Path) -> CorpusInfo:
    """How the corpus at ``out`` was made.

    Raises:
        UsageError: there is no corpus.
    """
    known = CorpusStore(out).info()
    if known is None:
        raise UsageError(f"{out} holds no corpus: make one with `annotate corpus run LAWS -o OUT`.")
    return known


def part_of(laws: Iterable[str]) -> str:
    """The name of the part that holds just these laws."""
    return hashlib.sha256("\n".join(sorted(laws)).encode()).hexdigest()[:16]


def _opened(out: str | Path) -> CorpusStore:
    info(out)
    return CorpusStore(out)


def _parquet(content: Any) -> bytes:
    buffer = io.BytesIO()
    pq.write_table(content, buffer, compression="zstd")
    return buffer.getvalue()
