"""What the encoder reads of a clause: one line of text, the same in training and at work.

The heading and the words that introduce a list come first, as context; then the clause. Years,
the numbers of provisions, enumerators and the names of States are taken out: a network given them
learns to recognise the law it was trained on instead of reading the clause. One word in front says
whether the clause names gender, or a role that one sex may be singled out by, by the closed lists
of :mod:`~annotator.lang.en.gender_words`.
"""

from __future__ import annotations

import re

from annotator.lang.en.country_names import STAND_INS
from annotator.lang.en.gender_words import naming

#: Words and marks of a line that the encoder reads; the rest of a very long clause is cut off.
MAX_WORDS = 230
#: Of a long lead-in only the end is context enough.
MAX_LEAD_IN_WORDS = 60

_NUMBER = r"(?:\d+[A-Z]*(?:\.\d+)*|\b[IVXL]+\b)?(?:\((?:\d+|[a-z]{1,5}|[A-Z])(?:\.\d+)?\))*"
_REFERENCE = re.compile(
    r"\b((?:sub)?(?:section|paragraph|article|regulation|rule|clause|part|schedule|chapter|annex)s?)"
    rf"\s*(?=[\dIVXL(]){_NUMBER}(?:\s*(?:,|and|or|to)\s+(?=[\d(]){_NUMBER})*",
    re.IGNORECASE,
)
_YEAR = re.compile(r",?\s*\b(?:1[6-9]|20)\d\d\b")
_ENUMERATOR = re.compile(r"(?:(?<=\s)|^)\((?:[a-z]{1,5}|[A-Z]|\d{1,2})(?:\.\d+)?\)\s+")
_NAME = re.compile(r"\b[A-Z]\w+(?: [A-Z]\w+)?")
_WORD = re.compile(r"\w+|[^\w\s]")
_GONE = re.compile(
    r"\b(?:repealed|deleted|omitted|revoked|rescinded|abrogated|reserved|spent)\b", re.IGNORECASE
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def fold(text: str) -> str:
    """``text`` with every run of white space as one blank, and none at the ends."""
    return " ".join(text.split())


def encode(heading: str, lead_in: str, text: str) -> str:
    """The line that the encoder reads.

    Args:
        heading: the heading nearest to the clause, or an empty string.
        lead_in: the words that introduce the list of which the clause is an item, or none.
        text: the clause itself.

    >>> encode("Search", "", "An officer may search a person under section 14(2) of the 1999 Act.")
    'plain . Search: An officer may search a person under section of the Act.'
    """
    context = _last_words(mask(lead_in), MAX_LEAD_IN_WORDS)
    title = mask(heading).strip(" .:")
    line = fold(f"{title}: {context} {mask(text)}" if title else f"{context} {mask(text)}")
    marker = naming(f"{heading}\n{lead_in}\n{text}")
    return _first_words(f"{marker} . {line}", MAX_WORDS)


def is_empty(text: str) -> bool:
    """Whether nothing is left of a provision but its editor's marks.

    >>> [is_empty(text) for text in ("F1[…]", "[Repealed]", "* * *", "employment;")]
    [True, True, True, False]
    """
    return not _LETTERS.search(_GONE.sub("", text))


def words_of(line: str) -> list[str]:
    """The words and marks of a line, as the encoder's tokenizer parts them."""
    return _WORD.findall(line)


def mask(text: str) -> str:
    """``text`` without the years, numbers of provisions, enumerators and names of States."""
    text = _REFERENCE.sub(r"\1", text)
    text = _YEAR.sub("", text)
    text = _ENUMERATOR.sub("", text)
    return _NAME.sub(_stand_in, text)


def _stand_in(match: re.Match[str]) -> str:
    name = match.group()
    if name in STAND_INS:
        return STAND_INS[name]
    return " ".join(STAND_INS.get(word, word) for word in name.split(" "))


def _first_words(text: str, count: int) -> str:
    for place, match in enumerate(_WORD.finditer(text)):
        if place == count:
            return text[: match.start()].rstrip()
    return text


def _last_words(text: str, count: int) -> str:
    starts = [match.start() for match in _WORD.finditer(text)]
    return text if len(starts) <= count else text[starts[-count] :]
