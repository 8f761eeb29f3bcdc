"""The numbers of a text held against those of its cut, after it was made.

The cut is looked at as a reader would who has both before them: a series in which a number is
missing, though it stands in the text where a provision could begin, and a number that several
provisions bear. A missing number alone says nothing, for provisions are repealed.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from annotator.eids import CONTAINERS
from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import RAISED_DIGITS
from annotator.schema import Provision
from annotator.segmenter.audit.labels import MISREAD, LabelAudit
from annotator.segmenter.audit.text import AuditedText, Missing
from annotator.segmenter.audit.units import last_number, regions, whole_number, whole_numbers
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.marks import EDIT, EDIT_INITIALS

#: More numbers missing in one place are pages, not labels that were overlooked.
_MOST_MISSING = 400
#: Behind a law's last section, no number that is so much higher is one of its own.
_MOST_AHEAD = 30
#: The words of a section are longer.
_SHORT = 20
#: An entry in a table of contents; so many make one, and so great a part of them is not repealed.
_ENTRY = expression(r"(\d{1,3}[A-Z]?)\.?\s+[A-Z]")
_MIN_ENTRIES, _MIN_LOST = 3, 0.3
#: So many sections that begin with the head of another are no chance.
_MIN_AGAIN = 2
_FIRST_LABEL = expression(r"\(1\)\s?")
_WHOLE_AT_HEAD = expression(r"\d+(?![lIOo|])")


_ALIKE = str.maketrans("iIl1|", "lllll")


class Repeated(NamedTuple):
    """A number that a provision bears as one before it does, and where the two begin."""

    number: str
    first: int
    again: int


class _StrayNumber(NamedTuple):
    """A number with which a line begins as a section does that opens none."""

    number: str
    whole: int
    at: int
    named: str
    line: Line
    rest: str

    def ends(self) -> bool:
        """Whether the number ends in a mark; "Section 14" may be what a schedule belongs to."""
        return self.rest[:1] in tuple(".:—–-")


class _NumberPatterns(NamedTuple):
    bare: re.Pattern[str]
    bare_within: re.Pattern[str]
    named: re.Pattern[str]
    named_within: re.Pattern[str]
    initials: frozenset[str]


def _misread(word: str) -> str:
    """A pattern of a word in which a scan may have taken one stroke for another: ``Artic1e``."""
    return "".join("[iIl1|]" if letter in "iIl" else re.escape(letter) for letter in word)


@cache
def _patterns(words: StructureWords) -> _NumberPatterns:
    """How a section's number stands at the head of a line, and behind a full stop within one."""
    unit = "|".join(map(_misread, sorted(words.units, key=len, reverse=True)))
    number = r"(?P<number>\d{1,4})"
    inserted = r"(?:[A-Z]{1,2}|\s?[a-z](?=\W|$))?(?:[./-](?:\d{1,3}|[a-z]{1,2})(?!\w))?"
    return _NumberPatterns(
        bare=expression(
            rf"{EDIT}(?:(?P<number>[1-9lI][\dlIOo|]{{0,3}}{inserted})(?:\s?\.\s?(?:$|"
            r"[(\[<—–A-Z“\"-])|\s?[—–]\s?[(A-Z]|\s\s?(?:\(1\)|[A-Z])))"
        ),
        bare_within=expression(
            # One blank is looked back at behind a stop, two anywhere: a run of them is read once.
            rf"(?:(?<=[.;:?!”\"\])]\s)|(?<=\s\s)){number}(?:\s?\.\s?(?:\(|[—–]|[A-Z“])|"
            r"\s?\.?[—–-]\(|\s\(1\)\s)"
        ),
        named=expression(
            rf"{EDIT}(?P<word>{unit})\s*\(?(?P<number>\d{{1,4}}{inserted})\)?(?:\s?[.:—–-]|\s*$|\s[A-Z(])"
        ),
        named_within=expression(rf"[.;:?!”\"\])]\s+(?:{unit})\s*\(?{number}\)?\s?(?:[.:—–-])"),
        initials=frozenset({*"123456789lI", *EDIT_INITIALS, *(unit[0] for unit in words.units)}),
    )


