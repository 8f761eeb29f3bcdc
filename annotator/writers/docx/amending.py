"""Which amendments go into the text of a document, and which only into its comments.

Of each clause one goes in, the best that can be placed. No two change the same words, and new
subsections of a section bear the numbers that follow its last, whichever of them go in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from lxml import etree
from msgspec.structs import replace

from annotator.eids import unit_eid
from annotator.lang.margin_phrases import Why
from annotator.schema import Annotation, Edit, Finding, Gap, Proposal, StyleNote
from annotator.writers.docx.changes import AddedLines, Change, Emptied, Terrain, Step
from annotator.writers.docx.models import Models, label_of
from annotator.writers.docx.redline import RedlineWriter
from annotator.writers.docx.runs import Unplaceable

#: The number of a new subsection.
_LABEL = re.compile(r"(?<=\n)[ \t]*\(?(\d+)[.)]+\s")


@dataclass
class Outcome:
    """What became of an amendment: it is in the text, or not, and why.

    ``counted`` are numbers that the document prints by itself, ``made`` new paragraphs.
    ``instruction`` is that of the amendment, with the number that is free for it.
    """

    why: Why | None = None
    counted: list[str] = field(default_factory=list)
    made: list[etree._Element] = field(default_factory=list)
    instruction: str = ""


class Amending:
    """Puts amendments into a document, one after another.

    Args:
        annotation: whose amendments they are.
        terrain: its text over the paragraphs of the document.
        writer: makes the changes.
        models: of new paragraphs.
    """

    def __init__(
        self, annotation: Annotation, terrain: Terrain, writer: RedlineWriter, models: Models
    ) -> None:
        self._annotation = annotation
        self._terrain = terrain
        self._writer = writer
        self._models = models
        #: The edits that are in the text.
        self.taken: list[Edit] = []
        #: By section and place, the number that its next new subsection bears.
        self._free: dict[tuple[str, int], int] = {}
        for finding in annotation.findings:
            for proposal in finding.proposals:
                self._note_number(finding, proposal)

    def _note_number(self, finding: Finding, proposal: Proposal) -> None:
        key, number = _new_subsection(finding, proposal)
        if number is not None:
            self._free[key] = min(number, self._free.get(key, number))

    def finding(self, finding: Finding) -> list[Outcome]:
        """Put in the best amendment of a clause, and say what became of each."""
        outcomes: list[Outcome] = []
        placed = False
        for proposal in finding.proposals:
            if placed:
                outcomes.append(Outcome("one"))
                continue
            key, number = _new_subsection(finding, proposal)
            numbered = _renumbered(proposal, number, self._free.get(key))
            outcomes.append(self._tried(numbered.edits))
            if outcomes[-1].why is None:
                placed = True
                if number is not None:
                    self._free[key] += 1
        return outcomes

    def instruction(self, finding: Finding, proposal: Proposal) -> str:
        """The instruction of an amendment that is not in the text, with the number then free."""
        key, number = _new_subsection(finding, proposal)
        return _renumbered(proposal, number, self._free.get(key)).instruction

    def gap(self, gap: Gap) -> Outcome:
        """Put in the section that would fill a gap."""
        return self._tried(gap.edits, heading=gap.heading)

    def note(self, note: StyleNote) -> Outcome:
        """Put in the neutral rewrite of a place."""
        return self._tried(note.rewrite)

    def _tried(self, edits: Sequence[Edit], heading: str = "") -> Outcome:
        try:
            return self._put(edits, heading)
        except Unplaceable as error:
            return Outcome(error.why)

    def _put(self, edits: Sequence[Edit], heading: str) -> Outcome:
        for edit in edits:
            for taken in self.taken:
                _refuse(edit, taken)
        steps = self._terrain.steps(edits)
        for step in steps:
            if isinstance(step, Change):
                self._writer.check(step.paragraph, step.start, step.end)
            elif isinstance(step, AddedLines):
                self._writer.check_after(step.paragraph)
        self.taken += edits
        outcome = Outcome()
        for step in steps:
            self._make(step, heading, outcome)
        return outcome

    def _make(self, step: Step, heading: str, outcome: Outcome) -> None:
        if isinstance(step, Change):
            self._writer.replace(step.paragraph, step.start, step.end, step.words)
        elif isinstance(step, Emptied):
            self._writer.delete_mark(step.paragraph)
        else:
            lines, titles = step.lines, self._headings
            above = [at for at, where in titles.items() if where == "above"]
            if heading and titles.get(self._section(step.paragraph, lines)) == "in":
                lines = _headed(lines)
            new, counted = self._models.new(step.paragraph, lines, above if heading else (), titles)
            outcome.made += self._writer.add_after(step.paragraph, new)
            outcome.counted += counted

    @cached_property
    def _headings(self) -> dict[int, Literal["above", "in"]]:
        """The paragraphs that are headings of sections.

        Either they stand above the one that bears the number, or they bear it.
        """
        found: dict[int, Literal["above", "in"]] = {}
        units = [
            provision
            for tree in self._annotation.provisions
            for provision in tree.walk()
            if provision.heading and provision.eid == unit_eid(provision.eid)
        ]
        names = {_folded(unit.heading) for unit in units}
        for heading in self._annotation.headings:
            if _folded(heading.text) in names:
                found[self._terrain.place(heading.start)[0]] = "above"
        for unit in units:
            at = self._terrain.first(unit.start, unit.end)[0]
            shown = _folded(self._terrain.paragraphs[at].text)
            if shown.endswith(_folded(unit.heading)):
                printed = f"{self._terrain.paragraphs[at].label} {shown}".strip()
                numbered = _folded(printed) != _folded(unit.heading)
                found[at] = "in" if numbered else "above"
        return found

    def _section(self, anchor: int, lines: Sequence[str]) -> int:
        """The paragraph that a new section's number is printed like."""
        return self._models.like(anchor, lines[1]) if len(lines) > 1 else anchor


