"""One to several: clauses that were split, and clauses that were merged.

A clause was split where a new one says what the old one said and its counterpart says no more; it
is told by pairs of words that follow each other, since single words stand everywhere. Only beside
the counterpart single words tell it, too: *may search and detain* becomes two sentences, of which
each says *an officer may* anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from annotator.aligning.bags import Bags, Gram

#: So much of a part must stand in the whole, and in what of the whole was left over.
_INSIDE, _LEFT = 0.5, 0.4
#: So much of the whole a part must be.
_LEAST = 0.08
#: So much of a whole that has no counterpart its only part must be.
_ONLY = 0.35
#: So many pairs of words make a part.
_FEW = 4
#: Of a part that is told by single words so much stands in the whole, of which it says so much that
#: the counterpart does not; and so near it stands, in clauses.
_SAID, _GAINED, _NEAR = 0.5, 0.08, (-1, 1, -2, 2)


def parted(
    wholes: Sequence[int], parts: Sequence[int], taken: Mapping[int, int], bags: Bags
) -> dict[int, list[int]]:
    """By the place of a text of one version those of texts of the other that are parts of it.

    Args:
        wholes: the places in ``bags`` of the texts of one version.
        parts: those of the texts of the other that are no text's counterpart.
        taken: by the place of a text of the first version that of its counterpart.
        bags: of all texts.

    Returns:
        for each text that has parts besides its counterpart those parts; a text without a
        counterpart has one at least.
    """
    by_gram: dict[Gram, list[int]] = defaultdict(list)
    for whole in wholes:
        for gram in bags.grams[whole]:
            by_gram[gram].append(whole)
    found: dict[int, list[int]] = defaultdict(list)
    left = {
        whole: bags.grams[whole] - bags.grams[taken[whole]] if whole in taken else bags.grams[whole]
        for whole in wholes
    }
    known = {counterpart: whole for whole, counterpart in taken.items()}
    for part in parts:
        own = bags.grams[part]
        if len(own) < _FEW:
            continue
        if (beside := _parted_beside(part, known, found, bags)) is not None:
            found[beside].append(part)
            left[beside] = left[beside] - own
            continue
        holders: dict[int, int] = defaultdict(int)
        for gram in own:
            for whole in by_gram.get(gram, ()):
                holders[whole] += gram in left[whole]
        best = max(holders, key=lambda whole: (holders[whole], -whole), default=None)
        if best is None:
            continue
        inside = bags.share(part, bags.grams[best]) >= _INSIDE
        is_part = holders[best] >= max(_LEFT * len(own), _LEAST * len(bags.grams[best]))
        if inside and is_part:
            found[best].append(part)
            left[best] = left[best] - own
    return {
        whole: sorted(own)
        for whole, own in found.items()
        if whole in taken or len(own) > 1 or bags.share(whole, bags.grams[own[0]]) >= _ONLY
    }


def _parted_beside(
    part: int, known: Mapping[int, int], found: Mapping[int, Sequence[int]], bags: Bags
) -> int | None:
    """The whole of which a text is a part, whose counterpart stands beside it.

    Args:
        part: the place of the text.
        known: by the place of a counterpart that of its whole.
        found: by the place of a whole those of parts that it has besides.
        bags: of all texts.
    """
    for step in _NEAR:
        whole = known.get(part + step)
        if whole is None or bags.covered(part, whole) < _SAID:
            continue
        others = (part + step, *found.get(whole, ()))
        if bags.covered(whole, part, *others) - bags.covered(whole, *others) >= _GAINED:
            return whole
    return None
