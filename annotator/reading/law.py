"""The law as the proposer sees it: whole sections and articles, and the clauses that each holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import le

from annotator.eids import subdivision, unit_eid
from annotator.expressions import expression
from annotator.schema import Clause, Provision

_NUMBERS = expression(r"(?<![\w.])\d{1,3}")
_LETTERED = expression(r"\(([a-z])\)")
#: A section's text may stand for its subsection (1): of those that are cut the lowest is then (2).
_FIRST_CUT = 2
_SPACES = expression(r"\s+")


def folded(text: str) -> str:
    """The text on one line: every run of white space is one blank."""
    return _SPACES.sub(" ", text).strip()


@dataclass(frozen=True, eq=False)
class WholeProvision:
    """What drafters number through the whole law, a section, article, regulation or rule.

    Its clauses, in their order, are its subsections, or itself; an amendment may add one to them.
    ``tree`` is where it stands in the law's tree, ``within`` the parts, chapters and schedules that
    hold it, outermost first. A schedule or chapter that says something under no number is one too.
    """

    tree: Provision
    clauses: tuple[Clause, ...]
    within: tuple[Provision, ...] = ()

    @property
    def eid(self) -> str:
        """Its eId."""
        return self.tree.eid

    @property
    def word(self) -> str:
        """What it is called in an instruction: ``section``, ``Article``, ``Schedule``."""
        return self.tree.word

    @property
    def number(self) -> str:
        """Its number as cited, without that of a subsection: ``11``, ``20.1``, ``14 bis``."""
        return self.tree.number

    @cached_property
    def text(self) -> str:
        """All that it says, headings and lead-ins included, on one line."""
        parts = []
        for clause in self.clauses:
            parts += [clause.heading, clause.lead_in, clause.text]
        return folded(" ".join(parts))

    @cached_property
    def subsections(self) -> tuple[Provision, ...]:
        """Its subsections, or an article's numbered paragraphs, in their order."""
        word = subdivision(self.tree.word)
        return tuple(item for item in self.tree.items if item.word == word)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """What each of its clauses says, its lead-in before it, on one line."""
        return tuple(clause.words for clause in self.clauses)

    @cached_property
    def headed_words(self) -> tuple[str, ...]:
        """The same with the heading of each clause before its words."""
        return tuple(f"{clause.heading} {clause.words}" for clause in self.clauses)

    @cached_property
    def said(self) -> str:
        """All that its clauses say, without headings, on one line."""
        return " ".join(self.words)

    @cached_property
    def last(self) -> Clause:
        """The clause that ends last."""
        return max(self.clauses, key=lambda clause: clause.end)

    @cached_property
    def last_undivided(self) -> Clause:
        """The clause that ends last of those that are no items; where all are, of all."""
        whole = [clause for clause in self.clauses if clause.kind != "item"]
        return max(whole, key=lambda clause: clause.end, default=self.last)

    @cached_property
    def last_subsection(self) -> int:
        """The highest number among its subsections; 0 where it has none."""
        # "(2A)" counts as 2; of "(3) to (5)", which a repeal leaves behind, the last counts.
        numbers = [number for one in self.subsections for number in _NUMBERS.findall(one.label)]
        return max(map(int, numbers), default=max(self.letters, default=0))

    @cached_property
    def letters(self) -> tuple[int, ...]:
        """The places in the alphabet of its subsections, where it has (a), (b) for (1), (2).

        Empty where they do not follow one another from (a) on; some may be left out, or be there
        twice.
        """
        found = [_LETTERED.fullmatch(one.label) for one in self.subsections]
        places = [ord(label[1]) - ord("a") + 1 for label in found if label]
        whole = len(places) == len(found) and places[:1] == [1]
        return tuple(places) if whole and all(map(le, places, places[1:])) else ()

    @cached_property
    def begins_late(self) -> bool:
        """Whether its lowest subsection is beyond (2), and not the only one that was looked at.

        The first were not cut from the text, or the section's own number was read as one.
        """
        numbers = [number for one in self.subsections for number in _NUMBERS.findall(one.label)]
        if not numbers or self.letters or min(map(int, numbers)) <= _FIRST_CUT:
            return False
        return len(numbers) > 1 or numbers[0] == self.number

    @property
    def end(self) -> int:
        """Where its last clause ends, as an offset into the canonical text."""
        return self.last.end


@dataclass(frozen=True)
class LawText:
    """The canonical text with its clauses and its tree."""

    text: str
    clauses: tuple[Clause, ...]
    tree: tuple[Provision, ...]

    @cached_property
    def provisions(self) -> dict[str, WholeProvision]:
        """Every section and article that holds a clause, by its eId."""
        groups: dict[str, list[Clause]] = {}
        for clause in self.clauses:
            groups.setdefault(unit_eid(clause.eid), []).append(clause)
        return {
            eid: WholeProvision(self._by_eid[eid], tuple(clauses), self._above[eid])
            for eid, clauses in groups.items()
        }

    def provision_of(self, clause: Clause) -> WholeProvision:
        """The section or article that a clause is, or is part of."""
        return self.provisions[unit_eid(clause.eid)]

    def is_plain(self, provision: WholeProvision) -> bool:
        """Whether one provision alone bears its number: where two do, what is free is not sure."""
        return self._bearing[provision.number, provision.eid.rpartition("__")[0]] == 1

    @cached_property
    def _bearing(self) -> Counter[tuple[str, str]]:
        """How many sections bear a number, by that and the eId of what it is numbered in."""
        provisions = self.provisions.values()
        return Counter((one.number, one.eid.rpartition("__")[0]) for one in provisions)

    def bears_alone(self, clause: Clause) -> bool:
        """Whether no other clause bears its number: else an instruction would not say which."""
        return self._numbered[clause.number] < 2

    @cached_property
    def _numbered(self) -> Counter[str]:
        return Counter(one.number for one in self.clauses if not one.is_lead_in)

    def items_of(self, clause: Clause) -> tuple[Provision, ...]:
        """The outermost items that a clause holds; none where they are clauses of their own."""
        own = self._by_eid[clause.eid]
        return tuple(item for item in own.items if clause.start <= item.start < clause.end)

    @cached_property
    def _above(self) -> dict[str, tuple[Provision, ...]]:
        """What holds each provision, outermost first, by its eId."""
        above: dict[str, tuple[Provision, ...]] = {}
        waiting: list[tuple[Provision, tuple[Provision, ...]]] = [(one, ()) for one in self.tree]
        while waiting:
            provision, holding = waiting.pop()
            above[provision.eid] = holding
            waiting += [(item, (*holding, provision)) for item in provision.items]
        return above

    @cached_property
    def _by_eid(self) -> dict[str, Provision]:
        return {one.eid: one for outermost in self.tree for one in outermost.walk()}


def read_law(text: str, clauses: Sequence[Clause], tree: Sequence[Provision] = ()) -> LawText:
    """Put a law's text, its clauses and the tree in which each of them stands together."""
    return LawText(text, tuple(clauses), tuple(tree))
