"""How much a finding matters beside the others of its law: what a drafter turns to first.

The weight is a product: what the clause does wrong, to what of a person, how far it reaches, and
how sure the classifier is of it. ``docs/weight.md`` says why each factor is what it is; they are a
judgement, and nothing was fitted to them.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from annotator.schema import Finding, Label

#: What discriminates comes before what is silent, and that before what needs no amending.
_LABELS: dict[Label, float] = {"regressive": 1.0, "blind": 0.6, "responsive": 0.2, "neutral": 0.0}
#: What is at stake: liberty, body and life; then family, status and livelihood; then how one is
#: heard and what follows; then papers, offices and figures.
_MATTERS = {
    1.0: ("detention", "search", "health", "removal", "asylum", "trafficking"),
    0.85: ("family", "nationality", "children", "reception", "labour"),
    0.7: ("procedure", "redress", "penalties", "equality", "integration"),
    0.55: ("identity", "information", "personnel", "governance", "data"),
}
_WEIGHT_OF = {issue: weight for weight, issues in _MATTERS.items() for issue in issues}
#: Of a clause that raises no issue.
_NO_MATTER = 0.55
#: A definition that governs so many clauses reaches as far as any.
_FAR = 10
#: A blind clause whose section leaves nothing to mend.
_MET = 0.3
_MOST = 100


def weighed(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with their ``priority``."""
    return tuple(replace(finding, priority=priority(finding)) for finding in findings)


def priority(finding: Finding) -> int:
    """How much a finding matters, from 0 to 100.

    The gravest of its issues counts, each by how likely it is raised. A definition reaches as far
    as what it governs: at most to the weight of the gravest of its kind.
    """
    matter = max(
        (_WEIGHT_OF.get(raised.issue, _NO_MATTER) * raised.score for raised in finding.issues),
        default=_NO_MATTER,
    )
    reach = min(len(finding.governs), _FAR) / _FAR
    matter += (1 - matter) * reach / 2
    met = _MET if finding.met else 1.0
    return round(_MOST * _LABELS[finding.label] * matter * finding.confidence * met)
