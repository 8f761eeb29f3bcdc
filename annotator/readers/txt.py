"""Laws as plain text, as they come out of a PDF, a typist's hands or a word processor."""

from __future__ import annotations

from annotator.readers.decoding import canonical
from annotator.readers.finishing import finished
from annotator.readers.intake import Intake
from annotator.readers.traced import Traced
from annotator.source import Source


def claims(intake: Intake) -> bool:
    """Whether this is plain text: whatever is text and no XML."""
    return not intake.decoded.text.lstrip().startswith("<")


def read(intake: Intake) -> Source:
    """Read it; a form feed in it begins a page.

    Raises:
        InputError: it is no English text.
    """
    text = canonical(Traced.whole(intake.decoded.text), pages=True)
    return finished(intake, text, format="txt", printed=True)
