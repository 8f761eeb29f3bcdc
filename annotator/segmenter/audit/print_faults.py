"""What is wrong with a text itself, whatever was cut out of it.

It was printed letter by letter, scanned badly, broken off in the middle of a sentence; or it is no
law. Each is a sign that needs several others like it, for a law may name a letter ``b``.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords, holds_one
from annotator.schema import Clause, Provision
from annotator.segmenter.furniture.marking import is_contents_title
from annotator.segmenter.lines.line import Line

#: A letter that is no word of English by itself, and signs between letters.
_LOST_LETTER = expression(r" ([b-df-hj-oq-rt-z]) (?!\))(?<![(’'.\d]...)")
_SIGNS = "~!$|\\¥€<>{}"
_LOST_SIGN = expression(rf"([{re.escape(_SIGNS)}])(?<=[a-z].)[a-z]")
#: So many of them, and so many in a thousand words, make a bad scan.
_MIN_LOST, _PART_LOST = 5, 0.002
#: So much of a text is looked at.
_SAMPLE = 300_000
_SPACED = expression(r"(?:\w ){3,}")
#: The number of a line at its end, and how the next that bears one is counted; so many tell.
_LAST_NUMBER = expression(r"(?<=\S)\s+(\d{1,3})$")
_SHORT_NUMBER, _STEP, _MIN_NUMBERED = 8, 5, 3
#: A section whose first line a note ends, behind or before its words; so many tell.
_NOTE_LEFT_OVER = expression(
    r"(?:\d{1,4}[A-Z]?\.?\s.*[\w,]\s{3,}[A-Z](?: ?[^\s\d]){2,29}"
    r"|[A-Z](?: ?[^\s\d]){2,39}\s{3,}\d{1,4}[A-Z]?\.\s.*\w)"
)
_MIN_UNREAD, _LONGEST_ROW = 3, 200
#: A line of so many words goes on with a sentence.
_MIN_WORDS = 10
#: So many lines so short are none of a provision.
_MIN_LINES, _SHORT = 2, 70
#: No heading that ends with a full stop is so long.
_LONG = 100
_MIN_CLAUSES, _MIN_ENDING = 4, 0.8
#: So few of so many sections of a law say what shall be, or what is meant.
_MIN_SECTIONS, _FEW_BINDING, _FEW_IN_A_LETTER = 5, 0.15, 0.6
#: What has more sections is a law, whatever they say.
_MANY_SECTIONS = 50
#: So few of a list's rows end as sentences do.
_FEW_SENTENCES = 0.3
_FIRST_LINES = 30


def badly_scanned(text: str) -> list[int]:
    """The places where words are broken or misread; none where they are too few to tell."""
    patterns = [_LOST_LETTER, _LOST_SIGN] if holds_one(text, _SIGNS) else [_LOST_LETTER]
    found = [match.start(1) for pattern in patterns for match in pattern.finditer(text, 0, _SAMPLE)]
    words = text.count(" ", 0, _SAMPLE)
    if len(found) < max(_MIN_LOST, _PART_LOST * words):
        return []
    return sorted(found)


def letter_spaced(lines: Sequence[Line], words: StructureWords) -> Iterator[Line]:
    """The lines in which sections or parts are headed letter by letter: ``S E C T I O N 5``."""
    for line in lines:
        text = line.text
        if (
            text[1:2] == text[3:4] == " "
            and _SPACED.match(text)
            and _heads(words).match(text.replace(" ", "").casefold())
        ):
            yield line


@cache
def _heads(words: StructureWords) -> re.Pattern[str]:
    """Sections, parts and schedules with their numbers, in lower case without blanks."""
    known = {*words.units, *words.containers, *words.attachments}
    together = "|".join(re.escape(one.casefold()) for one in known)
    return expression(rf"(?:{together})(?:\d|[ivx]+\b)")


def numbered_lines(lines: Sequence[Line], words: StructureWords) -> list[Line]:
    """The lines at whose ends the lines of a page are counted, each fifth; no head has such."""
    found: list[Line] = []
    run: list[Line] = []
    last = 0
    for line in lines:
        if not line.text[-1].isdecimal() or line.furniture:
            continue
        match = _LAST_NUMBER.search(line.text, len(line.text) - _SHORT_NUMBER)
        number = int(match[1]) if match else 0
        if not number or number % _STEP or _is_head(line, words):
            continue
        if number != last + _STEP:
            run = []
        last = number
        run.append(line)
        if len(run) >= _MIN_NUMBERED:
            found += run if len(run) == _MIN_NUMBERED else run[-1:]
    return found


def _is_head(line: Line, words: StructureWords) -> bool:
    """Whether a line is the head of a section or part and no more: ``Article 5``."""
    together = line.text.replace(" ", "").casefold()
    return bool(_heads(words).fullmatch(together.rstrip("0123456789") + "0"))


def unread_margins(lines: Sequence[Line]) -> list[Line]:
    """Sections in whose first line a note of the margin is left; none where they are too few.

    The line breaks off before the note, and the next goes on.
    """
    found = [
        line
        for line, below in itertools.pairwise(lines)
        if "   " in line.text
        and len(line.text) < _LONGEST_ROW
        and not (line.margin or line.furniture or line.heading)
        and below.text[0].islower()
        and _NOTE_LEFT_OVER.fullmatch(line.text)
    ]
    return found if len(found) >= _MIN_UNREAD else []


def broken_off(lines: Sequence[Line], clauses: Sequence[Clause]) -> Line | None:
    """The last line, where the law ends in the middle of a sentence."""
    if len(clauses) < _MIN_CLAUSES or not lines:
        return None
    last, clause = lines[-1], clauses[-1]
    if last.furniture or last.heading or last.quoted or clause.end < last.end:
        return None
    word = re.search(r"(?:^|\s)([a-z]+)[,-]?$", last.text)
    if not word or not (last.soft or len(last.text.split()) >= _MIN_WORDS):
        return None
    ending = sum(one.text[-1:] in tuple('.;:,)]”"’—–-') for one in clauses[:-1])
    return last if ending >= _MIN_ENDING * (len(clauses) - 1) else None


def sentences_as_headings(lines: Sequence[Line], words: StructureWords) -> list[Line]:
    """The headings that read as sentences; none where they are too few to tell."""
    found = [
        line
        for line in lines
        if line.heading and len(line.text) >= _LONG and line.text[-1] in ".;:"
        and words.finite.search(line.text)
    ]  # fmt: skip
    return found if len(found) >= _MIN_LINES else []


def behind_the_end(lines: Sequence[Line], clauses: Sequence[Clause]) -> list[Line]:
    """The short lines behind the last full stop of the last clause: names, dates, links."""
    if not clauses:
        return []
    found: list[Line] = []
    for line in reversed(lines):
        short = len(line.text) <= _SHORT and line.text[-1] not in '.;:,—–-”"’)'
        if line.end <= clauses[-1].start or line.heading or line.quoted:
            return []
        if short and not line.soft and not line.furniture and line.start < clauses[-1].end:
            found.append(line)
        elif line.furniture and line.start >= clauses[-1].end:
            continue
        else:
            return found[::-1] if len(found) >= _MIN_LINES and line.text[-1] == "." else []
    return []


def reads_as_no_law(
    text: str, lines: Sequence[Line], units: Sequence[Provision], words: StructureWords
) -> str:
    """What a text seems to be instead of a law: ``letter``, ``statement``, ``list``, or empty."""
    if len(units) > _MANY_SECTIONS:
        return ""
    first = [line.text for line in lines[:_FIRST_LINES]]
    binding = sum(bool(words.no_law.binds.search(text, unit.start, unit.end)) for unit in units)
    if any(map(words.no_law.letter.match, first)) and any(
        words.no_law.closes_a_letter.match(line.text) for line in lines[len(lines) // 2 :]
    ):
        return "letter" if binding <= _FEW_IN_A_LETTER * len(units) else ""
    if any(map(words.no_law.statement.fullmatch, first)):
        return "statement" if binding <= _FEW_IN_A_LETTER * len(units) else ""
    if len(units) < _MIN_SECTIONS or binding > _FEW_BINDING * len(units):
        return ""
    # Laws that say "A guard wears a hat" say so in sentences.
    sentences = sum(text[unit.start : unit.end].rstrip()[-1:] in (".", ";") for unit in units)
    return "list" if sentences <= _FEW_SENTENCES * len(units) else ""


def only_contents(lines: Sequence[Line], words: StructureWords) -> Line | None:
    """The title over a table of contents, if nothing but the table stands below it."""
    for i, line in enumerate(lines):
        if is_contents_title(line, words):
            below = lines[i + 1 :]
            return line if below and all(other.furniture for other in below) else None
    return None
