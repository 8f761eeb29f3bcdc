"""Which list each enumerator of a section belongs to.

A stack of open lists says where a reader is. A label goes on with one of them, closing those below
it, or opens a new one, or is none: a reference. What that costs is counted in places skipped, and
the cheapest arrangement of all labels of the section is kept, so that ``(i)`` after ``(h)`` is a
letter or a numeral by what follows it, and a label in running text opens a list where the whole
list follows. Only arrangements that are nearly the best so far are carried on, so the time needed
grows with the number of labels and no faster.
"""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from annotator.numbering import Key, LabelReading, gap, is_after, readings
from annotator.segmenter.inside.labels import SIGN, Label

# The costs below were found by trying on laws whose structure their publishers give (`make
# segment-eval`).
#: What it costs to close a list for an outer one: a tie-break, in favour of the inner list.
_CLOSING = 0.15
#: What a list with one item costs more than one with several, at the head of lines and within them.
_SINGLE, _SINGLE_WITHIN = 0.3, 1.2
#: What a label within a line gains that is the very next of a list.
_NEXT = -0.5
#: How much worse than the best an arrangement may be, and how many are carried on.
_NEAR, _WIDTH = 6.0, 12
#: It costs so much to drop a label that is surely one.
_DEAR = 4.0


class Item(NamedTuple):
    """A label in its place: ``depth`` counts from 0, ``system`` names its numerals."""

    label: Label
    depth: int
    reading: LabelReading


class _OpenList(NamedTuple):
    bracket: str
    system: str
    last: Key
    #: What is given back when a second item follows.
    single: float


_Stack = tuple[_OpenList, ...]


class _Arrangement(NamedTuple):
    """The places of the labels so far: a stack, what it cost, and how the last label is read.

    ``reading`` is None where the last label is no item; ``depth`` is then of no account.
    """

    cost: float
    stack: _Stack
    reading: LabelReading | None
    depth: int
    before: _Arrangement | None


def arrange(labels: list[Label]) -> list[Item]:
    """Give each label its place; drop those that fit in no list."""
    labels = _with_first(labels)
    kept = [_Arrangement(0.0, (), None, 0, None)]
    for label, opens in zip(labels, _openers(labels), strict=True):
        read = readings(label.text)
        sure = label.head and not label.chained
        found: list[_Arrangement] = []
        for arrangement in kept:
            only = _only_way(arrangement, label, read, opens=opens) if sure else None
            if only is not None:
                found.append(only)
            else:
                found += _next(arrangement, label, read)
        kept = _best(found, distinct=len(kept) == 1) if len(found) > 1 else found
    return _items(kept[0], labels)


def _openers(labels: list[Label]) -> list[bool]:
    """For each label whether, likeliest read, it is the first of its kind and the second follows.

    Other lists may stand between the two.
    """
    found: list[bool] = []
    #: The whole number of the next label of each kind below; 0 where that may be none.
    below: dict[tuple[str, str], int] = {}
    for label in reversed(labels):
        likeliest = readings(label.text)[0]
        kind = label.bracket, likeliest.system
        dear = label.drop >= _DEAR and label.head and not label.chained
        found.append(dear and likeliest.first and below.get(kind) == 2)
        below[kind] = likeliest.key[0] if dear else 0
    return found[::-1]


def _only_way(
    arrangement: _Arrangement, label: Label, read: tuple[LabelReading, ...], *, opens: bool
) -> _Arrangement | None:
    """The arrangement that can follow where a second look is not worth it; else None.

    A line may open with the next number of a list that is open. Or it opens a list that goes on
    below (``opens``): to drop its first label, and to drop its second or to begin late with it,
    costs more than any arrangement may that is carried on.
    """
    stack = arrangement.stack
    way: tuple[LabelReading, int] | None = None
    for reading in read:
        depth = _depth(stack, label.bracket, reading.system)
        if depth is None:
            if not reading.first:
                continue  # to begin a list late is the last resort
            likely, place = opens and reading is read[0], len(stack)
        else:
            likely, place = reading.key[0] == stack[depth].last[0] + 1, depth
            if not likely and len(read) > 1:
                cost = _going_on(label, reading, stack[depth])
                if cost is None or cost >= _NEAR:
                    continue
        if way is not None or not likely:
            return None
        way = reading, place
    if way is None:
        return None
    reading, depth = way
    if depth == len(stack):
        return _open(arrangement, label, reading, label.take)
    return _go_on(arrangement, reading, depth, label.take, 0.0)


def _open(
    arrangement: _Arrangement, label: Label, reading: LabelReading, take: float
) -> _Arrangement:
    """The arrangement in which a label, taken at a cost, opens a list inside those open."""
    # Paragraphs of the article stand below no list, whatever list stands above them.
    stack = () if label.bracket == SIGN else arrangement.stack
    single = _SINGLE if label.head else _SINGLE_WITHIN
    total = arrangement.cost + take + _opening(label, reading, stack) + single
    opened = _OpenList(label.bracket, reading.system, reading.key, single)
    return _Arrangement(total, (*stack, opened), reading, len(stack), arrangement)


