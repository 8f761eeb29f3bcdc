"""What a language must bring: words as data, and small functions that put them together.

The modules of a language's folder are the wings named here; mypy holds them against the protocols.
What the program itself calls things, labels, issues and the words of :mod:`annotator.eids` for
provisions, are names in its data and the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from annotator.lang.alert_phrases import AlertPhrases
from annotator.lang.amending_words import AmendingWords
from annotator.lang.comparison_phrases import ComparisonPhrases
from annotator.lang.doubt_phrases import DoubtPhrases
from annotator.lang.margin_phrases import MarginPhrases
from annotator.lang.report_phrases import ReportPhrases
from annotator.lang.review_phrases import ReviewPhrases
from annotator.lang.sheet_phrases import SheetPhrases
from annotator.lang.structure_words import StructureWords, TitleWords
from annotator.lang.words import ActorWords, HeadingTopics, LawWords

#: How the provisions of a law are called, which decides how instructions are worded. A law in
#: sections whose subsections bear letters, as American ones do, is ``lettered``.
DraftingStyle = Literal["section", "article", "lettered"]


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
        """A place within a schedule or chapter: ``paragraph 3 of the Schedule``."""

    def container(self, number: str, label: str) -> str:
        """A part, chapter or schedule as a place names it: ``the Third Schedule``."""

    def in_definition(self, place: str, term: str) -> str:
        """A place within the definition of a term, which comes with its quotation marks."""

    def this(self, word: str) -> str:
        """A provision as it speaks of itself: ``this section``."""

    def this_law(self, kind: DraftingStyle) -> str:
        """What a law calls itself that never does: ``this Act``."""

    def despite(self, despite: str, place: str) -> str:
        """The words that set aside a place, before those that do."""

    def despite_all(self, despite: str, place: str, above: str = "") -> str:
        """The words that set aside all that a place says, ``above`` all what would prevail."""

    def insertion(self, place: str, words: str, anchor: str, side: str, kind: DraftingStyle) -> str:
        """Insert words ``after`` or ``before`` (the ``side``) others."""

    def sentence(self, place: str, words: str, kind: DraftingStyle) -> str:
        """Add a sentence at the end of the clause."""

    def paragraph(self, place: str, words: str) -> str:
        """Add an unnumbered paragraph at the end of an article."""

    def subsection(self, provision: str, last: str, words: str, kind: DraftingStyle) -> str:
        """Insert a numbered subsection after the last one."""

    def renumbering(self, place: str, first: str, words: str, kind: DraftingStyle) -> str:
        """Number a section without subsections as its ``first``, and add a second one."""

    def item(
        self,
        place: str,
        words: str,
        after: str,
        joint: tuple[str, str] | None,
        kind: DraftingStyle,
        closing: str = "",
    ) -> str:
        """Add an item to a list; ``joint`` is the word that leaves the item before the last.

        ``closing`` is the mark that closes the last item: a full stop gives place to the new words.
        """

    def replacement(self, place: str, pairs: Sequence[tuple[str, str]], kind: DraftingStyle) -> str:
        """Put words in place of others."""

    def substitution(
        self, place: str, words: str, extent: tuple[str, str], kind: DraftingStyle
    ) -> str:
        """Put a sentence in place of others, named by their first and last words.

        Few words are named whole, with no last ones; all of the clause is named by none.
        """

    def omission(self, place: str, words: str, kind: DraftingStyle) -> str:
        """Take out a sentence, an item or other words."""

    def repeal(self, place: str, kind: DraftingStyle) -> str:
        """Take out the whole clause."""

    def alike(self, word: str, numbers: Sequence[str]) -> str:
        """That provisions of the section speak of a wife still, where another no longer does."""

    def referred(self, word: str, numbers: Sequence[str]) -> str:
        """That provisions refer to one that is repealed."""

    def new_provision(self, after: str, words: str, kind: DraftingStyle) -> str:
        """Insert a new section or article after another."""


class ClauseGrammar(Protocol):
    """What a clause itself does, as against what it only mentions."""

    def does(self, text: str, verbs: Iterable[str]) -> bool:
        """Whether one of the verbs (base forms) is a deed of the clause, active or passive."""

    def deeds(self, text: str) -> frozenset[str]:
        """The verbs of its main sentences, in lower case, as they stand."""

    def rule(self, text: str) -> int | None:
        """Where the verb stands that says what its main sentence lets or has somebody do."""

    def character(self, text: str) -> str:
        """``power``, ``purpose``, ``application``, ``offence``, ``commencement``; else ``rule``."""

    def gives(self, words: str) -> bool:
        """Whether some of a clause gives somebody something, and refuses it to nobody."""

    def amends(self, words: str) -> bool:
        """Whether a clause only changes another law."""

    def defines(self, text: str) -> bool:
        """Whether a clause begins with a word that it defines."""

    def guides(self, words: str) -> bool:
        """Whether a clause says what a body is for, or what guides it."""

    def finds(self, words: str) -> bool:
        """Whether a clause tells what those who made the law have found."""

    def reprints(self, words: str) -> bool:
        """Whether words are those of a treaty."""

    def prevails(self, text: str) -> bool:
        """Whether a clause says that nothing in its section stands in the way of something."""

    def speaks_of_all(self, text: str) -> bool:
        """Whether a clause speaks of all that its section provides."""

    def refers_back(self, text: str) -> bool:
        """Whether a clause goes on from the one before it: *before this period*."""

    def cited_labels(self, text: str) -> tuple[str, ...]:
        """The labels of the clauses of its section that a clause names, in lower case."""

    def own_label(self, number: str) -> str:
        """The label of a clause in its section; maybe empty."""

    def contravened(self, text: str) -> frozenset[str]:
        """The labels of the clauses of its section the breach of which a clause punishes."""

    def tells_of_the_past(self, words: str) -> bool:
        """Whether a clause declares what was done already, or whether it was valid."""

    def without_condition(self, words: str) -> str:
        """A clause without the condition with which it opens."""

    def without_others_powers(self, words: str) -> str:
        """A clause without what is done by the power of other provisions."""

    def without_plights(self, words: str) -> str:
        """A clause without what is said of a person's plight: *who is expelled*."""


class Inflection(Protocol):
    """How words are bent."""

    def plural(self, phrase: str) -> str:
        """The plural of a noun phrase."""

    def singular(self, phrase: str) -> str:
        """The singular of a noun phrase in the plural; one in the singular as it is."""

    def participle(self, verb: str) -> str:
        """What is done to somebody, by the base form of the verb."""

    def capitalised(self, text: str) -> str:
        """The text as it opens a sentence."""


@dataclass(frozen=True)
class LanguageData:
    """A language: its ISO 639-1 code, its English name, and its wings."""

    code: str
    name: str
    instructions: Instructions
    amending: AmendingWords
    phrases: ReportPhrases
    doubts: DoubtPhrases
    margin: MarginPhrases
    sheets: SheetPhrases
    alerts: AlertPhrases
    review: ReviewPhrases
    comparing: ComparisonPhrases
    titles: TitleWords
    structure: StructureWords
    clauses: ClauseGrammar
    law_words: LawWords
    heading_topics: HeadingTopics
    actors: ActorWords
    inflection: Inflection
