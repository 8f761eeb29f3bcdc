"""Articles that are counted with their first paragraph: ``ARTICLE 3.1. A``, and ``2. A`` below it.

So are the laws of Cuba. Where ``3.2`` follows, or a ``3`` stands beside it, decimals number the
articles themselves.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.expressions import expression
from annotator.numbering import unit_key
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Candidate

_WITH_FIRST = expression(r"\d{1,3}\.1")
_FIRST, _SECOND = "1. ", "2. "


def read_first_paragraphs(lines: Sequence[Line], keyworded: Sequence[Candidate]) -> None:
    """Give each such article its own number, and its words from its first paragraph on."""
    counted = [c for c in keyworded if "." in c.unit.number]
    if not counted or not all(_WITH_FIRST.fullmatch(c.unit.number) for c in counted):
        return
    plain = {c.unit.number for c in keyworded}
    if any(c.unit.number.partition(".")[0] in plain for c in counted):
        return
    ends = [*(c.unit.line for c in keyworded[1:]), len(lines)]
    below = dict(zip((c.unit.line for c in keyworded), ends, strict=True))
    for candidate in counted:
        own = lines[candidate.unit.line : below[candidate.unit.line]]
        # The first article of each chapter may have paragraphs of its own, from 1 on.
        if any(line.text.startswith(_FIRST) for line in own):
            return
        if not any(line.text.startswith(_SECOND) for line in own):
            return
    for candidate in counted:
        unit = candidate.unit
        number = unit.number.partition(".")[0]
        rest = lines[unit.line].text.index(unit.number) + len(number) + 1
        key = unit_key(number)
        candidate.unit = unit._replace(number=number, key=key, until=key, rest=rest)
