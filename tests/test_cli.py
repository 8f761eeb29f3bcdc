"""The command line as a drafter uses it: what is reported, and where."""

import json
from pathlib import Path

import pytest

from annotator.schema import FLAGGED, from_json
from tests.cli.running import BILL, LAW, Streams, annotated, complaint, run


@pytest.mark.model
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
    assert len(annotation.findings) == annotation.scorecard.clauses + 1 == 45  # a lead-in


def test_several_laws_are_a_report_after_another(capsys: Streams) -> None:
    assert run(BILL, LAW) == 0
    out, _ = capsys.readouterr()
    assert out.index("BORDER MANAGEMENT BILL") < out.index("LAW ON FOREIGNERS")


def test_several_laws_in_json_are_a_line_each(capsys: Streams) -> None:
    assert run(BILL, LAW, "--format", "json") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["law"]["source"] for line in lines] == [BILL, LAW]


@pytest.mark.model
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
    assert ": neutral.\n" in capsys.readouterr().out


def test_no_proposals_proposes_nothing(capsys: Streams) -> None:
    annotation = annotated(capsys, BILL, "--no-proposals")
    assert not any(finding.proposals for finding in annotation.findings)


@pytest.mark.model
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


@pytest.mark.model
def test_the_report_ends_with_the_law_as_a_whole(capsys: Streams) -> None:
    run(BILL, "--overview")
    assert "WHO level 1 of 5, gender-unequal" in capsys.readouterr().out
    run(BILL)
    out, _ = capsys.readouterr()
    assert "WHO level" not in out
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


def test_output_goes_to_a_file_and_nowhere_else(tmp_path: Path, capsys: Streams) -> None:
    report = tmp_path / "report.json"
    assert run(BILL, "--format", "json", "-o", str(report)) == 0
    assert capsys.readouterr() == ("", "")
    assert from_json(report.read_bytes()).scorecard.clauses == 44


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


@pytest.mark.model
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


def test_who_asks_for_no_amendments_is_not_told_why_there_are_none(capsys: Streams) -> None:
    run(BILL, "--no-proposals")
    out, _ = capsys.readouterr()
    assert "No amendment" not in out
    assert "See the amendment" not in out
