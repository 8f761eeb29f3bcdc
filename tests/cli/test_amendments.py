"""The amending schedule on the command line."""

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
    assert run(BILL, "--amendments") == 0
    _, first, _, third, *_ = capsys.readouterr().out.split("\n\n")
    assert third.startswith("3. ")
    assert run(BILL, "--amendments", "--accept", "3,1") == 0
    assert capsys.readouterr().out.split("\n\n")[1:] == [first, f"2{third[1:]}\n"]


@pytest.mark.model
def test_a_bill_holds_what_is_accepted(capsys: Streams) -> None:
    assert run(BILL, "--format", "akn-bill", "--accept", "3,1") == 0
    assert capsys.readouterr().out.count("</mod>") == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--amendments", "--accept", "4000"], "There is no amendment 4000 of this law"),
        (["--amendments", "--accept", "one"], "'one' is no list of numbers"),
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
