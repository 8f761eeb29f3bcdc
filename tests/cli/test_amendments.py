"""The amending schedule on the command line."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from annotator import annotate
from annotator.eids import unit_eid
from annotator.schedule import schedule
from tests.cli.running import BILL, Streams, run


@pytest.mark.model
def test_the_schedule_is_numbered_and_ready_to_paste(capsys: Streams) -> None:
    assert run(BILL, "--amendments") == 0
    out = capsys.readouterr().out
    assert out.startswith("Amendments to the Border Management Bill\n\n1.  In section 5(1), ")
    assert "Alternatives left out" not in out or "--accept takes those" in out
    assert "blind" not in out


@pytest.mark.model
def test_only_those_that_are_accepted_are_printed(capsys: Streams) -> None:
    # Two new subsections of one section: the second alone takes the number of the first.
    known = schedule(annotate(BILL))
    added = [one for one in known if one.finding and one.added and not one.instead_of]
    first, second = next(
        (one, other)
        for one, other in pairwise(added)
        if unit_eid(one.finding.clause.eid) == unit_eid(other.finding.clause.eid)
    )
    assert run(BILL, "--amendments", "--accept", f"{second.number},1") == 0
    out = " ".join(capsys.readouterr().out.split())
    assert " 1. In section 5(1), " in out
    assert f"2. {second.instruction.partition('“')[0]}" in out
    assert f"“{first.added.split()[0]} {' '.join(second.added.split()[1:])}”" in out
    assert " 3. " not in out


@pytest.mark.model
def test_an_amendment_has_its_number_whatever_is_shown(capsys: Streams) -> None:
    grave = next(
        one for one in schedule(annotate(BILL)) if one.finding and one.finding.label == "regressive"
    )
    assert run(BILL, "--label", "regressive") == 0
    assert f"\n{grave.number:>2}. {grave.instruction[:20]}" in capsys.readouterr().out
    assert run(BILL, "--label", "regressive", "--amendments") == 0
    assert f"\n1.  {grave.instruction[:20]}" in capsys.readouterr().out


@pytest.mark.model
def test_a_bill_holds_what_is_accepted(capsys: Streams) -> None:
    assert run(BILL, "--format", "akn-bill", "--accept", "3,1") == 0
    assert capsys.readouterr().out.count("</mod>") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--amendments", "--accept", "4000"], "There is no amendment 4000 of this law"),
        (["--amendments", "--accept", "one"], "'one' is no list of numbers"),
        (["--amendments", "--accept", ""], "'' is no list of numbers"),
        (["-o", "law.pdf"], "No report is written as .pdf: choose another suffix for law.pdf"),
        (["--accept", "3"], "add --amendments"),
        (["--accept", "3", "--format", "akn-amendments"], "--format akn-bill"),
        (["--format", "akn-bill", "--accept", "4000"], "There is no amendment 4000 of this law"),
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