def _go_on(
    arrangement: _Arrangement, reading: LabelReading, depth: int, take: float, place: float
) -> _Arrangement:
    """The arrangement in which a label, taken at a cost, goes on with the list at ``depth``.

    The lists inside that one are closed; ``place`` is what the label's place in it costs.
    """
    stack = arrangement.stack
    held = stack[depth]
    single = held.single if reading.key != held.last else 0.0
    closing = _CLOSING * (len(stack) - 1 - depth)
    total = arrangement.cost + take + closing + place - single
    longer = _OpenList(held.bracket, held.system, reading.key, 0.0)
    return _Arrangement(total, (*stack[:depth], longer), reading, depth, arrangement)


def _with_first(labels: list[Label]) -> list[Label]:
    """The labels, the first read as ``(1)`` where a scan has a letter for it, before ``(2)``."""
    first = labels[0] if labels else None
    if not first or first.text != "l" or first.bracket != "both" or not first.head:
        return labels
    if any(label.text == "2" and label.bracket == "both" and label.head for label in labels):
        return [first._replace(text="1", printed="(1)"), *labels[1:]]
    return labels


def _best(found: list[_Arrangement], *, distinct: bool) -> list[_Arrangement]:
    """The cheapest arrangements, best first: one of each stack (all are, if ``distinct``)."""
    if not distinct:
        # A label directly behind another shares its fate: both are a reference, or none.
        cheapest: dict[tuple[_Stack, bool], _Arrangement] = {}
        for candidate in found:
            key = candidate.stack, candidate.reading is not None
            held = cheapest.get(key)
            if held is None or candidate.cost < held.cost:
                cheapest[key] = candidate
        found = list(cheapest.values())
    found.sort(key=_cost)
    limit = found[0].cost + _NEAR
    return [candidate for candidate in found[:_WIDTH] if candidate.cost <= limit]


_cost = itemgetter(0)


def _items(arrangement: _Arrangement, labels: list[Label]) -> list[Item]:
    """The labels that are items, each in its place: one arrangement stands for each label."""
    items = []
    at, k = arrangement, len(labels)
    while at.before is not None:
        k -= 1
        if at.reading is not None:
            items.append(Item(labels[k], at.depth, at.reading))
        at = at.before
    return items[::-1]


def _next(
    arrangement: _Arrangement, label: Label, read: tuple[LabelReading, ...]
) -> list[_Arrangement]:
    """The arrangements that can follow: every place of the label, and none."""
    stack = arrangement.stack
    take, drop = label.take, label.drop
    if label.chained:
        taken = arrangement.reading is not None
        take, drop = (0.0, 4.5) if taken else (6.0, 0.0)
    found = [_Arrangement(arrangement.cost + drop, stack, None, 0, arrangement)]
    for reading in read:
        depth = _depth(stack, label.bracket, reading.system)
        if depth is None:
            found.append(_open(arrangement, label, reading, take))
            continue
        place = _going_on(label, reading, stack[depth])
        if place is not None:
            found.append(_go_on(arrangement, reading, depth, take, place))
    return found


def _depth(stack: _Stack, bracket: str, system: str) -> int | None:
    """Where in the stack a list with such labels is open; None where none is."""
    for depth, held in enumerate(stack):
        if held.system == system and held.bracket == bracket:
            return depth
    return None


def _going_on(label: Label, reading: LabelReading, held: _OpenList) -> float | None:
    """What it costs to go on with an open list; None where the label cannot."""
    if reading.system == "dash":
        return 0.0
    if is_after(reading.key, held.last):
        # A label that could also be a numeral is taken as a letter only in its very place: at
        # 0.6 for both, (v) goes on with a list of letters that ended at (t) or before.
        several = readings(label.text)
        skip = 1.5 if len(several) > 1 or not label.head else 0.6
        if label.left_out:
            skip = 0.2
        doubled = reading.system == "alpha" and reading.key[1] and several[0].system == "roman"
        skipped = gap(reading.key, held.last)
        if not (label.head or skipped or reading.key[1]):
            return _NEXT
        return skip * skipped + (2.0 if doubled else 0.0)
    if reading.first and held.single and held.last[0] == 1 and held.last[1]:
        return 0.0  # (aa), inserted before (a)
    if reading.first:  # a second list under one lead-in
        return (0.8 if label.leads_in else 2.0) + (0.0 if label.head else 1.0)
    if reading.key == held.last:  # amended twice
        return 2.0 if label.head else 4.0
    return None


def _opening(label: Label, reading: LabelReading, stack: _Stack) -> float:
    """What it costs to begin a new list with the label."""
    # A list may begin late, where its first items are repealed or were not found, but not lightly.
    cost = 0.6 if reading.first else 2.5 + 0.5 * min(reading.key[0], 6)
    if reading.system == "double" and not stack:
        cost += 3.0
    # "(aa)" may stand before "(a)", where an item was put in at the head of a list.
    if reading.system == "alpha" and label.text == "aa" and reading.key[0] == 1:
        cost -= 1.5
    if not label.leads_in and stack:
        cost += 0.4
    # "(i)" opens a list of numerals. No law tried needs more than that rule's direction.
    if reading.system == "alpha" and label.text == "i":
        cost += 3.0
    return cost
