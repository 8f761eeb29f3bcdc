"""How alike words are: bags of words, each weighing the more the fewer clauses have it."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from annotator.same_words import words_of

#: What a number weighs beside a word: references change where clauses are renumbered.
_NUMBER = 0.3
#: Words alone tell nothing of a text that has fewer.
_FEW = 4
#: A word of more texts makes no candidates, and a text has no more candidates.
_RARE, CANDIDATES = 30, 8

Bag = Mapping[str, int]
Gram = tuple[str, str]


class Bags:
    """The bags of texts, and how alike they are.

    Args:
        texts: of both versions; what is rare among them weighs most.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        words = [words_of(text) for text in texts]
        self.words = words
        self.bags = [Counter(one) for one in words]
        self.grams = [frozenset(pairwise(one)) for one in words]
        many, common = len(words), Counter(word for bag in self.bags for word in bag)
        self._weights = {
            word: math.log(1 + many / count) * (_NUMBER if word.isdigit() else 1)
            for word, count in common.items()
        }
        self._sizes = [self._size(bag) for bag in self.bags]

    def likeness(self, one: int, other: int) -> float:
        """How alike two texts are, by their places: 0 to 1, which are the same words."""
        if self.words[one] == self.words[other]:
            return 1.0
        size = self._sizes[one] + self._sizes[other]
        # The same words in another order are not quite the same.
        return min(2 * self._shared(one, other) / size, 0.99) if size else 0.0

    def is_short(self, one: int) -> bool:
        """Whether a text has too few words to be known by them."""
        return len(self.words[one]) < _FEW

    def candidates(self, ones: Iterable[int], others: Iterable[int]) -> dict[int, list[int]]:
        """For each text of one kind those of another with which it shares the heaviest rare words.

        A pair is there if either text is among the first that the other shares such words with.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for other in others:
            for word in self.bags[other]:
                places[word].append(other)
        rare = {word: own for word, own in places.items() if len(own) <= _RARE}
        found: dict[int, list[int]] = {}
        back: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for one in ones:
            weights: dict[int, float] = defaultdict(float)
            for word in self.bags[one]:
                weight = self._weights[word]
                for other in rare.get(word, ()):
                    weights[other] += weight
            ranked = heapq.nlargest(CANDIDATES, ((weight, -at) for at, weight in weights.items()))
            found[one] = [-at for _, at in ranked]
            for other, weight in weights.items():
                back[other].append((weight, -one))
        for other, ranked_ in back.items():
            for _, one in heapq.nlargest(CANDIDATES, ranked_):
                if other not in found[-one]:
                    found[-one].append(other)
        return found

    def covered(self, one: int, *others: int) -> float:
        """How much of a text's words stand in others together, each as often as it has it."""
        own, size = self.bags[one], self._sizes[one]
        there = sum((self.bags[other] for other in others), Counter[str]())
        return self._size(own & there) / size if size else 0.0

    def share(self, one: int, grams: frozenset[Gram]) -> float:
        """How much of a text stands in others, by its pairs of words."""
        own = self.grams[one]
        return len(own & grams) / len(own) if own else 0.0

    def _shared(self, one: int, other: int) -> float:
        few, many = sorted((self.bags[one], self.bags[other]), key=len)
        return sum(
            self._weights[word] * min(count, many[word])
            for word, count in few.items()
            if word in many
        )

    def _size(self, bag: Bag) -> float:
        return sum(self._weights[word] * count for word, count in bag.items())
