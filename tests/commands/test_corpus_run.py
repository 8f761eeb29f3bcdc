"""`annotate corpus run`: laws in, tables out, and what is said of what goes wrong."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest

from annotator import annotate
from annotator.corpus.store import info, read
from annotator.pipeline import pipeline_name
from tests.cli.running import BILL, Streams, complaint, run
from tests.corpus.conftest import Law

strange = pytest.mark.usefixtures("strange_workers")


@pytest.fixture
def out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "out"


def ran(*arguments: str) -> int:
    return run("corpus", "run", *arguments, "-o", "out", "--workers", "2")


def held(out: Path) -> dict[str, list[str]]:
    """By law its clauses."""
    titles = {row["law"]: Path(row["path"]).stem for row in read(out, "laws").to_pylist()}
    clauses: dict[str, list[str]] = {title: [] for title in titles.values()}
    for row in read(out, "findings").to_pylist():
        clauses[titles[row["law"]]].append(row["text"])
    return clauses


def test_what_is_found_in_a_law_is_in_the_tables(out: Path, capsys: Streams) -> None:
    assert ran(BILL, "--jurisdiction", "ZW") == 0
    found = annotate(Path(BILL), jurisdiction="ZW")
    (row,) = read(out, "laws").to_pylist()
    assert row["law"] == found.law.sha256
    assert row["country"] == "ZW"
    labels = ("responsive", "blind", "regressive", "neutral")
    assert {label: row[label] for label in labels} == found.scorecard.labels
    assert row["clauses"] == found.scorecard.clauses
    flagged = [one for one in found.findings if one.label != "neutral"]
    assert read(out, "findings")["number"].to_pylist() == [one.clause.number for one in flagged]
    proposed = [one.template for finding in flagged for one in finding.proposals]
    assert read(out, "proposals")["template"].to_pylist() == proposed
    assert read(out, "gaps")["need"].to_pylist() == [gap.need for gap in found.gaps]
    assert info(out).pipeline == pipeline_name()
    assert capsys.readouterr().out == f"1 law with {row['clauses']} clauses in out.\n"


def test_two_runs_give_the_same_bytes_with_neutral_clauses_too(out: Path, law: Law) -> None:
    folder = law("bill", Path(BILL).read_text(encoding="utf-8")).parent
    law("short", "Ports Act\n1. An officer may search any person.\n2. This Act is the Ports Act.\n")
    tables = []
    for _ in range(2):
        assert ran(str(folder), "--all", "--batch-size", "1") == 0
        tables.append({str(path): path.read_bytes() for path in out.rglob("*.parquet")})
        shutil.rmtree(out)
    assert tables[0] == tables[1]


@strange
def test_it_goes_on_with_what_is_not_there(out: Path, law: Law, capsys: Streams) -> None:
    folder = law("a", "1. A.").parent
    assert ran(str(folder)) == 0
    law("b", "1. B.")
    assert ran(str(folder)) == 0
    assert held(out) == {"a": ["1. A."], "b": ["1. B."]}
    capsys.readouterr()
    assert ran(str(folder)) == 0
    assert capsys.readouterr().out == "2 laws with 2 clauses in out. Nothing was left to do.\n"
    events = [json.loads(line) for line in (out / "runs.jsonl").read_text().splitlines()]
    batches = [event for event in events if event["event"] == "batch"]
    done = [row["path"] for batch in batches for row in batch["laws"]]
    assert done == [str(folder / "a.txt"), str(folder / "b.txt")]
    assert [event["laws"] for event in events if event["event"] == "start"] == [1, 1, 0]


@strange
def test_a_law_that_has_changed_takes_the_place_of_its_former_text(
    out: Path,
    law: Law,
    capsys: Streams,
) -> None:
    folder = law("a", "1. A.").parent
    law("b", "1. B.")
    assert ran(str(folder)) == 0
    law("a", "1. Another A.")
    capsys.readouterr()
    assert ran(str(folder)) == 2
    assert complaint(capsys) == (
        f"1 file changed since out was made, first {folder}/a.txt: bring it up to date with "
        "--changed, or begin anew with --fresh."
    )
    assert held(out)["a"] == ["1. A."]
    assert ran(str(folder), "--changed") == 0
    assert held(out) == {"a": ["1. Another A."], "b": ["1. B."]}


@strange
def test_a_law_that_has_changed_leaves_its_former_text_to_the_copy(
    out: Path, law: Law, capsys: Streams
) -> None:
    folder = law("a", "1. A.").parent
    law("copy", "1. A.")
    assert ran(str(folder)) == 0
    capsys.readouterr()
    law("a", "1. Another A.")
    assert ran(str(folder)) == 2
    assert "1 file changed since out was made" in complaint(capsys)
    assert ran(str(folder), "--changed") == 0
    assert held(out) == {"a": ["1. Another A."], "copy": ["1. A."]}
    assert not any(read(out, "laws")["also_at"].to_pylist())


@strange
def test_copies_that_come_or_are_edited_are_told_of_their_law(
    out: Path, law: Law, capsys: Streams
) -> None:
    def copies() -> dict[str, list[str]]:
        rows = read(out, "laws").to_pylist()
        places = {row["path"]: row["also_at"] for row in rows}
        return {Path(path).stem: [Path(one).stem for one in places[path]] for path in places}

    folder = law("b", "1. B.").parent
    law("other", "1. Other.")
    law("y", "1. B.")
    assert ran(str(folder)) == 0
    law("a", "1. B.")
    law("z", "1. B.")
    capsys.readouterr()
    assert ran(str(folder)) == 0
    assert copies() == {"b": ["a", "y", "z"], "other": []}
    assert capsys.readouterr().out.endswith("Nothing was left to do.\n")
    law("y", "1. Other.")
    assert ran(str(folder)) == 2
    assert f"1 file changed since out was made, first {folder}/y.txt" in complaint(capsys)
    (folder / "a.txt").unlink()
    assert ran(str(folder), "--changed") == 0
    assert copies() == {"b": ["a", "z"], "other": ["y"]}
    assert held(out) == {"b": ["1. B."], "other": ["1. Other."]}
    law("b", "1. Another B.")
    assert ran(str(folder), "--changed") == 0
    assert copies() == {"b": [], "other": ["y"], "z": []}


@strange
def test_files_that_are_refused_are_listed_with_reasons_and_tried_again(
    out: Path,
    law: Law,
    capsys: Streams,
    tmp_path: Path,
) -> None:
    folder = law("a", "1. A.").parent
    bad = law("bad", f"fault\n{tmp_path}")
    assert ran(str(folder)) == 0
    said, complained = capsys.readouterr()
    assert said == "1 law with 1 clause in out; 1 file refused, see out/refused.csv.\n"
    assert "brought out a fault of this program (ValueError" in complained
    (row,) = csv.DictReader((out / "refused.csv").open(newline="", encoding="utf-8"))
    assert (row["path"], row["kind"]) == (str(bad), "crash")
    assert row["reason"] in complained
    assert ran(str(folder)) == 0
    assert "Nothing was left to do." in capsys.readouterr().out
    assert ran(str(folder), "--retry") == 0
    assert "Nothing" not in capsys.readouterr().out
    assert ran(str(bad)) == 3
    (out / "refused.csv").unlink()
    law("empty", " ")
    assert ran(str(folder / "empty.txt")) == 2


@strange
def test_the_name_of_a_refused_file_is_no_formula_of_a_spreadsheet(
    out: Path, law: Law, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(law("=1+1", " ").parent)
    assert ran("=1+1.txt") == 2
    (row,) = csv.DictReader(Path("out/refused.csv").read_text(encoding="utf-8").splitlines())
    assert row["path"] == "'=1+1.txt"
    assert row["reason"].startswith("'=1+1.txt is empty")


@strange
def test_a_list_with_a_file_that_is_gone_is_run_without_it(
    out: Path, law: Law, capsys: Streams
) -> None:
    listing = law("a", "1. A.").parent / "list.txt"
    listing.write_text("a.txt\ngone.txt\n", encoding="utf-8")
    assert ran(str(listing)) == 0
    said, complained = capsys.readouterr()
    assert said == "1 law with 1 clause in out; 1 file refused, see out/refused.csv.\n"
    assert "gone.txt cannot be read" in complained
    (row,) = csv.DictReader((out / "refused.csv").open(newline="", encoding="utf-8"))
    assert row["path"].endswith("gone.txt")


@strange
@pytest.mark.parametrize(
    ("options", "what"),
    [
        (["--all"], "with another --all"),
        (["--jurisdiction", "AL", "--exact"], "with another --exact and --jurisdiction"),
    ],
)
def test_results_of_another_kind_are_not_mixed(
    out: Path,
    law: Law,
    capsys: Streams,
    options: list[str],
    what: str,
) -> None:
    path = str(law("a", "1. A."))
    assert ran(path) == 0
    capsys.readouterr()
    assert ran(path, *options) == 2
    assert complaint(capsys) == (
        f"out was made {what}: name another folder, or begin anew with --fresh."
    )
    assert ran(path, *options, "--fresh") == 0
    assert held(out) == {"a": ["1. A."]}


@strange
def test_a_country_stands_in_the_list_or_is_named_for_all(out: Path, law: Law) -> None:
    folder = law("a", "1. A.").parent
    law("b", "1. B.")
    listing = folder.parent / "list.csv"
    listing.write_text("path,country\nlaws/a.txt,AL\nlaws/b.txt,\n", encoding="utf-8")
    assert ran(str(listing), "--jurisdiction", "Kenya") == 0
    rows = read(out, "laws").to_pylist()
    assert {Path(row["path"]).stem: row["country"] for row in rows} == {"a": "AL", "b": "KE"}


def test_two_runs_do_not_write_into_one_folder(out: Path, law: Law, capsys: Streams) -> None:
    fcntl = pytest.importorskip("fcntl")
    out.mkdir()
    with (out / ".lock").open("wb") as held_by_another:
        fcntl.flock(held_by_another, fcntl.LOCK_EX)
        assert ran(str(law("a", "1. A."))) == 2
    assert complaint(capsys).startswith("Another run is at work in out: wait for its end")


@pytest.mark.parametrize(
    ("laws", "told"),
    [
        (["nowhere"], "nowhere does not exist: check the name and the folder."),
        (["a.txt", "--library", "nowhere"], "nowhere: is no folder; --library names one"),
        (["a.txt", "--jurisdiction", "Atlantis"], "Atlantis"),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_written(
    out: Path, capsys: Streams, laws: list[str], told: str
) -> None:
    Path("a.txt").write_text("1. A.", encoding="utf-8")
    assert ran(*laws) == 2
    assert told in complaint(capsys)
    assert not out.exists()


def test_what_is_no_corpus_is_left_alone(out: Path, capsys: Streams) -> None:
    out.mkdir()
    (out / "thesis.txt").write_text("mine", encoding="utf-8")
    for more in ([], ["--fresh"]):
        assert ran(BILL, *more) == 2
        assert "holds something else: name a new folder" in complaint(capsys)
    assert [path.name for path in out.iterdir()] == ["thesis.txt"]
    assert (out / "thesis.txt").read_text(encoding="utf-8") == "mine"


@strange
def test_what_is_left_out_of_a_countrys_library_is_said_once_and_its_words_tell(
    out: Path, law: Law, country: Path, capsys: Streams
) -> None:
    (country / "templates" / "broken.yaml").write_text("- id: broken\n", encoding="utf-8")
    folder = str(law("a", "1. A.").parent)
    assert ran(folder, "--library", str(country)) == 0
    assert capsys.readouterr().err.count("broken.yaml") == 1
    (country / "terms.yaml").write_text("officer: warden\n", encoding="utf-8")
    assert ran(folder, "--library", str(country)) == 2
    assert "was made with another --library: name another folder" in capsys.readouterr().err
