"""Fits templates to a clause: which of them apply, with what words, in what order.

:func:`propose` is the workhorse: of the templates for a clause's issues it keeps those whose cues
the clause shows and whose words the law can fill, ranks them, and returns the best few.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from annotator.library import Library, Template
from annotator.library.model import Cues, Form
from annotator.library.patterns import compiled
from annotator.proposer.case import Case, Draft
from annotator.proposer.law import LawText, Provision, body_start, folded, read_law
from annotator.proposer.operations import draft
from annotator.proposer.slots import Action, find_action
from annotator.proposer.style import Style, read_style
from annotator.proposer.terms import Terms, read_terms
from annotator.schema import Citation, Clause, Proposal

_AMENDS = re.compile(
    r"\b(?:is|are) (?:hereby )?amended\b|\bamended by\b|"
    r"\bby (?:the )?(?:substitut|insert|delet)(?:ion|ing)\b|"
    r"\bthe (?:substitution|insertion) (?:of|after|before|in)\b",
    re.IGNORECASE,
)
_STRENGTH = {"minimum": 1.0, "standard": 0.5, "ambitious": 0.0}


@dataclass(frozen=True)
class Reading:
    """A law as read once for all its clauses: its provisions, its own words, its style."""

    law: LawText
    terms: Terms
    style: Style


@dataclass(frozen=True)
class Flagged:
    """A clause that needs amending: its label, and its issues, the surest first."""

    clause: Clause
    label: str
    issues: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """What a clause showed of the cues: how many, and the named groups of their patterns."""

    cues: int
    groups: dict[str, str]


@dataclass(frozen=True)
class Fit:
    """A template that fits a clause of a provision (its eId), with how well it does."""

    proposal: Proposal
    template: Template
    provision: str
    score: float

    @property
    def adds(self) -> bool:
        """Whether it adds to the provision, rather than within the clause's own sentence."""
        return self.proposal.operation in ("insert_subsection", "insert_sentence")


def read(
    text: str, clauses: Sequence[Clause], countrys: Mapping[str, Sequence[str]] | None = None
) -> Reading:
    """Read a law's terms and style; ``countrys`` are its country's words by role, if told."""
    law = read_law(text, clauses)
    return Reading(law, read_terms(law, countrys), read_style(law))


def propose(
    reading: Reading, flagged: Sequence[Flagged], library: Library, *, limit: int = 3
) -> list[tuple[Fit, ...]]:
    """The amendments that fit the flagged clauses of a law, best first.

    Words added to a provision (a new subsection) speak for all of it: they are proposed once, and
    not where another of its clauses can take the words itself.

    Args:
        reading: the law.
        flagged: those of its clauses that need amending.
        library: the templates.
        limit: how many at most for one clause.

    Returns:
        for each flagged clause the fits chosen.
    """
    fits = [_fits(reading, one, library) for one in flagged]
    taken = {(fit.provision, fit.template.need) for some in fits for fit in some if not fit.adds}
    chosen = []
    for some in fits:
        open_ = [f for f in some if not f.adds or (f.provision, f.template.need) not in taken]
        best = _best(open_, limit)
        taken |= {(fit.provision, fit.template.need) for fit in best}
        chosen.append(tuple(best))
    return chosen


def _fits(reading: Reading, flagged: Flagged, library: Library) -> list[Fit]:
    candidates = (
        fit_template(reading, flagged.clause, template, flagged.issues, library)
        for template in library.templates
        if flagged.label in template.labels
    )
    return _countrys_first([fit for fit in candidates if fit])


def _countrys_first(fits: list[Fit]) -> list[Fit]:
    """The fits, without ours for a need that a country's own template meets."""
    met = {fit.template.need for fit in fits if fit.template.folder}
    return [fit for fit in fits if fit.template.folder or fit.template.need not in met]


