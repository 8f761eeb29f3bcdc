"""`annotate corpus report`: what is written where, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.cli import main
from tests.corpus.report.made import small, stored

Streams = pytest.CaptureFixture[str]


@pytest.fixture
def out(tmp_path: Path) -> str:
    return stored(tmp_path / "out", small())


def report(*arguments: object) -> int:
    return main(["corpus", "report", *map(str, arguments)])


def test_without_a_file_it_says_the_report_in_short(out: str, capsys: Streams) -> None:
    assert report(out) == 0
    told, err = capsys.readouterr()
    assert told.startswith("Gender in the laws of Kenya and Zambia\n")
    assert err == ""


def test_files_and_folders_are_written_together(out: str, tmp_path: Path, capsys: Streams) -> None:
    page, book, tables = tmp_path / "r.html", tmp_path / "r.xlsx", tmp_path / "tables"
    assert report(out, "-o", page, "-o", book, "-o", tables) == 0
    assert page.read_bytes().startswith(b"<!doctype html>")
    assert book.read_bytes().startswith(b"PK")
    assert (tables / "laws.csv").is_file()
    assert capsys.readouterr() == ("", "")


def test_a_country_goes_by_code_or_name(out: str, capsys: Streams) -> None:
    assert report(out, "--country", "zambia") == 0
    assert capsys.readouterr().out.startswith("Gender in the laws of Zambia\n")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--country", "Atlantis"], "Atlantis"),
        (["--country", "AL"], "holds no law of AL; its countries are: KE, ZM."),
        (["-o", "r.pdf"], "No report on a corpus is written as .pdf"),
    ],
)
def test_bad_input_is_one_sentence(
    out: str, arguments: list[str], why: str, capsys: Streams
) -> None:
    assert report(out, *arguments) == 2
    told, err = capsys.readouterr()
    assert told == ""
    assert why in err
    assert err.count("\n") == 1


def test_what_is_no_corpus_is_refused(tmp_path: Path, capsys: Streams) -> None:
    assert report(tmp_path / "nowhere") == 2
    assert "holds no corpus" in capsys.readouterr().err


def test_a_file_of_somebody_else_is_kept(out: str, tmp_path: Path, capsys: Streams) -> None:
    page = tmp_path / "r.html"
    page.write_text("<p>mine</p>")
    assert report(out, "-o", page) == 2
    assert page.read_text() == "<p>mine</p>"
    assert "--overwrite" in capsys.readouterr().err
    assert report(out, "-o", page, "--overwrite") == 0
