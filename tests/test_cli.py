"""The command line as a drafter uses it: reports, exit statuses, a sentence for each mishap."""

import json
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from annotator import __version__, cli
from annotator.cli import main
from annotator.pipeline import pipeline_name
from annotator.schema import FLAGGED, Annotation, from_json

EXAMPLES = Path(__file__).parents[1] / "examples"
BILL = str(EXAMPLES / "border-management-bill.txt")
LAW = str(EXAMPLES / "foreigners-law.txt")

Streams = pytest.CaptureFixture[str]


def run(*arguments: str) -> int:
    return main(list(arguments))


def annotated(streams: Streams, *arguments: str) -> Annotation:
    assert run(*arguments, "--format", "json") == 0
    return from_json(streams.readouterr().out.encode())


def complaint(streams: Streams) -> str:
    """The one sentence on standard error; nothing may be on standard output."""
    out, err = streams.readouterr()
    assert out == ""
    assert err.startswith("annotate: ")
    assert err.count("\n") == 1
    return err.removeprefix("annotate: ").strip()


def test_a_law_gives_a_report_and_nothing_else(capsys: Streams) -> None:
    assert run(BILL) == 0
    out, err = capsys.readouterr()
    assert out.startswith("BORDER MANAGEMENT BILL\n")
    assert "Section 10(1)  Search\n" in out
    assert err == ""


def test_a_report_in_a_pipe_is_80_columns_wide_without_colour(capsys: Streams) -> None:
    run(BILL)
    out, _ = capsys.readouterr()
    assert "\x1b" not in out
    assert max(len(line) for line in out.split("\n")) == 80


def test_json_holds_every_clause(capsys: Streams) -> None:
    annotation = annotated(capsys, BILL)
    assert annotation.law.title == "BORDER MANAGEMENT BILL"
    assert len(annotation.findings) == annotation.scorecard.clauses == 45


def test_several_laws_are_a_report_after_another(capsys: Streams) -> None:
    assert run(BILL, LAW) == 0
    out, _ = capsys.readouterr()
    assert out.index("BORDER MANAGEMENT BILL") < out.index("LAW ON FOREIGNERS")


def test_several_laws_in_json_are_a_line_each(capsys: Streams) -> None:
    assert run(BILL, LAW, "--format", "json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["law"]["source"] for line in lines] == [BILL, LAW]


def test_a_label_and_an_issue_narrow_what_is_shown(capsys: Streams) -> None:
    blind = annotated(capsys, BILL, "--label", "blind")
    assert {finding.label for finding in blind.findings} == {"blind"}
    issue = blind.findings[0].issues[0].issue
    narrowed = annotated(capsys, BILL, "--label", "blind", "--issue", issue)
    assert 0 < len(narrowed.findings) < len(blind.findings)
    assert all(issue in {raised.issue for raised in one.issues} for one in narrowed.findings)


def test_min_confidence_leaves_out_what_is_less_sure(capsys: Streams) -> None:
    sure = annotated(capsys, BILL, "--min-confidence", "0.9")
    assert all(finding.confidence >= 0.9 for finding in sure.findings)


def test_all_shows_neutral_clauses_too(capsys: Streams) -> None:
    run(BILL, "--all", "--no-proposals")
    assert "\nneutral " in capsys.readouterr().out


def test_no_proposals_proposes_nothing(capsys: Streams) -> None:
    annotation = annotated(capsys, BILL, "--no-proposals")
    assert not any(finding.proposals for finding in annotation.findings)


def test_a_jurisdiction_says_what_binds_the_country(capsys: Streams) -> None:
    annotation = annotated(capsys, BILL, "--jurisdiction", "Albania")
    assert annotation.law.jurisdiction == "AL"
    cited = [p.citations for f in annotation.findings for p in f.proposals if p.citations]
    order = ["binds", "undertaken", "unknown", "guidance"]
    for citations in cited:
        places = [order.index(citation.status) for citation in citations]
        assert places == sorted(places)
    assert "binds" in {citation.status for citations in cited for citation in citations}
    run(BILL, "--jurisdiction", "AL")
    assert "(binds Albania" in capsys.readouterr().out


def test_the_report_ends_with_the_law_as_a_whole(capsys: Streams) -> None:
    run(BILL)
    out, _ = capsys.readouterr()
    assert "WHO level 1 of 5, gender-unequal" in out
    assert "Pregnant and nursing women are not detained save as the very last resort" in out
    assert "After section 19 insert:" in out
    run(BILL, "--no-overview")
    out, _ = capsys.readouterr()
    assert "WHO level" not in out
    assert "The law as a whole" not in out


def test_flagged_clauses_have_evidence_and_neutral_ones_none(capsys: Streams) -> None:
    annotation = annotated(capsys, BILL)
    assert any(finding.evidence for finding in annotation.findings)
    assert not any(f.evidence for f in annotation.findings if f.label not in FLAGGED)


def test_fail_on_tells_by_the_exit_status(capsys: Streams) -> None:
    assert run(BILL, "--fail-on", "blind") == 1
    assert run(BILL, "--fail-on", "blind", "--issue", "nationality") == 0


def test_output_goes_to_a_file_and_nowhere_else(tmp_path: Path, capsys: Streams) -> None:
    report = tmp_path / "report.json"
    assert run(BILL, "--format", "json", "-o", str(report)) == 0
    assert capsys.readouterr() == ("", "")
    assert from_json(report.read_bytes()).scorecard.clauses == 45


def test_a_law_that_cannot_be_read_leaves_the_last_report(tmp_path: Path, capsys: Streams) -> None:
    report = tmp_path / "report.txt"
    report.write_text("old")
    assert run("nothing.txt", "-o", str(report)) == 2
    assert report.read_text() == "old"
    assert "does not exist" in complaint(capsys)


def test_a_bad_file_among_good_ones_gets_its_sentence(capsys: Streams) -> None:
    assert run("nothing.txt", LAW) == 2
    out, err = capsys.readouterr()
    assert out.startswith("LAW ON FOREIGNERS")
    assert err == "annotate: nothing.txt does not exist: check the name and the folder.\n"


def test_a_text_that_is_no_law_is_refused(tmp_path: Path, capsys: Streams) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Anna,\n\nthank you for the book that you sent. It was read at once.\n")
    assert run(str(letter)) == 2
    assert "letter.txt does not look like legislation: no numbered" in complaint(capsys)


def test_a_guessed_encoding_is_said_beside_the_report(tmp_path: Path, capsys: Streams) -> None:
    law = tmp_path / "law.txt"
    law.write_bytes(Path(LAW).read_text(encoding="utf-8").encode("cp1252"))
    assert run(str(law)) == 0
    out, err = capsys.readouterr()
    assert out.startswith("LAW ON FOREIGNERS")
    assert "law.txt is not UTF-8; it was read as cp1252, by guess." in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Name the file of a law, or - for standard input; see annotate --help."),
        ([BILL, "--label", "bland"], "'bland' is not one of"),
        ([BILL, "--issue", "serch"], "'serch' is not one of"),
        ([BILL, "--min-confidence", "90"], "90.0 is not in the range 0<=x<=1"),
        ([BILL, "--jurisdiction", "Maravia"], "'Maravia' is no country that is known here"),
        ([BILL, "--colour"], "No such option"),
        ([BILL, "--all", "--label", "blind"], "leave out --label"),
        ([BILL, "--fail-on", "blind", "--label", "regressive"], "can never be met"),
        ([BILL, "-o", BILL], "is one of the laws to read: choose another file."),
        ([BILL, "-o", "/nowhere/report.txt"], "cannot be written (No such file or directory)"),
        ([str(EXAMPLES)], "is a folder: name the files in it."),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(
    arguments: list[str], sentence: str, capsys: Streams
) -> None:
    assert run(*arguments) == 2
    assert sentence in complaint(capsys)


def test_stopped_work_leaves_the_output_as_it_was(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> Annotation:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "annotate", stop)
    report = tmp_path / "report.txt"
    report.write_text("old")
    assert run(BILL, "-o", str(report)) == 130
    assert report.read_text() == "old"
    assert list(tmp_path.iterdir()) == [report]
    assert complaint(capsys) == "stopped before the end."


def test_version_and_help_say_what_there_is(capsys: Streams) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"annotate {__version__}, pipeline {pipeline_name()}\n"
    assert run("--help") == 0
    text = capsys.readouterr().out
    assert text.startswith("Usage: annotate [OPTIONS] FILE...")
    assert "annotate law.txt" in text


def program(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "annotator", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,  # type: ignore[call-overload]
    )


def test_the_module_is_the_program_and_reads_standard_input() -> None:
    with Path(LAW).open("rb") as file:
        out, err = program("-", stdin=file).communicate()
    assert out.startswith(b"LAW ON FOREIGNERS\nstandard input ")
    assert err == b""


def test_a_closed_pipe_is_quiet() -> None:
    process = program(BILL)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_told_in_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "annotator", LAW],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert process.returncode == 2
    assert process.stderr.decode().startswith("annotate: the report cannot be written (No space")
    assert b"Traceback" not in process.stderr


