"""A redline on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import BILL, EXAMPLES, LAW, Streams, run
from tests.writers.docx.oracle import W, body, paragraphs, refused


def authors(made: bytes) -> set[str | None]:
    return {one.get(W + "author") for one in body(made).iter(W + "ins", W + "del")}


def test_the_changes_are_by_whom_the_drafter_says(tmp_path: Path) -> None:
    file = tmp_path / "bill.docx"
    assert run(BILL, "-o", str(file), "--author", "Legal Drafting Unit") == 0
    assert authors(file.read_bytes()) == {"Legal Drafting Unit"}


@pytest.mark.parametrize("law", sorted(EXAMPLES.glob("*.txt")), ids=lambda law: law.stem)
def test_a_document_of_ours_is_annotated_anew_and_not_twice(
    law: Path, tmp_path: Path, capsys: Streams
) -> None:
    once, again = tmp_path / "once.docx", tmp_path / "again.docx"
    assert run(str(law), "-o", str(once), "--author", "Ada") == 0
    capsys.readouterr()
    assert run(str(once), "-o", str(again)) == 0
    assert "edited" not in capsys.readouterr().err  # by nobody
    assert authors(again.read_bytes()) == {"annotate"}
    refused_once = paragraphs(refused(once.read_bytes(), "Ada"))
    assert paragraphs(refused(again.read_bytes(), "annotate")) == refused_once


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
