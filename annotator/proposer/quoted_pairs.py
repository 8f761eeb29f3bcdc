"""What an instruction quotes of a clause, where one word gives place to different ones.

*his* may stand in a clause five times, and give place to *his or her* in four of them: an
instruction quotes the words around it, so that each place is found, and none that is not meant.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from annotator.expressions import expression
from annotator.proposer.drafting_case import applied
from annotator.reading.law import folded
from annotator.schema import Edit

_NEXT = expression(r"\s*\w[\w’'-]*\b")
_BEFORE = expression(r"\S+\s*$")


def pairs_of(text: str, edits: Sequence[Edit]) -> list[tuple[str, str]]:
    """The words of a clause that an instruction quotes, each with those that stand in their place.

    A word is quoted alone where each of its places takes the same words, else with its neighbours.
    What is omitted comes last.

    Args:
        text: of the clause.
        edits: in their order, none of which touches another.
    """
    stretches: list[tuple[int, int]] = []
    for edit in edits:
        start, end = _stretch(edit, text, edits)
        if stretches and start <= stretches[-1][1]:
            start, end = stretches[-1][0], max(end, stretches.pop()[1])
        stretches.append((start, end))
    pairs = {_pair(start, end, text, edits): None for start, end in stretches}
    return sorted(pairs, key=lambda pair: not pair[1])


def _pair(start: int, end: int, text: str, edits: Sequence[Edit]) -> tuple[str, str]:
    inside = [
        Edit(start=edit.start - start, end=edit.end - start, text=edit.text)
        for edit in edits
        if start <= edit.start and edit.end <= end
    ]
    return folded(text[start:end]), folded(applied(text[start:end], inside))


def _stretch(edit: Edit, text: str, edits: Sequence[Edit]) -> tuple[int, int]:
    """The least words around an edit that stand for it alone, or for others that are like it."""
    start, end = edit.start, edit.end
    while not _is_plain(start, end, edit, text, edits):
        following = _NEXT.match(text, end)
        before = _BEFORE.search(text, 0, start)
        if following and (end == edit.end or before is None):
            end = following.end()
        elif before:
            start = before.start()
        else:
            break
    return start, end


def _is_plain(start: int, end: int, edit: Edit, text: str, edits: Sequence[Edit]) -> bool:
    alike = {(one.start, one.end) for one in edits if one.text == edit.text}
    ahead, behind = edit.start - start, end - edit.end
    places = re.finditer(rf"(?<!\w){re.escape(text[start:end])}(?!\w)", text)
    return all((place.start() + ahead, place.end() - behind) in alike for place in places)
