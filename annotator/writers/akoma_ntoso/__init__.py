"""Akoma Ntoso 3.0: the law with its findings."""

from __future__ import annotations

from typing import BinaryIO

from annotator.request import View
from annotator.schema import Annotation, Source


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the law as an act or a bill, with what ``view`` admits as its analysis."""
    # Imported here: they bring lxml, and start-up is precious.
    from annotator.writers.akoma_ntoso.analysis import add_analysis
    from annotator.writers.akoma_ntoso.elements import to_bytes
    from annotator.writers.akoma_ntoso.law import LawDocument

    document = LawDocument(annotation, source)
    add_analysis(document.meta, annotation, view, document.left_out)
    out.write(to_bytes(document.finish()))
