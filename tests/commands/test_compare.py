"""`annotate compare`: what became of a law from one version to the next."""

from __future__ import annotations

import io
import json
import shutil
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from annotator.cli import main
from annotator.commands import annotating
from annotator.comparison import WORSE, from_json
from annotator.schema import Annotation, Source
from tests.cli.running import BILL, complaint, sentence
from tests.comparing.versions import version
from tests.writers.comparison.made import ISSUES, NEW, OLD

Streams = pytest.CaptureFixture[str]
ACT = BILL.replace("bill", "act")
LABELS = {
    "old.txt": {"1(1)": "blind", "2(2)": "responsive"},
    "new.txt": {"1(1)": "responsive", "2": ("blind", 0.7), "4": ("regressive", 0.9)},
}


@pytest.fixture
def laws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    """Two versions in files; what is found in them no network has found."""
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")

    def found(source: Source, *more: object, **wishes: object) -> Annotation:
        one = version(source.text, LABELS[Path(source.name).name], issues=ISSUES)  # type: ignore[arg-type]
        return replace(one, law=replace(one.law, source=source.name, sha256=source.sha256))

    monkeypatch.setattr(annotating, "annotate", found)
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


def compare(*arguments: object) -> int:
    return main(["compare", *map(str, arguments)])


def test_the_report_is_printed(laws: tuple[str, str], capsys: Streams) -> None:
    assert compare(*laws) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Two versions compared: ")
    assert "Section 2(2), now Section 3(2) (Detention)\nwas responsive, is neutral" in out
    assert err == ""


def test_several_files_are_written_of_one_run(laws: tuple[str, str], tmp_path: Path) -> None:
    outputs = [tmp_path / f"changes{suffix}" for suffix in (".txt", ".json", ".html", ".docx")]
    assert compare(*laws, *(word for path in outputs for word in ("-o", path))) == 0
    starts = [path.read_bytes()[:9] for path in outputs]
    assert starts == [b"Two versi", b'{\n  "old"', b"<!doctype", starts[3]]
    assert starts[3].startswith(b"PK")
    assert from_json(outputs[1].read_bytes()).counts["added"] == 1
    # Another run takes their places.
    assert compare(*laws, *(word for path in outputs for word in ("-o", path))) == 0


def test_none_is_written_where_one_cannot_be(
    laws: tuple[str, str], tmp_path: Path, capsys: Streams
) -> None:
    whole, missing = tmp_path / "a.txt", tmp_path / "nowhere" / "a.json"
    assert compare(*laws, "-o", whole, "-o", missing) == 2
    assert "cannot be written" in complaint(capsys)
    assert not whole.exists()


@pytest.mark.parametrize("kind", ["json", "html"])
def test_a_format_may_be_named(laws: tuple[str, str], capsys: Streams, kind: str) -> None:
    assert compare(*laws, "--format", kind) == 0
    assert capsys.readouterr().out.startswith({"json": "{", "html": "<!doctype html>"}[kind])


@pytest.mark.parametrize(
    ("fail_on", "status"),
    [(WORSE[0], 1), (WORSE[1], 1), (WORSE[2], 1), (None, 0)],
)
def test_a_build_fails_on_what_is_worse(
    laws: tuple[str, str], fail_on: str | None, status: int
) -> None:
    assert compare(*laws, *(("--fail-on", fail_on) if fail_on else ())) == status
    backwards = compare(*reversed(laws), "--fail-on", "new-regressive")
    assert backwards == 0


