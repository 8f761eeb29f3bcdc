"""What was found in a law, as its analysis: in our namespace, so that other programs pass it by.

Each entry points with ``href`` at the provision that it is about. Offsets count the characters of
the clause's words on one line, white space folded, as XPath's ``normalize-space`` does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from annotator.one_line import one_line
from annotator.request import View
from annotator.schema import Annotation, Citation, Finding, Gap, Proposal, StyleNote
from annotator.writers.akoma_ntoso.elements import add, add_ours
from annotator.writers.akoma_ntoso.layout import TextPart
from annotator.writers.akoma_ntoso.names import PROGRAM


def add_analysis(
    meta: Any, annotation: Annotation, view: View, left_out: Sequence[TextPart] = ()
) -> None:
    """Add what ``view`` admits to the metadata of a document.

    Args:
        meta: the document's.
        annotation: the result for the law.
        view: what of it is shown.
        left_out: what of its text stands in no element of the document.
    """
    analysis = add(meta, "analysis", {"source": PROGRAM})
    holder = add(analysis, "otherAnalysis", {"source": PROGRAM})
    law, model = annotation.law, annotation.model
    add_ours(
        holder,
        "read",
        {
            "source": one_line(law.source),
            "format": law.format,
            "sha256": law.sha256,
            "model": f"{model.name} {model.version}".strip(),
            "clauses": str(annotation.scorecard.clauses),
        },
    )
    if left_out:
        characters = sum(one.end - one.start for one in left_out)
        counts = {"stretches": str(len(left_out)), "characters": str(characters)}
        add_ours(holder, "leftOut", counts)
    for warning in annotation.warnings:
        words = " ".join(filter(None, (warning.what, warning.where, warning.advice)))
        add_ours(holder, "warning", words=words)
    for finding in view.of(annotation):
        _add_finding(holder, finding)
    eids = {finding.clause.number: finding.clause.eid for finding in annotation.findings}
    for gap in view.gaps_of(annotation):
        _add_gap(holder, gap, eids)
    for note in () if view.style == "none" else annotation.style:
        _add_style(holder, note, annotation.text)


def _add_finding(holder: Any, finding: Finding) -> None:
    clause = finding.clause
    entry = add_ours(
        holder,
        "finding",
        {
            "href": f"#{clause.eid}",
            "number": clause.number,
            "kind": clause.kind,
            "label": finding.label,
            "confidence": _number(finding.confidence),
            "review": _yes(finding.review),
            "met": _yes(finding.met),
            "baselineState": finding.baseline_state or "",
        },
    )
    for issue in finding.issues:
        said = {"name": issue.issue, "score": _number(issue.score), "metBy": issue.met_by}
        add_ours(entry, "issue", said)
    for words in finding.evidence:
        first, last = words.start - clause.start, words.end - clause.start
        place = {**_folded_place(clause.text, first, last), "weight": _number(words.weight)}
        add_ours(entry, "evidence", place, clause.text[first:last])
    for number in finding.governs:
        add_ours(entry, "governs", {"number": number})
    for proposal in finding.proposals:
        add_proposal(entry, proposal)
    for like in finding.likes:
        said = {"href": f"#{like.eid}", "number": like.number, "template": like.template}
        add_ours(entry, "like", {**said, "issue": like.issue}, like.provides)
    if finding.policy is not None:
        said = {"matter": finding.policy.matter}
        if finding.policy.doubtful:
            said["doubtful"] = "true"
        policy = add_ours(entry, "policy", said)
        add_ours(policy, "does", words=finding.policy.does)
        add_ours(policy, "asks", words=finding.policy.asks)


def add_proposal(holder: Any, proposal: Proposal) -> None:
    """An amendment with what calls for it."""
    entry = add_ours(
        holder,
        "proposal",
        {
            "template": proposal.template,
            "issue": proposal.issue,
            "operation": proposal.operation,
            "alternativeTo": " ".join(proposal.alternative_to),
        },
    )
    add_ours(entry, "instruction", words=proposal.instruction)
    add_ours(entry, "reason", words=proposal.reason)
    _add_citations(entry, proposal.citations)


def _add_citations(holder: Any, citations: Sequence[Citation]) -> None:
    for one in citations:
        add_ours(
            holder,
            "citation",
            {
                "instrument": one.instrument,
                "at": one.at,
                "kind": one.kind,
                "status": one.status,
                "verified": _yes(one.verified),
                "replacedBy": one.replaced_by,
            },
        )


def _add_gap(holder: Any, gap: Gap, eids: Mapping[str, str]) -> None:
    """A gap; ``eids`` are those of clauses by their numbers."""
    named = {"need": gap.need, "issue": gap.issue, "strength": gap.strength}
    placed = {"after": gap.after, "number": gap.number, "baselineState": gap.baseline_state or ""}
    entry = add_ours(holder, "gap", named | placed)
    add_ours(entry, "lacks", words=gap.lacks)
    for name, numbers in (("calledForBy", gap.clauses), ("see", gap.see)):
        for number in numbers:
            eid = eids.get(number)
            add_ours(entry, name, {"href": f"#{eid}" if eid else "", "number": number})
    if gap.instruction:
        add_ours(entry, "instruction", words=gap.instruction)
    add_ours(entry, "reason", words=gap.reason)
    _add_citations(entry, gap.citations)


def _add_style(holder: Any, note: StyleNote, text: str) -> None:
    said = {"href": f"#{note.eid}", "number": note.number, "words": note.words}
    rewritten = _rewritten(note, text)
    add_ours(holder, "style", {**said, "rewrite": rewritten}, note.reason)


def _rewritten(note: StyleNote, text: str) -> str:
    """The words noted as they would read, from the first place changed to the last."""
    if not note.rewrite:
        return ""
    start, end = note.rewrite[0].start, max(edit.end for edit in note.rewrite)
    words, at = "", start
    for edit in note.rewrite:
        words += text[at : edit.start] + edit.text
        at = edit.end
    return " ".join((words + text[at:end]).split())


def _folded_place(text: str, start: int, end: int) -> dict[str, str]:
    """A place in a text as a place in that text on one line."""
    before = " ".join(text[:start].split())
    opens = bool(before) and text[start - 1 : start].isspace()
    first = len(before) + opens
    return {"start": str(first), "end": str(first + len(" ".join(text[start:end].split())))}


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"


def _yes(value: bool) -> str:
    return "true" if value else ""
