"""`annotate precedents`: laws in, clauses out, and what is said of what goes wrong."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from annotator.cli import main
from annotator.pipeline import load, pipeline_name
from annotator.precedents import PrecedentIndex
from annotator.schema import Clause
from tests.cli.running import Streams, annotated, complaint, run
from tests.precedents.shelf import HARBOUR_BILL, PORTS_ACT, clause, law

SEARCHED = "A woman shall be searched only by a woman officer, in private."


@pytest.fixture(autouse=True)
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own index, which is nobody's who runs the tests."""
    path = tmp_path / "own" / "precedents.sqlite"
    monkeypatch.setenv("ANNOTATE_PRECEDENTS", str(path))
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def ports(tmp_path: Path) -> Path:
    path = tmp_path / "laws" / "ports.txt"
    path.parent.mkdir()
    path.write_text(PORTS_ACT, encoding="utf-8")
    return path


def precedents(*arguments: str) -> int:
    return main(["precedents", *map(str, arguments)])


def shelved(index: Path, country: str = "UG", words: str = SEARCHED, name: str = "Ports") -> None:
    """A clause of another country's law, as the pipeline that ships would have kept it."""
    one = clause(words)
    read = Clause(eid="", number="", heading="", path=(), lead_in="", text=one.text, start=0, end=0)
    states = load().get_pipe("clause_classifier").embed([read])  # type: ignore[attr-defined]
    with PrecedentIndex(index, make=True) as kept:
        kept.keep(law(name, country, model=pipeline_name(), date="1999"), [one], states)


@pytest.mark.model
def test_a_law_is_added_and_found_again(ports: Path, index: Path, capsys: Streams) -> None:
    assert precedents("add", str(ports), "--jurisdiction", "Uganda") == 0
    out = capsys.readouterr().out
    assert out == (f"Added: PORTS ACT 1999 (Uganda), 1 clause.\n1 law with 1 clause in {index}.\n")
    assert precedents("search", "women", "searching", "--country", "UG") == 0
    out = capsys.readouterr().out
    assert out.startswith("PORTS ACT 1999, section 1(2) (Uganda)\n")
    assert "meets same-sex-search, private-dignified-search" in " ".join(out.split())


def test_the_clauses_kept_are_those_that_a_report_is_sure_of(
    tmp_path: Path, index: Path, capsys: Streams
) -> None:
    bill = Path(__file__).parents[2] / "examples" / "border-management-bill.txt"
    reported = annotated(capsys, str(bill))
    assert precedents("add", str(bill), "--jurisdiction", "KE") == 0
    with PrecedentIndex(index) as kept:
        numbers = [one["clause"]["number"] for one in _found(capsys)]
        assert len(numbers) == kept.laws()[0].clauses
    assert sorted(numbers) == sorted(
        one.clause.number
        for one in reported.findings
        if one.label == "responsive" and not one.review and not one.clause.is_lead_in
    )


def _found(capsys: Streams, *more: str) -> list[dict[str, dict[str, str]]]:
    capsys.readouterr()
    assert precedents("search", "--format", "json", "--most", "1000", *more) == 0
    found: list[dict[str, dict[str, str]]] = json.loads(capsys.readouterr().out)
    return found


def test_a_law_that_is_as_it_was_is_passed_over(ports: Path, capsys: Streams) -> None:
    given = ("add", str(ports.parent), "--jurisdiction", "UG")
    precedents(*given)
    capsys.readouterr()
    assert precedents(*given) == 0
    assert capsys.readouterr().out.startswith("As they were: 1 law.\n1 law with ")


def test_a_law_that_changed_is_told_and_replaced(ports: Path, capsys: Streams) -> None:
    precedents("add", str(ports), "--jurisdiction", "UG")
    ports.write_text(PORTS_ACT.replace("ship", "boat"), encoding="utf-8")
    capsys.readouterr()
    precedents("list")
    assert "the file has changed since" in " ".join(capsys.readouterr().out.split())
    assert precedents("add", str(ports), "--jurisdiction", "UG") == 0
    out = capsys.readouterr().out
    assert out.startswith("Changed since 20")
    assert " and read anew: PORTS ACT 1999 (Uganda), " in out
    assert "\n1 law with " in out


