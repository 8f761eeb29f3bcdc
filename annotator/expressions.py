"""Regular expressions that are compiled when they are first asked for something.

A run uses a part of those that the program has: not those of a format that the law is not in, nor
of marks that it does not bear. Compiling all of them would cost each run, however small its law,
half as much as importing spaCy.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def expression(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` gives, compiled at the first use of it.

    That a pattern is no regular expression comes out then, as :class:`re.error`: patterns that a
    user wrote are for ``re.compile``.

    >>> section = expression(r"section (\\d+)", re.IGNORECASE)
    >>> section.sub(r"article \\1", "Section 5")
    'article 5'
    """
    return cast("re.Pattern[AnyStr]", _Expression(pattern, flags))


class _Expression:
    """Stands for a compiled expression, whose methods become its own when one is asked for."""

    def __init__(self, pattern: Any, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        # Asked only for what is not there yet, so that a use after the first costs nothing.
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = re.compile(self.pattern, self._flags)
        for own in _OWN:
            setattr(self, own, getattr(compiled, own))
        return getattr(compiled, name)

    def __reduce__(self) -> tuple[Any, ...]:
        return expression, (self.pattern, self._flags)

    def __repr__(self) -> str:
        return f"expression({self.pattern!r}, {self._flags!r})"


_OWN = [name for name in dir(re.Pattern) if not name.startswith("_") and name != "pattern"]
