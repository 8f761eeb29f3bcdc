"""What of a law is not its own to change: quotations, treaties set out in it, titles of laws."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.eids import attachment_eid, unit_eid
from annotator.expressions import expression
from annotator.quotations import Span, quotations
from annotator.schema import Clause

# "Workmen's Compensation Act, 1934", "Merchant Seamen (Medical) Regulations".
_TITLE = expression(
    r"[A-Z](?<!\w[A-Z])[\w’'-]*"
    r"(?:(?:,? (?:of|and|the|for|to|in|on) |, | \(?)\(?[A-Z][\w’')-]*){0,12}?,? "
    r"(?:Acts?|Ordinances?|Orders?|Regulations?|Rules|Codes?|Conventions?|Laws?|Agreements?|"
    r"Protocols?|Decrees?|Treat(?:y|ies)|Statutes?|Schemes?)\b"
)


# "Article 1 of the Convention", "The Contracting Parties": a schedule that sets a treaty out.
_TREATY = expression(
    r"\bthis (?:Convention|Treaty|Covenant|Protocol)\b|\b(?:High )?Contracting Part(?:y|ies)\b|"
    r"\bStates? Part(?:y|ies)\b|\bArticles? \d+ of the\b[^.]{0,80}\bConvention\b"
)


def protected(text: str, clauses: Sequence[Clause]) -> list[Span]:
    """What is quoted in the provisions of a law, and the titles of laws, as spans of its text.

    A quotation may run over several clauses, each of its paragraphs opening with a mark of its own
    and only the last closing; it ends with its provision at the latest.
    """
    spans: list[Span] = []
    for _, some in groupby(clauses, key=lambda clause: unit_eid(clause.eid)):
        whole = list(some)
        spans += quotations(text, whole[0].start, max(clause.end for clause in whole))
    spans += _treaties(clauses)
    spans += (match.span() for match in _TITLE.finditer(text))
    return spans


def _treaties(clauses: Sequence[Clause]) -> Iterator[Span]:
    attached = (clause for clause in clauses if attachment_eid(clause.eid))
    for _, some in groupby(attached, key=lambda clause: attachment_eid(clause.eid)):
        whole = list(some)
        if any(_TREATY.search(f"{clause.heading} {clause.text}") for clause in whole):
            yield whole[0].start, max(clause.end for clause in whole)


def covers(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans holds any of the words."""
    return any(first < end and start < last for first, last in spans)
