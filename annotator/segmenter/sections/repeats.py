"""Sections whose number is printed again before each of their subsections.

``5(1)``, ``5(2)``, ``5(3)(a)``, ``5(3)(b)`` open one section; ``7. Permits`` above ``7.(1)`` is its
heading, and so is ``5. VISAS`` above ``5.1`` and ``5.2``, or ``Article 5. Visas`` above them.
"""

from __future__ import annotations

import itertools

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import readings
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Unit

_LABELS = expression(r"(?:\s?\(\w{1,5}\))+")
_ONE = expression(r"\s?\((\w{1,5})\)")
_DECIMAL = expression(r"((?:\.\d{1,3}){1,4}(?:[-–]\d{1,2})?)(?:[.)]?\s+(?=\S)|\.(?=[^\d\s]))")
_DASHES = " -–—"
#: One of the numbers in a decimal, and that of what was inserted behind it: 3, and 1 in "3-1".
_Place = tuple[int, int]
_FIRST: _Place = (1, 0)
#: Paragraphs of an article that are counted by themselves: "1.1." was inserted behind "1.".
_PARAGRAPH = expression(r"\(?1[.)](?!\d)")


def join_repeats(lines: list[Line], units: list[Unit], words: StructureWords) -> list[Unit]:
    """The units, each once; how much of a line repeats its section's number is noted on it."""
    kept: list[Unit] = []
    last: list[str] = []
    for unit in units:
        text = lines[unit.line].text
        labels = _labels(text, unit.rest)
        # Paragraph 1 of a schedule behind section 1 is another.
        same_unit = bool(kept) and (kept[-1].key, kept[-1].word) == (unit.key, unit.word)
        if same_unit and labels and _go_on(labels, last):
            same = _shared(labels, last)
            skipped = unit.rest
            for _ in range(same):
                found = _ONE.match(text, skipped)
                skipped = found.end() if found else skipped
            lines[unit.line].repeats = skipped
        elif same_unit and _is_title_above(lines, kept[-1], unit, words):
            lines[unit.line].repeats = unit.rest
        else:
            kept.append(unit)
        last = labels
    return kept


def _is_title_above(lines: list[Line], above: Unit, unit: Unit, words: StructureWords) -> bool:
    """Whether a section's title, with its number, stands above its words with the number again."""
    title = lines[above.line].text[above.rest :]
    return (
        unit.line == above.line + 1
        and unit.rest < len(lines[unit.line].text)
        and looks_like_heading(title, words)
        and not looks_like_heading(lines[unit.line].text[unit.rest :], words)
    )


def _labels(text: str, position: int) -> list[str]:
    """The labels that stand one behind another at a position."""
    found = _LABELS.match(text, position)
    return _ONE.findall(found[0]) if found else []


def _shared(labels: list[str], last: list[str]) -> int:
    pairs = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(labels, last, strict=False))
    return sum(1 for _ in pairs)


def _go_on(labels: list[str], last: list[str]) -> bool:
    """Whether labels go on with those of the line before: (1), (2); (3)(a), (3)(b); or open."""
    same = _shared(labels, last)
    if same == len(labels):
        return False
    own = readings(labels[same])
    if same == len(last):
        return any(reading.first for reading in own)
    before = readings(last[same])
    return any(a.system == b.system and a.key > b.key for a in own for b in before)


def with_decimals(lines: list[Line], units: list[Unit], words: StructureWords) -> list[Unit]:
    """The units, and among them those that are numbered as their decimals: ``Article 5``, ``5.1``.

    The laws of some countries cite them so, *Article 5.1*.
    """
    found: list[Unit] = []
    for unit, following in itertools.zip_longest(units, units[1:]):
        found.append(unit)
        if unit.named:
            stop = following.line if following else len(lines)
            found += _decimals(lines, unit, stop, words)
    return found


def _decimals(lines: list[Line], unit: Unit, stop: int, words: StructureWords) -> list[Unit]:
    """The decimals of a unit at the heads of its lines, in order; none where the first is not."""
    found: list[Unit] = []
    last: list[_Place] = []
    base = f"{_counted(unit)}."
    for i in range(unit.line + 1, stop):
        text = lines[i].text
        if not text.startswith(base) or lines[i].furniture or lines[i].quoted:
            continue
        match = _DECIMAL.match(text, len(base) - 1)
        places = [_place(place) for place in match[1][1:].split(".")] if match else []
        if match is None or not _are_next(places, last):
            continue
        if not found and _counts_by_itself(lines, unit, i):
            return []
        if len(places) > 1 and _announces_terms(lines[found[-1].line].text, words):
            continue  # 1.1.1 in 1.1 is a definition
        last = places
        number = f"{base[:-1]}{match[1]}"
        key = (
            unit.key[0],
            (
                *unit.key[1],
                *(f".{place}.{more}" if more else f".{place}" for place, more in places),
            ),
        )
        found.append(unit._replace(line=i, number=number, key=key, rest=match.end()))
    if len(found) == 1 and not _opens_words(lines, unit, found[0], words):
        return []
    return found


