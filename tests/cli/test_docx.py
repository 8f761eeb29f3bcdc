"""A redline on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import BILL, LAW, Streams, run
from tests.writers.docx.oracle import W, body, judge


def authors(made: bytes) -> set[str | None]:
    return {one.get(W + "author") for one in body(made).iter(W + "ins", W + "del")}


def test_the_changes_are_by_whom_the_drafter_says(tmp_path: Path) -> None:
    file = tmp_path / "bill.docx"
    assert run(BILL, "-o", str(file), "--author", "Legal Drafting Unit") == 0
    assert authors(file.read_bytes()) == {"Legal Drafting Unit"}


def test_a_word_document_is_given_back_with_changes(tmp_path: Path) -> None:
    clean, back = tmp_path / "bill.docx", tmp_path / "bill.annotated.docx"
    assert run(BILL, "-o", str(clean), "--author", "Ada") == 0
    assert run(str(clean), "-o", str(back)) == 0
    judge(clean.read_bytes(), back.read_bytes())
    assert authors(back.read_bytes()) >= {"Ada"}


def test_without_proposals_nothing_is_tracked(tmp_path: Path) -> None:
    file = tmp_path / "bill.docx"
    assert run(BILL, "-o", str(file), "--no-proposals") == 0
    assert authors(file.read_bytes()) == set()
    assert list(body(file.read_bytes()).iter(W + "commentReference"))


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([BILL, "--author", " "], "--author wants a name"),
        ([BILL, LAW, "-o", "{}"], "one at a time"),
    ],
)
def test_what_cannot_be_is_told(
    arguments: list[str], told: str, capsys: Streams, tmp_path: Path
) -> None:
    assert run(*(one.format(tmp_path / "bill.docx") for one in arguments)) == 2
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
