"""Several reports of one run: each in the format of its name, and all or none."""

import csv
import json
import os
import zipfile
from io import BytesIO, StringIO
from pathlib import Path

import openpyxl
import pytest

from annotator.commands import annotating, reports
from annotator.errors import OutputError
from annotator.request import View
from annotator.schema import Annotation, Source, from_json
from annotator.writers import FORMATS
from tests.cli.running import BILL, LAST_REPORT, LAW, Streams, complaint, program, run


def test_one_run_over_the_law_writes_every_format(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[object] = []
    annotate = annotating.annotate

    def counted(source: Source, *arguments: object, **options: object) -> Annotation:
        runs.append(source)
        return annotate(source, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(annotating, "annotate", counted)
    text, data = tmp_path / "a.txt", tmp_path / "a.json"
    assert run(LAW, "-o", str(text), "-o", str(data)) == 0
    assert len(runs) == 1
    assert capsys.readouterr() == ("", "")
    found = from_json(data.read_bytes())
    assert text.read_text(encoding="utf-8").startswith(found.law.title.upper())
    # The file for programs has the neutral clauses, too.
    assert len(found.findings) == found.scorecard.clauses + sum(
        finding.clause.is_lead_in for finding in found.findings
    )


def test_a_law_a_line_by_the_suffix(tmp_path: Path) -> None:
    lines = tmp_path / "a.jsonl"
    assert run(LAW, "-o", str(lines)) == 0
    assert lines.read_bytes().count(b"\n") == 1
    assert run(LAW, BILL, "-o", str(lines)) == 0
    assert [json.loads(line)["law"]["source"] for line in lines.open("rb")] == [LAW, BILL]


def test_a_file_called_json_can_be_read_as_json(tmp_path: Path, capsys: Streams) -> None:
    one = tmp_path / "a.json"
    assert run(LAW, BILL, "-o", str(one)) == 2
    said = f"A .json file holds one law: name {tmp_path / 'a.jsonl'}, in which each law is a line."
    assert complaint(capsys) == said
    assert not one.exists()
    assert run(LAW, BILL, "--format", "json", "-o", str(tmp_path / "both")) == 0
    assert run(LAW, BILL, "--format", "json") == 0
    assert capsys.readouterr().out.count("\n") == 2


@pytest.mark.parametrize("fault", [KeyError("law"), KeyboardInterrupt()], ids=["fault", "stop"])
def test_where_one_report_cannot_be_made_all_files_stay_as_they_were(
    fault: BaseException, tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = reports.write

    def failing(annotation: Annotation, source: Source, out: BytesIO, view: View) -> None:
        if view.format == "json":
            raise fault
        write(annotation, source, out, view)

    monkeypatch.setattr(reports, "write", failing)
    text, data = tmp_path / "a.txt", tmp_path / "a.json"
    text.write_text(LAST_REPORT, encoding="utf-8")
    assert run(LAW, "-o", str(text), "-o", str(data)) in (3, 130)
    assert text.read_text(encoding="utf-8") == LAST_REPORT
    assert list(tmp_path.iterdir()) == [text]
    complaint(capsys)


def test_where_one_file_cannot_be_written_all_stay_as_they_were(
    tmp_path: Path, capsys: Streams
) -> None:
    text = tmp_path / "a.txt"
    text.write_text(LAST_REPORT, encoding="utf-8")
    assert run(LAW, "-o", str(text), "-o", str(tmp_path / "none" / "a.json")) == 2
    assert "none/a.json cannot be written" in complaint(capsys)
    assert text.read_text(encoding="utf-8") == LAST_REPORT
    assert list(tmp_path.iterdir()) == [text]


def test_no_report_takes_the_place_of_a_law(tmp_path: Path, capsys: Streams) -> None:
    law = tmp_path / "law.txt"
    law.write_bytes(Path(LAW).read_bytes())
    assert run(str(law), "-o", str(tmp_path / "a.json"), "-o", str(law)) == 2
    assert complaint(capsys).startswith(f"{law} is one of the laws to read")
    assert law.read_bytes() == Path(LAW).read_bytes()
    assert list(tmp_path.iterdir()) == [law]


def test_a_law_fails_if_any_of_the_reports_shows_what_it_fails_on(
    tmp_path: Path, capsys: Streams
) -> None:
    text, data = str(tmp_path / "a.txt"), str(tmp_path / "a.json")
    assert run(LAW, "-o", text, "-o", data, "--fail-on", "neutral") == 1
    assert run(LAW, "-o", text, "--fail-on", "neutral") == 2
    assert "can never be met" in complaint(capsys)


@pytest.mark.parametrize("kind", FORMATS)
def test_in_every_format_the_same_law_gives_the_same_bytes(
    kind: str, tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")  # tracked changes bear the time of day
    suffix = (*FORMATS[kind].suffixes, "")[0]
    first, second = tmp_path / f"first{suffix}", tmp_path / f"second{suffix}"
    asked = () if suffix else ("--format", kind)
    assert run(LAW, "-o", str(first), "-o", str(second), *asked) == 0
    assert run(LAW, "-o", str(tmp_path / "plain"), "--format", kind) == 0
    assert first.read_bytes() == second.read_bytes() == (tmp_path / "plain").read_bytes()
    assert first.stat().st_size > 100
    # What the last run has left gives place to the next.
    assert run(LAW, "-o", str(tmp_path / "plain"), "--format", kind) == 0


def test_a_workbook_may_go_into_a_pipe() -> None:
    out, err = program(LAW, "--format", "xlsx").communicate()
    assert err == b""
    assert zipfile.ZipFile(BytesIO(out)).testzip() is None


def test_decisions_in_a_workbook_are_not_lost(tmp_path: Path, capsys: Streams) -> None:
    path, other = tmp_path / "a.xlsx", tmp_path / "b.json"
    assert run(LAW, "-o", str(path)) == 0
    assert run(LAW, "-o", str(path)) == 0
    book = openpyxl.load_workbook(path)
    book["Findings"]["N2"] = "accept"
    book.save(path)
    saved = path.read_bytes()
    assert run(LAW, "-o", str(path), "-o", str(other)) == 2
    assert complaint(capsys).startswith(
        f"{path} is not a report of annotate, or was changed by somebody"
    )
    assert path.read_bytes() == saved
    assert not other.exists()


@pytest.mark.parametrize("held", [b"notes", b"PK\x03\x04cut short"])
def test_what_is_no_workbook_of_ours_keeps_its_place(
    held: bytes, tmp_path: Path, capsys: Streams
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(held)
    assert run(LAW, "-o", str(path)) == 2
    assert "is not a report of annotate" in complaint(capsys)
    assert path.read_bytes() == held
    path.write_bytes(b"")
    assert run(LAW, "-o", str(path)) == 0


#: What a user has under names that reports could have.
THEIRS = {
    "law2.xml": '<?xml version="1.0"?>\n<akomaNtoso '
    'xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0">\n<act name="act">'
    '<meta><identification source="#press"/></meta></act></akomaNtoso>\n',
    "laws.json": '{"law": {"title": "Ports Act", "source": "gazette"}, "provisions": []}\n',
    "laws.jsonl": '{"title": "Ports Act"}\n',
    "prices.csv": "law,file,number\nPorts Act,a.txt,1\n",
    "theirs.sarif": '{"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "lint"}}}]}\n',
    "notes.txt": "Tools · two clauses · spaCy 3.7.1\n\n1. Ask Anna.\n",
    "amendments.txt": "Amendments to the Ports Act\n\n1. In section 2, for he put she.\n",
    "letter": "Dear Anna,\n",
    "page.html": "<!doctype html>\n<html><body>1. It ends.</body></html>\n",
    "minutes.md": "# Minutes\n",
    "blank.txt": "\n",
}


@pytest.mark.parametrize("name", THEIRS)
def test_what_is_no_report_keeps_its_place(name: str, tmp_path: Path, capsys: Streams) -> None:
    path, other = tmp_path / name, tmp_path / "other.txt"
    path.write_text(THEIRS[name], encoding="utf-8")
    # The law is not there: nothing of it is read before the sentence is said.
    assert run("nothing.txt", "-o", str(other), "-o", str(path)) == 2
    assert complaint(capsys) == (
        f"{path} is not a report of annotate, or was changed by somebody since: choose another "
        "name, or give it up with --overwrite."
    )
    assert path.read_text(encoding="utf-8") == THEIRS[name]
    assert list(tmp_path.iterdir()) == [path]


def test_what_is_no_report_is_given_up_if_the_user_says_so(tmp_path: Path) -> None:
    path, table = tmp_path / "notes.txt", tmp_path / "prices.csv"
    for one in (path, table):
        one.write_text(THEIRS[one.name], encoding="utf-8")
    assert run(LAW, "-o", str(path), "-o", str(table), "--overwrite") == 0
    assert path.read_text(encoding="utf-8").startswith("LAW ON FOREIGNERS")
    assert run(LAW, "-o", str(path), "-o", str(table)) == 0


def test_a_law_that_is_read_is_never_given_up(tmp_path: Path, capsys: Streams) -> None:
    law = tmp_path / "law.txt"
    law.write_bytes(Path(LAW).read_bytes())
    assert run(str(law), "-o", str(law), "--overwrite") == 2
    assert "is one of the laws to read" in complaint(capsys)


def test_a_table_with_a_column_of_the_users_keeps_its_place(
    tmp_path: Path, capsys: Streams
) -> None:
    path = tmp_path / "a.csv"
    assert run(LAW, "-o", str(path)) == 0
    path.write_bytes(
        path.read_bytes().replace(b"baseline_state\r\n", b"baseline_state,decision\r\n", 1)
    )
    assert run(LAW, "-o", str(path)) == 2
    assert "changed by somebody since" in complaint(capsys)


@pytest.mark.parametrize("columns", ["40", "100"])
@pytest.mark.parametrize("asked", [(), ("--amendments",), ("--amendments", "--label", "neutral")])
def test_a_report_gives_place_to_the_next_however_it_is_set(
    asked: tuple[str, ...], columns: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("FORCE_COLOR", "1")
    path = tmp_path / "report.txt"
    assert run(LAW, *asked, "-o", str(path)) == 0
    assert run(LAW, *asked, "-o", str(path)) == 0
    assert run(BILL, LAW, "-o", str(path)) == 0
    assert run(BILL, "--amendments", "-o", str(path)) == 0


def test_a_pipe_and_a_device_are_written_to(tmp_path: Path) -> None:
    out, err = program(LAW, "-o", "/dev/stdout").communicate()
    assert (out.startswith(b"LAW ON FOREIGNERS"), err) == (True, b"")
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    child = program(LAW, "-o", str(pipe))
    assert from_json(pipe.read_bytes()).findings
    assert child.wait() == 0
    child.communicate()


def test_a_law_of_which_one_report_cannot_be_made_is_in_none(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = reports.write

    def failing(annotation: Annotation, source: Source, out: BytesIO, view: View) -> None:
        if source.name == BILL:
            raise KeyError("law")
        write(annotation, source, out, view)

    monkeypatch.setattr(reports, "write", failing)
    log, text = tmp_path / "a.sarif", tmp_path / "a.txt"
    assert run(LAW, BILL, "-o", str(log), "-o", str(text)) == 3
    complaint(capsys)
    (made,) = json.loads(log.read_bytes())["runs"]
    assert [one["description"]["text"] for one in made["artifacts"]] == [
        from_json(_json_of(LAW, tmp_path)).law.title
    ]


def _json_of(law: str, folder: Path) -> bytes:
    assert run(law, "-o", str(folder / "one.json")) == 0
    return (folder / "one.json").read_bytes()


def test_a_report_on_all_laws_that_cannot_be_made_leaves_all_files(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> None:
        raise KeyError("law")

    monkeypatch.setattr(reports, "write_all", failing)
    text, book = tmp_path / "a.txt", tmp_path / "a.xlsx"
    text.write_text(LAST_REPORT, encoding="utf-8")
    assert run(LAW, BILL, "-o", str(text), "-o", str(book)) == 3
    assert complaint(capsys).startswith(f"{book} brought out a fault of this program (KeyError")
    assert text.read_text(encoding="utf-8") == LAST_REPORT
    assert list(tmp_path.iterdir()) == [text]


def test_the_schedule_takes_the_place_of_the_report_to_read(
    tmp_path: Path, capsys: Streams
) -> None:
    text, data, plain = tmp_path / "a.txt", tmp_path / "a.json", tmp_path / "plain.txt"
    assert run(BILL, "--amendments", "-o", str(text), "-o", str(data)) == 0
    assert run(BILL, "--format", "amendments", "-o", str(plain)) == 0
    assert text.read_bytes() == plain.read_bytes()
    assert from_json(data.read_bytes()).findings
    assert run(BILL, "--amendments", "-o", str(data)) == 2
    assert "--amendments is a text: name a file for it that ends in .txt." in complaint(capsys)


@pytest.mark.model
def test_the_numbers_of_a_table_are_those_of_the_schedule(tmp_path: Path) -> None:
    table, text = tmp_path / "a.csv", tmp_path / "a.txt"
    assert run(BILL, "-o", str(table)) == 0
    rows = list(csv.DictReader(StringIO(table.read_text(encoding="utf-8-sig"), newline="")))
    row = next(row for row in rows if row["template"] == "search-same-sex-officer")
    assert run(BILL, "--amendments", "--accept", row["amendment"], "-o", str(text)) == 0
    assert row["instruction"] in " ".join(text.read_text(encoding="utf-8").split())


def test_what_cannot_be_written_ends_the_run(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = reports._Stream.put

    def full_at_first(stream: object, *arguments: object) -> None:
        monkeypatch.setattr(reports._Stream, "put", put)
        raise OutputError("The disk is full.")

    goal = tmp_path / "a.jsonl"
    goal.write_text(LAST_REPORT, encoding="utf-8")
    monkeypatch.setattr(reports._Stream, "put", full_at_first)
    # The second law could be written; a report without the first would be half of one.
    assert run(LAW, BILL, "-o", str(goal)) == 2
    assert goal.read_text(encoding="utf-8") == LAST_REPORT
    assert complaint(capsys) == "The disk is full."
