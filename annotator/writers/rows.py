"""What the writers of tables share: a row for each amendment, and what its cells say.

A clause with three amendments has three rows, so that each can be accepted or rejected by itself;
one without amendments has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from annotator.lang import LanguageData, language
from annotator.request import View
from annotator.schedule import Amendment, key_of, schedule
from annotator.schema import Annotation, Citation, Finding, Gap, Proposal, Region, Source, Struct
from annotator.writers.terminal.condensing import LONG
from annotator.writers.terminal.layout import Paragraph, paragraphs
from annotator.writers.terminal.marks import Run, abridged, redline
from annotator.writers.terminal.phrases import country_name
from annotator.writers.terminal.unamended import unamended

#: So many words of a clause on either side of a change.
_WORDS_AROUND = 25


class TableRow(Struct, frozen=True):
    """A clause, and the ``at``-th of its amendments, from 1; 0 where it has none."""

    finding: Finding
    at: int

    @property
    def proposal(self) -> Proposal | None:
        """The amendment."""
        return self.finding.proposals[self.at - 1] if self.at else None


def rows(findings: Iterable[Finding]) -> Iterator[TableRow]:
    """The rows of clauses, in their order."""
    for finding in findings:
        if not finding.proposals:
            yield TableRow(finding=finding, at=0)
        for at in range(1, len(finding.proposals) + 1):
            yield TableRow(finding=finding, at=at)


class Told:
    """What the cells of one law's rows say, in the language of the law.

    Args:
        annotation: of the law.
        source: the text that was annotated.
        view: what of it is shown.
    """

    def __init__(self, annotation: Annotation, source: Source, view: View) -> None:
        self.spoken: LanguageData = language(annotation.law.language)
        self.title = annotation.law.title
        self.country = country_name(annotation)
        self.annotation = annotation
        self._source = source
        gaps = view.gaps_of(annotation)
        say = self.spoken.phrases
        self._beside = unamended(annotation, gaps, say) if view.proposals else {}

    @cached_property
    def _amendments(self) -> dict[tuple[str, str], Amendment]:
        return {key_of(one): one for one in schedule(self.annotation)}

    def place(self, region: Region | None) -> str:
        """Where something stands in the file: ``line 12``; empty for a text that came from none."""
        if region is None:
            return ""
        return self.spoken.doubts.stretch(self._source.place(region))

    def note(self, finding: Finding) -> str:
        """Where an amendment of a clause is, or why it has none; maybe nothing."""
        return self._beside.get(finding.clause.eid, "")

    def amendment(self, row: TableRow) -> Amendment | None:
        """The amendment of a row as the schedule numbers it, which ``--accept`` names."""
        if row.proposal is None:
            return None
        return self._amendments.get((row.finding.clause.eid, row.proposal.template))

    def section(self, gap: Gap) -> Amendment | None:
        """The amendment that provides what is lacking."""
        return self._amendments.get(("", gap.need))

    def cited(self, citations: Iterable[Citation]) -> list[str]:
        """Commitments, in words."""
        return [self.spoken.phrases.cited(citation, self.country) for citation in citations]


def change(finding: Finding, amendment: Amendment) -> list[Paragraph]:
    """The words around an amendment's changes, with what it takes out and puts in."""
    runs = redline(finding.clause, amendment.edits, most=LONG)
    return paragraphs(abridged(runs, _WORDS_AROUND))


def on_one_line(change: Iterable[Paragraph]) -> list[Run]:
    """The runs of paragraphs one behind the other, a blank between."""
    runs: list[Run] = []
    for paragraph in change:
        runs += [Run(" "), *paragraph.runs] if runs else paragraph.runs
    return runs
