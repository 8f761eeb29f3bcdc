"""Which clause of one version of a law is which of another.

Clauses are known by their words, by their neighbours and by their numbers, in this order: one that
bears another number, or stands elsewhere, is the same clause; one that bears the same number and
says something else is another. One may have become several, and several one.
"""

from __future__ import annotations

from annotator.aligning.alignment import Link, align

__all__ = ["Link", "align"]
