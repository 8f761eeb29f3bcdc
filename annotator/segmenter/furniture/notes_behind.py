"""Marginal notes that come out behind the words of their section.

``... Inns Act. Short title`` is the first line of one with its note: one such line is a sentence
that breaks off; where most sections of a law have it, it is a note. ``[Short title.]`` below the
last words of each section is that section's, where none stands above the first.
"""

from __future__ import annotations

import re

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.headings import looks_like_heading
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Skeleton

_BELOW = expression(r"\[(?P<note>[A-Z][^\[\]]{2,80})\]")
_BEHIND = expression(r"[a-z)”\"](?:[.;:—]\s+|[–-]\s+|\s[–-]\s{2,})(?P<note>[A-Z][^.;:]{2,60})$")
#: So many sections make a habit.
_FEWEST = 3


def set_apart_notes_behind(lines: list[Line], skeleton: Skeleton, words: StructureWords) -> None:
    """Take the notes out of the lines of their sections, as those of a column are."""
    _set_apart_notes_below(lines, skeleton, words)
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


def _set_apart_notes_below(lines: list[Line], skeleton: Skeleton, words: StructureWords) -> None:
    """Let the notes in brackets below the sections be their headings, where all have one."""
    openers = sorted([*(u.line for u in skeleton.units), *(c.line for c in skeleton.containers)])
    bodied = [u.line for u in skeleton.units if not u.named]
    if len(bodied) < _FEWEST or _note_above(lines, bodied[0], words) is not None:
        return
    ends = dict(zip(openers, [*openers[1:], len(lines)], strict=True))
    notes = {i: _note_above(lines, ends[i], words) for i in bodied}
    if any(note is None or note <= i for i, note in notes.items()):
        return
    for i, note in notes.items():
        if note is not None and (match := _BELOW.fullmatch(lines[note].text)):
            lines[i].note = match["note"]
            lines[note].furniture = lines[note].heading = True  # a heading that is none below it


def _note_above(lines: list[Line], i: int, words: StructureWords) -> int | None:
    """The line of the note in brackets that stands last above line ``i``, if one does."""
    above = next((k for k in range(i - 1, -1, -1) if not lines[k].furniture), -1)
    match = _BELOW.fullmatch(lines[above].text) if above >= 0 else None
    return above if match and _is_note(match["note"], words) else None


def _is_note(text: str, words: StructureWords) -> bool:
    return looks_like_heading(text, words) and not words.finite.search(text)
