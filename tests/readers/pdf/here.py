"""A PDF read in this process, so that a test may change what bounds it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from annotator.readers.intake import Intake
from annotator.readers.pdf import apart
from annotator.readers.pdf.document import OpenPage, PdfFile, opened


class PdfHere:
    """Stands for the process that has a PDF open."""

    def __init__(self, file: PdfFile) -> None:
        self._file, self.title = file, file.title

    def open(self) -> None:
        """It is open."""

    def pages(self) -> Iterator[OpenPage]:
        return self._file.pages()


@contextmanager
def read_here(intake: Intake) -> Iterator[PdfHere]:
    with opened(intake) as file:
        yield PdfHere(file)


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """PDFs are read in this process."""
    monkeypatch.setattr(apart, "read_apart", read_here)
