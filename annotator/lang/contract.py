"""What a language must bring: words as data, and small functions that put them together.

The modules of a language's folder are the wings named here; mypy holds them against the protocols.
What the program itself calls things, labels, issues and the words of :mod:`annotator.eids` for
provisions, are names in its data and the same in every language.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from annotator.lang.doubt_phrases import DoubtPhrases
from annotator.lang.structure_words import StructureWords, TitleWords
from annotator.lang.words import ActorWords, HeadingTopics, LawWords
from annotator.schema import Citation, Place

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
        self, place: str, words: str, after: str, joint: tuple[str, str] | None, kind: DraftingStyle
    ) -> str:
        """Add an item to a list; ``joint`` is the word that leaves the item before the last."""

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

    def new_provision(self, after: str, words: str, kind: DraftingStyle) -> str:
        """Insert a new section or article after another."""


class ClauseGrammar(Protocol):
    """What a clause itself does, as against what it only mentions."""

    def does(self, text: str, verbs: Iterable[str]) -> bool:
        """Whether one of the verbs (base forms) is a deed of the clause, active or passive."""

    def rule(self, text: str) -> int | None:
        """Where the verb stands that says what its main sentence lets or has somebody do."""

    def character(self, text: str) -> str:
        """``power``, ``purpose``, ``application``, ``offence``, ``commencement``; else ``rule``."""

    def amends(self, words: str) -> bool:
        """Whether a clause only changes another law."""

    def reprints(self, words: str) -> bool:
        """Whether words are those of a treaty."""

    def prevails(self, text: str) -> bool:
        """Whether a clause says that nothing in its section stands in the way of something."""

    def speaks_of_all(self, text: str) -> bool:
        """Whether a clause speaks of all that its section provides."""

    def cited_labels(self, text: str) -> tuple[str, ...]:
        """The labels of the clauses of its section that a clause names, in lower case."""

    def own_label(self, number: str) -> str:
        """The label of a clause in its section; maybe empty."""

    def contravened(self, text: str) -> frozenset[str]:
        """The labels of the clauses of its section the breach of which a clause punishes."""

    def without_plights(self, words: str) -> str:
        """A clause without what is said of a person's plight: *who is expelled*."""


