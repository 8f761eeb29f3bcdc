"""Which words carried a decision.

A clause is cut into its noun and verb groups (:mod:`.groups`). The label head is linear over the
mean of the encoder's states, so that the reading itself says what each word adds to the label's
logit over that of the next likeliest label (:meth:`.network.Network.read`): the gradient of the
decision at the last layer, times the states. The groups are shown whose words add most; of these
only words that say something by themselves are counted, for *who*, *shall* and *person* add much in
any clause and tell a reader nothing. Leaving phrases out and reading again chose no better ones,
and took four times as long.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from annotator.classifier.encoding import Word
from annotator.classifier.groups import Group, tells
from annotator.classifier.masking import Offsets
from annotator.classifier.network import Floats
from annotator.schema import Evidence

#: What a drafter takes in at a glance.
MAX_SHOWN = 3
#: Beyond the first, no group is shown that makes the marks longer than this share of the clause ...
MAX_SHARE = 0.5
#: ... or than so many characters: three lines of print that are marked throughout mark nothing.
MAX_MARKED = 150
#: Of a group that holds nearly all of its clause, nothing is learnt from its being marked.
_WHOLE = 0.8
#: A group that weighs less than this share of the one that weighs most is not shown.
_LEAST_SHARE = 0.45
#: How much more a group weighs that holds a word without which the label could not be given.
_NAMING = 1.25
#: How much the words of a group count beside the strongest of them, else the longest would win.
_OTHERS = 0.3


def added_by(cut: Sequence[Group], words: Sequence[Word], margins: Floats) -> list[float]:
    """What each group adds to a label's logit, less what it adds to its rival's.

    Args:
        cut: the groups of a clause, in order, which hold all its words.
        words: those of the line that was read; the ones that stand in the clause count.
        margins: what each of ``words`` adds.
    """
    starts = [group.start for group in cut]
    added = [0.0] * len(cut)
    for word, margin in zip(words, margins.tolist(), strict=True):
        # Marks and numbers gather what belongs to the words around them.
        if word.place and word.text.lstrip("_")[:1].isalpha():
            added[bisect_right(starts, word.place[0]) - 1] += margin
    return added


def weighed(
    cut: Sequence[Group], words: Sequence[Word], margins: Floats, language: str = "en"
) -> list[float]:
    """How much each group tells of the decision: by its telling words, and not by their number.

    Args:
        cut: as :func:`added_by` takes it, as it does the next two.
        words: those of the line that was read.
        margins: what each of ``words`` adds.
        language: that of the clause, by its ISO 639-1 code.
    """
    starts = [group.start for group in cut]
    told: list[list[float]] = [[] for _ in cut]
    for word, margin in zip(words, margins.tolist(), strict=True):
        if word.place and tells(word.text, language):
            told[bisect_right(starts, word.place[0]) - 1].append(margin)
    return [
        max(each, default=0.0) + _OTHERS * (sum(each) - max(each, default=0.0)) for each in told
    ]


def carried(
    cut: Sequence[Group],
    added: Sequence[float],
    weights: Sequence[float],
    naming: Sequence[Offsets],
    *,
    base: int,
) -> tuple[Evidence, ...]:
    """The groups to show, in the order of the text.

    Args:
        cut: the groups of a clause.
        added: what each adds, as :func:`added_by` says.
        weights: how much each tells, as :func:`weighed` says.
        naming: offsets of the words that a responsive or regressive clause must name; the
            strongest group that holds one is always among those shown.
        base: the offset of the clause in the canonical text.
    """
    near = sharing(cut, naming)
    cut = [_named(group, words) for group, words in zip(cut, near, strict=True)]
    names = {place for place, group in enumerate(cut) if holds_any(group.shown, near[place])}
    ranks = [
        weight * (_NAMING if place in names and weight > 0 else 1)
        for place, weight in enumerate(weights)
    ]
    ranked = sorted(
        (place for place, group in enumerate(cut) if group.shown), key=lambda place: -ranks[place]
    )
    chosen = [place for place in ranked if place in names][:1]
    length = sum(group.end - group.start for group in cut)
    room = min(MAX_MARKED, MAX_SHARE * length) - sum(_length(cut[place]) for place in chosen)
    least = _LEAST_SHARE * max((ranks[place] for place in ranked), default=0)
    for place in ranked:
        if ranks[place] <= 0 or ranks[place] < least or len(chosen) == MAX_SHOWN:
            break
        if place in chosen or (chosen and _length(cut[place]) > room):
            continue
        if _length(cut[place]) > _WHOLE * length or _is_said(cut[place], [cut[c] for c in chosen]):
            continue
        chosen.append(place)
        room -= _length(cut[place])
    return tuple(_evidence(cut[place], added[place], base) for place in sorted(chosen))


def sharing(cut: Sequence[Group], words: Sequence[Offsets]) -> list[Sequence[Offsets]]:
    """For each group those of ``words`` that may stand in it: of a long clause a few of many."""
    words = sorted(words)
    starts = [start for start, _ in words]
    # the furthest that words so far reach, should one hold another
    reached = list(accumulate((end for _, end in words), max))
    shared: list[Sequence[Offsets]] = []
    for group in cut:
        first, last = group.shown or (group.start, group.end)
        first, last = min(first, group.start), max(last, group.end)
        shared.append(words[bisect_right(reached, first) : bisect_left(starts, last)])
    return shared


def holds_any(piece: Offsets | None, words: Sequence[Offsets]) -> bool:
    """Whether one of ``words`` stands in ``piece``, at least in part."""
    if piece is None:
        return False
    return any(piece[0] < end and start < piece[1] for start, end in words)


def _named(group: Group, naming: Sequence[Offsets]) -> Group:
    """``group`` with the word that names gender shown of it, if nothing of it is."""
    if group.shown:
        return group
    for start, end in naming:
        if group.start <= start and end <= group.end:
            return group._replace(shown=(start, end), telling=frozenset({str(start)}))
    return group


def _is_said(group: Group, others: Sequence[Group]) -> bool:
    """Whether it and one of ``others`` say the same, or one of them more of the same."""
    return any(group.telling <= other.telling or other.telling <= group.telling for other in others)


def _length(group: Group) -> int:
    start, end = group.shown or (0, 0)
    return end - start


def _evidence(group: Group, added: float, base: int) -> Evidence:
    start, end = group.shown or (group.start, group.end)
    return Evidence(start=base + start, end=base + end, weight=round(max(added, 0.0), 4))
