"""The commands as `make` runs them: exit status, sentences, and nothing half-written."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.training.__main__ import main
from annotator.training.steps import Work


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command where no law can be had, with a work folder of its own."""
    monkeypatch.setenv("CORPORA_MIRROR", str(tmp_path / "empty"))
    monkeypatch.chdir(Path(__file__).parents[2])

    def invoke(*arguments):
        return CliRunner().invoke(main, ["--work", str(tmp_path / "work"), *arguments])

    return invoke


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose real laws nobody has labelled yet, as the working directory."""
    (tmp_path / "corpora" / "annotations").mkdir(parents=True)
    (tmp_path / "corpora" / "laws.yaml").write_text("[]\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "corpora"


ONE_READER = {
    "law": "X-1",
    "number": "1",
    "sha256": "0" * 64,
    "label": "blind",
    "issues": ["search"],
    "annotators": ["ana"],
    "votes": [{"annotator": "ana", "label": "blind", "issues": ["search"]}],
}


@pytest.mark.parametrize("decisions", ["", json.dumps(ONE_READER) + "\n"])
def test_agreement_that_nothing_measures_is_said(fresh: Path, decisions: str) -> None:
    (fresh / "annotations" / "round-1.jsonl").write_text(decisions)
    result = CliRunner().invoke(main, ["agreement"])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "0 clauses judged twice, 0 of them adjudicated",
        "Not measured: no clause in corpora/annotations has two votes, or all have the same label.",
    ]


def test_agreement_is_measured_of_the_folder_that_is_named(tmp_path: Path) -> None:
    readers = [
        {"annotator": name, "label": "blind", "issues": ["search"]} for name in ("ana", "ben")
    ]
    (tmp_path / "round.jsonl").write_text(json.dumps(ONE_READER | {"votes": readers}) + "\n")

    result = CliRunner().invoke(main, ["agreement", str(tmp_path)])

    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[0] == "1 clauses judged twice, 0 of them adjudicated"


def test_the_data_sheet_of_fresh_corpora_says_so_too(fresh: Path) -> None:
    result = CliRunner().invoke(main, ["datasheet"])
    assert result.exit_code == 0, result.output
    assert "| label | not measured |" in (fresh / "README.md").read_text()


def test_too_few_joined_stops_with_a_sentence_and_writes_nothing(run, tmp_path):
    result = run("corpora")
    assert result.exit_code == 2
    assert "labels of real laws joined their text" in result.stderr
    assert "97% of the labels are needed" in result.stderr
    assert not (tmp_path / "work").exists()


def test_partial_goes_on_with_what_there_is(run, tmp_path):
    result = run("corpora", "--partial")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "work" / "examples.jsonl").stat().st_size > 100_000


def test_what_was_joined_before_stays_where_the_next_time_too_little_does(run, tmp_path):
    run("corpora", "--partial")
    before = (tmp_path / "work" / "examples.jsonl").read_bytes()
    assert run("corpora").exit_code == 2
    assert (tmp_path / "work" / "examples.jsonl").read_bytes() == before


def test_a_change_of_the_config_has_a_name_and_a_value(run):
    result = run("train", "--set", "epochs")
    assert result.exit_code == 2
    assert "not like training.max_epochs=4" in result.stderr


def test_a_training_begins_where_it_is_told_to(run, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(Work, "gather", lambda *_, **__: None)
    monkeypatch.setattr(Work, "train", lambda _, __, ___, changes, **____: asked.append(changes))
    assert run("train", "--from", str(tmp_path)).exit_code == 0
    assert run("train").exit_code == 0
    assert asked == [{"initialize.after_init.trained": str(tmp_path)}, {}]
    refused = run("train", "--from", str(tmp_path / "none"))
    assert refused.exit_code == 2
    assert "does not exist" in refused.output


def test_labelled_laws_of_ones_own_are_measured_with_what_ships(run, tmp_path):
    laws = tmp_path / "laws"
    laws.mkdir()
    (laws / "act.txt").write_text("1. An officer may search any person.\n\n2. This is the Act.\n")
    labels = tmp_path / "labels.jsonl"
    rows = [{"law": "act", "number": "2", "label": "neutral"}, {"law": "act", "number": "9"}]
    labels.write_text("".join(json.dumps({"label": "blind"} | row) + "\n" for row in rows))

    result = run("evaluate", "--laws", str(laws), "--labels", str(labels))

    assert result.exit_code == 0, result.output
    assert result.output.startswith(
        "1 of 2 labels joined their clause; not so act 9 (no clause with this number).\n"
    )
    assert "neutral falsely flagged" in result.output
    assert not (tmp_path / "work").exists()


def test_laws_of_ones_own_need_their_labels(run, tmp_path):
    result = run("evaluate", "--laws", str(tmp_path))
    assert result.exit_code == 2
    assert "needs --labels (LABELS)" in result.stderr


def test_nothing_is_exported_before_anything_is_trained(run, tmp_path):
    pytest.importorskip("torch", reason="needs the extra `train`")
    result = run("export")
    assert result.exit_code == 2
    assert "holds no trained pipeline; run `make train` first." in result.stderr
    assert not (tmp_path / "work").exists()
