"""Whether what is said to meet a clause meets the clause's own need.

The classifier calls an issue of a blind clause met where a responsive clause of the section is on
the same issue, or says of what it speaks. But one issue has many deeds: a word on who searches
meets nothing of a rule on photographs. So it must do what the clause needs: say what a template for
the clause would have said; or, where no template is about the clause, be about the same deed.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from annotator.eids import unit_eid
from annotator.lang import language
from annotator.library import Library, Template
from annotator.library.patterns import shown_in
from annotator.library.tables import load_sections
from annotator.reading.cues import matched
from annotator.reading.matters import deeds, shown
from annotator.schema import Finding, IssueScore


def answered(
    findings: Iterable[Finding], library: Library, code: str = "en"
) -> tuple[Finding, ...]:
    """The findings, no issue of which is said to be met but by a clause that meets its need.

    Args:
        findings: of one law.
        library: whose templates say what a clause needs.
        code: the ISO 639-1 code of the law's language.
    """
    findings = tuple(findings)
    sections: dict[str, list[Finding]] = {}
    for one in findings:
        if one.label == "responsive" and one.clause.kind == "provision":
            sections.setdefault(unit_eid(one.clause.eid), []).append(one)
    return tuple(
        _Asking(one, sections.get(unit_eid(one.clause.eid), ()), library, code).checked()
        if any(raised.met_by for raised in one.issues)
        else one
        for one in findings
    )


@dataclass(frozen=True)
class _Asking:
    """A clause, and the responsive ones of its section which may answer it."""

    finding: Finding
    others: Sequence[Finding]
    library: Library
    code: str

    def checked(self) -> Finding:
        """The finding with each issue met by the first clause that meets a need of it, if any."""
        told = [self._met(raised) for raised in self.finding.issues]
        issues = tuple(
            msgspec.structs.replace(raised, met_by=number)
            for raised, (number, _) in zip(self.finding.issues, told, strict=True)
        )
        met = self.finding.met and all(whole for _, whole in told)
        return msgspec.structs.replace(self.finding, issues=issues, met=met)

    def _met(self, raised: IssueScore) -> tuple[str, bool]:
        """The first clause that meets a need of the issue, and whether all its needs are met."""
        if not raised.met_by:
            return "", False
        needs = self._needs(raised.issue)
        if not needs:
            doing = [other for other in self.others if self._does_it_too(other, raised.issue)]
            return (doing[0].clause.number, True) if doing else ("", False)
        saying = {
            need: [other for other in self.others if self._says(other, need, templates)]
            for need, templates in needs.items()
        }
        numbers = [
            other.clause.number
            for other in self.others
            if any(other in found for found in saying.values())
        ]
        return (numbers[0] if numbers else ""), all(saying.values())

    def _needs(self, issue: str) -> dict[str, list[Template]]:
        """What the clause calls for on an issue: the templates whose cues it shows, by need."""
        needs: dict[str, list[Template]] = {}
        for template in self.library.templates:
            if (
                "blind" in template.labels
                and issue in template.issues
                and not template.fallback
                and matched(template.when, self.finding.clause.words, code=self.code)
            ):
                needs.setdefault(template.need, []).append(template)
        return needs

    def _says(self, other: Finding, need: str, templates: Sequence[Template]) -> bool:
        """Whether another clause says what a need asks.

        What the templates would not say again may be a word on anything: it must be about the deed.
        """
        words, section = other.clause.words, load_sections().get(need)
        if section and section.met:
            return shown_in(section.met, words)
        about = self._is_about_it(other) or any(
            matched(template.when, words, code=self.code) for template in templates
        )
        return about and any(shown_in(template.unless, words) for template in templates)

    def _does_it_too(self, other: Finding, issue: str) -> bool:
        """Whether another clause is on the issue, and about what this one does."""
        on_it = any(its.issue == issue for its in other.issues)
        return self._speaks_of_it(other) or (on_it and self._is_about_it(other))

    def _is_about_it(self, other: Finding) -> bool:
        names = {matter.name for matter in shown(other.clause.words, self.code)}
        return self._speaks_of_it(other) or not names.isdisjoint(self._deeds)

    def _speaks_of_it(self, other: Finding) -> bool:
        grammar = language(self.code).clauses
        return grammar.speaks_of(other.clause.text, self.finding.clause.number)

    @cached_property
    def _deeds(self) -> frozenset[str]:
        issues = [raised.issue for raised in self.finding.issues]
        return deeds(self.finding.clause, issues, self.code)