def test_a_build_fails_on_what_was_reworded_where_it_is_asked_to(
    laws: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert compare(*laws, "--fail-on", "reworded") == 0
    monkeypatch.setitem(LABELS["old.txt"], "3", "regressive")
    assert compare(*laws, "--fail-on", "reworded") == 1
    assert compare(*laws, "--fail-on", "new-regressive") == 0


def test_a_build_passes_over_what_is_not_so_sure(laws: tuple[str, str]) -> None:
    options = ("--fail-on", "new-blind", "--min-confidence")
    assert compare(*laws, *options, "0.6") == 1
    assert compare(*laws, *options, "0.8") == 0


def test_the_files_are_there_though_the_build_fails(laws: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "changes.json"
    assert compare(*laws, "-o", path, "--fail-on", "new-regressive") == 1
    assert json.loads(path.read_bytes())["turns"][0]["kind"] == "new-regressive"


def test_neither_version_is_written_over(laws: tuple[str, str], capsys: Streams) -> None:
    for law in laws:
        before = Path(law).read_bytes()
        assert compare(*laws, "-o", law, "--overwrite") == 2
        assert complaint(capsys) == f"{law} is one of the two versions: choose another file."
        assert Path(law).read_bytes() == before


def test_what_is_not_ours_is_not_written_over(
    laws: tuple[str, str], tmp_path: Path, capsys: Streams
) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("My notes.\n", encoding="utf-8")
    assert compare(*laws, "-o", notes) == 2
    assert "is not a report of annotate" in complaint(capsys)
    assert notes.read_text(encoding="utf-8") == "My notes.\n"
    assert compare(*laws, "-o", notes, "--overwrite") == 0


def test_both_cannot_be_read_from_standard_input(capsys: Streams) -> None:
    assert compare("-", "-") == 2
    assert complaint(capsys).startswith("Only one of the two versions can come from standard input")


def test_one_may_be(
    laws: tuple[str, str], monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    LABELS["standard input"] = LABELS["new.txt"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(NEW.encode())))
    assert compare(laws[0], "-") == 0
    assert "New:  standard input" in capsys.readouterr().out


def test_a_file_that_is_missing_is_named(laws: tuple[str, str], capsys: Streams) -> None:
    assert compare(laws[0], "nowhere.txt", "--format", "json") == 2
    assert "nowhere.txt" in complaint(capsys)


def test_one_law_is_not_enough(laws: tuple[str, str], capsys: Streams) -> None:
    assert compare(laws[0]) == 2
    assert "Missing argument 'NEW'" in complaint(capsys)


@pytest.mark.parametrize("suffix", [".pdf", ".xlsx", ".csv", ".sarif"])
def test_a_suffix_that_no_comparison_has_is_refused(
    laws: tuple[str, str], capsys: Streams, suffix: str
) -> None:
    assert compare(*laws, "-o", f"changes{suffix}") == 2
    assert "choose another suffix" in complaint(capsys)


@pytest.mark.model
def test_two_formats_of_one_law_are_one_law(tmp_path: Path, capsys: Streams) -> None:
    word = tmp_path / "bill.docx"
    assert main([BILL, "-o", str(word), "--no-proposals", "--no-style"]) == 0
    markdown = tmp_path / "bill.md"
    shutil.copy(BILL, markdown)
    capsys.readouterr()
    assert compare(BILL, word, "--format", "json") == 0
    counts = from_json(capsys.readouterr().out.encode()).counts
    assert (counts["added"], counts["removed"], counts["changed"]) == (0, 0, 0)


@pytest.mark.model
def test_the_examples_as_they_are(capsys: Streams) -> None:
    assert compare(BILL, ACT, "--fail-on", "new-regressive") == 1
    out, err = capsys.readouterr()
    assert "Section 14(3) (Work permit)\nis regressive" in out
    assert err == ""


def test_what_is_to_be_known_is_said(laws: tuple[str, str], capsys: Streams) -> None:
    LABELS["bees.txt"] = {}
    other = Path(laws[0]).with_name("bees.txt")
    other.write_text("1. Bees are kept far from a road.\n2. Honey is sold by weight.\n", "utf-8")
    assert compare(laws[0], other) == 0
    assert sentence(capsys.readouterr().err).startswith(
        "These are hardly two versions of one law: of the words of the shorter one, "
    )
