"""Which section of one version has gone on as which of the other, by what most of its words say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable


class SectionVotes:
    """Counts the words that stand in a section of each version.

    Args:
        pairs: of clauses that are the same the section in each version, and how many words it has.
    """

    def __init__(self, pairs: Iterable[tuple[str, str, int]] = ()) -> None:
        self._onward: dict[str, Counter[str]] = defaultdict(Counter)
        self._back: dict[str, Counter[str]] = defaultdict(Counter)
        for old, new, words in pairs:
            self._onward[old][new] += words
            self._back[new][old] += words

    def are_together(self, old: str, new: str) -> bool:
        """Whether most of one of the two has become the other, or comes from it."""
        onward, back = self._ranks(old, new)
        return any(own and own == best for own, best in (onward, back))

    def are_apart(self, old: str, new: str) -> bool:
        """Whether the one has gone on as another section, and the other was another."""
        return all(own < best for own, best in self._ranks(old, new))

    def _ranks(self, old: str, new: str) -> tuple[tuple[int, int], tuple[int, int]]:
        """In either direction the words that they share, and the most that one shares with any."""
        onward, back = self._onward.get(old, Counter()), self._back.get(new, Counter())
        return (
            (onward[new], max(onward.values(), default=0)),
            (back[old], max(back.values(), default=0)),
        )