def _headed(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines of a section with its heading behind its number: *24A. Privacy*, *A search ...*."""
    label = label_of(lines[1])
    if label is None:
        return tuple(lines)
    return (f"{label.printed} {lines[0]}", lines[1][label.end :], *lines[2:])


def _new_subsection(finding: Finding, proposal: Proposal) -> tuple[tuple[str, int], int | None]:
    """Where an amendment adds a subsection, and which number it has; None where it does not."""
    last = proposal.edits[-1] if proposal.edits else None
    found = _LABEL.match(last.text, len(last.text) - len(last.text.lstrip("\n"))) if last else None
    key = unit_eid(finding.clause.eid), last.start if last else 0
    one = proposal.adds and len(proposal.edits) == 1
    return key, int(found[1]) if found and one else None


def _renumbered(proposal: Proposal, number: int | None, free: int | None) -> Proposal:
    """The amendment with the number that is free for its subsection."""
    if number is None or free is None or free == number:
        return proposal
    (edit,) = proposal.edits
    found = _LABEL.search(edit.text)
    if found is None:
        return proposal
    text = edit.text[: found.start(1)] + str(free) + edit.text[found.end(1) :]
    old, new = (" ".join(one.split()) for one in (edit.text, text))
    instruction = proposal.instruction.replace(old, new)
    return replace(proposal, edits=(replace(edit, text=text),), instruction=instruction)


def _refuse(edit: Edit, taken: Edit) -> None:
    """See to it that an edit leaves those that were made as they are.

    Raises:
        Unplaceable: it changes the same words, or is the same.
    """
    if edit == taken:
        raise Unplaceable("repeated")
    if edit.start > taken.end or taken.start > edit.end:
        return
    added = [one for one in (edit, taken) if one.start == one.end and one.text[:1].isspace()]
    other = edit if added and added[0] is taken else taken
    if len(added) == 2 or (added and added[0].start == other.end and other.start < other.end):
        return
    raise Unplaceable("taken")


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
