"""What is shown of a clause: the words that are relied on, whole, and what they begin with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from annotator.writers.terminal.condensing import Span, joined

#: A clause of so many words is shown whole.
_WHOLE = 90
#: Words shown at its beginning, where it says who is to do something.
_OPENING = 12
#: Words shown on either side of those that are relied on, and so many more to a mark that parts.
_AROUND, _REACH = 6, 12
#: A gap of fewer words is shown.
_NOT_WORTH_A_SIGN = 6
LEFT_OUT = "…"


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
    shown = [range(_OPENING)] if opens else []
    for start, end in relied:
        at = [n for n, (begin, stop) in enumerate(places) if begin < end and start < stop]
        if at:
            shown.append(_around(words, places, at[0], at[-1]))
    pieces = joined(shown or [range(_OPENING)], len(places), _NOT_WORTH_A_SIGN)
    said = f" {LEFT_OUT} ".join(words[places[a][0] : places[b - 1][1]] for a, b in pieces)
    before = f"{LEFT_OUT} " if pieces[0][0] else ""
    after = "" if pieces[-1][1] == len(places) else f" {LEFT_OUT}"
    return f"{before}{said}{after}"


def _around(words: str, places: Sequence[Span], first: int, last: int) -> range:
    """The words shown with some: those near them, and on to where what they stand in is parted."""

    def parts(at: int, marks: str = ",;:.—") -> bool:
        return not 0 <= at < len(places) or words[places[at][1] - 1] in marks

    begin = first if parts(first - 1, ";:.—") else max(first - _AROUND, 0)
    end = last if parts(last, ";:.—") else min(last + _AROUND, len(places) - 1)
    before = next((at for at in range(begin, begin - _REACH, -1) if parts(at - 1)), begin)
    after = next((at for at in range(end, end + _REACH) if parts(at)), end)
    return range(before, min(after + 1, len(places)))
