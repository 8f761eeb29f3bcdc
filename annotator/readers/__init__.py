"""Readers: from what the user names to a :class:`~annotator.source.Source`, one module a format."""

from __future__ import annotations

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
READERS = ("unread", "html", "justice", "law_json", "markdown", "txt")


def read(what: str | Path | bytes, *, name: str = "standard input") -> Source:
    """Read a law.

    Args:
        what: a path, ``"-"`` for standard input, or the bytes of a file called ``name``.

    Returns:
        its canonical text (to which every offset refers, in code points), where in the file each
        run of it came from, its title, format (``txt``, ``html``, ``markdown``, ``json`` or
        ``justice-xml``), language, checksum, notes on what had to be guessed, and the country
        where the format states it.

    Raises:
        InputError: what was named cannot be read as an English text; one sentence says why.
    """
    intake = take_in(what, name=name)
    for format_ in READERS:
        reader: Any = import_module(f"{__name__}.{format_}")
        if reader.claims(intake):
            source: Source = reader.read(intake)
            return source
    raise InputError(
        f"{intake.name} is XML, of which only that of Justice Canada is read yet: "
        "save it as plain text (.txt)."
    )
