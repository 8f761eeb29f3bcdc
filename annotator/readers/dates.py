"""The date of a law, where its file states one."""

from __future__ import annotations

from collections.abc import Iterable

from annotator.expressions import expression

_DATE = expression(r"(?!9999|000\d)\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)")


def date_in(stated: Iterable[str | None]) -> str:
    """The first of them that is a date (``2004-05-06``); empty where none is."""
    found = (_DATE.match(one or "") for one in stated)
    return next((match[0] for match in found if match), "")
