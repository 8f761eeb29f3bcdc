"""The exit status: a finding, a mistake of the user's, a fault of the program's."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.commands import annotating, reports
from annotator.rulings import Decisions, RuledLaw, to_json
from annotator.schema import FLAGGED, Annotation
from tests.cli.running import BILL, LAST_REPORT, LAW, ROOT, Streams, complaint, run


@pytest.mark.model
def test_fail_on_tells_by_the_exit_status(capsys: Streams) -> None:
    assert run(BILL, "--fail-on", "blind") == 1
    assert run(BILL, "--fail-on", "blind", "--issue", "nationality") == 0


def test_a_law_that_cannot_be_read_leaves_the_last_report(tmp_path: Path, capsys: Streams) -> None:
    report = tmp_path / "report.txt"
    report.write_text(LAST_REPORT, encoding="utf-8")
    assert run("nothing.txt", "-o", str(report)) == 2
    assert report.read_text(encoding="utf-8") == LAST_REPORT
    assert "does not exist" in complaint(capsys)


def test_a_bad_file_among_good_ones_gets_its_sentence(capsys: Streams) -> None:
    assert run("nothing.txt", LAW) == 2
    out, err = capsys.readouterr()
    assert out.startswith("LAW ON FOREIGNERS")
    assert err == "annotate: nothing.txt does not exist: check the name and the folder.\n"


def test_stopped_work_leaves_the_output_as_it_was(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> Annotation:
        raise KeyboardInterrupt

    monkeypatch.setattr(annotating, "annotate", stop)
    report = tmp_path / "report.txt"
    report.write_text(LAST_REPORT, encoding="utf-8")
    assert run(BILL, "-o", str(report)) == 130
    assert report.read_text(encoding="utf-8") == LAST_REPORT
    assert list(tmp_path.iterdir()) == [report]
    assert complaint(capsys) == "stopped before the end."


@pytest.mark.model
def test_a_clause_that_its_section_meets_does_not_fail(tmp_path: Path, capsys: Streams) -> None:
    law = tmp_path / "law.txt"
    search = "PORTS ACT\n\nSearch\n\n1. (1) An officer may search any person who seeks to enter.\n"
    law.write_text(search)
    assert run(str(law), "--fail-on", "blind", "--no-proposals") == 1
    law.write_text(
        f"{search}\n(2) A search of a person under this section shall be carried out in private by "
        "an officer of the same sex as the person.\n"
    )
    assert run(str(law), "--fail-on", "blind", "--no-proposals") == 0
    out, _ = capsys.readouterr()
    assert "Amendment" not in out


class Panic(BaseException):
    """As a library in Rust raises it: no ``Exception``."""


@pytest.fixture(params=[ValueError, RecursionError, MemoryError, PermissionError, Panic])
def faulty(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of an exception that the annotating of the bill, and of no other law, raises."""
    annotate = annotating.annotate

    def failing(source: object, *arguments: object, **options: object) -> Annotation:
        if getattr(source, "name", "") == BILL:
            raise request.param("the words of a law\nthat is secret")
        return annotate(source, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(annotating, "annotate", failing)
    return str(request.param.__name__)


def test_a_fault_of_the_program_is_one_sentence_that_names_the_law(
    faulty: str, capsys: Streams
) -> None:
    assert run(BILL, "--fail-on", "blind") == 3
    said = complaint(capsys)
    place = f"{faulty} in commands/annotating.py line "
    assert said.startswith(f"{BILL} brought out a fault of this program ({place}")
    assert "issue tracker" in said
    assert "secret" not in said


@pytest.mark.parametrize("command", ["baseline", "compare", "apply"])
def test_every_command_that_annotates_names_the_law_of_a_fault(
    command: str, faulty: str, tmp_path: Path, capsys: Streams
) -> None:
    decisions = tmp_path / "decisions.json"
    decisions.write_bytes(to_json(Decisions(RuledLaw("BILL", ""))))
    out = str(tmp_path / "out.json")
    more = {
        "baseline": ["-o", out],
        "compare": [LAW],
        "apply": [str(decisions), "-o", out.replace(".json", ".txt")],
    }[command]
    assert run(command, BILL, *more) == 3
    assert complaint(capsys).startswith(f"{BILL} brought out a fault of this program ({faulty} in ")
    assert list(tmp_path.iterdir()) == [decisions]


def test_after_a_fault_the_other_laws_are_reported_all_the_same(
    faulty: str, capsys: Streams
) -> None:
    assert run(LAW, BILL, LAW) == 3
    out, err = capsys.readouterr()
    assert out.count("LAW ON FOREIGNERS OF THE REPUBLIC OF TESSARIA\n") == 2
    assert err.count("\n") == 1


def test_of_several_statuses_the_highest_is_given(faulty: str, capsys: Streams) -> None:
    assert run("nothing.txt", BILL, LAW, "--fail-on", "blind") == 3
    assert run("nothing.txt", LAW, "--fail-on", "blind") == 2
    assert run(LAW, "--fail-on", "blind") == 1


def test_a_fault_leaves_the_last_report(faulty: str, tmp_path: Path, capsys: Streams) -> None:
    report = tmp_path / "report.txt"
    report.write_text(LAST_REPORT, encoding="utf-8")
    assert run(BILL, "-o", str(report)) == 3
    assert report.read_text(encoding="utf-8") == LAST_REPORT


def test_a_report_that_cannot_be_made_is_a_fault_and_leaves_no_half(
    monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    write, laws = reports.write, iter([1, 2, 3])

    def failing(annotation: object, source: object, out: object, view: object) -> None:
        write(annotation, source, out, view)  # type: ignore[arg-type]
        if next(laws) == 2:
            raise KeyError("law")

    monkeypatch.setattr(reports, "write", failing)
    assert run(LAW, BILL, LAW) == 3
    out, err = capsys.readouterr()
    assert "BORDER" not in out
    assert out.count("\n\n\nLAW ON FOREIGNERS OF THE REPUBLIC OF TESSARIA\n") == 1
    assert err.startswith(f"annotate: {BILL} brought out a fault of this program (KeyError in ")


def test_the_traceback_is_shown_to_who_asks_for_it(
    faulty: str, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANNOTATE_DEBUG", "1")
    assert run(BILL) == 3
    _, err = capsys.readouterr()
    assert err.startswith("Traceback (most recent call last):\n")
    assert "the words of a law" in err


@pytest.mark.parametrize(
    ("arguments", "inside"),
    [
        (["templates", "list"], "annotator.library.load_library"),
        (["templates", "show", "search-record"], "annotator.library.load_library"),
        (["templates", "check", "search"], "annotator.library.load_library"),
        (["commitments", "AL"], "annotator.bindings.countries.find_country"),
        (["rounds", "list"], "annotator.rounds.store.Store"),
    ],
)
def test_a_fault_of_any_command_has_a_status_of_its_own(
    arguments: list[str], inside: str, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise IndexError("list index out of range")

    if arguments[0] == "rounds":
        pytest.importorskip("doccano_client")
    monkeypatch.setattr(inside, failing)
    assert run(*arguments) == 3
    assert complaint(capsys).startswith("The command brought out a fault of this program (IndexErr")


def test_a_fault_of_the_program_itself_shows_no_traceback() -> None:
    code = (
        "import sys; from annotator import cli; from annotator.commands import annotating; "
        "annotating.read = lambda name: 1 / 0; "
        "sys.exit(cli.main(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, LAW, "--fail-on", "blind"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.startswith(f"annotate: {LAW} brought out a fault".encode())
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("label", ["blind", "regressive", "responsive"])
def test_whether_a_law_fails_does_not_depend_on_whether_amendments_are_shown(
    label: str, tmp_path: Path, capsys: Streams
) -> None:
    law = tmp_path / "law.txt"
    for text in (Path(BILL).read_text(), Path(LAW).read_text(), PARTLY_MET):
        law.write_text(text)
        shown = run(str(law), "--fail-on", label)
        assert run(str(law), "--fail-on", label, "--no-proposals") == shown


PARTLY_MET = """PORTS ACT

Search

2. (1) An officer may search any person who seeks to leave.
(2) A search under this section shall be made by an officer of the same sex.
(3) An officer may detain a foreigner for thirty days.
(4) A woman who is pregnant shall not be detained under this section.
"""


@pytest.mark.parametrize("known", ["known.json", "main.sarif"])
def test_what_is_known_does_not_fail(known: str, tmp_path: Path, capsys: Streams) -> None:
    law, copy, earlier = (tmp_path / name for name in ("law.txt", "copy.txt", known))
    law.write_text(Path(BILL).read_text())
    if known.endswith("json"):
        assert run("baseline", str(law), "-o", str(earlier)) == 0
    else:
        assert run(str(law), "-o", str(earlier)) == 0
    fails = [part for label in FLAGGED for part in ("--fail-on", label)]
    assert run(str(law), *fails) == 1
    compared = (*fails, "--baseline", str(earlier))
    assert run(str(law), *compared) == 0
    capsys.readouterr()
    # Renumbered, with all that cites what was renumbered, and in another file.
    moved = re.sub(
        r"\b((?:[Ss]ections?|and|or) )(\d+)|^(\d+)(?=\. )",
        lambda match: f"{match[1] or ''}{int(match[2] or match[3]) + 1}",
        law.read_text(),
        flags=re.MULTILINE,
    )
    assert moved != law.read_text()
    law.unlink()
    copy.write_text(moved)
    assert run(str(copy), *compared) == 0
    assert "No finding is new against the baseline." in capsys.readouterr().out
    assert run(str(copy), LAW, *compared) == 1


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--baseline", "{}", "-o", "{}"], "is the baseline that is compared: choose another file"),
        (["--baseline", "{}", "--baseline", "{}"], "Only one --baseline can be compared"),
        (["--only-new"], "--only-new asks for what is known: add --baseline known.json."),
        (["--baseline", "nothing.json"], "nothing.json cannot be read (No such file"),
        (["--baseline", LAW], "is no baseline: name a file that `annotate baseline` wrote"),
    ],
)
def test_a_baseline_that_cannot_be_compared_is_told(
    arguments: list[str], told: str, tmp_path: Path, capsys: Streams
) -> None:
    known = tmp_path / "known.json"
    known.write_text('{"baseline": 1, "model": null, "laws": []}')
    assert run(LAW, *(one.format(known) for one in arguments)) == 2
    assert told in complaint(capsys)
