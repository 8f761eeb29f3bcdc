"""What goes with the words of a provision that is taken out whole: its number, and its heading."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from annotator.eids import unit_eid
from annotator.schema import Annotation, Edit, Provision

#: What may stand behind the words of an item, before the next one.
_STOPS = " ;,.\n"


class Repeals:
    """Knows which words of a law are all that a provision says.

    Args:
        annotation: of the law.
    """

    def __init__(self, annotation: Annotation) -> None:
        self._text = annotation.text
        provisions = [one for tree in annotation.provisions for one in tree.walk()]
        self._said = {self._stretch(one.body, one.end): one for one in reversed(provisions)}
        self._headings = {one.end: one for one in annotation.headings}

    def edits(self, edits: Sequence[Edit]) -> Sequence[Edit]:
        """Edits; where they take out a whole provision, with what is its own.

        A bare number would stand for nothing, and be counted with those behind it.
        """
        if len(edits) != 1 or edits[0].text or edits[0].start == edits[0].end:
            return edits
        edit = edits[0]
        provision = self._said.get(self._stretch(edit.start, edit.end))
        if provision is None:
            return edits
        end = max(edit.end, provision.start + len(self._words(provision.start, provision.end)))
        return (replace(edit, start=self._beginning(provision), end=end),)

    def _stretch(self, start: int, end: int) -> tuple[int, int]:
        """Where the words of a stretch begin and end, without the stop behind them."""
        words = self._words(start, end)
        return end - len(self._text[start:end].lstrip()), start + len(words.rstrip(_STOPS))

    def _words(self, start: int, end: int) -> str:
        return self._text[start:end].rstrip()

    def _beginning(self, provision: Provision) -> int:
        """Where a provision begins, with the heading that stands above its number."""
        before = len(self._text[: provision.start].rstrip())
        above = self._headings.get(before)
        if above is None or not provision.heading or provision.eid != unit_eid(provision.eid):
            return provision.start
        same = above.text.split() == provision.heading.split()
        return above.start if same else provision.start
