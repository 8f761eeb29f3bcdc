"""Laws as plain text, as they come out of a PDF, a typist's hands or a word processor."""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.readers.decoding import canonical
from annotator.readers.finishing import finished
from annotator.readers.intake import Intake
from annotator.readers.traced import Traced
from annotator.readers.xml_root import behind_comments
from annotator.source import Source

#: What a program for mail sets before each line that it quotes; so many lines are no chance.
_QUOTED = expression(r"^(?:>[ \t]?)+", re.MULTILINE)
_FEWEST_QUOTED = 5


def claims(intake: Intake) -> bool:
    """Whether this is plain text: whatever is text and no XML, below a comment also."""
    text = intake.decoded.text
    return not text.startswith("<", behind_comments(text))


def read(intake: Intake) -> Source:
    """Read it; a form feed in it begins a page. The marks of a mail that quotes it are left out,
    and the comments of a program above it.

    Raises:
        InputError: it is no English text.
    """
    whole = intake.decoded.text
    start = behind_comments(whole) if whole.lstrip().startswith("<!--") else 0
    text = canonical(Traced.whole(whole).cut(start, len(whole)), pages=True)
    if len(_QUOTED.findall(text.text)) >= _FEWEST_QUOTED:
        text = text.without(_QUOTED)
    return finished(intake, text, format="txt", printed=True)
