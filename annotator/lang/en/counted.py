"""Counts in sentences: so many clauses, and the verb that goes with them."""

from __future__ import annotations


def clauses(count: int) -> str:
    """So many clauses."""
    return "1 clause" if count == 1 else f"{count} clauses"


def take(count: int) -> str:
    """The verb of so many."""
    return "takes" if count == 1 else "take"


def are(count: int) -> str:
    """The verb of so many."""
    return "is" if count == 1 else "are"
