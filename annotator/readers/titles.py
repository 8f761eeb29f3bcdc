"""What a law is called, from its first lines."""

from __future__ import annotations

from annotator.lang import language
from annotator.lang.contract import TitleWords

_FIRST_LINES = 40
_LONGEST = 160


def find_title(text: str, code: str = "en") -> str | None:
    r"""The first line that reads as the name of a law, else the first that reads as a heading.

    Args:
        text: the canonical text.
        code: the ISO 639-1 code of its language.

    >>> find_title("REPUBLIC OF ARDEN\n\nBorder Act, 2019\n\n1. This Act may be cited ...")
    'Border Act, 2019'
    """
    words = language(code).titles
    candidates = []
    for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        if words.opens_a_provision.match(line):
            break
        if _may_be_title(line.strip(), words):
            candidates.append(" ".join(line.split()))
    named = (line for line in candidates if words.names_a_law.search(line))
    return next(named, candidates[0] if candidates else None)


def _may_be_title(line: str, words: TitleWords) -> bool:
    return (
        2 < len(line) <= _LONGEST
        and line[0].isupper()
        and line[-1] not in ".;:,—"
        and not words.no_title.match(line)
    )
