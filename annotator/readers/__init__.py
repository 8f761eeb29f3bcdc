"""Readers: from what the user names to a :class:`~annotator.source.Source`, one module a format."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

from annotator.errors import InputError
from annotator.readers.intake import take_in
from annotator.source import Source

__all__ = ["READERS", "read"]

#: The modules of the formats, in the order in which they are asked. Each has ``claims(intake)``,
#: whether the file is one of its own, and ``read(intake)``, its :class:`~annotator.source.Source`;
#: what takes long to import a module imports when it reads.
READERS = (
    "pdf",
    "docx",
    "unread",
    "justice",
    "akoma_ntoso",
    "clml",
    "uslm",
    "congress",
    "law_json",
    "unread_json",
    "html",
    "markdown",
    "txt",
)


def read(what: str | Path | bytes, *, name: str = "standard input") -> Source:
    """Read a law.

    Args:
        what: a path, ``"-"`` for standard input, or the bytes of a file called ``name``.

    Returns:
        its canonical text (to which every offset refers, in code points), where in the file each
        run of it came from, its title, format (``txt``, ``html``, ``markdown``, ``json``,
        ``justice-xml``, ``akoma-ntoso``, ``clml``, ``uslm``, ``congress-xml``, ``pdf`` or
        ``docx``), language, checksum, notes on what had to be guessed, country and date where the
        format states them, and the structure where it marks that.

    Raises:
        InputError: what was named cannot be read as an English text; one sentence says why.
    """
    intake = take_in(what, name=name)
    for format_ in READERS:
        reader: Any = import_module(f"{__name__}.{format_}")
        if reader.claims(intake):
            with _uncollected():
                source: Source = reader.read(intake)
            return source
    raise InputError(
        f"{intake.name} is XML that is neither Akoma Ntoso, CLML, USLM nor that of Congress or of "
        "Justice Canada: save it as plain text (.txt)."
    )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let Python look for circles among objects later: a law has many objects, in few circles.

    It would look through all of them again and again, for half of the time that reading takes.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
