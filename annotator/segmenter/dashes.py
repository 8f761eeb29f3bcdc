"""Dashes as they are printed: of several lengths, or drawn with underscores, as in Pakistan."""

from __future__ import annotations

import re

_LONG_DASHES = "―⸺⸻"
#: Underscores that are no blank of a form: behind words, before a label, a sentence, a line's end.
_DRAWN = re.compile(
    r"^_{1,3} ?(?=[A-Za-z(“])|"
    r"(?<=[^\W_]|[.,;:)\] ])_{1,3}(?=\s*$|\s?\(\w{1,3}\)|\s?[A-Z“])",
    re.MULTILINE,
)
#: Words that a page sets in slanted letters: "_Gazette_".
_EMPHASIS = re.compile(r"(?<!\w)_{1,2}(?=[^_\s])[^_\n]{0,80}[^_\s]_{1,2}(?!\w)")


def with_plain_dashes(text: str) -> str:
    """The text with a plain dash for each that stands behind a title; offsets stay what they are.

    >>> with_plain_dashes("3. Rest.__(1) A guest shall___")
    '3. Rest. —(1) A guest shall — '
    """
    for dash in _LONG_DASHES:  # far faster than to translate
        text = text.replace(dash, "—")
    if "_" in text and not _EMPHASIS.search(text):
        text = _DRAWN.sub(_plain, text)
    return text


def _plain(match: re.Match[str]) -> str:
    """As many characters: a dash, or nothing at the head of a line below a title."""
    drawn, begin = match[0], match.start()
    opens = begin == 0 or match.string[begin - 1] == "\n"
    return " " * len(drawn) if opens else "—".center(len(drawn))
