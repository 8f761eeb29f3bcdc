"""What stands below a clause that needs amending and has no amendment: where it is, or why not.

Below one that has some, it says what a clause that does the same has more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from annotator.eids import unit_eid
from annotator.expressions import expression
from annotator.lang import LanguageData, language
from annotator.lang.report_phrases import ReportPhrases
from annotator.schema import TO_MEND, Annotation, Finding, Gap, Like, Proposal
from annotator.writers.terminal.layout import printable, provision_name
from annotator.writers.terminal.phrases import new_section

#: What a part of a provision is called that words may be for alone.
_PARTS = ("subsection", "paragraph", "subparagraph")


def unamended(annotation: Annotation, gaps: Iterable[Gap], say: ReportPhrases) -> dict[str, str]:
    """A sentence for each clause without an amendment that its section leaves open, by eId.

    Args:
        annotation: of the law.
        gaps: those that are printed, to whose new sections a sentence may point.
        say: the phrases of its language.
    """
    whole = _Whole(annotation, gaps, say)
    told = {
        finding.clause.eid: whole.sentence(finding)
        for finding in annotation.findings
        if finding.label in TO_MEND and not finding.met
    }
    return {eid: sentence for eid, sentence in told.items() if sentence}


class _Whole:
    """What is proposed in all of a law, to which a clause may be pointed."""

    def __init__(self, annotation: Annotation, gaps: Iterable[Gap], say: ReportPhrases) -> None:
        self._say = say
        self._spoken = language(annotation.law.language)
        self._proposed = {
            (finding.clause.eid, proposal.template): proposal
            for finding in annotation.findings
            for proposal in finding.proposals
        }
        self._repealed = _repealed(annotation.findings)
        self._sections = _new_sections(gaps)
        self._lacking = {number: gap for gap in reversed(annotation.gaps) for number in gap.clauses}

    def sentence(self, finding: Finding) -> str:
        """Where an amendment of the clause is, or why there is none; maybe nothing, of others."""
        clause, say = finding.clause, self._say
        if finding.label == "regressive" and finding.review and not finding.proposals:
            does, asks = _of_policy(finding, say)
            return say.unproven(clause.kind, does, asks)
        if finding.policy and finding.policy.doubtful:
            return say.unsure(clause.kind, finding.policy.does, finding.policy.asks)
        near = [like for like in finding.likes if self._is_near(like, finding)]
        far = [like for like in finding.likes if unit_eid(like.eid) != unit_eid(clause.eid)]
        of_law = [like for like in far if self._is_for_law(like)]
        far = [like for like in far if like not in of_law]
        if finding.proposals:
            return self._see_like(far)
        if whole := [like for like in near if not self._is_for_one(like)]:
            return say.see_amendment(self._named(whole[0]))
        if number := self._repealed.get((unit_eid(clause.eid), clause.number)):
            return say.see_repeal(self._name(clause.eid, number))
        if finding.label == "blind" and clause.number in self._sections:
            return say.see_section(printable(self._sections[clause.number]))
        if of_law:
            return say.see_law(self._named(of_law[0]))
        if near:
            return say.see_clause(self._named(near[0]))
        return self._see_like(finding.likes) or self._why_none(finding)

    def _is_near(self, like: Like, finding: Finding) -> bool:
        """Whether it is added to the clause's own section."""
        proposal = self._proposed.get((like.eid, like.template))
        here = unit_eid(like.eid) == unit_eid(finding.clause.eid)
        return here and proposal is not None and proposal.adds

    def _is_for_law(self, like: Like) -> bool:
        proposal = self._proposed.get((like.eid, like.template))
        return proposal is not None and proposal.for_law

    def _is_for_one(self, like: Like) -> bool:
        return _is_for_one(self._proposed[like.eid, like.template], like.number, self._spoken)

    def _see_like(self, likes: Iterable[Like]) -> str:
        """That the first of the clauses that do the same has amendments for this one."""
        likes = [one for one in likes if one.provides and (one.eid, one.template) in self._proposed]
        if not likes:
            return ""
        provided = dict.fromkeys(one.provides for one in likes if one.eid == likes[0].eid)
        return self._say.see_like(self._named(likes[0]), tuple(provided))

    def _why_none(self, finding: Finding) -> str:
        kind, gap = finding.clause.kind, self._lacking.get(finding.clause.number)
        if finding.label == "blind" and gap:
            return self._say.unmet(kind, gap.lacks)
        does, asks = _of_policy(finding, self._say)
        told = self._say.no_amendment(kind, does, asks)
        numbers = [raised.met_by for raised in finding.issues if raised.met_by]
        if not numbers:
            return told
        return f"{told} {self._say.in_part(self._name(finding.clause.eid, numbers[0]))}"

    def _named(self, like: Like) -> str:
        return self._name(like.eid, like.number)

    def _name(self, eid: str, number: str) -> str:
        """The provision by its word, as it opens a sentence: ``Section 11(1)``."""
        return printable(provision_name(eid, number, self._spoken))


def _of_policy(finding: Finding, say: ReportPhrases) -> tuple[str, str]:
    """What a clause does, and what is to be decided of it; each may be empty."""
    if finding.policy:
        return finding.policy.does, finding.policy.asks
    return "", "" if finding.label == "blind" else say.DISTINCTION


def _repealed(findings: Iterable[Finding]) -> dict[tuple[str, str], str]:
    """Of the clauses that are repealed whole, with all that bear their number, the numbers."""
    return {
        (unit_eid(finding.clause.eid), finding.clause.number): finding.clause.number
        for finding in findings
        if any(_repeals(proposal, finding) for proposal in finding.proposals)
    }


def _repeals(proposal: Proposal, finding: Finding) -> bool:
    """Whether the whole clause is repealed, and not some words of it omitted."""
    clause = finding.clause
    return proposal.operation == "delete" and any(
        edit.start <= clause.start and clause.end <= edit.end for edit in proposal.edits
    )


def _is_for_one(proposal: Proposal, number: str, spoken: LanguageData) -> bool:
    """Whether added words speak of the clause at which they are proposed: of *subsection (1)*."""
    own = re.match(r"^[^(]*\((\d[^)]*|[a-z])\)", number)
    if not own:
        return False
    names = "|".join(re.escape(spoken.instructions.name(part)) for part in _PARTS)
    label = re.escape(own[1])
    cited = expression(rf"\b(?:{names}) (?:\({label}\)|{label}(?!\w))", re.IGNORECASE)
    return any(cited.search(" ".join(edit.text.split())) for edit in proposal.edits)


def _new_sections(gaps: Iterable[Gap]) -> dict[str, str]:
    """By the number of a clause the first new section that serves it: ``section 19A``."""
    found: dict[str, str] = {}
    for gap in gaps:
        name = new_section(gap)
        for number in gap.clauses if name else ():
            found.setdefault(number, name)
    return found
