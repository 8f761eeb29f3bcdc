"""What a law could be recognised by, taken out of a text that keeps the way back.

Years, the numbers of provisions, enumerators and the names of States: a network given them learns
to recognise the law it was trained on instead of reading the clause. They are taken out once; each
character that is left knows where it stood, so that nobody has to mask a part of the text again to
find a word of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from annotator.lang.en.country_names import STAND_INS

_NUMBER = r"(?:\d+[A-Z]*(?:\.\d+)*|\b[IVXL]+\b)?(?:\((?:\d+|[a-z]{1,5}|[A-Z])(?:\.\d+)?\))*"
_REFERENCE = re.compile(
    r"\b((?:sub)?(?:section|paragraph|article|regulation|rule|clause|part|schedule|chapter|annex)s?)"
    rf"\s*(?=[\dIVXL(]){_NUMBER}(?:\s*(?:,|and|or|to)\s+(?=[\d(]){_NUMBER})*",
    re.IGNORECASE,
)
_DIGITS_OF_A_YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
# White space is taken from where its run begins: a search from each blank of it would not end.
_YEAR = re.compile(rf"(?:,\s*|(?<!\s)\s+|)\b(?:{_DIGITS_OF_A_YEAR.pattern})\b")
# What stands before is asked behind the first character: so both are found fast.
_ENUMERATOR = re.compile(r"\((?<!\S\()(?:[a-z]{1,5}|[A-Z]|\d{1,2})(?:\.\d+)?\)\s+")
_NAME = re.compile(r"[A-Z](?<!\w[A-Z])\w+(?: [A-Z]\w+)?")

Offsets = tuple[int, int]
Places = npt.NDArray[np.int64]


class _Substitute(NamedTuple):
    """``words`` in the place of ``[start, end)``."""

    start: int
    end: int
    words: str = ""


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


def mask(text: str) -> Masked:
    """``text`` without the years, numbers of provisions, enumerators and names of States.

    >>> masked = mask("under section 14(2) of the 1999 Act of France")
    >>> masked.text
    'under section of the Act of the State'
    >>> masked.place(21, 24), masked.place(28, 37)
    ((32, 35), (39, 45))
    """
    masked = Masked(text, np.arange(len(text)), np.arange(1, len(text) + 1))
    for edits_of in _STEPS:
        masked = _edited(masked, edits_of(masked.text))
    return masked


def _numbers(text: str) -> Iterator[_Substitute]:
    return (_Substitute(match.end(1), match.end()) for match in _REFERENCE.finditer(text))


def _years(text: str) -> Iterator[_Substitute]:
    if not _DIGITS_OF_A_YEAR.search(text):  # far sooner told
        return iter(())
    return (_Substitute(*match.span()) for match in _YEAR.finditer(text))


def _enumerators(text: str) -> Iterator[_Substitute]:
    return (_Substitute(*match.span()) for match in _ENUMERATOR.finditer(text))


def _names(text: str) -> Iterator[_Substitute]:
    """A name of two words as a whole, else each of its words that is one."""
    for match in _NAME.finditer(text):
        if match[0] in STAND_INS:
            yield _Substitute(*match.span(), STAND_INS[match[0]])
            continue
        start = match.start()
        for word in match[0].split(" "):
            if word in STAND_INS:
                yield _Substitute(start, start + len(word), STAND_INS[word])
            start += len(word) + 1


#: In this order: what one leaves, the next reads.
_STEPS: tuple[Callable[[str], Iterable[_Substitute]], ...] = (
    _numbers,
    _years,
    _enumerators,
    _names,
)


def _edited(masked: Masked, edits: Iterable[_Substitute]) -> Masked:
    """``masked`` with ``edits`` of its text made, which are in order and apart."""
    edits = tuple(edits)
    if not edits:
        return masked
    texts: list[str] = []
    starts: list[Places] = []
    ends: list[Places] = []
    kept = 0
    for start, end, words in (*edits, _Substitute(len(masked.text), len(masked.text))):
        texts += [masked.text[kept:start], words]
        starts.append(masked.starts[kept:start])
        ends.append(masked.ends[kept:start])
        if words:
            first, last = masked.place(start, end)
            starts.append(np.full(len(words), first))
            ends.append(np.full(len(words), last))
        kept = end
    return Masked("".join(texts), np.concatenate(starts), np.concatenate(ends))
