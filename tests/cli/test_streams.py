"""Standard input, output and error, as other programs and shells leave them."""

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cli.running import BILL, EXAMPLES, LAW, Streams, in_shell, program, run, sentence


def test_the_module_is_the_program_and_reads_standard_input() -> None:
    with Path(LAW).open("rb") as file:
        out, err = program("-", stdin=file).communicate()
    assert out.startswith(b"LAW ON FOREIGNERS OF THE REPUBLIC OF TESSARIA\nstandard input ")
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
def test_what_only_training_and_corpora_need_is_not_imported() -> None:
    code = (
        "import sys; from annotator.cli import main; main(sys.argv[1:]);"
        "heavy = {'torch', 'transformers', 'spacy_transformers', 'sklearn', 'xlsxwriter'};"
        "heavy |= {'pyarrow', 'fsspec', 'psutil', 'duckdb'};"
        "heavy &= set(sys.modules);"
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


def test_a_closed_standard_output_is_told_in_one_sentence() -> None:
    for command in (f"annotate {LAW}", f"annotate {LAW} --format json", "annotate templates list"):
        status, _, err = in_shell(f"{command} >&-")
        assert status == 2
        assert sentence(err).startswith("the report cannot be written (Bad file descriptor)")


def test_with_standard_output_closed_a_file_is_written_all_the_same(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    assert in_shell(f"annotate {LAW} -o {report} >&-") == (0, "", "")
    assert report.read_text(encoding="utf-8").startswith("LAW ON FOREIGNERS")


def test_a_closed_standard_input_is_told_in_one_sentence() -> None:
    status, out, err = in_shell("annotate - <&-")
    assert (status, out) == (2, "")
    assert "standard input cannot be read" in sentence(err)


def test_a_law_on_standard_input_is_not_written_over_either(tmp_path: Path) -> None:
    law = tmp_path / "law.txt"
    law.write_bytes(Path(LAW).read_bytes())
    status, out, err = in_shell(f"annotate - -o {law} < {law}")
    assert (status, out) == (2, "")
    assert "is one of the laws to read" in sentence(err)
    assert law.read_bytes() == Path(LAW).read_bytes()


@pytest.mark.parametrize("columns", [0, 1, 20, 33])
def test_a_window_as_narrow_as_it_may_be_gets_the_report(columns: int) -> None:
    status, out, err = in_shell(f"COLUMNS={columns} annotate {LAW}")
    assert (status, err) == (0, "")
    assert out.startswith("LAW ON FOREIGNERS")


def test_a_closed_standard_error_leaves_report_and_status_as_they_are() -> None:
    status, out, _ = in_shell(f"annotate {LAW} nothing.txt 2>&-")
    assert status == 2
    assert out.startswith("LAW ON FOREIGNERS")
    assert "nothing.txt" not in out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
@pytest.mark.parametrize("command", ["commitments AL", "templates list --issue search", LAW])
def test_a_full_disk_has_the_status_of_bad_input_whatever_was_to_be_written(command: str) -> None:
    status, _, err = in_shell(f"annotate {command} >/dev/full")
    assert status == 2
    assert sentence(err) == "the report cannot be written (No space left on device)."


def test_who_reads_two_lines_gets_two_lines() -> None:
    status, out, err = in_shell(f"annotate {BILL} | head -n 2")
    assert (status, out.count("\n"), err) == (0, 2, "")


def test_a_screen_that_cannot_show_a_dash_gets_a_question_mark() -> None:
    status, out, err = in_shell(f"export PYTHONIOENCODING=ascii; annotate {LAW}")
    assert (status, err) == (0, "")
    assert "\n" + "?" * 80 + "\n" in out
    assert "?words that weighed most?" in out


def test_json_is_utf_8_whatever_the_screen() -> None:
    status, out, err = in_shell(f"export PYTHONIOENCODING=ascii; annotate {LAW} --format json")
    assert (status, err) == (0, "")
    assert "“" in out


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text here")
def test_a_law_may_bear_a_name_that_is_no_text(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_bytes(Path(LAW).read_bytes())
    for form in ("terminal", "json"):
        done = subprocess.run(
            [sys.executable, "-m", "annotator", name, "--format", form],
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
        assert b"caf?.txt" in done.stdout


def test_what_is_said_stays_on_one_line_whatever_a_file_is_called(tmp_path: Path) -> None:
    missing = tmp_path / "a\nb\x1b[2J.txt"
    _, err = program(str(missing)).communicate()
    assert "a b\ufffd[2J.txt does not exist" in sentence(err.decode())


def test_the_name_of_a_file_stays_on_one_line_of_the_report(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    law = tmp_path / "a\nb\x1b[2J.txt"
    law.write_bytes(Path(LAW).read_bytes())
    assert run(law.name) == 0
    title, origin, *_ = capsys.readouterr().out.splitlines()
    assert title == "LAW ON FOREIGNERS OF THE REPUBLIC OF TESSARIA"
    assert origin.startswith("a b\ufffd[2J.txt · ")
