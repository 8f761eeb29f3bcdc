"""What a law could be recognised by, taken out of a text that keeps the way back.

Years, the numbers of provisions, enumerators and the names of States: a network given them learns
to recognise the law it was trained on instead of reading the clause. They are taken out once; each
character that is left knows where it stood, so that nobody has to mask a part of the text again to
find a word of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from annotator.expressions import expression
from annotator.lang import ClassifierWords, classifier_words
from annotator.lang.classifier_words import Substitute

_DIGITS_OF_A_YEAR = expression(r"1[6-9]\d\d|20\d\d")
# White space is taken from where its run begins: a search from each blank of it would not end.
_YEAR = expression(rf"(?:,\s*|(?<!\s)\s+|)\b(?:{_DIGITS_OF_A_YEAR.pattern})\b")

Offsets = tuple[int, int]
Places = npt.NDArray[np.int64]


class Masked(NamedTuple):
    """What is left of a text.

    ``starts`` and ``ends`` delimit, for each character of ``text``, what it stands for in the text
    as it was: itself, or the whole name whose stand-in it belongs to.
    """

    text: str
    starts: Places
    ends: Places

    def place(self, start: int, end: int) -> Offsets:
        """Where ``text[start:end]``, of one character at least, stood in the text as it was."""
        return int(self.starts[start]), int(self.ends[end - 1])


def mask(text: str, language: str = "en") -> Masked:
    """``text`` without the years, numbers of provisions, enumerators and names of States.

    Args:
        text: what is to be masked.
        language: its ISO 639-1 code.

    Raises:
        InputError: :mod:`annotator.lang` has no such words of that language.

    >>> masked = mask("under section 14(2) of the 1999 Act of France")
    >>> masked.text
    'under section of the Act of the State'
    >>> masked.place(21, 24), masked.place(28, 37)
    ((32, 35), (39, 45))
    """
    masked = Masked(text, np.arange(len(text)), np.arange(1, len(text) + 1))
    words = classifier_words(language)
    for edits_of in _STEPS:
        masked = _edited(masked, edits_of(masked.text, words))
    return masked


def _numbers(text: str, words: ClassifierWords) -> Iterator[Substitute]:
    return (Substitute(match.end(1), match.end()) for match in words.reference.finditer(text))


def _years(text: str, words: ClassifierWords) -> Iterator[Substitute]:
    if not _DIGITS_OF_A_YEAR.search(text):  # far sooner told
        return iter(())
    return (Substitute(*match.span()) for match in _YEAR.finditer(text))


def _enumerators(text: str, words: ClassifierWords) -> Iterator[Substitute]:
    return (Substitute(*match.span()) for match in words.enumerator.finditer(text))


def _names(text: str, words: ClassifierWords) -> Iterable[Substitute]:
    return words.names(text)


#: In this order: what one leaves, the next reads.
_STEPS: tuple[Callable[[str, ClassifierWords], Iterable[Substitute]], ...] = (
    _numbers,
    _years,
    _enumerators,
    _names,
)


def _edited(masked: Masked, edits: Iterable[Substitute]) -> Masked:
    """``masked`` with ``edits`` of its text made, which are in order and apart."""
    edits = tuple(edits)
    if not edits:
        return masked
    texts: list[str] = []
    starts: list[Places] = []
    ends: list[Places] = []
    kept = 0
    for start, end, words in (*edits, Substitute(len(masked.text), len(masked.text))):
        texts += [masked.text[kept:start], words]
        starts.append(masked.starts[kept:start])
        ends.append(masked.ends[kept:start])
        if words:
            first, last = masked.place(start, end)
            starts.append(np.full(len(words), first))
            ends.append(np.full(len(words), last))
        kept = end
    return Masked("".join(texts), np.concatenate(starts), np.concatenate(ends))
