"""XLSX for Excel and LibreOffice: amendments to be accepted or rejected, gaps, a summary.

All is text: nothing of a law is ever a formula or a link. The same result gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import BinaryIO
from zipfile import BadZipFile

from annotator.lang import language
from annotator.request import View
from annotator.safe_zip import opened, unpacked
from annotator.schema import Annotation, Source
from annotator.writers import Result

__all__ = ["is_untouched", "write", "write_all"]

#: What a workbook says of when it was last saved; a program that saves it writes the time.
_CORE, _MOST_OF_CORE = "docProps/core.xml", 100_000


def is_untouched(file: BinaryIO) -> bool:
    """Whether a workbook is as it was written here, so that it has nobody's decisions."""
    from annotator.writers.xlsx.book import WHEN

    try:
        with opened(file) as parts:
            told = unpacked(parts, _CORE, _MOST_OF_CORE).decode(errors="replace")
    except (BadZipFile, KeyError, RuntimeError):
        return False
    return f">{WHEN:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>" in told


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the workbook of one law."""
    write_all([(annotation, source)], out, view)


def write_all(results: Sequence[Result], out: BinaryIO, view: View) -> None:
    """Write one workbook on all the laws, each of whose rows then begins with the law's title.

    Sheets: a summary; the clauses that ``view`` admits, neutral ones apart, a row for each
    amendment; what the law provides nowhere; gendered drafting, unless the view has none of it;
    all clauses, where neutral ones are asked for.
    """
    from annotator.writers.rows import Told
    from annotator.writers.xlsx.book import Book
    from annotator.writers.xlsx.sheets import all_clauses, drafting_style, findings, gaps
    from annotator.writers.xlsx.summary import summary

    titles = [annotation.law.title for annotation, _ in results]
    book = Book(language(results[0][0].law.language), titles)
    summary(book, results)
    laws = [Told(annotation, source, view) for annotation, source in results]
    findings(book, laws, view)
    if any(view.gaps_of(annotation) for annotation, _ in results):
        gaps(book, laws, view)
    if view.style != "none" and any(annotation.style for annotation, _ in results):
        drafting_style(book, laws)
    if "neutral" in view.labels:
        all_clauses(book, laws, view)
    out.write(book.finished())
