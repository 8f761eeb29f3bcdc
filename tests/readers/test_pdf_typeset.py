"""Laws of known structure, typeset by LibreOffice and read back: they are cut as their text is."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.measuring.segmentation import evaluate, read_truth
from annotator.readers import read

SHARED = Path(os.environ.get("ANNOTATE_WORLD", Path(__file__).parents[3] / "shared/world")).parent
STRUCTURE = SHARED / "structure"
#: So much of what is found in the text itself is found in the PDF.
SHARE = 0.97
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "style": "style", "text": "text", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip

pytestmark = [
    pytest.mark.skipif(not STRUCTURE.is_dir(), reason="the real laws are not on this machine"),
    pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine"),
]


def paragraphs(text: str) -> Iterator[tuple[str, bool]]:
    """The paragraphs of a law, and whether each is a heading."""
    gap = True
    for line in text.split("\n"):
        words = line.strip()
        if words:
            yield words, gap and len(words) < 110 and words[-1] not in ".;:,—" and words[0] != "("
        gap = not words


def typeset(text: str, folder: Path, *, columns: int, notes: bool, step: str) -> Path:
    """A PDF of a law with heads, feet and footnotes, in columns or with headings as notes."""
    body: list[str] = []
    heading, count = "", 0
    for words, heads in paragraphs(text):
        numbered = re.match(r"(\d+[A-Z]*)\.? +(.*)", words)
        if notes and heads and numbered:
            heading, note = f"{numbered[1]}. ", numbered[2]
            continue
        told = html.escape(heading + words)
        if heading:
            frame = (
                '<draw:frame text:anchor-type="paragraph" draw:style-name="F" svg:width="2.6cm" '
                f'svg:x="13.2cm" svg:y="0cm"><draw:text-box fo:min-height="0.4cm"><text:p '
                f'text:style-name="S">{html.escape(note)}</text:p></draw:text-box></draw:frame>'
            )
            told, heading = frame + told, ""
        elif not heads and len(words) > 80 and len(body) % 9 == 4:
            count += 1
            at = told.find(" ", 30)
            told = (
                f'{told[:at]}<text:note text:note-class="footnote"><text:note-citation>{count}'
                "</text:note-citation><text:note-body><text:p text:style-name='S'>Amended by Act "
                f"No. {count} of 2001.</text:p></text:note-body></text:note>{told[at:]}"
            )
        body.append(f'<text:p text:style-name="{"H" if heads else "P"}">{told}</text:p>')
    path = folder / "law.fodt"
    path.write_text(_document("".join(body), columns, notes, step), encoding="utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, path],
        check=True, capture_output=True, timeout=1200,
    )  # fmt: skip
    return folder / "law.pdf"


def _style(name: str, size: int, more: str = "", paragraph: str = "") -> str:
    return (
        f'<style:style style:name="{name}" style:family="paragraph"><style:paragraph-properties '
        f'fo:text-align="justify" {paragraph}/><style:text-properties fo:font-size="{size}pt" '
        f'fo:language="en" fo:country="GB" fo:hyphenate="true" {more}/></style:style>'
    )


def _document(body: str, columns: int, notes: bool, step: str) -> str:
    size = 8 if columns > 1 else 10
    return f"""<?xml version="1.0"?><office:document {SPACES} office:version="1.2"
office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>
{_style("P", size, paragraph=step)}{_style("S", 7)}
{_style("H", size, 'fo:font-weight="bold"', step)}
<style:style style:name="F" style:family="graphic"><style:graphic-properties
style:wrap="run-through" style:horizontal-pos="from-left" style:horizontal-rel="paragraph"
style:vertical-pos="from-top" style:vertical-rel="paragraph" fo:padding="0cm" fo:border="none"/>
</style:style><style:style style:name="C" style:family="section"><style:section-properties>
<style:columns fo:column-count="{columns}" fo:column-gap="0.6cm"/></style:section-properties>
</style:style><style:page-layout style:name="L"><style:page-layout-properties
fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-left="3cm"
fo:margin-right="{5 if notes else 2}cm" fo:margin-top="2cm" fo:margin-bottom="2cm"/>
<style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style>
</style:page-layout></office:automatic-styles><office:master-styles><style:master-page
style:name="Standard" style:page-layout-name="L"><style:header><text:p text:style-name="S">Laws of
Arden<text:tab/>Act 14 of 1976</text:p></style:header><style:footer><text:p>Page
<text:page-number/></text:p></style:footer></style:master-page></office:master-styles><office:body>
<office:text><text:section text:name="x" text:style-name="C">{body}</text:section></office:text>
</office:body></office:document>"""


@pytest.mark.parametrize(
    ("law", "columns", "notes", "step"),
    [
        ("GB-2002-state-pension-credit-act", 2, False, 'fo:margin-bottom="0.1cm"'),
        ("KE-1976-wildlife-act", 1, True, 'fo:margin-bottom="0.2cm"'),
        ("RW-2013-law-extradition", 2, False, 'fo:text-indent="0.5cm"'),
        ("AU-1946-immigration-guardianship-of-children-act", 1, False, ""),
    ],
)
def test_a_law_is_cut_as_its_text_is(
    law: str, columns: int, notes: bool, step: str, tmp_path: Path
) -> None:
    text = (STRUCTURE / f"{law}.txt").read_text(encoding="utf-8")
    truth = read_truth(STRUCTURE / f"{law}.jsonl")
    made = read(typeset(text, tmp_path, columns=columns, notes=notes, step=step))
    own = evaluate("text", text, truth).provisions[2]
    assert evaluate("pdf", made.text, truth).provisions[2] >= SHARE * own
