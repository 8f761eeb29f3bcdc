"""The batches of all epochs, as ``spacy train`` draws them, and where in them a training is."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

import msgspec
from spacy.language import Language
from spacy.training import Example

from annotator.errors import CorpusError
from annotator.training.corpus.docbins import PAIR


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

        In one batch, where a batcher leaves them so, what they have in common cancels out, and what
        is learnt is the difference.
        """
        groups: dict[str | int, list[int]] = {}
        for place in order:
            pair: str = self._examples[place].reference.user_data.get(PAIR, "")
            groups.setdefault(pair or place, []).append(place)
        return [place for group in groups.values() for place in group]
