"""What was found in a law, as rows of the tables of a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from annotator import __version__
from annotator.corpus.schema import Table
from annotator.precedents.enacted import year_of
from annotator.schema import FLAGGED, LABELS, Annotation, Citation, Finding, Gap, Proposal, Struct

Row = dict[str, Any]
Rows = dict[Table, list[Row]]
RefusalKind = Literal["refused", "timeout", "memory", "crash"]

#: Digits of a probability that are kept: those behind them are the machine's.
_DIGITS = 4


class LawRef(Struct, frozen=True):
    """A law to annotate: a file, and what a manifest says of it.

    ``law`` is the SHA-256 of the file's bytes, ``path`` its name or address, ``also_at`` other
    places where the same bytes lie. ``country``, ``title`` and ``date`` are empty where the law is
    to say them itself.
    """

    law: str
    path: str
    also_at: tuple[str, ...] = ()
    country: str = ""
    title: str = ""
    date: str = ""


class Refusal(Struct, frozen=True):
    """Why no law was made of a file: ``reason`` is a sentence that names it."""

    law: str
    path: str
    kind: RefusalKind
    reason: str


def no_rows() -> Rows:
    """Tables without rows."""
    return {"findings": [], "proposals": [], "gaps": [], "refused": [], "laws": []}


def rows_of(ref: LawRef, found: Annotation, *, everything: bool) -> Rows:
    """A law's rows, by table, in the order of the law.

    Args:
        ref: the law, as it was listed.
        found: what was found in it.
        everything: whether clauses that are neutral have rows, too.
    """
    shown = [one for one in found.findings if everything or one.label in FLAGGED]
    return {
        "findings": [_finding(ref.law, one, found.text) for one in shown],
        "proposals": [
            _proposal(ref.law, one, proposal)
            for one in found.findings
            for proposal in one.proposals
        ],
        "gaps": [_gap(ref.law, gap) for gap in found.gaps],
        "refused": [],
        "laws": [_law(ref, found)],
    }


def _law(ref: LawRef, found: Annotation) -> Row:
    law, card = found.law, found.scorecard
    title = " ".join((ref.title or law.title).split())
    date = ref.date or law.date
    year = date[:4] if date[:4].isdigit() else year_of(title)
    return {
        "law": ref.law,
        "path": ref.path,
        "also_at": list(ref.also_at),
        "title": title,
        "country": law.jurisdiction,
        "language": law.language,
        "format": law.format,
        "date": date,
        "year": int(year) if year else None,
        "clauses": card.clauses,
        **{label: card.labels.get(label, 0) for label in LABELS},
        "review": card.review,
        "met": card.met,
        "who_level": card.who.level if card.who else None,
        "proposals": sum(len(one.proposals) for one in found.findings),
        "gaps": len(found.gaps),
        "words": len(found.text.split()),
        "warnings": [_line(f"{one.where}: {one.what}") for one in found.warnings],
        "notes": [_line(note) for note in law.notes],
        "program": __version__,
        "model": found.model.name,
        "model_version": found.model.version,
    }


def _finding(law: str, one: Finding, text: str) -> Row:
    clause = one.clause
    return {
        "law": law,
        "number": clause.number,
        "eid": clause.eid,
        "kind": clause.kind,
        "label": one.label,
        "confidence": round(one.confidence, _DIGITS),
        "review": one.review,
        "met": one.met,
        "priority": one.priority,
        "issues": [raised.issue for raised in one.issues],
        "heading": clause.heading,
        "text": clause.words,
        "evidence": [_line(text[place.start : place.end]) for place in one.evidence],
        "policy": one.policy.matter if one.policy else "",
    }


def _proposal(law: str, one: Finding, proposal: Proposal) -> Row:
    return {
        "law": law,
        "number": one.clause.number,
        "eid": one.clause.eid,
        "template": proposal.template,
        "issue": proposal.issue,
        "operation": proposal.operation,
        "instruction": proposal.instruction,
        "amended": proposal.amended,
        "reason": proposal.reason,
        "citations": _citations(proposal.citations),
        "alternative_to": list(proposal.alternative_to),
        "adds": proposal.adds,
        "for_law": proposal.for_law,
        "priority": one.priority,
        "confidence": round(one.confidence, _DIGITS),
    }


def _gap(law: str, gap: Gap) -> Row:
    return {
        "law": law,
        "need": gap.need,
        "lacks": gap.lacks,
        "issue": gap.issue,
        "strength": gap.strength,
        "reason": gap.reason,
        "gcm": list(gap.gcm),
        "citations": _citations(gap.citations),
        "clauses": list(gap.clauses),
        "proposed_at": list(gap.proposed_at),
        "see": list(gap.see),
        "heading": gap.heading,
        "text": gap.text,
        "instruction": gap.instruction,
    }


def _citations(citations: Iterable[Citation]) -> list[Row]:
    return [
        {
            "instrument": one.instrument,
            "at": one.at,
            "kind": one.kind,
            "status": one.status,
            "binding": one.binding,
        }
        for one in citations
    ]


def _line(text: str) -> str:
    return " ".join(text.split())
