"""`annotate baseline`: one file for several laws, and what it never writes over."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from annotator.baseline import read_baseline
from annotator.cli import main

Streams = pytest.CaptureFixture[str]

PORTS = "PORTS ACT\n\nSearch\n\n1. An officer may search any person who seeks to enter.\n"
ALIENS = "ALIENS ACT\n\nDetention\n\n1. An officer may detain an alien for thirty days.\n"


@pytest.fixture
def laws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("ports.txt").write_text(PORTS)
    Path("aliens.txt").write_text(ALIENS)
    return tmp_path


def test_it_holds_several_laws_and_gives_place_to_the_next(laws: Path, capsys: Streams) -> None:
    assert main(["baseline", "ports.txt", "aliens.txt", "-o", "known.json"]) == 0
    out, err = capsys.readouterr()
    known = read_baseline(Path("known.json"))
    assert [law.title for law in known.laws] == ["ALIENS ACT", "PORTS ACT"]
    findings = sum(len(law.findings) for law in known.laws)
    assert out == ""
    assert err.startswith(f"annotate: known.json holds {findings} finding")
    assert err.endswith(", of 2 laws.\n")
    before = Path("known.json").read_bytes()
    assert main(["baseline", "aliens.txt", "ports.txt", "-o", "known.json"]) == 0
    assert Path("known.json").read_bytes() == before


def test_what_is_no_baseline_is_not_written_over(laws: Path, capsys: Streams) -> None:
    notes = Path("notes.json")
    notes.write_text('{"ours": 1}')
    assert main(["baseline", "ports.txt", "-o", "notes.json"]) == 2
    assert "notes.json is not a report of annotate" in capsys.readouterr().err
    assert main(["baseline", "ports.txt", "-o", "ports.txt"]) == 2
    assert "ports.txt is one of the laws to read" in capsys.readouterr().err
    assert notes.read_text() == '{"ours": 1}'
    assert main(["baseline", "ports.txt", "-o", "notes.json", "--overwrite"]) == 0
    assert read_baseline(notes).laws


def test_where_a_law_cannot_be_read_nothing_is_written(laws: Path, capsys: Streams) -> None:
    assert main(["baseline", "ports.txt", "nothing.txt", "-o", "known.json"]) == 2
    assert "nothing.txt does not exist" in capsys.readouterr().err
    assert not Path("known.json").exists()


def test_that_another_pipeline_made_it_is_told_once(laws: Path, capsys: Streams) -> None:
    assert main(["baseline", "ports.txt", "aliens.txt", "-o", "known.json"]) == 0
    read = msgspec.json.decode(Path("known.json").read_bytes())
    read["model"]["version"] = "0.0.1"
    Path("known.json").write_bytes(msgspec.json.encode(read))
    capsys.readouterr()
    assert main(["ports.txt", "aliens.txt", "--baseline", "known.json"]) == 0
    _, err = capsys.readouterr()
    assert err.count("known.json was made with en_gender_clause 0.0.1") == 1
    assert err.count("\n") == 1
