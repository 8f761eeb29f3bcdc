"""What stands below a clause that needs amending and has no amendment: where it is, or why not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from annotator.eids import unit_eid
from annotator.lang import LanguageData, language
from annotator.lang.contract import ReportPhrases
from annotator.schema import TO_MEND, Annotation, Finding, Gap, Proposal
from annotator.writers.terminal.layout import printable

#: What a part of a provision is called that words may be for alone.
_PARTS = ("subsection", "paragraph", "subparagraph")


class _Elsewhere(NamedTuple):
    """Whom an amendment elsewhere is for, and where: an eId, an issue or a number."""

    reach: Literal["section", "repealed", "clause"]
    unit: str
    about: str


def unamended(annotation: Annotation, gaps: Iterable[Gap], say: ReportPhrases) -> dict[str, str]:
    """A sentence for each clause without an amendment that its section leaves open, by eId.

    Args:
        annotation: of the law.
        gaps: those that are printed, to whose new sections a sentence may point.
        say: the phrases of its language.
    """
    beside, sections = _beside(annotation), _new_sections(gaps)
    return {
        finding.clause.eid: _sentence(finding, beside, sections, say)
        for finding in annotation.findings
        if finding.label in TO_MEND and not finding.proposals and not finding.met
    }


def _sentence(
    finding: Finding,
    beside: dict[_Elsewhere, str],
    sections: dict[str, str],
    say: ReportPhrases,
) -> str:
    clause = finding.clause
    found = {key.reach: printable(beside[key]) for key in _keys(finding) if key in beside}
    if "section" in found:
        return say.see_amendment(found["section"])
    if "repealed" in found:
        return say.see_repeal(found["repealed"])
    if finding.label == "blind" and clause.number in sections:
        return say.see_section(printable(sections[clause.number]))
    if "clause" in found:
        return say.see_clause(found["clause"])
    if policy := say.needs_policy(clause.text):
        return policy
    return say.no_amendment([raised.issue for raised in finding.issues], clause.kind)


def _beside(annotation: Annotation) -> dict[_Elsewhere, str]:
    """Where words are added to a section on an issue, and where a clause cited alike is repealed.

    Words that are added mend no clause that discriminates; so blind clauses look for them, on the
    issue that they raise most surely: what is added on another is about something else.
    """
    found: dict[_Elsewhere, str] = {}
    spoken = language(annotation.law.language)
    for finding in annotation.findings:
        unit, number = unit_eid(finding.clause.eid), finding.clause.number
        for proposal in finding.proposals:
            if proposal.adds:
                alone = _is_for_one(proposal, number, spoken)
                reach: Literal["section", "clause"] = "clause" if alone else "section"
                found.setdefault(_Elsewhere(reach, unit, proposal.issue), number)
            if _repeals(proposal, finding):
                found.setdefault(_Elsewhere("repealed", unit, number), number)
    return found


def _repeals(proposal: Proposal, finding: Finding) -> bool:
    """Whether the whole clause is repealed, and not some words of it omitted."""
    clause = finding.clause
    return proposal.operation == "delete" and any(
        edit.start <= clause.start and clause.end <= edit.end for edit in proposal.edits
    )


def _is_for_one(proposal: Proposal, number: str, spoken: LanguageData) -> bool:
    """Whether added words speak of the clause at which they are proposed: of *subsection (1)*."""
    own = re.match(r"^[^(]*\((\d[^)]*)\)", number)
    if not own:
        return False
    names = "|".join(re.escape(spoken.instructions.name(part)) for part in _PARTS)
    label = re.escape(own[1])
    cited = re.compile(rf"\b(?:{names}) (?:\({label}\)|{label}(?!\w))", re.IGNORECASE)
    return any(cited.search(" ".join(edit.text.split())) for edit in proposal.edits)


def _keys(finding: Finding) -> Iterator[_Elsewhere]:
    unit = unit_eid(finding.clause.eid)
    surest = max(finding.issues, key=lambda raised: raised.score, default=None)
    if finding.label == "blind" and surest:
        yield _Elsewhere("section", unit, surest.issue)
        yield _Elsewhere("clause", unit, surest.issue)
    yield _Elsewhere("repealed", unit, finding.clause.number)


def _new_sections(gaps: Iterable[Gap]) -> dict[str, str]:
    """By the number of a clause the first new section that serves it: ``section 19A``."""
    found: dict[str, str] = {}
    for gap in gaps:
        word = gap.after.partition(" ")[0]
        for number in gap.clauses if gap.by_section and gap.number else ():
            found.setdefault(number, f"{word} {gap.number}")
    return found
