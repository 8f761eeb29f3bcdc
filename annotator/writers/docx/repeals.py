"""What goes with the words of a provision that is taken out whole: its number, and its heading.

Where Word counts the number, and others behind it, these would be counted anew, and whatever refers
to them would name another: there number and heading stay, and say that the provision is repealed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from annotator.eids import unit_eid
from annotator.expressions import expression
from annotator.schema import Annotation, Edit, Provision
from annotator.writers.docx.changes import Terrain
from annotator.writers.docx.counted import is_counted_on

#: What may stand behind the words of an item, before the next one.
_STOPS = " ;,.\n"
#: What leads from an item to the next: a stop, and perhaps a short word.
_LEADS_ON = expression(r"[;,](?:\s+[a-z]{2,3})?\Z")


class Repeals:
    """Knows which words of a law are all that a provision says.

    Args:
        annotation: of the law.
        terrain: its text over the paragraphs of its document.
        mark: what stands for a provision that is repealed, ``[Repealed]``; where the law has such
            marks in other brackets or letters, so are ours.
    """

    def __init__(self, annotation: Annotation, terrain: Terrain, mark: str) -> None:
        self._text = annotation.text
        self._terrain = terrain
        provisions = [one for tree in annotation.provisions for one in tree.walk()]
        self._said = {self._stretch(one.body, one.end): one for one in reversed(provisions)}
        self._headings = {one.end: one for one in annotation.headings}
        own = re.search(rf"[\[(]{mark.strip('[]')}[\])]", self._text, re.IGNORECASE)
        self._mark = own[0] if own else mark

    def edits(self, edits: Sequence[Edit]) -> Sequence[Edit]:
        """Edits; where they take out a whole provision, with what is its own, or a mark for it.

        A bare number would stand for nothing, and be counted with those behind it.
        """
        if len(edits) != 1 or edits[0].text or edits[0].start == edits[0].end:
            return edits
        edit = edits[0]
        provision = self._said.get(self._stretch(edit.start, edit.end))
        if provision is None:
            return edits
        end = max(edit.end, provision.start + len(self._words(provision.start, provision.end)))
        if self._is_counted_on(provision, end):
            return self._marked(provision, end)
        return (replace(edit, start=self._beginning(provision), end=end),)

    def _is_counted_on(self, provision: Provision, end: int) -> bool:
        """Whether Word would count others anew without the paragraphs of a provision."""
        paragraphs = self._terrain.paragraphs
        first = self._terrain.first(provision.start, end)[0]
        last = self._terrain.last(provision.start, end)[0]
        if not self._text.startswith(paragraphs[first].label.strip(), provision.start):
            first += 1  # its number is that of a larger provision, and stays
        return is_counted_on(paragraphs, first, last)

    def _marked(self, provision: Provision, end: int) -> Sequence[Edit]:
        """A mark in the place of what a provision says, behind its number and heading."""
        body = provision.body
        leads_on = _LEADS_ON.search(self._text[body:end])
        mark = f"{self._mark}{leads_on[0] if leads_on else ''}"
        at = self._terrain.first(body, end)[0]
        label = self._terrain.paragraphs[at].label.strip()
        if label and self._text.startswith(label, body) and body > provision.start:
            # The first words have a number of their own, which goes with them.
            head = len(self._text[:body].rstrip())
            return Edit(start=head, end=head, text=f" {mark}"), Edit(start=body, end=end, text="")
        rest = self._next_paragraph(body, end, at)
        first = Edit(start=body, end=body + len(self._words(body, rest)), text=mark)
        return (first, Edit(start=rest, end=end, text="")) if rest < end else (first,)

    def _next_paragraph(self, start: int, end: int, paragraph: int) -> int:
        """Where behind a paragraph the words of the next begin; ``end`` where there are none."""
        for line in re.finditer(r"\n\s*(?=\S)", self._text[start:end]):
            at = start + line.end()
            if self._terrain.place(at)[0] != paragraph:
                return at
        return end

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