class ReportPhrases(Protocol):
    """The sentences of a report: what the terminal shows around a law's own words.

    Counts are of clauses unless a word says otherwise; ``numbers`` are those of provisions, joined.
    """

    @property
    def INSTRUCTION(self) -> str: ...  # noqa: D102

    @property
    def REASON(self) -> str: ...  # noqa: D102

    @property
    def RESTS_ON(self) -> str: ...  # noqa: D102

    @property
    def PLACE(self) -> str: ...  # noqa: D102

    @property
    def CLAUSES(self) -> str: ...  # noqa: D102

    @property
    def EVIDENCE(self) -> str: ...  # noqa: D102

    @property
    def DELETED(self) -> str: ...  # noqa: D102

    @property
    def INSERTED(self) -> str: ...  # noqa: D102

    @property
    def FOR_REVIEW(self) -> str: ...  # noqa: D102

    @property
    def NONE_SHOWN(self) -> str: ...  # noqa: D102

    @property
    def THE_WHOLE(self) -> str: ...  # noqa: D102

    @property
    def OBJECTIVES(self) -> str: ...  # noqa: D102

    @property
    def ARTICLES(self) -> str: ...  # noqa: D102

    @property
    def DISTINCTION(self) -> str: ...  # noqa: D102

    @property
    def NOWHERE(self) -> str: ...  # noqa: D102

    @property
    def ALSO_NOWHERE(self) -> str: ...  # noqa: D102

    @property
    def PROPOSED(self) -> str: ...  # noqa: D102

    @property
    def CHANGES(self) -> str: ...  # noqa: D102

    @property
    def LABELS(self) -> str: ...  # noqa: D102

    @property
    def STRENGTHS(self) -> str: ...  # noqa: D102

    @property
    def UNREAD(self) -> str: ...  # noqa: D102

    @property
    def STYLE(self) -> str: ...  # noqa: D102

    @property
    def WARNINGS(self) -> str: ...  # noqa: D102

    @property
    def LEVELS(self) -> Mapping[int, str]: ...  # noqa: D102

    def clauses(self, count: int) -> str:
        """So many clauses."""

    def reviewed(self, count: int) -> str:
        """How many clauses have a label that is uncertain."""

    def named(self, provision: str, heading: str) -> str:
        """A provision with its heading, which may be empty."""

    def does_well(self, places: str, count: int) -> str:
        """Which provisions surely take gender into account."""

    def mend(self, places: str, reason: str) -> str:
        """What discriminates and has an amendment, and why that matters."""

    def mend_by_hand(self, places: str, count: int) -> str:
        """What discriminates and has no amendment."""

    def provide(self, lacks: str, where: str, reason: str) -> str:
        """What is lacking, where it would stand (or nothing), and why it matters."""

    def amended_at(self, numbers: str) -> str:
        """Where an amendment provides it."""

    def new_section(self, name: str) -> str:
        """The section that provides it."""

    def missing(self, count: int, *, more: bool) -> str:
        """How much is missing, beside what was named (``more``) or in all."""

    def answered(self, count: int) -> str:
        """How many blind clauses leave their section nothing to mend."""

    def provision(self, name: str, number: str, *, first: bool = True) -> str:
        """A provision as a title names it, which opens with it or not: ``Section 11(1)``."""

    def issue(self, name: str) -> str:
        """An issue by a name that says what it covers, and begins with that of the data."""

    def raised(self, sure: Sequence[str], perhaps: Sequence[str]) -> str:
        """The issues that a clause raises, and those of which that is less sure."""

    def met_by(self, name: str, number: str, *, whole: bool) -> str:
        """An issue that another clause answers, in whole or in part."""

    def see_amendment(self, number: str) -> str:
        """Where the amendment for the whole section stands."""

    def see_repeal(self, number: str) -> str:
        """Where a clause is repealed with all others that bear its number."""

    def see_clause(self, number: str) -> str:
        """Where an amendment on the same matter stands that speaks of another clause alone."""

    def see_like(self, number: str, provided: Sequence[str]) -> str:
        """That another clause does the same, and what amendments of it provide, a sentence each."""

    def see_section(self, number: str) -> str:
        """That a new section serves a clause for which nothing else is proposed."""

    def unmet(self, kind: str, lacks: str) -> str:
        """What a clause, of a clause's kind, calls for that no amendment of it provides."""

    def in_part(self, number: str) -> str:
        """Which clause of its section answers a clause in part."""

    def no_amendment(self, kind: str, does: str, asks: str) -> str:
        """What a clause that has no amendment does, and what of it is for policy to decide.

        What it does goes on from *The clause*; either may be empty.
        """

    def amendment(self, number: int, count: int, name: str, rivals: Sequence[str]) -> str:
        """The title of an amendment, with those in whose stead it could be made."""

    def shown(self, count: int, amended: int) -> str:
        """The report's last line."""

    def none_flagged(self, count: int, *, doubted: bool) -> str:
        """That all clauses were read as neutral, in a text that was read with doubt or not."""

    def level(self, who: Place) -> str:
        """The law's place on WHO's scale."""

    def governs(self, count: int, numbers: str) -> str:
        """How far a definition reaches: ``governs 14 clauses: 12(1), 12(2), ...``."""

    def more_gaps(self, count: int) -> str:
        """How many gaps are not shown."""

    def after(self, place: str) -> str:
        """Where a new section would stand."""

    def called_for(self, numbers: str) -> str:
        """Which clauses call for what is lacking."""

    def also_proposed(self, numbers: str) -> str:
        """At which clauses the same is proposed."""

    def but_see(self, numbers: str) -> str:
        """Which clauses say something of what is lacking, and may provide it in part."""

    def and_more(self, count: int) -> str:
        """The end of a list that is cut short."""

    def cited(self, citation: Citation, country: str) -> str:
        """A commitment, with what it is to the country (a name, or empty)."""

    def gendered(self, count: int, words: str, rewritten: int) -> str:
        """How often a law speaks of people in the masculine or by their sex, and in which words."""

    def country(self, name: str, words: str, where: str) -> str:
        """The law's country, with the words that say so and where they stand; each may be empty."""

    def more_warnings(self, count: int) -> str:
        """How many warnings are not shown."""

    def more_notes(self, count: int) -> str:
        """How many notes on drafting are not shown."""

    def share(self, named: int, answered: int, bearing: int, total: int, *, others: bool) -> str:
        """In how many of a law's clauses gender matters, and how many take it into account.

        Args:
            named: those that do so in their own words.
            answered: those that another clause of their section answers.
            bearing: those in which gender matters.
            total: all, without those that discriminate.
            others: whether there are such.
        """

    def unequal(self, count: int, numbers: str, level: int, how: str) -> str:
        """Why a law that discriminates is at level 1, and where it would be without that."""

    def doubtful(self, count: int, numbers: str, *, more: bool) -> str:
        """Which clauses may discriminate and are for review, beside others that do or not."""


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
    phrases: ReportPhrases
    doubts: DoubtPhrases
    titles: TitleWords
    structure: StructureWords
    clauses: ClauseGrammar
    law_words: LawWords
    heading_topics: HeadingTopics
    actors: ActorWords
    inflection: Inflection
