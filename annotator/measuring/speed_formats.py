"""The part ``formats`` of the bench: what each format costs, to read and to write.

One law of 900 clauses in every format that is read, from start to report, each in a process of its
own; and its result in every format that is written, one after another in one process. The law is
that of the bench. What it is not printed in by the program itself LibreOffice makes of its page; a
machine without that leaves the format out, and says so.
"""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from annotator.measuring.speed import LARGE, Tell, as_law, in_process, mixed, worker, written

_SECONDS = 600
#: Formats that the program writes and reads, by suffix: of them the files are its own.
_OWN = {"docx": "docx", "xml": "akn"}


def formats(
    corpora: Path, work: Path, program: Path, tell: Tell, size: int = LARGE
) -> Iterator[str]:
    """Read and write the law in every format, and give the table, line by line.

    Args:
        corpora: whose written clauses make the law.
        work: where its files are put.
        program: the Python of a drafter's environment.
        tell: is told what is measured next.
        size: how many clauses the law has.
    """
    folder = work / "bench" / "formats"
    folder.mkdir(parents=True, exist_ok=True)
    law = folder / "law.txt"
    law.write_text(as_law(mixed(written(corpora), size)), encoding="utf-8")
    tell("the law is put into each format")
    files = _files(law, program)
    yield f"  A law of {size} clauses, from start to report"
    for name, path in sorted(files.items()):
        tell(f"{name} is read")
        yield _read_row(name, path, program) if path else f"  {name:<12}  not made here"
    tell("its result is written in each format")
    reported = in_process(program, worker("writing", law)).reported
    yield "  Its result, written"
    for name in _names(reported):
        size_ = reported[f"bytes {name}"] / 1000
        yield f"  {name:<12}{reported[f'seconds {name}']:8.2f} s{size_:10.0f} kB"


def _files(law: Path, program: Path) -> dict[str, Path | None]:
    """The law in each format; None where it could not be made on this machine."""
    page = law.with_suffix(".html")
    page.write_text(as_page(law.read_text(encoding="utf-8")), encoding="utf-8")
    rows = law.with_suffix(".json")
    rows.write_text(as_rows(law.read_text(encoding="utf-8")), encoding="utf-8")
    made: dict[str, Path | None] = {"txt": law, "html": page, "json": rows}
    for suffix, format_ in _OWN.items():
        path = law.with_suffix(f".{suffix}")
        in_process(
            program,
            ["-m", "annotator", str(law), "--no-proposals", "--format", format_, "-o", str(path)],
        )
        made[format_] = path
    made["pdf"] = _as_pdf(page)
    return made


def as_page(law: str) -> str:
    """A law as a plain web page, a paragraph a line."""
    lines = "\n".join(f"<p>{html.escape(line)}</p>" for line in law.split("\n") if line.strip())
    return f"<!doctype html>\n<html lang='en'><body>\n{lines}\n</body></html>\n"


def as_rows(law: str) -> str:
    """A law of numbered sections as a database of laws keeps it."""
    title, *sections = (part for part in law.split("\n\n") if part.strip())
    rows = []
    for heading, text in zip(sections[::2], sections[1::2], strict=True):
        number, _, content = text.strip().partition(". ")
        rows.append({"section": number, "title": heading.strip(), "content": content})
    return json.dumps({"title": title, "provisions": rows})


def _as_pdf(page: Path) -> Path | None:
    office = shutil.which("soffice")
    if office is None:
        return None
    arguments = [office, "--headless", "--convert-to", "pdf:writer_web_pdf_Export"]
    arguments += ["--outdir", str(page.parent), str(page)]
    done = subprocess.run(arguments, capture_output=True, timeout=_SECONDS, check=False)  # noqa: S603
    path = page.with_suffix(".pdf")
    return path if done.returncode == 0 and path.exists() else None


def _read_row(name: str, path: Path, program: Path) -> str:
    read = in_process(program, worker("reading", path)).reported
    run = in_process(program, ["-m", "annotator", str(path)])
    return (
        f"  {name:<12}{run.seconds:8.2f} s{run.megabytes:8.0f} MB   read in "
        f"{read['seconds']:.2f} s, {read['clauses']:.0f} clauses, "
        f"{path.stat().st_size / 1000:.0f} kB"
    )


def _names(reported: dict[str, float]) -> Iterator[str]:
    return (key.removeprefix("bytes ") for key in reported if key.startswith("bytes "))
