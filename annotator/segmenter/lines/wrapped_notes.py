"""Where a note that is broken over lines ends: its words break off, or its bracket is open."""

from __future__ import annotations

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.lines import Line

BRACKETS = {"[": "]", "(": ")", "{": "}"}
_TAIL = 16


def goes_on(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether line ``i`` goes on with the note of the line above it."""
    line, above = lines[i], lines[i - 1].text
    if line.gap:
        return False
    if breaks_off(above, words):
        return True
    if not line.soft:
        return False
    return above[-1] not in ".])}" or line.text[0].islower()


def breaks_off(text: str, words: StructureWords) -> bool:
    """Whether the words of a note cannot end where a line of it does."""
    if text[-1] in ",–—(":
        return True
    tail = text[-_TAIL:]
    return bool(words.notes.breaks_off.search(tail) or words.headings.unfinished.search(tail))


def is_open(text: str) -> bool:
    """Whether the bracket with which a note begins is still open."""
    closing = BRACKETS.get(text[0])
    return closing is not None and text.count(text[0]) > text.count(closing)


def is_in_a_bracket(lines: list[Line], i: int) -> bool:
    """Whether line ``i`` begins within a bracket of the law's words: "(2) [Repealed," above it."""
    line, above = lines[i], lines[i - 1]
    if i == 0 or line.gap or above.furniture or line.text[0] in BRACKETS:
        return False
    return leaves_open(above.text)


def leaves_open(text: str) -> bool:
    """Whether a bracket that a line opens does not close in it.

    >>> leaves_open("to any person. (2) [Repealed,"), leaves_open("to any person (or dog).")
    (True, False)
    """
    return any(text.rfind(opening) > text.rfind(end) for opening, end in BRACKETS.items())
