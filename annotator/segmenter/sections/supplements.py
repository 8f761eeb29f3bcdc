"""Provisions behind the articles of a law that are numbered by themselves.

``Supplementary Provisions`` of Japan, ``Addenda`` of Korea and the closing sections of other laws
begin at 1 again; so they are cited by what stands over them, as the paragraphs of a schedule are.
``FIRST.-``, ``Provisional Article 1`` and ``First transitional provision`` tell themselves from the
articles, wherever they stand.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import Rare, StructureWords
from annotator.numbering import roman_value, unit_key
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.openers import (
    SUPPLEMENT,
    Candidate,
    Container,
    Unit,
    written_numbers,
)
from annotator.segmenter.lines.unit_heads import keyword

#: What each provision of such a series is called.
_PROVISION = "paragraph"
_BRACKETED = expression(r"\((?P<number>\d{1,2}(?:-\d{1,2})?)\)\s*(?=[A-Z“\"‘])")
_STOPPED = expression(r"(?P<number>\d{1,2}[a-z]?)\.\s+(?=[A-Z“\"‘])")
#: Between a heading and its first provision: by which law it was added, in brackets or by number.
_BY_LAW = expression(r"[<(\[](?!\d{1,2}\)).*[>)\]]\.?|\d{4}:\d{1,4}")
_CAPITALS = expression(r"\b[A-Z]{2,}\b")
_NOTE = expression(r"\s*[<(\[].*")
_FIRST = unit_key("1")
_MAX_HEADING, _MAX_BETWEEN = 200, 3


class Supplements(NamedTuple):
    """What was found: the series with their units, by line, and the units that need none."""

    containers: list[Container]
    units: dict[int, list[Unit]]
    single: list[Unit]


def find_supplements(
    lines: list[Line],
    keyworded: Sequence[Candidate],
    signed: Sequence[Candidate],
    containers: Sequence[Container],
    words: StructureWords,
) -> Supplements:
    """The series behind the articles, and the provisions among them that stand in no series.

    Args:
        lines: the law's lines.
        keyworded: what could open an article, in the order of the text.
        signed: what could open one of a series with the sign of a section, behind the articles.
        containers: its parts and schedules.
        words: those of the law's language.
    """
    parts = {c.line: c for c in containers}
    found = Supplements([], {}, [])
    _find_single(lines, parts, found, words)
    _find_signed(lines, signed, parts, found, words)
    if not any(candidate.unit.key[0] > 1 for candidate in keyworded):
        return found
    first = next(c.unit.line for c in keyworded if c.unit.key[0] > 1)
    opened = {c.unit.line: c.unit for c in keyworded}
    starts = sorted(opened)
    ends = [*sorted(parts), len(lines)]
    schedule = min((c.line for c in containers if c.element == "att"), default=len(lines))
    for i in range(first + 1, len(lines)):
        line = lines[i]
        if line.furniture or line.quoted or line.soft or not line.text[0].isupper():
            continue
        part = parts.get(i)
        if i in found.units or (part is None and not _is_headed(line.text, words)):
            continue
        above = keyword(lines[i - 1].text, words)
        if above and not (above["rest"] or above["word"] in words.over_articles):  # its own title
            continue
        begin = _first_words(lines, i, opened, words)
        if begin is None or (part is not None and i >= schedule):  # its parts are the schedule's
            continue
        end = ends[bisect_right(ends, i, hi=len(ends) - 1)]
        if part is None and begin in opened:
            if opened[begin].key == _FIRST:
                found.containers.append(opened_by(line, i))
            continue
        k = bisect_left(starts, i)
        if k < len(starts) and starts[k] < end:
            continue
        units = _series(lines, begin, end, words)
        if part is None:
            opens = bool(units or words.headings.supplement.match(line.text))
        elif any(_is_headed(lines[k].text, words) for k in range(i + 1, begin)):
            continue  # "Section VI" over "Final Provisions", by which they are cited
        else:
            opens = len(units) > 1 and _STOPPED.match(lines[begin].text) is not None
        if opens:
            _opened(found, lines, i, parts).extend(units)
    return found


def _is_headed(text: str, words: StructureWords) -> bool:
    if len(text) > _MAX_HEADING or text[-1] in ".;:,":
        return False
    return bool(words.headings.supplement.match(text) or words.headings.over_several.match(text))


def _first_words(
    lines: list[Line], i: int, opened: Collection[int], words: StructureWords
) -> int | None:
    """The line in which the words below a heading begin, behind its title and notes."""
    for k in range(i + 1, min(i + 1 + _MAX_BETWEEN, len(lines))):
        text = lines[k].text
        if lines[k].furniture or _BY_LAW.fullmatch(text):
            continue
        if (
            k in opened
            or _STOPPED.match(text)
            or not looks_like_heading(text, words)
            or text[-1] == "."
        ):
            return k
    return None


def opened_by(line: Line, i: int) -> Container:
    """A series of its own that a heading opens, in line ``i``, and by which it is cited."""
    name = _NOTE.sub("", line.text) or line.text
    if name.partition(" ")[0].isupper():
        name = _CAPITALS.sub(lambda word: word[0].capitalize(), name)
    return Container(i, SUPPLEMENT, name, "", "att", len(line.text))


def _series(lines: list[Line], begin: int, end: int, words: StructureWords) -> list[Unit]:
    """The provisions from line ``begin`` that are numbered alike, from the first."""
    for pattern in (_BRACKETED, _STOPPED):
        units: list[Unit] = []
        for i in range(begin, end):
            line = lines[i]
            if line.furniture or line.quoted or line.soft:
                continue
            match = pattern.match(line.text)
            if not match:
                continue
            key = unit_key(match["number"])
            if (key[0] - (units[-1].key[0] if units else 0), bool(key[1])) == (1, False) or (
                units and key[0] == units[-1].key[0] and key[1]
            ):
                units.append(Unit(i, match["number"], key, _PROVISION, False, match.end(), key))
        if units and units[0].line == begin:
            return units
    return []


class _Heads(NamedTuple):
    ordinal: re.Pattern[str]
    article: re.Pattern[str]
    provision: Rare
    initials: frozenset[str]


@cache
def _heads(words: StructureWords) -> _Heads:
    kinds = "|".join(words.supplementary)
    written = written_numbers(words, str.capitalize)
    first = "|".join(words.only)
    small = f"{written}|{first.title()}"
    articles = "|".join(printed for printed, word in words.units.items() if word == "Article")
    return _Heads(
        ordinal=expression(
            rf"(?:(?P<ordinal>{written_numbers(words)}|{first.upper()})"
            r"(?:\s?[.:]\s?[—–-]{0,2}|\s?[—–-])|"
            rf"(?P<small>{small})\s?\.\s?[—–-]{{1,2}}|(?P<plain>{small})\s?\.)"
            r"\s+(?=[A-Z“\"(])"
        ),
        article=expression(
            rf"(?i:(?P<kind>{kinds}))\s(?:(?:{articles})\s+(?P<number>\d{{1,3}})"
            r"(?:\s?\.?\s?[—–-]{1,2}|[.:])?|(?P<alone>\d{1,2}|[IVX]{1,5})"
            r"(?:\s?\.?\s?[—–-]{1,2}|[.:]))(?:\s+|$)(?=[A-Z(“\"]|$)"
        ),
        provision=Rare(
            expression(
                rf"(?i:(?:(?P<before>{written}|{first})\s+)?(?P<kind>{kinds})\s+{words.provision}"
                rf"(?:\s+(?P<behind>{written}|\d{{1,2}}|[IVX]+))?)\s?[.:]\s?[—–-]?(?:\s+|$)"
                r"(?=[A-Z(“\"]|$)"
            ),
            signs=(words.provision,),
        ),
        initials=frozenset(
            word[0].upper() for word in (*words.supplementary, *words.ordinals, *words.only)
        ),
    )


def _find_single(
    lines: list[Line], parts: Mapping[int, Container], found: Supplements, words: StructureWords
) -> None:
    """Add the provisions that bear a name of their own, or numbers in words below a heading."""
    heads = _heads(words)
    series: list[Unit] = []
    for i, line in enumerate(lines):
        text = line.text
        if text[0] not in heads.initials or line.furniture or line.quoted or line.soft:
            continue
        if match := heads.article.match(text):
            value = _value(match["number"] or match["alone"], words)
            number = f"{match['kind'].capitalize()} {value}"
            key = unit_key(str(value))
            found.single.append(Unit(i, number, key, "Article", True, match.end(), key))
        elif (match := heads.provision.match(text)) and (match["before"] or match["behind"]):
            value = _value(match["before"] or match["behind"], words)
            number = f"{match['kind'].capitalize()} {words.provision} {value}"
            key = unit_key(str(value))
            found.single.append(Unit(i, number, key, _PROVISION, True, match.end(), key))
        elif (match := heads.ordinal.match(text)) and i:
            value = _value(match["ordinal"] or match["small"] or match["plain"], words)
            key = unit_key(str(value))
            unit = Unit(i, str(value), key, _PROVISION, True, match.end(), key)
            # A word and a full stop alone may be a sentence's: there the heading must tell.
            told = not match["plain"] or _is_headed(lines[i - 1].text, words)
            if value == 1 and told and _heads_a_series(lines, i, words):
                series = _opened(found, lines, i - 1, parts)
                series.append(unit)
            elif series and value == series[-1].key[0] + 1:
                series.append(unit)


def _opened(
    found: Supplements, lines: list[Line], i: int, parts: Mapping[int, Container]
) -> list[Unit]:
    """The provisions of a new series, which the heading in line ``i`` opens."""
    part = parts.get(i)
    found.containers.append(
        part._replace(word=SUPPLEMENT, element="att") if part else opened_by(lines[i], i)
    )
    return found.units.setdefault(i, [])


def _find_signed(
    lines: list[Line],
    signed: Sequence[Candidate],
    parts: Mapping[int, Container],
    found: Supplements,
    words: StructureWords,
) -> None:
    """Add the series with the sign of a section, each below its heading: "§ 1"."""
    series: list[Unit] | None = None
    for candidate in signed:
        unit = candidate.unit
        for i in range(unit.line - 1, max(0, unit.line - 1 - _MAX_BETWEEN), -1):
            if _is_headed(lines[i].text, words):
                series = _opened(found, lines, i, parts)
            elif lines[i].furniture or looks_like_heading(lines[i].text, words):
                continue
            break
        if series is not None:
            series.append(unit._replace(word=_PROVISION))


def _heads_a_series(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether a heading stands above a line in whose law other provisions stand above that."""
    above = lines[i - 1].text
    return i > 2 and above[-1] not in ".;:," and looks_like_heading(above, words)


def _value(written: str, words: StructureWords) -> int:
    if written.isdecimal():
        return int(written)
    if (numeral := roman_value(written.lower())) is not None:
        return numeral
    return words.ordinals.get(written.upper(), 1)
