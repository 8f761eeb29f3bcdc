"""The streams of the program: what is said on standard error, and what is done of closed ones."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress


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


def stand_in_for_closed() -> None:
    """Put something in the place of standard streams that were closed before the program began.

    Python has None for them. What reads or writes them now gets an ``OSError`` like any other,
    and no file opened later takes their number; only what is said on standard error is lost.
    """
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_WRONLY), "r", encoding="utf-8")
    if sys.stdout is None:
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w", encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")


def give_up_output() -> None:
    """What is left for standard output goes nowhere: else Python would try again at its end."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
