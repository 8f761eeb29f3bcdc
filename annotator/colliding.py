"""Which changes of a law cannot be made together: those of the same words, and the same twice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from annotator.schema import Edit

#: Another change takes the same words, or is the very same.
Collision = Literal["taken", "repeated"]


def collision(edits: Sequence[Edit], others: Sequence[Edit]) -> Collision | None:
    """Why edits cannot be made beside others; None where they can.

    New paragraphs stand beside whatever else is added at their place.

    >>> there, here = Edit(start=4, end=9, text="a"), Edit(start=9, end=9, text="b")
    >>> collision([there], [here]), collision([here], [here]), collision([], [here])
    ('taken', 'repeated', None)
    """
    for other in others:
        for edit in edits:
            if edit == other:
                return "repeated"
            if not _is_apart(edit, other):
                return "taken"
    return None


def _is_apart(edit: Edit, taken: Edit) -> bool:
    if edit.start > taken.end or taken.start > edit.end:
        return True
    added = [one for one in (edit, taken) if one.start == one.end and one.text[:1].isspace()]
    other = edit if added and added[0] is taken else taken
    return len(added) == 2 or bool(
        added and added[0].start == other.end and other.start < other.end
    )
