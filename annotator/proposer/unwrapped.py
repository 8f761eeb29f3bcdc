"""A clause without the line breaks of the print, and the way back to where its words stand in it.

Laws are wrapped where the printer pleased, and the same law must get the same amendments whatever
its lines. So words are looked for in the unwrapped clause, and only the edits know of its lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from annotator.expressions import expression
from annotator.reading.actors import Action
from annotator.schema import Edit

#: White space that a print may have where another has one blank.
_WRAP = expression(r"\s{2,}|[^\S ]")
_PARAGRAPH = "\n\n"
#: A clause is asked for by each template that it is for.
_REMEMBERED = 8


class Unwrapped:
    r"""``text`` with one blank for every run of white space; two line breaks part paragraphs.

    >>> clause = Unwrapped("the consent\n  of her husband")
    >>> clause.text
    'the consent of her husband'
    >>> clause.in_print([Edit(start=11, end=26, text="")])
    [Edit(start=11, end=28, text='', region=None)]
    """

    def __init__(self, text: str) -> None:
        parts: list[str] = []
        # where a run of white space ends, here and in the print
        self._here: list[int] = []
        self._there: list[int] = []
        # how far the words behind so many runs have moved
        self._moved = [0]
        at = 0
        for run in _WRAP.finditer(text):
            blank = _PARAGRAPH if run[0].count("\n") > 1 else " "
            parts += (text[at : run.start()], blank)
            at = run.end()
            self._moved.append(self._moved[-1] + len(run[0]) - len(blank))
            self._there.append(at)
            self._here.append(at - self._moved[-1])
        self.text = "".join(parts) + text[at:]

    def action(self, found: Action | None) -> Action | None:
        """What was found in the print, with the places of its words here."""
        if found is None:
            return None
        return Action(found.verb, self._place(found.actor_end), self._place(found.verb_end))

    def _place(self, offset: int | None) -> int | None:
        if offset is None:
            return None
        return offset - self._moved[bisect_right(self._there, offset)]

    def in_print(self, edits: Iterable[Edit]) -> list[Edit]:
        """Edits of this text as edits of the print."""
        return [
            Edit(start=self._printed(edit.start), end=self._printed(edit.end), text=edit.text)
            for edit in edits
        ]

    def _printed(self, offset: int) -> int:
        return offset + self._moved[bisect_right(self._here, offset)]


@lru_cache(maxsize=_REMEMBERED)
def unwrapped(text: str) -> Unwrapped:
    """The clause unwrapped, once for all the forms that are tried on it."""
    return Unwrapped(text)
