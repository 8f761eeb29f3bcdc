"""The labels within sections, held against the cut: those missing in their lists, and unread lists.

Items of a definition are labels that open nothing of their own: a definition is cited by its term.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from annotator.eids import UNITS
from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords, holds_one
from annotator.numbering import LabelReading, label_number, readings
from annotator.schema import Provision
from annotator.segmenter.audit.text import AuditedText, Missing
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.marks import EDIT
from annotator.segmenter.lines.openers import written_labels
from annotator.segmenter.sections.table_rows import rows_of_tables

#: What a scan makes of digits.
MISREAD = str.maketrans("lI|Oo", "11100")
_ENDS = '.;:—–-?!”"*]…'
_BEHIND_LABEL = expression(r"\s*[,;:)\]]")
_SENTENCE = expression(r"\s+[A-Z][a-z]*\s+[a-z]")
_LAST_BUT_ONE = expression(r"[;,]\s+\w{2,3}\s*$")
_BRACKETED = expression(r"\((\d{1,3}|[a-z]{1,5}|[A-Z]{1,4})\)")
_HEAD_LABEL = expression(rf"{EDIT}(\d{{1,3}}|[a-z]{{1,4}}|[A-Z])[.)]\s")
_MARKS = expression(rf"{EDIT}(?:\(\w{{1,5}}\)\s*)*")
#: The number of a line, at its end.
_LINE_NUMBER = expression(r"\s{2,}\d{1,3}$")
_SIGN = expression(r"[:)]")
_IN_LABEL = expression(r"\w+(?:[.-]\w+)*")
#: More labels are not missing between two neighbours.
_MOST_LACKING = 50
#: So many labels that open nothing in one section are no chance.
_MIN_LABELS = 3
#: So much of what stands before a label is looked at.
_BEFORE = 40
#: What may be the label of an item, of a kind that is read or not: ``1/``, ``1-1)``, ``1.1.``.
_ANY_LABEL = expression(
    rf"{EDIT}(?P<label>\(?(?P<number>\d{{1,2}}(?:[.-]\d{{1,2}}){{0,2}}|[a-z]{{1,2}}|[ivx]{{2,5}}|"
    r"[IVX]{1,5}|[A-H])(?P<mark>\)|\.|/|º| ?[–—-]))(?=\s|[A-Z“\"]|(?<=\d[.)])[a-z])"
)


#: What is counted in some way that is not read: ``Note 1-``, ``5/1``, ``No. 3``, ``#4``, ``1 The``.
_COUNTED = expression(
    r"(?P<label>(?P<mark>[^\W\d]{1,12}\.?[ -]?|[^\w\s(“\"‘'.*_…]{1,2}\s?|\d{1,3}/|"
    r"\((?=\d{1,3}[^\w\s)])|(?=\d+\W+[A-Z]))"
    r"(?P<number>\d{1,3})(?:[^\w\s]{0,2}))(?=\s*$|\s+[A-Z(“\"]|\s?[—–-])"
)
_NEAR_A_DIGIT = expression(r"[^\W\d]{2,12}\.?[ -]?\d")


@cache
def _written(words: StructureWords) -> re.Pattern[str]:
    """A label in words, that opens nothing where it is not read as one: ``FIRST.-``."""
    written = "|".join(f"{word}|{word.capitalize()}" for word in written_labels(words))
    return expression(rf"(?P<label>(?P<number>{written})(?P<mark>\s?(?:\.?[—–-]|:|\))))")


@cache
def _known(words: StructureWords) -> frozenset[str]:
    """What sections, parts and schedules are called, in lower case."""
    return frozenset(map(str.lower, (*words.units, *words.containers, *words.attachments)))


class _Label(NamedTuple):
    """What looks like an item's label at the head of a line, and opens nothing."""

    shown: str
    number: str
    mark: str
    at: int
    unit: int


class _Stretches:
    """The stretches of provisions none of which stands in another."""

    def __init__(self, provisions: Iterable[Provision]) -> None:
        self._places = sorted((one.start, one.end) for one in provisions)
        self._starts = [start for start, _ in self._places]

    def at(self, offset: int) -> int:
        """Which of them an offset stands in; -1 where in none."""
        i = bisect_right(self._starts, offset) - 1
        return i if i >= 0 and offset < self._places[i][1] else -1


