"""Fits templates to a clause: which of them apply, with what words, how well.

Of the templates for a clause's issues those fit whose cues the clause shows and whose words the
law can fill. Which of them are proposed, :mod:`.choosing` says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

import msgspec

from annotator.lang import language
from annotator.library import Library, Template
from annotator.library.model import ADDING, Cite, Cues, Form, Instrument
from annotator.library.patterns import compiled, shown_in
from annotator.proposer.defining import is_circular
from annotator.proposer.drafting_case import Case, Draft
from annotator.proposer.keeping import (
    bars_what_is_asked_for,
    extends_a_burden,
    mends_by_half,
    sets_aside_what_gives,
    takes_away,
)
from annotator.proposer.operations import draft
from annotator.proposer.placing import is_denied_there, is_out_of_place, presupposes_in_vain
from annotator.reading import Reading, WholeProvision, folded
from annotator.reading.cues import matched
from annotator.reading.items import own_words
from annotator.reading.matters import deeds, shown
from annotator.schema import Citation, Clause, Proposal

#: The patterns of all templates, for a few provisions.
_REMEMBERED = 4096
#: What all clauses of a provision say already of a template, for the templates that fit in a few.
_PROVISIONS = 256
#: What no amendment does.
_HARMS = (
    takes_away,
    extends_a_burden,
    mends_by_half,
    sets_aside_what_gives,
    is_circular,
    presupposes_in_vain,
    is_denied_there,
)
#: A clause that is blind with less confidence gets no words of ours: of the proposals for such
#: clauses, readers of laws unseen accepted a third and held two fifths to be rightly flagged
#: (readings 6 and 7 of ``docs/reading-rubric.md``).
LEAST_CONFIDENCE = 0.6
_STRENGTH = {"minimum": 1.0, "standard": 0.5, "ambitious": 0.0}


@dataclass(frozen=True)
class Flagged:
    """A clause that needs amending: its label, and its issues, the surest first.

    ``doubtful`` says that nothing is proposed: :func:`is_doubtful`.
    """

    clause: Clause
    label: str
    issues: tuple[str, ...]
    doubtful: bool = False


@dataclass(frozen=True)
class Fit:
    """A template that fits a clause, with how well it does, and the form and the case of it."""

    proposal: Proposal
    template: Template
    form: Form
    case: Case
    score: float

    @property
    def provision(self) -> str:
        """The eId of the clause's provision."""
        return self.case.provision.eid

    @property
    def adds(self) -> bool:
        """Whether it adds to the provision, rather than within the clause's own sentence."""
        return self.proposal.adds

    @property
    def numbers_itself(self) -> bool:
        """Whether it is a new subsection that takes the next number of its provision."""
        numbered = self.case.provision.last_subsection > 0
        return self.proposal.operation == "insert_subsection" and numbered

    @property
    def takes_whole(self) -> bool:
        """Whether other sentences stand for the clause's own, or none do."""
        return _cost(self.form) > 0 and self.template.labels == ("regressive",)

    @property
    def repeals(self) -> bool:
        """Whether nothing stands for the clause."""
        return self.proposal.operation == "delete" and self.takes_whole

    @property
    def mends_words(self) -> bool:
        """Whether it replaces or omits words, and leaves the rest of the clause as it is."""
        return self.form.operation in ("replace_term", "delete") and not _cost(self.form)

    def with_proposal(self, proposal: Proposal) -> Fit:
        """The same fit with another proposal."""
        return replace(self, proposal=proposal)


def is_doubtful(
    reading: Reading, label: str, confidence: float | None, *, review: bool = False
) -> bool:
    """Whether the label of a clause is too little sure for the clause to have words of ours.

    One that discriminates has none as soon as it is for ``review``: a repair takes the place of
    words that the law has, and what is charged falsely may be right as it stands. One that is blind
    has none under :data:`LEAST_CONFIDENCE`; and all are doubtful in a law on another matter, since
    the classifier has learnt from laws on migration alone.
    """
    if label == "regressive":
        return review
    unsure = confidence is not None and confidence < LEAST_CONFIDENCE
    return unsure or reading.is_on_another_matter


def fits_of(reading: Reading, flagged: Flagged, library: Library) -> list[Fit]:
    """Every amendment of the library that fits one clause; none of a doubtful one."""
    if flagged.doubtful:
        return []
    candidates = (
        fit_template(reading, flagged.clause, template, flagged.issues, library)
        for template in library.templates
        if flagged.label in template.labels
    )
    return [fit for fit in candidates if fit]


