"""Heads of pages that are set in pieces far apart: a law's number, its name, its year, the page."""

from __future__ import annotations

import itertools

from annotator.expressions import expression
from annotator.segmenter.lines.line import Line

_FAR_APART = expression(r"\s{3,}")
_DIGITS = expression(r"\d{1,4}")
#: So many pieces has such a head, and no more letters; two pages are so many lines apart.
_FEWEST_PIECES, _MAX_HEAD, _MIN_PAGE = 3, 200, 10


def wide_heads(lines: list[Line]) -> list[int]:
    """Lines of three pieces or more, far apart, that differ in the number of their page alone.

    The number stands at one end and then at the other, or the lines are a page apart: no row of a
    table is.
    """
    alike: dict[tuple[str, ...], list[tuple[int, int, bool]]] = {}
    for i, line in enumerate(lines):
        text = line.text
        if "   " not in text or not (text[0].isdigit() or text[-1].isdigit()):
            continue
        pieces = _FAR_APART.split(text)
        if len(pieces) < _FEWEST_PIECES or len(text) > _MAX_HEAD:
            continue
        if _DIGITS.fullmatch(pieces[0]):
            alike.setdefault(tuple(pieces[1:]), []).append((i, int(pieces[0]), True))
        elif _DIGITS.fullmatch(pieces[-1]):
            alike.setdefault(tuple(pieces[:-1]), []).append((i, int(pieces[-1]), False))
    return [
        i
        for heads in alike.values()
        if len(heads) > 1 and all(
            b > a and (left != right or j - i >= _MIN_PAGE)
            for (i, a, left), (j, b, right) in itertools.pairwise(heads)
        )
        for i, _, _ in heads
    ]  # fmt: skip
