"""Names and numbers masked: what tells which law a clause is from, and should not matter."""

from __future__ import annotations

import re

from annotator.expressions import expression

_NAME = expression(r"(?<![.;:—–\n] )(?<!^)\b[A-Z][\w’'-]*", re.MULTILINE)
_NUMBER = expression(r"\d+")


def without_names(text: str) -> str:
    """Every proper name and every number masked.

    >>> without_names("An officer of the Garda may act under section 14 of the Ports Act.")
    'An officer of the Name may act under section 0 of the Name Name.'
    """
    return _NUMBER.sub("0", _NAME.sub("Name", text))
