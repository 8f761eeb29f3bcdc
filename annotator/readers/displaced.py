"""Numbers that a converter let slip off their words go back before them.

Programs that take the words out of a PDF write a number that stands beside a line above, below or
between the lines of its paragraph, and the labels of several items one below another. In a law in
which that is seen more than once, the number goes before the first line of its words. Nothing is
written or left out but line breaks.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from annotator.expressions import expression
from annotator.readers.traced import Traced, joined

#: A number, or the label of an item, that has a line of its own.
_ALONE = expression(r"[“\"]?(?:\d{1,3}[A-Z]?\.(?:\s?\(1\))?|\(\d{1,2}[A-Z]?\))")
_ITEM = expression(r"\(([a-z])\)")
#: Where there is none of either, nothing is displaced.
_ANY = expression(r"^[ \t]*[“\"]?(?:\d{1,3}[A-Z]?\.|\(\w{1,3}\))[ \t]*$", re.MULTILINE)
#: The first line of a paragraph fills the width of its page, and goes on.
_FULL = 40
#: Words that go on with those above: "the following", "10 the following".
_GOES_ON = expression(r"(?:\d{1,4}[A-Z]{0,2}(?:\(\w{1,3}\))* )?[a-z]")
_STOPS = frozenset(".;:—–-")
#: Behind one of them an item stands where it should.
_LISTS = frozenset(":;,—–-")
#: No paragraph is looked at for more lines.
_MOST_LINES = 100
#: So often it is seen in a law, or it is chance.
_FEWEST = 2


class _Line(NamedTuple):
    """A line without the blanks around it, where it stands, and whether a blank one is above it."""

    words: str
    start: int
    end: int
    gap: bool


class _Order(NamedTuple):
    """The lines from ``first`` to before ``stop`` in another order, those of a row together."""

    first: int
    stop: int
    rows: list[list[int]]


def with_numbers_in_place(text: Traced) -> tuple[Traced, list[int]]:
    r"""The text with each number before its words, and where in the file those stood that were not.

    >>> law = "No guest may ever let a goat or a pig drink\n1.\nof it.\n\n2.\nof it.\n\n{}\n"
    >>> law = law.format("No keeper may ever let a dog or a cow drink")
    >>> print(with_numbers_in_place(Traced.whole(law))[0].text)
    1. No guest may ever let a goat or a pig drink
    of it.
    <BLANKLINE>
    2. No keeper may ever let a dog or a cow drink
    of it.
    <BLANKLINE>
    """
    if len(_ANY.findall(text.text)) < _FEWEST:
        return text, []
    lines = _lines(text.text)
    found: list[_Order] = []
    i = seen = 0
    while i < len(lines):
        order = _between(lines, i) or _above(lines, i)
        seen += order is not None
        order = order or _stacked(lines, i)
        if order:
            found.append(order)
        i = order.stop if order else i + 1
    if seen < _FEWEST:
        return text, []
    parts: list[Traced | str] = []
    done = 0
    for order in found:
        parts.append(text.cut(done, lines[order.first].start))
        rows = (joined((text.cut(*lines[k][1:3]) for k in row), " ") for row in order.rows)
        parts.append(joined(rows, "\n"))
        done = lines[order.stop - 1].end
    parts.append(text.cut(done, len(text.text)))
    places = [text.runs.back(*lines[order.rows[0][0]][1:3])[0] for order in found]
    return joined(parts), places


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    at, gap = 0, True
    for line in text.split("\n"):
        words = line.strip()
        if words:
            start = at + line.index(words)
            found.append(_Line(words, start, start + len(words), gap))
        gap = not words
        at += len(line) + 1
    return found


def _between(lines: Sequence[_Line], i: int) -> _Order | None:
    """A number between the first line of its paragraph, ``i``, and the next."""
    if i + 2 >= len(lines) or not _is_first(lines[i]):
        return None
    number, below = lines[i + 1], lines[i + 2]
    if number.gap or below.gap or not _ALONE.fullmatch(number.words):
        return None
    if not below.words[0].islower():
        return None
    for line in lines[i + 3 : i + _MOST_LINES]:
        if line.gap:
            break
        if _ALONE.fullmatch(line.words):
            return None  # the next item of a list that the first line leads in
    return _Order(i, i + 2, [[i + 1, i]])


def _above(lines: Sequence[_Line], i: int) -> _Order | None:
    """A number in line ``i`` above the rest of its paragraph, and below that the first line."""
    if not _ALONE.fullmatch(lines[i].words) or _is_listed(lines, i):
        return None
    stop = i + 1
    while stop < len(lines) and not lines[stop].gap and stop < i + _MOST_LINES:
        stop += 1
    if stop == i + 1 or stop == len(lines) or not _is_first(lines[stop]):
        return None
    if stop + 1 < len(lines) and not lines[stop + 1].gap:
        return None
    rest, first = lines[i + 1].words, lines[stop].words
    parted = rest.count(")") > rest.count("(") and first.count("(") > first.count(")")
    listed = first[-1] == "," and lines[stop - 1].words[-1] != "."
    if not (_GOES_ON.match(rest) or parted or listed):
        return None
    return _Order(i, stop + 1, [[i, stop], *([k] for k in range(i + 1, stop))])


def _is_listed(lines: Sequence[_Line], i: int) -> bool:
    """Whether line ``i`` is the label of an item below what leads it in or the item before it.

    Its words stand below it, then, and what stands below those may be a heading.
    """
    if not i:
        return False
    if lines[i - 1].words[-1] in _LISTS:
        return True
    first = i - 1
    while first and not lines[first].gap and first > i - _MOST_LINES:
        first -= 1
    before, own = (re.sub(r"\D", "", lines[k].words) for k in (first, i))
    labelled = _ALONE.fullmatch(lines[first].words)
    return bool(labelled and before and own and int(own) == int(before) + 1)


def _stacked(lines: Sequence[_Line], i: int) -> _Order | None:
    """The labels of items from line ``i`` on, one below another, above the words of all of them."""
    labels: list[str] = []
    while i + len(labels) < len(lines):
        match = _ITEM.fullmatch(lines[i + len(labels)].words)
        if match is None or (labels and ord(match[1]) != ord(labels[-1]) + 1):
            break
        labels.append(match[1])
    if len(labels) < _FEWEST:
        return None
    heads: list[int] = []
    at = i + len(labels)
    while at < len(lines) and len(heads) < len(labels):
        words = lines[at].words
        if not (lines[at].gap and (words[0].islower() or words[0] in "$0123456789")):
            return None
        heads.append(at)
        at += 1
        while at < len(lines) and not lines[at].gap:
            at += 1
    if len(heads) < len(labels):
        return None
    rows: list[list[int]] = []
    for k, (head, end) in enumerate(itertools.pairwise([*heads, at])):
        rows += [[i + k, head], *([below] for below in range(head + 1, end))]
    return _Order(i, at, rows)


def _is_first(line: _Line) -> bool:
    """Whether a line can be the first of a paragraph that goes on."""
    words = line.words
    capital = words[0].isupper() or (words[0] in '“"' and words[1:2].isupper())
    return line.gap and capital and len(words) >= _FULL and words[-1] not in _STOPS
