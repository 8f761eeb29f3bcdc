"""What an amending law quotes over several lines: its numbers are those of the law it amends.

Marks tell where the quotation ends, if they are all there. Where one is missing, the layout does:
what is quoted stands further in than the words that introduce it. Where that is missing too, the
amending law's own numbers do, as soon as they go on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import Key, readings, unit_key
from annotator.quotations import closes_straight, opens_straight
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.quoting.passages import LEADS, comes_next, is_next, mark_passages

#: A quotation fills no more lines if words of an amendment introduce it, and if none do.
_MAX_INTRODUCED, _MAX_OTHER = 4000, 150
#: So many times a line may be looked at on average.
_LOOKS = 20
#: The marks are trusted where no more lines lie between them.
_MAX_TRUSTED = 30
#: A quotation that has counted further than this, from 1, counts on.
_COUNTED = 3
#: Where no mark opens what is quoted, one that closes it is not looked for any further.
_MAX_UNOPENED = 100
_OPENING = "“‘"
_ANY_OPENING = "“‘\"'«"
_CLOSES = expression("”|’’")
_WORDS = expression(r"\w+")
_UNIT = expression(r"[\[“\"]?(\d{1,4}(?:[A-Z]{1,3}(?![a-z]))?)(?:\.|\s|—|\()")
_LABEL = expression(r"\((\w{1,5})\)\s*")
_OPENS_PROVISION = expression(r"[“\"‘']?(?:\d{1,4}[A-Z]{0,3}[.\s(—]|\(\w{1,5}\))")


def mark_quotations(lines: list[Line], words: StructureWords) -> None:
    """Set ``quoted`` on the lines that are text of another law."""
    _Quotations(lines, words).mark()


@dataclass(slots=True)
class _Place:
    """The numbers under which the amending law stands where a quotation begins."""

    unit: Key | None = None
    labels: dict[str, Key] = field(default_factory=dict)


class _Quotations:
    """Reads the lines in turn; ``place`` is where the amending law's own numbers have come to."""

    def __init__(self, lines: list[Line], words: StructureWords) -> None:
        self.lines = lines
        self.structure = words
        self.words = words.quoting
        self.joints = words.conjunctions
        self.changes = mark_passages(lines, words)
        for i, line in enumerate(lines):
            if line.text[0] == "‘" and not self.changes[i] and _opens_alone(line.text):
                self.changes[i] = 1
        self.closing = _closings(self.changes)
        self.closing_of_paragraphs = _closings(
            [0 if change == 1 and line.text[0] in "“‘" else change
             for change, line in zip(self.changes, lines, strict=True)]
        )  # fmt: skip
        self.place = _Place()
        self.placed = 0
        #: How many lines may still be looked at ahead of where a quotation opens: a text in which
        #: none of them closes is read in time that grows with its length.
        self.left = _MAX_INTRODUCED + _LOOKS * len(lines)

    def mark(self) -> None:
        """Mark every quotation."""
        heads: list[int] = []
        i = 0
        while i < len(self.lines):
            text = self.lines[i].text
            if self.changes[i] <= 0 and '"' not in text and text[-1] not in LEADS:
                i += 1  # opens nothing, as nearly all lines
                continue
            first, last = self._quotation(i)
            while last > first and self.lines[last].text in self.joints:
                last -= 1
            if self._is_the_law(first, last):
                head = self.lines[first].text
                if len(head) > 1 and head[1] != " ":
                    heads.append(first)
                i = first + 1
                continue
            if last >= first:
                self._set(first, last)
            i = max(i, last) + 1
        for place in reversed(heads):
            self._part_mark(place)

    def _part_mark(self, i: int) -> None:
        """Part the mark with which the law itself opens from its words.

        It is furniture, of the text that promulgates the law. What is known of lines by their
        places no longer holds behind it.
        """
        line = self.lines[i]
        mark = Line(line.start, line.start + 1, line.text[0], line.gap, furniture=True)
        line.text, line.start = line.text[1:], line.start + 1
        self.lines.insert(i, mark)

    def _is_the_law(self, first: int, last: int) -> bool:
        """Whether what is quoted is the law itself, in the text that promulgates it."""
        if 2 * (last - first) < len(self.lines) or self.lines[first].text[0] not in _ANY_OPENING:
            return False
        units = tuple(self.structure.units)
        above = (line.text for line in self.lines[:first])
        return not any(text[0].isdigit() or text.startswith(units) for text in above)

    def _set(self, first: int, last: int) -> None:
        """Mark the lines from ``first`` to ``last``, of the last as much as is quoted."""
        for line in self.lines[first:last]:
            line.quoted = True
        line = self.lines[last]
        closes = _closes_at(line.text) if line.soft and last > first else 0
        if closes:
            line.passages = ((0, closes), *(p for p in line.passages if p[0] >= closes))
        else:
            line.quoted = True

    def _find_place(self, stop: int) -> None:
        """Read the amending law's own numbers up to a line; none are before they are asked for."""
        for line in self.lines[self.placed : stop]:
            if not line.quoted and (line.text[0].isdigit() or line.text[0] == "("):
                self._read_numbers(line.text)
        self.placed = max(self.placed, stop)

    def _read_numbers(self, text: str) -> None:
        unit = _UNIT.match(text) if text[0].isdigit() else None
        if unit:
            self.place = _Place(unit_key(unit[1]))
            text = text[unit.end() :].lstrip(" .—–-")
        if text[:1] == "(":
            for number in _leading_labels(text):
                for reading in readings(number):
                    self.place.labels[reading.system] = reading.key

    def _quotation(self, i: int) -> tuple[int, int]:
        """The first and last of the lines quoted, if line ``i`` opens a quotation; else none.

        It may open behind the number of the very provision that amends, whose line is not quoted.
        """
        text = self.lines[i].text
        if self.changes[i] > 0:
            at_head = text[0] in _OPENING
            introduced = self._introduced(i, at_head=at_head)
            last = self._typographic(i, introduced=introduced)
            if not (at_head or introduced) and all(
                line.soft for line in self.lines[i + 1 : last + 1]
            ):
                return i, i - 1  # words of a sentence, which a line's width has broken
            return (i if at_head else i + 1), last
        opened = self._opens_straight(i)
        if opened is not None and (end := self._end_of_straight(i)):
            return (i if opened == 0 else i + 1), end
        if i + 1 < len(self.lines) and text[-1] in LEADS and self._announces(i):
            return i + 1, self._unmarked(i)
        return i, i - 1

    # Typographic marks

    def _introduced(self, i: int, *, at_head: bool) -> bool:
        text = self.lines[i].text
        if at_head:
            return i > 0 and bool(self.words.introduces.search(self.lines[i - 1].text[-80:]))
        before = text[: max(text.rfind(mark) for mark in _OPENING)].rstrip()
        return bool(self.words.introduces.search(before[-80:]))

    def _typographic(self, i: int, *, introduced: bool) -> int:
        """The line in which the quotation of line ``i`` closes; ``i`` where none can be told."""
        limit = i + (_MAX_INTRODUCED if introduced else _MAX_OTHER)
        last = self.closing[i]
        if last <= limit and not (last - i > _MAX_TRUSTED and self._sections_go_on(i + 1, last)):
            return last
        last = self.closing_of_paragraphs[i]
        if last <= limit and not any(
            self.changes[k] > 0 and self._introduced(k, at_head=self.lines[k].text[0] in _OPENING)
            for k in self._ahead(i + 1, last)
        ):
            return last
        return self._without_end(i) if introduced else i

    def _sections_go_on(self, first: int, last: int) -> bool:
        """Whether sections of the amending law stand in a long stretch between two marks.

        That is so where the next section amends too, or the one after it follows.
        """
        self._find_place(first)
        expected = self.place.unit
        counted = 0  # what is quoted may count from 1 past the number that comes next
        for i in self._ahead(first - 1, last):
            text = self.lines[i].text.lstrip(_OPENING)
            unit = _UNIT.match(text) if text[:1].isdigit() and expected else None
            if unit is None or expected is None:
                continue
            if unit_key(unit[1]) == (counted + 1, ()):
                counted += 1
            if not is_next(unit_key(unit[1]), expected) or counted > _COUNTED:
                continue
            words = text[unit.end() :].lstrip(".—–- ")
            if expected != self.place.unit or self.words.amends.match(_LABEL.sub("", words, 1)):
                return True
            expected = unit_key(unit[1])
        return False

    def _without_end(self, i: int) -> int:
        """Where a quotation ends whose last mark is missing."""
        intro = i - 1 if i and self.lines[i].text[0] in _OPENING else i
        last = self._last_further_in(intro)
        if last <= i:
            resumes = self._resumes(i + 1, i + _MAX_INTRODUCED)
            last = self._before_headings(resumes) if resumes else i
        return max(last, i)

    # Straight marks

    def _opens_straight(self, i: int) -> int | None:
        if '"' not in self.lines[i].text:
            return None
        above = self.lines[i - 1].text if i else ""
        return opens_straight(above, self.lines[i].text, self.words.introduces)

    def _end_of_straight(self, first: int) -> int | None:
        """The line in which the quotation of line ``first`` closes, or None.

        Where another is opened before, the mark that would have closed this one is missing.
        """
        for i in self._ahead(first + 1, first + _MAX_INTRODUCED):
            if closes_straight(self.lines[i].text):
                return i
            if self._opens_straight(i) is not None:
                break
        else:
            return None
        last = self._without_end(first)
        return last if first < last < i else None

    # No marks

    def _announces(self, i: int) -> bool:
        line, below = self.lines[i], self.lines[i + 1].text
        if self.changes[i + 1] > 0 or below[0] in "“\"‘'":
            return False
        above = self.lines[i - 1].text if line.soft and i else ""
        if not self.words.announces.search(f"{above[-200:]} {line.text[-300:]}"):
            return False
        # "in the following respects:" announces amendments, one by one
        return not self.words.amends.match(_LABEL.sub("", below, 1))

    def _unmarked(self, intro: int) -> int:
        """Where a quotation ends that no mark opens; ``intro`` where the layout shows none."""
        further_in = self._last_further_in(intro)
        if self._opens_provision(intro + 1, further_in + 1):
            return further_in
        stop = intro + _MAX_INTRODUCED
        resumes = self._resumes(intro + 1, stop)
        unopened = intro + _MAX_UNOPENED
        for i in self._ahead(intro + 1, min(resumes or unopened, unopened)):
            if self.changes[i] < 0 or closes_straight(self.lines[i].text):
                return i
            if self.changes[i] > 0:
                break
        if resumes and self._opens_provision(intro + 1, resumes):
            return self._before_headings(resumes)
        return intro

    def _opens_provision(self, first: int, stop: int) -> bool:
        """Whether a number stands at the head of one of the first lines of a stretch."""
        top = self.lines[first : min(stop, first + 3)]
        return any(_OPENS_PROVISION.match(line.text) for line in top)

    def _last_further_in(self, intro: int) -> int:
        """The last of the lines below line ``intro`` that stand further in than it."""
        last = intro
        for i in self._ahead(intro + 1, intro + _MAX_INTRODUCED):
            if self.lines[i].column <= self.lines[intro].column:
                break
            last = i
        return last

    def _resumes(self, first: int, stop: int) -> int | None:
        """The line in which the amending law's own numbers go on."""
        self._find_place(first)
        for i in self._ahead(first, stop):
            text = self.lines[i].text
            if text[0].isdigit():
                unit = _UNIT.match(text)
                if unit and self.place.unit and is_next(unit_key(unit[1]), self.place.unit):
                    return i
            elif text[0] == "(" and self._goes_on(text, i):
                return i
        return None

    def _goes_on(self, text: str, i: int) -> bool:
        numbers = _leading_labels(text)
        if not any(comes_next(number, self.place.labels) for number in numbers):
            return False
        below = self.lines[i + 1].text if i + 1 < len(self.lines) else ""
        return bool(self.words.amends.match(f"{_LABEL.sub('', text, len(numbers))} {below}"))

    def _before_headings(self, resumes: int) -> int:
        """The last line above the headings over line ``resumes``."""
        last = resumes - 1
        while last and self.lines[last + 1].text[0] != "(" and self._is_heading(last):
            last -= 1
        return last

    def _is_heading(self, i: int) -> bool:
        text = self.lines[i].text
        return text[-1].isalnum() or looks_like_heading(text, self.structure)

    def _ahead(self, first: int, stop: int) -> Iterator[int]:
        """The lines from ``first`` to the one before ``stop``, as far as any may be looked at."""
        for i in range(first, min(stop, len(self.lines))):
            if self.left <= 0:
                return
            self.left -= 1
            yield i


def _opens_alone(text: str) -> bool:
    """Whether a line begins with a simple mark that does not close in it."""
    return text[1:2] != "‘" and "’" not in text


def _closes_at(text: str) -> int:
    """Where the quotation closes that a line ends, before other words; 0 where none follow it."""
    for match in _CLOSES.finditer(text):
        rest = text[match.end() :]
        if rest.count("“") == rest.count("”"):
            return match.end() if len(_WORDS.findall(rest)) > 1 else 0
    return 0


def _closings(changes: list[int]) -> list[int]:
    """For each line that opens a quotation, the line in which it closes; beyond all where none."""
    found = [len(changes) + _MAX_INTRODUCED] * len(changes)
    open_: list[tuple[int, int]] = []
    depth = 0
    for i, change in enumerate(changes):
        before, depth = depth, depth + change
        while open_ and depth <= open_[-1][1]:
            found[open_.pop()[0]] = i
        if change > 0:
            open_.append((i, before))
    return found


def _leading_labels(text: str) -> list[str]:
    numbers, position = [], 0
    while match := _LABEL.match(text, position):
        numbers.append(match[1])
        position = match.end()
    return numbers
