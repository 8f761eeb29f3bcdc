"""The numbers of a text held against those of its cut, after it was made.

The cut is looked at as a reader would who has both before them: a series in which a number is
missing, though it stands in the text where a provision could begin, and a number that several
provisions bear. A missing number alone says nothing, for provisions are repealed.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from annotator.eids import ELEMENTS, UNITS
from annotator.lang.structure_words import StructureWords
from annotator.numbering import LabelReading, label_number, readings, unit_key
from annotator.schema import Provision
from annotator.segmenter.line import Line
from annotator.segmenter.marks import EDIT

#: More numbers missing in one place are pages, not labels that were overlooked.
_MOST_MISSING = 400
#: So much text before a first section that is not the law's first.
_MIN_BEFORE = 2000
#: What a scan makes of digits, and of a letter.
_MISREAD = str.maketrans("lI|Oo", "11100")
_ENDS = '.;:—–-?!”"]*…'
_BEHIND_LABEL = re.compile(r"\s*[,;:)\]]")
_LAST_BUT_ONE = re.compile(r"[;,]\s+\w{2,3}\s*$")
_BRACKETED = re.compile(r"\((\d{1,3}|[a-z]{1,5}|[A-Z]{1,4})\)")
_HEAD_LABEL = re.compile(rf"{EDIT}(\d{{1,3}}|[a-z]{{1,4}}|[A-Z])[.)]\s")
_MARKS = re.compile(rf"{EDIT}(?:\(\w{{1,5}}\)\s*)*")
_IN_LABEL = re.compile(r"\w+(?:[.-]\w+)*")
_WHOLE = re.compile(r"(\d+)(?:\.\d+)*")
#: So much of what stands before a label is looked at.
_BEFORE = 40


class Missing(NamedTuple):
    """A number that opens no provision, and the offset where it stands all the same.

    ``word`` is what it would be called, ``Article``; empty for what stands within one.
    """

    number: str
    at: int
    word: str = ""


class Repeated(NamedTuple):
    """A number that a provision bears as one before it does, and where the two begin."""

    number: str
    first: int
    again: int


class _Heads(NamedTuple):
    bare: re.Pattern[str]
    bare_within: re.Pattern[str]
    named: re.Pattern[str]
    named_within: re.Pattern[str]


@cache
def _heads(words: StructureWords) -> _Heads:
    """How a section's number stands at the head of a line, and behind a full stop within one."""
    unit = "|".join(map(re.escape, sorted(words.units, key=len, reverse=True)))
    number = r"(?P<number>\d{1,4})"
    return _Heads(
        bare=re.compile(
            rf"{EDIT}(?P<number>[1-9lI][\dlIOo|]{{0,3}})(?:\s?\.\s?(?:$|[(\[—–A-Z“\"-])|"
            r"\s?[—–]\s?[(A-Z]|\s\s?(?:\(1\)|[A-Z]))"
        ),
        bare_within=re.compile(
            rf"(?:[.;:?!”\"\])]\s+|\s{{2,}}){number}(?:\s?\.\s?(?:\(|[—–]|[A-Z“])|\s\(1\)\s)"
        ),
        named=re.compile(rf"{EDIT}(?:{unit})\s*{number}(?:\s?[.:—–-]|\s*$|\s[A-Z(])"),
        named_within=re.compile(rf"[.;:?!”\"\])]\s+(?:{unit})\s*{number}\s?(?:[.:—–-])"),
    )