def test_what_has_changed_is_brought_up_to_date_at_once(
    ports: Path, index: Path, capsys: Streams
) -> None:
    precedents("add", str(ports), "--jurisdiction", "UG")
    other = ports.with_name("harbour.txt")
    other.write_text(HARBOUR_BILL, encoding="utf-8")
    precedents("add", str(other), "--jurisdiction", "IE")
    other.unlink()
    with PrecedentIndex(index, make=True) as kept:
        _read_by_another(kept)
    capsys.readouterr()
    assert run("harbour.txt", "--precedents") == 2
    assert "`annotate precedents add --refresh` reads them anew" in complaint(capsys)
    assert precedents("add", "--refresh") == 0
    out, err = capsys.readouterr()
    assert out.startswith("Read anew: PORTS ACT 1999 (Uganda), ")
    assert f"{other} is gone: put it back, or take its law out" in err
    precedents("remove", "harbour.txt")
    with PrecedentIndex(index) as kept:
        assert [(one.country, one.model) for one in kept.laws()] == [("UG", pipeline_name())]


def _read_by_another(kept: PrecedentIndex) -> None:
    from msgspec.structs import replace

    from tests.precedents.shelf import states

    for one in kept.laws():
        kept.keep(replace(one, model="en_old 0.1"), [clause(SEARCHED)], states((1.0, 0.0)))


def test_a_folder_is_looked_through_and_what_is_no_law_is_told(
    ports: Path, capsys: Streams
) -> None:
    folder = ports.parent
    (folder / "deep").mkdir()
    (folder / "deep" / "harbour.md").write_text(f"# {HARBOUR_BILL}", encoding="utf-8")
    (folder / ".hidden.txt").write_text(PORTS_ACT, encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "notes.txt").write_text("We met on Monday and spoke of the harbour at length.\n")
    run(str(ports), "-o", str(folder / "report.txt"), "-o", str(folder / "review.html"))
    capsys.readouterr()
    assert precedents("add", str(folder), "--jurisdiction", "UG") == 0
    out, err = capsys.readouterr()
    assert out.count("Added: ") == 2
    assert err.count("\n") == 1
    assert err.startswith("annotate: ")
    assert "notes.txt does not look like legislation" in err


def test_of_files_that_are_named_the_status_tells(ports: Path, capsys: Streams) -> None:
    assert precedents("add", "nowhere.txt", str(ports), "--jurisdiction", "UG") == 2
    out, err = capsys.readouterr()
    assert out.startswith("Added: PORTS ACT 1999 (Uganda)")
    assert err == "annotate: nowhere.txt does not exist: check the name and the folder.\n"


def test_a_law_of_no_country_is_not_kept(ports: Path, capsys: Streams) -> None:
    assert precedents("add", str(ports)) == 2
    out, err = capsys.readouterr()
    assert out.startswith("0 laws with 0 clauses")
    assert err == (
        f"annotate: {ports}: which country's law it is does not show: name the country with "
        "--jurisdiction.\n"
    )


def test_another_law_of_the_same_title_is_told(ports: Path, capsys: Streams) -> None:
    precedents("add", str(ports), "--jurisdiction", "UG")
    newer = ports.with_name("ports-2.txt")
    newer.write_text(PORTS_ACT.replace("ship", "boat"), encoding="utf-8")
    capsys.readouterr()
    precedents("add", str(newer), "--jurisdiction", "UG")
    assert f"  {ports} bears the same title and stays" in capsys.readouterr().out


