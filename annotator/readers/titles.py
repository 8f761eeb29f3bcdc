"""What a law is called, from its first lines."""

from __future__ import annotations

import re

_FIRST_LINES = 40
_LONGEST = 160

_NAMES_A_LAW = re.compile(
    r"\b(act|law|bill|code|regulations?|ordinance|order|decree|directive|rules|strategy|"
    r"constitution|charter|convention|protocol|policy|proclamation|instrument)\b",
    re.IGNORECASE,
)
# Enacting words, long titles, tables of contents, and numbers of acts stand above or below a title.
_NO_TITLE = re.compile(
    r"(an act\b|a bill\b|be it enacted|whereas\b|having regard|arrangement of|table of|contents\b|"
    r"chapter\b|part\b|no\.|number\b|section\b|article\b|art\.|§|page\b|\W*\d|\(|\[|http)",
    re.IGNORECASE,
)
_OPENS_A_PROVISION = re.compile(
    r"\s*(\d+[A-Z]?[.—)\s]|(section|article|art\.|§)\s*\d)", re.IGNORECASE
)


def find_title(text: str) -> str | None:
    r"""The first line that reads as the name of a law, else the first that reads as a heading.

    >>> find_title("REPUBLIC OF ARDEN\n\nBorder Act, 2019\n\n1. This Act may be cited ...")
    'Border Act, 2019'
    """
    candidates = []
    for line in text.split("\n", _FIRST_LINES)[:_FIRST_LINES]:
        if _OPENS_A_PROVISION.match(line):
            break
        if _may_be_title(line.strip()):
            candidates.append(" ".join(line.split()))
    named = (line for line in candidates if _NAMES_A_LAW.search(line))
    return next(named, candidates[0] if candidates else None)


def _may_be_title(line: str) -> bool:
    return (
        2 < len(line) <= _LONGEST
        and line[0].isupper()
        and line[-1] not in ".;:,—"
        and not _NO_TITLE.match(line)
    )
