"""Whether words changed only since the provisions that they cite bear other numbers now.

One new section renumbers all that follow it, and what cites them. What cites another provision than
before is changed: a number must be the one that the provision of the old number has in the new
version.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from msgspec.structs import replace

from annotator.comparison import ClauseChange
from annotator.expressions import expression
from annotator.lang import language
from annotator.same_words import words_of

#: A part of a number: ``12A``, ``(b)``.
_PART = expression(r"\(?\w+")


def with_citing(changes: Sequence[ClauseChange], code: str) -> Iterator[ClauseChange]:
    """The changes, those marked of which only numbers of provisions changed (``numbers_only``).

    Args:
        changes: of all clauses of a law.
        code: the ISO 639-1 code of its language.
    """
    became = {
        pair
        for change in changes
        if change.renumbered
        for pair in _pairs(change.old[0].number, change.new[0].number)
    }
    for change in changes:
        old, new = ([one.text for one in side] for side in (change.old, change.new))
        if change.kind == "changed" and not change.marks_only and _follow(old, new, became, code):
            yield replace(change, numbers_only=True)
        else:
            yield change


def _follow(
    old: Sequence[str], new: Sequence[str], became: AbstractSet[tuple[str, str]], code: str
) -> bool:
    """Whether words are the same but for numbers of provisions that bear the new ones now.

    Args:
        old: the words of the old version.
        new: those of the new one.
        became: the parts of old numbers with those of new ones.
        code: the ISO 639-1 code of their language.
    """
    cited = language(code).law_words.cited
    # By turns: words, what a provision is called, its numbers.
    before, after = (cited.split("\n".join(texts)) for texts in (old, new))
    if len(before) != len(after):
        return False
    for at, (was, now) in enumerate(zip(before, after, strict=True)):
        if at % 3 < 2:
            is_same = words_of(was) == words_of(now)
        else:
            is_same = all(one == other or (one, other) in became for one, other in _pairs(was, now))
        if not is_same:
            return False
    return True


def _pairs(old: str, new: str) -> Iterable[tuple[str, str]]:
    """The parts of two numbers, beside each other; of unlike ones a pair that nothing is."""
    parts = _PART.findall(old), _PART.findall(new)
    return zip(*parts, strict=True) if len(parts[0]) == len(parts[1]) else [(old, "")]