@pytest.mark.skipif(find_spec("torch") is not None, reason="spaCy itself imports torch if it can")
def test_what_only_training_needs_is_not_imported() -> None:
    code = (
        "import sys; from annotator.cli import main; main(sys.argv[1:]);"
        "heavy = {'torch', 'transformers', 'spacy_transformers', 'sklearn'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    environment = {**os.environ, "PYTHONPATH": str(EXAMPLES.parent)}
    process = subprocess.run(
        [sys.executable, "-c", code, LAW, "-o", os.devnull],
        capture_output=True,
        check=False,
        env=environment,
    )
    assert process.stderr == b""
    assert process.returncode == 0


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


def test_templates_are_proved_from_the_command_line(capsys: Streams) -> None:
    assert run("templates", "check", "search-same-sex-officer", "identity") == 0
    assert capsys.readouterr().out.endswith("needs, no problem.\n")


def test_a_template_that_does_not_exist_is_named(capsys: Streams) -> None:
    assert run("templates", "check", "nothing") == 2
    assert "no template file named nothing" in complaint(capsys)


@pytest.fixture
def old_law(tmp_path: Path) -> str:
    path = tmp_path / "old.txt"
    lines = [f"({n}) An officer shall keep his card for {n} days.\n" for n in range(1, 9)]
    path.write_text(f"PORTS ACT\n\nOfficers\n\n1. {''.join(lines)}", encoding="utf-8")
    return str(path)


def test_gendered_drafting_is_counted_and_shown_whole_on_request(
    old_law: str, capsys: Streams
) -> None:
    assert run(old_law) == 0
    brief = capsys.readouterr().out
    assert "8 places speak of people in the masculine or by their sex (his 8)." in brief
    assert "7 more: --style shows all" in brief
    assert run(old_law, "--style") == 0
    assert capsys.readouterr().out.count("[-his-]{+the officer’s+}") == 8
    assert run(old_law, "--no-style") == 0
    assert "Drafting style" not in capsys.readouterr().out


def test_gendered_drafting_is_in_the_json_whatever_is_selected(
    old_law: str, capsys: Streams
) -> None:
    annotation = annotated(capsys, old_law, "--label", "regressive")
    assert [note.words for note in annotation.style] == ["his"] * 8
    assert annotated(capsys, old_law, "--no-style").style == ()