class LabelAudit:
    """The labels within a law's sections, held against its cut."""

    def __init__(self, text: AuditedText, words: StructureWords) -> None:
        self._text = text
        self._words = words

    def missing(self, parent: Provision, end: int) -> Iterator[Missing]:
        """The labels that are missing in the lists of a provision."""
        decimals = f"{parent.number}."
        children = [
            item for item in parent.items
            if item.word != "definition" and not item.number.startswith(decimals)
        ]  # fmt: skip
        last: tuple[LabelReading, ...] = ()
        begin = parent.body
        for child, following in itertools.zip_longest(children, children[1:]):
            stop = following.start if following else end
            first, until = _readings(child.label)
            if first:
                goes_on = _going_on(first, last)
                if not goes_on and (lacking := _lacking(last, first)):
                    yield from self._labels(lacking, parent, child, begin, child.start)
                last = until if until is not first else goes_on or first
                if following is None and last[0].system != "dash":
                    after = [_label(last[0].system, last[0].key[0] + 1)]
                    yield from self._labels(after, parent, child, child.body, stop)
            begin = child.body
            if child.items:
                yield from self.missing(child, stop)

    def _labels(
        self, lacking: list[str], parent: Provision, like: Provision, start: int, end: int
    ) -> Iterator[Missing]:
        """Those of the labels that stand where items could begin, if half of them do."""
        wanted = set(filter(None, lacking))
        if not wanted or start >= end:
            return
        found: dict[str, int] = {}
        bracketed = "(" in like.label
        shown = _shown(wanted, bracketed=bracketed)
        for line in self._text.lines(start, end):
            if not holds_one(line.text, shown):
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
            if head and line.start not in self._text.opened:
                yield head[1], head.start(1)
            return
        marks = _MARKS.match(line.text)
        behind_marks = marks.end() if marks and not position else 0
        for match in _BRACKETED.finditer(line.text, position):
            if line.start + match.start() in self._text.opened or (
                match.start() < behind_marks and line.start in self._text.opened
            ):
                continue
            if match.start() >= behind_marks and not self._may_open(line.text, match):
                continue
            if match.start() < behind_marks and not self._heads_a_paragraph(line, match):
                continue
            yield match[1], match.start()
            misread = match[1].translate(MISREAD)
            if match.start() < behind_marks and misread != match[1]:
                yield misread, match.start()

    def _may_open(self, text: str, label: re.Match[str]) -> bool:
        """Whether a label within a line stands where an item could begin."""
        before = text[max(0, label.start() - _BEFORE) : label.start()].rstrip()
        if _BEHIND_LABEL.match(text, label.end()) or not before:
            return False
        if before[-1] in ".;:—–":
            return not self._words.abbreviated.search(before[-12:])
        if before[-3:].islower() and _SENTENCE.match(text, label.end()):  # it lost its full stop
            return not self._refers(before)
        return bool(_LAST_BUT_ONE.search(before)) and ";" in before[-6:]

    def _heads_a_paragraph(self, line: Line, label: re.Match[str]) -> bool:
        """Whether a label at the head of a line is none that a reference above ends with."""
        if _BEHIND_LABEL.match(line.text, label.end()):
            return False
        above = self._text.text[max(0, line.start - _BEFORE) : line.start].rstrip()
        above = _LINE_NUMBER.sub("", above)
        if not above or above[-1] in _ENDS:
            return True
        return not (line.soft or self._refers(above))

    def _refers(self, before: str) -> bool:
        """Whether a label behind these words belongs to a reference."""
        words = self._words
        return bool(words.before_a_reference.search(before[-14:]) or words.reference.search(before))

    def unread(self) -> list[_Label]:
        """Labels at the heads of lines, of lists within sections that were left in one piece.

        Two that follow one another are a list, and so are three of one section.
        """
        found = list(self._unopened())
        of_unit = Counter(label.unit for label in found)
        told: list[_Label] = []
        for before, label, after in zip([None, *found], found, [*found[1:], None], strict=False):
            goes_on = before is not None and _is_next(before, label)
            if (
                goes_on
                or (after and _is_next(label, after))
                or (label.unit >= 0 and of_unit[label.unit] >= _MIN_LABELS)
            ):
                told.append(label)
        return told

    def _unopened(self) -> Iterator[_Label]:
        """What looks like labels at the heads of lines, and opens nothing."""
        sections = [one for one in self._text.provisions if one.word in UNITS]
        defined = _Stretches(one for one in self._text.provisions if one.word == "definition")
        units = _Stretches(sections)
        numbers = {one.number for one in sections}
        known = _known(self._words)
        rows = rows_of_tables(self._text.all_lines, self._words)
        for i, line in enumerate(self._text.all_lines):
            match = self._any_label(line) if i not in rows else None
            if not match or defined.at(line.start) >= 0:
                continue
            unit = units.at(line.start)
            word = match["mark"].strip(" .-").lower()
            if word in known or ((line.heading or unit < 0) and not word.isalpha()):
                continue
            stem = match["number"].rpartition(".")[0]
            if "." in stem and stem in numbers:  # 5.1.1 in 5.1, which is cited so
                continue
            number = str(self._words.ordinals.get(match["number"].upper(), match["number"]))
            mark = "(" if match["mark"] in "({[" else match["mark"]  # a scan takes one for another
            yield _Label(match["label"], number, mark, line.start, unit)

    def _any_label(self, line: Line) -> re.Match[str] | None:
        """What looks like a label at the head of a line that is the law's and opens nothing."""
        text = line.text
        if (
            line.soft
            or line.start in self._text.opened
            or line.furniture
            or line.quoted
            or line.repeats
        ):
            return None
        if (
            text[0].isupper() and text[1:2].islower()
            and not (_SIGN.search(text, 0, 15) or _NEAR_A_DIGIT.match(text))
        ):  # fmt: skip
            return None  # a word, as most lines open
        match = None
        if not line.heading:
            match = _ANY_LABEL.match(text) or _written(self._words).match(text)
        if not match and not self._words.annex_to_words.match(text):
            match = _COUNTED.match(text)
        return match


