"""The law as the proposer sees it: its provisions, and the clauses that each holds.

A *provision* here is the unit that drafters number through the whole law: a section, an article, a
regulation, a rule. Its clauses are its subsections, or itself; an amendment may add one to them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from annotator.eids import unit_eid
from annotator.schema import Clause

# What names a provision in an eId, and the word for it in an instruction.
PROVISION_WORDS = {
    "sec": "section",
    "art": "Article",
    "reg": "regulation",
    "rule": "rule",
    "para": "paragraph",
    "att": "Schedule",
}
# "11(2)", "11(2A)", and the last of "11(3) to (5)", which a repeal leaves behind.
_SUBSECTION = re.compile(r"^[^(]*\((?:\d+[^)]*\) (?:to|and) \()?(\d{1,3})(?:[.A-Za-z][^)]*)?\)")
_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text on one line: every run of white space is one blank."""
    return _SPACES.sub(" ", text).strip()


@dataclass(frozen=True)
class Provision:
    """A section, article, regulation or rule: its eId and its clauses in their order."""

    eid: str
    clauses: tuple[Clause, ...]

    @property
    def word(self) -> str:
        """What the provision is called: ``section``, ``Article``."""
        own = self.eid.rpartition("__")[2].partition("_")[0]
        return PROVISION_WORDS.get(own, "section")

    @property
    def number(self) -> str:
        """Its number as cited, without that of a subsection: ``11``, ``20.1``, ``14 bis``."""
        return re.split(r"\(| “", self.clauses[0].number, maxsplit=1)[0].strip()

    @cached_property
    def text(self) -> str:
        """All that it says, headings and lead-ins included, on one line."""
        parts = []
        for clause in self.clauses:
            parts += [clause.heading, clause.lead_in, clause.text]
        return folded(" ".join(parts))

    @property
    def last_subsection(self) -> int:
        """The highest number among its subsections; 0 where it has none."""
        numbers = [_SUBSECTION.match(clause.number) for clause in self.clauses]
        return max((int(match[1]) for match in numbers if match), default=0)

    @property
    def end(self) -> int:
        """Where its last clause ends, as an offset into the canonical text."""
        return max(clause.end for clause in self.clauses)


@dataclass(frozen=True)
class LawText:
    """The canonical text with its clauses, and which provision each clause is part of."""

    text: str
    clauses: tuple[Clause, ...]

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """Every provision by its eId."""
        groups: dict[str, list[Clause]] = {}
        for clause in self.clauses:
            groups.setdefault(unit_eid(clause.eid), []).append(clause)
        return {eid: Provision(eid, tuple(clauses)) for eid, clauses in groups.items()}

    def provision_of(self, clause: Clause) -> Provision:
        """The provision that a clause is, or is part of."""
        return self.provisions[unit_eid(clause.eid)]


def read_law(text: str, clauses: Sequence[Clause]) -> LawText:
    """Put a law's text and its clauses together."""
    return LawText(text, tuple(clauses))


def body_start(clause: Clause) -> int:
    """Where, within its text, a clause's own words begin: after its number, if that is there."""
    labels = [re.escape(part) for part in re.findall(r"\([^)]*\)|[^\s()]+", clause.number)]
    if not labels:
        return 0
    own = "|".join(labels)
    # "14.—(1) ", "Article 6 ", "1. ", "(2) ": the parts of the number as printers set them.
    word = r"(?:(?:section|article|art\.|regulation|rule|§)\s*)?"
    opening = rf"\s*{word}(?:(?:{own})[.)]?\s*[—–-]?\s*)+(?=\D)"
    match = re.match(opening, clause.text, re.IGNORECASE)
    # "14 days after ...": a bare number with no bracket or full stop may be part of the sentence.
    return match.end() if match and re.search(r"[.)—–-]\s*$", match[0]) else 0
