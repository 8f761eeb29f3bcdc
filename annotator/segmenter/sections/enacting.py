"""The section that stands unnumbered behind the enacting words.

Older Acts of Congress, and those of legislatures that followed them, number only from the second
section: ``Be it enacted ..., That no lunatic shall land. SEC. 2. That ...``.
"""

from __future__ import annotations

import re
from functools import cache

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.numbering import unit_key
from annotator.segmenter.lines.line import Line
from annotator.segmenter.lines.openers import Candidate, Unit

#: The enacting words stand among so many first lines, and fill no more than so many.
_FIRST_LINES, _MOST_LINES = 400, 6
#: "Considering:" is no longer, nor the words by which a law is made.
_SHORT, _MOST_DECIDING = 40, 180
#: A list above them has no more lines.
_MOST_LISTED = 60
#: As much speaks for the section as for one that bears its number.
_SCORE = 2.5
_FIRST, _SECOND = unit_key("1"), unit_key("2")


def part_enacting_words(lines: list[Line], words: StructureWords) -> list[Line]:
    """The lines, the one cut in which the first section's words begin behind the enacting words.

    A first section that bears its number goes on with none of them, however full their last line.
    """
    found = _first_words(lines, words)
    if not found or not found[1].start():
        return lines
    i, match = found
    return [*lines[: i + 1], lines[i].cut_off(match.start()), *lines[i + 1 :]]


def unnumbered_first(
    lines: list[Line], candidates: list[Candidate], words: StructureWords
) -> Candidate | None:
    """The first section of an Act whose numbers begin with the second, if it stands unnumbered.

    Args:
        lines: the law's lines, as :func:`part_enacting_words` leaves them.
        candidates: what could open a section, in the order of the text.
        words: those of the law's language.
    """
    found = _first_words(lines, words)
    if not found or found[1].start():
        return None
    i = found[0]
    following = next((c.unit for c in candidates if c.unit.line > i), None)
    if following is None or following.key != _SECOND:
        return None
    if any(c.unit.line < i and c.unit.key == _FIRST for c in candidates):
        return None
    return Candidate(Unit(i, "1", _FIRST, following.word, following.named, 0, _FIRST), _SCORE)


def mark_reasons(lines: list[Line], words: StructureWords) -> None:
    """Set ``furniture`` on the reasons for a law and all above them, where it says that it begins.

    They are numbered as provisions are: ``Whereas: (1) The`` ..., ``Has decided:``.
    """
    for i, line in enumerate(lines[:_FIRST_LINES]):
        if ":" not in line.text[:_SHORT] or not words.recital.match(line.text):
            continue
        for reason in lines[: _behind_reasons(lines, i, words)]:
            reason.furniture = True
        return


def _behind_reasons(lines: list[Line], first: int, words: StructureWords) -> int:
    """The line behind the words by which a law is made, below its first reason; 0 without any."""
    for i in range(first + 1, min(len(lines), first + _FIRST_LINES)):
        text = lines[i].text
        if text[0].isupper() and len(text) < _MOST_DECIDING:
            if words.end.decides.fullmatch(text):
                return i + 1
            if text.startswith(tuple(words.units)):
                return 0
        elif words.end.binds.search(text) and not words.recital.match(text.partition(" ")[2]):
            return 0  # a provision
    return 0


def mark_front_lists(lines: list[Line], candidates: list[Candidate], words: StructureWords) -> None:
    """Set ``furniture`` on a list, above the enacting words, whose numbers begin anew below them.

    Such lists name the acts that amended the law.
    """
    firsts = [c.unit.line for c in candidates if c.unit.key == _FIRST][:2]
    if len(firsts) < 2 or firsts[1] - firsts[0] > _MOST_LISTED:
        return
    for i in range(firsts[1] - 1, firsts[0], -1):
        if words.end.enacts.match(lines[i].text):
            end = next((k for k in range(firsts[0], i) if _recites(lines[k].text, words)), i)
            if not any(words.finite.search(line.text) for line in lines[firsts[0] : end]):
                for line in lines[firsts[0] : i]:
                    line.furniture = True
            return


def _recites(text: str, words: StructureWords) -> bool:
    """Whether a line begins with a reason for the law, behind "Preamble:" too."""
    return bool(words.recital.match(text) or words.recital.match(text.partition(": ")[2]))


def _first_words(lines: list[Line], words: StructureWords) -> tuple[int, re.Match[str]] | None:
    """The line in which the first words behind the enacting words stand, and they within it."""
    for i, line in enumerate(lines[:_FIRST_LINES]):
        if not words.end.be_it_enacted.match(line.text):
            continue
        for j in range(i, min(i + _MOST_LINES, len(lines))):
            if j > i and lines[j].soft and _first_section(words).match(lines[j].text):
                lines[j].soft = False
                return None
            if match := words.end.enacted.search(lines[j].text):
                return j, match
            if lines[j].text[-1] in ".:":
                break
    return None


@cache
def _first_section(words: StructureWords) -> re.Pattern[str]:
    units = "|".join(map(re.escape, words.units))
    return expression(rf"(?:{units})\s?1\s?[.:—–-]", re.IGNORECASE)