def fit_template(
    reading: Reading, clause: Clause, template: Template, issues: Sequence[str], library: Library
) -> Fit | None:
    """One template on one clause, or None where it abstains."""
    issue = next((issue for issue in issues if issue in template.issues), None)
    if issue is None:
        return None
    provision = reading.law.provision_of(clause)
    read_with_lead_in = folded(f"{clause.lead_in} {clause.text}")
    found = None if amends(read_with_lead_in) else matched(template.when, read_with_lead_in)
    if found is None or _already_said(template, provision):
        return None
    for rank, form in enumerate(template.forms):
        more = matched(form.when, read_with_lead_in)
        if more is None or form.style not in (None, reading.style.kind):
            continue
        groups = {**found.groups, **more.groups}
        made = draft(form, _case(reading, clause, provision, template, form, groups))
        if made:
            cues = found.cues + more.cues + _STRENGTH[template.strength]
            score = cues - issues.index(issue) - 0.25 * rank
            return Fit(_proposal(template, issue, made, library), template, provision.eid, score)
    return None


def amends(text: str) -> bool:
    """Whether a clause only changes another law: words put beside it would stay in the wrong one.

    >>> amends("Section 5 of the Ports Act is amended by the insertion of “guard” after “officer”.")
    True
    """
    return _AMENDS.search(text) is not None


def matched(cues: Cues, text: str) -> Match | None:
    """What a text shows of the cues, or None where it lacks one or shows one that it must not."""
    required = [compiled(cue).search(text) for cue in cues.all]
    offered = [match for cue in cues.any if (match := compiled(cue).search(text))]
    if None in required or (cues.any and not offered):
        return None
    if any(compiled(cue).search(text) for cue in cues.none):
        return None
    if cues.action and find_action(text, cues.action, cues.of) is None:
        return None
    matches = [match for match in [*offered, *required] if match]
    groups = {name: word for match in matches for name, word in match.groupdict().items() if word}
    return Match(len(matches) + len(cues.action[:1]), groups)


def _already_said(template: Template, provision: Provision) -> bool:
    return any(compiled(pattern).search(provision.text) for pattern in template.unless)


def _case(
    reading: Reading,
    clause: Clause,
    provision: Provision,
    template: Template,
    form: Form,
    groups: dict[str, str],
) -> Case:
    begin = body_start(clause)
    cues = form.when if form.when.action else template.when
    action: Action | None = None
    if cues.action:
        action = find_action(clause.text, cues.action, cues.of)
    return Case(reading.law, reading.terms, reading.style, clause, provision, begin, action, groups)


def _proposal(template: Template, issue: str, made: Draft, library: Library) -> Proposal:
    return Proposal(
        template=template.id,
        issue=issue,
        operation=made.operation,
        edits=made.edits,
        amended=made.amended,
        instruction=made.instruction,
        reason=folded(template.reason),
        citations=citations(template, library),
    )


def citations(template: Template, library: Library) -> tuple[Citation, ...]:
    """What calls for a template, binding instruments first, under their short names."""
    made = [
        Citation(
            instrument=library.instruments[cite.instrument].short,
            at=cite.at,
            kind=library.instruments[cite.instrument].kind,
            binding=library.instruments[cite.instrument].binding,
            verified=cite.verified,
        )
        for cite in template.cites
    ]
    return tuple(sorted(made, key=lambda citation: not citation.binding))


def _best(fits: Iterable[Fit], limit: int) -> list[Fit]:
    """The best, one a need, and no two that put words in the same place of a sentence."""
    chosen: list[Fit] = []
    for fit in sorted(fits, key=lambda fit: -fit.score):
        needs = {other.template.need for other in chosen}
        if fit.template.need not in needs and not any(_collide(fit, other) for other in chosen):
            chosen.append(fit)
    return chosen[:limit]


def _collide(one: Fit, other: Fit) -> bool:
    inside = {"insert_phrase", "add_ground", "replace_term", "delete"}
    if not {one.proposal.operation, other.proposal.operation} <= inside:
        return False
    return any(
        first.start <= second.end and second.start <= first.end
        for first in one.proposal.edits
        for second in other.proposal.edits
    )
