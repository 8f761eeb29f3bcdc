"""What a language must bring for the comparison of two versions of a law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Protocol

from annotator.schema import Label

#: What became of clauses. What was split or merged may be moved and renumbered, too.
ChangeKind = Literal["unchanged", "changed", "added", "removed", "split", "merged"]
#: What a change means in terms of gender. ``gone`` is a clause that needed amending and was taken
#: out; ``lost-responsive`` one that took account of gender, and what became of it does not;
#: ``answer-moved`` one that takes no account of gender, whose answer has moved to another section;
#: ``reworded`` one that discriminates or takes account of gender in both versions, in other words.
TurnKind = Literal[
    "new-regressive",
    "new-blind",
    "lost-responsive",
    "answer-moved",
    "reworded",
    "mended",
    "gone",
    "new-responsive",
]
#: What became of a proposal: its words stand in the new version, or others that say the same; it is
#: still wanted; its clause is gone; nothing calls for it any more.
Outcome = Literal["taken-up", "in-other-words", "open", "gone", "not-called-for"]


class ComparisonPhrases(Protocol):
    """The words of a comparison that stand in no report. Counts are of clauses."""

    @property
    def TITLE(self) -> str: ...  # noqa: D102

    @property
    def OLD(self) -> str: ...  # noqa: D102

    @property
    def NEW(self) -> str: ...  # noqa: D102

    @property
    def GENDER(self) -> str: ...  # noqa: D102

    @property
    def TURNS(self) -> Mapping[TurnKind, str]:
        """The headings of what changed in terms of gender."""

    @property
    def UPTAKE(self) -> str: ...  # noqa: D102

    @property
    def OUTCOMES(self) -> Mapping[Outcome, str]:
        """The headings of what became of proposals."""

    @property
    def GAPS_OPENED(self) -> str: ...  # noqa: D102

    @property
    def GAPS_PROVIDED(self) -> str: ...  # noqa: D102

    @property
    def GAPS_CLOSED(self) -> str:
        """The heading of what is found lacking no more, though no words that provide it were."""

    @property
    def CHANGES(self) -> str: ...  # noqa: D102

    @property
    def NO_CHANGES(self) -> str: ...  # noqa: D102

    @property
    def RENUMBERED(self) -> str: ...  # noqa: D102

    @property
    def NUMBERS_ONLY(self) -> str:
        """The heading of clauses that cite others by their new numbers, and say what they said."""

    @property
    def MARKS_ONLY(self) -> str: ...  # noqa: D102

    @property
    def UNCHANGED(self) -> str: ...  # noqa: D102

    @property
    def WHOLE(self) -> str: ...  # noqa: D102

    @property
    def SAME_FILE(self) -> str: ...  # noqa: D102

    @property
    def SAME_WORDS(self) -> str: ...  # noqa: D102

    @property
    def SKIP(self) -> str: ...  # noqa: D102

    @property
    def CONTENTS(self) -> str: ...  # noqa: D102

    def little_in_common(self, share: float) -> str:
        """That the two are hardly versions of one law: how much of the shorter is in the other."""

    def other_countries(self, old: str, new: str) -> str:
        """That the two are held to be of different countries, each maybe unknown."""

    def read_with_doubt(self, name: str, what: str, more: int) -> str:
        """That a version (``OLD``, ``NEW``) was read with doubt: the first, and how many more."""

    def version(self, source: str, date: str, count: int) -> str:
        """A version by its file, its date, if it has one, and its clauses."""

    def summary(self, turns: Mapping[TurnKind, int], doubtful: int) -> str:
        """What changed in terms of gender, and how much of that is doubtful, in a sentence or two.

        Args:
            turns: how many there are of each kind.
            doubtful: of how many of them the classifier is not sure.
        """

    def counts(self, counts: Mapping[str, int]) -> str:
        """How many clauses were changed, added, removed ..."""

    def now(self, old: str, new: str) -> str:
        """A provision of the old version by its name, and what it is now; either may be empty."""

    def change(self, kind: ChangeKind, *, moved: bool, renumbered: bool) -> str:
        """What became of a clause, in a word or two."""

    def turn(self, before: str, after: str, *, in_part: bool) -> str:
        """What a clause was and is, each by :meth:`state` and maybe nothing."""

    def answer_moved(self, places: Sequence[str]) -> str:
        """Where the clauses stand now that answered a clause of another section."""

    def state(self, label: Label, *, met: bool) -> str:
        """A label; of a blind clause that its section makes up for it (``met``)."""

    def sure(self, confidence: float, *, review: bool) -> str:
        """How sure the labels of a clause are."""

    def proposal(self, number: int, place: str, issue: str) -> str:
        """A proposal by its number, where it was to be made (or nothing), and what it is on."""

    def said_in(self, places: Sequence[str]) -> str:
        """Where the new version says it."""

    def still(self, now: int, places: Sequence[str]) -> str:
        """That it is proposed for the new version, too, under another number, and where."""

    def series(self, old: str, new: str) -> str:
        """That provisions bear other numbers: ``5 to 9 are 6 to 10``."""
