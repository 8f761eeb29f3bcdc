"""Heads of pages that come again with the next page's number, whatever words they bear.

``14        BULLETIN OF HIVES        No. 3`` and a page later ``No. 3        BULLETIN OF HIVES
15``: their pieces are the same, in any order, but for one whose number is one more.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.segmenter.lines.line import Line

_APART = expression(r"\s{2,}")
_NUMBER = expression(r"\d{1,5}$")
#: No head has more letters, and what its pages share no fewer.
_MAX_HEAD, _FEWEST_LETTERS = 120, 8
#: Two heads stand no nearer.
_MIN_PAGE = 10
#: So many lines below the first come again in a block.
_FEWEST_AGAIN = 2


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


def mark_heads_again(lines: Sequence[Line]) -> None:
    """Set ``furniture`` on what comes again in a block, line by line, whose first lines have it.

    The head of a page may fill more lines than bear a sign of it.
    """
    first: dict[str, int] = {}
    run = 0
    for i, line in enumerate(lines):
        before = first.get(lines[i - 1].text, i) if i else i
        again = before < i - 1 and lines[before + 1].text == line.text
        run = run + 1 if again and line.text[-1] not in ".;:," else 0
        if run >= _FEWEST_AGAIN and lines[i - 1].furniture:
            line.furniture = True
        first.setdefault(line.text, i)
