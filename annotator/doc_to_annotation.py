"""From the spaCy ``Doc`` that the pipeline returns to the :class:`~annotator.schema.Annotation`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import msgspec
from spacy.tokens import Doc, Span

from annotator.schema import (
    FLAGGED,
    LABELS,
    Annotation,
    Finding,
    Heading,
    IssueScore,
    Law,
    Model,
    Proposal,
    Scorecard,
    Source,
)

_DIGITS = 4
"""Decimals of a probability: more would only seem exact."""


def annotation(doc: Doc, source: Source, meta: dict[str, Any]) -> Annotation:
    """Gather what the components have left on ``doc.spans["clauses"]``.

    Args:
        doc: ``source.text`` after the pipeline.
        source: what was read.
        meta: the pipeline's, which names the model.
    """
    findings = tuple(finding(span) for span in doc.spans["clauses"])
    return Annotation(
        law=Law(
            title=source.title,
            source=source.name,
            sha256=source.sha256,
            language=source.language,
            format=source.format,
            jurisdiction=source.jurisdiction,
            date=source.date,
            notes=_without_folders(source),
        ),
        model=Model(name=f"{meta['lang']}_{meta['name']}", version=meta["version"]),
        findings=findings,
        scorecard=scorecard(findings),
        provisions=tuple(doc._.provisions),
        headings=tuple(
            Heading(start=span.start_char, end=span.end_char, text=" ".join(span.text.split()))
            for span in doc.spans["headings"]
        ),
        furniture=tuple((span.start_char, span.end_char) for span in doc.spans["furniture"]),
        warnings=tuple(doc._.warnings),
    )


def _without_folders(source: Source) -> tuple[str, ...]:
    """What is said of how a file was read, without its folders: reports are sent to others."""
    return tuple(note.replace(source.name, Path(source.name).name) for note in source.notes)


def finding(span: Span) -> Finding:
    """What is said of one clause; components that did not run have said nothing."""
    said = span._
    proposals = tuple(said.proposals) if said.has("proposals") else ()
    return Finding(
        clause=said.clause,
        label=span.label_,  # type: ignore[arg-type]  # a str for spaCy, one of LABELS for us
        confidence=round(said.confidence, _DIGITS),
        scores={label: round(score, _DIGITS) for label, score in said.scores.items()},
        review=bool(said.review),
        issues=tuple(
            msgspec.structs.replace(raised, score=round(raised.score, _DIGITS))
            for raised in said.issues
        ),
        evidence=tuple(said.evidence),
        proposals=proposals,
        met=is_met(span.label_, said.issues, proposals),
    )


def is_met(label: str, issues: Iterable[IssueScore], proposals: Collection[Proposal]) -> bool:
    """Whether a clause is blind, but its section leaves nothing to mend.

    Args:
        label: the clause's.
        issues: those that it raises, each with the clause of its section that meets it, if any.
        proposals: all that the pipeline makes for it, whether or not they will be shown.
    """
    return label == "blind" and not proposals and all(raised.met_by for raised in issues)


def scorecard(findings: Iterable[Finding]) -> Scorecard:
    """Count clauses by label, and flagged ones by issue and label.

    A lead-in is read with each of its items, which are counted.
    """
    findings = [one for one in findings if not one.clause.is_lead_in]
    labels = Counter(one.label for one in findings)
    issues: dict[str, Counter[str]] = {}
    for one in findings:
        for raised in one.issues if one.label in FLAGGED else ():
            issues.setdefault(raised.issue, Counter())[one.label] += 1
    return Scorecard(
        clauses=len(findings),
        labels={label: labels[label] for label in LABELS},
        issues={issue: dict(counts) for issue, counts in sorted(issues.items())},
        review=sum(one.review for one in findings),
        met=sum(one.met for one in findings),
    )