class CutAudit:
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
        self.text = AuditedText(text, lines, provisions)
        self._words = words
        self.labels = LabelAudit(self.text, words)
        self._patterns = _patterns(words)
        self._units = {word.translate(_ALIKE): unit for word, unit in words.units.items()}
        self._regions = regions(provisions)
        self._borne = {
            number
            for units in self._regions for unit in units
            for number in _numbers_borne(unit.number)
        }  # fmt: skip
        self._stray = {
            item.start
            for units in self._regions for unit in units
            for item in _late_list(unit)
        }  # fmt: skip
        self._heads = list(self._unopened())
        self._places = [head.at for head in self._heads]
        self._of_number: dict[str, list[_StrayNumber]] = {}
        for head in self._heads:
            self._of_number.setdefault(head.number, []).append(head)

    def _heads_in(self, start: int, end: int) -> Sequence[_StrayNumber]:
        """The stray numbers of a stretch."""
        return self._heads[bisect_left(self._places, start) : bisect_left(self._places, end)]

    def missing(self) -> list[Missing]:
        """The numbers that are missing in their series though they stand in the text, in order."""
        found: dict[int, Missing] = {}
        units = sorted(
            ((unit.start, i, unit) for i, units in enumerate(self._regions) for unit in units),
            key=lambda one: one[0],
        )
        for (_, region, unit), below in itertools.zip_longest(units, units[1:]):
            end = below[0] if below else len(self.text.text)
            following = below[2] if below and below[1] == region else None
            missing = [*self._units_behind(unit, following, end), *self.labels.missing(unit, end)]
            found |= {one.at: one for one in missing}
        if not units or units[0][2].word != "section":
            for head in self._heads:
                if head.named and not head.line.furniture and head.number not in self._borne:
                    found.setdefault(head.at, Missing(head.number, head.at, head.named))
        for head in self._in_words_of_parts():
            found.setdefault(head.at, Missing(head.number, head.at, head.named or "section"))
        return sorted(found.values(), key=lambda one: one.at)

    def _in_words_of_parts(self) -> Iterator[_StrayNumber]:
        """The numbers of sections among the words that a part was given for its own."""
        for part in self.text.provisions:
            if part.word not in _UNCITED or part.body >= part.end:
                continue
            end = part.items[0].start if part.items else part.end
            for head in self._heads_in(part.body, end):
                says = (len(head.rest) > _SHORT and head.ends()) or head.rest == "."
                if (
                    says
                    and not (head.line.furniture or head.line.soft)
                    and head.number not in self._borne
                ):
                    yield head

    def raised(self) -> list[Missing]:
        """The articles whose raised digits were lost: 3¹, printed as 31."""
        return [
            Missing(unit.number, unit.start, unit.word)
            for units in self._regions
            for unit in units
            if unit.number[-1] in RAISED_DIGITS and unit.number[-1] not in unit.label
        ]

    def first_units(self) -> list[Provision]:
        """The sections of the body, or of what stands in its place."""
        return self._regions[0] if self._regions else []

    def _unopened(self) -> Iterator[_StrayNumber]:
        """The lines that begin as sections do, and open none."""
        for line in self.text.all_lines:
            text = line.text
            if text[0] not in self._patterns.initials or line.quoted:
                continue
            if line.start in self.text.opened and line.start not in self._stray:
                continue
            match = None if line.soft else self._patterns.named.match(text)
            named = self._units[match["word"].translate(_ALIKE)] if match else ""
            match = match or self._patterns.bare.match(text)
            if not match or self._is_note(line, match.end("number")):
                continue
            number = match["number"]
            digits = _WHOLE_AT_HEAD.match(number)
            whole = digits[0] if digits else ""
            if not digits:
                number = whole = number.translate(MISREAD)
            if whole.isdecimal():
                at = line.start + match.start("number")
                rest = line.text[match.end("number") :]
                yield _StrayNumber(number, int(whole), at, named, line, rest)

    def _is_note(self, line: Line, position: int) -> bool:
        """Whether what is no part of the law's words is a note to them, or its contents."""
        if not line.furniture:
            return False
        behind = _FIRST_LABEL.sub("", line.text[position:].lstrip(". "))
        return bool(self._words.notes.footnote.match(behind)) or not self._says(behind)

    def _says(self, words: str) -> bool:
        return words[:1].isupper() and bool(self._words.finite.search(words))

    def lost_of_contents(self) -> list[Missing]:
        """The sections that a table of contents names and the law has not, if they are many.

        A few may be repealed.
        """
        first = min((units[0].start for units in self._regions), default=0)
        named: dict[str, int] = {}
        for line in self.text.all_lines:
            if line.start >= first:
                break
            if line.furniture and (match := _ENTRY.match(line.text)):
                named.setdefault(match[1], line.start)
        lost = [number for number in named if number not in self._borne]
        if len(named) < _MIN_ENTRIES or len(lost) < _MIN_LOST * len(named):
            return []
        return [Missing(number, named[number], "section") for number in lost]

    def headed_again(self) -> list[Provision]:
        """The sections that begin with the head of another: line numbers, "3 SEC. 2.".

        ``7. § (1)`` is the first paragraph of one.
        """
        units, named = self.first_units(), self._patterns.named
        in_words = [one for one in units if _is_worded(named.match(self.text.text, one.body))]
        in_headings = [one for one in units if _is_worded(named.match(one.heading))]
        return in_words if len(in_words) >= _MIN_AGAIN else in_headings

    def begins_late(self) -> Provision | None:
        """The first section, where half of the numbers before its own stand above it.

        An excerpt, which begins with section 14, has none of them.
        """
        units = self.first_units()
        if not units or whole_number(units[0]) < 2:
            return None
        first, before = units[0], range(1, whole_number(units[0]))
        named = _is_named(first, self._words)
        found = {number for number, _ in self._numbers_within(0, first.start, named=named)}
        above = self._heads_in(0, first.start)
        found |= {head.whole for head in above if head.named or not named}
        counted = sum(1 for _ in itertools.takewhile(found.__contains__, before))
        if counted < min(2, len(before)) and 2 * len(found.intersection(before)) < len(before):
            return None
        return first

    def repeated(self) -> Iterator[Repeated]:
        """The numbers that more than one provision bears; of a section's, not those within it.

        *Article 1* and *section 1*, as one law may have, are two.
        """
        borne: dict[tuple[str, str], tuple[str, int]] = {}
        waiting = list(reversed(self.text.outermost))
        while waiting:
            provision = waiting.pop()
            if provision.word == "definition":  # cited by its term, whatever lists it has
                continue
            if provision.word not in _UNCITED and any(map(str.isalnum, provision.label)):
                key, own = (provision.word, provision.number), (provision.eid, provision.start)
                eid, first = borne.setdefault(key, own)
                if first != provision.start and not _told_apart(eid, provision.eid):
                    yield Repeated(provision.number, first, provision.start)
                    continue
            if provision.items:
                waiting += reversed(provision.items)

    # Sections

    def _units_behind(
        self, unit: Provision, following: Provision | None, end: int
    ) -> Iterator[Missing]:
        """The numbers behind a section's own that stand where sections could begin.

        That is said only if half of those missing do. Where the section's own number stands there
        too, it is a list that they belong to.
        """
        last = whole_number(unit)
        stop = whole_number(following) if following else last + 2
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
        if following and not found and stop > last + 1:
            found = self._elsewhere(unit, range(last + 1, stop))
        if following and 2 * len(found) < stop - last - 1:
            found = {}
        before = unit.number.rpartition(", ")[0]
        for number, at in (found | inserted).items():
            shown = f"{before}, {number}" if before else number
            yield Missing(shown, at, "" if before else unit.word)

    def _elsewhere(self, unit: Provision, missing: range) -> dict[str, int]:
        """Where missing numbers stand at the heads of lines elsewhere: pages in wrong order."""
        named = _is_named(unit, self._words)
        return {
            head.number: head.at
            for number in missing
            for head in self._of_number.get(str(number), ())
            if head.ends() and bool(head.named) == named
            and not head.line.furniture and self._is_free(head)
        }  # fmt: skip

    def _is_free(self, head: _StrayNumber) -> bool:
        """Whether no list at the place has the number as one of its own."""
        return head.number not in self._borne and len(head.rest) > _SHORT

    def _numbers(
        self, unit: Provision, end: int, *, within: bool
    ) -> Iterator[tuple[str, int, int, bool]]:
        """The numbers behind a section that could open one and open none, and where they do.

        The last says whether words stand behind it, as those of a section do.
        """
        named = _is_named(unit, self._words)
        for head in self._heads_in(unit.body, end):
            if head.named if named else head.ends() or not head.named:
                says = len(head.rest) > _SHORT and not head.line.furniture
                yield head.number, head.whole, head.at, says and head.rest[0] == "."
        stretch = (unit.body, min(end, unit.end)) if within else (0, 0)
        for number, at in self._numbers_within(*stretch, named=named):
            yield str(number), number, at, False

    def _numbers_within(self, start: int, end: int, *, named: bool) -> Iterator[tuple[int, int]]:
        """The numbers behind full stops in the lines of a stretch."""
        pattern = self._patterns.named_within if named else self._patterns.bare_within
        for line in self.text.lines(start, end):
            for match in pattern.finditer(line.text, max(start - line.start, 0)):
                yield int(match["number"]), line.start + match.start("number")


