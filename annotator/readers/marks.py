"""Marks of editors within clauses: brackets around words that were changed, and calls of notes.

``may by 1[five years], or 2[with fine]`` and ``by order2 make rules`` are how India, Pakistan,
Bangladesh and others print a law that was amended; ``[^3]`` and ``fingerprinted.*`` call a note,
too. The law says none of it. A bracket may be the law's own, and a digit a number that has lost its
blank: so brackets are an editor's only where a digit stands before several of them, and a digit
calls a note only where a note bears it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.readers.joints import Span
from annotator.segmenter import Segmentation
from annotator.segmenter.lines.marks import PLAIN_DIGITS

#: So many digits before brackets make a habit.
_FEWEST = 3
_BRACKET = expression(r"(?P<digits>(?<![\w.,/-])\d{1,3} ?)?\[|\]")
_WORD_BEFORE = expression(r"([^\W\d_]+)[.)]? ?\Z")
_LONGEST_WORD = 24
_RANGE = expression(r"\d[A-Z]?\s?(?:[^\W\d_]{2,3}|[-–—,&])\Z")
#: What an editor's bracket without a digit stands before: the number of what was inserted.
_LABEL = expression(r"\(?\w{1,5}\)|\d{1,4}[A-Z]{0,3}\.")
#: No pair of brackets is set wider.
_WIDEST = 20_000
_CALL = expression(
    r"(?<=[a-z]{3})(?P<digit>\d{1,2})(?=[\s,;:]|\.[ \t]*(?:\n|\Z))|"  # none is "Singer2. Poet"
    r"(?<=[a-z]{3})(?P<raised>[¹²³⁴-⁹⁰]{1,2})|"
    r"(?<=[\w.,;:)”])(?P<star>\*{1,3})(?=\s|$)|(?P<caret>\[\^\w{1,3}\])"
)
_NOTE = expression(r"\[?(\d{1,2}|[¹²³⁴-⁹⁰]{1,2}|\*{1,3})\]?[.)]?(?:\s|[A-Z]|\Z)")


def editors_marks(text: str, cut: Segmentation, words: StructureWords) -> set[Span]:
    """The marks that stand within clauses, or at their ends.

    Args:
        text: the text as printed.
        cut: what the segmenter made of it.
        words: those of its language.
    """
    starts = [clause.start for clause in cut.clauses]
    marks = set()
    for start, end in (*_brackets(text, words), *_calls(text, cut, words)):
        at = bisect_left(starts, start + 1) - 1
        if at >= 0 and end <= cut.clauses[at].end:
            marks.add((start, end))
    return marks


def _brackets(text: str, words: StructureWords) -> Iterator[Span]:
    """Editors' brackets with the digits before them."""
    if "[" not in text:
        return
    open_: list[tuple[int, int, bool]] = []
    found: list[Span] = []
    digits = 0
    for match in _BRACKET.finditer(text):
        start, end = match.span()
        if match[0] != "]":
            marked = match["digits"] is not None and (
                match["digits"][-1] != " " or not _belongs_to_word(text, start, words)
            )
            digits += marked
            labelled = not marked and bool(_LABEL.match(text, end))
            if match["digits"] and not marked:
                start = end - 1
            open_.append((start, end, marked or labelled))
            if marked and not text[end : end + 40].strip():
                found.append((start, end))
        elif open_:
            opened, ends, editors = open_.pop()
            if editors and start - opened < _WIDEST:
                found += [(opened, ends), (start, end)]
    found += [(start, end) for start, end, editors in open_ if editors]
    if digits >= _FEWEST:
        yield from found


def _belongs_to_word(text: str, start: int, words: StructureWords) -> bool:
    """Whether a number before a blank is a section's own, or that of the word before it.

    ``30 [Repealed]`` on its line, ``204 and 205 [Repealed]``, ``section 5 [as amended]``.
    """
    before = text[max(0, start - _LONGEST_WORD) : start].rstrip(" \t")
    if not before or before[-1] in "\n\f" or _RANGE.search(before):
        return True
    match = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
    if match is None:
        return False
    told = match[1].casefold().removesuffix("s")
    if any(told == one.casefold() for one in (*words.units, *words.containers, *words.attachments)):
        return True
    return match[1][0].isupper() and told in words.pages.beside_a_name


def _calls(text: str, cut: Segmentation, words: StructureWords) -> Iterator[Span]:
    """Calls of notes, of which the print has a note with the same mark."""
    noted = {
        match[1].translate(PLAIN_DIGITS)
        for line in cut.lines
        if line.furniture and (match := _NOTE.match(line.text))
    }
    for match in _CALL.finditer(text) if noted or "[^" in text else ():
        mark = match[0].translate(PLAIN_DIGITS)
        if match["caret"] or (mark in noted and not _belongs_to_word(text, match.start(), words)):
            yield match.span()
