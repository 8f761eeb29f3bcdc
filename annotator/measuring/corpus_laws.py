"""Laws for measuring by the thousand: those of a folder, and copies with their words changed.

In a copy one word in ten of a law's own gives place to another of them, the same one throughout, so
that no clause is one that was seen before, and law stays law.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator import read
from annotator.errors import InputError
from annotator.expressions import expression
from annotator.precedents.adding import laws_in

_WORD = expression(r"\b[a-z]{5,}\b")
_CHANGED = 0.1


def lay_out(laws: Path, count: int, to: Path) -> list[Path]:
    """Put so many laws into a folder, and give their paths.

    Args:
        laws: a folder; its laws come first, in an order that has nothing to do with their names,
            so that a few are like all.
        count: how many there are to be; beyond those of the folder they are copies, as plain text.
        to: a folder that may hold them already.

    Raises:
        InputError: the folder holds no law.
    """
    to.mkdir(parents=True, exist_ok=True)
    originals = sorted(laws_in(laws), key=lambda path: hashlib.sha256(path.name.encode()).digest())
    if not originals:
        raise InputError(f"{laws} holds no law: name a folder of laws.")
    paths = []
    for at in range(count):
        turn, original = at // len(originals), originals[at % len(originals)]
        path = to / (f"{at:05}-{original.stem}.txt" if turn else f"{at:05}-{original.name}")
        if not path.exists():
            path.write_bytes(
                varied(read(original).text, turn).encode() if turn else original.read_bytes()
            )
        paths.append(path)
    return paths


def varied(text: str, turn: int) -> str:
    """A law with some of its words changed; each ``turn`` is another law.

    >>> varied("1. No person shall enter without leave.", 3)
    '1. No person shall enter without leave.'
    """
    words = sorted(set(_WORD.findall(text)))
    others = dict(_others(words, random.Random(turn)))  # noqa: S311  # no secret
    return _WORD.sub(lambda found: others.get(found[0], found[0]), text)


def _others(words: Sequence[str], dice: random.Random) -> Iterator[tuple[str, str]]:
    for word in words:
        if dice.random() < _CHANGED:
            yield word, dice.choice(words)
