"""`annotate decisions`: what a drafter made of the amendments in a Word document."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.decisions import clause_hash
from annotator.rounds.gold import read_gold
from annotator.rulings import Decisions, RuledClause, RuledLaw, from_json, to_json
from tests.returned.drafters import BASE, all_accepted, made, settled, typed, with_parts

Streams = pytest.CaptureFixture[str]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "returned.docx"


def test_a_table_tells_what_became_of_each(file: Path, capsys: Streams) -> None:
    data = settled(made(), ("in private",), ("spouse", "wife"))
    file.write_bytes(typed(data, "in private", "in private and quietly"))
    assert main(["decisions", str(file)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out == (
        "BILL\n"
        "\n"
        "No.  Place       Decision     Matter\n"
        "1    1           edited       search or biometrics (one)\n"
        "     Now: in private and quietly\n"
        "2    1(2)        rejected     search or biometrics (two)\n"
        "3    1A          pending      search or biometrics (privacy)\n"
        "4    2           pending      search or biometrics (three)\n"
        "\n"
        "4 amendments: 1 rejected, 1 edited, 2 pending.\n"
    )


def test_what_came_back_is_read_from_a_pipe_too(
    file: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_bytes(all_accepted(made()))
    with file.open() as opened:
        monkeypatch.setattr("sys.stdin", opened)
        assert main(["decisions", "-"]) == 0
    assert "4 amendments: 4 accepted." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (BASE, "is not from annotate"),
        (b"1. An officer may search.", "is no Word document"),
        (made()[:900], "is no Word document"),
        (with_parts(made(), lambda name, said: said[:200]), "that is damaged"),
    ],
    ids=["not ours", "a text", "half", "damaged"],
)
def test_what_cannot_be_read_gets_a_sentence(
    data: bytes, told: str, file: Path, capsys: Streams
) -> None:
    file.write_bytes(data)
    assert main(["decisions", str(file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"annotate: {file} ")
    assert told in err
    assert err.count("\n") == 1


def test_a_document_with_decisions_is_never_written_over(file: Path, capsys: Streams) -> None:
    data = all_accepted(made())
    file.write_bytes(data)
    law = file.with_suffix(".txt")
    law.write_text("1. An officer may search a person.\n2. A record is kept of it.\n")
    assert main([str(law), "-o", str(file)]) == 2
    assert "was changed by somebody since" in capsys.readouterr().err
    assert file.read_bytes() == data


def test_json_for_programs_on_the_screen_and_in_a_file(file: Path, capsys: Streams) -> None:
    file.write_bytes(all_accepted(made()))
    assert main(["decisions", str(file), "--format", "json"]) == 0
    printed = from_json(capsys.readouterr().out.encode())
    assert [one.decision for one in printed.decisions] == ["accepted"] * 4
    out = file.with_name("decisions.json")
    assert main(["decisions", str(file), "-o", str(out)]) == 0
    assert capsys.readouterr() == ("", "")
    assert from_json(out.read_bytes()) == printed


def test_it_takes_the_place_of_no_document(file: Path, capsys: Streams) -> None:
    file.write_bytes(made())
    assert main(["decisions", str(file), "-o", str(file)]) == 2
    assert "choose another file" in capsys.readouterr().err
    assert file.read_bytes()[:4] == b"PK\x03\x04"


def test_a_law_in_another_version_gets_a_sentence(file: Path, capsys: Streams) -> None:
    law = file.with_name("law.txt")
    law.write_text("1. It ends.")
    file.write_bytes(made())
    assert main(["decisions", str(file), "--law", str(law)]) == 2
    assert "was made of another version of the law than" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["-o", "--round"])
def test_nothing_that_is_there_is_written_over(
    option: str, file: Path, tmp_path: Path, capsys: Streams
) -> None:
    file.write_bytes(made())
    other = tmp_path / "ada.docx"
    other.write_bytes(b"another drafter's")
    assert main(["decisions", str(file), option, str(other)]) == 2
    assert f"{other} exists already: choose another name" in capsys.readouterr().err
    assert other.read_bytes() == b"another drafter's"


PAGE_LAW = "1. An officer may search a person.\n2. A record is kept of it.\n3. A fee is due.\n"


def _of_a_page(folder: Path) -> tuple[Path, Path]:
    """A law, and what a review page of it exports."""
    law, page = folder / "law.txt", folder / "decisions.json"
    law.write_text(PAGE_LAW, encoding="utf-8")
    lines = [line[3:] for line in PAGE_LAW.splitlines()]
    said = [
        RuledClause("1", "sec_1", clause_hash(lines[0]), "blind", ("search",), named="regressive"),
        RuledClause("2", "sec_2", clause_hash(lines[1]), "blind", ("data",), "false-alarm",
                    "neutral", who="Ada"),
        RuledClause("3", "sec_3", clause_hash(lines[2]), "blind"),
    ]  # fmt: skip
    sha256 = hashlib.sha256(law.read_bytes()).hexdigest()
    page.write_bytes(to_json(Decisions(RuledLaw("LAW", sha256), (), tuple(said))))
    return law, page


def test_false_alarms_and_labels_of_a_page_become_a_round(tmp_path: Path, capsys: Streams) -> None:
    law, page = _of_a_page(tmp_path)
    made_of = tmp_path / "2027-01.jsonl"
    assert main(["decisions", str(page), "--law", str(law), "--round", str(made_of)]) == 0
    lines = [json.loads(line) for line in made_of.read_bytes().splitlines()]
    assert [(one["text"], one["label"], one.get("issues")) for one in lines] == [
        ("An officer may search a person.", "regressive", ["search"]),
        ("A record is kept of it.", "neutral", None),
    ]
    assert lines[1]["annotators"] == ["Ada"]
    assert "LAW" in capsys.readouterr().out


def test_rounds_take_it_as_clauses_that_are_decided(tmp_path: Path) -> None:
    law, page = _of_a_page(tmp_path)
    made_of = tmp_path / "2027-01.jsonl"
    assert main(["decisions", str(page), "--law", str(law), "--round", str(made_of)]) == 0
    gold = read_gold(made_of)
    lines = [line[3:] for line in PAGE_LAW.splitlines()]
    assert {digest: one.label for digest, one in gold.items()} == {
        clause_hash(lines[0]): "regressive",
        clause_hash(lines[1]): "neutral",
    }


def test_a_round_of_a_page_wants_the_law(tmp_path: Path, capsys: Streams) -> None:
    law, page = _of_a_page(tmp_path)
    made_of = tmp_path / "2027-01.jsonl"
    assert main(["decisions", str(page), "--round", str(made_of)]) == 2
    assert "name the law with --law" in capsys.readouterr().err
    law.write_text(PAGE_LAW.replace("fee", "due"), encoding="utf-8")
    assert main(["decisions", str(page), "--law", str(law), "--round", str(made_of)]) == 2
    assert "was made of another version of the law" in capsys.readouterr().err
    assert not made_of.exists()


def test_json_that_is_no_file_of_decisions_gets_a_sentence(file: Path, capsys: Streams) -> None:
    file.write_bytes(b'{"law": {}}')
    assert main(["decisions", str(file)]) == 2
    assert "is no file of decisions" in capsys.readouterr().err
