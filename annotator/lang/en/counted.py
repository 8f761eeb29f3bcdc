"""Counts in sentences: so many clauses, and the verb that goes with them; lists."""

from __future__ import annotations

from collections.abc import Sequence


def clauses(count: int) -> str:
    """So many clauses."""
    return "1 clause" if count == 1 else f"{count} clauses"


def take(count: int) -> str:
    """The verb of so many."""
    return "takes" if count == 1 else "take"


def are(count: int) -> str:
    """The verb of so many."""
    return "is" if count == 1 else "are"


def listed(things: Sequence[str]) -> str:
    """Things in a sentence.

    >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    return f"{', '.join(things[:-1])} and {things[-1]}" if len(things) > 1 else "".join(things)
