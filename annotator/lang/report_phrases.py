"""What a language must bring for a report: the sentences around a law's own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from annotator.schema import BaselineState, Citation, Label, Place


class ReportPhrases(Protocol):
    """The sentences of a report: what the terminal shows around a law's own words.

    Counts are of clauses unless a word says otherwise; ``numbers`` are those of provisions, joined.
    """

    @property
    def REASON(self) -> str: ...  # noqa: D102

    @property
    def RESTS_ON(self) -> str: ...  # noqa: D102

    @property
    def PRECEDENTS(self) -> str: ...  # noqa: D102

    @property
    def PRECEDENTS_ARE(self) -> str: ...  # noqa: D102

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
    def GIFT(self) -> str: ...  # noqa: D102
    @property
    def DISTINGUISHING(self) -> frozenset[str]: ...  # noqa: D102

    @property
    def NOWHERE(self) -> str: ...  # noqa: D102

    @property
    def ALSO_NOWHERE(self) -> str: ...  # noqa: D102

    @property
    def PROPOSED(self) -> str: ...  # noqa: D102

    @property
    def CHANGES(self) -> str: ...  # noqa: D102

    @property
    def GRAVE(self) -> str: ...  # noqa: D102

    @property
    def TO_AMEND(self) -> str: ...  # noqa: D102

    @property
    def NO_WORDS(self) -> str: ...  # noqa: D102

    @property
    def ANNEX(self) -> str: ...  # noqa: D102

    @property
    def NO_AMENDMENTS(self) -> str: ...  # noqa: D102

    @property
    def MEANINGS(self) -> Mapping[Label, str]:
        """What the labels mean, the gravest first."""

    @property
    def LABELS(self) -> str: ...  # noqa: D102

    @property
    def BASELINE(self) -> Mapping[BaselineState, str]: ...  # noqa: D102

    @property
    def STRENGTHS(self) -> str: ...  # noqa: D102

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

    def compared(self, new: int, places: str, known: int, lacking: int) -> str:
        """How many findings are new to a baseline, in which provisions, and how many it knows.

        ``lacking`` is how much the law as a whole lacks that it did not.
        """

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

    def see_law(self, number: str) -> str:
        """Where the amendment for the whole law stands."""

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

    def unsure(self, kind: str, does: str, asks: str) -> str:
        """That no words are proposed for a clause which may not be blind, and what to ask of it.

        What it does goes on from *The clause*; either may be empty.
        """

    def unproven(self, kind: str, does: str, asks: str) -> str:
        """The same of one which may not discriminate, and what is to be mended if it does."""

    def discriminates(self, sure: str, count: int, doubtful: str) -> str:
        """Which provisions discriminate (so many), and which may; either may be empty."""

    def instead(self, rivals: Sequence[int]) -> str:
        """In whose stead an amendment could be made."""

    def line(self, name: str, label: str, issues: str, told: str) -> str:
        """A finding on one line: a provision, its label, its issues, and what there is to say."""

    def on_page(self, first: int, last: int) -> str:
        """The pages that a clause stands on."""

    def schedule_of(self, title: str) -> str:
        """The title of an amending schedule."""

    def new_amendments(self, new: Sequence[int], known: int) -> str:
        """Which of the amendments of a schedule mend what is new to a baseline, and how many not.

        There is at least one of either.
        """

    def left_out(self, alternatives: Sequence[tuple[int, Sequence[int]]]) -> str:
        """Which amendments a schedule leaves out, and in whose stead each could be made."""

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

    def precedent(self, law: str, place: str, country: str, date: str) -> str:
        """A clause of another country's law as it is cited; the date, or a year, may be empty."""

    def gendered(self, count: int, words: str, rewritten: int) -> str:
        """How often a law speaks of people in the masculine or by their sex, and in which words."""

    def country(self, name: str, words: str, where: str) -> str:
        """The law's country, with the words that say so and where they stand; each may be empty."""

    def dated(self, date: str) -> str:
        """That the law is of a date (``2004-05-06``)."""

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
