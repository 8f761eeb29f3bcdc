"""The amending schedule on the command line."""

import json
from pathlib import Path

import pytest

from tests.cli.running import BILL, Streams, run


@pytest.mark.model
def test_the_schedule_is_numbered_and_ready_to_paste(capsys: Streams) -> None:
    assert run(BILL, "--amendments") == 0
    out = capsys.readouterr().out
    assert out.startswith("Amendments to the BORDER MANAGEMENT BILL\n\n1.  In section 5(1), ")
    assert "Alternatives left out" not in out or "--accept takes those" in out
    assert "blind" not in out


@pytest.mark.model
def test_only_those_that_are_accepted_are_printed(capsys: Streams) -> None:
    assert run(BILL, "--amendments", "--accept", "3,1") == 0
    out = capsys.readouterr().out
    assert "\n1.  In section 5(1), " in out
    assert "\n2.  At the end of section 5 insert: “(3) " in out
    assert "\n3. " not in out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--amendments", "--accept", "4000"], "There is no amendment 4000 of this law"),
        (["--amendments", "--accept", "one"], "'one' is no list of numbers"),
        (["--accept", "3"], "add --amendments"),
        (["--amendments", "--format", "json"], "leave out --format"),
        ([BILL, "--amendments", "--accept", "1"], "give one FILE"),
    ],
)
def test_what_cannot_be_asked_for_is_told(arguments: list[str], told: str, capsys: Streams) -> None:
    assert run(BILL, *arguments) == 2
    captured = capsys.readouterr()
    assert told in captured.err
    assert not captured.out


def test_no_law_steers_the_terminal(tmp_path: Path, capsys: Streams) -> None:
    rows = [{"section": "1", "title": "Search", "content": "An officer may search any person."}]
    law = tmp_path / "law.json"
    law.write_text(json.dumps({"title": "Ports\x1b[31m Act", "provisions": rows}))
    assert run(str(law), "--amendments") == 0
    out = capsys.readouterr().out
    assert "Ports\ufffd[31m Act" in out
    assert "\x1b" not in out