class Audit:
    """The cut of one law, held against its text.

    Args:
        text: the canonical text.
        lines: its lines, as the segmenter has marked them.
        provisions: the tree over it.
        words: those of its language.
    """

    def __init__(
        self,
        text: str,
        lines: Sequence[Line],
        provisions: Sequence[Provision],
        words: StructureWords,
    ) -> None:
        self._text = text
        self._lines = lines
        self._starts = [line.start for line in lines]
        self._words = words
        self._heads = _heads(words)
        self._provisions = provisions
        self._opened = {provision.start for provision in _walk(provisions)}

    def missing(self) -> list[Missing]:
        """The numbers that are missing in their series though they stand in the text, in order."""
        found: list[Missing] = []
        for units in regions(self._provisions):
            for unit, following in itertools.zip_longest(units, units[1:]):
                end = following.start if following else unit.end
                found += self._units_behind(unit, following, end)
                found += self._items(unit, end)
        return sorted(found, key=lambda one: one.at)

    def begins_late(self) -> Repeated | None:
        """The first section, where half of the numbers before its own stand above it.

        An excerpt, which begins with section 14, has none of them.
        """
        units = next(iter(regions(self._provisions)), None)
        if not units or units[0].start < _MIN_BEFORE:
            return None
        first, before = units[0], range(1, _whole(units[0]))
        named = _is_named(first, self._words)
        found = {number for number, _ in self._unit_numbers(0, first.start, named=named)}
        if not before or 2 * len(found.intersection(before)) < len(before):
            return None
        return Repeated(first.number, 0, first.start)

    def repeated(self) -> Iterator[Repeated]:
        """The numbers that more than one provision bears; of a section's, not those within it."""
        borne: dict[str, int] = {}
        waiting = list(reversed(self._provisions))
        while waiting:
            provision = waiting.pop()
            counted = any(map(str.isalnum, provision.label)) and provision.word != "definition"
            if counted and provision.word not in _UNCITED:
                first = borne.setdefault(provision.number, provision.start)
                if first != provision.start:
                    yield Repeated(provision.number, first, provision.start)
                    continue
            if provision.word != "definition":  # cited by its term, whatever lists it has
                waiting += reversed(provision.items)

    # Sections

    def _units_behind(
        self, unit: Provision, following: Provision | None, end: int
    ) -> Iterator[Missing]:
        """The numbers behind a section's own that stand where sections could begin.

        That is said only if half of those missing do. Where the section's own number stands there
        too, it is a list that they belong to.
        """
        last = _whole(unit)
        stop = _whole(following) if following else last + 2
        if not 0 < stop - last - 1 <= _MOST_MISSING:
            return
        found: dict[int, int] = {}
        for number, at in self._unit_numbers(unit.body, end, named=_is_named(unit, self._words)):
            if number == last:
                return
            if last < number < stop:
                found.setdefault(number, at)
                stop += following is None and number == stop - 1
        if 2 * len(found) >= stop - last - 1 - (following is None):
            before = unit.number.rpartition(", ")[0]
            for number, at in found.items():
                shown = f"{before}, {number}" if before else str(number)
                yield Missing(shown, at, "" if before else unit.word)

    def _unit_numbers(self, start: int, end: int, *, named: bool) -> Iterator[tuple[int, int]]:
        """The numbers in a stretch that could open a section and open none, and where they do."""
        at_head = self._heads.named if named else self._heads.bare
        within = self._heads.named_within if named else self._heads.bare_within
        for line in self._between(start, end):
            position = max(start - line.start, 0)
            head = None if position else at_head.match(line.text)
            found = [head] if head else []
            for match in (*found, *within.finditer(line.text, head.end() if head else position)):
                at = line.start + match.start("number")
                if line.start not in self._opened or match is not head:
                    yield int(match["number"].translate(_MISREAD)), at

    # What stands within a section

    def _items(self, parent: Provision, end: int) -> Iterator[Missing]:
        """The labels that are missing in the lists of a provision."""
        children = [item for item in parent.items if item.word != "definition"]
        last: tuple[LabelReading, ...] = ()
        begin = parent.body
        for child, following in itertools.zip_longest(children, children[1:]):
            stop = following.start if following else end
            first, until = _readings(child.label)
            if first:
                goes_on = tuple(one for one in first if _may_follow(one, last))
                if not goes_on and (lacking := _lacking(last, first)):
                    yield from self._labels(lacking, parent, child, begin, child.start)
                last = until if until is not first else goes_on or first
                if following is None and last[0].system != "dash":
                    after = [_label(last[0].system, last[0].key[0] + 1)]
                    yield from self._labels(after, parent, child, child.body, stop)
            begin = child.body
            if child.items:
                yield from self._items(child, stop)

    def _labels(
        self, lacking: list[str], parent: Provision, like: Provision, start: int, end: int
    ) -> Iterator[Missing]:
        """Those of the labels that stand where items could begin, if half of them do."""
        wanted = set(filter(None, lacking))
        if not wanted or start >= end:
            return
        found: dict[str, int] = {}
        bracketed = "(" in like.label
        for line in self._between(start, end):
            if bracketed and "(" not in line.text:
                continue
            position = max(start - line.start, 0)
            for label, at in self._labels_in(line, position, bracketed=bracketed):
                if label in wanted and line.start + at < end:
                    found.setdefault(label, line.start + at)
        if 2 * len(found) >= len(wanted):
            for label, at in found.items():
                yield Missing(f"{parent.number}({label})", at)

    def _labels_in(
        self, line: Line, position: int, *, bracketed: bool
    ) -> Iterator[tuple[str, int]]:
        """The labels of a line that open nothing and stand where items could begin."""
        if not bracketed:
            head = None if position else _HEAD_LABEL.match(line.text)
            if head and line.start not in self._opened:
                yield head[1], head.start(1)
            return
        marks = _MARKS.match(line.text)
        behind_marks = marks.end() if marks and not position else 0
        for match in _BRACKETED.finditer(line.text, position):
            if line.start + match.start() in self._opened or (
                match.start() < behind_marks and line.start in self._opened
            ):
                continue
            if match.start() >= behind_marks and not self._may_open(line.text, match):
                continue
            if match.start() < behind_marks and not self._heads_a_paragraph(line, match):
                continue
            yield match[1], match.start()
            misread = match[1].translate(_MISREAD)
            if match.start() < behind_marks and misread != match[1]:
                yield misread, match.start()

    def _may_open(self, text: str, label: re.Match[str]) -> bool:
        """Whether a label within a line stands where an item could begin."""
        before = text[max(0, label.start() - _BEFORE) : label.start()].rstrip()
        if _BEHIND_LABEL.match(text, label.end()) or not before:
            return False
        if before[-1] in ".;:—–":
            return not self._words.abbreviated.search(before[-12:])
        return bool(_LAST_BUT_ONE.search(before)) and ";" in before[-6:]

    def _heads_a_paragraph(self, line: Line, label: re.Match[str]) -> bool:
        """Whether a label at the head of a line is none that a reference above ends with."""
        if _BEHIND_LABEL.match(line.text, label.end()):
            return False
        above = self._text[max(0, line.start - _BEFORE) : line.start].rstrip()
        if not above or above[-1] in _ENDS:
            return True
        refers = self._words.before_a_reference.search(above[-14:])
        return not (line.soft or refers or self._words.reference.search(above))

    def _between(self, start: int, end: int) -> Iterator[Line]:
        """The lines of a stretch that are words of the law."""
        i = max(bisect_right(self._starts, start) - 1, 0)
        while i < len(self._lines) and self._starts[i] < end:
            line = self._lines[i]
            if not (line.furniture or line.quoted) and line.end > start:
                yield line
            i += 1


