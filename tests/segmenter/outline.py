"""What the tests of the segmenter compare: a law as its outline, readable by a drafter."""

from __future__ import annotations

from annotator.eids import CONTAINERS
from annotator.segmenter import segment


def outline(text: str, words: int = 4) -> list[str]:
    """Each clause as its number and first words; lead-ins in brackets."""
    lines = []
    for clause in segment(text).clauses:
        first = " ".join(clause.text.split()[:words])
        lines.append(
            f"{clause.number}: {first}"
            if clause.kind != "lead_in"
            else f"[{clause.number}: {first}]"
        )
    return lines


def headings(text: str) -> dict[str, str]:
    """The heading of each clause, by its number."""
    return {clause.number: clause.heading for clause in segment(text).clauses}


def numbers(text: str) -> list[str]:
    """The number of every provision below the parts and schedules, in text order."""
    return [
        provision.number
        for outermost in segment(text).provisions
        for provision in outermost.walk()
        if provision.word not in CONTAINERS
    ]
