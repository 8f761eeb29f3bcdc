"""Which paragraphs at one place are what became of which change, where several were put there.

Where all were edited, what stands there could be any of them with the others rejected: each gets
the paragraphs with which it has most words in common.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from annotator.returned.placing import Between
from annotator.returned.text import ReturnedText, tokens
from annotator.word.record import RecordedChange

#: So many paragraphs are shared out; nobody has written more in one place.
_MOST = 60
#: What it is worth to a change that anything stands there for it, beside a word in common.
_ANYTHING = 0.5


def shared(
    standing: Mapping[RecordedChange, Between], text: ReturnedText
) -> dict[RecordedChange, Between]:
    """Where each change stands, those that were put in at one place told apart."""
    found = dict(standing)
    put_in = [one for one in standing if not one.out and one.words.startswith("\n")]
    for _, together in groupby(sorted(put_in, key=lambda one: one.at), lambda one: one.at):
        changes = list(together)
        if len(changes) > 1 and not all(_is_told(one, standing[one], text) for one in changes):
            found |= _shared_out(changes, standing, text)
    return found


def _is_told(change: RecordedChange, at: Between, text: ReturnedText) -> bool:
    """Whether just what was put in stands there, or nothing."""
    said = tuple(text.tokens[at.start : at.end])
    return said in ((), tokens(change.words))


def _shared_out(
    changes: Sequence[RecordedChange],
    standing: Mapping[RecordedChange, Between],
    text: ReturnedText,
) -> dict[RecordedChange, Between]:
    start = min(standing[one].start for one in changes)
    end = max(standing[one].end for one in changes)
    begins = [*_lines(start, end, text), end]
    if len(begins) > _MOST:
        return {}
    words = [Counter(tokens(one.words)) for one in changes]
    # Of the paragraphs before a number of them, how well the changes so far fit, and their ends.
    none: tuple[float, list[int]] = float("-inf"), []
    best: list[tuple[float, list[int]]] = [(0.0, []), *([none] * (len(begins) - 1))]
    for own in words:
        best = [
            max(
                (score + _fits(own, text.tokens[begins[first] : begins[last]]), [*ends, last])
                for first, (score, ends) in enumerate(best[: last + 1])
            )
            for last in range(len(begins))
        ]
    ends = best[-1][1]
    cuts = [start, *(begins[one] for one in ends)]
    return {
        one: Between(first, last) for one, first, last in zip(changes, cuts, cuts[1:], strict=False)
    }


def _lines(start: int, end: int, text: ReturnedText) -> Iterator[int]:
    """The places of the words with which paragraphs begin."""
    for place in range(start, end):
        before = text.spots[place - 1].end if place else 0
        if place == start or "\n" in text.text[before : text.spots[place].start]:
            yield place


def _fits(own: Counter[str], said: Iterable[str]) -> float:
    common = Counter(said)
    return (own & common).total() - 0.1 * common.total() + (_ANYTHING if common else 0.0)
