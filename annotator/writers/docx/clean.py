"""A clean Word document of a law that came in another format.

Its title and headings are of Word's own styles, each provision is a paragraph that hangs from its
number as the law prints it. Page numbers and other furniture between provisions are left out.
"""

from __future__ import annotations

from lxml import etree

from annotator.expressions import expression
from annotator.schema import Annotation, Source
from annotator.source import Runs
from annotator.writers.blocks import Block, blocks
from annotator.writers.docx.document import Document
from annotator.writers.docx.pages import INDENT, paragraph, word_file

_PARTS = expression(r"\s+|\S+")


def clean(annotation: Annotation, source: Source) -> Document:
    """A document that says what the law says, and the way from the law's text to it."""
    runs = Runs()
    at, end = 0, 0
    made: list[etree._Element] = []
    for block in blocks(annotation, source.text):
        if made:
            runs.add(block.start - end, at, at + 1)
            at += 1
        else:
            runs.add(block.start, 0, 0)
        words = _set(block, source.text, runs, at)
        made.append(_paragraph(block, words))
        at, end = at + len(words), block.end
    runs.add(len(source.text) - end, at, at)
    return Document(word_file(made), source.name, source.text, runs)


def _set(block: Block, text: str, runs: Runs, at: int) -> str:
    """The words of a block on one line, each with its way there."""
    said: list[str] = []
    for part in _PARTS.finditer(text, block.start, block.end):
        blank = part[0].isspace()
        words = ("\t" if part.end() in block.numbers else " ") if blank else part[0]
        runs.add(len(part[0]), at, at + len(words))
        said.append(words)
        at += len(words)
    return "".join(said)


def _paragraph(block: Block, words: str) -> etree._Element:
    if block.kind != "words" or not block.level:
        return paragraph([(words, False)], _style(block))
    hanging = INDENT * len(block.numbers)
    return paragraph([(words, False)], "Provision", left=INDENT * block.level, hanging=hanging)


def _style(block: Block) -> str:
    """The name of Word's own style for it; empty for plain words."""
    if block.kind == "words":
        return ""
    return f"Heading{block.level}" if block.kind == "heading" else block.kind.capitalize()