def fit_template(
    reading: Reading, clause: Clause, template: Template, issues: Sequence[str], library: Library
) -> Fit | None:
    """One template on one clause, or on the one of its rules that it fits best; None elsewhere."""
    issue = next((issue for issue in issues if issue in template.issues), None)
    if issue is None or (template.on_migration and not reading.is_on_migration):
        return None
    parts = reading.parts_of(clause)
    fits = [_fit_part(reading, clause, part, template, issues) for part in parts]
    found = max((fit for fit in fits if fit), key=lambda fit: fit[-1], default=None)
    if found is None:
        return None
    made, form, case, score = found
    proposal = _proposal(template, issue, made, library)
    return Fit(proposal, template, form, case, score - issues.index(issue))


def _fit_part(
    reading: Reading, whole: Clause, clause: Clause, template: Template, issues: Sequence[str]
) -> tuple[Draft, Form, Case, float] | None:
    """What a template makes of a rule of the ``whole`` clause, or of all of it, and how well."""
    provision = reading.law.provision_of(clause)
    code, grammar = reading.style.language, reading.language.clauses
    words = own_words(clause, code)
    alien = grammar.amends(words) or _is_a_treatys(words, reading)
    found = None if alien else matched(template.when, words, clause.text, code)
    if found is None or _punishes_another(template, provision, clause, code):
        return None
    if already_said(template, provision, whole, deeds(clause, issues, code), code):
        return None
    for rank, form in enumerate(template.forms):
        more = matched(form.when, words, clause.text, code)
        if more is None or form.style not in (None, reading.style.units):
            continue
        if form.adds and bears_no_rule(grammar.character(words), template):
            continue
        if is_out_of_place(template, form, clause, words, provision.said):
            continue
        if not form.adds and not reading.law.bears_alone(whole):
            continue
        action = more.action if form.when.action else found.action
        groups = {**found.groups, **more.groups}
        case = Case(reading, clause, provision, action, groups, part_of=whole)
        made = draft(form, case)
        if made and not any(harms(made, case) for harms in _HARMS):
            cues = found.cues + more.cues + _STRENGTH[template.strength]
            return made, form, case, cues - 0.25 * rank - _cost(form)
    return None


def _is_a_treatys(words: str, reading: Reading) -> bool:
    """Whether a law that is no treaty prints words of one, as in a schedule."""
    name = reading.terms.own.name
    of_a_treaty = name.endswith(reading.language.law_words.treaties)
    return bool(name) and not of_a_treaty and reading.language.clauses.reprints(words)


def _cost(form: Form) -> float:
    """What a form takes away of the clause counts against it: the smallest repair comes first."""
    if form.operation == "delete" and form.extent == "clause":
        return 1.5
    return 1.0 if form.operation == "replace_sentence" else 0.0


def renumbered(fit: Fit, ahead: int) -> Fit:
    """A new subsection that stands after others which are new too.

    Args:
        fit: of which :attr:`Fit.numbers_itself` holds.
        ahead: how many stand before it.
    """
    return _redrafted(fit, replace(fit.case, ahead=ahead))


def for_all(fit: Fit) -> Fit:
    """The same for all of its provision, where several of its clauses want the same words."""
    return _redrafted(fit, replace(fit.case, for_all=True))


def for_law(fit: Fit) -> Fit:
    """The same for the whole law, which needs it once; as it is, where that would take a right."""
    made = _redrafted(fit, replace(fit.case, for_law=True))
    if bars_what_is_asked_for(made.proposal.edits, made.case.law.text):
        return fit
    return made.with_proposal(msgspec.structs.replace(made.proposal, for_law=True))


def _redrafted(fit: Fit, case: Case) -> Fit:
    made = draft(fit.form, case)
    assert made is not None  # noqa: S101  # for mypy: it was drafted before
    proposal = msgspec.structs.replace(
        fit.proposal, edits=made.edits, amended=made.amended, instruction=made.instruction
    )
    return replace(fit, proposal=proposal, case=case)


def bears_no_rule(kind: str, template: Template) -> bool:
    """Whether a rule put beside a clause would have nothing of it to attach to.

    Args:
        kind: the character of the clause, as a clause grammar has it.
        template: of the rule.
    """
    return kind != "rule" and not (kind == "offence" and "penalties" in template.issues)


