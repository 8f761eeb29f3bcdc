"""Decisions on the small law of the review page, as its page exports them."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.decisions import clause_hash
from annotator.rulings import Decisions, RuledLaw, Ruling
from annotator.schedule import Amendment, schedule
from annotator.schema import Annotation


def ruling(one: Amendment, decision: str, words: str = "") -> Ruling:
    clause = one.finding.clause if one.finding else None
    of = one.proposal or one.gap
    assert of is not None
    return Ruling(
        number=one.number,
        clause=clause.number if clause else one.section,
        eid=clause.eid if clause else "",
        clause_sha256=clause_hash(clause.text) if clause else "",
        template=one.proposal.template if one.proposal else one.gap.need if one.gap else "",
        issue=of.issue,
        label=one.finding.label if one.finding else "",
        decision=decision,  # type: ignore[arg-type]
        words=words,
    )


def number_of(law: Annotation, template: str) -> int:
    """The number of the amendment that a template, or a need, has given."""
    return next(one.number for one in schedule(law) if ruling(one, "pending").template == template)


def decided(law: Annotation, said: Mapping[str, str]) -> Decisions:
    """Decisions by template: a verdict, or a reviewer's words; all else is not decided."""
    made = []
    for one in schedule(law):
        what = said.get(ruling(one, "pending").template, "pending")
        is_verdict = what in ("pending", "accepted", "rejected", "false-alarm")
        made.append(ruling(one, what) if is_verdict else ruling(one, "edited", what))
    return Decisions(RuledLaw(law.law.title, law.law.sha256), tuple(made))
