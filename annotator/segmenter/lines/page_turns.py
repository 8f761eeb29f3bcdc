"""Where a page ends in the middle of a sentence: its footnotes, its foot, the next page's head.

What is above does not end and what is below goes on, so that what stands between is no law's,
though it comes but once. What stands between a drawn rule and the end of the page are footnotes,
whatever their words. Neither is believed without a sign: a head bears the law's own name, or what
a gazette prints over its pages, or a law's number beside that of the page.
"""

from __future__ import annotations

from collections.abc import Callable

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.line import Line

#: A line that is drawn between parts of a page, and of what.
RULE = expression(r"(?:[-_=—–~═─━] ?){5,}")
RULE_SIGNS = frozenset("-_=—–~═─━")
_PAGE = expression(r"[-–—\[]?\s?(?:\d{1,4}|[ivxl]{1,6})\s?[-–—\]]?")
#: The number of a page in a head of three pieces: "A 112".
_NUMBER = expression(r"(?:[A-Z]{1,2} ?)?\d{1,4}")
#: What stands between the pieces of a head; or, where blanks were lost, between it and the page's
#: number.
_WIDE = expression(r"\s{3,}|\t")
_NUMBERED = expression(r"^\d{1,4} | \d{1,4}$")
_SMALL_LETTERS = expression(r"[a-z]{2}")
_DIGIT = expression(r"\d")
#: Words that no title has, but in the middle: a head's are written with capitals.
_PROSE = expression(r"(?:^|\s)[a-z][a-z]{3,}")
#: What begins so goes on with a sentence: "until", "3.1 of the".
_GOES_ON = expression(r"(?:\d{1,4}[A-Z]?(?:\.\d{1,3})*,? )?[^\W\d_A-Z]")
_NUMBERS = frozenset("0123456789(")
#: A footnote's first line; its mark has a stop where notes are counted as lists are.
_NOTE = expression(
    r"(?:(?P<number>\d{1,3})(?=[.)/\s])|(?P<mark>\[\d{1,3}\]|[*†‡]{1,3}|[¹²³⁴-⁹]{1,3})|\(\d{1,2}\))"
    r"(?P<stop>[.)/]?)\s{0,9}(?=[^\W\d_]|[“\"(])"
)
#: What calls a footnote, behind a word.
_CALL = expression(
    r"[^\W\d_][.,;:”\"’)]{0,2}(?:(\d{1,3})(?![\d(/.])|\s?(\[\d{1,3}\]|[¹²³⁴-⁹]{1,3}|[*†‡]{1,3}))"
)
#: So many lines have the edges of two pages, and the footnotes of one; a head is no longer.
_EDGE, _FOOT, _MAX_HEAD = 6, 25, 160
#: So far above its footnote stands what calls it.
_PAGE_LINES = 80


def mark_page_turns(
    lines: list[Line], words: StructureWords, is_name: Callable[[str], bool]
) -> None:
    """Set ``furniture`` on the heads and feet of pages that part a sentence, and on footnotes.

    Args:
        lines: those of a law, with the heads and feet that are known.
        words: those of its language.
        is_name: whether a line has no other words than a name of the law.
    """
    for i, line in enumerate(lines):
        text = line.text
        if line.furniture:
            head = not text.isdecimal()  # or the number of a bill's line
        elif text[0] in RULE_SIGNS:
            head = False
            if RULE.fullmatch(text):
                _mark_footnotes(lines, i, words, is_name)
        else:
            head = _may_be_head(text) and _is_sure(lines, i, words, is_name)
        if head:
            first, last = _edge(lines, i, -1, words, is_name), _edge(lines, i, 1, words, is_name)
            last = _with_name(lines, last, words, is_name)
            if last - first < _EDGE + 2:
                _mark_parting(lines, first, last, words)


def _may_be_head(text: str) -> bool:
    """Whether a line is set as heads are: in pieces that are titles, or the number of a page."""
    return (
        ("   " in text or text[0].isdigit() or text[-1].isdigit() or "\t" in text)
        and len(text) <= _MAX_HEAD
        and text[-1] not in ".;:,"
        and bool(_DIGIT.search(text))
        and not _PROSE.search(text)
    )


def _is_sure(
    lines: list[Line], i: int, words: StructureWords, is_name: Callable[[str], bool]
) -> bool:
    """Whether a line bears what only heads do, or a law's number on a page whose number is near."""
    text = lines[i].text
    pieces = _WIDE.split(text)
    if len(pieces) == 1:
        pieces = _NUMBERED.split(text)
    if any(words.pages.over_a_page.fullmatch(piece) for piece in pieces):
        return True
    if len(pieces) > 1 and "   " in text and is_name(text):
        return True
    three = len(pieces) > 2 and any(_NUMBER.fullmatch(piece) for piece in pieces)
    if not (three or _stands_apart(lines, i)):
        return False  # "Roads Act       No. 6 of 1990": the end of a sentence, and its margin
    beside = lines[max(0, i - 2) : i] + lines[i + 1 : i + 3]
    paged = three or lines[i].page_break or any(_PAGE.fullmatch(line.text) for line in beside)
    headings = words.headings
    return paged and any(
        headings.law_number.fullmatch(piece) or headings.names_a_law.search(piece)
        for piece in pieces
    )


