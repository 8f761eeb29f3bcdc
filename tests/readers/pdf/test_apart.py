"""PDFs that make pdfium crash, fill or go on for ever, in a process of its own: one sentence."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from annotator.errors import InputError
from annotator.readers import read
from annotator.readers.intake import LIMIT, PDF_LIMIT, Intake
from annotator.readers.pdf import apart
from annotator.readers.pdf.told import PdfFailed
from tests.readers.sheets import Sheet, pdf, pdf_of

LAW = pdf([Sheet().at(72, 80, "1. An officer may search a person who enters the territory.")])
WAY_OUT = "print it to a new PDF, or give the law as plain text (.txt)."
LONG = f"law.pdf takes longer to read than any law does: {WAY_OUT}"
LARGE = (
    f"law.pdf takes more memory than any law does: {WAY_OUT}",
    f"law.pdf is damaged, or takes more memory than any law does: {WAY_OUT}",
)


def stream(said: bytes, body: bytes) -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (said, len(body), body)


def forms(deep: int, times: int) -> bytes:
    """A page of forms that draw one another, each so many times."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
        b"<< /XObject << /X 6 0 R >> >> >>",
        stream(b"", b"/X Do"),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
    ]
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s >>"
    for n in range(7, 7 + deep):
        objects.append(stream(form % (b"/XObject << /X %d 0 R >>" % n), b"/X Do " * times))
    letters = b"BT /R 9 Tf 72 700 Td (Officer) Tj ET"
    objects.append(stream(form % b"/Font << /R 5 0 R >>", letters))
    return pdf_of([*objects, b"<< >>"])


def pages(count: int) -> bytes:
    """One page, so many times."""
    words = b"BT /R 9 Tf 72 700 Td " + b"(An officer) Tj 0 -1 Td " * 3500 + b"ET"
    return pdf_of([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"3 0 R " * count, count),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources "
        b"<< /Font << /R 5 0 R >> >> >>",
        stream(b"", words),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
        b"<< >>",
    ])  # fmt: skip


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        read(data, name="law.pdf")
    return str(error.value)


@pytest.mark.parametrize("deep", [5, 25])
def test_forms_that_draw_one_another_are_refused(deep: int) -> None:
    data = forms(deep, 10)
    assert len(data) < 8_000
    assert refused(data) in LARGE


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.0)
    monkeypatch.setattr(apart, "MEMORY", 8_000_000_000)
    assert refused(forms(6, 10)) == LONG


def test_pages_without_end_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 0.5)
    monkeypatch.setattr(apart, "PER_PAGE", 0.0)
    assert refused(pages(2_900)) == LONG


def test_a_process_that_stands_still_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_START", "import time; time.sleep(600)")
    monkeypatch.setattr(apart, "SECONDS", 0.0)
    monkeypatch.setattr(apart, "_TICK", 0.01)
    assert refused(LAW) == LONG


def test_a_process_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_START", "import os; os.kill(os.getpid(), 9)")
    assert refused(LAW) in LARGE


def test_a_process_that_cannot_be_started_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert refused(LAW).startswith("law.pdf cannot be read, as no process for it can be started (")


def test_what_is_no_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_START", "print('{}')")
    assert refused(LAW) in LARGE


def test_a_name_that_is_no_text_is_told() -> None:
    with pytest.raises(InputError, match="is a damaged PDF"):
        read(b"%PDF-1.4", name="\udce4.pdf")


def test_a_fault_of_ours_is_no_fault_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    told = msgspec.json.encode(PdfFailed("ZeroDivisionError")).decode()
    monkeypatch.setattr(apart, "_START", f"print({told!r})")
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        read(LAW, name="law.pdf")


def test_the_process_ends_with_who_asked_it() -> None:
    # It has more to say than a pipe holds: it would wait without end.
    process = apart._started(Intake("law.pdf", pages(100)))
    assert process.stdin
    assert process.stdout
    process.stdout.readline()
    process.stdin.close()
    assert process.wait(timeout=600) == 1
    process.stdout.close()


def test_the_process_ends_when_the_user_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: apart.PdfApart) -> None:
        raise KeyboardInterrupt

    started = []
    start = apart._started
    monkeypatch.setattr(apart, "_started", lambda one: started.append(start(one)) or started[0])
    monkeypatch.setattr(apart.PdfApart, "_next", stop)
    with pytest.raises(KeyboardInterrupt):
        read(pages(100), name="law.pdf")
    assert started[0].returncode is not None


def test_nothing_in_the_folder_of_the_user_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('run')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert "officer" in read(LAW, name="law.pdf").text


def _tell(told: multiprocessing.connection.Connection) -> None:
    told.send(read(LAW, name="law.pdf").text)


def test_a_worker_that_may_have_no_children_reads_a_pdf() -> None:
    context = multiprocessing.get_context("spawn")
    told, send = context.Pipe(duplex=False)
    worker = context.Process(target=_tell, args=(send,), daemon=True)
    worker.start()
    send.close()
    assert "officer" in told.recv()
    worker.join()


def test_the_process_starts_with_little() -> None:
    asked = (
        "import sys, annotator.readers.pdf.child; "
        "print({'spacy', 'onnxruntime', 'numpy', 'lxml', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run(  # our own command
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


def test_a_pdf_may_have_pictures_of_more_bytes_than_a_text() -> None:
    data = (
        LAW
        + b"\n90 0 obj\n"
        + stream(b"/Type /XObject /Subtype /Image /Filter /DCTDecode", b"\xff\xd8" * (LIMIT // 2))
        + b"\nendobj\n"
        + LAW[LAW.rindex(b"startxref") :]
    )
    assert len(data) > LIMIT
    assert "officer" in read(data, name="law.pdf").text


def test_a_pdf_over_its_own_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "law.pdf"
    with path.open("wb") as file:
        file.write(LAW)
        file.truncate(PDF_LIMIT + 1)
    with pytest.raises(InputError, match="is over 200 MB"):
        read(path)
