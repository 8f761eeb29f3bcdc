"""The batches of all epochs, as ``spacy train`` draws them, and where in them a training is."""

# No `from __future__ import annotations` here: spaCy reads the annotations as types.

import random
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby, islice
from typing import Any

import msgspec
from spacy.language import Language
from spacy.training import Example
from spacy.util import minibatch, registry

from annotator.errors import CorpusError
from annotator.training.corpus.docbins import pair_of


class TrainingPlace(msgspec.Struct):
    """Where a training is: in which epoch, after how many of its batches.

    ``order`` holds the places in the corpus of this epoch's examples, one after the other.
    """

    epoch: int = 0
    drawn: int = 0
    order: list[int] = []


class Batches:
    """An iterator over epochs and batches.

    Args:
        nlp: the pipeline that learns.
        corpus: spaCy's reader of examples; all of them are kept in memory.
        batcher: spaCy's.
        epochs: how many; without end where it is 0.
        place: where to go on, as :attr:`place` once said.
    """

    def __init__(
        self,
        nlp: Language,
        corpus: Callable[[Language], Iterable[Example]],
        batcher: Callable[[Iterable[Example]], Iterable[Any]],
        epochs: int,
        place: TrainingPlace | None = None,
    ) -> None:
        self._examples = list(corpus(nlp))
        if not self._examples:
            raise CorpusError("There is no clause to train on; run `make corpora`.")
        self._batcher = batcher
        self._epochs = epochs
        self._goes_on = place is not None
        self.place = place or TrainingPlace(order=list(range(len(self._examples))))

    def __iter__(self) -> Iterator[tuple[int, list[Example]]]:
        while self._epochs < 1 or self.place.epoch < self._epochs:
            if not self._goes_on:
                random.shuffle(self.place.order)
                self.place.order = self._sides_together(self.place.order)
            self._goes_on = False
            examples = (self._examples[index] for index in self.place.order)
            for batch in islice(self._batcher(examples), self.place.drawn, None):
                self.place.drawn += 1
                yield self.place.epoch, list(batch)
            self.place.epoch += 1
            self.place.drawn = 0

    def _sides_together(self, order: list[int]) -> list[int]:
        """``order`` with each side of a pair of opposites behind the other.

        In one batch, as :func:`batch_by_padded` leaves them, what they have in common cancels out,
        and what is learnt is the difference.
        """
        groups: dict[str | int, list[int]] = {}
        for place in order:
            groups.setdefault(pair_of(self._examples[place].reference) or place, []).append(place)
        return [place for group in groups.values() for place in group]


@registry.batchers("annotator.batch_by_padded.v1")  # type: ignore[untyped-decorator]
def batch_by_padded(
    size: int, buffer: int
) -> Callable[[Iterable[Example]], Iterator[list[Example]]]:
    """``spacy.batch_by_padded.v1``, but that the sides of a pair of opposites share a batch.

    Args:
        size: the most tokens of a batch, padded; a clause or a pair that is longer is a batch by
            itself.
        buffer: so many examples, as they are drawn, are put in order of their length.
    """

    def batches(examples: Iterable[Example]) -> Iterator[list[Example]]:
        for drawn in minibatch(examples, buffer):  # type: ignore[no-untyped-call]
            # Where the buffer ends between two sides, each is by itself.
            groups = (list(group) for _, group in groupby(drawn, _pair_or_self))
            yield from _padded(sorted(groups, key=_longest), size)

    return batches


def _padded(groups: Iterable[list[Example]], size: int) -> Iterator[list[Example]]:
    """Batches of ``groups``, which come in the order of their length; the longest first."""
    found: list[list[Example]] = [[]]
    for group in groups:
        if found[-1] and _longest(group) * (len(found[-1]) + len(group)) > size:
            found.append([])
        found[-1].extend(group)
    yield from reversed(found)


def _longest(group: list[Example]) -> int:
    return max(len(example) for example in group)


def _pair_or_self(example: Example) -> str | int:
    return pair_of(example.reference) or id(example)
