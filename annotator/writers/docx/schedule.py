"""A schedule of amendments: for a law whose file cannot be changed, as the pages of a PDF."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from lxml import etree

from annotator.lang import language
from annotator.request import View
from annotator.schedule import Amendment
from annotator.schedule import schedule as schedule_of
from annotator.schema import Annotation, Clause, Finding, Source
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
        self._known = schedule_of(annotation)
        self._of_finding: defaultdict[int, list[Amendment]] = defaultdict(list)
        for one in self._known:
            self._of_finding[id(one.finding)].append(one)
        self._spoken = language(annotation.law.language)
        say = self._spoken.phrases
        beside = unamended(annotation, self._gaps, say) if view.proposals else {}
        self._remarks = Remarks(self._spoken, country, beside)

    def paragraphs(self) -> Iterator[etree._Element]:
        yield paragraph(
            [(self._spoken.phrases.schedule_of(self._annotation.law.title), False)], "Title"
        )
        missing = [gap for gap in self._gaps if not gap.edits]
        summary = self._remarks.summary(self._annotation, missing, self._view, author="")
        for line in summary:
            yield paragraph(line)
        for finding in self._view.of(self._annotation):
            yield paragraph([(self._head(finding), False)], "Heading2")
            yield from self._finding(finding)
        for amendment in self._known:
            if amendment.gap in self._gaps:
                head = f"{amendment.section} {amendment.gap.heading}".strip()
                yield paragraph([(head, False)], "Heading2")
                for line in self._remarks.gap(amendment, None):
                    yield paragraph(line)
                for text in amendment.added.split("\n"):
                    yield paragraph([(text, False)], "Provision", left=INDENT)

    def _head(self, finding: Finding) -> str:
        clause = finding.clause
        name = provision_name(clause.eid, clause.number, self._spoken)
        heading = self._spoken.phrases.named(name, " ".join(clause.heading.split()))
        return ", ".join(part for part in (heading, self._where(clause)) if part)

    def _where(self, clause: Clause) -> str:
        region = clause.region or self._source.region(clause.start, clause.end)
        if region is None or not region.start_page:
            return ""
        return self._spoken.phrases.on_page(region.start_page, region.end_page)

    def _finding(self, finding: Finding) -> Iterator[etree._Element]:
        yield paragraph([(finding.clause.words, False)], "Provision", left=INDENT)
        amendments = self._of_finding[id(finding)]
        for line in self._remarks.finding(finding, amendments, [None] * len(amendments)):
            yield paragraph(line)
