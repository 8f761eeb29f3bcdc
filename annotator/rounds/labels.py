"""The labels and issues on the annotation page: the key that sets each, and its colour."""

from __future__ import annotations

import string

from annotator.schema import ISSUES, LABELS

#: Keys 1 to 4 for the labels, a to u for the issues, in the order of the guidelines.
KEYS: dict[str, str] = {
    **dict(zip(LABELS, string.digits[1:], strict=False)),
    **dict(zip(ISSUES, string.ascii_lowercase, strict=False)),
}

# White text is read on all of them (contrast of at least 4.5 to 1).
_LABEL_COLORS = {
    "responsive": "#1b7837",
    "blind": "#a65900",
    "regressive": "#b2182b",
    "neutral": "#5b5b5b",
}
_ISSUE_COLOR = "#35608f"


def color_of(text: str) -> str:
    """The colour of a label or of an issue, as ``#rrggbb``.

    >>> color_of("blind"), color_of("search")
    ('#a65900', '#35608f')
    """
    return _LABEL_COLORS.get(text, _ISSUE_COLOR)
