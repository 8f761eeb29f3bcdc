"""A long clause in part: how it opens, what it does, and what weighed, each in its sentence.

What is shown are *pieces*, from one mark of punctuation to the next, since less of one cannot be
read; of a piece that is long itself, the words around what it is shown for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from operator import itemgetter

from annotator.expressions import expression
from annotator.writers.terminal.marks import LEFT_OUT, NOT_WORTH_A_SIGN, Run

#: A clause of more words is shown in part.
LONG = 150
# A piece of so many words is shown whole; of a longer one so many on either side.
_PIECE, _AROUND = 40, 15
#: Of its opening so many, or the piece.
_OPENING = 20

_ENDS = expression(r"(?<=[.;:—])\s+|\s*\n\s*(?=\()")

Span = tuple[int, int]


def condensed(runs: list[Run], rule: Callable[[str], int | None], *, most: int = LONG) -> list[Run]:
    """The runs of a clause of more than ``most`` words, in part.

    Args:
        runs: of the clause.
        rule: tells where in a text the verb stands that says what it does.
        most: so many words are shown whole, and of a longer clause in which nothing is marked.

    >>> runs = [Run("a b " * 9 + "c; " + "d " * 60 + "e. f "), Run("g", "evidence")]
    >>> "".join(run.words for run in condensed(runs, lambda text: None, most=50))
    'a b a b a b a b a b a b a b a b a b c; […] f g'
    """
    text = "".join(run.words for run in runs)
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if len(words) <= most:
        return runs
    marks = list(_marks(runs))
    pieces = list(_pieces(text, words))
    shown = [_opening(pieces) if marks else range(most)]
    verb = rule(text)
    for start, end in (*marks, *([(verb, verb + 1)] if verb is not None else ())):
        at = range(_word_at(words, start), _word_at(words, end - 1) + 1)
        shown += [_around(piece, at) for piece in pieces if _meet(piece, at)]
    stretches = [
        (words[first][0], words[last - 1][1])
        for first, last in joined(shown, len(words), NOT_WORTH_A_SIGN)
    ]
    return list(_cut(runs, text, stretches))


def _marks(runs: Iterable[Run]) -> Iterator[Span]:
    at = 0
    for run in runs:
        if run.role != "plain" and run.words.strip():
            yield at, at + len(run.words.rstrip())
        at += len(run.words)


def _pieces(text: str, words: Sequence[Span]) -> Iterator[range]:
    """The pieces, as places of words."""
    starts = sorted({0, *(_word_at(words, match.end()) for match in _ENDS.finditer(text))})
    for first, after in pairwise((*starts, len(words))):
        yield range(first, after)


def _opening(pieces: Iterable[range]) -> range:
    """Some words, or rather those with which a piece ends."""
    ends = [piece.stop for piece in pieces if _OPENING // 2 <= piece.stop <= _PIECE]
    return range(ends[-1] if ends else _OPENING)


def _around(piece: range, at: range) -> range:
    """What is shown of a piece for the words ``at``."""
    if len(piece) <= _PIECE:
        return piece
    return range(max(piece.start, at.start - _AROUND), min(piece.stop, at.stop + _AROUND))


def _meet(one: range, other: range) -> bool:
    return one.start < other.stop and other.start < one.stop


def joined(shown: Iterable[range], count: int, least: int) -> list[Span]:
    """What is shown in its order, together where little would be left out.

    Args:
        shown: places of words, one stretch or more.
        count: of all words.
        least: so many words are worth a sign for what is left out; where fewer stand between two
            stretches, or behind the last, they are shown.
    """
    stretches: list[Span] = []
    for one in sorted(shown, key=lambda one: (one.start, one.stop)):
        if stretches and one.start - stretches[-1][1] < least:
            stretches[-1] = stretches[-1][0], max(stretches[-1][1], one.stop)
        else:
            stretches.append((one.start, one.stop))
    first, last = stretches[-1]
    stretches[-1] = first, count if count - last < least else last
    return stretches


def _word_at(words: Sequence[Span], offset: int) -> int:
    """The place of the word that holds an offset, or that follows it."""
    return min(bisect_right(words, offset, key=itemgetter(1)), len(words) - 1)


def _cut(runs: Iterable[Run], text: str, stretches: Sequence[Span]) -> Iterator[Run]:
    at = 0
    for run in runs:
        end = at + len(run.words)
        words = ""
        for number, (start, stop) in enumerate(stretches):
            words += text[max(at, start) : max(start, min(end, stop))] if start < end else ""
            if at < stop <= end and stop < len(text.rstrip()):
                following = stretches[number + 1 : number + 2]
                words += _sign(text, stop, following[0][0] if following else len(text))
        if words:
            yield run._replace(words=words)
        at = end


def _sign(text: str, stop: int, start: int) -> str:
    """What stands for the words between; a list item that follows opens its own line."""
    if start == len(text):
        return f" {LEFT_OUT}"
    blank = re.search(r"\s*$", text[stop:start])
    line = blank is not None and "\n" in blank[0]
    return f" {LEFT_OUT}" + ("\n" if line else " ")
