"""Laws as PDF: the words of their pages, in the order in which they are read.

pdfium tells every letter and where it stands; all else is told from that, page by page: ``words``,
the ``rows`` and ``columns`` that they make, what stands in the ``margins`` and at the ``edges``,
and which lines are one of the ``paragraphs`` of the law.
"""

from __future__ import annotations

from annotator.readers.intake import Intake
from annotator.source import Source

_WITHIN = 1024


def claims(intake: Intake) -> bool:
    """Whether the file says that it is a PDF, as it may behind some other bytes."""
    opening = intake.data[:_WITHIN]
    if opening.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(b"%pdf"):
        return True
    return b"%PDF-" in opening and b"\nstartxref" in intake.data.replace(b"\r", b"\n")


def read(intake: Intake) -> Source:
    """Read the law that its pages show.

    Raises:
        InputError: it is locked, damaged, or a scan without text; or its words are not in English.
    """
    # Imported here: start-up is precious. While the file is opened, the rest is.
    from annotator.readers.pdf.apart import read_apart

    with read_apart(intake) as document:
        from annotator.readers.pdf.reading import read_pages

        return read_pages(intake, document)
