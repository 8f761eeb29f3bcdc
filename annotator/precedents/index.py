"""The index: a file of SQLite, with the words of the clauses in a table of its full-text search.

Each law is kept, replaced or removed in one transaction: whoever reads meanwhile sees the index as
it was before or as it is after, two processes that write wait for one another, and a process that
is killed loses the law that it was at and no other. States are kept as the plain bytes of
half-precision numbers, which is what :func:`numpy.frombuffer` reads: nothing in the file is run.
"""

from __future__ import annotations

import os
import re
import sqlite3
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType

import msgspec
import numpy as np

from annotator.errors import OutputError, PrecedentsError
from annotator.expressions import expression
from annotator.precedents.kept import Kept, KeptClause, KeptLaw, States, Wanted

#: Of the file's first bytes: that SQLite's file is an index of ours, and of which making.
_APPLICATION, _VERSION = 0x414E4750, 1
#: Seconds that a process waits for another that writes: a law is written in thousandths of one.
_PATIENCE = 30.0
_TABLES = """
CREATE TABLE laws (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, title TEXT NOT NULL,
    country TEXT NOT NULL, date TEXT NOT NULL, model TEXT NOT NULL, added TEXT NOT NULL);
CREATE TABLE clauses (
    id INTEGER PRIMARY KEY, law INTEGER NOT NULL REFERENCES laws (id), number TEXT NOT NULL,
    eid TEXT NOT NULL, confidence REAL NOT NULL, state BLOB NOT NULL);
CREATE INDEX clauses_of_law ON clauses (law);
CREATE TABLE issues (
    clause INTEGER NOT NULL REFERENCES clauses (id), issue TEXT NOT NULL,
    PRIMARY KEY (clause, issue)) WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (
    heading, lead_in, text, tokenize = 'porter unicode61 remove_diacritics 2');
"""
_LAWS = """
SELECT id AS row, path, sha256, title, country, date, model, added,
    (SELECT count(*) FROM clauses WHERE law = laws.id) AS clauses
FROM laws ORDER BY country, title, path
"""
_CLAUSES = """
SELECT clauses.id, clauses.law, clauses.number, clauses.eid, clauses.confidence, words.heading,
    words.lead_in, words.text, clauses.state,
    (SELECT group_concat(issue) FROM issues WHERE clause = clauses.id) AS issues
FROM clauses JOIN laws ON laws.id = clauses.law JOIN words ON words.rowid = clauses.id
WHERE {} ORDER BY clauses.id
"""
_STANDS = "SELECT rowid FROM words WHERE words MATCH ?"
_RANKED = f"{_STANDS} ORDER BY bm25(words, 2.0, 0.5, 1.0), rowid"
_WORD = expression(r"\w+")
#: Forms of one word that have no stem in common.
_FORMS = (("woman", "women"), ("man", "men"), ("child", "children"), ("wife", "wives"))


