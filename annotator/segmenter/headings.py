"""Which lines are headings: titles of parts, cross-headings, marginal notes.

A heading is known by its place, above a number or behind it, and by its looks: it begins with a
capital, ends without the punctuation that ends a sentence, and says nothing that a verb would say.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from annotator.segmenter.lines import Line

_LABEL = re.compile(r"\(\w{1,5}(?:\.\d+)?\)|\w{1,3}[.)]\s|[–—•·-]\s")
_EDITORS_OPENING = re.compile(r"\b[FCEIMX]\d+\[")
_NUMBERED_TITLE = re.compile(r"(?:[IVXLC]{1,6}|[A-Z])\.\s+[A-Z][^.;]*$")
_FINITE = re.compile(
    r"\b(?:shall|may|must|means|includes|will|has been|have been|does not|is|are)\b"
)
_STATES = re.compile(
    r"\b(?:appl(?:y|ies)|lays?|sets?|enters?|remains?|ha(?:s|ve|d)|do(?:es)?|was|were|can|bears?|governs?|"
    r"regulates?|establish(?:es)?|provides?|ceases?|takes?|comes?|becomes?|means?|includes?)\b"
)
_ENDS_SENTENCE = re.compile(r"[.;:!?\])”’\"]$|[;,] (?:and|or)$|[;,]$")
_MAX_LENGTH = 240


class HeadingLines(NamedTuple):
    """A heading: the lines ``first`` to ``last`` inclusive, and its words on one line."""

    first: int
    last: int
    text: str
    gap_below: bool


def headings_above(lines: list[Line], opener: int, floor: int) -> list[HeadingLines]:
    """The headings directly above line ``opener`` and below line ``floor``, in text order."""
    found: list[HeadingLines] = []
    below = opener
    while True:
        last = below - 1
        while last > floor and lines[last].furniture:
            last -= 1
        if last <= floor or lines[last].quoted:
            break
        first = _paragraph_start(lines, last, floor)
        text = words_of(lines, first, last)
        if _goes_on_from_above(lines, first) or not looks_like_heading(text):
            break
        found.append(
            HeadingLines(first, last, text, lines[below].gap if below < len(lines) else True)
        )
        below = first
    return found[::-1]


def words_of(lines: list[Line], first: int, last: int) -> str:
    """The words of some lines on one line, without the marks that an editor set around them."""
    words = " ".join(line.text for line in lines[first : last + 1] if not line.furniture)
    bare = _EDITORS_OPENING.sub("", words)
    return bare.rstrip("]") if bare.count("]") > bare.count("[") else bare


def _paragraph_start(lines: list[Line], last: int, floor: int) -> int:
    first = last
    while first - 1 > floor and _goes_on_from_above(lines, first):
        first -= 1
    return first


def _goes_on_from_above(lines: list[Line], i: int) -> bool:
    """Whether line ``i`` continues the line above it, by its width and by the words."""
    if i == 0 or not lines[i].soft:
        return False
    return not (lines[i].text[0].isupper() and _ENDS_SENTENCE.search(lines[i - 1].text[-8:]))


def looks_like_heading(text: str) -> bool:
    """Whether a paragraph's own looks allow it to be a heading."""
    text = _EDITORS_OPENING.sub("", text)
    if not text:
        return False
    if len(text) > _MAX_LENGTH or (_LABEL.match(text) and not _NUMBERED_TITLE.match(text)):
        return False
    if not (text[0].isupper() or text[0] in "“\"‘'[§*"):
        return False
    words = text.count(" ") + 1
    if text[-1] in ";:,—–-" or text.endswith((" and", " or")):
        return False
    finite = bool(_FINITE.search(text))
    if text[-1] == ".":  # marginal notes of older acts end with a full stop
        stated = finite or _STATES.search(text) or text[0] in "“\"‘'"
        return words <= 14 and not stated and ". " not in text
    return not (finite and words > 9)


_RUN_IN = re.compile(r"(?P<title>[A-Z“\"‘][^.;:]{2,150}?)\.\s?[—–]{1,2}-?\s?(?=[\[(“\"‘A-Z])")


def run_in_title(rest: str) -> tuple[str, int] | None:
    """The title that a section has behind its number, before a dash: ``14. Search.—(1) An ...``.

    Returns:
        The title and the offset in ``rest`` at which the words begin; None where there is none.
    """
    match = _RUN_IN.match(rest)
    if match and not _FINITE.search(match["title"]):
        return match["title"], match.end()
    return None
