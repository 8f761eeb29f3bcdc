"""Rewriting a text step by step without losing the way back to the file it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from annotator.expressions import expression
from annotator.source import Runs

#: Words, and where in the text of the file the stretch starts and ends that they stand for.
Piece = tuple[str, int, int]
#: Put the words in place of ``[start, end)``.
Change = tuple[int, int, str]
# Any but the one blank that may stay.
_WHITE_SPACE = expression(r"\s{2,}|[^\S ]")


class Traced:
    r"""A text, and where each of its characters stood in the text of the file.

    Every step returns a new one, in time that grows with the text and with what changes in it.

    >>> law = Traced.whole("1. An *officer*\r\n").without(expression(r"\*|\r"))
    >>> law.text
    '1. An officer\n'
    >>> law.runs.back(6, 13)
    (7, 14)
    """

    __slots__ = ("runs", "text")

    def __init__(self, text: str, runs: Runs) -> None:
        self.text = text
        self.runs = runs

    @classmethod
    def whole(cls, text: str) -> Traced:
        """The text of the file itself."""
        runs = Runs()
        runs.add(len(text), 0, len(text))
        return cls(text, runs)

    @classmethod
    def of(cls, pieces: Iterable[Piece]) -> Traced:
        """A text of pieces that know where they stand."""
        words, runs = [], Runs()
        for piece, first, last in pieces:
            words.append(piece)
            runs.add(len(piece), first, last)
        return cls("".join(words), runs)

    def __bool__(self) -> bool:
        return bool(self.text)

    def cut(self, start: int, end: int) -> Traced:
        """The stretch ``[start, end)``."""
        if not start and end == len(self.text):
            return self
        runs = Runs()
        runs.extend(self.runs, start, end)
        return Traced(self.text[start:end], runs)

    def strip(self, characters: str | None = None) -> Traced:
        """Without the characters, white space by default, at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(start, start + len(self.text.strip(characters)))

    def changed(self, changes: Iterable[Change]) -> Traced:
        """With the changes made; they are in the order of the text and do not overlap."""
        words: list[str] = []
        runs, done = Runs(), 0
        for start, end, instead in changes:
            words += self.text[done:start], instead
            runs.extend(self.runs, done, start)
            if instead:
                runs.add(len(instead), *self.runs.back(start, end))
            done = end
        if not words:
            return self
        words.append(self.text[done:])
        runs.extend(self.runs, done, len(self.text))
        return Traced("".join(words), runs)

    def sub(self, pattern: re.Pattern[str], words: str = "") -> Traced:
        """With ``words`` in place of whatever matches."""
        found = pattern.finditer(self.text)
        return self.changed((match.start(), match.end(), words) for match in found)

    def without(self, pattern: re.Pattern[str]) -> Traced:
        """Without what matches, save the pattern's group where it has one."""
        return self.changed(_around_groups(pattern, self.text))

    def respelt(self, pattern: re.Pattern[str], character: str) -> Traced:
        """With one character in place of each that matches: the ways back stay as they are."""
        return Traced(pattern.sub(character, self.text), self.runs)

    def folded(self) -> Traced:
        """On one line: no white space at the ends, one blank for each stretch of it within."""
        words = self.strip()
        return words if words.text == " ".join(words.text.split()) else words.sub(_WHITE_SPACE, " ")

    def upper(self) -> Traced:
        """In capitals, of which some letters need two."""
        capitals = self.text.upper()
        if len(capitals) == len(self.text):
            return Traced(capitals, self.runs)
        return self.changed((at, at + 1, one.upper()) for at, one in enumerate(self.text))


def joined(parts: Iterable[Traced | str], between: str = "") -> Traced:
    """One text out of several; what is no part of the file stands where the part before it ends."""
    words: list[str] = []
    runs = Runs()
    for part in parts:
        if between and words:
            _put_in(words, runs, between)
        if isinstance(part, str):
            _put_in(words, runs, part)
        else:
            words.append(part.text)
            runs.extend(part.runs, 0, len(part.text))
    return Traced("".join(words), runs)


def words_in(pieces: Iterable[Piece]) -> str:
    """The words of the pieces."""
    return "".join(words for words, _, _ in pieces)


def made(words: str, before: Sequence[Piece], place: int = 0) -> Piece:
    """Words that the file does not say, where those before them end; else at the place."""
    place = before[-1][2] if before else place
    return words, place, place


def _put_in(words: list[str], runs: Runs, made: str) -> None:
    place = runs.lasts[-1] if runs.lasts else 0
    words.append(made)
    runs.add(len(made), place, place)


def _around_groups(pattern: re.Pattern[str], text: str) -> Iterator[Change]:
    for match in pattern.finditer(text):
        if not pattern.groups:
            yield match.start(), match.end(), ""
        else:
            yield match.start(), match.start(1), ""
            yield match.end(1), match.end(), ""
