"""Options that several commands take, and what is said on standard error."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

#: A country's own library, beside ours.
library = click.option(
    "--library",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Read a country's own templates, terms and commitments in DIR beside ours; they win.",
)


def refuse_folder(library: Path) -> None:
    """See to it that there is a library in a folder, before any law is read.

    Raises:
        LibraryError: there is none.
    """
    from annotator.library.country import files_of

    files_of(library)


def complain(sentence: str) -> None:
    """Say one sentence on standard error, as the program."""
    print(f"annotate: {sentence}", file=sys.stderr)


class _Complaints(logging.Handler):
    """Says what the parts of the program warn of: a template that is left out."""

    def emit(self, record: logging.LogRecord) -> None:
        complain(record.getMessage())


@contextmanager
def warnings_said() -> Iterator[None]:
    """Say the program's own warnings on standard error, a sentence each."""
    logger, handler = logging.getLogger("annotator"), _Complaints(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
