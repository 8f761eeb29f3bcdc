"""Boxes of annotations that a publisher prints between provisions, and the notes to a code.

Britain's and Ireland's notes are counted by a letter and a number, alone or glued to their words:
under "Textual Amendments" stands ``F6 S. 3ZA inserted``, under "Commencement Information" ``I1``.
The notes to a code of the United States stand under titles of their own, up to the next section.
"""

from __future__ import annotations

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.segmenter.lines.lines import Line
from annotator.segmenter.lines.wrapped_notes import goes_on

_SIGN = ("§", "[§")
#: The letters by which notes are counted.
_LETTERS = "FCEIMXPJ"
_NOTE = expression(rf"(?P<letter>[{_LETTERS}])(?P<number>\d{{1,4}})(?![\d.(\[])\s*(?P<rest>.*)")
_CITED = expression(r"\d{4} |S\.|L\.")
_MAX_TITLE = 60
#: A note quotes no more lines, and is wrapped over no more.
_MAX_QUOTED, _MAX_WRAPPED = 60, 12


def mark_boxes(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on the titles and the notes of boxes, and on notes that stand alone."""
    i, boxed = 0, False
    while i < len(lines):
        line = lines[i]
        if line.furniture:
            i += 1
            continue
        stop = i + 1 if _is_title(lines, i, words) else None
        if not stop and line.text[0] in _LETTERS:
            stop = _end_of_note(lines, i, words, boxed=boxed)
        boxed = bool(stop)
        for noted in lines[i : stop or i]:
            noted.furniture = True
        i = stop or i + 1


def _is_title(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether line ``i`` is the title of a box."""
    text = lines[i].text
    if len(text) >= _MAX_TITLE:
        return False
    if words.notes.box_title.fullmatch(text):
        return True
    if not words.notes.doubtful_box_title.fullmatch(text):
        return False
    following = _below(lines, i)
    return bool(
        _NOTE.match(following)
        or words.notes.box_title.fullmatch(following)
        or words.notes.footnote_label.match(following)
    )


def _below(lines: list[Line], i: int) -> str:
    return lines[i + 1].text if i + 1 < len(lines) else ""


def _end_of_note(lines: list[Line], i: int, words: StructureWords, *, boxed: bool) -> int | None:
    """The line behind a note of a box that begins in line ``i``, where it is one."""
    match = _NOTE.match(lines[i].text)
    if not match:
        return None
    last, rest = i, match["rest"]
    if not rest:
        if i + 1 == len(lines) or (lines[i + 1].gap and not boxed):
            return None
        last, rest = i + 1, lines[i + 1].text
    if not _annotates(rest, match["letter"], words, boxed=boxed):
        return None
    stop = last + 1
    while stop < min(last + _MAX_WRAPPED, len(lines)) and _goes_on(lines, stop, words):
        stop += 1
    if lines[stop - 1].text[-1] == ":":
        stop = _end_of_quoted(lines, stop, match["letter"], int(match["number"]), words)
    return stop


def _annotates(rest: str, letter: str, words: StructureWords, *, boxed: bool) -> bool:
    """Whether the words behind a mark are an editor's."""
    if words.notes.marked.match(rest):
        return True
    if not boxed:
        return False
    if rest[0].isdigit():
        return letter == "M" and bool(_CITED.match(rest))
    return letter != "F" or bool(words.notes.changed.search(rest))


def _goes_on(lines: list[Line], i: int, words: StructureWords) -> bool:
    """Whether line ``i`` goes on with the note of the line above it."""
    above = lines[i - 1].text
    if _NOTE.match(lines[i].text):
        return False
    if above[-1] in ":)]" or above[-1].isdigit():
        return lines[i].text[0].islower() and not lines[i].gap
    return goes_on(lines, i, words)


def _end_of_quoted(
    lines: list[Line], i: int, letter: str, number: int, words: StructureWords
) -> int:
    """The line behind what a note quotes: the next note or box; ``i`` where none follows."""
    for stop in range(i, min(i + _MAX_QUOTED, len(lines))):
        if _is_title(lines, stop, words):
            return stop
        match = _NOTE.match(lines[stop].text)
        if match and match["letter"] == letter and int(match["number"]) == number + 1:
            return stop
    return i


def mark_code_notes(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on the notes that follow a section of a code, up to the next one."""
    if not any(line.text.startswith(_SIGN) for line in lines):
        return
    within = False
    for i, line in enumerate(lines):
        text = line.text
        if within:
            first = text.split(maxsplit=1)[0].casefold()
            within = not (text.startswith(_SIGN) or (first in words.containers and text.isupper()))
        else:
            within = len(text) < _MAX_TITLE and _is_title_of_code_notes(lines, i, words)
        line.furniture = line.furniture or within


def _is_title_of_code_notes(lines: list[Line], i: int, words: StructureWords) -> bool:
    if words.code_notes.fullmatch(lines[i].text):
        return True
    return bool(
        words.notes.code_amendments.fullmatch(lines[i].text)
        and words.notes.code_amendment.match(_below(lines, i))
    )
