"""What a language must bring for the sheets of a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

#: The columns of the sheets.
Column = Literal[
    "law",
    "number",
    "heading",
    "words",
    "label",
    "sure",
    "review",
    "issues",
    "place",
    "amendment",
    "change",
    "instruction",
    "reason",
    "authority",
    "decision",
    "comment",
    "strength",
    "issue",
    "lacks",
    "called_for",
    "see",
    "proposed_at",
    "where",
    "text",
    "part",
]


class SheetPhrases(Protocol):
    """The words of a workbook that stand in no report: names of sheets, heads, what to do."""

    @property
    def COLUMNS(self) -> Mapping[Column, str]:
        """The heads of the columns."""

    @property
    def SUMMARY(self) -> str: ...  # noqa: D102

    @property
    def FINDINGS(self) -> str: ...  # noqa: D102

    @property
    def GAPS(self) -> str: ...  # noqa: D102

    @property
    def CLAUSES(self) -> str: ...  # noqa: D102

    @property
    def ACCEPT(self) -> str: ...  # noqa: D102

    @property
    def REJECT(self) -> str: ...  # noqa: D102

    @property
    def CHOOSE(self) -> str: ...  # noqa: D102

    @property
    def HOW(self) -> str:
        """How the workbook is worked with, in a sentence or two."""

    @property
    def FILE(self) -> str: ...  # noqa: D102

    @property
    def READ_BY(self) -> str: ...  # noqa: D102

    @property
    def COUNTRY(self) -> str: ...  # noqa: D102

    @property
    def UNKNOWN(self) -> str: ...  # noqa: D102

    @property
    def LABELS(self) -> str: ...  # noqa: D102

    @property
    def ISSUES(self) -> str: ...  # noqa: D102

    def amendment(self, number: int, issue: str, instead_of: Sequence[int]) -> str:
        """An amendment by its number, what it is on, and in whose stead it could be made."""

    def page(self, number: str, count: str) -> str:
        """Which page of how many, in the foot of a print."""
