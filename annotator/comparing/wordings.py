"""The words of a clause in two versions, side by side in one text."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.comparison import Wording
from annotator.expressions import expression
from annotator.same_words import folded
from annotator.word_changes import tokens, unwrapped, word_changes

#: What stands for a dash in some prints.
_RULE = expression(r"_{2,}|-{2,}")
#: Clauses that are known to be the same are shown word by word even where they are less alike than
#: other texts would be.
_ALIKE = 0.35


def wording(old: str, new: str) -> tuple[Wording, ...]:
    """The words of both, those that only one has marked so; deleted ones stand before inserted.

    What is the same but for how it is printed (quotes, dashes, line breaks) is kept as the new
    version has it.

    >>> [(one.role, one.words) for one in wording("a man may", "a person may")]
    [('kept', 'a '), ('deleted', 'man'), ('inserted', 'person'), ('kept', ' may')]
    """
    return tuple(one for one in _stretches(unwrapped(old), unwrapped(new)) if one.words)


def _stretches(old: str, new: str) -> Iterator[Wording]:
    before, after = tokens(_RULE.sub("—", old)), tokens(_RULE.sub("—", new))
    first = 0
    for change in word_changes([*map(_key, before)], [*map(_key, after)], _ALIKE):
        yield Wording(role="kept", words="".join(after[first : change.first]))
        yield Wording(role="deleted", words="".join(before[change.start : change.end]))
        yield Wording(role="inserted", words="".join(after[change.first : change.last]))
        first = change.last
    yield Wording(role="kept", words="".join(after[first:]))


def _key(token: str) -> str:
    return " " if token.isspace() else folded(token) or token