def _stands_apart(lines: list[Line], i: int) -> bool:
    """Whether blank lines, the number of a page or its end part a line from those around it."""
    line, above, below = lines[i], lines[i - 1], lines[i + 1 : i + 2]
    return (
        line.gap or line.page_break or above.furniture or bool(_PAGE.fullmatch(above.text))
    ) and all(one.gap or one.furniture or _PAGE.fullmatch(one.text) for one in below)


def _edge(
    lines: list[Line], i: int, step: int, words: StructureWords, is_name: Callable[[str], bool]
) -> int:
    """The last line, upwards or downwards, that belongs to the edges of two pages as ``i`` does."""
    for _ in range(_EDGE):
        j = i + step
        if not 0 <= j < len(lines):
            return i
        text = lines[j].text
        edge = (
            lines[j].furniture
            or _PAGE.fullmatch(text)
            or words.page.fullmatch(text)
            or (
                _may_be_head(text)
                and (
                    ("   " in text and not _SMALL_LETTERS.search(text))
                    or _is_sure(lines, j, words, is_name)
                )
            )
        )
        if not edge:
            return i
        i = j
    return i


def _with_name(
    lines: list[Line], last: int, words: StructureWords, is_name: Callable[[str], bool]
) -> int:
    """``last``, or the line below it where that has nothing but the law's name."""
    below = last + 1
    if below + 1 < len(lines) and len(lines[below].text) <= _MAX_HEAD:
        text = lines[below].text
        if text[-1].isalnum() and is_name(text) and not words.finite.search(text):
            return below
    return last


def _mark_parting(lines: list[Line], first: int, last: int, words: StructureWords) -> bool:
    """Mark the lines from ``first`` to ``last``, if they part a sentence, and let it go on."""
    if not _parts(lines, first, last, words):
        return False
    _set_aside(lines, first, last)
    lines[last + 1].gap, lines[last + 1].soft = False, True
    return True


def _parts(lines: list[Line], first: int, last: int, words: StructureWords) -> bool:
    """Whether the lines from ``first`` to ``last`` stand in the middle of a sentence."""
    if first == 0 or last + 1 >= len(lines):
        return False
    above, below = lines[first - 1].text, lines[last + 1].text
    if not (above[-1].isalnum() or above[-1] in ",-’'"):
        return False
    tail = above[-20:]
    return (
        bool(_GOES_ON.match(below))
        or bool(words.headings.unfinished.search(tail))
        or (below[0] in _NUMBERS and bool(words.before_a_reference.search(tail)))
    )


def _mark_footnotes(
    lines: list[Line], rule: int, words: StructureWords, is_name: Callable[[str], bool]
) -> None:
    """Mark what stands between a rule and the end of its page, if it begins as a footnote does.

    The text calls it, or the page ends in the middle of a sentence.
    """
    note = _NOTE.match(lines[rule + 1].text) if rule + 1 < len(lines) else None
    if note is None or lines[rule + 1].page_break:
        return
    end = _end_of_page(lines, rule + 1, words)
    if end is None:
        return
    last = end - 1
    if end < len(lines):
        last = _with_name(lines, _edge(lines, end - 1, 1, words, is_name), words, is_name)
    if _mark_parting(lines, rule, last, words) or note["stop"]:
        return
    if _is_called(lines, rule, note["number"] or note["mark"]):
        _set_aside(lines, rule, end - 1)


def _end_of_page(lines: list[Line], i: int, words: StructureWords) -> int | None:
    """The line below a note in line ``i`` where its page ends; None where law stands before it.

    Behind a blank line only the next note may stand. Pieces far apart are those of a table.
    """
    number = 0
    for j in range(i, min(i + _FOOT, len(lines))):
        line = lines[j]
        if j > i and (line.furniture or line.page_break or words.page.fullmatch(line.text)):
            return j
        if _PAGE.fullmatch(line.text):
            return j
        note = _NOTE.match(line.text)
        counted = int(note["number"] or 0) if note else 0
        follows = note is not None and (j == i or counted == number + 1)
        if "   " in line.text[note.end() if note and follows else 0 :]:
            return j if _may_be_head(line.text) and not follows else None
        if line.gap and j > i and not (follows or (note and note["mark"])):
            return None
        number = counted or number
    return len(lines) if len(lines) - i < _FOOT else None


def _is_called(lines: list[Line], rule: int, mark: str | None) -> bool:
    """Whether the mark of a footnote stands behind a word of its page."""
    return mark is not None and any(
        mark in (call[1], call[2])
        for line in lines[max(0, rule - _PAGE_LINES) : rule]
        if mark in line.text
        for call in _CALL.finditer(line.text)
    )


def _set_aside(lines: list[Line], first: int, last: int) -> None:
    for line in lines[first : last + 1]:
        line.furniture = True
