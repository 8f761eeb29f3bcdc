"""Whether what is said to meet a clause speaks of its matter.

The classifier calls an issue of a blind clause met where a responsive clause of the section is on
the same issue, or says of what it speaks: of *this section*. Such a clause may be on another
matter: words on the care of children meet nothing of a power to search. So it must be on the issue,
or say what a template for the issue would have said.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec

from annotator.eids import unit_eid
from annotator.library import Library
from annotator.library.patterns import shown_in
from annotator.schema import Finding, IssueScore


def answered(findings: Iterable[Finding], library: Library) -> tuple[Finding, ...]:
    """The findings, none of an issue said to be met by a clause that is on another matter."""
    findings = tuple(findings)
    responsive: dict[tuple[str, str], list[Finding]] = {}
    for one in filter(_is_answer, findings):  # of which several may bear one number
        responsive.setdefault(_place(one, one.clause.number), []).append(one)
    return tuple(_checked(finding, responsive, library) for finding in findings)


def _is_answer(finding: Finding) -> bool:
    return finding.label == "responsive"


def _place(finding: Finding, number: str) -> tuple[str, str]:
    """A clause of the finding's section: schedules repeat the numbers of the body."""
    return unit_eid(finding.clause.eid), number


def _checked(
    finding: Finding, responsive: Mapping[tuple[str, str], list[Finding]], library: Library
) -> Finding:
    if not any(raised.met_by for raised in finding.issues):
        return finding
    issues = tuple(
        raised
        if not raised.met_by
        or any(
            _answers(other, raised, library)
            for other in responsive.get(_place(finding, raised.met_by), ())
        )
        else msgspec.structs.replace(raised, met_by="")
        for raised in finding.issues
    )
    met = finding.met and all(raised.met_by for raised in issues)
    return msgspec.structs.replace(finding, issues=issues, met=met)


def _answers(other: Finding, raised: IssueScore, library: Library) -> bool:
    """Whether another clause is on the issue, or says what is asked of one that is."""
    if any(its.issue == raised.issue for its in other.issues):
        return True
    words = other.clause.words
    return any(
        shown_in(template.unless, words)
        for template in library.templates
        if raised.issue in template.issues
    )
