"""The drafter's own document with what was found in its margin and what is proposed in its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from annotator.lang import language
from annotator.numbering import Key, unit_key
from annotator.request import View
from annotator.schedule import Amendment
from annotator.schema import Annotation, Finding, Gap, StyleNote
from annotator.source import Runs
from annotator.word.names import W
from annotator.word.package import Package
from annotator.word.record import of_package
from annotator.word.view import WordView
from annotator.writers.docx.amending import Amending, Outcome
from annotator.writers.docx.changes import Terrain
from annotator.writers.docx.indents import Indents
from annotator.writers.docx.macros import has_macros, is_plain, plain
from annotator.writers.docx.margin import Margin
from annotator.writers.docx.models import Models
from annotator.writers.docx.recording import Recorder
from annotator.writers.docx.redline import RedlineWriter
from annotator.writers.docx.remarks import Line, Remarks
from annotator.word.repacking import repacked
from annotator.writers.terminal.unamended import unamended


@dataclass(frozen=True)
class Document:
    """A Word document that says the law: its bytes, and the way from the law's text to its own."""

    data: bytes
    name: str
    text: str
    runs: Runs


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
        self._document = document
        self._annotation = annotation
        self._view = view
        self._package = Package(document.data, document.name)
        paragraphs = WordView(self._package).paragraphs
        self._terrain = Terrain(document.text, document.runs, paragraphs)
        root = self._package.document
        self._writer = RedlineWriter(root, paragraphs, view.author, date)
        indents = Indents(self._package)
        models = Models(paragraphs, indents.of, indents.look)
        self._findings = view.of(annotation)
        self._gaps = sorted(view.gaps_of(annotation), key=_place)
        self._recorder = Recorder(annotation, view.author, of_package(self._package))
        self._margin = Margin(self._package.part("comments"), view.author, date)
        self._spoken = spoken = language(annotation.law.language)
        self.amending = Amending(
            annotation, self._terrain, self._writer, models, spoken.margin.REPEALED
        )
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
        root = self._package.document
        main = self._package.main
        made = repacked(self._document.data, main, root, self._margin.root)
        if not is_plain(made, main):
            made = plain(made, main)
        comments = list(self._margin.root.iter(W + "comment"))
        return self._recorder.recorded(
            made, main, amending, self._terrain.paragraphs, comments, self._margin.added
        )

    def warnings(self) -> Iterator[str]:
        """Sentences on what was asked for and is not in the document, and on what it cannot do.

        They can be told once it is :meth:`redlined`.
        """
        name = self._document.name
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
        if has_macros(self._document.data, self._package.main):
            yield f"{name} has macros: the Word document that is written has none of them."
        if self._package.protected:
            yield (
                f"{name} is protected against changes, and so is the Word document that is "
                "written: stop the protection in Word (Review, Restrict Editing) before changes "
                "can be accepted."
            )

    def _summarise(self, missing: Sequence[Gap]) -> None:
        paragraphs = self._terrain.paragraphs
        first = next((at for at, one in enumerate(paragraphs) if one.text.strip()), None)
        if first is not None:
            view = self._view
            lines = self._remarks.summary(
                self._annotation, missing, author=view.author, overview=view.overview
            )
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
        self._writer.comment(self._margin.add(lines), first, max(first, last))


def _place(gap: Gap) -> tuple[int, Key]:
    """Where a new section would stand, those of one place in the order of their numbers."""
    return gap.edits[0].start if gap.edits else 0, unit_key(gap.number)
