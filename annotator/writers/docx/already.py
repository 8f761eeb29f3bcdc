"""Whether a law says what an amendment would add, as one does in which that is still tracked."""

from __future__ import annotations

from annotator.eids import unit_eid
from annotator.schema import Annotation, Edit
from annotator.writers.docx.models import labels_of

#: Shorter lines may stand in a section twice.
_FEW_LETTERS = 40


class Already:
    """What the sections of a law say.

    Args:
        annotation: of the law.
    """

    def __init__(self, annotation: Annotation) -> None:
        self._text = annotation.text
        self._units = [
            (one.start, one.end)
            for tree in annotation.provisions
            for one in tree.walk()
            if one.eid == unit_eid(one.eid)
        ]

    def says(self, edit: Edit) -> bool:
        """Whether the section in which an edit adds lines says each that is long enough to tell."""
        if edit.start != edit.end or not edit.text.startswith("\n"):
            return False
        wanted = [
            words for line in edit.text.split("\n") if len(words := _said(line)) > _FEW_LETTERS
        ]
        return bool(wanted) and all(words in self._section(edit.start) for words in wanted)

    def _section(self, at: int) -> str:
        """What the section says that ends at a place, or in which it is."""
        inside = [(start, end) for start, end in self._units if start < at <= end]
        start, end = max(inside, default=(0, 0))
        return _folded(self._text[start:end])


def _said(line: str) -> str:
    """A line without its numbers."""
    words = line.strip()
    return _folded(words[sum(one.end for one in labels_of(words)) :])


def _folded(words: str) -> str:
    return " ".join(words.split())
