"""Clauses of one law that do the same: what is proposed at one is shown at the others too.

A template may be proposed at one of two like clauses alone: its words were said there already, the
other raises another issue, or is worded as no cue foresees. And where nothing is proposed at all,
what the clause does is told, and what of it is for policy to decide.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from annotator.eids import unit_eid
from annotator.lang import LanguageData, language
from annotator.library import Template
from annotator.library.model import Matter
from annotator.library.patterns import shown_in
from annotator.library.tables import load_sections
from annotator.overview.needs import Ground
from annotator.proposer.fitting import Flagged, already_said, bears_no_rule, fits_of, is_doubtful
from annotator.reading.cues import matched
from annotator.reading.items import own_words
from annotator.reading.matters import deeds, main_matter, serves
from annotator.schema import TO_MEND, Finding, Like, Policy, Proposal


def compared(ground: Ground) -> tuple[Finding, ...]:
    """The findings of a law, each with the amendments of like clauses, and with what is for policy.

    Args:
        ground: the law.
    """
    proposed = _Proposed(ground)
    return tuple(
        msgspec.structs.replace(
            finding,
            likes=tuple(proposed.wanted_at(finding))
            if finding.label == "blind" and not _is_doubtful(finding, ground)
            else (),
            policy=_policy(finding, ground),
        )
        if finding.label in TO_MEND and not finding.clause.is_lead_in and not finding.met
        else finding
        for finding in ground.findings
    )


def _policy(finding: Finding, ground: Ground) -> Policy | None:
    if finding.proposals:
        return None
    matter = main_matter(finding.clause, _issues(finding), ground.reading.style.language)
    if matter is None:
        return None
    doubtful = _is_doubtful(finding, ground)
    asks = (doubtful and _withheld(finding, ground)) or _asked(
        finding, matter, ground.reading.language
    )
    return Policy(matter=matter.name, does=matter.does, asks=asks, doubtful=doubtful)


def _withheld(finding: Finding, ground: Ground) -> str:
    """Why words of a clause would be mended, were it sure that it discriminates; maybe nothing."""
    if finding.label != "regressive":
        return ""
    asked = Flagged(finding.clause, finding.label, tuple(_issues(finding)))
    fits = [fit for fit in fits_of(ground.reading, asked, ground.library) if fit.mends_words]
    best = max(fits, key=lambda fit: fit.score, default=None)
    return best.proposal.reason if best else ""


def _asked(finding: Finding, matter: Matter, spoken: LanguageData) -> str:
    """What is for policy to decide: of a clause that discriminates, how its distinction ends."""
    say = spoken.phrases
    if finding.label == "blind" or matter.name in say.DISTINGUISHING:
        return matter.asks
    gives = spoken.clauses.gives(finding.clause.words)
    return say.GIFT if gives else say.DISTINCTION


def _is_doubtful(finding: Finding, ground: Ground) -> bool:
    return is_doubtful(ground.reading, finding.label, finding.confidence, review=finding.review)


def _issues(finding: Finding) -> list[str]:
    """The issues of a clause, the surest first."""
    return [raised.issue for raised in sorted(finding.issues, key=lambda one: -one.score)]


def _bars(template: Template) -> Iterator[tuple[str, ...]]:
    """What a clause must not show for a template, or one form of it, to fit."""
    yield template.when.none
    yield from (form.when.none for form in template.forms)


class _Proposed:
    """What is proposed at the blind clauses of a law: by template, where, and for which deeds."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._code = ground.reading.style.language
        self._templates = {one.id: one for one in ground.library.templates}
        self._first: dict[str, Like] = {}
        self._in_section: dict[tuple[str, str], Like] = {}
        self._for_deed: dict[tuple[str, str], Like] = {}
        self._general: dict[str, list[Like]] = {}
        for finding in ground.findings:
            for proposal in finding.proposals if finding.label == "blind" else ():
                if proposal.template in self._templates:
                    self._take(finding, proposal)

    def _take(self, finding: Finding, proposal: Proposal) -> None:
        clause, name = finding.clause, proposal.template
        section = load_sections().get(self._templates[name].need)
        provides = section.lacks if section else ""
        like = Like(clause.number, clause.eid, name, proposal.issue, provides)
        unit = unit_eid(clause.eid)
        if self._templates[name].fallback:
            if proposal.adds:
                self._general.setdefault(unit, []).append(like)
            return
        self._first.setdefault(name, like)
        self._in_section.setdefault((name, unit), like)
        for deed in deeds(clause, _issues(finding), self._code):
            self._for_deed.setdefault((name, deed), like)

    def wanted_at(self, finding: Finding) -> Iterator[Like]:
        """What is proposed elsewhere and wanted at a clause: in its own section first.

        What has an amendment is shown only what a clause that does the same has more.
        """
        names = deeds(finding.clause, _issues(finding), self._code)
        grammar = language(self._code).clauses
        character = grammar.character(finding.clause.words)
        had = {
            self._templates[one.template].need
            for one in finding.proposals
            if one.template in self._templates
        }
        found: dict[str, Like] = {}
        for name in self._first:
            template = self._templates[name]
            if template.need in had or bears_no_rule(character, template):
                continue
            like = self._like(finding, template, names)
            if like and not self._is_said(template, finding, names):
                found.setdefault(template.need, like)
        unit = unit_eid(finding.clause.eid)
        yield from sorted(found.values(), key=lambda like: unit_eid(like.eid) != unit)
        if not finding.proposals:
            surest = _issues(finding)[:1]
            yield from (one for one in self._general.get(unit, ()) if [one.issue] == surest)

    def _like(self, finding: Finding, template: Template, names: frozenset[str]) -> Like | None:
        """Where a template is proposed at a clause that does the same, if it is."""
        clause = finding.clause
        here = self._in_section.get((template.id, unit_eid(clause.eid)))
        doing = sorted(name for name in names if serves(template.need, name))
        same = [
            self._for_deed[template.id, name]
            for name in doing
            if (template.id, name) in self._for_deed
        ]
        if same and not any(shown_in(barred, clause.words) for barred in _bars(template)):
            return here or same[0]
        fits = not finding.proposals and self._fits(finding, template)
        return (here or self._first[template.id]) if fits else None

    def _fits(self, finding: Finding, template: Template) -> bool:
        on_it = not set(_issues(finding)).isdisjoint(template.issues)
        return on_it and any(
            matched(template.when, own_words(part, self._code), code=self._code)
            for part in self._ground.reading.parts_of(finding.clause)
        )

    def _is_said(self, template: Template, finding: Finding, names: frozenset[str]) -> bool:
        clause = finding.clause
        provision = self._ground.reading.law.provision_of(clause)
        return already_said(template, provision, clause, names, self._code)
