"""A Word document on the desk: opened for the amendments of its law, and packed again."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from annotator.lang import language
from annotator.schema import Annotation, Source
from annotator.word.package import Package
from annotator.word.repacking import repacked
from annotator.word.view import WordView
from annotator.writers.docx.amending import Amending
from annotator.writers.docx.changes import Terrain
from annotator.writers.docx.clean import clean
from annotator.writers.docx.document import Document
from annotator.writers.docx.indents import Indents
from annotator.writers.docx.macros import has_macros, is_plain, plain
from annotator.writers.docx.models import Models
from annotator.writers.docx.redline import RedlineWriter


def document_of(annotation: Annotation, source: Source) -> Document:
    """The drafter's own document; of a law in another format one that is made of it."""
    if source.format == "docx" and source.original:
        return Document(source.original, source.name, source.text, source.origins.runs)
    return clean(annotation, source)


class Manuscript:
    """A document with what amends it.

    Args:
        document: that is given back.
        annotation: of the law in it.
        author: whose the changes are.
        date: of the changes, as ``2026-11-29T20:15:00Z``.

    Raises:
        InputError: the document is damaged.
    """

    def __init__(self, document: Document, annotation: Annotation, author: str, date: str) -> None:
        self._document = document
        self.name = document.name
        self.package = Package(document.data, document.name)
        self.paragraphs = WordView(self.package).paragraphs
        self.terrain = Terrain(document.text, document.runs, self.paragraphs)
        self.writer = RedlineWriter(self.package.document, self.paragraphs, author, date)
        indents = Indents(self.package)
        models = Models(self.paragraphs, indents.of, indents.look)
        repealed = language(annotation.law.language).margin.REPEALED
        self.amending = Amending(annotation, self.terrain, self.writer, models, repealed)

    def packed(self, comments: etree._Element | None = None) -> bytes:
        """The document as it is now, without macros.

        Args:
            comments: the root of the part of the comments, where that is another.
        """
        return self._plain(
            repacked(self._document.data, self.package.main, self.package.document, comments)
        )

    def untouched(self) -> bytes:
        """The document as it came, without macros."""
        return self._plain(self._document.data)

    def _plain(self, data: bytes) -> bytes:
        main = self.package.main
        return data if is_plain(data, main) else plain(data, main)

    def warnings(self) -> Iterator[str]:
        """Sentences on what the document cannot do that is written."""
        if has_macros(self._document.data, self.package.main):
            yield f"{self.name} has macros: the Word document that is written has none of them."
        if self.package.protected:
            yield (
                f"{self.name} is protected against changes, and so is the Word document that is "
                "written: stop the protection in Word (Review, Restrict Editing) before changes "
                "can be accepted."
            )
