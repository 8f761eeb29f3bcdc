"""Which amendments go into the text of a document, and which only into its comments.

Of each clause one goes in, the best that can be placed, or those that were accepted. No two change
the same words. What goes in is composed: new subsections and sections follow one another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from annotator.colliding import collision
from annotator.lang.margin_phrases import Why
from annotator.schedule import Amendment, adopted, check_accepted, schedule
from annotator.schema import Annotation, Edit, Finding, Gap, StyleNote
from annotator.writers.docx.already import Already
from annotator.writers.docx.changes import AddedLines, Change, Emptied, RunTogether, Step, Terrain
from annotator.writers.docx.models import Models
from annotator.writers.docx.new import NewRow, words_of
from annotator.writers.docx.redline import RedlineWriter
from annotator.writers.docx.repeals import Repeals
from annotator.writers.docx.runs import Unplaceable
from annotator.writers.docx.tabled import Tabled
from annotator.writers.docx.titles import Titles


@dataclass
class Outcome:
    """What became of an amendment: it is in the text, or not, and why.

    ``counted`` are numbers that the document prints by itself, ``made`` new paragraphs, ``put`` the
    changes of the text: where, what goes out, what comes in.
    """

    why: Why | None = None
    counted: list[str] = field(default_factory=list)
    made: list[etree._Element] = field(default_factory=list)
    put: list[tuple[int, str, str]] = field(default_factory=list)


_Words = Callable[[Amendment], Amendment]


def _as_proposed(amendment: Amendment) -> Amendment:
    return amendment


class Amending:
    """Puts the amendments of a law into its document.

    Args:
        annotation: whose amendments they are.
        terrain: the law's text over the paragraphs of the document.
        writer: makes the changes.
        models: of new paragraphs.
        repealed: what stands for a provision that is repealed, where its number stays.
    """

    def __init__(
        self,
        annotation: Annotation,
        terrain: Terrain,
        writer: RedlineWriter,
        models: Models,
        repealed: str,
    ) -> None:
        self._annotation = annotation
        self._known = schedule(annotation)
        self._terrain = terrain
        self._writer = writer
        self._models = models
        self._titles = Titles(annotation, terrain)
        self._tabled = Tabled(terrain.paragraphs, models)
        self._repeals = Repeals(annotation, terrain, repealed)
        self._already = Already(annotation)
        #: The edits that are in the text.
        self.taken: list[Edit] = []
        #: By the number of an amendment, what became of it.
        self.outcomes: dict[int, Outcome] = {}
        #: The places of gendered drafting, and what became of each.
        self.noted: list[tuple[StyleNote, Outcome]] = []
        self._of_finding: dict[int, list[Amendment]] = {}
        self._of_gap: dict[int, Amendment] = {}
        for one in self._known:
            if one.finding is not None:
                self._of_finding.setdefault(id(one.finding), []).append(one)
            elif one.gap is not None:
                self._of_gap[id(one.gap)] = one

    def of_finding(self, finding: Finding) -> list[Amendment]:
        """The amendments of a clause, the best first."""
        rank = {id(proposal): at for at, proposal in enumerate(finding.proposals)}
        found = self._of_finding.get(id(finding), [])
        return sorted(found, key=lambda one: rank[id(one.proposal)])

    def of_gap(self, gap: Gap) -> Amendment | None:
        """The section that would fill a gap, if there are words for it."""
        return self._of_gap.get(id(gap))

    def in_text(self) -> list[tuple[Amendment, Outcome]]:
        """The amendments that are in the text, in the order of the schedule."""
        found = ((one, self.outcomes.get(one.number)) for one in self._known)
        return [(one, outcome) for one, outcome in found if outcome and outcome.put]

    def make(
        self,
        findings: Iterable[Finding],
        gaps: Iterable[Gap],
        accept: Sequence[int],
        words: _Words = _as_proposed,
    ) -> None:
        """Put in what can be: of each clause the best amendment, or those that are accepted.

        Args:
            findings: whose amendments they are.
            gaps: for which there are sections.
            accept: the numbers of those that are accepted, if any are named.
            words: gives an amendment, composed or not, in the words that are to stand there.

        Raises:
            UsageError: there is no amendment of a number that is accepted, or two exclude another.
        """
        check_accepted(self._known, accept)
        rivals = [self.of_finding(one) for one in findings]
        rivals += [[one] for one in map(self.of_gap, gaps) if one is not None]
        if accept:
            some = {one.number for rival in rivals for one in rival}
            self.outcomes = {number: Outcome("others") for number in some}
            chosen = self._placed([one for one in accept if one in some], words)
        else:
            chosen = self._best(rivals, words)
        composed = adopted(self._known, self._annotation, chosen) if chosen else ()
        for one in map(words, composed):
            edits, outcome = self._repeals.edits(one.edits), self.outcomes[one.number]
            self._put(edits, outcome, one.gap.heading if one.gap else "")

    def _best(self, rivals: Iterable[Sequence[Amendment]], words: _Words) -> list[int]:
        """Of each clause the best amendment that can be placed."""
        chosen: list[int] = []
        held: list[Edit] = []
        for some in rivals:
            placed = False
            for one in some:
                edits = self._repeals.edits(words(one).edits)
                outcome = Outcome("one") if placed else self._tried(edits, held)
                self.outcomes[one.number] = outcome
                if outcome.why is None:
                    placed = True
                    chosen.append(one.number)
                    held += edits
        return chosen

    def _placed(self, accept: Sequence[int], words: _Words) -> list[int]:
        """Those of the accepted ones that can be placed as they stand beside each other."""
        chosen = list(accept)
        while chosen:
            held: list[Edit] = []
            left: list[int] = []
            for one in map(words, adopted(self._known, self._annotation, chosen)):
                edits = self._repeals.edits(one.edits)
                outcome = self.outcomes[one.number] = self._tried(edits, held)
                if outcome.why is None:
                    left.append(one.number)
                    held += edits
            if len(left) == len(chosen):
                break
            chosen = left
        return chosen

    def note(self, note: StyleNote) -> Outcome:
        """Put in the neutral rewrite of a place."""
        outcome = self._tried(note.rewrite, self.taken)
        if outcome.why is None:
            self._put(note.rewrite, outcome)
        self.noted.append((note, outcome))
        return outcome

    def _tried(self, edits: Sequence[Edit], held: Iterable[Edit]) -> Outcome:
        """Whether edits can be made beside others: nothing is changed yet."""
        if why := collision(edits, list(held)):
            return Outcome(why)
        try:
            if any(map(self._already.says, edits)):
                raise Unplaceable("repeated")
            for step in self._terrain.steps(edits):
                if isinstance(step, Change):
                    self._writer.check(step.paragraph, step.start, step.end)
                elif isinstance(step, RunTogether):
                    self._writer.check_join(step.paragraph, step.following)
                elif isinstance(step, AddedLines):
                    self._writer.check_after(step.paragraph)
        except Unplaceable as error:
            return Outcome(error.why)
        return Outcome()

    def _put(self, edits: Sequence[Edit], outcome: Outcome, heading: str = "") -> None:
        self.taken += edits
        self._writer.begin()
        steps = self._terrain.steps(edits)
        # A row goes where all that stands in it does.
        self._writer.take_out([one.paragraph for one in steps if isinstance(one, Emptied)])
        for step in steps:
            self._make(step, heading, outcome)

    def _make(self, step: Step, heading: str, outcome: Outcome) -> None:
        there = self._terrain.paragraphs[step.paragraph]
        if isinstance(step, Change):
            self._writer.replace(step.paragraph, step.start, step.end, step.words)
            out = there.text[step.start : step.end]
            outcome.put.append((there.start + step.start, out, step.words))
        elif isinstance(step, RunTogether):
            self._writer.join(step.paragraph, step.following)
        elif isinstance(step, AddedLines):
            lines, titles = step.lines, self._titles
            rows = self._tabled.new(step.paragraph, lines, titles.where)
            if rows is not None:
                self._put_rows(step.paragraph, *rows, outcome)
                return
            above = titles.above if heading else ()
            if heading:
                lines = titles.headed(lines, self._section(step.paragraph, lines))
            new, counted = self._models.new(step.paragraph, lines, above, titles.where)
            if heading and len(lines) < len(step.lines):
                # The heading that stands there, which a reviewer may have edited.
                new[0] = titles.looking(new[0], step.lines[0])
            outcome.made += self._writer.add_after(step.paragraph, new)
            words = "".join(f"\n{one.words}" for one in new)
            outcome.put.append((there.start + len(there.text), "", words))
            outcome.counted += counted

    def _put_rows(
        self, anchor: int, rows: list[NewRow], counted: list[str], outcome: Outcome
    ) -> None:
        """Put rows behind that of a paragraph."""
        last = self._tabled.last_of_row(anchor)
        made = self._writer.add_rows(last, rows)
        outcome.made += made
        there = self._terrain.paragraphs[last]
        words = "".join(f"\n{words_of(one)}" for one in made)
        outcome.put.append((there.start + len(there.text), "", words))
        outcome.counted += counted

    def _section(self, anchor: int, lines: Sequence[str]) -> int:
        """The paragraph that a new section's number is printed like."""
        return self._models.like(anchor, lines[1]) if len(lines) > 1 else anchor
