"""Marginal notes that come out behind the first line of a section: ``... Inns Act. Short title``.

One such line is a sentence that breaks off; where most sections of a law have it, it is a note.
"""

from __future__ import annotations

import re

from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Skeleton

_BEHIND = re.compile(r"[a-z)”\"](?:[.;:—]\s+|[–-]\s+|\s[–-]\s{2,})(?P<note>[A-Z][^.;:]{2,60})$")
#: So many sections make a habit.
_FEWEST = 3


def set_apart_notes_behind(lines: list[Line], skeleton: Skeleton, words: StructureWords) -> None:
    """Take the notes out of the lines of their sections, as those of a column are."""
    found: list[tuple[Line, re.Match[str]]] = []
    bare = [unit for unit in skeleton.units if not unit.named]
    for unit in bare:
        line = lines[unit.line]
        match = _BEHIND.search(line.text, max(unit.rest, len(line.text) - 80))
        if match and _is_note(match["note"], words):
            found.append((line, match))
    if len(found) < _FEWEST or 3 * len(found) < 2 * len(bare):
        return
    for line, match in found:
        note = line.cut_off(match.start("note"))
        line.note, line.margin = note.text, ((note.start, note.end),)


def _is_note(text: str, words: StructureWords) -> bool:
    return looks_like_heading(text, words) and not words.finite.search(text)
