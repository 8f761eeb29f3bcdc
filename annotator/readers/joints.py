"""How the words around what leaves a text join: by a line break, or as one word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from annotator.expressions import expression
from annotator.lang.structure_words import StructureWords
from annotator.readers.traced import Traced, joined
from annotator.segmenter.lines.lines import ends_paragraph

Span = tuple[int, int]
Parts = tuple[Traced | str, ...]

_WORD = expression(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_HALF = expression(r"([^\W\d_]+)-\Z")
_OTHER_HALF = expression(r"[^\W\d_]+")
_LONGEST_WORD = 40
#: So many letters tell whether a paragraph ends.
_TAIL = 12


class _Edit(NamedTuple):
    """What comes in place of ``[start, end)``."""

    start: int
    end: int
    parts: Parts


class Joints:
    """Takes stretches out of a text.

    Args:
        text: it.
        words: those of its language.
    """

    def __init__(self, text: Traced, words: StructureWords) -> None:
        self._text = text
        self._law = text.text
        self._structure = words

    def without(self, stretches: Iterable[Span], heads: Mapping[int, Parts]) -> Traced:
        """The text without the stretches.

        Args:
            stretches: in the order of the text; something stands between any two.
            heads: what is put in, by offset.
        """
        text = self._text
        parts: list[Traced | str] = []
        done = 0
        waiting = sorted(heads.items(), key=lambda head: head[0], reverse=True)
        for edit in (self._joint(start, end) for start, end in stretches):
            while waiting and waiting[-1][0] < edit.start:
                at, head = waiting.pop()
                parts += [text.cut(done, at), *head]
                done = at
            parts += [text.cut(done, edit.start), *edit.parts]
            while waiting and waiting[-1][0] <= edit.end:
                parts += waiting.pop()[1]
            done = edit.end
        for at, head in reversed(waiting):
            parts += [text.cut(done, at), *head]
            done = at
        return joined([*parts, text.cut(done, len(self._law))])

    def _joint(self, start: int, end: int) -> _Edit:
        """What comes in place of a stretch and the white space around it.

        A paragraph that ends there ends where it is gone, too.
        """
        law = self._law
        before, behind = start, end
        while before and law[before - 1].isspace():
            before -= 1
        while behind < len(law) and law[behind].isspace():
            behind += 1
        breaks = [at for at in range(before, start) if law[at] == "\n"]
        breaks_behind = [at for at in range(end, behind) if law[at] == "\n"]
        if breaks and breaks_behind:
            hyphen = self._hyphen(before, behind)
            if hyphen is not None:
                return _Edit(before - hyphen, behind, ())
        places = breaks or breaks_behind or [law.find("\n", start, end)]
        if places[0] < 0:  # on one line
            blank = before if before < start else end
            return _Edit(before, behind, (self._text.cut(blank, min(blank + 1, behind)),))
        longer = max(breaks, breaks_behind, key=len)
        if len(longer) > 1 and ends_paragraph(
            law[max(0, before - _TAIL) : before], self._structure
        ):
            places = longer
        else:
            places = places[:1]
        stop = max(end, law.rfind("\n", end, behind) + 1, law.rfind("\f", end, behind) + 1)
        return _Edit(before, stop, tuple(self._text.cut(at, at + 1) for at in places[:2]))

    def _hyphen(self, before: int, behind: int) -> int | None:
        """How many letters of a hyphen go where a word goes on; None where none does."""
        half = _HALF.search(self._law, max(0, before - _LONGEST_WORD), before)
        other = _OTHER_HALF.match(self._law, behind, behind + _LONGEST_WORD)
        if not half or not other or not other[0][0].islower():
            return None
        return 0 if kept_hyphen(half[1], other[0], self._words, self._structure) else 1

    @cached_property
    def _words(self) -> frozenset[str]:
        return words_in_text(self._law)


def words_in_text(text: str) -> frozenset[str]:
    """The words of a text, hyphens among them."""
    return frozenset(_WORD.findall(text))


def kept_hyphen(half: str, other: str, known: frozenset[str], structure: StructureWords) -> bool:
    """Whether a hyphen at the end of a line is the word's own.

    It is where the law has the word so elsewhere, and never without.

    Args:
        half: what stands before it.
        other: what stands in the next line.
        known: the words of the law.
        structure: those of its language.
    """
    if half + other in known:
        return False
    return half.casefold() in structure.pages.hyphenated or f"{half}-{other}" in known
