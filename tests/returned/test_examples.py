"""What is decided of labels, as training reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.cli import main
from annotator.training.corpus.examples import read_examples
from tests.returned.drafters import BASE, all_accepted, made, settled, typed
from tests.returned.test_remarks import answered, comment_on

Streams = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "returned.docx"


def decided(file: Path, data: bytes, *more: str) -> dict[str, object]:
    """The labels that are written, by the words of clauses."""
    file.write_bytes(data)
    out = file.with_name("2027-01.jsonl")
    out.unlink(missing_ok=True)
    assert main(["decisions", str(file), "--round", str(out), *more]) == 0
    return {one.text: one for one in read_examples(out)}


def test_a_corrected_label_is_an_example(file: Path, capsys: Streams) -> None:
    data = answered(made(), comment_on(made(), "Amendment 4"), "Neutral: all may have one.")
    (one,) = decided(file, data).values()
    assert one.text == "A permit of stay is issued in writing."
    assert (one.label, one.issues, one.law) == ("neutral", (), "BILL")
    assert [vote.annotator for vote in one.votes] == ["Ada"]
    assert capsys.readouterr().err == ""
    assert b'"round":"2027-01"' in file.with_name("2027-01.jsonl").read_bytes()


def test_what_is_accepted_or_edited_confirms_the_label(file: Path, capsys: Streams) -> None:
    data = settled(made(), ("in each language",), ("in private",))
    assert [(text, one.label) for text, one in decided(file, data).items()] == [
        ("A permit of stay is issued in writing.", "blind")
    ]
    data = typed(data, "in each language", "in two languages")
    assert [one.label for one in decided(file, data).values()] == ["blind"]
    assert capsys.readouterr().err == ""


def test_of_clauses_whose_words_changed_the_law_must_be_named(file: Path, capsys: Streams) -> None:
    assert list(decided(file, all_accepted(made()))) == ["A permit of stay is issued in writing."]
    assert "2 of 3 clauses are not in" in capsys.readouterr().err


def test_with_the_law_all_are_written(
    file: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = file.with_name("bill.docx")
    law.write_bytes(BASE)
    monkeypatch.setattr("annotator.returned.reading._refuse_another", lambda *_: None)
    assert len(decided(file, all_accepted(made()), "--law", str(law))) == 3
    assert capsys.readouterr().err == ""


def test_where_nothing_is_decided_the_round_is_empty(file: Path) -> None:
    assert decided(file, made()) == {}
