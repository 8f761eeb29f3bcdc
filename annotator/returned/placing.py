"""Where in a document that comes back a change stood, by the words around it.

Changes that are near each other are placed together: what stands between two is known, and what
stands at each is what it took out, what it put in, or something else. The words around may have
been changed too; the place is that with which most of them agree.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.returned.text import BEGIN, END, ReturnedText, tokens
from annotator.word.record import AROUND, RecordedChange

#: What an agreement is worth, and what each kind of difference costs.
_SAME, _MISSING, _MORE, _OTHER, _FREE, _FREE_WORD = 2.0, -1.0, -0.5, -1.2, -1.0, -0.04
#: Signs and numbers stand everywhere.
_SIGN = 0.7
#: What it is worth that at a change stands one of the two that are known.
_KNOWN = 1.0
#: What it costs to be so many characters off, and at most: it chooses between places alike.
_FAR, _FARTHEST = 0.0005, 0.9
#: Of the words around a change, the share that must be there, of so many on either side.
_ENOUGH, _NEAR = 0.5, 6
#: A text is looked up by so many words that follow one another; so many places are tried.
_RUN, _TRIED, _COMMON = 3, 8, 400
#: So many changes are placed together, and so many pairs of words are held against each other.
_TOGETHER, _MOST_PAIRS = 40, 40_000_000
_BUCKET = 12
#: What a word costs among those that were put in, of which the others cost nothing.
_STRANGE = -0.1
#: So many words that are just those of a change are no accident.
_SURE = 4
_CUT_AT_BEGINNING, _CUT_AT_END = expression(r"^\w+"), expression(r"\w+$")


_Words = tuple[str, ...]


@dataclass(frozen=True)
class Between:
    """Where a change stands now: from one word to before another."""

    start: int
    end: int


@dataclass
class _Chain:
    """Changes near each other, with the words that are kept before, between and behind them."""

    changes: list[RecordedChange]
    kept: list[tuple[str, ...]] = field(default_factory=list)
    #: By the words that are kept, on which line each stood, counted from the first.
    lines: list[list[int]] = field(default_factory=list)
    #: By the changes, from which line to which each goes.
    own: list[range] = field(default_factory=list)

    def close(self) -> None:
        """Find the words that are kept."""
        self._keep(_before(self.changes[0].before), 0)
        for one, other in zip(self.changes, [*self.changes[1:], None], strict=True):
            line = self._ended
            self.own.append(range(line, line + one.out.count("\n") + 1))
            between = max(other.at - one.at - len(one.out), 0) if other else None
            kept = _behind(one.behind) if between is None else one.behind[:between]
            self._keep(kept, self.own[-1][-1])

    def _keep(self, words: str, line: int) -> None:
        """Note words that are kept; the first of them stands on that line."""
        said = [tokens(one) for one in words.split("\n")]
        self.kept.append(tuple(token for one in said for token in one))
        self.lines.append([at for at, one in enumerate(said, line) for _ in one])
        self._ended = line + len(said) - 1

    @property
    def length(self) -> int:
        """How many words it may take at most, with some to spare."""
        changed = sum(len(tokens(one.words)) + len(tokens(one.out)) for one in self.changes)
        return 2 * sum(map(len, self.kept)) + changed

    def pieces(self, kept: Sequence[tuple[str, ...]]) -> Iterator[tuple[_Words, set[int]]]:
        """Words that may be found, and how far behind the beginning of the chain.

        They are those that are ``kept``, or those that were put in where none are.
        """
        made = none = 0
        for at, change in enumerate(self.changes):
            words = tokens(change.words)
            if kept:
                yield kept[at], {made, none}
            made, none = made + len(self.kept[at]), none + len(self.kept[at])
            if not kept:
                yield words, {made, none}
            made, none = made + len(words), none + len(tokens(change.out))
        if kept:
            yield kept[-1], {made, none}


class Finder:
    """Finds changes in a text.

    Args:
        text: the document as it came back.
    """

    def __init__(self, text: ReturnedText) -> None:
        self._text = text
        self._pairs_left = _MOST_PAIRS
        self._runs: dict[int, dict[tuple[str, ...], list[int]]] = {}

    def of(self, changes: Iterable[RecordedChange]) -> dict[RecordedChange, Between]:
        """Where each change stands; those whose place is gone are left out.

        Raises:
            InputError: there are more of them than in any law.
        """
        found: dict[RecordedChange, Between] = {}
        drift = 0
        for chain in _chains(changes):
            first = chain.changes[0]
            placed = self._placed(chain, first.at - len(first.before) + drift)
            for change, standing in zip(chain.changes, placed, strict=True):
                if standing is not None:
                    found[change] = standing
                    if standing.start < len(self._text.spots):
                        drift = self._text.spots[standing.start].start - change.at
        return found

    def _placed(self, chain: _Chain, expected: int) -> list[Between | None]:
        best: _Aligned | None = None
        for start, end in self._windows(chain, expected):
            self._pairs_left -= (end - start) * (len(chain.changes) + sum(map(len, chain.kept)))
            if self._pairs_left < 0:
                raise InputError(
                    f"{self._text.name} holds more changes than any law: decide on a part of them, "
                    "and give that."
                )
            near = [
                -min(abs(spot.start - expected) * _FAR, _FARTHEST)
                for spot in self._text.spots[start : end + 1]
            ]
            one = _Aligned(self._text.tokens[start:end], start, near, chain)
            if best is None or one.score > best.score + _SAME:
                best = one
        return best.standings() if best else [None] * len(chain.changes)

    def _windows(self, chain: _Chain, expected: int) -> Iterator[tuple[int, int]]:
        """Stretches of the text in which the chain may stand, those near where it did first.

        The words that are kept vote for where it begins, as if all changes were made and as if
        none were; where they are all gone, those that were put in do.
        """
        spots = self._text.spots
        votes = self._votes(chain.kept, chain) or self._votes((), chain)
        length = chain.length

        def rank(bucket: int) -> tuple[int, int]:
            at = min(max(bucket * _BUCKET, 0), len(spots) - 1)
            near = votes[bucket] + votes[bucket - 1] + votes[bucket + 1]
            return -near, abs(spots[at].start - expected)

        first = bisect_left(spots, expected, key=lambda spot: spot.start) // _BUCKET
        most = {first, *sorted(votes, key=rank)[:_TRIED]}
        for bucket in sorted(most, key=lambda one: rank(one)[1]):
            start = max((bucket - 2) * _BUCKET, 0)
            yield start, min((bucket + 3) * _BUCKET + length, len(spots))

    def _votes(self, kept: Sequence[tuple[str, ...]], chain: _Chain) -> Counter[int]:
        votes: Counter[int] = Counter()
        for length in (_RUN, 2, 1):
            runs = self._runs_of(length)
            for words, offsets in chain.pieces(kept):
                for at in range(len(words) - length + 1):
                    places = runs.get(words[at : at + length], ())
                    if len(places) <= _COMMON:
                        begins = {(p - at - off) // _BUCKET for p in places for off in offsets}
                        votes.update(begins)
            if votes:
                break
        return votes

    def _runs_of(self, length: int) -> dict[tuple[str, ...], list[int]]:
        if length not in self._runs:
            runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
            said = self._text.tokens
            for at in range(len(said) - length + 1):
                runs[tuple(said[at : at + length])].append(at)
            self._runs[length] = dict(runs)
        return self._runs[length]


def _chains(changes: Iterable[RecordedChange]) -> Iterator[_Chain]:
    """The changes in the order of the text, those together that stand close."""
    chain: _Chain | None = None
    for one in sorted(changes, key=lambda one: (one.at, one.words.startswith("\n"))):
        if chain is not None:
            last = chain.changes[-1]
            near = one.at - last.at - len(last.out) < AROUND
            if near and len(chain.changes) < _TOGETHER:
                chain.changes.append(one)
                continue
            chain.close()
            yield chain
        chain = _Chain([one])
    if chain is not None:
        chain.close()
        yield chain


class _Step(NamedTuple):
    """A step on the way through words that are kept, or over a change: from where to where.

    ``same`` is what agrees, ``other`` a word in the place of one, ``more`` one that was put in,
    ``missing`` one that is gone. ``word`` says that it is about a word that is kept, which stood on
    that ``line``.
    """

    kind: str
    start: int
    end: int
    word: bool
    line: int


class _Aligned:
    """A chain laid over a stretch of the text in the best way; ``score`` says how well it fits.

    Args:
        text: the words of the stretch.
        start: where it begins.
        near: what it costs the chain to begin at each of them, and at the end.
        chain: the changes.
    """

    def __init__(
        self, text: Sequence[str], start: int, near: Sequence[float], chain: _Chain
    ) -> None:
        self._text = text
        self._start, self._chain = start, chain
        self._rows: list[list[tuple[str, int]]] = []
        #: By row, whether it is that of a word, and not of a sign, a number or a change.
        self._is_word: list[bool] = []
        self._lines: list[int] = []
        self._scores = [*near, near[-1]][: len(text) + 1]
        for at, kept in enumerate(chain.kept):
            for token in kept:
                self._keep(token)
            self._lines += chain.lines[at]
            if at < len(chain.changes):
                self._change(chain.changes[at])
                self._lines.append(chain.own[at][0])
        self._end = max(range(len(self._scores)), key=self._scores.__getitem__)
        self.score = self._scores[self._end]

    def _keep(self, token: str) -> None:
        old, scores = self._scores, list[float]()
        steps: list[tuple[str, int]] = []
        worth = _SAME if _is_word(token) else _SIGN
        for at in range(len(old)):
            best, step = old[at] + _MISSING, ("missing", at)
            if at:
                same = self._text[at - 1] == token
                through = old[at - 1] + (worth if same else _OTHER)
                if through > best:
                    best, step = through, ("same" if same else "other", at - 1)
                if scores[at - 1] + _MORE > best:
                    best, step = scores[at - 1] + _MORE, ("more", at - 1)
            scores.append(best)
            steps.append(step)
        self._scores = scores
        self._rows.append(steps)
        self._is_word.append(_is_word(token))

    def _change(self, change: RecordedChange) -> None:
        """Either what it took out stands there, or what it put in, or the like, or anything."""
        old = self._scores
        known = {tokens(change.words), tokens(change.out)}
        ours = {token for words in known for token in words if _is_word(token)}
        scores, steps = list[float](), list[tuple[str, int]]()
        free = alike = float("-inf"), 0
        for at in range(len(old)):
            word = self._text[at - 1] if at else ""
            strange = _STRANGE if word and _is_word(word) and word not in ours else 0.0
            begun = old[at] + _FREE, at
            free = max((free[0] + _FREE_WORD, free[1]), begun)
            alike = max((alike[0] + strange, alike[1]), begun)
            best, origin = max(free, alike)
            step = "over", origin
            for words in known:
                begin = at - len(words)
                if begin < 0 or tuple(self._text[begin:at]) != words:
                    continue
                through = old[begin] + _KNOWN
                if through > best:
                    best, step = through, ("over", begin)
            if at and scores[at - 1] + _MORE > best:
                best, step = scores[at - 1] + _MORE, ("more", at - 1)
            scores.append(best)
            steps.append(step)
        self._scores = scores
        self._rows.append(steps)
        self._is_word.append(False)

    def standings(self) -> list[Between | None]:
        """Where each change stands; None of one whose surroundings are gone."""
        path = self._path()
        found: list[Between | None] = []
        for index, step in enumerate(path):
            if step.kind != "over":
                continue
            before, behind = path[:index][::-1], path[index + 1 :]
            said = tuple(self._text[step.start : step.end])
            known = bool(said) and said in self._known(len(found))
            sure = known and len(said) >= _SURE
            start = next((one.end for one in before if one.kind != "more"), step.start)
            end = next((one.start for one in behind if one.kind != "more"), step.end)
            placed = sure or _agrees(before, behind)
            if not known:
                placed = placed and _stands(path, self._chain.own[len(found)])
            at = Between(self._start + start, self._start + end)
            found.append(at if placed else None)
        return found

    def _known(self, number: int) -> tuple[tuple[str, ...], ...]:
        change = self._chain.changes[number]
        return tokens(change.words), tokens(change.out)

    def _path(self) -> list[_Step]:
        """The steps of the best way, from the beginning."""
        path: list[_Step] = []
        at, row = self._end, len(self._rows) - 1
        while row >= 0:
            kind, came = self._rows[row][at]
            path.append(_Step(kind, came, at, self._is_word[row], self._lines[row]))
            at = came
            if kind != "more":
                row -= 1
        return path[::-1]


def _agrees(before: Sequence[_Step], behind: Sequence[_Step]) -> bool:
    """Whether enough of the words next to a change are there, on both sides taken together."""
    near = [*_kept_words(before), *_kept_words(behind)]
    return bool(near) and near.count("same") >= _ENOUGH * len(near)


def _stands(path: Sequence[_Step], lines: range) -> bool:
    """Whether enough is there of the lines in which a change stood, if they had other words."""
    own = [one.kind for one in path if one.word and one.line in lines and one.kind != "more"]
    return own.count("same") >= _ENOUGH * len(own)


def _kept_words(steps: Sequence[_Step]) -> list[str]:
    return [one.kind for one in steps if one.word and one.kind not in ("more", "over")][:_NEAR]


def _is_word(token: str) -> bool:
    return token[0].isalpha() or token in (BEGIN, END)


def _before(words: str) -> str:
    """Those without the one that is cut, or with the beginning of the document before them."""
    return f"{BEGIN}\n{words}" if len(words) < AROUND else _CUT_AT_BEGINNING.sub("", words)


def _behind(words: str) -> str:
    return f"{words}\n{END}" if len(words) < AROUND else _CUT_AT_END.sub("", words)
