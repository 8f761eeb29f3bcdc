"""What a report counts: the structs that :mod:`.gathering` makes and all formats print.

Whatever is flagged is counted twice over, apart: where the classifier is sure, and where its label
is for a person to review.
"""

from __future__ import annotations

import msgspec

from annotator.schema import Label, Status, Strength

#: How a clause counts: by its label, save that a blind one whose section leaves nothing to mend is
#: ``met``.
COUNTED = ("regressive", "blind", "met", "responsive")


class Tally(msgspec.Struct):
    """So many clauses of which the classifier is ``sure``, and so many for ``review``."""

    sure: int = 0
    review: int = 0

    @property
    def all(self) -> int:
        """Both together."""
        return self.sure + self.review

    def count(self, *, review: bool) -> None:
        """Count one clause more."""
        if review:
            self.review += 1
        else:
            self.sure += 1

    def add(self, other: Tally) -> None:
        """Count what another has counted."""
        self.sure += other.sure
        self.review += other.review


class Counts(msgspec.Struct):
    """Clauses by how they count (:data:`COUNTED`)."""

    regressive: Tally = msgspec.field(default_factory=Tally)
    blind: Tally = msgspec.field(default_factory=Tally)
    met: Tally = msgspec.field(default_factory=Tally)
    responsive: Tally = msgspec.field(default_factory=Tally)

    def of(self, name: str) -> Tally:
        """The tally of one of :data:`COUNTED`."""
        found: Tally = getattr(self, name)
        return found

    def add(self, other: Counts) -> None:
        """Count what another has counted."""
        for name in COUNTED:
            self.of(name).add(other.of(name))

    @property
    def bearing(self) -> int:
        """Those in which gender matters, without those that discriminate."""
        return self.blind.all + self.met.all + self.responsive.all

    @property
    def heeding(self) -> int:
        """Those of them that take it into account, or are answered by one of their section."""
        return self.met.all + self.responsive.all

    @property
    def heeding_for_review(self) -> int:
        """How many of those are for review."""
        return self.met.review + self.responsive.review

    @property
    def to_mend(self) -> int:
        """Those that need amending."""
        return self.regressive.all + self.blind.all

    @property
    def flagged(self) -> Tally:
        """All of them together."""
        told = Tally()
        for name in COUNTED:
            told.add(self.of(name))
        return told


class LawFigures(msgspec.Struct):
    """One law. ``level`` is WHO's, 0 where gender bears on nothing in it; ``year`` 0 if unknown."""

    key: str
    title: str
    path: str
    country: str
    year: int
    level: int
    clauses: int
    counts: Counts
    warnings: int
    model: str


class LackingNeed(msgspec.Struct):
    """What laws of one country lack: a need of the library.

    ``lacking`` are the laws that call for it and do not provide it; ``perhaps`` other laws of the
    country that take gender into account on the same issue, and so may provide it: where there are
    none, no law of the country does. ``status`` is the best that an instrument which calls for it
    is to the country, ``rests_on`` are the places in those of that status. ``clauses`` call for it.
    """

    need: str
    lacks: str
    issue: str
    strength: Strength
    status: Status
    rests_on: tuple[str, ...]
    reason: str
    lacking: list[LawFigures] = msgspec.field(default_factory=list)
    perhaps: list[LawFigures] = msgspec.field(default_factory=list)
    clauses: int = 0

    @property
    def nowhere(self) -> bool:
        """Whether no law of the country provides it."""
        return not self.perhaps


class UnmetPlace(msgspec.Struct):
    """A place in an instrument that binds a country, and what of its laws falls short of it.

    ``at`` is empty where the instrument as a whole is meant. ``clauses`` are those for which an
    amendment is proposed that rests on it, each counted once, ``laws`` counts the laws in which
    they stand or which lack what it asks for, ``lacking`` how often one lacks that altogether.
    ``asks`` counts by clauses, in a sentence each, what the amendments would provide.
    """

    instrument: str
    at: str
    countries: list[str] = msgspec.field(default_factory=list)
    clauses: Tally = msgspec.field(default_factory=Tally)
    laws: int = 0
    lacking: int = 0
    asks: dict[str, int] = msgspec.field(default_factory=dict)

    def add(self, other: UnmetPlace) -> None:
        """Count what another country's laws fall short of."""
        self.countries += other.countries
        self.clauses.add(other.clauses)
        self.laws += other.laws
        self.lacking += other.lacking
        for words, count in other.asks.items():
            self.asks[words] = self.asks.get(words, 0) + count

    def asked(self, most: int) -> list[str]:
        """What is wanted most, in so many sentences."""
        order = sorted(self.asks, key=lambda words: (-self.asks[words], words))
        return order[:most]

    @property
    def weight(self) -> tuple[int, int, str, str]:
        """By which places are put in order."""
        return -self.clauses.all, -self.lacking, self.instrument, self.at


