"""Sections of an excerpt that run on behind their headings: ``Fees 14. A fee``, ``Inns 15. An``.

An excerpt begins late, and a mail program parts it where a sentence ends by chance: no paragraph
shows a chain of numbers by itself, but all of them together do.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.run_on.numbers import best_chain, openers_in
from annotator.segmenter.run_on.patterns import heading_before


def headed_cuts(paragraphs: Sequence[str], words: StructureWords) -> list[list[int]]:
    """Where sections and the headings before their numbers begin in each of some paragraphs.

    Returns:
        the offsets in each; none in all of them where the numbers make no chain.
    """
    cuts: list[list[int]] = [[] for _ in paragraphs]
    openers, begins = [], []
    shift = 0
    for text in paragraphs:
        for opener in openers_in(text, words):
            if opener.headed:
                opener.start, opener.end = opener.start + shift, opener.end + shift
                openers.append(opener)
        begins.append(shift)
        shift += len(text) + 1
    chain = best_chain(openers, [])
    if not chain or chain[0].key[0] == 1:
        return cuts  # a law that is whole shows its chain without
    k = 0
    for opener in chain:
        while k + 1 < len(begins) and begins[k + 1] <= opener.start:
            k += 1
        start = opener.start - begins[k]
        heading = heading_before(paragraphs[k], start, words)
        cuts[k] += [start] if heading is None else [heading, start]
    return cuts
