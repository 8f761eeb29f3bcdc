"""A Word document with the amendments that were accepted, and nothing else: tracked, or made.

The drafter's own document is given back so; of a law in another format one is made first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from annotator.lang.margin_phrases import Why
from annotator.schedule import Amendment
from annotator.schema import Annotation, Source, Struct
from annotator.word.names import W
from annotator.word.record import of_package
from annotator.word.settling import accept_changes, changes_of
from annotator.writers.docx import now
from annotator.writers.docx.manuscript import Manuscript, document_of
from annotator.writers.docx.recording import Recorder

#: Whose the changes are that are made at once: nobody else has this name.
_NOBODY = "\u2060annotate\u2060"


class AmendedDocument(Struct, frozen=True):
    """A document with its amendments; ``left`` are those that have no place in it, with why.

    ``warnings`` are sentences on what the document cannot do.
    """

    data: bytes
    left: dict[int, Why]
    warnings: tuple[str, ...] = ()


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
    document = document_of(annotation, source)
    manuscript = Manuscript(document, annotation, author if tracked else _NOBODY, now())
    warnings = tuple(manuscript.warnings())
    if not accept:
        return AmendedDocument(manuscript.untouched(), {}, warnings)
    amending = manuscript.amending
    gaps = [gap for gap in annotation.gaps if gap.by_section]
    amending.make(annotation.findings, gaps, sorted(accept), words)
    outcomes = amending.outcomes
    left = {number: why for number in accept if (why := outcomes[number].why)}
    if not tracked:
        accept_changes(changes_of(manuscript.package.document, _NOBODY))
        return AmendedDocument(manuscript.packed(), left, warnings)
    package = manuscript.package
    recorder, root = Recorder(annotation, author, of_package(package)), package.part("comments")
    comments = () if root is None else tuple(root.iter(W + "comment"))
    made = recorder.recorded(
        manuscript.packed(),
        package.main,
        amending,
        manuscript.paragraphs,
        comments,
        adopted=True,
    )
    return AmendedDocument(made, left, warnings)
