"""What a language must bring: words as data, and small functions that put them together.

The modules of a language's folder are the wings named here; mypy holds them against the protocols.
What the program itself calls things, labels, issues and the words of :mod:`annotator.eids` for
provisions, are names in its data and the same in every language.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

#: How the provisions of a law are called, which decides how instructions are worded.
DraftingStyle = Literal["section", "article"]


class Instructions(Protocol):
    """How an amending instruction names its place, and what it says.

    ``kind`` is the law's way of drafting, ``place`` what the first functions make: a provision as
    an instruction names it. The words that a law itself uses beside them stand here too: for
    itself, and to set a provision aside.
    """

    @property
    def DESPITE(self) -> tuple[str, ...]:  # a constant of a module
        """The words with which laws set a provision aside; the first where a law has none."""

    def name(self, word: str) -> str:
        """What a provision is called, by its word in the tree: ``section``, ``Article``."""

    def part_of(self, place: str, whole: str) -> str:
        """A place within a schedule: ``section 3 of the Schedule``."""

    def only(self, attachment: str) -> str:
        """The one schedule of a law: ``the Schedule``."""

    def in_definition(self, place: str, term: str) -> str:
        """A place within the definition of a term, which comes with its quotation marks."""

    def this(self, word: str) -> str:
        """A provision as it speaks of itself: ``this section``."""

    def this_law(self, kind: DraftingStyle) -> str:
        """What a law calls itself that never does: ``this Act``."""

    def despite_all(self, despite: str, place: str) -> str:
        """The words that set aside all that a place says."""

    def insertion(self, place: str, words: str, anchor: str, side: str, kind: DraftingStyle) -> str:
        """Insert words ``after`` or ``before`` (the ``side``) others."""

    def sentence(self, place: str, words: str, kind: DraftingStyle) -> str:
        """Add a sentence at the end of the clause."""

    def paragraph(self, place: str, words: str) -> str:
        """Add an unnumbered paragraph at the end of an article."""

    def subsection(self, provision: str, last: str, words: str, kind: DraftingStyle) -> str:
        """Insert a numbered subsection after the last one."""

    def renumbering(self, place: str, words: str) -> str:
        """Number a section without subsections, and add a second one."""

    def item(
        self, place: str, words: str, after: str, joint: tuple[str, str] | None, kind: DraftingStyle
    ) -> str:
        """Add an item to a list; ``joint`` is the word that leaves the item before the last."""

    def replacement(self, place: str, pairs: Sequence[tuple[str, str]], kind: DraftingStyle) -> str:
        """Put words in place of others."""

    def substitution(
        self, place: str, words: str, extent: tuple[str, str], kind: DraftingStyle
    ) -> str:
        """Put a sentence in place of others, named by their first and last words."""

    def omission(self, place: str, words: str, kind: DraftingStyle) -> str:
        """Take out a sentence, an item or other words."""

    def repeal(self, place: str, kind: DraftingStyle) -> str:
        """Take out the whole clause."""

    def new_provision(self, after: str, words: str, kind: DraftingStyle) -> str:
        """Insert a new section or article after another."""


@dataclass(frozen=True)
class LanguageData:
    """A language: its ISO 639-1 code, its English name, and its wings."""

    code: str
    name: str
    instructions: Instructions
