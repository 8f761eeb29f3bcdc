"""Directions that amend another law place by place: ``Section 5: after "rope" insert "chain"``.

Each begins with the place in that law, which opens no provision of this one and heads none.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.line import Line

#: A section that has a number and no word before it.
_PLAIN = expression(r"\d{1,3}[A-Z]{0,2}(?:[.(—–-]|\s(?=[A-Z(“\"])|$)")
#: No direction's place is longer.
_MOST = 60


def mark_directions(lines: Sequence[Line], words: StructureWords) -> None:
    """Set ``quoted`` on the directions among the lines.

    Where the law's own provisions are headed by the same word, and one of them is the neighbour of
    such a place by its number, it is the law's own: "Section 4: Fees", "Section 5: Omit ...".
    """
    directs, place = words.quoting.directs, words.quoting.place
    own: defaultdict[str, set[int]] = defaultdict(set)
    found: list[tuple[Line, re.Match[str]]] = []
    for line in lines:
        if not line.text[0].isalpha() or line.furniture or line.quoted:
            continue
        match = place.match(line.text, 0, _MOST)
        if match is None:
            continue
        if directs.match(line.text, match.end()):
            found.append((line, match))
        else:
            own[match["word"].casefold()].add(int(match["number"]))
    if not found:
        return
    plain = _has_plain_sections(lines, found[0][0], words)
    for line, match in found:
        numbers, number = own[match["word"].casefold()], int(match["number"])
        if numbers & {number - 1, number + 1} or (number == 1 and not plain):
            numbers.add(number)
        else:
            line.quoted = True


def _has_plain_sections(lines: Sequence[Line], stop: Line, words: StructureWords) -> bool:
    """Whether sections without a word before their numbers, no dates, stand above a line."""
    above = itertools.takewhile(lambda line: line is not stop, lines)
    return any(
        _PLAIN.match(line.text)
        and not (line.furniture or line.quoted or words.end.signature.fullmatch(line.text))
        for line in above
    )
