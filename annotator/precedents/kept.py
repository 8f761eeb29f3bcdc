"""What the index keeps: laws, and of each the clauses that surely take gender into account."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from annotator.schema import Struct

#: The classifier's states of clauses, a row each, as they are kept.
States = npt.NDArray[np.float16]


class KeptLaw(Struct, frozen=True):
    """A law in the index, and from which file.

    ``path`` is the file's, whole; ``sha256`` of the bytes that were read; ``country`` an ISO 3166-1
    code; ``date`` that of the law, or a year, or empty; ``model`` the name and version of the
    pipeline that read it; ``added`` when, in UTC; ``clauses`` how many of its clauses are kept.
    """

    path: str
    sha256: str
    title: str
    country: str
    date: str
    model: str
    added: str
    clauses: int = 0


class KeptClause(Struct, frozen=True):
    """A responsive clause: ``number`` is as cited, ``id`` its row in the index, else 0.

    ``issues`` are those that it raises, ``confidence`` the probability of its label.
    """

    number: str
    eid: str
    heading: str
    lead_in: str
    text: str
    confidence: float
    issues: tuple[str, ...]
    id: int = 0

    @property
    def words(self) -> str:
        """What it says, on one line, its lead-in before it."""
        return " ".join(f"{self.lead_in} {self.text}".split())


class Wanted(Struct, frozen=True):
    """Which clauses are asked of the index: those on any of ``issues``, of one ``country``.

    What is empty asks for nothing; ``but`` is a country whose clauses are not wanted.
    """

    issues: tuple[str, ...] = ()
    country: str = ""
    but: str = ""


#: A clause with its law.
Kept = tuple[KeptLaw, KeptClause]
