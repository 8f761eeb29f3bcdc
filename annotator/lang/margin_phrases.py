"""What a language must bring for the comments in a Word document, and for a schedule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Protocol

#: Why an amendment is not in the text.
Why = Literal[
    "field", "control", "formula", "mark", "otherwise", "printed", "middle", "taken", "repeated",
    "one", "others",
]  # fmt: skip


class MarginPhrases(Protocol):
    """The words of comments that stand in no report."""

    @property
    def IN_TEXT(self) -> str: ...  # noqa: D102

    @property
    def SUMMARY(self) -> str: ...  # noqa: D102

    @property
    def MISSING(self) -> str: ...  # noqa: D102

    @property
    def STYLE(self) -> str: ...  # noqa: D102

    @property
    def REPEALED(self) -> str: ...  # noqa: D102

    def not_in_text(self, why: Why) -> str:
        """That an amendment is not in the text, and why."""

    def numbered(self, numbers: str) -> str:
        """Which numbers the document prints by itself before what is put in."""

    def how_to(self, author: str) -> str:
        """What is tracked and what is commented, and how a drafter decides."""

    def counts(self, clauses: int, labels: Mapping[str, int]) -> str:
        """How many clauses were read, and how many bear which label."""

    def amendment(self, number: int, issue: str) -> str:
        """The title of an amendment, by its number among all of the law."""
