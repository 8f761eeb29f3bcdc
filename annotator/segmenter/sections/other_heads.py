"""Laws whose provisions are headed neither by "Article 1" nor by "1.".

Decisions, circulars and old decrees number them ``(1)``, ``1)``, ``1 -``, ``I.``, ``First.-``,
``No. 1``, ``Item 1``. In other laws all of these number lists. So they are taken only where no
article stands in the law, and where no plain number stands above the first of them; and numbers
below them are their lists if these begin anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import is_of_a_code, unit_key
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import (
    ROMAN,
    Candidate,
    Unit,
    written_labels,
    written_numbers,
)
from annotator.segmenter.sections.chain import best_style

#: What such a provision is called: no law says "section 1" of its own "(1)".
_CALLED = "paragraph"
#: Fewer without a word before them are no series; nor with one.
_MIN_BARE, _MIN_NAMED = 3, 2
#: The end of words that introduce a list.
_INTRODUCES = ":;,—–"
#: What speaks for each as much as for an article.
_SCORE = 2.5


def other_heads(
    lines: list[Line],
    keyworded: Sequence[Candidate],
    bare: list[Candidate],
    words: StructureWords,
) -> list[Candidate]:
    """What opens the provisions of a law that has neither articles nor plain numbers; else nothing.

    Args:
        lines: the law's lines.
        keyworded: what could open an article or a section.
        bare: what could open a provision with a plain number.
        words: those of the law's language.
    """
    if len(keyworded) > 1 or any(is_of_a_code(candidate.unit.number) for candidate in bare):
        return []
    plain = [u for u in best_style([], bare) if not lines[u.line].furniture]
    stop = min([len(lines), *(u.line for u in plain[:1]), *(c.unit.line for c in keyworded)])
    for pattern, named, lettered in _patterns(words):
        if lettered and plain:
            continue
        first = next((u for u in _matches(lines, 0, stop, pattern, words) if _opens(u)), None)
        if first is None:
            continue
        found = list(_matches(lines, first.line, len(lines), pattern, words))
        series = _series(found)
        if len(series) < (_MIN_NAMED if named or not plain else _MIN_BARE):
            continue
        if not _holds(series, plain, bare):
            continue
        saying = _saying(lines, series, words)
        if not named and 3 * saying < (2 * len(series) if plain else 1):
            continue
        return [Candidate(unit, _SCORE) for unit in found]
    return []


def heads_in_schedule(
    lines: list[Line], first: int, last: int, words: StructureWords
) -> list[Unit]:
    """What opens the paragraphs of a schedule without plain numbers: ``1 -``, ``1)``, ``(1)``.

    The schedule begins in line ``first`` and ends before line ``last``. Numbers below words that
    introduce them are the list of those words.
    """
    series = [
        found
        for pattern, named, lettered in _patterns(words)
        if not (named or lettered)
        and len(found := _series(list(_matches(lines, first + 1, last, pattern, words)))) > 1
        and all(lines[unit.line].text.lstrip("([")[0].isdigit() for unit in found)
    ]
    found = min(series, key=lambda units: units[0].line, default=[])
    above = [line for line in lines[first : found[0].line] if not line.furniture] if found else []
    return [] if above and above[-1].text[-1] in _INTRODUCES else found


def _opens(unit: Unit) -> bool:
    return unit.key == (1, ())


@cache
def _patterns(words: StructureWords) -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """How such provisions are headed: with a word before the number or not, by a letter or not."""
    called = "|".join(map(re.escape, words.other_units))
    unit = "|".join(map(re.escape, words.units))
    written = "|".join(form for word in written_labels(words) for form in (word, word.capitalize()))
    spoken = written_numbers(words, str.capitalize, str.title)
    digits = r"(?P<number>\d{1,3}[a-zA-Z]?)"
    dash = r"\s?[—–-]{1,2}"
    behind = r"(?=[A-Z“\"‘(\[*]|$)"
    heads = (
        rf"\(?(?P<word>{called})\s?(?P<number>\d{{1,3}}[a-zA-Z]?|{ROMAN}\b)"
        rf"\)?(?:\s?\.?{dash}|\s?[.:])?(?:\s+|$){behind}",
        rf"\((?P<word>{unit})\s(?P<number>\d{{1,3}}|{ROMAN}\b|{spoken})\)"
        rf"(?:\s?[.:]|{dash})?(?:\s+|$){behind}",
        rf"[(\[]\s?{digits}\s?[)\]]\s*{behind}",
        rf"{digits}[)/]\s*{behind}",
        rf"{digits}(?:(?:[º°]|st|nd|rd|th)\.?(?:{dash})?|{dash})\s+{behind}",
        rf"(?P<number>{written})(?:ly\b)?(?:\s?[.:]{dash}|\s?[.:]|{dash}|,)?(?:\s+|$){behind}",
        rf"(?P<number>{ROMAN})\b(?:\s?[.):]|{dash})*(?:\s+|$){behind}",
        rf"(?P<number>(?P<letter>[A-Z]))(?:[.)]|{dash})\s+{behind}",
    )
    return tuple((expression(head), "<word>" in head, "<letter>" in head) for head in heads)


def _matches(
    lines: list[Line], first: int, stop: int, pattern: re.Pattern[str], words: StructureWords
) -> Iterator[Unit]:
    """The lines that a pattern heads, as provisions."""
    for i in range(first, stop):
        line = lines[i]
        if line.furniture or line.quoted or line.soft:
            continue
        match = pattern.match(line.text)
        if match is None:
            continue
        found, number = match.groupdict(), match["number"]
        value = words.ordinals.get(number.upper())
        number = number if value is None else str(value)
        key = (ord(number) - ord("A") + 1, ()) if found.get("letter") else unit_key(number)
        if key[0]:
            word = found.get("word") or ""
            called = words.other_units.get(word) or words.units.get(word) or _CALLED
            yield Unit(i, number, key, called, True, match.end(), key)


def _series(found: Sequence[Unit]) -> list[Unit]:
    """The first of them and those that count on from it."""
    series: list[Unit] = []
    for unit in found:
        if unit.key[0] == (series[-1].key[0] if series else 0) + 1:
            series.append(unit)
    return series


def _holds(series: Sequence[Unit], plain: Sequence[Unit], bare: Sequence[Candidate]) -> bool:
    """Whether the plain numbers are lists in provisions, and not sections under headings."""
    if not plain:
        return True
    starts = [unit.line for unit in series]
    within = [bisect_right(starts, unit.line) for unit in plain]
    goes_on = any(
        a != b and later.key[0] == earlier.key[0] + 1
        for a, b, earlier, later in zip(within, within[1:], plain, plain[1:], strict=False)
    )
    anew = {bisect_right(starts, c.unit.line) for c in bare if c.unit.key[0] == 1}
    return not goes_on and (len(anew) > 1 or len(plain) < len(series))


def _saying(lines: list[Line], series: Sequence[Unit], words: StructureWords) -> int:
    """How many of them are provisions with words of their own, not entries of a table."""
    ends = [*(unit.line for unit in series[1:]), len(lines)]
    return sum(
        any(not looks_like_heading(text, words) for text in _words_of(lines, unit, end))
        for unit, end in zip(series, ends, strict=True)
    )


def _words_of(lines: list[Line], unit: Unit, end: int) -> Iterator[str]:
    if rest := lines[unit.line].text[unit.rest :]:
        yield rest
    for line in lines[unit.line + 1 : min(end, unit.line + 4)]:
        yield line.text
