"""Which words carried a decision.

A clause is cut into phrases at its punctuation, conjunctions and prepositions. The label head is
linear over the mean of the encoder's states, so that the reading itself says what each phrase adds
to the label's logit over that of the next likeliest label (:meth:`.network.Network.read`): the
gradient of the decision at the last layer, times the states. The phrases that add most are shown.
Leaving phrases out and reading again chose no better ones, and took four times as long.
"""

from __future__ import annotations

import heapq
import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from annotator.classifier.encoding import Word
from annotator.classifier.masking import Offsets
from annotator.classifier.network import Floats
from annotator.schema import Evidence

#: Into how many phrases a clause is cut at most. Shorter ones are fragments that mean nothing to
#: who reads them; of a clause of 230 words these have some twenty each.
MAX_PHRASES = 12
#: What a drafter takes in at a glance.
MAX_SHOWN = 3
#: A phrase that adds less than this share of what all phrases add is not shown.
_LEAST_SHARE = 0.1
#: Words of a phrase. The first of a clause may have one less: it is often *A woman*, *No person*.
_SHORTEST = 3
_SHORTEST_FIRST = 2

_WORD = re.compile(r"\w+")
# A run of white space is matched whole or not at all: else a long one is tried from each blank.
_CUT = re.compile(
    r"(?<=[;:,.—–])\s+|(?<!\s)\s++(?=\((?:[a-z]{1,5}|\d{1,2})\)\s)|"
    r"(?<!\s)\s++(?=(?:and|or|but|nor|unless|if|where|when|whether|while|until|who|whom|whose|which|that|"
    r"of|in|on|at|by|for|from|to|with|without|within|under|upon|against|because|before|after|"
    r"during|including|subject|provided|other|shall|must|may)\b)",
    re.IGNORECASE,
)

_JOINT = re.compile(
    r"(?:(?:and|or|but|nor)\b[\s,]*)?(?:\((?:[a-z]{1,5}|\d{1,2})\)\s+)*", re.IGNORECASE
)
# The same at the end of a phrase, of which it reads the letters backwards.
_JOINT_BEHIND = re.compile(
    r"\s*(?:\)(?:[a-z]{1,5}|\d{1,2})\(\s*)*(?:(?:dna|ro|tub|ron)\b[\s,]*)?", re.IGNORECASE
)


def phrases(text: str) -> list[Offsets]:
    """Cut ``text`` into at most :data:`MAX_PHRASES` phrases that together cover its words.

    >>> text = "A woman shall be searched by a woman, unless she agrees."
    >>> [text[start:end] for start, end in phrases(text)]
    ['A woman', 'shall be searched', 'by a woman,', 'unless she agrees.']
    """
    cuts = _trimmed(text, [0, *_cut_places(text), len(text)])
    return [piece for piece in _joined(list(cuts), MAX_PHRASES) if _WORD.search(text, *piece)]


def core(text: str, phrase: Offsets) -> Offsets:
    """``phrase`` without the conjunctions and list labels at its ends, for showing.

    >>> core("and (c) has served in the forces; or (d)", (0, 40))
    (8, 33)
    """
    start, end = phrase
    joint = _JOINT.match(text, start, end)
    first = joint.end() if joint else start
    behind = _JOINT_BEHIND.match(text[first:end][::-1])
    last = end - (behind.end() if behind else 0)
    return (first, last) if first < last else phrase


def added_by(cut: Sequence[Offsets], words: Sequence[Word], margins: Floats) -> list[float]:
    """What each phrase adds to a label's logit, less what it adds to its rival's.

    Args:
        cut: the phrases of a clause, in order, which hold all its words.
        words: those of the line that was read; the ones that stand in the clause count.
        margins: what each of ``words`` adds.
    """
    starts = [start for start, _ in cut]
    added = [0.0] * len(cut)
    for word, margin in zip(words, margins.tolist(), strict=True):
        # Marks and numbers gather what belongs to the words around them.
        if word.place and word.text.lstrip("_")[:1].isalpha():
            added[bisect_right(starts, word.place[0]) - 1] += margin
    return added


def carried(
    pieces: Sequence[Offsets],
    added: Sequence[float],
    naming: Sequence[Offsets],
    *,
    base: int,
) -> tuple[Evidence, ...]:
    """The phrases to show, in the order of the text.

    Args:
        pieces: the phrases, as offsets in the clause.
        added: what each adds, as :func:`added_by` says.
        naming: offsets of the words that a responsive or regressive clause must name; the
            strongest phrase that holds one is always among those shown.
        base: the offset of the clause in the canonical text.
    """
    least = _LEAST_SHARE * sum(value for value in added if value > 0)
    ranked = sorted(range(len(pieces)), key=lambda place: -added[place])
    chosen = [place for place in ranked if added[place] > 0 and added[place] >= least][:MAX_SHOWN]
    # Of a long clause no phrase may add much: the one that adds most is shown all the same.
    chosen = chosen or [place for place in ranked[:1] if added[place] > 0]
    names = [place for place in ranked if holds_any(pieces[place], naming)]
    if names and not set(names) & set(chosen):
        chosen = [*chosen[: MAX_SHOWN - 1], names[0]]
    return tuple(
        Evidence(
            start=base + pieces[place][0],
            end=base + pieces[place][1],
            weight=round(max(added[place], 0.0), 4),
        )
        for place in sorted(chosen)
    )


def holds_any(piece: Offsets, words: Sequence[Offsets]) -> bool:
    """Whether one of ``words`` stands in ``piece``, at least in part."""
    return any(piece[0] < end and start < piece[1] for start, end in words)


def _cut_places(text: str) -> Iterator[int]:
    """Where phrases begin; one of too few words runs on into the next."""
    words, least, looked = 0, _SHORTEST_FIRST, 0
    for match in _CUT.finditer(text):
        words += len(_WORD.findall(text, looked, match.start()))
        looked = match.end()
        if words >= least:
            yield match.end()
            words, least = 0, _SHORTEST


def _trimmed(text: str, places: list[int]) -> Iterator[Offsets]:
    for start, end in itertools.pairwise(places):
        inside = text[start:end]
        yield start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _joined(pieces: list[Offsets], most: int) -> list[Offsets]:
    """``pieces`` when those neighbours that are shortest together are joined, until few are left.

    Each joining changes the two joints beside it alone; what the heap still holds of how they were
    is passed over.
    """
    starts, ends = [start for start, _ in pieces], [end for _, end in pieces]
    before, after = list(range(-1, len(pieces) - 1)), list(range(1, len(pieces) + 1))
    none = len(pieces)
    heap = [(ends[place + 1] - starts[place], place) for place in range(len(pieces) - 1)]
    heapq.heapify(heap)
    gone: set[int] = set()
    while len(pieces) - len(gone) > most:
        length, one = heapq.heappop(heap)
        other = after[one]
        if one in gone or other == none or ends[other] - starts[one] != length:
            continue
        gone.add(other)
        ends[one], after[one] = ends[other], after[other]
        if after[one] != none:
            before[after[one]] = one
            heapq.heappush(heap, (ends[after[one]] - starts[one], one))
        if before[one] >= 0:
            heapq.heappush(heap, (ends[one] - starts[before[one]], before[one]))
    return [(starts[place], ends[place]) for place in range(len(pieces)) if place not in gone]
