"""A schedule of amendments: for a law whose file cannot be changed, as the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from annotator.lang import language
from annotator.request import View
from annotator.schema import Annotation, Clause, Finding, Source
from annotator.writers.docx.amending import Outcome
from annotator.writers.docx.pages import INDENT, paragraph, word_file
from annotator.writers.docx.remarks import Remarks
from annotator.writers.terminal.layout import provision_name
from annotator.writers.terminal.unamended import unamended


def schedule(annotation: Annotation, source: Source, view: View, country: str) -> bytes:
    """A Word document that lists what is shown of a law, with the places where it stands."""
    return word_file(list(_Schedule(annotation, source, view, country).paragraphs()))


class _Schedule:
    def __init__(self, annotation: Annotation, source: Source, view: View, country: str) -> None:
        self._annotation = annotation
        self._source = source
        self._view = view
        self._gaps = [gap for gap in view.gaps_of(annotation) if gap.by_section]
        self._spoken = language(annotation.law.language)
        say = self._spoken.phrases
        beside = unamended(annotation, self._gaps, say) if view.proposals else {}
        self._remarks = Remarks(self._spoken, country, beside)

    def paragraphs(self) -> Iterator[etree._Element]:
        margin = self._spoken.margin
        yield paragraph([(margin.schedule_of(self._annotation.law.title), False)], "Title")
        missing = [gap for gap in self._gaps if not gap.edits]
        for line in self._remarks.summary(self._annotation, missing, ""):
            yield paragraph(line)
        number = 0
        for finding in self._view.of(self._annotation):
            number += 1
            yield paragraph([(self._head(number, finding), False)], "Heading2")
            yield from self._finding(finding)
        for gap in self._gaps:
            if not gap.edits:
                continue
            number += 1
            yield paragraph([(f"{number}. {gap.number} {gap.heading}".strip(), False)], "Heading2")
            for line in self._remarks.gap(gap, Outcome()):
                yield paragraph(line)
            yield paragraph([(gap.instruction.partition("“")[0].strip(), False)])
            for text in gap.text.split("\n"):
                yield paragraph([(text, False)], "Provision", left=INDENT)

    def _head(self, number: int, finding: Finding) -> str:
        clause = finding.clause
        name = provision_name(clause.eid, clause.number, self._spoken)
        heading = self._spoken.phrases.named(name, " ".join(clause.heading.split()))
        return ", ".join(part for part in (f"{number}. {heading}", self._where(clause)) if part)

    def _where(self, clause: Clause) -> str:
        region = clause.region or self._source.region(clause.start, clause.end)
        if region is None or not region.start_page:
            return ""
        return self._spoken.margin.pages(region.start_page, region.end_page)

    def _finding(self, finding: Finding) -> Iterator[etree._Element]:
        yield paragraph([(finding.clause.words, False)], "Provision", left=INDENT)
        for line in self._remarks.scheduled(finding):
            yield paragraph(line)