class PrecedentIndex:
    """The index in a file; a context manager that closes it.

    Args:
        path: of the file.
        make: whether to make it, with the folders above it, where it is not there.

    Raises:
        PrecedentsError: it is not there, is no index, or is of another version of the program.
        OutputError: it cannot be made.
    """

    def __init__(self, path: Path, *, make: bool = False) -> None:
        self.path = path
        self._writes = make
        if make:
            _make_file(path)
        elif not path.is_file():
            raise PrecedentsError(
                f"There is no index of precedents at {path}: make one with `annotate precedents "
                "add FOLDER`, or name another with --index."
            )
        with self._sentences():
            self._base = _connected(path, writes=make)
        try:
            with self._sentences():
                self._prepare()
        except BaseException:
            self._base.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def __enter__(self) -> PrecedentIndex:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self.close()

    def laws(self) -> tuple[KeptLaw, ...]:
        """The laws, by country and title.

        Raises:
            PrecedentsError: the index is damaged.
        """
        with self._reading():
            return tuple(self._laws().values())

    def keep(self, law: KeptLaw, clauses: Sequence[KeptClause], states: States) -> None:
        """Keep a law; what was kept of its file, or of a copy of it elsewhere, gives place.

        Args:
            law: whose ``clauses`` are counted anew.
            clauses: of it.
            states: a row each.

        Raises:
            PrecedentsError: the index cannot be used.
            OutputError: it cannot be written.
        """
        with self._changing():
            self._drop("path = ? OR sha256 = ?", (law.path, law.sha256))
            row = self._base.execute(
                "INSERT INTO laws (path, sha256, title, country, date, model, added) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (law.path, law.sha256, law.title, law.country, law.date, law.model, law.added),
            ).lastrowid
            for clause, state in zip(clauses, states, strict=True):
                self._keep_clause(row, clause, state.astype("<f2").tobytes())

    def remove(self, paths: Sequence[str]) -> None:
        """Remove laws by their files; all, or none where that fails.

        Raises:
            PrecedentsError: the index cannot be used.
            OutputError: it cannot be written.
        """
        with self._changing():
            for path in paths:
                self._drop("path = ?", (path,))

    def clauses(self, wanted: Wanted) -> tuple[list[Kept], States]:
        """The clauses that are asked for, each with its law, and their states, a row each.

        Raises:
            PrecedentsError: the index is damaged.
        """
        where, values = _conditions(wanted)
        with self._reading():
            laws = self._laws()
            rows = [dict(row) for row in self._base.execute(_CLAUSES.format(where), values)]
            states = [np.frombuffer(row.pop("state"), dtype="<f2") for row in rows]
            found = [(laws[row.pop("law")], _clause(row)) for row in rows]
            kept = np.stack(states) if states else np.zeros((0, 0))
        return found, kept.astype(np.float16)

    def _laws(self) -> dict[int, KeptLaw]:
        rows = [dict(row) for row in self._base.execute(_LAWS)]
        return {row.pop("row"): msgspec.convert(row, KeptLaw) for row in rows}

    def matching(self, words: Sequence[str]) -> dict[int, int]:
        """The ids of clauses in which any of ``words`` stand, the best match first.

        Each with the number of different words that stand in it, in whatever form.
        """
        asked = [_asked(one) for one in dict.fromkeys(_WORD.findall(" ".join(words).casefold()))]
        if not asked:
            return {}
        with self._reading():
            stand = Counter(row[0] for one in asked for row in self._base.execute(_STANDS, (one,)))
            ranked = self._base.execute(_RANKED, (" OR ".join(asked),)).fetchall()
        return {row[0]: stand[row[0]] for row in ranked}

    def _keep_clause(self, law: int | None, clause: KeptClause, state: bytes) -> None:
        row = self._base.execute(
            "INSERT INTO clauses (law, number, eid, confidence, state) VALUES (?, ?, ?, ?, ?)",
            (law, clause.number, clause.eid, clause.confidence, state),
        ).lastrowid
        self._base.execute(
            "INSERT INTO words (rowid, heading, lead_in, text) VALUES (?, ?, ?, ?)",
            (row, clause.heading, clause.lead_in, clause.text),
        )
        self._base.executemany(
            "INSERT INTO issues (clause, issue) VALUES (?, ?)",
            [(row, issue) for issue in dict.fromkeys(clause.issues)],
        )

    def _drop(self, which: str, values: Sequence[str]) -> None:
        laws = f"SELECT id FROM laws WHERE {which}"  # noqa: S608  # of our own words
        clauses = f"SELECT id FROM clauses WHERE law IN ({laws})"  # noqa: S608
        for statement in (
            f"DELETE FROM issues WHERE clause IN ({clauses})",  # noqa: S608
            f"DELETE FROM words WHERE rowid IN ({clauses})",  # noqa: S608
            f"DELETE FROM clauses WHERE law IN ({laws})",  # noqa: S608
            f"DELETE FROM laws WHERE {which}",  # noqa: S608
        ):
            self._base.execute(statement, values)

    def _prepare(self) -> None:
        """Make the tables of a file that is empty; of another, see to it that it is an index."""
        if self._made() == (0, 0) and self._writes and self._is_empty():
            with self._changing():
                if self._is_empty():  # of two that make one file, one comes first
                    for statement in _TABLES.split(";\n"):
                        self._base.execute(statement)
                    self._base.execute(f"PRAGMA application_id = {_APPLICATION}")
                    self._base.execute(f"PRAGMA user_version = {_VERSION}")
        application, version = self._made()
        if application != _APPLICATION:
            raise PrecedentsError(
                f"{self.path} is no index of precedents: name another file with --index."
            )
        if version != _VERSION:
            raise PrecedentsError(
                f"{self.path} is an index of another version of this program: take it away, and "
                "add the laws again with `annotate precedents add`."
            )

    def _made(self) -> tuple[int, int]:
        (application,) = self._base.execute("PRAGMA application_id").fetchone()
        (version,) = self._base.execute("PRAGMA user_version").fetchone()
        return application, version

    def _is_empty(self) -> bool:
        (tables,) = self._base.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return bool(tables == 0)

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """A transaction: all of it is in the file at its end, or nothing."""
        with self._sentences():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._base.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._base.execute("ROLLBACK")
                raise

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """What is read within is of one moment; values of a wrong kind mean a damaged index."""
        with self._sentences():
            self._base.execute("BEGIN")
            try:
                yield
            except (ValueError, TypeError, LookupError, AttributeError) as error:
                raise _damaged(self.path) from error
            finally:
                self._base.execute("ROLLBACK")

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """What SQLite says, in a sentence for the user."""
        try:
            yield
        except sqlite3.Error as error:
            raise _refused(self.path, error) from error


