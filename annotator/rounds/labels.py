"""What an annotator can set on a clause: labels, issues, what says that one gives none.

Each has its key on the annotation page, and its colour.
"""

from __future__ import annotations

import string

from annotator.rounds.manifest import Purpose
from annotator.schema import ISSUES, LABELS

#: What an annotator confirms who gives no label: *I read it and cannot decide*, and *give it to
#: somebody else*.
UNSURE, SKIP = "unsure", "skip"

#: Keys 1 to 4 for the labels, 5 and 6 for what gives none, a to u for the issues, in the order of
#: the guidelines.
KEYS: dict[str, str] = {
    **dict(zip((*LABELS, UNSURE, SKIP), string.digits[1:], strict=False)),
    **dict(zip(ISSUES, string.ascii_lowercase, strict=False)),
}

# White text is read on all of them (contrast of at least 4.5 to 1).
_LABEL_COLORS = {
    "responsive": "#1b7837",
    "blind": "#a65900",
    "regressive": "#b2182b",
    "neutral": "#5b5b5b",
    UNSURE: "#7a6200",
    SKIP: "#1d1d1f",
}
# A colour for issues that lie together, none of them like that of a label.
_ISSUE_COLORS = {
    "#35608f": ("search", "detention", "removal", "identity", "penalties"),
    "#00695c": ("reception", "health", "integration", "children", "family"),
    "#6a3d9a": ("asylum", "procedure", "redress", "information"),
    "#8e3a6f": ("trafficking", "labour", "nationality", "equality"),
    "#37474f": ("personnel", "governance", "data"),
}
_COLORS = _LABEL_COLORS | {
    issue: color for color, issues in _ISSUE_COLORS.items() for issue in issues
}


def color_of(text: str) -> str:
    """The colour of a label or of an issue, as ``#rrggbb``.

    >>> color_of("blind"), color_of("search")
    ('#a65900', '#35608f')
    """
    return _COLORS[text]


def keys_for(purpose: Purpose) -> dict[str, str]:
    """The labels of a project, with their keys: who has the last word passes nothing on."""
    if purpose == "annotate":
        return KEYS
    return {text: key for text, key in KEYS.items() if text not in (UNSURE, SKIP)}
