"""Marginal notes that came out on the line of their section, in front of its number.

``Short title. 1. This Act may``, ``Offences. 4. A person who``: so a table with notes in one column
and the text in the other is copied. One alone says nothing, for a sentence can end so; the numbers
of several lines, one behind another, do.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import Key, unit_key
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.unit_heads import keyword

#: So many sections with a note in front of them make a habit of the law.
_FEWEST = 3
_NUMBER = r"(?P<number>\d{1,3}[A-Z]{0,2})\.\s{1,3}(?:\(1\)\s{1,3})?(?=[A-Z“\"‘])"
_NOTED = expression(rf"(?P<note>[A-Z][^:;?!]{{2,150}}?)\s{{1,9}}{_NUMBER}")
_PLAIN = expression(_NUMBER)
#: What stands within so many letters wherever a number does; most paragraphs have nothing of it.
_MAY_OPEN = expression(r"\s\d{1,3}[A-Z]{0,2}\.\s")
_LONGEST = 170
_NONE: Key = (0, ())
_FIRST: Key = (1, ())


def noted_cuts(paragraphs: Sequence[str], words: StructureWords) -> list[list[int]]:
    """Where the number begins behind its section's note, in each of some paragraphs.

    Returns:
        the offsets, at most one in each; none in all of them where the law has no such habit.
    """
    cuts: list[list[int]] = [[] for _ in paragraphs]
    last, plain = _NONE, 0
    notes: list[str] = []
    for k, text in enumerate(paragraphs):
        if text[0].isdigit():
            match = _PLAIN.match(text)
        else:
            match = _NOTED.match(text) if _MAY_OPEN.search(text, 0, _LONGEST) else None
        if match is None:
            continue
        start, key = match.start("number"), unit_key(match["number"])
        if start and key == _FIRST and not notes:
            last, plain = _NONE, 0  # what was counted above is a table of contents
        if not _follows(key, last):
            continue
        if not start:
            plain += 1
        elif _is_note(match["note"], text, words):
            cuts[k] = [start]
            notes.append(match["note"])
        else:
            continue
        last = key
    differ = 2 * len(set(notes)) > len(notes)  # "Item", "Chapter" stand before number after number
    habit = differ and len(notes) >= _FEWEST and len(notes) > plain
    return cuts if habit else [[] for _ in paragraphs]


def _follows(key: Key, last: Key) -> bool:
    """Whether a number is the very next one, or was inserted behind the last: 3A behind 3."""
    return key == (last[0] + 1, ()) or (key[0] == last[0] and key > last)


def _is_note(note: str, text: str, words: StructureWords) -> bool:
    return (
        keyword(text, words) is None
        and words.subdivided.match(text) is None
        and words.finite.search(note) is None
        and looks_like_heading(note, words)
    )
