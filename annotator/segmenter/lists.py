"""The enumerators inside a section, and which list each of them belongs to.

A stack of open lists is kept. A label either goes on with one of them, closing those below it, or
opens a new one under the lead-in that stands before it. Where a label can be read in two ways,
``(i)`` after ``(h)``, the labels that come next decide.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from annotator.lang.contract import StructureWords
from annotator.numbering import ITEM_NUMBER, Key, LabelReading, gap, is_after, readings
from annotator.segmenter.lines import Line
from annotator.segmenter.marks import EDIT

_LABEL = re.compile(
    rf"{EDIT}(?:\(\*?(?P<both>{ITEM_NUMBER})\*?\)\]?"
    r"|(?P<right>\d{1,2}|[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)(?=\s)"
    r"|(?P<dot>\d{1,2}[a-z]?|[a-z]|[ivx]{1,4}|[A-Z])\.(?=\s)"
    r"|(?P<dash>[–—•·▪-])(?=\s))"
    r"\s*"
)
_INLINE = re.compile(r"\((?P<both>\d{1,2}|[a-z]{1,4})\)")
_LEADS_IN = re.compile(r"[:—–-]$|[^.;,)\]”\"]$")

# The costs below were found by trying on laws whose structure their publishers give (`make
# segment-eval`). They count in places skipped: a label that leaves out one number costs 0.6.
#: A label is dropped where its best place in the lists costs more than this. At 3, the lists of
#: codes that begin at (B), behind a first item that is run into the lead-in, are lost; at 9, what
#: an amendment quotes without marks is taken for items.
_MAX_COST = 4.5
#: The same within a sentence, where a label is more often a reference. At 0.7, lists that run on in
#: a line lose items; at 4.5, "under paragraph (a)" behind a line break is an item.
_MAX_COST_MID_SENTENCE = 1.3
#: What it costs to close a list for an outer one: a tie-break, in favour of the inner list.
_CLOSING = 0.15


class Label(NamedTuple):
    """An enumerator in the text, before it is known to which list it belongs.

    ``start`` is where it stands, ``end`` where its item's words begin, both offsets into the
    canonical text. ``mid_sentence``: it stands inside a paragraph, not at the head of one.
    """

    start: int
    end: int
    text: str
    bracket: str
    printed: str
    line: int
    mid_sentence: bool
    before: str


class Item(NamedTuple):
    """A label in its place: ``depth`` counts from 0, ``system`` names its numerals."""

    label: Label
    depth: int
    reading: LabelReading


@dataclass(slots=True)
class _OpenList:
    bracket: str
    system: str
    last: Key


def find_labels(
    lines: list[Line], first: int, last: int, offset: int, words: StructureWords
) -> list[Label]:
    """Every enumerator of a unit: at the head of its lines, and run on within them.

    Args:
        lines: the law's lines.
        first: index of the unit's first line; ``last`` that of the line after its last.
        last: see above.
        offset: where the unit's words begin, behind its number.
        words: those of the law's language.
    """
    labels: list[Label] = []
    before = ""
    for i in range(first, last):
        line = lines[i]
        if line.furniture or line.heading or line.quoted or line.end <= offset:
            continue
        begin = max(offset - line.start, 0)
        position = _labels_at_head(line, i, begin, before, labels, words, at_unit=i == first)
        if "(" in line.text[position:]:
            _labels_within(line, i, position, labels, words)
        before = line.text[-80:]
    return labels


def _labels_at_head(
    line: Line,
    i: int,
    position: int,
    before: str,
    labels: list[Label],
    words: StructureWords,
    *,
    at_unit: bool,
) -> int:
    """Collect ``(1)``, ``(a)`` ... that stand one behind another at the head of a line."""
    head = True
    while True:
        match = _LABEL.match(line.text, position)
        if not match or (match.end() == len(line.text) and not head):
            return position
        bracket = match.lastgroup or "both"
        number = match[bracket]
        if not head and bracket != "both":
            return position
        if not readings(number):
            return position
        end = match.end()
        span = _range(words.to).match(line.text, end)
        printed = f"({number})" if bracket == "both" else line.text[match.start(bracket) : end]
        if span:
            printed = f"{printed.strip()} {span[0].strip()}"
            end = span.end()
        # In "(1)(a)" the second label shares the fate of the first: both may be a reference.
        mid = line.soft and not at_unit
        labels.append(
            Label(line.start + position, line.start + end, number, bracket, printed.strip(), i,
                  mid, before if head or mid else "")
        )  # fmt: skip
        position, head = end, False


@cache
def _range(to: str) -> re.Pattern[str]:
    """What stands behind a label that a repeal has left for several: "(3) to (5) [Repealed]"."""
    return re.compile(rf"(?:{to}|–)\s+\((?:{ITEM_NUMBER})\)\s*(?=\[)")


def _labels_within(
    line: Line, i: int, position: int, labels: list[Label], words: StructureWords
) -> None:
    """Collect the labels of a list that runs on in one line."""
    for match in _INLINE.finditer(line.text, position):
        before = line.text[max(0, match.start() - 80) : match.start()]
        if not words.before_an_item.search(before[-10:]) or words.reference.search(before):
            continue
        if not readings(match["both"]):
            continue
        if before.rstrip()[-1:] == "." and not match["both"].isdigit():
            continue  # only subsections follow a full stop
        end = match.end() + (line.text[match.end() : match.end() + 1] == " ")
        labels.append(
            Label(line.start + match.start(), line.start + end, match["both"], "both", match[0], i,
                  True, before)
        )  # fmt: skip


def arrange(labels: list[Label], words: StructureWords) -> list[Item]:
    """Give each label its place; drop those that fit in no list."""
    stack: list[_OpenList] = []
    items: list[Item] = []
    for n, label in enumerate(labels):
        if label.mid_sentence and words.reference.search(label.before):
            continue
        place = _best_place(label, stack, labels[n + 1 : n + 30])
        if place is None:
            continue
        depth, reading = place
        del stack[depth + 1 :]
        if depth == len(stack):
            stack.append(_OpenList(label.bracket, reading.system, reading.key))
        else:
            stack[depth].last = reading.key
        items.append(Item(label, depth, reading))
    return items


def _best_place(
    label: Label, stack: list[_OpenList], following: list[Label]
) -> tuple[int, LabelReading] | None:
    options: list[tuple[float, int, LabelReading]] = []
    for reading in readings(label.text):
        options += _continuations(label, reading, stack)
        opened = _opening(label, reading, stack, following)
        if opened is not None:
            options.append((opened, len(stack), reading))
    if not options:
        return None
    cost, depth, reading = min(options, key=lambda option: option[0])
    if cost > (_MAX_COST_MID_SENTENCE if label.mid_sentence else _MAX_COST):
        return None
    return depth, reading


def _continuations(
    label: Label, reading: LabelReading, stack: list[_OpenList]
) -> list[tuple[float, int, LabelReading]]:
    """The open lists that the label could go on with."""
    options = []
    for depth in range(len(stack) - 1, -1, -1):
        held = stack[depth]
        if (held.bracket, held.system) != (label.bracket, reading.system):
            continue
        closed = _CLOSING * (len(stack) - 1 - depth)
        if reading.system == "dash":
            options.append((closed, depth, reading))
        elif is_after(reading.key, held.last):
            # A label that could also be a numeral is taken as a letter only in its very place: at
            # 0.6 for both, (v) goes on with a list of letters that ended at (t) or before.
            skip = 1.5 if len(readings(label.text)) > 1 else 0.6
            options.append((skip * gap(reading.key, held.last) + closed, depth, reading))
        # Amended twice, or a second list under one lead-in. At 0.5 it is preferred to an opening,
        # and lists within items are taken for their neighbours.
        elif reading.key == held.last or reading.first:
            options.append((2.0 + closed, depth, reading))
    return options


def _opening(
    label: Label, reading: LabelReading, stack: list[_OpenList], following: list[Label]
) -> float | None:
    """What it costs to begin a new list with the label."""
    if any((held.bracket, held.system) == (label.bracket, reading.system) for held in stack):
        return None
    # A list may begin late, where its first items are repealed or were not found, but not lightly.
    cost = 0.6 if reading.first else 2.5 + 0.5 * min(reading.key[0], 6)
    if label.before and not _LEADS_IN.search(label.before.rstrip()) and stack:
        cost += 0.4
    # "(i)" opens a list of numerals. No law tried needs more than that rule's direction.
    if reading.system == "alpha" and label.text == "i":
        cost += 3.0
    # What comes next decides between readings, against a first item (0.6) and a skipped one (1.5):
    # without it, the numerals (i), (ii) under (h) are a letter and a stray.
    if _rivals(label, reading, stack):
        goes_on = _goes_on(label, reading, following, stack)
        if goes_on is not None:
            return cost + (-2.0 if goes_on else 2.0)
    if label.mid_sentence and not _goes_on(label, reading, following, stack):
        cost += 1.0
    return cost


def _rivals(label: Label, reading: LabelReading, stack: list[_OpenList]) -> bool:
    """Whether another reading of the same label goes on with an open list."""
    return any(
        held.system == other.system and held.bracket == label.bracket
        and is_after(other.key, held.last) and gap(other.key, held.last) == 0
        for other in readings(label.text) if other.system != reading.system
        for held in stack
    )  # fmt: skip


def _goes_on(
    label: Label, reading: LabelReading, following: list[Label], stack: list[_OpenList]
) -> bool | None:
    """Whether the labels that come next continue this reading (True) or a rival one (False)."""
    own = (reading.system, reading.key[0] + 1)
    rivals = {(r.system, r.key[0] + 1) for r in readings(label.text)} - {own}
    outer = {
        (held.system, held.last[0] + 1) for held in stack if held.bracket == label.bracket
    } - rivals - {own}  # fmt: skip
    for later in following:
        if later.bracket != label.bracket:
            continue
        plain = {(r.system, r.key[0]) for r in readings(later.text) if not r.key[1]}
        if own in plain:
            return True
        if rivals & plain:
            return False
        if outer & plain:
            return None
    return None
