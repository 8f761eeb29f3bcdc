"""The ground that a law covers: which of its clauses call for a need, and which say what it asks.

A clause *calls* for a need where gender bears on it, it raises an issue of a template of the need,
and it shows the template's cues: a power to detain calls for a word on pregnancy. A clause *says*
what the need asks where a pattern of the library's is found in it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from annotator.library import Library, Template
from annotator.library.model import Section
from annotator.library.patterns import shown_in
from annotator.library.tables import load_acts
from annotator.reading import Reading
from annotator.reading.acts import is_done
from annotator.reading.cues import matched
from annotator.schema import Clause, Finding, Provision


@dataclass(frozen=True)
class Ground:
    """A law as read, with its findings and the library."""

    reading: Reading
    findings: tuple[Finding, ...]
    library: Library

    @classmethod
    def of(
        cls,
        text: str,
        findings: tuple[Finding, ...],
        tree: tuple[Provision, ...],
        library: Library,
        language: str = "en",
    ) -> Ground:
        """Read the law once more, for all that follows, with the library's country's words."""
        clauses = [finding.clause for finding in findings]
        return cls(Reading.of(text, clauses, tree, library, language), findings, library)

    @cached_property
    def bearing(self) -> list[Finding]:
        """The clauses on which gender bears, save those that only change another law."""
        amends = self.reading.language.clauses.amends
        return [
            finding
            for finding in self.findings
            if finding.label in ("blind", "responsive")
            and not amends(finding.clause.words)
            and finding.clause.provides
        ]

    @cached_property
    def responsive(self) -> list[Finding]:
        """The clauses that take gender into account."""
        return [finding for finding in self.findings if finding.label == "responsive"]

    @cached_property
    def needs(self) -> dict[str, list[Template]]:
        """The templates that add something to a blind clause, by need.

        The general template of an issue is none: it fits any clause on the issue, and so calls for
        nothing in particular. Nor are those on migration, in a law on something else.
        """
        needs: dict[str, list[Template]] = defaultdict(list)
        for template in self.library.templates:
            elsewhere = template.on_migration and not self.reading.is_on_migration
            if "blind" in template.labels and not template.fallback and not elsewhere:
                needs[template.need].append(template)
        return needs

    @cached_property
    def calls(self) -> dict[str, list[Finding]]:
        """By need, the clauses that call for it, in the order of the law."""
        calls: dict[str, list[Finding]] = defaultdict(list)
        code = self.reading.style.language
        for finding in self.bearing:
            words, issues = finding.clause.words, _issues(finding)
            for need, templates in self.needs.items():
                if any(
                    not issues.isdisjoint(template.issues)
                    and matched(template.when, words, code=code)
                    for template in templates
                ):
                    calls[need].append(finding)
        return calls

    def met(self, section: Section) -> bool:
        """Whether the law says somewhere what a need asks.

        Asked are the sections that call for it, and every responsive clause on its issues.
        """
        patterns = section.met or self._unless(section.need)
        said = list(self._said_about(section.need))
        return any(shown_in(patterns, words) for words in said)

    def said_anywhere(self, section: Section) -> bool:
        """Whether a clause that binds says what makes a new section needless."""
        return any(shown_in(section.anywhere, one.words) for one in self._acting)

    def does_what_is_presupposed(self, section: Section) -> bool:
        """Whether some clause of the law does each act of which a new section would speak.

        Only what binds is asked, and no clause that changes another law.
        """
        acts, code = load_acts(), self.reading.style.language
        return all(is_done(acts[name], self._acting, code) for name in section.presupposes)

    @cached_property
    def _acting(self) -> list[Clause]:
        amends = self.reading.language.clauses.amends
        return [one.clause for one in self.findings if not amends(one.clause.words)]

    def in_part(self, section: Section) -> list[Finding]:
        """The clauses on the matter of a need that is not met which say what it asks.

        They are neutral ones, since all others on its issues were asked already: one is on the
        matter if it shows the cues of the need, and then says what meets the need. None of them
        bears the number of one that calls for it or discriminates: who is sent there would read
        what is to be mended as what mends it.
        """
        templates, patterns = self.needs[section.need], section.met or self._unless(section.need)
        code = self.reading.style.language
        barred = self._discriminating.union(
            finding.clause.number for finding in self.calls.get(section.need, ())
        )

        def says(finding: Finding) -> bool:
            words = finding.clause.words
            return shown_in(patterns, words) and any(
                matched(template.when, words, code=code) for template in templates
            )

        return [one for one in self._neutral if one.clause.number not in barred and says(one)]

    @cached_property
    def _discriminating(self) -> frozenset[str]:
        """The numbers of the clauses that discriminate."""
        found = (one.clause.number for one in self.findings if one.label == "regressive")
        return frozenset(found)

    @cached_property
    def _neutral(self) -> list[Finding]:
        amends = self.reading.language.clauses.amends
        return [
            finding
            for finding in self.findings
            if finding.label == "neutral"
            and finding.clause.provides
            and not amends(finding.clause.words)
        ]

    def _unless(self, need: str) -> tuple[str, ...]:
        return tuple(one for template in self.needs[need] for one in template.unless)

    def says(self, finding: Finding, template: Template) -> bool:
        """Whether a clause says what a template would have it say."""
        on_it = not _issues(finding).isdisjoint(template.issues)
        return on_it and shown_in(template.unless, finding.clause.words)

    def _said_about(self, need: str) -> Iterator[str]:
        law = self.reading.law
        provisions = {law.provision_of(call.clause).eid for call in self.calls.get(need, ())}
        yield from (law.provisions[eid].text for eid in provisions)
        issues = {issue for template in self.needs[need] for issue in template.issues}
        for finding in self.responsive:
            if not issues.isdisjoint(_issues(finding)):
                yield finding.clause.words


def _issues(finding: Finding) -> set[str]:
    return {raised.issue for raised in finding.issues}
