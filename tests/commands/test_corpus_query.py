"""`annotate corpus query`: SQL in, a table, CSV or JSON out."""

from __future__ import annotations

import codecs
import io
import json
import sys
from pathlib import Path

import pytest

from tests.cli.running import Streams, complaint, run
from tests.corpus.small import TITLES, small_corpus

SQL = "SELECT title, blind FROM laws ORDER BY blind"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(small_corpus(tmp_path_factory.mktemp("corpus") / "out"))


def test_it_prints_a_table_or_what_programs_read(out: str, capsysbinary: Streams) -> None:
    assert run("corpus", "query", out, SQL) == 0
    told = capsysbinary.readouterr().out
    assert told.splitlines()[0].split() == [b"title", b"blind"]  # type: ignore[comparison-overlap]
    assert run("corpus", "query", out, SQL, "--format", "json") == 0
    rows = json.loads(capsysbinary.readouterr().out)
    assert [row["title"] for row in rows] == list(TITLES)
    assert run("corpus", "query", out, SQL, "--format", "csv") == 0
    assert capsysbinary.readouterr().out.startswith(b"title,blind\r\n")  # type: ignore[arg-type]


def test_the_suffix_of_a_file_says_what_is_written(
    out: str, tmp_path: Path, capsys: Streams
) -> None:
    table = tmp_path / "laws.csv"
    assert run("corpus", "query", out, SQL, "-o", str(table)) == 0
    assert table.read_bytes().startswith(codecs.BOM_UTF8 + b"title,blind\r\nPorts Act,0\r\n")
    assert b"'=Entry Act,2\r\n" in table.read_bytes()
    assert run("corpus", "query", out, SQL, "-o", str(table)) == 2
    assert "exists already" in complaint(capsys)
    assert run("corpus", "query", out, SQL, "-o", str(tmp_path / "laws.pdf")) == 2
    assert ".csv, .json or .txt" in complaint(capsys)
    assert run("corpus", "query", out, "SELEC", "-o", str(tmp_path / "laws.json")) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["laws.csv"]


def test_it_reads_sql_from_standard_input(
    out: str, monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    given = io.BytesIO(b"SELECT sum(blind) AS n\nFROM laws;\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given))
    assert run("corpus", "query", out, "-", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out) == [{"n": 6}]


def test_without_a_corpus_it_says_how_to_make_one(tmp_path: Path, capsys: Streams) -> None:
    assert run("corpus", "query", str(tmp_path), SQL) == 2
    assert "annotate corpus run" in complaint(capsys)