def test_laws_of_a_list_come_from_a_mirror_with_country_and_title(
    ports: Path, index: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    entry = {
        "law": "ports", "title": "Ports Act of Uganda", "jurisdiction": "UG", "licence": "none",
        "url": "https://example.org/ports.txt", "file": "ports.txt",
        "sha256": hashlib.sha256(ports.read_bytes()).hexdigest(),
    }  # fmt: skip
    gone = {**entry, "law": "gone", "file": "gone.txt"}
    listed = ports.with_name("laws.yaml")
    listed.write_text(yaml.safe_dump([entry, gone]), encoding="utf-8")
    monkeypatch.setenv("CORPORA_MIRROR", str(ports.parent))
    assert precedents("add", "--published", str(listed)) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Added: Ports Act of Uganda (Uganda, 1999)") or "Ports Act of" in out
    assert "gone.txt cannot be read" in err
    with PrecedentIndex(index) as kept:
        assert [one.title for one in kept.laws()] == ["Ports Act of Uganda"]


@pytest.mark.parametrize("arguments", [("list",), ("search", "woman"), ("remove", "ports.txt")])
def test_where_there_is_no_index_none_is_made(
    arguments: tuple[str, ...], index: Path, capsys: Streams
) -> None:
    assert precedents(*arguments) == 2
    assert complaint(capsys).startswith(f"There is no index of precedents at {index}: make one")
    assert not index.exists()


def test_nothing_to_add_is_told(capsys: Streams) -> None:
    assert precedents("add") == 2
    assert complaint(capsys).startswith("Name the files of laws")
    Path("empty").mkdir()
    assert precedents("add", "empty") == 2
    assert complaint(capsys).startswith("empty holds no file that may be a law")


def test_a_search_is_narrowed_by_need_issue_instrument_and_country(
    index: Path, capsys: Streams
) -> None:
    shelved(index, "UG")
    shelved(index, "IE", "A gender balance is kept among the members of the Board.", "Board")

    def countries(*arguments: str) -> list[str]:
        return [one["law"]["country"] for one in _found(capsys, *arguments)]

    assert countries() == ["IE", "UG"]
    assert countries("--need", "balanced-bodies") == ["IE"]
    assert countries("--instrument", "bangkok-rules", "--need", "same-sex-search") == ["UG"]
    assert countries("--issue", "search", "--country", "Ireland") == ["IE"]
    assert countries("--issue", "health") == []
    assert countries("members", "of", "a", "council") == ["IE"]


def test_a_need_or_an_instrument_that_nobody_knows_is_told(index: Path, capsys: Streams) -> None:
    assert precedents("search", "--need", "same-sex-serch") == 2
    assert complaint(capsys).startswith("There is no need same-sex-serch: did you mean same-sex-")
    assert precedents("search", "--instrument", "cedav") == 2
    assert complaint(capsys).startswith("There is no instrument cedav: did you mean cedaw")


def test_nothing_found_is_said(index: Path, capsys: Streams) -> None:
    shelved(index)
    assert precedents("search", "--issue", "health") == 0
    assert capsys.readouterr().out == "Nothing was found.\n"


@pytest.mark.parametrize("words", ["xyzzy plugh", "quarterly dividend of shares", "“ — ”"])
def test_words_that_stand_nowhere_find_nothing(words: str, index: Path, capsys: Streams) -> None:
    shelved(index)
    assert precedents("search", *words.split()) == 0
    assert capsys.readouterr().out == "Nothing was found.\n"


def test_at_least_half_of_the_telling_words_must_stand_in_a_clause(
    index: Path, capsys: Streams
) -> None:
    shelved(index)
    assert len(_found(capsys, "the", "women", "xyzzy")) == 1
    assert len(_found(capsys, "searching", "a", "woman")) == 1
    assert _found(capsys, "women", "xyzzy", "plugh") == []


def test_a_law_is_removed_by_its_name_a_folder_with_all_it_holds(
    ports: Path, index: Path, capsys: Streams
) -> None:
    harbour = ports.with_name("harbour.txt")
    harbour.write_text(HARBOUR_BILL, encoding="utf-8")
    precedents("add", str(ports.parent), "--jurisdiction", "UG")
    capsys.readouterr()
    assert precedents("remove", "ships.txt") == 2
    assert complaint(capsys).startswith(f"{index} holds no law of ships.txt")
    assert precedents("remove", "harbour.txt") == 0
    assert capsys.readouterr().out == f"Removed: {harbour}\n"
    assert precedents("remove", str(ports.parent)) == 0
    assert capsys.readouterr().out == f"Removed: {ports}\n"
    assert ports.is_file()
    precedents("list")
    assert capsys.readouterr().out.startswith("There are no laws in the index")


def test_the_list_is_json_for_programs(ports: Path, capsys: Streams) -> None:
    precedents("add", str(ports), "--jurisdiction", "UG")
    capsys.readouterr()
    precedents("list", "--format", "json")
    (one,) = json.loads(capsys.readouterr().out)
    assert one["file"] == "as it was"
    assert (one["law"]["country"], one["law"]["date"]) == ("UG", "1999")


@pytest.mark.model
def test_a_report_shows_them_in_every_format_that_is_to_be_read(
    index: Path, tmp_path: Path, capsys: Streams
) -> None:
    shelved(index)
    bill = tmp_path / "harbour.txt"
    bill.write_text(HARBOUR_BILL, encoding="utf-8")
    outputs = [tmp_path / f"report{suffix}" for suffix in (".txt", ".json", ".html", ".docx")]
    goals = [part for path in outputs for part in ("-o", str(path))]
    assert run(str(bill), "--jurisdiction", "KE", "--precedents", *goals) == 0
    text = " ".join(outputs[0].read_text(encoding="utf-8").split())
    cited = "Ports Act, section 1(2) (Uganda, 1999): “A woman shall be searched only by a woman"
    assert f"Precedents On the same matter: to be read before they are cited. {cited}" in text
    found = json.loads(outputs[1].read_bytes())
    (first, *_) = [one for one in found["findings"] if one["proposals"]]
    assert first["proposals"][0]["precedents"][0]["text"] == SEARCHED
    assert "Ports Act, section 1(2) (Uganda, 1999)" in (
        page := outputs[2].read_text(encoding="utf-8")
    )
    assert "Precedents on the same matter, to be read before they are cited" in page
    import zipfile

    with zipfile.ZipFile(outputs[3]) as package:
        comments = package.read("word/comments.xml").decode()
    assert "Precedents: " in comments
    assert "On the same matter: to be read before they are cited." in comments
    assert "Ports Act, section 1(2) (Uganda, 1999): “A woman shall be" in comments


def test_a_report_that_was_not_asked_to_shows_none(index: Path, tmp_path: Path) -> None:
    shelved(index)
    bill = tmp_path / "harbour.txt"
    bill.write_text(HARBOUR_BILL, encoding="utf-8")
    run(str(bill), "--jurisdiction", "KE", "-o", str(tmp_path / "report.json"))
    assert SEARCHED not in (tmp_path / "report.json").read_text(encoding="utf-8")


def test_a_law_of_no_country_gets_none_and_is_told_so(
    index: Path, tmp_path: Path, capsys: Streams
) -> None:
    shelved(index)
    bill = tmp_path / "harbour.txt"
    bill.write_text(HARBOUR_BILL, encoding="utf-8")
    assert run("harbour.txt", "--precedents") == 0
    out, err = capsys.readouterr()
    assert SEARCHED not in " ".join(out.split())
    assert err == (
        "annotate: harbour.txt: which country's law it is does not show, so it gets no precedents: "
        "name the country with --jurisdiction.\n"
    )


def test_an_index_that_is_not_there_is_told_before_a_law_is_read(
    index: Path, capsys: Streams
) -> None:
    assert run("nowhere.txt", "--precedents") == 2
    assert complaint(capsys).startswith(f"There is no index of precedents at {index}")
    assert run("nowhere.txt", "--precedents", "--index", "other.sqlite") == 2
    assert complaint(capsys).startswith("There is no index of precedents at other.sqlite")


def test_options_that_go_with_none_are_told(capsys: Streams) -> None:
    assert run("law.txt", "--index", "other.sqlite") == 2
    assert complaint(capsys) == "--index names the index of --precedents: add that."
    assert run("law.txt", "--precedents", "--no-proposals") == 2
    assert complaint(capsys).startswith("--precedents are those of proposals")


def test_who_is_killed_while_a_folder_is_added_keeps_what_was_read(
    ports: Path, index: Path, capsys: Streams
) -> None:
    """The second law is a pipe that never ends: the first is in the index when the program dies."""
    os.mkfifo(ports.with_name("zone.txt"))
    adding = [sys.executable, "-m", "annotator", "precedents", "add", "--jurisdiction", "UG"]
    files = [str(ports), str(ports.with_name("zone.txt"))]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    running = subprocess.Popen([*adding, *files], env=env, stdout=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.readline().startswith(b"Added: PORTS ACT 1999")
    running.kill()
    running.wait()
    running.stdout.close()
    with PrecedentIndex(index) as kept:
        assert [one.title for one in kept.laws()] == ["PORTS ACT 1999"]
