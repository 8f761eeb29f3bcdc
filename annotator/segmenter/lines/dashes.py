"""Signs that are printed in several ways: dashes, and labels with a stop inside their brackets.

Dashes are of several lengths, or drawn with underscores, as in Pakistan; "(1.)" stands in old Acts
of Australia.
"""

from __future__ import annotations

import re

from annotator.expressions import expression

_LONG_DASHES = "―⸺⸻"
#: Underscores that are no blank of a form: behind words, before a label, a sentence, a line's end.
_DRAWN = expression(
    r"^_{1,3} ?(?=[A-Za-z(“])|"
    r"(?:(?<=[^\W_])|(?<=[.,;:)\]])|(?<=[a-z\d] )|(?<=[.,;:)\]] ))"
    r"_{1,3}(?=\s*$|\s?\(\w{1,3}\)|\s?[A-Z“])",
    re.MULTILINE,
)
#: A label with a stop inside its brackets, behind a number or at the head of a line.
_STOPPED_LABEL = expression(r"(?<=[(])([1-9]\d?[A-Z]?|[a-z]|[ivx]{2,4})\.(?=\)\s)")
#: Words that a page sets in slanted letters: "_Gazette_".
_EMPHASIS = expression(r"(?<!\w)_{1,2}(?=[^_\s])[^_\n]{0,80}[^_\s]_{1,2}(?!\w)")


def with_plain_dashes(text: str) -> str:
    """The text with a plain dash for each that stands behind a title, and with plain labels.

    Offsets stay what they are.

    >>> with_plain_dashes("3. Rest.__(1) A guest shall___")
    '3. Rest.— (1) A guest shall  —'
    """
    for dash in _LONG_DASHES:  # far faster than to translate
        text = text.replace(dash, "—")
    if "_" in text and not _EMPHASIS.search(text):
        text = _DRAWN.sub(_plain, text)
    if ".)" in text:
        text = _STOPPED_LABEL.sub(r"\1 ", text)
    return text


def _plain(match: re.Match[str]) -> str:
    """As many characters, of which one is a dash, the last where a line ends."""
    text, size = match.string, len(match[0])
    if match.start() == 0 or text[match.start() - 1] == "\n":
        return "—" * size  # with no blank, as a list's dash has
    ends = text[match.end() : match.end() + 1] in ("", "\n")
    return "—".rjust(size) if ends else "—".center(size)
