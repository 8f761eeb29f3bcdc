"""What the process that runs pdfium is asked, and what it says: plain data, a line of JSON each."""

from __future__ import annotations

import msgspec

from annotator.readers.pdf.document import OpenPage


class PdfAsked(msgspec.Struct):
    """What opens the talk; so many bytes of the file come behind it.

    Args:
        name: of the file, as the user knows it.
        size: of the file, in bytes.
        memory: how many bytes may be held.
        seconds: for how long a processor may be kept busy before there is a page,
        per_page: and for how much longer with each page.
    """

    name: str
    size: int
    memory: int
    seconds: float
    per_page: float


class PdfOpened(msgspec.Struct, tag="opened"):
    """The file could be opened."""

    title: str


class PdfPage(msgspec.Struct, tag="page"):
    """The next page."""

    page: OpenPage


class PdfRefused(msgspec.Struct, tag="refused"):
    """The file is none that can be read; a sentence for the user."""

    sentence: str


class PdfFailed(msgspec.Struct, tag="failed"):
    """A fault of this program: what was raised, and where."""

    traceback: str


class PdfEnded(msgspec.Struct, tag="ended"):
    """There are no more pages."""


PdfSaid = PdfOpened | PdfPage | PdfRefused | PdfFailed | PdfEnded

#: With what status the process ends that took too much.
TOO_LONG, TOO_LARGE = 3, 4
