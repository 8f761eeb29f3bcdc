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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import fsspec
import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds
import pyarrow.parquet as pq
from fsspec.implementations.local import LocalFileSystem

from annotator.corpus.places import reaching, refuse_password, why
from annotator.corpus.rows import Rows
from annotator.corpus.schema import TABLES, VERSION, Table
from annotator.errors import OutputError, UsageError
from annotator.expressions import expression
from annotator.files import replacing
from annotator.schema import Struct

_PART = expression(r"part-(?P<id>[0-9a-f]{16})\.parquet")
#: Such files, and what is left of one that was being written.
_OURS = expression(rf"{_PART.pattern}|(?P<torn>\.part-.*\.tmp)")
#: The table whose part says that all of a part is there.
_COMMIT: Table = "laws"
#: The tables in which every law has a row, in the one or the other.
_OF_LAWS: tuple[Table, ...] = ("laws", "refused")
_MANIFEST = "corpus.json"
#: Parts that give place to others while laws are taken out.
_SUCCESSORS = "replaced.json"


class CorpusInfo(Struct, frozen=True):
    """How a corpus was made: by which program and pipeline, with which options that matter.

    ``schema`` is the version of the tables.
    """

    program: str
    pipeline: str
    options: dict[str, str | bool] = msgspec.field(default_factory=dict)
    schema: int = VERSION


class _Form(Struct, frozen=True):
    """Of a corpus of which a later program says more, only in which form its tables are."""

    schema: int = VERSION


def _form_of(manifest: bytes) -> int:
    try:
        return msgspec.json.decode(manifest, type=_Form).schema
    except msgspec.DecodeError:
        return VERSION


