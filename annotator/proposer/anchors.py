"""Where words go into a clause, as a drafter would put them.

Every function works on the clause's own text and returns offsets into it; the caller moves them to
the canonical text. None means that the place cannot be told surely.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from annotator.expressions import expression
from annotator.library.model import Form
from annotator.library.patterns import compiled
from annotator.reading.actors import Action
from annotator.reading.law import folded

# What closes a clause, its letters read backwards: a mark, "; (in force 2001)", blanks.
_CLOSING = expression(r"\s*(?:\)[^()]*\(\s*)?[.;:,]?")
_LONGEST_ANCHOR = 12


@dataclass(frozen=True)
class Point:
    """A place between two characters of the clause.

    ``side`` is where the words go beside the anchor, ``start`` and ``end`` delimit the anchor, and
    ``groups`` are the named groups of the pattern that found it.
    """

    side: str
    start: int
    end: int
    groups: dict[str, str]

    @property
    def offset(self) -> int:
        """Where the words go."""
        return self.end if self.side == "after" else self.start


def find_point(form: Form, text: str, action: Action | None) -> Point | None:
    """The place that a form names by ``after``, ``before`` or ``at``.

    Args:
        form: of an operation that inserts words into a sentence.
        text: the clause.
        action: what is done to somebody in it, for ``at: actor`` and ``at: action``.
    """
    if form.after or form.before:
        match = compiled(form.after or form.before).search(text)
        if match is None:
            return None
        groups = {name: value for name, value in match.groupdict().items() if value}
        return Point("after" if form.after else "before", match.start(), match.end(), groups)
    offset = _named_offset(form.at, text, action)
    return None if offset is None else Point("after", _word_start(text, offset), offset, {})


def _named_offset(name: str, text: str, action: Action | None) -> int | None:
    if name == "actor":
        return action.actor_end if action else None
    if name == "action":
        return action.verb_end if action else None
    return end_of_sentence(text)


def end_of_sentence(text: str) -> int | None:
    """Before the closing punctuation of a clause of one plain sentence; None if it is not one."""
    closing = _CLOSING.match(text[::-1])
    body = text[: len(text) - (closing.end() if closing else 0)]
    plain = not re.search(r"[.;:—]\s|\n\s*\n|\(\w\)|[—–:]$", body)
    return len(body) if plain and body else None


def quoted_anchor(text: str, point: Point) -> str:
    """The words beside the point, as few as make them unique in the clause, on one line.

    After three words they grow away from the point, a word at a time.
    """
    anchor = ""
    if point.side == "after":
        words = re.findall(r"\S+\s*", text[: point.end])
        for count in range(1, min(len(words), _LONGEST_ANCHOR) + 1):
            anchor = "".join(words[-count:])
            if _enough(anchor, text, point, count):
                break
    else:
        words = re.findall(r"\S+\s*", text[point.start :])
        for count in range(1, min(len(words), _LONGEST_ANCHOR) + 1):
            anchor = "".join(words[:count]).rstrip()
            if _enough(anchor, text, point, count):
                break
    return folded(anchor)


def _enough(anchor: str, text: str, point: Point, count: int) -> bool:
    covered = len(anchor.strip()) >= min(point.end - point.start, 24) or count >= 6
    return covered and text.count(anchor) == 1


def insertion_text(text: str, offset: int, side: str, words: str) -> str:
    """The words with the blanks that they need where they go, and no comma doubled."""
    before, after = text[:offset], text[offset:]
    if re.match(r"\s*[,.;:]", after):
        words = words.rstrip(",")
    if side == "before":
        glue = "" if before[-1:].isspace() or not before else " "
        return glue + words + ("" if after[:1].isspace() else " ")
    lead = "" if words[:1] in ",;" or before[-1:].isspace() else " "
    trail = "" if not after or after[0].isspace() or after[0] in ",.;:)—" else " "
    return lead + words + trail


def _word_start(text: str, offset: int) -> int:
    return text.rfind(" ", 0, max(offset - 1, 0)) + 1
