"""What the clauses tell of the words around them: which headings stand over them, what is said."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from annotator.schema import Clause
from annotator.writers.akoma_ntoso.layout import LaidProvision


class Paths:
    """Looks the headings above a provision up at its first clause.

    Args:
        clauses: of the law, in the order of its text.
    """

    def __init__(self, clauses: Sequence[Clause]) -> None:
        self._clauses = clauses
        self._starts = [clause.start for clause in clauses]

    def is_above(self, heading: str, laid: LaidProvision) -> bool | None:
        """Whether a heading stands over a provision; None where that has no clause to tell."""
        at = bisect_left(self._starts, laid.provision.start)
        if at == len(self._starts) or self._starts[at] >= laid.provision.end:
            return None
        clause = self._clauses[at]
        said = " ".join(heading.split())
        return any(said in " ".join(one.split()) for one in (*clause.path, clause.heading))

    def is_said(self, start: int, end: int) -> bool:
        """Whether a clause says what stands in ``[start, end)``, or some of it."""
        at = bisect_left(self._starts, end) - 1
        return at >= 0 and self._clauses[at].end > start
