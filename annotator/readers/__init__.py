"""Readers: from what the user names to a :class:`~annotator.schema.Source`, one module a format."""

from __future__ import annotations

import hashlib
from pathlib import Path

from annotator.errors import InputError
from annotator.readers import language, titles
from annotator.readers.decoding import canonical, decode
from annotator.readers.intake import Intake, take_in
from annotator.schema import Source

__all__ = ["read"]

_MARKDOWN_SUFFIXES = (".md", ".markdown")

# What laws also come in and is not read yet: how such a file begins, and what it is.
_NOT_YET = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a Word document or another packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "a rich-text document"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)


def read(what: str | Path | bytes, *, name: str = "standard input") -> Source:
    """Read a law.

    Args:
        what: a path, ``"-"`` for standard input, or the bytes of a file called ``name``.

    Returns:
        its canonical text (to which every offset refers, in code points), its title, format
        (``txt``, ``markdown`` or ``justice-xml``), checksum, notes on what had to be guessed, and
        the country where the format states it.

    Raises:
        InputError: what was named cannot be read as an English text; one sentence says why.
    """
    intake = take_in(what, name=name)
    _refuse_other_formats(intake)
    decoded, notes = decode(intake.data, intake.name)
    text, title, kind, country = _as_text(intake, canonical(decoded))
    language.require_english(text, intake.name)
    return Source(
        text=text,
        name=intake.name,
        title=title or titles.find_title(text) or Path(intake.name).stem,
        format=kind,
        sha256=hashlib.sha256(intake.data).hexdigest(),
        notes=notes,
        jurisdiction=country,
    )


def _refuse_other_formats(intake: Intake) -> None:
    start = intake.data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for opening, what in _NOT_YET:
        if start.startswith(opening.lower()):
            raise InputError(
                f"{intake.name} is {what}, which is not read yet: save it as plain text (.txt)."
            )


def _as_text(intake: Intake, text: str) -> tuple[str, str | None, str, str]:
    """The canonical text, the title that the format states, the format, and the country, if any."""
    suffix = Path(intake.name).suffix.lower()
    if text.lstrip().startswith("<"):
        return *_from_xml(intake, text), "justice-xml", "CA"
    if suffix in _MARKDOWN_SUFFIXES or not suffix:
        # Imported here, as is the reader of XML: start-up is precious.
        from annotator.readers import markdown

        if suffix or markdown.looks_like_markdown(text):
            return *markdown.plain_text(text), "markdown", markdown.stated_country(text)
    return text, None, "txt", ""


def _from_xml(intake: Intake, text: str) -> tuple[str, str | None]:
    from annotator.readers import justice

    if not justice.is_justice_xml(text):
        raise InputError(
            f"{intake.name} is XML, of which only that of Justice Canada is read yet: "
            "save it as plain text (.txt)."
        )
    return justice.plain_text(intake.data, intake.name)
