"""The streams of the program: what is said on standard error, and what is done of closed ones."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from annotator.one_line import one_line


def complain(sentence: str) -> None:
    """Say one sentence on standard error, as the program, if anybody can hear it."""
    with suppress(OSError):
        print(f"annotate: {one_line(sentence)}", file=sys.stderr)


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


def replace_closed_streams() -> None:
    """Put something in the place of output streams that were closed before the program began.

    Python has None for them. What writes to standard output now gets an ``OSError`` as from a full
    disk, and what is said on standard error is lost.
    """
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def discard_output() -> None:
    """What is left for standard output goes nowhere: else Python would try again at its end."""
    with suppress(OSError, ValueError):
        stdout = sys.stdout.fileno()
        os.dup2(os.open(os.devnull, os.O_WRONLY), stdout)
