"""SQL over the tables of a corpus: what it can ask, and that it can do nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from annotator.corpus.query import connect, querying
from annotator.corpus.schema import TABLES
from annotator.corpus.store import CorpusInfo, CorpusStore
from annotator.errors import UsageError
from tests.corpus.small import small_corpus


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_corpus(tmp_path_factory.mktemp("corpus") / "out")


def asked(out: Path, sql: str) -> list[tuple[Any, ...]]:
    with querying(out, sql) as answer:
        return list(answer.rows)


def test_every_table_can_be_asked(out: Path) -> None:
    assert {name for (name,) in asked(out, "SHOW TABLES")} == set(TABLES)
    for table, schema in TABLES.items():
        columns = [row[0] for row in asked(out, f"DESCRIBE {table}")]
        assert columns == schema.names


def test_tables_are_joined_and_counted(out: Path) -> None:
    found = asked(
        out,
        "SELECT country, count(*) FROM findings JOIN laws USING (law) GROUP BY ALL ORDER BY ALL",
    )
    assert found == [("AL", 2), ("FR", 3), ("KE", 1)]


def test_what_lists_hold_can_be_asked_for(out: Path) -> None:
    sql = "SELECT DISTINCT c.at FROM (SELECT unnest(citations) AS c FROM gaps) WHERE c.binding"
    assert asked(out, sql) == [("art 2",)]
    assert asked(out, "SELECT count(*) FROM findings WHERE list_contains(issues, 'work')") == [(6,)]


def test_columns_of_one_name_are_told_apart(out: Path) -> None:
    with querying(out, "SELECT law, law, 1 AS law_1 FROM laws") as answer:
        assert answer.columns == ("law", "law_1", "law_1_1")


def test_a_corpus_in_which_nothing_was_found_yet_has_its_tables(tmp_path: Path) -> None:
    CorpusStore(tmp_path).begin(CorpusInfo(program="1", pipeline="p"))
    assert asked(tmp_path, "SELECT count(*) FROM findings") == [(0,)]


def test_a_part_that_was_not_finished_is_not_seen(tmp_path: Path) -> None:
    out = small_corpus(tmp_path / "out")
    next((out / "laws").iterdir()).unlink()
    assert asked(out, "SELECT count(*) FROM laws") == [(3,)]
    assert asked(out, "SELECT count(DISTINCT law) FROM gaps ANTI JOIN laws USING (law)") == [(0,)]


def test_it_reads_a_corpus_that_lies_elsewhere(out: Path) -> None:
    import fsspec

    bucket = fsspec.filesystem("memory")
    bucket.put(str(out), "/bucket/out", recursive=True)
    with querying("memory://bucket/out", "SELECT sum(blind) FROM laws") as answer:
        assert list(answer.rows) == [(6,)]


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM parquet_metadata('{secret}')",
        "FROM '{secret}'",
        "FROM 'https://example.org/laws.parquet'",
        "FROM read_parquet('s3://bucket/laws.parquet')",
        "FROM secret",
        "COPY laws TO '{new}'",
        "ATTACH '{new}'",
        "EXPORT DATABASE '{new}'",
        "SET enable_external_access = true",
        "INSTALL httpfs",
        "LOAD httpfs",
        "CREATE TABLE more AS SELECT 1",
        "DROP VIEW laws",
        "INSERT INTO laws VALUES (1)",
        "DELETE FROM laws",
        "CHECKPOINT",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY laws TO '{new}'",
    ],
)
def test_it_does_nothing_but_read_the_tables(out: Path, tmp_path: Path, sql: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("key\nvalue\n", encoding="utf-8")
    variable = {"secret": pa.table({"x": [1]})}
    locals().update(variable)
    with pytest.raises(UsageError):
        asked(out, sql.format(secret=secret, new=tmp_path / "new"))
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]


@pytest.mark.parametrize("sql", ["COPY laws TO '{new}'", "SET enable_external_access = true"])
def test_nor_does_the_database_of_a_notebook(out: Path, tmp_path: Path, sql: str) -> None:
    import duckdb

    with connect(out) as database:
        assert database.sql("SELECT count(*) FROM laws").fetchall() == [(4,)]
        with pytest.raises(duckdb.Error):
            database.execute(sql.format(new=tmp_path / "new"))
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("sql", "told"),
    [
        ("SELECT nope FROM laws", 'Referenced column "nope" not found'),
        ("SELEC 1", "Parser Error"),
        ("", "Give one statement"),
        ("-- nothing", "Give one statement"),
        ("SELECT * FROM read_csv('x')", "names a file or an address"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(out: Path, sql: str, told: str) -> None:
    with pytest.raises(UsageError, match=r"^[^\n]+[.]$") as said:
        asked(out, sql)
    assert told in str(said.value)
