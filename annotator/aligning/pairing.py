"""One to one: the clauses of two versions that are the same, surest first.

What has a rare word in common with a clause is a candidate for it, so that no more pairs are
looked at than there is reason to; and what stands beside the same neighbours. A pair is taken by
how alike the words are and by what speaks for it besides: neighbours that are paired, a section
whose other clauses are, a number, a heading. What was taken speaks for the next.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from annotator.aligning.bags import CANDIDATES, Bags
from annotator.aligning.sections import SectionVotes
from annotator.aligning.units import AlignedUnit

#: What speaks for a pair besides its words.
_SECTION, _NEIGHBOUR, _NUMBER, _HEADING = 0.15, 0.1, 0.1, 0.15
#: How alike words must be by themselves; with something that speaks for the pair; with most.
_ALONE, _HELPED, _SURROUNDED = 0.6, 0.35, 0.25
_HELP, _MUCH_HELP = 0.15, 0.3
#: From here on words outweigh that the sections of two clauses are others.
_PLAIN = 0.8
#: Pairs are taken in so many steps, those that are surest first.
_LEVELS = tuple(level / 20 for level in range(28, 9, -1))
#: What is not the only one to say its words waits for its neighbours until here.
_LAST = 0.7

_Pair = tuple[int, int]


def paired(old: Sequence[AlignedUnit], new: Sequence[AlignedUnit], bags: Bags) -> dict[int, int]:
    """By the place of an old unit that of the new one that it is.

    Args:
        old: the units of the old version, in its order.
        new: those of the new one.
        bags: of the texts of all of them, the old ones first.
    """
    return _Pairing(old, new, bags).taken()


class _Pairing:
    def __init__(self, old: Sequence[AlignedUnit], new: Sequence[AlignedUnit], bags: Bags) -> None:
        self._old, self._new, self._bags = old, new, bags
        self._to: dict[int, int] = {}
        self._from: dict[int, int] = {}
        self._likeness: dict[_Pair, float] = {}
        self._alone = self._said_once()
        self._sections = SectionVotes()

    def taken(self) -> dict[int, int]:
        for pair in self._same_once():
            self._take(pair)
        for pair in (*self._by_words(), *self._by_number()):
            self._know(pair)
        for level in _LEVELS:
            self._sections = SectionVotes(self._of_sections())
            for pair in list(self._beside()):
                self._know(pair)
            ranked = [(self._likeness[pair] + self._help(pair), pair) for pair in self._open()]
            ranked = [one for one in ranked if one[0] >= level]
            for _, pair in sorted(ranked, key=lambda one: (-one[0], self._strayed(one[1]), one[1])):
                if self._is_open(pair) and self._is_likely(pair, level):
                    self._take(pair)
        return self._to

    def _take(self, pair: _Pair) -> None:
        self._to[pair[0]] = pair[1]
        self._from[pair[1]] = pair[0]

    def _is_open(self, pair: _Pair) -> bool:
        return pair[0] not in self._to and pair[1] not in self._from

    def _open(self) -> list[_Pair]:
        """The candidates that are left; the others are forgotten."""
        self._likeness = {
            pair: likeness
            for pair, likeness in self._likeness.items()
            if self._is_open(pair) and likeness >= _SURROUNDED
        }
        return list(self._likeness)

    def _know(self, pair: _Pair) -> None:
        if pair not in self._likeness and self._is_open(pair):
            self._likeness[pair] = self._bags.likeness(pair[0], self._at(pair[1]))

    def _at(self, new: int) -> int:
        """The place of a new unit among the bags."""
        return len(self._old) + new

    # Candidates

    def _said_once(self) -> frozenset[tuple[str, ...]]:
        """What one clause of each version says at most."""
        words = self._bags.words
        old, new = Counter(words[: len(self._old)]), Counter(words[len(self._old) :])
        return frozenset(one for one in (*old, *new) if old[one] <= 1 and new[one] <= 1)

    def _same_once(self) -> Iterator[_Pair]:
        """Clauses that say the same, which no other says, in enough words."""
        words = self._bags.words
        there = {words[self._at(new)]: new for new in range(len(self._new))}
        for old in range(len(self._old)):
            same = words[old] in there and words[old] in self._alone
            if same and not self._bags.is_short(old):
                yield old, there[words[old]]

    def _by_words(self) -> Iterator[_Pair]:
        """Pairs that have rare words in common."""
        olds = [old for old in range(len(self._old)) if old not in self._to]
        news = [self._at(new) for new in range(len(self._new)) if new not in self._from]
        for old, found in self._bags.candidates(olds, news).items():
            yield from ((old, at - len(self._old)) for at in found)

    def _by_number(self) -> Iterator[_Pair]:
        """Clauses that say the same, and clauses that bear the same number."""
        words = self._bags.words
        many = len(self._old)
        yield from self._alike(words[:many], words[many:])
        yield from self._alike([one.number for one in self._old], [one.number for one in self._new])

    def _alike(self, old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[_Pair]:
        """Of what has the same key the pairs whose places are nearest to each other."""
        places: dict[Hashable, list[int]] = defaultdict(list)
        for other, key in enumerate(new):
            if other not in self._from:
                places[key].append(other)
        for at, key in enumerate(old):
            if at not in self._to:
                pairs = [(at, other) for other in places.get(key, ())]
                yield from sorted(pairs, key=self._strayed)[:CANDIDATES]

    def _beside(self) -> Iterator[_Pair]:
        """What stands beside a pair that is taken."""
        for old, new in self._to.items():
            for pair in ((old - 1, new - 1), (old + 1, new + 1)):
                if 0 <= pair[0] < len(self._old) and 0 <= pair[1] < len(self._new):
                    yield pair

    # What speaks for a pair

    def _help(self, pair: _Pair) -> float:
        old, new = self._old[pair[0]], self._new[pair[1]]
        apart = self._sections.are_apart(old.section, new.section)
        together = self._sections.are_together(old.section, new.section)
        titled = _are_alike(old.heading, new.heading)
        return (
            _SECTION * together
            + _NEIGHBOUR * (self._to.get(pair[0] - 1) == pair[1] - 1 >= 0)
            + _NEIGHBOUR * (self._to.get(pair[0] + 1) == pair[1] + 1)
            + _NUMBER * (not apart and old.number == new.number)
            + _HEADING * (not apart and titled)
        )

    def _of_sections(self) -> Iterator[tuple[str, str, int]]:
        for old, new in self._to.items():
            words = len(self._bags.words[old])
            yield self._old[old].section, self._new[new].section, words

    def _is_likely(self, pair: _Pair, level: float) -> bool:
        likeness, help_ = self._likeness[pair], self._help(pair)
        if self._bags.is_short(pair[0]) or self._bags.is_short(self._at(pair[1])):
            return likeness >= _ALONE and help_ >= _HELP
        if likeness == 1 and self._bags.words[pair[0]] not in self._alone:
            return help_ >= _HELP or level <= _LAST
        sections = self._old[pair[0]].section, self._new[pair[1]].section
        least = _PLAIN if help_ < _HELP and self._sections.are_apart(*sections) else _ALONE
        return (
            likeness >= least
            or (likeness >= _HELPED and help_ >= _HELP)
            or (likeness >= _SURROUNDED and help_ >= _MUCH_HELP)
        )

    def _strayed(self, pair: _Pair) -> float:
        """How far the places of two units are from each other, each in its version."""
        return abs(pair[0] / max(1, len(self._old)) - pair[1] / max(1, len(self._new)))


def _are_alike(heading: frozenset[str], other: frozenset[str]) -> bool:
    """Whether most of the words of two headings are the same."""
    return 2 * len(heading & other) > len(heading | other)
