"""Laws in which only some sections bear their word: ``Section 1.``, then ``2.``, ``3.``.

So are the Acts of legislatures that print the word above the first section alone, and texts in
which it was lost here and there.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Candidate, Unit

#: The first paragraph of an article on its own line, behind which "2." is its second.
_FIRST_PARAGRAPH = expression(r"\(?[1a][.)]?\s")

#: The number of an item, and the mark behind it.
_MARK = expression(r"\d{1,4}([^\w\s])")


def with_others(lines: list[Line], units: list[Unit], others: Sequence[Candidate]) -> list[Unit]:
    """The units, and those among the others that bear just the numbers that are missing there.

    Args:
        lines: the law's lines.
        units: sections that all bear their word, or that all bear none.
        others: what could open one of the other kind, in the order of the text.
    """
    if not units or not others:
        return units
    found: list[Unit] = []
    starts = [candidate.unit.line for candidate in others]
    for above, below in itertools.pairwise([None, *units, None]):
        first = bisect_right(starts, above.line) if above else 0
        last = bisect_left(starts, below.line) if below else len(starts)
        stretch = [candidate.unit for candidate in others[first:last]]
        found += _missing(lines, above, stretch, below)
        found += [below] if below else []
    return found


def _missing(
    lines: list[Line], above: Unit | None, stretch: Sequence[Unit], below: Unit | None
) -> list[Unit]:
    """Those of a stretch whose numbers are missing between two units; none behind others."""
    last = above.until[0] if above else 0
    stop = below.key[0] if below else last + len(stretch) + 1
    if not stretch or stop <= last + 1 or stretch[0].key[0] != last + 1:
        return []
    if above and _FIRST_PARAGRAPH.match(lines[above.line].text, above.rest):
        return []
    if above and _is_listed(lines, above.line + 1, stretch[0]):
        return []
    found: list[Unit] = []
    for unit in stretch:
        if unit.key == (last + len(found) + 1, ()):
            found.append(unit)
    whole = above is not None or len(found) == stop - 1
    return [u for u in found if u.key[0] < stop] if whole else []


def _is_listed(lines: list[Line], first: int, unit: Unit) -> bool:
    """Whether a number goes on with a list below line ``first``: "3° Office", behind "2° inn"."""
    mark = _MARK.match(lines[unit.line].text)
    before = f"{unit.key[0] - 1}{mark[1]}" if mark else ""
    return bool(before) and any(
        line.text.startswith(before) and not line.furniture for line in lines[first : unit.line]
    )
