"""What the encoder reads of a clause: one line of text, the same in training and at work.

The heading and the words that introduce a list come first, as context; then the clause, all of
them :mod:`masked <.masking>`. One word in front says whether the clause names gender, or a role
that one sex may be singled out by, by the closed lists of its language. The line is cut into words
once; network, bag of words and evidence speak of these words, and each word of the clause knows
where it stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, islice, repeat
from typing import NamedTuple

from msgspec import Struct

from annotator.classifier.broken_words import named
from annotator.classifier.masking import Offsets, mask
from annotator.expressions import expression
from annotator.provisions import Clause

#: Words and marks of a line that the encoder reads; the rest of a very long clause is cut off. They
#: come to 1.06 word pieces each on average by MiniLM's tokenizer, 1.22 by e5's; how many pieces the
#: graph is given, the config of the training says (``model_max_length``).
MAX_WORDS = 230
#: Of a long lead-in only the end is context enough, which leaves three quarters to the clause.
MAX_LEAD_IN_WORDS = 60

_WORD = expression(r"\w+|[^\w\s]")
_GONE = expression(
    r"\b(?:repealed|deleted|omitted|revoked|rescinded|abrogated|reserved|spent)\b", re.IGNORECASE
)
_LETTERS = expression(r"[^\W\d_]{2,}")


class Word(NamedTuple):
    """A word, or a mark, of a line.

    ``start`` is where in the line it begins. ``place`` are its offsets in the clause, or those of
    the name that it stands for; None for what comes before the clause.
    """

    text: str
    start: int
    place: Offsets | None = None


def nearest_heading(heading: str, path: Sequence[str]) -> str:
    """The heading that a clause is read with; in a law that heads its parts only, the innermost.

    Args:
        heading: the clause's own, if it has one.
        path: the headings above it, outermost first.
    """
    return heading or (path[-1] if path else "")


class ClauseLine(Struct, frozen=True):
    """What the encoder reads, and the words and marks of which it consists, in their order."""

    text: str
    words: tuple[Word, ...]

    @classmethod
    def of(cls, text: str) -> ClauseLine:
        """A line of which no word stands in a clause.

        >>> [word.text for word in ClauseLine.of("No visa: £50.").words]
        ['No', 'visa', ':', '£', '50', '.']
        """
        return cls(text, tuple(Word(match[0], match.start()) for match in _WORD.finditer(text)))


def fold(text: str) -> str:
    """``text`` with every run of white space as one blank, and none at the ends."""
    return " ".join(text.split())


def encode(heading: str, lead_in: str, text: str, language: str = "en") -> ClauseLine:
    """The line that the encoder reads.

    Args:
        heading: the heading nearest to the clause, or an empty string.
        lead_in: the words that introduce the list of which the clause is an item, or none.
        text: the clause itself, into which the words' places are offsets.
        language: of all three, by its ISO 639-1 code; the marker is the same in every one.

    Raises:
        InputError: :mod:`annotator.lang` has no words of that language for the classifier.

    >>> line = encode("Search", "", "An officer may search under section 14(2) of the 1999 Act.")
    >>> line.text
    'plain . Search: An officer may search under section of the Act.'
    >>> [word.place for word in line.words[-3:]]
    [(45, 48), (54, 57), (57, 58)]
    """
    context, before = _context(heading, lead_in, language)
    marker = named(f"{heading}\n{lead_in}\n{text}", language)
    masked = mask(text, language)
    whole = f"{marker} . " + fold(f"{context} {masked.text}")
    read = list(islice(_WORD.finditer(whole), MAX_WORDS + 1))
    if len(read) > MAX_WORDS:
        whole = whole[: read.pop().start()].rstrip()
    # Folding moves words and changes none: those of the clause come in the order they had in it.
    starts, ends = masked.starts.tolist(), masked.ends.tolist()
    own = ((starts[match.start()], ends[match.end() - 1]) for match in _WORD.finditer(masked.text))
    placed = zip(read, chain(repeat(None, before), own), strict=False)
    words = tuple(Word(match[0], match.start(), place) for match, place in placed)
    return ClauseLine(whole, words)


def line_of(clause: Clause) -> ClauseLine:
    """The line that the encoder reads of a clause of an English law."""
    return encode(nearest_heading(clause.heading, clause.path), clause.lead_in, clause.text)


@lru_cache(maxsize=64)
def _context(heading: str, lead_in: str, language: str) -> tuple[str, int]:
    """What stands before the clause, and how many words that is with those of the marker.

    Kept, since the items of a list have it in common.
    """
    title = mask(heading, language).text.strip(" .:")
    introduced = _last_words(mask(lead_in, language).text, MAX_LEAD_IN_WORDS)
    context = fold(f"{title}: {introduced}" if title else introduced)
    return context, len(_WORD.findall(f"plain . {context}"))


def is_empty(text: str) -> bool:
    """Whether nothing is left of a provision but its editor's marks.

    >>> [is_empty(text) for text in ("F1[…]", "[Repealed]", "* * *", "employment;")]
    [True, True, True, False]
    """
    return not _LETTERS.search(_GONE.sub("", text))


def _last_words(text: str, count: int) -> str:
    starts = [match.start() for match in _WORD.finditer(text)]
    return text if len(starts) <= count else text[starts[-count] :]
