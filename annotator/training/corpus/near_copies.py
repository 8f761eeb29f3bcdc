"""Clauses that are nearly those of another split: they would be learnt, and then measured with.

Countries share statutes: the Foreigners Act, 1946 and the Naturalization Act, 1926 are law in
Pakistan and in Bangladesh, where most of their clauses differ in the name of a government.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from annotator.expressions import expression
from annotator.schema import Struct
from annotator.training.corpus.examples import Example, Split
from annotator.training.corpus.masking import without_names

#: So many words in a row are compared.
_SHINGLE = 4
#: Of the shingles of the shorter of two clauses, the share in the longer that makes them alike.
ALIKE = 0.5
#: A shingle of more clauses than these is a formula of drafting, and tells none from another.
_COMMON = 40
#: Of which splits a clause may be no near copy, by its own.
_AGAINST: dict[Split, tuple[Split, ...]] = {"train": ("test", "dev"), "dev": ("test",)}

_WORD = expression(r"\w+")


class Apart(Struct, frozen=True):
    """The examples without near copies, and of how many of each split that was asked."""

    examples: tuple[Example, ...]
    left_out: dict[Split, int]


def without_near_copies(examples: Sequence[Example]) -> Apart:
    """Leave out of training what is nearly a clause of test or dev, and of dev what is of test.

    Names and numbers count as alike. Takes time that grows with the words of the examples.
    """
    shingles = [_shingles(example) for example in examples]
    of: dict[Split, list[frozenset[str]]] = defaultdict(list)
    for example, own in zip(examples, shingles, strict=True):
        of[example.split].append(own)
    indexes = {split: _Index(of[split]) for some in _AGAINST.values() for split in some}
    kept, left_out = [], Counter(dict.fromkeys(_AGAINST, 0))
    for example, own in zip(examples, shingles, strict=True):
        against = _AGAINST.get(example.split, ())
        if any(indexes[split].has_near(own) for split in against):
            left_out[example.split] += 1
        else:
            kept.append(example)
    return Apart(examples=tuple(kept), left_out=dict(left_out))


class _Index:
    """The clauses of a split by their shingles."""

    def __init__(self, clauses: Iterable[frozenset[str]]) -> None:
        self._exact = set(clauses)
        holders: dict[str, list[int]] = defaultdict(list)
        self._sizes = []
        for place, own in enumerate(self._exact):
            for shingle in own:
                holders[shingle].append(place)
        self._common = {one for one, places in holders.items() if len(places) > _COMMON}
        self._holders = {one: some for one, some in holders.items() if one not in self._common}
        self._sizes = [len(own - self._common) for own in self._exact]

    def has_near(self, own: frozenset[str]) -> bool:
        """Whether one of the clauses is nearly that of these shingles."""
        if own in self._exact:
            return True
        telling = own - self._common
        shared = Counter(place for one in telling for place in self._holders.get(one, ()))
        return any(
            count >= ALIKE * min(len(telling), self._sizes[place])
            for place, count in shared.items()
        )


def _shingles(example: Example) -> frozenset[str]:
    words = _WORD.findall(without_names(example.line.text).lower())
    last = max(1, len(words) - _SHINGLE + 1)
    return frozenset(" ".join(words[at : at + _SHINGLE]) for at in range(last))