class InstrumentFigures(msgspec.Struct):
    """An instrument that binds: its title, the whole of it, its places, the weightiest first."""

    title: str
    whole: UnmetPlace
    places: list[UnmetPlace]


class ChangedClause(msgspec.Struct, frozen=True):
    """A clause that an amendment changes: where it stands, and what it says as it is.

    ``place`` is as a citation has it: ``Section 11(1)``.
    """

    place: str
    heading: str
    label: Label
    confidence: float
    review: bool
    priority: int
    text: str


class LeadingChange(msgspec.Struct):
    """One amendment of one law, at one clause or several, by what it would change.

    ``effect`` is the weight of the weightiest clause, half that of the next, a third of that of the
    third, and so on; ``clauses`` stand in that order. ``provides`` says in a sentence what the
    law then provides, where the library says it. ``instruction`` is what does it at the weightiest
    clause, ``further`` at others; where there is a ``new_section``, that serves them all.
    ``others`` counts the other laws in which the same is wanted.
    """

    law: LawFigures
    need: str
    issue: str
    provides: str
    reason: str
    instruction: str
    further: tuple[str, ...]
    new_section: bool
    status: Status
    rests_on: tuple[str, ...]
    clauses: tuple[ChangedClause, ...]
    effect: float
    others: int = 0

    @property
    def reviews(self) -> int:
        """How many of its clauses are for review."""
        return sum(one.review for one in self.clauses)

    @property
    def review(self) -> bool:
        """Whether the classifier is sure of none of its clauses."""
        return self.reviews == len(self.clauses)

    @property
    def label(self) -> Label:
        """The gravest label of its clauses."""
        return "regressive" if any(one.label == "regressive" for one in self.clauses) else "blind"


class UnwordedClause(msgspec.Struct, frozen=True):
    """A clause of a law that discriminates, and for which no amendment could be proposed."""

    law: LawFigures
    clause: ChangedClause


class CountryFigures(msgspec.Struct):
    """One country's laws; ``code`` is empty for those of which the country is not known.

    ``name`` is as a sentence has it, ``label`` as a list does.
    """

    code: str
    name: str
    laws: list[LawFigures] = msgspec.field(default_factory=list)
    counts: Counts = msgspec.field(default_factory=Counts)
    needs: list[LackingNeed] = msgspec.field(default_factory=list)
    instruments: list[InstrumentFigures] = msgspec.field(default_factory=list)
    changes: list[LeadingChange] = msgspec.field(default_factory=list)
    unworded: list[UnwordedClause] = msgspec.field(default_factory=list)
    reservations: dict[str, str] = msgspec.field(default_factory=dict)

    @property
    def label(self) -> str:
        """Its name without an article."""
        return self.name.removeprefix("the ")

    @property
    def clauses(self) -> int:
        """All clauses of its laws."""
        return sum(law.clauses for law in self.laws)


class Decade(msgspec.Struct):
    """The laws of ten years, by the year that each states."""

    begins: int
    laws: int = 0
    counts: Counts = msgspec.field(default_factory=Counts)


class UnreadFile(msgspec.Struct, frozen=True):
    """A file that gave no law, and why."""

    path: str
    kind: str
    reason: str


class CorpusFigures(msgspec.Struct):
    """All that a report says, in figures; :attr:`countries` in the order of their names."""

    countries: list[CountryFigures] = msgspec.field(default_factory=list)
    matters: dict[str, Counts] = msgspec.field(default_factory=dict)
    instruments: list[InstrumentFigures] = msgspec.field(default_factory=list)
    changes: list[LeadingChange] = msgspec.field(default_factory=list)
    decades: list[Decade] = msgspec.field(default_factory=list)
    unread: list[UnreadFile] = msgspec.field(default_factory=list)
    program: str = ""

    @property
    def unworded(self) -> list[UnwordedClause]:
        """What is to be redrafted by hand, in all countries: what is sure first, by its weight."""
        found = [one for country in self.countries for one in country.unworded]
        return sorted(found, key=lambda one: (one.clause.review, -one.clause.priority))

    @property
    def laws(self) -> list[LawFigures]:
        """All laws, country by country."""
        return [law for country in self.countries for law in country.laws]

    @property
    def counts(self) -> Counts:
        """The clauses of all."""
        told = Counts()
        for country in self.countries:
            told.add(country.counts)
        return told

    @property
    def models(self) -> list[str]:
        """The pipelines that read them, by name and version."""
        return sorted({law.model for law in self.laws})