def _punishes_another(
    template: Template, provision: WholeProvision, clause: Clause, code: str
) -> bool:
    """Whether an offence is the breach of another clause, and that is none that a template is for.

    Who contravenes a rule for employers is an employer, though the offence says *a person*.
    """
    grammar = language(code).clauses
    broken = "penalties" in template.issues and grammar.contravened(clause.words)
    if not broken:
        return False
    rules = [one.words for one in provision.clauses if grammar.own_label(one.number) in broken]
    return bool(rules) and all(shown_in(template.when.none, words) for words in rules)


def already_said(
    template: Template,
    provision: WholeProvision,
    clause: Clause,
    names: frozenset[str],
    code: str = "en",
) -> bool:
    """Whether the provision of a clause says what a template would have it say.

    What another of its clauses says is not said of this one where that is known to be about
    something else: who searches says nothing of who takes photographs. Beside a general amendment
    any word counts.

    Args:
        template: of which it is asked.
        provision: the clause's.
        clause: one that shows the template's cues.
        names: the matters that the clause is about.
        code: the ISO 639-1 code of the law's language.
    """
    if not any(_shows(pattern, provision.text) for pattern in template.unless):
        return False
    if template.fallback or not names:
        return True
    said = _said(template.unless, template.when, provision, code)
    return said.by(clause) or said.may_be_about(clause, names)


class _Said:
    """The clauses of a provision that say what a template would have it say."""

    def __init__(
        self, unless: tuple[str, ...], when: Cues, provision: WholeProvision, code: str
    ) -> None:
        self._grammar = language(code).clauses
        self._when, self._code = when, code
        clauses = zip(provision.clauses, provision.headed_words, strict=True)
        self._saying = [one for one, words in clauses if shown_in(unless, words)]
        self._own = frozenset(map(id, self._saying))
        pairs = pairwise(provision.clauses)
        self._gone_on_from = frozenset(
            id(before)
            for before, one in pairs
            if id(one) in self._own and self._grammar.refers_back(one.text)
        )

    def by(self, clause: Clause) -> bool:
        """Whether the clause itself says it."""
        return id(clause) in self._own

    def may_be_about(self, clause: Clause, names: frozenset[str]) -> bool:
        """Whether another says it of the clause, which is about the matters so named."""
        return (
            not names.isdisjoint(self._matters)
            or id(clause) in self._gone_on_from
            or self._is_said_at_large
            or self._grammar.own_label(clause.number) in self._cited
        )

    @cached_property
    def _matters(self) -> frozenset[str]:
        return frozenset().union(*self._about)

    @cached_property
    def _about(self) -> list[set[str]]:
        """What each is about."""
        return [
            {matter.name for matter in shown(one.words, self._code) if not matter.mention}
            for one in self._saying
        ]

    @cached_property
    def _is_said_at_large(self) -> bool:
        """Whether one is about nothing else, on all of the section, or what the template is for."""
        return not all(self._about) or any(
            self._grammar.speaks_of_all(one.text)
            or matched(self._when, one.words, code=self._code) is not None
            for one in self._saying
        )

    @cached_property
    def _cited(self) -> frozenset[str]:
        return frozenset().union(*(self._grammar.cited_labels(one.text) for one in self._saying))


@lru_cache(maxsize=_PROVISIONS)
def _said(unless: tuple[str, ...], when: Cues, provision: WholeProvision, code: str) -> _Said:
    """Read once for all the clauses of a provision, of which a list may have thousands."""
    return _Said(unless, when, provision, code)


@lru_cache(maxsize=_REMEMBERED)
def _shows(pattern: str, text: str) -> bool:
    """Asked of a provision for each of its clauses, as :func:`_said`."""
    return compiled(pattern).search(text) is not None


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
        adds=made.operation in ADDING,
    )


def citations(template: Template, library: Library) -> tuple[Citation, ...]:
    """What calls for a template, binding instruments first, under their short names."""
    made = [_citation(cite, library.instruments[cite.instrument]) for cite in template.cites]
    return tuple(sorted(made, key=lambda citation: not citation.binding))


def _citation(cite: Cite, instrument: Instrument) -> Citation:
    return Citation(
        instrument=instrument.short,
        at=cite.at,
        kind=instrument.kind,
        binding=instrument.binding,
        verified=cite.verified,
        regional=instrument.is_regional,
    )