#: What is cited with words of its own.
_UNCITED = {word for word in ELEMENTS if word[0].isupper() and word not in UNITS} | {"indent"}


def regions(provisions: Sequence[Provision]) -> list[list[Provision]]:
    """The sections of the body and of each schedule, anew where their numbers begin anew."""
    found: list[list[Provision]] = [[]]
    _into_regions(provisions, found)
    return sorted(filter(None, found), key=lambda units: units[0].start)


def _into_regions(provisions: Sequence[Provision], found: list[list[Provision]]) -> None:
    body = found[-1]
    for provision in provisions:
        if ELEMENTS[provision.word] == "att":
            found.append([])
            _into_regions(provision.items, found)
            continue
        for unit in _units(provision):
            if body and _whole(unit) < _whole(body[-1]):
                body = []
                found.append(body)
            body.append(unit)


def _units(provision: Provision) -> Iterator[Provision]:
    """The sections of a part, and the paragraphs of a schedule's."""
    if provision.word in UNITS or provision.word == "paragraph":
        yield provision
    else:
        for item in provision.items:
            yield from _units(item)


def _walk(provisions: Iterable[Provision]) -> Iterator[Provision]:
    waiting = list(provisions)
    while waiting:
        provision = waiting.pop()
        yield provision
        waiting += provision.items


def _whole(unit: Provision) -> int:
    """The whole number of a section; of several that a repeal has left as one, the last."""
    return _whole_number(unit.label) or unit_key(unit.number)[0]


@lru_cache(maxsize=4096)
def _whole_number(label: str) -> int:
    numbers = _WHOLE.findall(label)
    return int(numbers[-1]) if numbers else 0


def _is_named(unit: Provision, words: StructureWords) -> bool:
    return unit.label.lstrip("[(*_ ").startswith(tuple(words.units))


@lru_cache(maxsize=4096)
def _readings(label: str) -> tuple[tuple[LabelReading, ...], tuple[LabelReading, ...]]:
    """How a label may be read; of "(3) to (5)", its first, and how its last may."""
    numbers = _IN_LABEL.findall(label)
    if not numbers:
        return (), ()
    first = readings(numbers[0])
    return first, first if len(numbers) == 1 else readings(numbers[-1]) or first


def _may_follow(one: LabelReading, last: tuple[LabelReading, ...]) -> bool:
    if not last or one.key[0] <= 1:
        return one.key[0] <= 1
    return any(
        one.system == before.system and one.key[0] - before.key[0] in (0, 1) for before in last
    )


def _lacking(last: tuple[LabelReading, ...], read: tuple[LabelReading, ...]) -> list[str]:
    """The labels that are missing between two neighbours, in the system that lacks fewest."""
    before = last or tuple(one._replace(key=(0, ())) for one in read)
    gaps = [
        (one.key[0] - earlier.key[0], earlier)
        for earlier in before
        for one in read
        if one.system == earlier.system and one.key[0] > earlier.key[0]
    ]
    if not gaps:
        return []
    count, earlier = min(gaps)
    first = earlier.key[0] + 1
    return [_label(earlier.system, place) for place in range(first, first + count - 1)]


def _label(system: str, place: int) -> str:
    return label_number(system, place) or ""
