"""The review page: one HTML file in which a drafter looks through what was found, and decides.

It works from the disk, without a network: the law with its findings in the margin, what is proposed
at each, and the decisions, which leave the page and come back as
:class:`annotator.rulings.Decisions`. The page is made of small modules (``script/``, ``style/``)
that are joined when it is written; the same law gives the same bytes.
"""

from __future__ import annotations

from typing import BinaryIO

from annotator.expressions import expression
from annotator.request import View
from annotator.schema import Annotation, Source

#: With what a page of ours begins, until a browser saves it in its own way.
_OURS = expression(
    rb'<!doctype html>\n<html [^>]*>\n<head>\n<meta charset="utf-8">\n'
    rb'<meta name="generator" content="annotate review '
)


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file is a page as it was written here: any other may be somebody's law."""
    return _OURS.match(file.read(500)) is not None


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the page of one law, with the findings that ``view`` admits."""
    # Imported here: they bring jinja's loader and a dozen files, and start-up is precious.
    from annotator.lang import language
    from annotator.writers.review.gathering import gathered
    from annotator.writers.review.page import page

    out.write(page(gathered(annotation, source, view), language(annotation.law.language).review))
