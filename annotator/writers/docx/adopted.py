"""A Word document with the amendments that were accepted, and nothing else: tracked, or made.

The drafter's own document is given back so; of a law in another format one is made first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from annotator.lang import language
from annotator.lang.margin_phrases import Why
from annotator.schedule import Amendment
from annotator.schema import Annotation, Source, Struct
from annotator.word.package import Package
from annotator.word.view import WordView
from annotator.writers.docx import now
from annotator.word.settling import accept_changes, changes_of
from annotator.writers.docx.amending import Amending
from annotator.writers.docx.changes import Terrain
from annotator.writers.docx.clean import clean
from annotator.writers.docx.drafted import Document
from annotator.writers.docx.indents import Indents
from annotator.writers.docx.models import Models
from annotator.writers.docx.recording import Recorder
from annotator.writers.docx.redline import RedlineWriter
from annotator.word.repacking import repacked

#: Whose the changes are that are made at once: nobody else has this name.
_NOBODY = "\u2060annotate\u2060"


class AmendedDocument(Struct, frozen=True):
    """A document with its amendments; ``left`` are those that have no place in it, with why."""

    data: bytes
    left: dict[int, Why]


def amended_document(
    annotation: Annotation,
    source: Source,
    accept: Collection[int],
    words: Callable[[Amendment], Amendment],
    *,
    author: str,
    tracked: bool,
) -> AmendedDocument:
    """The law as a document with amendments in it.

    Args:
        annotation: of the law.
        source: the law.
        accept: the numbers of the amendments.
        words: gives an amendment in the words that are to stand there.
        author: whose the tracked changes are.
        tracked: whether they are tracked; else they stand as if they had always stood there.

    Raises:
        InputError: the document is damaged.
    """
    own = source.format == "docx" and source.original
    if own:
        document = Document(source.original, source.name, source.text, source.origins.runs)
    else:
        document = clean(annotation, source)
    if not accept:
        return AmendedDocument(document.data, {})
    package = Package(document.data, document.name)
    paragraphs = WordView(package).paragraphs
    terrain = Terrain(document.text, document.runs, paragraphs)
    root = package.document
    writer = RedlineWriter(root, paragraphs, author if tracked else _NOBODY, now())
    indents = Indents(package)
    models = Models(paragraphs, indents.of, indents.look)
    repealed = language(annotation.law.language).margin.REPEALED
    amending = Amending(annotation, terrain, writer, models, repealed)
    gaps = [gap for gap in annotation.gaps if gap.by_section]
    amending.make(annotation.findings, gaps, sorted(accept), words)
    outcomes = amending.outcomes
    left = {number: why for number in accept if (why := outcomes[number].why)}
    if not tracked:
        accept_changes(changes_of(root, _NOBODY))
        return AmendedDocument(repacked(document.data, package.main, root), left)
    made = repacked(document.data, package.main, root)
    recorder = Recorder(annotation, author)
    return AmendedDocument(recorder.recorded(made, package.main, amending, paragraphs), left)