def _make_file(path: Path) -> None:
    """Make the file, which nobody else may read: a bill may be in it that is not public."""
    if path.exists() and not path.is_file():
        raise OutputError(f"{path} is no file: name one for the index of precedents.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, stat.S_IRUSR | stat.S_IWUSR))
    except OSError as error:
        raise OutputError(
            f"{path} cannot be written ({error.strerror}): choose another place with --index."
        ) from None


def _connected(path: Path, *, writes: bool) -> sqlite3.Connection:
    how = "rw" if writes else "ro"
    address = f"{path.resolve().as_uri()}?mode={how}"
    base = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)
    # A file may come from a stranger: what its tables define is not run.
    base.row_factory = sqlite3.Row
    base.execute("PRAGMA trusted_schema = OFF")
    base.execute("PRAGMA cell_size_check = ON")
    return base


def _refused(path: Path, error: sqlite3.Error) -> PrecedentsError | OutputError:
    why = str(error)
    if "locked" in why:
        return OutputError(f"{path} is being written by another program: try again in a while.")
    if isinstance(error, sqlite3.OperationalError) and re.search(r"full|readonly|disk I/O", why):
        return OutputError(f"{path} cannot be written ({why}): choose another place with --index.")
    if "unable to open" in why:
        return OutputError(f"{path} cannot be opened ({why}): choose another place with --index.")
    return _damaged(path)


def _damaged(path: Path) -> PrecedentsError:
    return PrecedentsError(
        f"{path} is damaged, or no index of precedents: take it away and add the laws again, or "
        "name another with --index."
    )


def _asked(word: str) -> str:
    """A word in the language of the full-text search, in all its forms."""
    forms = next((forms for forms in _FORMS if word in forms), (word,))
    return "(" + " OR ".join(f'"{form}"' for form in forms) + ")"


def _conditions(wanted: Wanted) -> tuple[str, list[str]]:
    """What rows must be, in SQL, and the values in it."""
    parts: list[str] = ["1"]
    values: list[str] = []
    if wanted.issues:
        marks = ", ".join("?" * len(wanted.issues))
        parts.append(f"clauses.id IN (SELECT clause FROM issues WHERE issue IN ({marks}))")  # noqa: S608
        values += wanted.issues
    if wanted.country:
        parts.append("laws.country = ?")
        values.append(wanted.country)
    if wanted.but:
        parts.append("laws.country <> ?")
        values.append(wanted.but)
    return " AND ".join(parts), values


def _clause(row: dict[str, object]) -> KeptClause:
    issues = row["issues"]
    row["issues"] = issues.split(",") if isinstance(issues, str) else ()
    return msgspec.convert(row, KeptClause)