class CorpusStore:
    """The tables of a corpus.

    Args:
        out: a folder, or an address that fsspec knows (``s3://bucket/laws``).

    Raises:
        UsageError: what it takes to go to such an address is not installed.
    """

    def __init__(self, out: str | Path) -> None:
        self.out = str(out)
        refuse_password(self.out)
        with reaching(self.out):
            self._fs, self._root = fsspec.url_to_fs(self.out)
        #: Where it lies on this machine's own disks, if it does.
        self.folder = Path(self._root) if isinstance(self._fs, LocalFileSystem) else None

    def info(self) -> CorpusInfo | None:
        """How it was made; None where there is no corpus.

        Raises:
            UsageError: what says it is damaged.
        """
        data = self.get(_MANIFEST)
        if data is None:
            return None
        try:
            return msgspec.json.decode(data, type=CorpusInfo)
        except msgspec.DecodeError:
            if (form := _form_of(data)) != VERSION:
                return CorpusInfo(program="", pipeline="", schema=form)
            raise UsageError(
                f"{self.out}/{_MANIFEST} is damaged: run its laws again, into a new folder or with "
                "--fresh."
            ) from None

    def refuse_others(self) -> None:
        """See to it that nothing is written among what somebody else has.

        Raises:
            UsageError: there is something, which is no corpus.
        """
        if self._names(self._root) and self.get(_MANIFEST) is None:
            raise UsageError(
                f"{self.out} holds something else: name a new folder, or one that `annotate corpus "
                "run` has made."
            )

    def begin(self, info: CorpusInfo) -> None:
        """Say how it is made, and remove what a run that was killed has left half-done."""
        data = msgspec.json.format(msgspec.json.encode(info), indent=2) + b"\n"
        self.put(_MANIFEST, data)
        self._remove_all_but(self._committed())
        self._fs_remove(self._at(_SUCCESSORS))

    def clear(self) -> None:
        """Remove what the tables hold, so that it can begin anew, in another way too.

        Raises:
            UsageError: it is no corpus.
        """
        self.refuse_others()
        self._remove_all_but(set())
        self._fs_remove(self._at(_SUCCESSORS))

    def take_out(self, laws: Collection[str]) -> None:
        """Take laws out, as if they had never been run; what else their parts hold stays.

        A part gives place to another without them at the moment at which that one is there: so a
        run that is killed loses nothing and doubles nothing.
        """
        wanted = set(laws)
        for part in self.parts():
            held = self._keys_of(part)
            if held.isdisjoint(wanted):
                continue
            left = held - wanted
            successor = part_of(left) if left else ""
            self.put(_SUCCESSORS, msgspec.json.encode({part: successor}))
            if left:
                for table in TABLES:
                    rows = self._table(self._file(table, part), TABLES[table])
                    stay = pc.is_in(rows["law"], value_set=pa.array(sorted(left)))
                    self._put_rows(table, successor, rows.filter(stay))
            for table in reversed(TABLES):
                self._fs_remove(self._file(table, part))
            # Else a part of the same laws, run again, would be taken for the one that is gone.
            self.remove(_SUCCESSORS)

    def put_copies(self, also_at: Mapping[str, Sequence[str]]) -> None:
        """Say of laws at which other places their bytes lie; all else that is held of them stays.

        Args:
            also_at: those places, by law.

        Raises:
            OutputError: it cannot be written.
        """
        for part in self.parts() if also_at else ():
            rows = self._table(self._file("laws", part), TABLES["laws"]).to_pylist()
            if also_at.keys().isdisjoint(row["law"] for row in rows):
                continue
            for row in rows:
                row["also_at"] = also_at.get(row["law"], row["also_at"])
            self._put_rows("laws", part, pa.Table.from_pylist(rows, schema=TABLES["laws"]))

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
            self._put_rows(table, part, pa.Table.from_pylist(rows[table], schema=schema))
        return part

    def put(self, name: str, data: bytes) -> None:
        """Write a file beside the tables, whole or not at all.

        Raises:
            OutputError: it cannot be written.
        """
        self._write(self._at(name), data)

    def get(self, name: str) -> bytes | None:
        """A file beside the tables, if it is there.

        Raises:
            UsageError: the place cannot be reached.
        """
        try:
            with reaching(self.out):
                return bytes(self._fs.cat_file(self._at(name)))
        except FileNotFoundError:
            return None

    def remove(self, name: str) -> None:
        """Remove a file beside the tables, if it is there.

        Raises:
            UsageError: the place cannot be reached.
        """
        self._fs_remove(self._at(name))

    def files(self, table: Table) -> list[str]:
        """The files of a table's parts, as this machine's paths or as addresses, in order."""
        return [self.file(table, part) for part in self.parts()]

    def file(self, table: Table, part: str) -> str:
        """The file of a part in a table, as a path of this machine or an address."""
        path = self._file(table, part)
        return path if self.folder else str(self._fs.unstrip_protocol(path))

    def read(self, table: Table, columns: Collection[str] | None = None) -> pa.Table:
        """All rows of a table, or some ``columns`` of it."""
        with unchanging(self.out):
            whole = self.dataset(table, self.parts())
            return whole.to_table() if columns is None else whole.to_table(list(columns))

    def parts(self) -> list[str]:
        """The parts that count, in order; of what is there now, since a run may add some."""
        return sorted(self._committed())

    def dataset(self, table: Table, parts: Iterable[str]) -> ds.Dataset:
        """A table as Arrow reads it, of a bucket many files at a time: a view over some parts."""
        schema, paths = TABLES[table], [self._file(table, part) for part in parts]
        if not paths:
            return ds.dataset(schema.empty_table())
        return ds.dataset(paths, schema=schema, format="parquet", filesystem=self._fs)

    def done(self) -> set[str]:
        """The keys of the laws of which all is there, or which were refused."""
        return {key for table in _OF_LAWS for key in self.read(table, ["law"])["law"].to_pylist()}

    def _keys_of(self, part: str) -> set[str]:
        held = ((self._file(table, part), _only(table, ["law"])) for table in _OF_LAWS)
        return {key for path, only in held for key in self._table(path, only)["law"].to_pylist()}

    def _successors(self) -> dict[str, str]:
        """By part the one that has taken its place, or will, once it is there; or none."""
        data = self.get(_SUCCESSORS)
        return msgspec.json.decode(data, type=dict[str, str]) if data else {}

    def _remove_all_but(self, parts: set[str]) -> None:
        # The table first of which a part says that all of it is there.
        for table in reversed(TABLES):
            folder = self._at(table)
            for name in self._names(folder):
                part = _OURS.fullmatch(name)
                if part and (part["torn"] or part["id"] not in parts):
                    self._fs_remove(f"{folder}/{name}")

    def _fs_remove(self, path: str) -> None:
        with suppress(FileNotFoundError), reaching(self.out):
            self._fs.rm_file(path)

    def _put_rows(self, table: Table, part: str, rows: pa.Table) -> None:
        self._write(self._file(table, part), parquet(rows))

    def _table(self, path: str, schema: pa.Schema) -> pa.Table:
        with reaching(self.out), self._fs.open(path, "rb") as file:
            return pq.read_table(file, columns=schema.names, schema=schema)

    def _committed(self) -> set[str]:
        found = map(_PART.fullmatch, self._names(self._at(_COMMIT)))
        there = {part["id"] for part in found if part}
        gone = {part for part, successor in self._successors().items() if successor in {"", *there}}
        return there - gone

    def _names(self, folder: str) -> list[str]:
        """The names in a folder, which need not be there; hidden ones are none."""
        self._fs.invalidate_cache(folder)
        try:
            with reaching(self.out):
                paths: list[str] = self._fs.ls(folder, detail=False)
        except FileNotFoundError:
            return []
        names = (path.rstrip("/").rpartition("/")[2] for path in paths)
        return sorted(name for name in names if not name.startswith(".") or folder != self._root)

    def _at(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _file(self, table: Table, part: str) -> str:
        return self._at(f"{table}/part-{part}.parquet")

    def _write(self, path: str, data: bytes) -> None:
        """Write a file that appears whole or not at all, as one object of a bucket does."""
        if self.folder:
            with replacing(Path(path), "wb", parents=True) as file:
                file.write(data)
            return
        try:
            self._fs.pipe_file(path, data)
        except Exception as error:
            # What may go wrong with a bucket is for each kind of bucket another class.
            raise OutputError(
                f"{self.out} cannot be written ({why(error)}): look to it."
            ) from error


def files(out: str | Path, table: Table) -> list[str]:
    """The Parquet files of a table of the corpus at ``out``, those alone that count.

    Raises:
        UsageError: there is no corpus.
    """
    return _opened(out)[0].files(table)


def read(out: str | Path, table: Table, columns: Collection[str] | None = None) -> pa.Table:
    """All rows of a table of the corpus at ``out``, or some ``columns`` of it.

    Raises:
        UsageError: there is no corpus.
    """
    return _opened(out)[0].read(table, columns)


def datasets(out: str | Path) -> dict[Table, ds.Dataset]:
    """The tables of the corpus at ``out`` as Arrow reads them: views over their files.

    Raises:
        UsageError: there is no corpus.
    """
    store, _ = _opened(out)
    parts = store.parts()
    return {table: store.dataset(table, parts) for table in TABLES}


def files_by_part(out: str | Path) -> list[dict[Table, str]]:
    """The Parquet files of the corpus at ``out`` by table, part after part.

    Raises:
        UsageError: there is no corpus.
    """
    store, _ = _opened(out)
    return [{table: store.file(table, part) for table in TABLES} for part in store.parts()]


@contextmanager
def unchanging(out: str | Path) -> Iterator[None]:
    """Say of what goes wrong while a corpus is read what it is: the way there, or another run.

    Raises:
        UsageError: the place cannot be reached, or a part has given its place to another.
    """
    try:
        with reaching(str(out)):
            yield
    except FileNotFoundError:
        raise UsageError(
            f"{out} was changed while it was read: wait for the end of the run that is at work "
            "there, and try again."
        ) from None


def info(out: str | Path) -> CorpusInfo:
    """How the corpus at ``out`` was made.

    Raises:
        UsageError: there is no corpus.
    """
    return _opened(out)[1]


def part_of(laws: Iterable[str]) -> str:
    """The name of the part that holds just these laws."""
    return hashlib.sha256("\n".join(sorted(laws)).encode()).hexdigest()[:16]


def _only(table: Table, columns: Collection[str]) -> pa.Schema:
    schema = TABLES[table]
    return pa.schema([schema.field(name) for name in columns], metadata=schema.metadata)


def _opened(out: str | Path) -> tuple[CorpusStore, CorpusInfo]:
    store = CorpusStore(out)
    known = store.info()
    if known is None:
        raise UsageError(
            f"{out} holds no corpus: name the OUT of `annotate corpus run LAWS -o OUT`, which "
            "makes one."
        )
    if known.schema != VERSION:
        raise UsageError(
            f"{out} was made in form {known.schema} of the tables, and this program reads form "
            f"{VERSION}: run its laws again, into a new folder or with --fresh."
        )
    return store, known


def parquet(content: pa.Table) -> bytes:
    """A table as the bytes of a file; the same for the same rows."""
    buffer = io.BytesIO()
    pq.write_table(content, buffer, compression="zstd")
    return buffer.getvalue()
