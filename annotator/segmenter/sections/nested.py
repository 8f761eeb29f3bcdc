"""Lists whose items are numbered as sections are: ``2. (1) The list shows: 1. the name``.

The second item of such a list bears the number of a section, and the last may bear that of the next
one. A list is known by the words above its first item, which lead it in; where it ends, by the
number of the section that goes on below it.
"""

from __future__ import annotations

from collections.abc import Container as Holding
from collections.abc import Sequence

from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Candidate

_LEADS_IN = ":—–"
#: One item is no list.
_FEWEST = 2


def without_items(
    lines: Sequence[Line], bare: list[Candidate], parts: Holding[int]
) -> list[Candidate]:
    """What could open a section without the items of a list that a section's words lead in.

    Args:
        lines: the law's lines.
        bare: what opens with a plain number, in the order of the text.
        parts: the lines in which parts and schedules begin.
    """
    items: set[int] = set()
    for j, candidate in enumerate(bare):
        if j and candidate.unit.key == (1, ()) and j not in items:
            section = bare[j - 1].unit
            if _is_led_in(lines, section.line, candidate.unit.line, parts):
                items.update(_items(bare, j, section.until[0]))
    return [candidate for j, candidate in enumerate(bare) if j not in items]


def _is_led_in(lines: Sequence[Line], section: int, first: int, parts: Holding[int]) -> bool:
    """Whether the words of a section, or of a subsection, lead in what begins in line ``first``."""
    above = first - 1
    while above > section and lines[above].furniture:
        above -= 1
    if lines[above].text[-1] not in _LEADS_IN:
        return False
    while above > section and lines[above].soft:
        above -= 1
    opens = above == section or lines[above].text[0] == "("
    return opens and not any(i in parts for i in range(section, first))


def _items(bare: Sequence[Candidate], first: int, section: int) -> range:
    """The places of the items, from the first on, of a list in the section of a number.

    Where no section with the next number stands below, an item with that number may be it.
    """
    stop = first + 1
    while stop < len(bare) and bare[stop].unit.key == (bare[stop - 1].unit.key[0] + 1, ()):
        stop += 1
    if stop - first < _FEWEST:
        return range(0)
    following = section + 1
    if not any(candidate.unit.key[0] == following for candidate in bare[stop:]):
        stop = min(stop, first + section)
    return range(first, stop)
