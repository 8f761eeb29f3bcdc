"""What is shown of a clause: the words that are relied on, whole, and what they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

#: A clause of so many words is shown whole.
_WHOLE = 90
#: Words shown at its beginning, where it says who is to do something.
_OPENING = 12
#: Words shown on either side of those that are relied on, and so many more to a mark that parts.
_AROUND, _REACH = 6, 12
#: A gap of so few words is not worth a sign.
_NOT_WORTH_A_SIGN = 5
LEFT_OUT = "…"
Span = tuple[int, int]


def is_short(words: str) -> bool:
    """Whether a clause is shown whole."""
    return len(words.split()) <= _WHOLE


def excerpt(words: str, relied: Iterable[Span], *, opens: bool = True) -> str:
    """The words that are relied on with those around them and the first; else ``…``.

    Args:
        words: on one line.
        relied: offsets into them, of the words that must be shown.
        opens: whether the first words are shown in any case.

    >>> excerpt("It is so. " + "And so on. " * 40 + "A woman decides.", [(450, 455)])
    'It is so. And so on. And so on. And so on. … A woman decides.'
    """
    if is_short(words):
        return words
    places = [found.span() for found in re.finditer(r"\S+", words)]
    shown = set(range(_OPENING if opens else 0))
    for start, end in relied:
        at = [n for n, (begin, stop) in enumerate(places) if begin < end and start < stop]
        if at:
            shown.update(range(*_around(words, places, at[0], at[-1])))
    pieces = _runs(shown, len(places)) or [(0, _OPENING)]
    said = f" {LEFT_OUT} ".join(words[places[a][0] : places[b][1]] for a, b in pieces)
    before = f"{LEFT_OUT} " if pieces[0][0] else ""
    after = "" if pieces[-1][1] == len(places) - 1 else f" {LEFT_OUT}"
    return f"{before}{said}{after}"


def _around(words: str, places: Sequence[Span], first: int, last: int) -> Span:
    """The words shown with some: those near them, and on to where what they stand in is parted."""

    def parts(at: int, marks: str = ",;:.—") -> bool:
        return not 0 <= at < len(places) or words[places[at][1] - 1] in marks

    begin = first if parts(first - 1, ";:.—") else max(first - _AROUND, 0)
    end = last if parts(last, ";:.—") else min(last + _AROUND, len(places) - 1)
    before = next((at for at in range(begin, begin - _REACH, -1) if parts(at - 1)), begin)
    after = next((at for at in range(end, end + _REACH) if parts(at)), end)
    return before, after + 1


def _runs(shown: set[int], count: int) -> list[Span]:
    """The first and last words of what is shown, gaps closed that are not worth a sign."""
    runs: list[Span] = []
    within = sorted(at for at in shown if 0 <= at < count)
    for _, group in groupby(enumerate(within), key=lambda one: one[1] - one[0]):
        numbers = [number for _, number in group]
        if runs and numbers[0] - runs[-1][1] - 1 <= _NOT_WORTH_A_SIGN:
            runs[-1] = (runs[-1][0], numbers[-1])
        else:
            runs.append((numbers[0], numbers[-1]))
    if runs and count - 1 - runs[-1][1] <= _NOT_WORTH_A_SIGN:
        runs[-1] = (runs[-1][0], count - 1)
    return runs
