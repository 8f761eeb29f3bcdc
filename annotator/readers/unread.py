"""Formats that laws also come in and that are not read yet: each is refused by its name."""

from __future__ import annotations

from typing import NoReturn

from annotator.errors import InputError
from annotator.readers.intake import Intake

# How such a file begins, and what it is.
_OPENINGS = (
    (b"pk\x03\x04", "a Word document or another packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich-text document"),
    (b"from: <saved by", "a web page packed with its pictures"),
    (b"mime-version:", "a web page packed with its pictures"),
)


def claims(intake: Intake) -> bool:
    """Whether the file begins as one of them."""
    return bool(_kind(intake))


def read(intake: Intake) -> NoReturn:
    """Refuse it.

    Raises:
        InputError: always; it says what the file is and what to save it as.
    """
    raise InputError(
        f"{intake.name} is {_kind(intake)}, which is not read yet: save it as plain text (.txt)."
    )


def _kind(intake: Intake) -> str:
    start = intake.data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return next((what for opening, what in _OPENINGS if start.startswith(opening)), "")
