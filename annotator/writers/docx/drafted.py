"""The drafter's own document with what was found in its margin and what is proposed in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.lang import language
from annotator.numbering import Key, unit_key
from annotator.request import View
from annotator.schedule import Amendment
from annotator.schema import Annotation, Finding, Gap, StyleNote
from annotator.word.names import W
from annotator.word.record import of_package
from annotator.writers.docx.amending import Outcome
from annotator.writers.docx.document import Document
from annotator.writers.docx.manuscript import Manuscript
from annotator.writers.docx.margin import Margin, standing
from annotator.writers.docx.recording import Recorder, remark
from annotator.writers.docx.remarks import Line, Remarks
from annotator.writers.terminal.unamended import unamended


class Drafted:
    """One document on the way to its redline.

    Args:
        document: that is given back.
        annotation: of the law in it.
        view: what of the annotation is shown.
        country: the name of the law's country, or empty.
        date: of the changes and the comments.
    """

    def __init__(
        self, document: Document, annotation: Annotation, view: View, country: str, date: str
    ) -> None:
        self._annotation = annotation
        self._view = view
        self._manuscript = manuscript = Manuscript(document, annotation, view.author, date)
        self._terrain, self._writer = manuscript.terrain, manuscript.writer
        self.amending = manuscript.amending
        self._findings = view.of(annotation)
        self._gaps = sorted(view.gaps_of(annotation), key=_place)
        package = manuscript.package
        before = of_package(package)
        self._recorder = Recorder(annotation, view.author, before)
        self._margin = Margin(package.part("comments"), view.author, date)
        self._standing = standing(package, before)
        self._spoken = spoken = language(annotation.law.language)
        beside = unamended(annotation, self._gaps, spoken.phrases) if view.proposals else {}
        self._remarks = Remarks(spoken, country, beside)

    def redlined(self) -> bytes:
        """The document with all changes and comments."""
        amending = self.amending
        gaps = [gap for gap in self._gaps if gap.by_section]
        amending.make(self._findings, gaps, self._view.accept)
        notes = self._annotation.style if self._view.style == "all" else ()
        for note in notes:
            amending.note(note)
        # Comments go in when all changes are made: what is put in at the end of a clause is in it.
        self._summarise([gap for gap in gaps if amending.of_gap(gap) is None])
        for finding in self._findings:
            self._on_finding(finding)
        for amendment in filter(None, map(amending.of_gap, gaps)):
            self._on_gap(amendment)
        for note, outcome in amending.noted:
            self._on_note(note, outcome)
        manuscript, margin = self._manuscript, self._margin
        return self._recorder.recorded(
            manuscript.packed(margin.root),
            manuscript.package.main,
            amending,
            manuscript.paragraphs,
            list(margin.root.iter(W + "comment")),
            margin.added,
        )

    def warnings(self) -> Iterator[str]:
        """Sentences on what was asked for and is not in the document, and on what it cannot do.

        They can be told once it is :meth:`redlined`.
        """
        name = self._manuscript.name
        for number in self._view.accept:
            outcome = self.amending.outcomes.get(number)
            if outcome is None:
                yield (
                    f"Amendment {number} is not in the Word document of {name}: its clause is not "
                    "among those that are shown."
                )
            elif outcome.why is not None:
                why = self._spoken.margin.not_in_text(outcome.why)
                yield f"Amendment {number} of {name} is {why}: it stands in a comment."
        yield from self._manuscript.warnings()

    def _summarise(self, missing: Sequence[Gap]) -> None:
        paragraphs = self._manuscript.paragraphs
        first = next((at for at, one in enumerate(paragraphs) if one.text.strip()), None)
        if first is not None:
            view = self._view
            lines = self._remarks.summary(self._annotation, missing, view, author=view.author)
            self._comment(list(lines), (first, 0), (first, len(paragraphs[first].text)))

    def _on_finding(self, finding: Finding) -> None:
        clause = finding.clause
        amendments = self.amending.of_finding(finding)
        outcomes = [self.amending.outcomes[one.number] for one in amendments]
        lines = list(self._remarks.finding(finding, amendments, outcomes))
        self._recorder.said(finding, lines)
        start, end = clause.start, clause.start + len(clause.text.rstrip())
        self._comment(lines, self._terrain.first(start, end), self._terrain.last(start, end))

    def _on_gap(self, amendment: Amendment) -> None:
        outcome = self.amending.outcomes[amendment.number]
        lines = list(self._remarks.gap(amendment, outcome))
        self._recorder.said_of_section(amendment, lines)
        if outcome.made:
            self._writer.comment_on_new(self._margin.add(lines), outcome.made)
            return
        at = amendment.edits[0].start
        self._comment(lines, self._terrain.first(max(at - 1, 0), at), self._terrain.place(at))

    def _on_note(self, note: StyleNote, outcome: Outcome) -> None:
        lines = list(self._remarks.note(note, outcome))
        start, end = note.start, note.end
        self._comment(lines, self._terrain.first(start, end), self._terrain.last(start, end))

    def _comment(self, lines: list[Line], first: tuple[int, int], last: tuple[int, int]) -> None:
        if any((remark(lines), index) in self._standing for index in self._indices(first)):
            return
        self._writer.comment(self._margin.add(lines), first, max(first, last))

    def _indices(self, place: tuple[int, int]) -> tuple[int, ...]:
        return self._manuscript.paragraphs[place[0]].indices


def _place(gap: Gap) -> tuple[int, Key]:
    """Where a new section would stand, those of one place in the order of their numbers."""
    return gap.edits[0].start if gap.edits else 0, unit_key(gap.number)
