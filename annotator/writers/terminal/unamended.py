"""What stands below a clause that needs amending and has no amendment: where it is, or why not."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.eids import unit_eid
from annotator.lang.contract import ReportPhrases
from annotator.schema import TO_MEND, Annotation, Finding
from annotator.writers.terminal.layout import printable


def unamended(annotation: Annotation, say: ReportPhrases) -> dict[str, str]:
    """A sentence for each clause without an amendment that its section leaves open, by eId."""
    beside, sections = _beside(annotation), _new_sections(annotation)
    return {
        finding.clause.eid: _sentence(finding, beside, sections, say)
        for finding in annotation.findings
        if finding.label in TO_MEND and not finding.proposals and not finding.met
    }


def _sentence(
    finding: Finding,
    beside: dict[tuple[str, str, str], str],
    sections: dict[str, str],
    say: ReportPhrases,
) -> str:
    clause = finding.clause
    if at := next((beside[key] for key in _keys(finding) if key in beside), ""):
        return say.see_amendment(printable(at))
    if finding.label == "blind" and clause.number in sections:
        return say.see_section(printable(sections[clause.number]))
    return say.no_amendment([raised.issue for raised in finding.issues], clause.kind)


def _beside(annotation: Annotation) -> dict[tuple[str, str, str], str]:
    """Where words are added to a section on an issue, and where a clause cited alike is repealed.

    Words that are added mend no clause that discriminates; so blind clauses look for them, on the
    issue that they raise most surely: what is added on another is about something else.
    """
    found: dict[tuple[str, str, str], str] = {}
    for finding in annotation.findings:
        unit, number = unit_eid(finding.clause.eid), finding.clause.number
        for proposal in finding.proposals:
            if proposal.adds:
                found.setdefault((unit, "blind", proposal.issue), number)
            if proposal.operation == "delete":
                found.setdefault((unit, "repealed", number), number)
    return found


def _keys(finding: Finding) -> Iterator[tuple[str, str, str]]:
    unit = unit_eid(finding.clause.eid)
    surest = max(finding.issues, key=lambda raised: raised.score, default=None)
    if finding.label == "blind" and surest:
        yield unit, "blind", surest.issue
    yield unit, "repealed", finding.clause.number


def _new_sections(annotation: Annotation) -> dict[str, str]:
    """By the number of a clause the first new section that serves it: ``section 19A``."""
    found: dict[str, str] = {}
    for gap in annotation.gaps:
        word = gap.after.partition(" ")[0]
        for number in gap.clauses if gap.by_section and gap.number else ():
            found.setdefault(number, f"{word} {gap.number}")
    return found
