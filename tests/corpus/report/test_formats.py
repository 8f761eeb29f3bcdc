"""The report as a workbook, as tables in CSV, and in words."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

from annotator.corpus.report import as_csv, as_text, check, save, workbook
from annotator.corpus.report.figures import CorpusFigures
from annotator.corpus.report.gathering import gather
from annotator.errors import OutputError, UsageError
from tests.corpus.report.made import small, stored
from tests.corpus.report.test_page import HOSTILE, hostile

FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture
def figures(tmp_path: Path) -> CorpusFigures:
    return gather(stored(tmp_path / "out", small()))


@pytest.fixture
def dangerous(tmp_path: Path) -> CorpusFigures:
    rows = hostile()
    rows["laws"][1]["title"] = FORMULA
    return gather(stored(tmp_path / "out", rows))


def workbook_of(figures: CorpusFigures) -> bytes:
    out = io.BytesIO()
    workbook.write(figures, out)
    return out.getvalue()


def test_a_workbook_has_a_sheet_for_each_table(figures: CorpusFigures) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(figures)))
    assert book.sheetnames == [
        "In short",
        "Laws",
        "Change first",
        "Redraft by hand",
        "Lacking",
        "Commitments",
        "Matters",
        "Years",
        "Countries",
        "Not read",
    ]
    laws = list(book["Laws"].values)
    assert laws[0][:5] == ("country", "law", "year", "WHO level", "clauses")
    assert laws[1][:5] == ("Kenya", "Asylum Act", 2012, 3, 20)
    assert book["In short"]["A1"].value == "Gender in the laws of Kenya and Zambia"
    charted = [sheet.title for sheet in book if sheet._charts]
    assert charted == ["Matters", "Years", "Countries"]


def test_the_same_corpus_gives_the_same_workbook(tmp_path: Path, figures: CorpusFigures) -> None:
    again = gather(stored(tmp_path / "again", small()))
    assert workbook_of(figures) == workbook_of(again)


def test_more_laws_than_a_sheet_has_rows_are_refused(
    figures: CorpusFigures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", 4)
    with pytest.raises(UsageError, match=r"no room for so many rows \(5 laws\)"):
        workbook_of(figures)


def test_nothing_of_a_law_is_a_formula(dangerous: CorpusFigures) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_of(dangerous)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == FORMULA for cell in cells)
    assert all(cell.data_type in ("s", "n") and cell.hyperlink is None for cell in cells)
    for data in as_csv.pages(dangerous).values():
        for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))):
            assert not any(cell.startswith("=") for cell in row)


def test_csv_has_what_is_sure_and_what_is_for_review_in_columns(figures: CorpusFigures) -> None:
    data = as_csv.pages(figures)["laws.csv"].decode("utf-8-sig")
    first = {row["law"]: row for row in csv.DictReader(io.StringIO(data))}["Nationality Act, 1965"]
    assert (first["discriminates, sure"], first["discriminates, for review"]) == ("1", "2")
    assert first["share that takes account"] == "0"
    assert len(first["sha256"]) == 64


def test_the_same_corpus_gives_the_same_tables(tmp_path: Path, figures: CorpusFigures) -> None:
    again = gather(stored(tmp_path / "again", small()))
    assert as_csv.pages(figures) == as_csv.pages(again)


def test_words_fit_a_terminal_and_steer_none(dangerous: CorpusFigures) -> None:
    out = io.BytesIO()
    as_text.write(dangerous, out, "ascii")
    told = out.getvalue().decode("ascii")
    assert told.startswith("Gender in the laws of Kenya and Zambia\n\nWhere they stand\n")
    assert all(len(line) <= 96 for line in told.splitlines())
    assert "\u202e" not in told


def test_reports_are_known_again_and_others_are_not_lost(
    tmp_path: Path, figures: CorpusFigures
) -> None:
    outputs = [tmp_path / "r.html", tmp_path / "r.xlsx", tmp_path / "r.txt", tmp_path / "tables"]
    for _ in range(2):  # the second time over what the first has written
        check(outputs, tmp_path / "out")
        save(figures, outputs)
    assert sorted(path.name for path in (tmp_path / "tables").iterdir())[0] == "amendments.csv"
    for path in (*outputs[:3], tmp_path / "tables" / "laws.csv"):
        kept = path.read_bytes()
        path.write_bytes(b"what somebody else has written")
        with pytest.raises(OutputError, match="is not a report of annotate"):
            check(outputs, tmp_path / "out")
        check(outputs, tmp_path / "out", overwrite=True)
        path.write_bytes(kept)


def test_where_one_cannot_be_written_none_is(tmp_path: Path, figures: CorpusFigures) -> None:
    page = tmp_path / "r.html"
    with pytest.raises(OutputError):
        save(figures, [page, tmp_path / "nowhere" / "r.xlsx"])
    assert not page.exists()


@pytest.mark.parametrize("name", ["r.pdf", "r.csv", "r.docx"])
def test_other_suffixes_are_refused_with_those_that_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match=r"\.html, \.xlsx or \.txt, or a folder"):
        check([tmp_path / name], tmp_path / "out")


def test_no_table_goes_into_the_corpus(tmp_path: Path) -> None:
    stored(tmp_path / "out", small())
    with pytest.raises(UsageError, match="is the corpus"):
        check([tmp_path / "out"], tmp_path / "out")


def test_hostile_words_are_on_one_line_in_csv(dangerous: CorpusFigures) -> None:
    data = as_csv.pages(dangerous)["unread.csv"].decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(data))
    assert row["reason"].startswith(HOSTILE[:40])
    assert "\u202e" not in data
