"""A Word document with every amendment as a tracked change and every finding as a comment.

A drafter's own document is given back so; of a law in another format a clean one is made first, and
of a PDF, whose pages cannot be changed, a schedule of amendments that names them.
"""

from __future__ import annotations

import logging
import os
from datetime import UTC, datetime
from typing import BinaryIO

from annotator.request import View
from annotator.schema import Annotation, Source

_LOGGER = logging.getLogger(__name__)
#: The formats whose pages stay as they are.
_PAGED = frozenset({"pdf"})


def is_untouched(file: BinaryIO) -> bool:
    """Whether a document is as it was written here, so that it has nobody's decisions."""
    from annotator.word.record import is_as_written

    return is_as_written(file)


def write(annotation: Annotation, source: Source, out: BinaryIO, view: View) -> None:
    """Write the document of one law.

    Changes and comments bear the time of day; where ``SOURCE_DATE_EPOCH`` is set they bear that,
    and the same law gives the same bytes. What was accepted and cannot be tracked, and what the
    document cannot do, is said as a warning.
    """
    out.write(_document(annotation, source, view))


def _document(annotation: Annotation, source: Source, view: View) -> bytes:
    from annotator.writers.docx.drafted import Drafted
    from annotator.writers.docx.manuscript import document_of
    from annotator.writers.docx.pages import MAIN_PART
    from annotator.writers.docx.recording import Recorder
    from annotator.writers.docx.schedule import schedule
    from annotator.writers.terminal.phrases import country_name

    country = country_name(annotation)
    if source.format in _PAGED:
        made = schedule(annotation, source, view, country)
        return Recorder(annotation, view.author).recorded(made, MAIN_PART)
    drafted = Drafted(document_of(annotation, source), annotation, view, country, now())
    made = drafted.redlined()
    for sentence in drafted.warnings():
        _LOGGER.warning(sentence)
    return made


def now() -> str:
    """The time that changes and comments bear: that of the day, or of ``SOURCE_DATE_EPOCH``."""
    from annotator.writers.docx.redline import DATES

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.strftime(DATES)
