"""Sections whose numbers were lost, as a page's lists lose theirs where their words are copied.

What is left of such a section is its title with its words behind it. Its number is known where as
many of them stand between two sections as numbers are missing there, or before the first; those
behind the last are counted on, if others were found so.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.lang.structure_words import StructureWords
from annotator.numbering import unit_key
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Unit
from annotator.segmenter.lines.run_in_titles import opens_with_a_title

#: No law tried has lost more numbers in a row.
_MOST_LOST = 12
#: A paragraph that is shorter is no section with its title.
_SHORTEST = 50


def with_lost_numbers(
    lines: list[Line], units: list[Unit], first: int, last: int, words: StructureWords
) -> list[Unit]:
    """The units from line ``first`` to before ``last``, and those that have lost their number."""
    if not units:
        return units
    found: list[Unit] = []
    start, number = first, 1
    for unit in units:
        missing = unit.key[0] - number
        if 0 < missing <= _MOST_LOST:
            between = _titled(lines, start, unit.line, words)
            if len(between) == missing:
                found += _counted(between, unit, number)
        found.append(unit)
        start, number = unit.line + 1, unit.until[0] + 1
    if len(found) > len(units):
        found += _counted(_titled(lines, start, last, words), units[-1], number)
    return found


def _titled(lines: list[Line], first: int, last: int, words: StructureWords) -> list[int]:
    """The lines that begin a paragraph with a title, and go on with its section's words."""
    return [
        i
        for i in range(first, last)
        if (lines[i].gap or i == 0)
        and len(lines[i].text) >= _SHORTEST
        and not (lines[i].furniture or lines[i].quoted)
        and opens_with_a_title(lines[i].text, words)
    ]


def _counted(opening: Sequence[int], like: Unit, begin: int) -> list[Unit]:
    """Units that open in these lines, of the kind of another, counted from a number on."""
    return [
        like._replace(line=i, number=str(n), key=unit_key(str(n)), until=unit_key(str(n)), rest=0)
        for n, i in enumerate(opening, begin)
    ]
