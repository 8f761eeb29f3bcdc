"""The numbers of a text held against those of its cut, after it was made.

The cut is looked at as a reader would who has both before them: a series in which a number is
missing, though it stands in the text where a provision could begin, and a number that several
provisions bear. A missing number alone says nothing, for provisions are repealed.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from string import ascii_uppercase
from typing import NamedTuple

from annotator.eids import ELEMENTS, UNITS
from annotator.lang.structure_words import StructureWords
from annotator.numbering import LabelReading, label_number, readings, unit_key
from annotator.schema import Provision
from annotator.segmenter.line import Line
from annotator.segmenter.marks import EDIT, EDIT_INITIALS

#: More numbers missing in one place are pages, not labels that were overlooked.
_MOST_MISSING = 400
#: Behind a law's last section, no number that is so much higher is one of its own.
_MOST_AHEAD = 30
#: The words of a section are longer.
_SHORT = 20
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


class _Head(NamedTuple):
    """A number with which a line begins as a section does that opens none."""

    number: str
    whole: int
    at: int
    named: bool
    line: Line
    rest: str

    def ends(self) -> bool:
        """Whether the number ends in a mark; "Section 14" may be what a schedule belongs to."""
        return self.rest[:1] in tuple(".:—–-")


class _Patterns(NamedTuple):
    bare: re.Pattern[str]
    bare_within: re.Pattern[str]
    named: re.Pattern[str]
    named_within: re.Pattern[str]
    initials: frozenset[str]


@cache
def _patterns(words: StructureWords) -> _Patterns:
    """How a section's number stands at the head of a line, and behind a full stop within one."""
    unit = "|".join(map(re.escape, sorted(words.units, key=len, reverse=True)))
    number = r"(?P<number>\d{1,4})"
    inserted = r"(?:[A-Z]{1,2})?(?:\.\d{1,3}(?!\d))?"
    return _Patterns(
        bare=re.compile(
            rf"{EDIT}(?:(?P<number>[1-9lI][\dlIOo|]{{0,3}}{inserted})(?:\s?\.\s?(?:$|"
            r"[(\[—–A-Z“\"-])|\s?[—–]\s?[(A-Z]|\s\s?(?:\(1\)|[A-Z])))"
        ),
        bare_within=re.compile(
            rf"(?:[.;:?!”\"\])]\s+|\s{{2,}}){number}(?:\s?\.\s?(?:\(|[—–]|[A-Z“])|"
            r"\s?\.?[—–-]\(|\s\(1\)\s)"
        ),
        named=re.compile(
            rf"{EDIT}(?:{unit})\s*\(?(?P<number>\d{{1,4}}{inserted})\)?(?:\s?[.:—–-]|\s*$|\s[A-Z(])"
        ),
        named_within=re.compile(rf"[.;:?!”\"\])]\s+(?:{unit})\s*\(?{number}\)?\s?(?:[.:—–-])"),
        initials=frozenset({*"123456789lI", *EDIT_INITIALS, *(unit[0] for unit in words.units)}),
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
        self._patterns = _patterns(words)
        self._provisions = provisions
        self._opened = {provision.start for provision in _walk(provisions)}
        self._regions = regions(provisions)
        self._borne = {
            number
            for units in self._regions for unit in units
            for number in _numbers_borne(unit.number)
        }  # fmt: skip
        self._heads = list(self._unopened())
        self._places = [head.at for head in self._heads]

    def missing(self) -> list[Missing]:
        """The numbers that are missing in their series though they stand in the text, in order."""
        found: dict[int, Missing] = {}
        units = sorted(
            ((unit.start, i, unit) for i, units in enumerate(self._regions) for unit in units),
            key=lambda one: one[0],
        )
        for (_, region, unit), below in itertools.zip_longest(units, units[1:]):
            end = below[0] if below else len(self._text)
            following = below[2] if below and below[1] == region else None
            missing = [*self._units_behind(unit, following, end), *self._items(unit, end)]
            found |= {one.at: one for one in missing}
        if not units or units[0][2].word != "section":
            for head in self._heads:
                if head.named and not head.line.furniture and head.number not in self._borne:
                    found.setdefault(head.at, Missing(head.number, head.at, "Article"))
        return sorted(found.values(), key=lambda one: one.at)

    def _unopened(self) -> Iterator[_Head]:
        """The lines that begin as sections do, and open none."""
        for line in self._lines:
            text = line.text
            if text[0] not in self._patterns.initials or line.quoted or line.start in self._opened:
                continue
            match = None if line.soft else self._patterns.named.match(text)
            named = match is not None
            match = match or self._patterns.bare.match(text)
            if not match or self._is_note(line, match.end("number")):
                continue
            number = match["number"]
            whole = number.rstrip(ascii_uppercase).partition(".")[0]
            if not whole.isdecimal():
                number = whole = number.translate(_MISREAD)
            if whole.isdecimal():
                at = line.start + match.start("number")
                yield _Head(number, int(whole), at, named, line, line.text[match.end("number") :])

    def _is_note(self, line: Line, position: int) -> bool:
        """Whether what is no part of the law's words is a note to them, or its contents."""
        if not line.furniture:
            return False
        behind = line.text[position:].lstrip(". ")
        return bool(self._words.notes.footnote.match(behind)) or not self._says(behind)

    def _says(self, words: str) -> bool:
        return words[:1].isupper() and bool(self._words.finite.search(words))

    def begins_late(self) -> Repeated | None:
        """The first section, where half of the numbers before its own stand above it.

        An excerpt, which begins with section 14, has none of them.
        """
        units = next(iter(self._regions), None)
        if not units or _whole(units[0]) < 2:
            return None
        first, before = units[0], range(1, _whole(units[0]))
        named = _is_named(first, self._words)
        found = {number for number, _ in self._numbers_within(0, first.start, named=named)}
        above = self._heads[: bisect_left(self._places, first.start)]
        found |= {head.whole for head in above if head.named or not named}
        counted = sum(1 for _ in itertools.takewhile(found.__contains__, before))
        if counted < min(2, len(before)) and 2 * len(found.intersection(before)) < len(before):
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
        if stop - last - 1 > _MOST_MISSING:
            return
        found: dict[str, int] = {}
        inserted: dict[str, int] = {}
        for number, whole, at, goes_on in self._numbers(unit, end, within=stop > last + 1):
            if number == str(last):
                return
            if last < whole < stop:
                found.setdefault(str(whole), at)
                stop += following is None and whole == stop - 1
            elif following is None and stop <= whole < last + _MOST_AHEAD and goes_on:
                found, stop = found | {number: at}, whole + 1
            elif whole == last and number not in self._borne:
                inserted.setdefault(number, at)
        if following and 2 * len(found) < stop - last - 1:
            found = {}
        before = unit.number.rpartition(", ")[0]
        for number, at in (found | inserted).items():
            shown = f"{before}, {number}" if before else number
            yield Missing(shown, at, "" if before else unit.word)

    def _numbers(
        self, unit: Provision, end: int, *, within: bool
    ) -> Iterator[tuple[str, int, int, bool]]:
        """The numbers behind a section that could open one and open none, and where they do.

        The last says whether words stand behind it, as those of a section do.
        """
        named = _is_named(unit, self._words)
        first, stop = bisect_left(self._places, unit.body), bisect_left(self._places, end)
        for head in self._heads[first:stop]:
            if head.named if named else head.ends() or not head.named:
                says = len(head.rest) > _SHORT and not head.line.furniture
                yield head.number, head.whole, head.at, says and head.rest[0] == "."
        stretch = (unit.body, min(end, unit.end)) if within else (0, 0)
        for number, at in self._numbers_within(*stretch, named=named):
            yield str(number), number, at, False

    def _numbers_within(self, start: int, end: int, *, named: bool) -> Iterator[tuple[int, int]]:
        """The numbers behind full stops in the lines of a stretch."""
        pattern = self._patterns.named_within if named else self._patterns.bare_within
        for line in self._between(start, end):
            for match in pattern.finditer(line.text, max(start - line.start, 0)):
                yield int(match["number"]), line.start + match.start("number")

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


def _numbers_borne(number: str) -> Iterator[str]:
    """A section's own number, and of several that a repeal has left as one each."""
    own = number.rpartition(", ")[2]
    yield own
    numbers = _WHOLE.findall(own)
    if len(numbers) > 1 and int(numbers[0]) < int(numbers[-1]) < int(numbers[0]) + _MOST_MISSING:
        yield from map(str, range(int(numbers[0]), int(numbers[-1]) + 1))


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
