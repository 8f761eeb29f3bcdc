"""Which words carried a decision.

A clause is cut into phrases at its punctuation, conjunctions and prepositions. The label head is
linear over the mean of the encoder's states, so that the reading itself says what each phrase adds
to the label's logit over that of the next likeliest label (:meth:`.network.Network.read`): the
gradient of the decision at the last layer, times the states. The phrases that add most are shown.
Leaving phrases out and reading again chose no better ones, and took four times as long.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from annotator.schema import Evidence

MAX_PHRASES = 12
MAX_SHOWN = 3
#: A phrase that adds less than this share of what all phrases add is not shown.
_LEAST_SHARE = 0.1
_SHORTEST = 3

_WORD = re.compile(r"\w+")
_CUT = re.compile(
    r"(?<=[;:,.—–])\s+|\s+(?=\((?:[a-z]{1,5}|\d{1,2})\)\s)|"
    r"\s+(?=(?:and|or|but|nor|unless|if|where|when|whether|while|until|who|whom|whose|which|that|"
    r"of|in|on|at|by|for|from|to|with|without|within|under|upon|against|because|before|after|"
    r"during|including|subject|provided|other|shall|must|may)\b)",
    re.IGNORECASE,
)

_JOINT = re.compile(
    r"(?:(?:and|or|but|nor)\b[\s,]*)?(?:\((?:[a-z]{1,5}|\d{1,2})\)\s+)*", re.IGNORECASE
)
_JOINT_BEHIND = re.compile(
    r"(?:[\s,]*\b(?:and|or|but|nor))?(?:\s*\((?:[a-z]{1,5}|\d{1,2})\))*\s*$", re.IGNORECASE
)

Offsets = tuple[int, int]


def phrases(text: str) -> list[Offsets]:
    """Cut ``text`` into at most :data:`MAX_PHRASES` phrases that together cover its words.

    >>> text = "A woman shall be searched by a woman, unless she agrees."
    >>> [text[start:end] for start, end in phrases(text)]
    ['A woman', 'shall be searched', 'by a woman,', 'unless she agrees.']
    """
    cuts = _pieces(text)
    while len(cuts) > MAX_PHRASES:
        cuts = _join_shortest(text, cuts)
    return [piece for piece in cuts if _WORD.search(text, *piece)]


def core(text: str, phrase: Offsets) -> Offsets:
    """``phrase`` without the conjunctions and list labels at its ends, for showing.

    >>> core("and (c) has served in the forces; or (d)", (0, 40))
    (8, 33)
    """
    start, end = phrase
    joint = _JOINT.match(text, start, end)
    first = joint.end() if joint else start
    last = first + len(_JOINT_BEHIND.sub("", text[first:end]))
    return (first, last) if first < last else phrase


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
        added: what each adds to the label's logit, less what it adds to its rival's.
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


def _pieces(text: str) -> list[Offsets]:
    return list(_trimmed(text, [0, *_cut_places(text), len(text)]))


def _cut_places(text: str) -> Iterator[int]:
    """Where phrases begin; a phrase of fewer than three words runs on into the next."""
    last = 0
    for match in _CUT.finditer(text):
        if len(_WORD.findall(text, last, match.start())) >= (_SHORTEST if last else 2):
            yield match.end()
            last = match.end()


def _trimmed(text: str, places: list[int]) -> Iterator[Offsets]:
    for start, end in itertools.pairwise(places):
        inside = text[start:end]
        yield start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _join_shortest(text: str, pieces: list[Offsets]) -> list[Offsets]:
    """Join the two neighbours that are shortest together."""
    joints = range(len(pieces) - 1)
    place = min(joints, key=lambda joint: pieces[joint + 1][1] - pieces[joint][0])
    joined = (pieces[place][0], pieces[place + 1][1])
    return [*pieces[:place], joined, *pieces[place + 2 :]]