def _is_next(label: _Label, following: _Label) -> bool:
    """Whether a label is the one behind another: 2 behind 1, 1.2 behind 1.1, b behind a."""
    if label.mark != following.mark:
        return False
    number = label.number
    stem, dot, own = number.rpartition(".") if "." in number else number.rpartition("-")
    other, mark, after = following.number.rpartition(dot) if dot else ("", "", following.number)
    if (stem, dot) != (other, mark):
        return False
    return any(
        one.system == before.system and one.key[0] == before.key[0] + 1
        for before in readings(own)
        for one in readings(after)
    )


@lru_cache(maxsize=4096)
def _readings(label: str) -> tuple[tuple[LabelReading, ...], tuple[LabelReading, ...]]:
    """How a label may be read; of "(3) to (5)", its first, and how its last may."""
    numbers = _IN_LABEL.findall(label)
    if not numbers:
        return (), ()
    first = readings(numbers[0])
    return first, first if len(numbers) == 1 else readings(numbers[-1]) or first


@lru_cache(maxsize=4096)
def _going_on(
    read: tuple[LabelReading, ...], last: tuple[LabelReading, ...]
) -> tuple[LabelReading, ...]:
    """The readings of a label that may follow those of another, or open a list."""
    return tuple(
        one
        for one in read
        if one.key[0] <= 1
        or any(
            one.system == before.system and one.key[0] - before.key[0] in (0, 1) for before in last
        )
    )


def _shown(labels: Iterable[str], *, bracketed: bool) -> list[str]:
    """What a line must hold, one or the other, that bears one of the labels."""
    if not bracketed:
        return [f"{label}{mark}" for label in labels for mark in ".)"]
    # Letters may be misread digits, "(l)".
    return [f"({label})" if label.strip("01") else "(" for label in labels]


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
    if count > _MOST_LACKING:
        return []
    first = earlier.key[0] + 1
    return [_label(earlier.system, place) for place in range(first, first + count - 1)]


def _label(system: str, place: int) -> str:
    return label_number(system, place) or ""
