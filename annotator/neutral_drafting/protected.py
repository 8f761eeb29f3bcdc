"""What of a law is not its own to change: quotations, treaties set out in it, titles of laws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from annotator.eids import unit_eid
from annotator.schema import Clause

Span = tuple[int, int]

_MARKS = re.compile(r"[“”]|‘(?=\w)|’(?!\w)|\"")
_CLOSING = {"“": "”", "‘": "’", '"': '"'}
# "Workmen's Compensation Act, 1934", "Merchant Seamen (Medical) Regulations".
_TITLE = re.compile(
    r"\b[A-Z][\w’'-]*(?:(?:,? (?:of|and|the|for|to|in|on) |, | \(?)\(?[A-Z][\w’')-]*){0,12}?,? "
    r"(?:Acts?|Ordinances?|Orders?|Regulations?|Rules|Codes?|Conventions?|Laws?|Agreements?|"
    r"Protocols?|Decrees?|Treat(?:y|ies)|Statutes?|Schemes?)\b"
)


# "Article 1 of the Convention", "The Contracting Parties": a schedule that sets a treaty out.
_TREATY = re.compile(
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
        spans += _quoted(text, whole[0].start, max(clause.end for clause in whole))
    spans += _treaties(clauses)
    spans += (match.span() for match in _TITLE.finditer(text))
    return spans


def _treaties(clauses: Sequence[Clause]) -> Iterator[Span]:
    attached = (clause for clause in clauses if clause.eid.startswith("att_"))
    for _, some in groupby(attached, key=lambda clause: clause.eid.partition("__")[0]):
        whole = list(some)
        if any(_TREATY.search(f"{clause.heading} {clause.text}") for clause in whole):
            yield whole[0].start, max(clause.end for clause in whole)


def _quoted(text: str, start: int, end: int) -> Iterator[Span]:
    opened, closing = -1, ""
    for mark in _MARKS.finditer(text, start, end):
        if opened < 0 and mark[0] in _CLOSING:
            opened, closing = mark.start(), _CLOSING[mark[0]]
        elif opened >= 0 and mark[0] == closing:
            yield opened, mark.end()
            opened = -1
    if opened >= 0 and closing == "”":
        # The others may be an apostrophe or inches.
        yield opened, end


def covers(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of the spans holds any of the words."""
    return any(first < end and start < last for first, last in spans)
