"""Whether what is said to meet a clause meets the clause's own need.

The classifier calls an issue of a blind clause met where a responsive clause of the section is on
the same issue, or says of what it speaks. But one issue has many deeds: a word on who searches
meets nothing of a rule on photographs. So it must do what the clause needs: say what a template for
the clause would have said; or, where no template is about the clause, be about the same deed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
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

#: Of the responsive clauses of a section, which: their places among them.
Places = frozenset[int]


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
    sections: defaultdict[str, _Answering] = defaultdict(lambda: _Answering(code))
    for one in findings:
        if one.label == "responsive" and one.clause.kind == "provision":
            sections[unit_eid(one.clause.eid)].responsive.append(one)
    return tuple(
        _Asking(one, sections[unit_eid(one.clause.eid)], library, code).checked()
        if any(raised.met_by for raised in one.issues)
        else one
        for one in findings
    )


class _Answering:
    """The responsive clauses of one section, each read once for all that ask."""

    def __init__(self, code: str) -> None:
        self.responsive: list[Finding] = []
        self._code = code
        self._grammar = language(code).clauses
        self._found: dict[tuple[str, str], Places] = {}

    def _where(self, what: str, name: str, holds: Callable[[Finding], object]) -> Places:
        if (what, name) not in self._found:
            places = (at for at, one in enumerate(self.responsive) if holds(one))
            self._found[what, name] = frozenset(places)
        return self._found[what, name]

    def meeting(self, need: str, patterns: Sequence[str]) -> Places:
        """Those that show what meets a need."""
        return self._where("meets", need, lambda one: shown_in(patterns, one.clause.words))

    def saying(self, template: Template) -> Places:
        """Those that say what a template would not say again."""
        patterns = template.unless
        return self._where("says", template.id, lambda one: shown_in(patterns, one.clause.words))

    def like(self, template: Template) -> Places:
        """Those that show the cues of a template."""
        cues, code = template.when, self._code
        return self._where(
            "like", template.id, lambda one: matched(cues, one.clause.words, code=code)
        )

    def on(self, issue: str) -> Places:
        """Those that raise an issue."""
        return self._where("on", issue, lambda one: any(its.issue == issue for its in one.issues))

    def speaking_of(self, number: str) -> Places:
        """Those that speak of a clause by its label, or of all the section."""
        of_all = self._where("of all", "", lambda one: self._grammar.speaks_of_all(one.clause.text))
        return of_all.union(self._citing.get(self._grammar.own_label(number), ()))

    def showing(self, names: Iterable[str]) -> Places:
        """Those that show one of the matters so named."""
        return frozenset().union(*(self._showing.get(name, ()) for name in names))

    @cached_property
    def _citing(self) -> dict[str, list[int]]:
        citing: defaultdict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self.responsive):
            for label in self._grammar.cited_labels(one.clause.text):
                citing[label].append(at)
        return citing

    @cached_property
    def _showing(self) -> dict[str, list[int]]:
        showing: defaultdict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(self.responsive):
            for matter in shown(one.clause.words, self._code):
                showing[matter.name].append(at)
        return showing


@dataclass(frozen=True)
class _Asking:
    """A clause, and the responsive ones of its section which may answer it."""

    finding: Finding
    others: _Answering
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
        if needs:
            meeting = [self._meeting(need, templates) for need, templates in needs.items()]
        else:
            meeting = [self._doing_it_too(raised.issue)]
        first = min(frozenset().union(*meeting), default=None)
        number = "" if first is None else self.others.responsive[first].clause.number
        return number, all(meeting)

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

    def _meeting(self, need: str, templates: Sequence[Template]) -> Places:
        """The clauses that say what a need asks.

        What the templates would not say again may be a word on anything: it must be about the deed.
        """
        section = load_sections().get(need)
        if section and section.met:
            return self.others.meeting(need, section.met)
        saying = frozenset().union(*map(self.others.saying, templates))
        return saying & self._about_it.union(*map(self.others.like, templates))

    def _doing_it_too(self, issue: str) -> Places:
        """Those on the issue that are about what this one does, and those that speak of it."""
        return self._speaking_of_it | (self.others.on(issue) & self._about_it)

    @cached_property
    def _about_it(self) -> Places:
        issues = [raised.issue for raised in self.finding.issues]
        names = deeds(self.finding.clause, issues, self.code)
        return self._speaking_of_it | self.others.showing(names)

    @cached_property
    def _speaking_of_it(self) -> Places:
        return self.others.speaking_of(self.finding.clause.number)