def _counted(unit: Unit) -> str:
    """A unit's number as its decimals have it: in Arabic numerals, ``2.1`` below Article II."""
    return str(unit.key[0]) if unit.number.isalpha() and not unit.key[1] else unit.number


def _counts_by_itself(lines: list[Line], unit: Unit, stop: int) -> bool:
    """Whether paragraphs without the unit's number stand in it above line ``stop``: "1.", "(1)"."""
    own = lines[unit.line]
    return _PARAGRAPH.match(own.text, unit.rest) is not None or any(
        line.text[0] in "(1" and _PARAGRAPH.match(line.text) for line in lines[unit.line + 1 : stop]
    )


def _opens_words(lines: list[Line], unit: Unit, only: Unit, words: StructureWords) -> bool:
    """Whether the only decimal of a unit opens its words: below its title, and with a capital."""
    above = _own_lines(lines, unit, only)
    if not lines[only.line].text[only.rest].isupper() or len(above) > 2:
        return False
    title = " ".join(line.text for line in above)[unit.rest :].strip().rstrip(_DASHES)
    return not title or looks_like_heading(title.rstrip("."), words)


def _place(printed: str) -> _Place:
    """A place, and what was inserted behind it: ``3-1`` is the first behind 3."""
    place, _, more = printed.replace("–", "-").partition("-")
    return int(place), int(more or 0)


def _announces_terms(text: str, words: StructureWords) -> bool:
    """Whether the words of a decimal say that definitions follow."""
    spoken = words.speaks_of_definitions.search(text) or words.definitions_lead_in.search(text)
    return spoken is not None


def _are_next(places: list[_Place], last: list[_Place]) -> bool:
    """Whether decimals may follow others: 3.2 behind 3.1 or 3.1.4, 3.1.1 behind 3.1 alone."""
    if not last:
        return len(places) == 1 and places[0] <= _FIRST
    if len(places) > len(last):
        return places[:-1] == last and places[-1] <= _FIRST
    return places[:-1] == last[: len(places) - 1] and places > last[: len(places)]


def titles_over_decimals(
    lines: list[Line], units: list[Unit], words: StructureWords
) -> tuple[list[Unit], dict[int, str]]:
    """Take out of the units those that are the heading of the next ones: ``5. VISAS``, ``5.1``.

    Returns:
        the others, and the heading of each that stands under one, by its line.
    """
    kept: list[Unit] = []
    titles: dict[int, str] = {}
    title = base = ""
    for unit, following in itertools.zip_longest(units, units[1:]):
        if title and unit.number.startswith(base):
            titles[unit.line] = title
            kept.append(unit)
            continue
        title = _title_of(lines, unit, following, words)
        base = f"{_counted(unit).removesuffix('.0')}."
        if title:
            for line in lines[unit.line : following.line]:
                line.heading = not line.furniture
        else:
            kept.append(unit)
    return kept, titles


def _title_of(lines: list[Line], unit: Unit, following: Unit | None, words: StructureWords) -> str:
    """The text of a unit that has nothing but a title above its first decimal; else nothing."""
    number = _counted(unit).removesuffix(".0")
    if following is None or following.number not in (f"{number}.0", f"{number}.1"):
        return ""
    above = _own_lines(lines, unit, following)
    alone = unit.rest >= len(above[0].text)  # the number: the title stands below it
    if len(above) > 2 + alone or any(not line.soft for line in above[1 + alone :]):
        return ""
    title = " ".join(line.text for line in above)[unit.rest :].strip().rstrip(_DASHES)
    return title.rstrip(".") if title and looks_like_heading(title, words) else ""


def _own_lines(lines: list[Line], unit: Unit, following: Unit) -> list[Line]:
    """The lines of a unit above the next one, without the marks of notes and other furniture."""
    between = lines[unit.line + 1 : following.line]
    return [lines[unit.line], *(line for line in between if not line.furniture)]
