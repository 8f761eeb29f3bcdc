"""Texts as words: their tokens, their lines, and what changes from one to another word by word.

What Word is to track and what a comparison shows is found here. Long texts are parted at words that
each has once, in the same order, so that time grows with their length and no faster.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from annotator.expressions import expression
from annotator.schema import Edit

_TOKENS = expression(r"\w+|\s+|[^\w\s]")
#: A line break before the number of an item is the law's, any other the print's.
_WRAP = expression(r"[^\S\n]*\n\s*+(?!\(?\w{1,4}\)|[–—•-]\s)")
_BLANK = expression(r"[^\S\n]+")
_BREAK = expression(r"\s*\n\s*")
#: Of two texts less alike than this none of the words is kept.
_ALIKE = 0.5
#: Texts of which the lengths give no greater product are compared whole.
_SHORT = 250_000


class WordChange(NamedTuple):
    """The tokens ``[start, end)`` of the old text become ``[first, last)`` of the new one."""

    start: int
    end: int
    first: int
    last: int


def tokens(text: str) -> list[str]:
    """Words, single marks, and the white space between them.

    >>> tokens("a man, 10")
    ['a', ' ', 'man', ',', ' ', '10']
    """
    return _TOKENS.findall(text)


def unwrapped(text: str) -> str:
    """A clause without the breaks that wrap its lines; each item of a list begins one."""
    return _BLANK.sub(" ", _BREAK.sub("\n", _WRAP.sub(" ", text.strip())))


def word_changes(old: Sequence[str], new: Sequence[str], least: float = _ALIKE) -> list[WordChange]:
    """The smallest replacements that make one list of tokens of another.

    Between two of them a word stays; of texts less alike than ``least`` only their ends do.

    >>> word_changes(tokens("a man or a woman"), tokens("a man and a woman"))
    [WordChange(start=4, end=5, first=4, last=5)]
    """
    kept = list(_kept(old, new))
    words = sum(size for at, _, size in kept if _has_word(old[at : at + size]))
    if words < least * max(len(old), len(new)):
        kept = list(_ends(old, new))
    changes: list[WordChange] = []
    start = first = 0
    for at, other, size in (*kept, (len(old), len(new), 0)):
        if start < at or first < other:
            if changes and not _has_word(old[changes[-1].end : start]):
                before = changes.pop()
                start, first = before.start, before.first
            changes.append(WordChange(start, at, first, other))
        start, first = at + size, other + size
    return changes


def smallest(text: str, edit: Edit) -> list[tuple[int, int, str]]:
    """An edit as the smallest replacements that do the same, word by word.

    >>> smallest("a man or a woman", Edit(start=0, end=16, text="a man and a woman"))
    [(6, 8, 'and')]
    """
    old, new = tokens(text[edit.start : edit.end]), tokens(edit.text)
    starts = [edit.start]
    for token in old:
        starts.append(starts[-1] + len(token))
    return [
        (starts[one.start], starts[one.end], "".join(new[one.first : one.last]))
        for one in word_changes(old, new)
    ]


#: So many tokens, from one place of the old text and one of the new, are the same.
_Block = tuple[int, int, int]


def _kept(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """What is the same in both, in order."""
    if len(old) * len(new) <= _SHORT:
        yield from _by_matcher(old, new)
        return
    start = first = 0
    for at, other in (*_once_in_each(old, new), (len(old), len(new))):
        inner = (old[start:at], new[first:other])
        # What has no landmark, and is long, has become other words.
        by = _by_matcher if len(inner[0]) * len(inner[1]) <= _SHORT else _ends
        for a, b, size in by(*inner):
            yield start + a, first + b, size
        if at < len(old):
            yield at, other, 1
        start, first = at + 1, other + 1


def _by_matcher(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    yield from ((at, other, size) for at, other, size in matcher.get_matching_blocks() if size)


def _ends(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """The tokens that both begin and end with."""
    most = min(len(old), len(new))
    ahead = next((at for at in range(most) if old[at] != new[at]), most)
    most -= ahead
    behind = next((at for at in range(most) if old[-1 - at] != new[-1 - at]), most)
    if ahead:
        yield 0, 0, ahead
    if behind:
        yield len(old) - behind, len(new) - behind, behind


def _once_in_each(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Places of the same three tokens that stand once in each, the longest series in order."""
    there = _single(new)
    pairs = [(at, there[gram]) for gram, at in _single(old).items() if gram in there]
    return _longest_in_order(sorted(pairs))


def _single(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    grams = [tuple(words[at : at + 3]) for at in range(len(words) - 2)]
    counted = Counter(grams)
    return {gram: at for at, gram in enumerate(grams) if counted[gram] == 1}


def _longest_in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of pairs in the order of their first, the most whose second are in order too."""
    last: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, other) in enumerate(pairs):
        place = bisect_left(ends, other)
        before.append(last[place - 1] if place else -1)
        ends[place : place + 1] = [other]
        last[place : place + 1] = [at]
    found: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _has_word(words: Sequence[str]) -> bool:
    return any(token[0].isalnum() for token in words)
