"""Takes the pictures of docs/formats.md: what goes in, and beside it what comes out.

    .venv/bin/python docs/pictures/formats.py

The sample bill is made into each of five formats, annotated, and shown beside its result: pages by
LibreOffice and pdftoppm, both put on one page that headless Chromium takes. LibreOffice draws no
comments without a window: what stands in the margin of a page is set beside it. SOFFICE, PDFTOPPM
and CHROMIUM name other programs than those on the path.
"""

from __future__ import annotations

import ctypes
import html
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
BILL = ROOT / "examples" / "border-management-bill.txt"
OFFICE = os.environ.get("SOFFICE", "soffice")
PAGES = os.environ.get("PDFTOPPM", "pdftoppm")
BROWSER = os.environ.get("CHROMIUM", "chromium")
#: Which page of the law is shown (in Word, of which the pages before grow, the second), and from
#: which words on the report is.
PAGE, PAGE_IN_WORD = 3, 2
NOTES = '{"ExportNotes": {"type": "boolean", "value": "true"}}'
FROM, LINES = "What discriminates\n\n──", 62
SHEET = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; display: flex; gap: 16px; padding: 16px; background: #eceff1 }}
figure {{ margin: 0; font: 13px sans-serif; width: 50%; height: 868px }}
figure {{ overflow: hidden; background: #fff }}
figcaption {{ padding: 6px 10px; background: #37474f; color: #fff }}
img {{ width: 100% }} figure:has(.with-margin) {{ flex: 0 0 60% }}
.with-margin {{ display: flex; align-items: start }} .with-margin img {{ width: 66% }}
aside {{ width: 34%; font: 9.5px/1.25 sans-serif; padding: 5px }}
aside p {{ margin: 0 0 5px; padding: 0 5px; background: #fdf5dc; border-left: 2px solid #c69200;
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 8; overflow: hidden;
  white-space: pre-line }} pre {{ font: 10.5px monospace; padding: 0 10px; white-space: pre-wrap }}
</style>{figures}"""


def main() -> None:
    """Take one picture for each format."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        laws = made(folder)
        for format_, law in laws.items():
            sheet = folder / f"{format_}.html.sheet.html"
            sheet.write_text(SHEET.format(figures=goes_in(law) + comes_out(law)), "utf-8")
            taken(sheet, HERE / f"format-{format_}.png")


def made(folder: Path) -> dict[str, Path]:
    """The sample bill in each format."""
    text = folder / "bill.txt"
    text.write_bytes(BILL.read_bytes())
    page = folder / "bill.html"
    lines = (html.escape(line) for line in text.read_text("utf-8").splitlines() if line.strip())
    body = "".join(f"<p>{line}</p>\n" for line in lines)
    page.write_text(f"<!doctype html><html lang=en><body>{body}</body></html>", "utf-8")
    plain = ["--no-proposals", "--label", "neutral", "--no-overview"]
    word, law = folder / "bill.docx", folder / "bill.akn"
    annotate(text, *plain, "-o", str(word))
    annotate(text, *plain, "-o", str(law))
    run(OFFICE, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(word))
    return {"txt": text, "docx": word, "pdf": folder / "bill.pdf", "html": page, "akn": law}


def goes_in(law: Path) -> str:
    """The law as somebody has it: a page of it, or its text."""
    if law.suffix in (".docx", ".pdf", ".html"):
        return figure(law.name, picture_of(law))
    text = law.read_text("utf-8")
    shown = text[text.index("\n", 3000) : 9000].strip("\n")
    return figure(law.name, f"<pre>{html.escape(shown)}</pre>")


def comes_out(law: Path) -> str:
    """The bill with its changes where Word is used, else the report."""
    if law.suffix == ".docx":
        back = law.with_name("bill.annotated.docx")
        annotate(law, "-o", str(back))
        page = picture_of(back)
        margin = "".join(f"<p>{html.escape(one)}</p>" for one in comments_on(drawn_from(back)))
        inside = f'<div class="with-margin">{page}<aside>{margin}</aside></div>'
        return figure(f"annotate {law.name} -o {back.name}", inside)
    report = law.with_suffix(f"{law.suffix}.report.txt")
    annotate(law, "-o", str(report))
    lines = report.read_text("utf-8")
    shown = lines[max(lines.find(FROM), 0) :].splitlines()[:LINES]
    return figure(f"annotate {law.name}", f"<pre>{html.escape(chr(10).join(shown))}</pre>")


def drawn_from(law: Path) -> Path:
    """The pages of which a picture of a law is taken."""
    return law if law.suffix == ".pdf" else law.with_suffix(f"{law.suffix}.pdf")


def picture_of(law: Path) -> str:
    """A page of a document, drawn."""
    pages = drawn_from(law)
    if law.suffix != ".pdf":
        out = law.parent / f"drawn-{law.suffix[1:]}-{law.stem}"
        how = f"pdf:writer_pdf_Export:{NOTES}" if law.suffix == ".docx" else "pdf"
        run(OFFICE, "--headless", "--convert-to", how, "--outdir", str(out), str(law))
        (out / f"{law.stem}.pdf").rename(pages)
    drawn = pages.with_suffix(".drawn")
    page = str(PAGE_IN_WORD if law.suffix == ".docx" else PAGE)
    options = ["-hide-annotations", "-r", "80", "-png", "-singlefile", "-f", page, "-l", page]
    run(PAGES, *options, str(pages), str(drawn))
    return f'<img src="{drawn.name}.png">'


def comments_on(pages: Path) -> Iterator[str]:
    """What the comments on the page of Word say, from its head to its foot."""
    page = pypdfium2.PdfDocument(pages)[PAGE_IN_WORD - 1]
    found = []
    for at in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, at)
        place = raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(note, place)
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_TEXT:
            found.append((-place.top, at, words_of(note)))
    return (words for _, _, words in sorted(found))


def words_of(note: raw.FPDF_ANNOTATION) -> str:
    """What a note on a page of a PDF says."""
    size = raw.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    room = (ctypes.c_ushort * (size // 2))()
    raw.FPDFAnnot_GetStringValue(note, b"Contents", room, size)
    return bytes(room).decode("utf-16-le").rstrip("\0").replace("\r", "\n")


def figure(name: str, inside: str) -> str:
    """One half of a picture, with its caption."""
    return f"<figure><figcaption>{html.escape(name)}</figcaption>{inside}</figure>"


def taken(sheet: Path, picture: Path) -> None:
    """What the browser shows of a page, as a picture."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    options += ["--disable-background-networking", "--window-size=1240,900"]
    run(BROWSER, *options, f"--screenshot={picture}", sheet.as_uri())


def annotate(law: Path, *arguments: str) -> None:
    """Run the program."""
    run(sys.executable, "-m", "annotator", str(law), *arguments)


def run(*arguments: str) -> None:
    """Run a program that must succeed."""
    subprocess.run(arguments, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


if __name__ == "__main__":
    main()
