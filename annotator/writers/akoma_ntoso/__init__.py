"""Akoma Ntoso 3.0: the law with its findings."""

from __future__ import annotations

from typing import BinaryIO

from annotator.expressions import expression
from annotator.request import View
from annotator.schema import Annotation, Source
from annotator.writers.akoma_ntoso.names import AKN, OURS, PROGRAM

#: With what a document of ours begins, a law's or a bill's: by whom it is identified.
_BEGINNING = expression(
    rf'<\?xml [^>]*>\s*<akomaNtoso xmlns="{AKN}" xmlns:an="{OURS}">\s*<\w+ [^>]*>\s*<meta>\s*'
    rf'<identification source="{PROGRAM}">'.encode()
)


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as this program writes Akoma Ntoso, in whichever of its formats."""
    return _BEGINNING.match(file.read(2_000)) is not None


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the law as an act or a bill, with what ``view`` admits as its analysis."""
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.writers.akoma_ntoso.analysis import add_analysis
    from annotator.writers.akoma_ntoso.elements import to_bytes
    from annotator.writers.akoma_ntoso.law import LawDocument

    document = LawDocument(annotation, source)
    add_analysis(document.meta, annotation, view, document.left_out)
    out.write(to_bytes(document.finish()))