def _is_worded(head: re.Match[str] | None) -> bool:
    """Whether the head of a section begins with a word, not with a sign."""
    return bool(head and head["word"][0].isalpha())


#: What is cited with words of its own.
_UNCITED = {*CONTAINERS, "indent"}


def _told_apart(eid: str, other: str) -> bool:
    """Whether two provisions of one number are told apart by the parts that they stand in."""
    return eid.rpartition("__")[2] == other.rpartition("__")[2]


def _numbers_borne(number: str) -> Iterator[str]:
    """A section's own number, and of several that a repeal has left as one each."""
    own = number.rpartition(", ")[2]
    yield own
    yield own.rpartition(".")[0]  # the article that 5.1 stands in
    numbers = whole_numbers(own)
    if len(numbers) > 1 and numbers[0] < numbers[-1] < numbers[0] + _MOST_MISSING:
        yield from map(str, range(numbers[0], numbers[-1] + 1))


def _late_list(unit: Provision) -> tuple[Provision, ...]:
    """The items of a section whose list begins with "9.": they may be sections."""
    first = unit.items[0] if unit.items else None
    late = first and first.label[:1].isdigit() and first.label.rstrip().endswith(".")
    return unit.items if late and first and last_number(first.label) > 1 else ()


def _is_named(unit: Provision, words: StructureWords) -> bool:
    return unit.label.lstrip("[(*_ ").startswith(tuple(words.units))
