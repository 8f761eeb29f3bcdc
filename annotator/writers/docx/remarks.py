"""What the comments say: of a clause, of a new section, of a place of gendered drafting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.lang import LanguageData
from annotator.request import View
from annotator.schedule import Amendment
from annotator.schema import Annotation, Finding, Gap, StyleNote
from annotator.writers.docx.amending import Outcome
from annotator.writers.docx.margin import Words
from annotator.writers.terminal.phrases import (
    governed,
    in_baseline,
    issues_of,
    listed,
    printed,
    quoted,
)
from annotator.writers.terminal.summary_section import compared

Line = Sequence[Words]


class Remarks:
    """The words of comments on one law.

    Args:
        spoken: the language of the report.
        country: the name of the law's country, or empty.
        beside: by the eId of a clause, where an amendment of it is, or why it has none.
    """

    def __init__(self, spoken: LanguageData, country: str, beside: dict[str, str]) -> None:
        self._spoken = spoken
        self._say = spoken.phrases
        self._margin = spoken.margin
        self._country = country
        self._beside = beside

    def finding(
        self,
        finding: Finding,
        amendments: Sequence[Amendment],
        outcomes: Sequence[Outcome | None],
    ) -> Iterator[Line]:
        """What there is to say of a clause and its amendments.

        Args:
            finding: of the clause.
            amendments: the best first.
            outcomes: what became of each of them; None where none can be in the text.
        """
        yield self._verdict(finding)
        if finding.governs:
            yield [(governed(finding.governs, self._say), False)]
        for amendment, outcome in zip(amendments, outcomes, strict=True):
            yield from self._amendment(amendment, outcome)
        if sentence := self._beside.get(finding.clause.eid):
            yield [(sentence, False)]

    def gap(self, amendment: Amendment, outcome: Outcome | None) -> Iterator[Line]:
        """What there is to say of a section that would fill a gap."""
        gap = amendment.gap
        if gap is None:
            return
        state = in_baseline(gap.baseline_state, self._say)
        issue = f" · {gap.strength} · {self._say.issue(gap.issue)}{f' · {state}' if state else ''}"
        called = self._say.called_for(listed(gap.clauses, self._say))
        yield [(f"{self._margin.MISSING}: {gap.lacks}", True), (f"{issue} · {called}", False)]
        if gap.see:
            yield [(f"{self._say.but_see(listed(gap.see, self._say)).capitalize()}.", False)]
        yield from self._amendment(amendment, outcome)

    def _amendment(self, amendment: Amendment, outcome: Outcome | None) -> Iterator[Line]:
        """Its number, where it is, its reason and its ground.

        Args:
            amendment: of the law.
            outcome: what became of it; None where no amendment can be in the text.
        """
        about = amendment.proposal or amendment.gap
        if about is None:
            return
        where = ""
        if outcome is not None:
            why = outcome.why
            where = self._margin.IN_TEXT if why is None else self._margin.not_in_text(why)
        title = self._margin.amendment(amendment.number, self._say.issue(about.issue))
        yield [(title, True), (f": {where}" if where else "", False)]
        if outcome is None or outcome.why is not None:
            rivals = amendment.instead_of
            instead = self._say.instead(rivals) if rivals else ""
            yield [(instead + amendment.instruction, False)]
        elif outcome.counted:
            yield [(self._margin.numbered(", ".join(outcome.counted)), False)]
        yield [(about.reason.strip(), False)]
        cites = [self._say.cited(one, self._country) for one in printed(about.citations)]
        if cites:
            yield [(f"{self._say.RESTS_ON}: ", True), ("; ".join(cites), False)]
        if about.precedents:
            yield [(f"{self._say.PRECEDENTS}: ", True), (self._say.PRECEDENTS_ARE, False)]
        for cited, words in quoted(about.precedents, self._spoken):
            yield [(f"{cited}: “{words}”", False)]

    def note(self, note: StyleNote, outcome: Outcome) -> Iterator[Line]:
        """What there is to say of a place of gendered drafting."""
        title = self._margin.STYLE
        if outcome.why is not None and note.rewrite:
            title += f", {self._margin.not_in_text(outcome.why)}"
        yield [(f"{title}. ", True), (note.reason, False)]

    def summary(
        self, annotation: Annotation, missing: Sequence[Gap], view: View, *, author: str
    ) -> Iterator[Line]:
        """What there is to say of the law as a whole; with an author also how to go on."""
        card, law = annotation.scorecard, annotation.law
        yield [
            (f"{self._margin.SUMMARY}. ", True),
            (self._margin.counts(card.clauses, card.labels), False),
        ]
        if told := compared(annotation, view, self._spoken):
            yield [(told, True)]
        if self._country:
            ground = law.jurisdiction_ground
            words, where = (ground.words, ground.where) if ground else ("", "")
            yield [(self._say.country(self._country, words, where), False)]
        if card.who is not None and view.overview:
            yield [(self._say.level(card.who), False)]
        if missing:
            yield [
                (f"{self._margin.MISSING}: ", True),
                ("; ".join(g.lacks for g in missing), False),
            ]
        for note in law.notes:
            yield [(note, False)]
        for warning in annotation.warnings:
            yield [(f"{warning.what} ({warning.where}) {warning.advice}", False)]
        if author:
            yield [(self._margin.how_to(author), False)]

    def _verdict(self, finding: Finding) -> Line:
        sure = f" {finding.confidence:.0%}"
        review = f", {self._say.FOR_REVIEW}" if finding.review else ""
        issues = issues_of(finding, self._say)
        state = in_baseline(finding.baseline_state, self._say)
        told = f"{sure}{review}{f', {state}' if state else ''}"
        return [(finding.label, True), (f"{told}{f' · {issues}' if issues else ''}", False)]
