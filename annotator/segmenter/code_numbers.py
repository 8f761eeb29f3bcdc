"""Sections of a code, whose numbers have their chapter's before their own or go into thousands."""

from __future__ import annotations

from annotator.numbering import is_after, is_of_a_code
from annotator.segmenter.openers import Candidate

#: The sections of a code that are numbered through it have so many before them; and what speaks for
#: the first of them.
_SECTIONS_OF_A_CODE, _PLAIN_OF_A_CODE = 200, 4.0


def plain_of_a_code(keyworded: list[Candidate], bare: list[Candidate]) -> list[Candidate]:
    """The bare numbers without the items of a code's sections: "13-1307", then "1", "2" in it."""
    named = keyworded[0].unit if keyworded else None
    if named and bare and named.line < bare[0].unit.line and is_of_a_code(named.number):
        return []
    coded = {c.unit.key[0] for c in bare if is_of_a_code(c.unit.number)}
    first = next((k for k, c in enumerate(bare) if is_of_a_code(c.unit.number)), 0)
    if not coded or any(candidate.unit.key[0] < 9 for candidate in bare[:first]):
        return bare
    kept: list[Candidate] = []
    for candidate in bare:
        base = candidate.unit.key[0]
        plain = base in coded and base >= _SECTIONS_OF_A_CODE  # 7284 before 7284.2
        if not (plain or is_of_a_code(candidate.unit.number)):
            continue
        if not kept or is_after(candidate.unit.key, kept[-1].unit.key):
            candidate.score += _PLAIN_OF_A_CODE if plain and not kept else 0.0
            kept.append(candidate)
    return kept
