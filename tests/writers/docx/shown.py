"""What a document prints, numbers that are counted among it."""

from __future__ import annotations

from lxml import etree

from annotator.word.package import Package
from annotator.word.view import WordView
from tests.word.building import packed
from tests.writers.docx.oracle import parts


def printed(root: etree._Element, data: bytes) -> list[str]:
    """What each paragraph of a document prints, its number too."""
    document = etree.tostring(root)
    shown = WordView(Package(packed({**parts(data), "word/document.xml": document}), "bill.docx"))
    return [" ".join(f"{one.label} {one.text}".split()) for one in shown.paragraphs]
