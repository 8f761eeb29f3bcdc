"""Heads of pages that come again with the next page's number, whatever words they bear.

``14        BULLETIN OF HIVES        No. 3`` and a page later ``No. 3        BULLETIN OF HIVES
15``: their pieces are the same, in any order, but for one whose number is one more.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from annotator.segmenter.lines.line import Line

_APART = re.compile(r"\s{2,}")
_NUMBER = re.compile(r"\d{1,5}$")
#: No head has more letters, and what its pages share no fewer.
_MAX_HEAD, _FEWEST_LETTERS = 120, 8
#: Two heads stand no nearer.
_MIN_PAGE = 10


def heads_by_pairs(lines: Sequence[Line]) -> list[int]:
    """The lines, by index, that are the heads of a page and of the next."""
    pages: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for i, line in enumerate(lines):
        if "  " not in line.text or len(line.text) > _MAX_HEAD:
            continue
        pieces = _APART.split(line.text)
        for k, piece in enumerate(pieces):
            number = _NUMBER.search(piece)
            others = sorted(pieces[:k] + pieces[k + 1 :])
            if number and sum(map(str.isalpha, "".join(others))) >= _FEWEST_LETTERS:
                shared = (piece[: number.start()], *others)
                pages.setdefault(shared, []).append((i, int(number[0])))
    return [
        i
        for heads in pages.values()
        for one, following in itertools.pairwise(heads)
        if following[1] == one[1] + 1 and following[0] - one[0] >= _MIN_PAGE
        for i in (one[0], following[0])
    ]
