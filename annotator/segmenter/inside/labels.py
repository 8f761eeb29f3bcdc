"""The enumerators inside a section, as they are printed: where each stands, and how it looks there.

What stands before and behind a label says how likely it opens an item, and how likely it belongs to
a reference; :mod:`annotator.segmenter.inside.lists` decides which of them are taken.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import ITEM_NUMBER, LATIN, plain_number, readings
from annotator.segmenter.furniture.asides import behind_asides
from annotator.segmenter.inside.chances import REFERENCE, are_left_out, calls_for_a_list, chances
from annotator.segmenter.lines.headings import CALL_BEHIND_STOP, written_label
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.marks import CALL, CALL_BEHIND_LABEL, EDIT
from annotator.segmenter.lines.openers import written_labels

_RAISED = "[¹²³⁴-⁹]"
_COPIES = "|".join(LATIN)
#: A bullet in front of a label, as web pages paste lists of lists.
_BULLET = r"(?:[•◦▪●○■·]\s*(?=\(\w|\w{1,3}[.)]\s))?"
_LABEL = expression(
    rf"{_BULLET}{EDIT}{CALL}(?:\(\s?\*?(?P<both>{ITEM_NUMBER})\*?\s?\)\]?(?:\d{{1,2}}(?=\s[A-Z]))?"
    rf"|(?P<right>\d{{1,2}}(?:[.-]\d{{1,2}}|{_RAISED}|[a-z])?|[a-zà-ž](?:{_RAISED}|\^\d|\d)?|[a-z]{{2}}|[ivx]{{1,5}}|[A-Z])\)(?=\s)"
    rf"|(?P<dot>\d{{1,2}}(?:[a-z]|[/-]\d{{1,2}}|{_RAISED}|[\s-]?(?:{_COPIES}))?|[a-z]|[ivx]{{1,4}}|[IVX]{{1,5}}"
    r"|[A-Z])\.(?=\s|$|\d{1,2}\)\s|[—–-]{1,2}(?:\s|[A-Z“\"(]))|(?P<glued>\d{1,2})\.(?=[A-Z“\"‘][a-z])"
    r"|(?P<degree>\d{1,2})\.?[º°]\.?(?=\s)"
    r"|(?P<hyphen>\d{1,2}|[a-z]|[A-Z]|[ivx]{2,4}|[IVX]{2,5}(?:-[A-Z])?)\s?[–—-](?=\s)"
    r"|(?P<stroke>\d{1,2}|[a-z]|[ivx]{2,4})/(?=\s?[A-Za-z“\"‘])"
    rf"|§\s?(?P<sign>\d{{1,2}}(?:[a-zA-Z]|[ºo°]?-[A-Z]|\s?(?:{_COPIES}))?)(?:[ºo°]|er)?\.?(?=\s)"
    r"|(?P<circled>[①-⑳])"
    r"|(?P<dash>[–—•◦·▪●○■-])(?=\s(?!\((?:a|i|1|A|I)\)\s)))"
    # behind the stop: a dash, or the mark of a footnote: "2a.1) The fee"
    r"(?:(?<=\.)(?:[—–-]{1,2}|\s[—–-]{1,2}(?=\s[A-Z])|\d{1,2}\)(?=\s)))?\s*"
)
#: A word, behind which or in which no label can stand: most lines open with one.
_WORD = expression(r"[A-Za-z]{1,5}[ ,](?![–—-] )|[A-Za-z]{6}")
#: A label with no mark, as the Council of Europe prints them: "1   Each Party shall", "a   to".
_UNMARKED = expression(
    rf"(?:(?P<bare>\d{{1,2}}(?:\s?(?:{_COPIES})\b)?)(?=\s+(?:[A-Z“\"‘…]|\.\.\.))|"
    r"(?P<letter>[a-z]|[ivx]{2,4})(?=\s+[a-zA-Z“\"‘]))\s+"
)
#: A number inserted behind that of a paragraph: "1.1.", "2.3.".
_INSERTED = expression(r"(?P<number>(?P<base>\d{1,2})\.\d{1,2})\.\s+")
_INLINE = expression(
    r"\(\s?(?P<both>\d{1,3}(?:\.\d{1,2}|[A-Z]{1,3}|-?[a-z]|\s?(?:bis|ter|quater))?"
    r"|[a-z]{1,4}(?:[.-]\d{1,2})?|[a-z]?[A-Z]{1,4})\s?\)"
)
_INLINE_RIGHT = expression(r"(?<= )(?P<right>\d{1,2}(?:-\d{1,2})?|[a-z]|[ivx]{2,5})\)(?= |$)")
_INLINE_HYPHEN = expression(r"(?<=[.:;] )(?P<hyphen>\d{1,2}|[a-zA-Z])-(?= [A-Za-z])")
_INLINE_DEGREE = expression(r"(?<= )(?P<degree>\d{1,2})[º°](?= |$)")
#: Labels before a stop that run on behind marks: "the following: 1. a pass; 2. a visa".
_INLINE_DOT = expression(
    r"(?:(?<=[.;:,—–] )|(?<= and )|(?<= or ))(?P<dot>\d{1,2}|[a-z]|[ivx]{2,4})\.(?= )"
)
#: The same at the end of a line, where "and 2." may also end a sentence.
_LAST_DOT = expression(r"(?<=[;:] )(?P<dot>\d{1,2}|[a-z]|[ivx]{2,4})\.$")
#: One of them opens such a list.
_FIRST_DOT = ("1. ", "a. ", "i. ")
#: The end of a quotation that ends an item, mark and all: "...shall pay.”. (b)".
_ENDS = expression(r"(?:[.;]\W|.\W[.;])\W*$")
_MARKS_BEHIND = 3

#: How much of the text before a label is looked at.
_BEFORE = 80

#: The mark of labels that number the paragraphs of an article: "§ 1".
SIGN = "sign"

# Costs, in places of a list that are skipped: see :mod:`annotator.segmenter.inside.lists`.
_DROP_HEAD = 4.5
#: No list is made of one label that has no mark, but one is of two.
_DROP_UNMARKED = 0.8


class Label(NamedTuple):
    """An enumerator in the text, before it is known to which list it belongs.

    ``start`` is where it stands, ``end`` where its item's words begin, both offsets into the
    canonical text. ``head``: it stands at the head of a paragraph. ``chained``: it stands directly
    behind another label, as in ``(3)(a)``. ``leads_in``: the words before it call for a list.
    ``left_out``: dots or asterisks before it say that others were left out.
    ``take`` and ``drop`` are what it costs to take it for an item, by what stands around it, and to
    take it for none.
    """

    start: int
    end: int
    text: str
    bracket: str
    printed: str
    line: int
    head: bool
    chained: bool
    leads_in: bool
    take: float
    drop: float
    left_out: bool = False


def find_labels(
    lines: list[Line],
    first: int,
    last: int,
    offset: int,
    words: StructureWords,
    *,
    unmarked: bool = False,
) -> list[Label]:
    """Every enumerator of a unit: at the head of its lines, and run on within them.

    Args:
        lines: the law's lines.
        first: index of the unit's first line; ``last`` that of the line after its last.
        last: see above.
        offset: where the unit's words begin, behind its number.
        words: those of the law's language.
        unmarked: whether labels may stand with no mark, as those of treaties do.
    """
    finder = _Finder(words, unmarked=unmarked)
    for i in range(first, last):
        line = lines[i]
        if line.furniture or line.heading or line.quoted or line.end <= offset:
            continue
        begin = line.repeats if line.start >= offset else max(offset - line.start, line.repeats)
        finder.read(line, i, begin, soft=line.soft and i > first)
    return finder.labels


class _Finder:
    """Collects the labels of the lines of one unit."""

    def __init__(self, words: StructureWords, *, unmarked: bool) -> None:
        self.words = words
        self.unmarked = unmarked
        self.range = _range(words.to)
        self.labels: list[Label] = []
        #: Whether a list whose labels stand before stops may run on.
        self.dots = False
        self.above = ""
        #: The line whose last words ``above`` are.
        self.last = -1

    def read(self, line: Line, i: int, begin: int, *, soft: bool) -> None:
        """Collect what stands in a line from position ``begin``."""
        text = line.text
        position = self._at_head(line, i, begin, soft=soft)
        if not self.dots and ". " in text:
            self.dots = any(text.find(first, position) > 0 for first in _FIRST_DOT)
        if self.labels and self.labels[-1].line == i and self.labels[-1].bracket == "dot":
            self.dots = True
        if (
            self.dots or text.find(")", position) >= 0
            or "º" in text or "°" in text or ": " in text or text[-1] == ":" or "- " in text
        ):  # fmt: skip
            self._within(line, i, position, soft=soft)
        self.above, self.last = text[-_BEFORE:], i

    def _at_head(self, line: Line, i: int, position: int, *, soft: bool) -> int:
        """Collect ``(1)``, ``(a)`` ... that stand one behind another at the head of a line."""
        head = True
        if line.passages and line.passages[0][0] <= position < line.passages[0][1]:
            return line.passages[0][1]
        while True:
            word = _WORD.match(line.text, position)
            match = None if word else _LABEL.match(line.text, position)
            if not match and head:
                first = line.text[position : position + 1]
                if first.isdigit() or first.islower():
                    return self._unmarked(line, i, position, soft=soft)
                return self._written(line, i, position, soft=soft)
            if not match or (match.end() == len(line.text) and not head):
                return position
            bracket = match.lastgroup or "both"
            number = match[bracket]
            if bracket == SIGN:
                number = plain_number(number)
            elif bracket == "glued":
                bracket = "dot"
            elif bracket == "circled":
                number = str(int(unicodedata.numeric(number)))
            if (not head and bracket != "both") or not readings(number):
                return position
            end = match.end()
            soft = soft or (head and self.last == i - 1 and self._refers(line, number, end))
            printed = (
                f"({number})"
                if bracket == "both"
                else line.text[match.start(match.lastgroup or bracket) : end]
            )
            if span := self.range.match(line.text, end):
                printed, end = f"{printed.strip()} {span[0].strip()}", span.end()
            if called := CALL_BEHIND_LABEL.match(line.text, end):
                end = called.end()
            behind = behind_asides(line.text, end, self.words.notes)
            end = behind if behind < len(line.text) else end  # else it may be all that is said
            before = self.above.rstrip() if head else ""
            leads_in = not before or calls_for_a_list(before)
            take, drop = 0.0, _DROP_HEAD
            if soft:
                take, drop = chances(self.above, number, line.text[end : end + 40], self.words)
                if bracket == "dot" and number.isdigit() and take >= REFERENCE:
                    return position  # "in accordance with section", "59. (2) A keeper"
                take, drop = max(0.0, take - 0.5), drop + 1.0
            start = line.start + (position if position > line.repeats else 0)
            self.labels.append(
                Label(start, line.start + end, number, bracket, printed.strip(), i, not soft,
                      not head, leads_in, take, drop)
            )  # fmt: skip
            position, head = end, False

    def _unmarked(self, line: Line, i: int, position: int, *, soft: bool) -> int:
        """Collect a label at the head of a line that has no mark, or stands behind another's."""
        above = CALL_BEHIND_STOP.sub("", self.above.rstrip())
        if soft and not (above[-1:] == "." and self._counts_on(line.text[position:])):
            return position
        if match := _INSERTED.match(line.text, position):
            if above[-1:] not in ".;" or not self._follows(match["base"], match["number"]):
                return position
            bracket, number, drop = "dot", match["number"], _DROP_HEAD
        else:
            match = _UNMARKED.match(line.text, position) if self.unmarked else None
            if not match or self.words.measures.match(line.text, match.end()):
                return position
            bracket = match.lastgroup or "bare"
            number, drop = match[bracket], _DROP_UNMARKED
            ends = ".:;—" if bracket == "bare" else ":;," if number != "a" else ":—"
            if above and above[-1] not in ends and not self.words.to_last_item.search(above):
                return position
        self.labels.append(
            Label(line.start + position, line.start + match.end(), number, bracket, number, i, True,
                  False, not above or calls_for_a_list(above), 0.0, drop)
        )  # fmt: skip
        return match.end()

    def _counts_on(self, text: str) -> bool:
        """Whether words begin with the number behind that of the last paragraph without a mark."""
        last = next((one.text for one in reversed(self.labels) if one.bracket == "bare"), "")
        return last.isdecimal() and text.startswith(f"{int(last) + 1} ")

    def _follows(self, base: str, number: str) -> bool:
        """Whether a number with a decimal follows the last one with its base: "1." or "1.1."."""
        before = next(
            (label.text for label in reversed(self.labels)
             if label.bracket == "dot" and label.text.partition(".")[0] == base),
            "",
        )  # fmt: skip
        last = before.partition(".")[2] or "0"
        return bool(before) and last.isdigit() and number == f"{base}.{int(last) + 1}"

    def _written(self, line: Line, i: int, position: int, *, soft: bool) -> int:
        """Collect ``First:`` or ``Subd. 2.`` at the head of a line."""
        if soft:
            return position
        match = self.words.subdivided.match(line.text, position)
        bracket = "word"
        if not match and (match := self.words.paragraphed.match(line.text, position)):
            bracket = SIGN
        number = match["number"] if match else ""
        head = line.text[position : position + 24]
        if not match and (":" in head or "-" in head or "–" in head):
            match = written_label(self.words).match(line.text, position)
            number = str(self.words.ordinals[match["ordinal"].upper()]) if match else ""
        if not match:
            return position
        self.labels.append(
            Label(line.start + position, line.start + match.end(), number, bracket,
                  match[0].strip(" –—-"), i, True, False, True, 0.0, _DROP_HEAD)
        )  # fmt: skip
        return match.end()

    def _refers(self, line: Line, number: str, end: int) -> bool:
        """Whether the words above end in what the label at the head of a line is the number of."""
        if line.gap or not line.text[end : end + 1].islower():
            return False
        above = self.above.rstrip()
        if not above[-1:].isalpha() or self.words.to_last_item.search(above):
            return False
        # Behind "x x" the words above are those of no label's own line.
        return chances(f"x x {above}", number, "", self.words)[0] >= REFERENCE

    def _within(self, line: Line, i: int, position: int, *, soft: bool) -> None:
        """Collect the labels of lists that run on in one line."""
        text = line.text
        matches = self._matches(text, position)
        if not matches:
            return
        quoted = line.passages
        passed, reference, last, passed_label = 0, -1, -1, 0
        for match in matches:
            start, end = match.span()
            while passed < len(quoted) and quoted[passed][1] <= start:
                passed += 1
            if passed < len(quoted) and quoted[passed][0] < start:
                continue
            if start < passed_label:
                continue  # (3) to (5)
            if start == reference or (start and text[start - 1].isalnum()):
                reference = end  # 5(1)(a)
                continue
            bracket = match.lastgroup or "both"
            number = match[bracket]
            if bracket == "word":
                number = str(self.words.ordinals[number.upper()])
            if not readings(number):
                continue
            before = text[max(0, start - _BEFORE) : start]
            if before.endswith("["):  # an editor's mark: "or 2[(da)"
                before = before[:-1].rstrip(" 0123456789")
            if start < _BEFORE and (soft or self._joins(before)):
                before = f"{self.above[start - _BEFORE :]} {before}"
            end += text.startswith(" ", end)
            printed = f"({number})" if bracket == "both" else match[0]
            if span := self.range.match(text, end):
                printed, end = f"{printed} {span[0].strip()}", span.end()
                passed_label = end
            end = behind_asides(text, end, self.words.notes)
            after = text[end : end + 40]
            if after == "." and text[end - 1] == " ":  # the first of dots that go on below
                after = "…"
            chained = start == last
            if chained:
                take, drop = 0.0, 0.0
            elif (
                passed
                and start - quoted[passed - 1][1] <= _MARKS_BEHIND
                and _ENDS.match(text[quoted[passed - 1][1] - 2 : start])
            ):
                take, drop = 0.0, 2.0
            else:
                take, drop = chances(before, number, after, self.words)
            if take >= REFERENCE:
                reference = end
                continue
            leads_in = chained or calls_for_a_list(before)
            left_out = are_left_out(before)
            self.labels.append(
                Label(line.start + start, line.start + end, number, bracket, printed, i, False,
                      chained, leads_in, take, drop, left_out)
            )  # fmt: skip
            last = end

    def _joins(self, before: str) -> bool:
        """Whether a line opens with the word that joins an item to those above: "and (b) ..."."""
        word = before.strip()
        return word.isalpha() and bool(
            self.words.to_last_item.search(f"{self.above.rstrip()[-1:]} {word}")
        )

    def _matches(self, text: str, position: int) -> list[re.Match[str]]:
        found = list(_INLINE.finditer(text, position))
        more: list[re.Match[str]] = []
        if text.count(")", position) > text.count("(", position):
            more += _INLINE_RIGHT.finditer(text, position)
        if "º" in text or "°" in text:
            more += _INLINE_DEGREE.finditer(text, position)
        if "- " in text:
            more += _INLINE_HYPHEN.finditer(text, position)
        if self.dots:
            more += _INLINE_DOT.finditer(text, position)
            more += _LAST_DOT.finditer(text, position)
        if ": " in text or text[-1] == ":":
            more += _inline_written(self.words).finditer(text, position)
        return sorted([*found, *more], key=lambda match: match.start()) if more else found


@cache
def _inline_written(words: StructureWords) -> re.Pattern[str]:
    """An enumerator in words behind the end of a sentence: ``First: ... Second: ...``."""
    written = "|".join(map(str.capitalize, written_labels(words)))
    return expression(rf"(?<=[.;:] )(?P<word>{written}):(?= |$)")


@cache
def _range(to: str) -> re.Pattern[str]:
    """What stands behind a label that a repeal has left for several: "(3) to (5) [Repealed]"."""
    return expression(rf"(?:{to}|–)\s+\((?:{ITEM_NUMBER})\)\s*(?=\[)")
