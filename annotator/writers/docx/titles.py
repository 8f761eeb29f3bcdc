"""Headings of sections: where in a document they stand, and how a new section bears its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from annotator.eids import unit_eid
from annotator.expressions import expression
from annotator.schema import Annotation, Provision
from annotator.writers.docx.changes import Terrain
from annotator.writers.docx.models import label_of
from annotator.writers.docx.new import NewParagraph

#: Between a heading and the words behind it on its line.
_BETWEEN = expression(r"[^\w(\[“\"]*")


@dataclass(frozen=True)
class SectionTitle:
    """How a paragraph is the heading of a section, or has it.

    It stands above the paragraph that bears the number, or bears it, or words of the section run on
    behind it: then it is ``[start, end)`` of the paragraph.
    """

    where: Literal["above", "in", "run"]
    start: int = 0
    end: int = 0


class Titles:
    """The headings of the sections of a law.

    Args:
        annotation: of the law.
        terrain: its text over the paragraphs of its document.
    """

    def __init__(self, annotation: Annotation, terrain: Terrain) -> None:
        self._terrain = terrain
        #: By paragraph, what of a heading is in it.
        self.where: dict[int, SectionTitle] = {}
        units = list(_units(annotation))
        names = {_folded(unit.heading) for unit in units}
        for heading in annotation.headings:
            if _folded(heading.text) in names:
                self.where[terrain.place(heading.start)[0]] = SectionTitle("above")
        for unit in units:
            self._find(unit)

    def _find(self, unit: Provision) -> None:
        """Find the heading that stands behind a section's number."""
        terrain = self._terrain
        at = terrain.first(unit.start, unit.end)[0]
        heading = _folded(unit.heading)
        if _folded(terrain.paragraphs[at].text).endswith(heading):
            self._note(at, heading)
            return
        place = terrain.text.find(unit.heading, unit.start, unit.body)
        if place < 0:
            return
        first, start = terrain.first(place, place + len(unit.heading))
        last, end = terrain.last(place, place + len(unit.heading))
        shown = terrain.paragraphs[first].text
        if _folded(shown).endswith(heading):
            self._note(first, heading)
        elif first == last and shown[start:end] == unit.heading:
            self.where[first] = SectionTitle("run", start, end)

    def _note(self, at: int, heading: str) -> None:
        one = self._terrain.paragraphs[at]
        printed = _folded(f"{one.label} {one.text}")
        self.where[at] = SectionTitle("above" if printed == heading else "in")

    @property
    def above(self) -> list[int]:
        """The paragraphs that are headings above numbers."""
        return [at for at, one in self.where.items() if one.where == "above"]

    def headed(self, lines: Sequence[str], like: int) -> tuple[str, ...]:
        """The lines of a new section with its heading where another has its own.

        Args:
            lines: the heading, what bears the number, and the others.
            like: the paragraph with the number of the other section.
        """
        title = self.where.get(like)
        label = label_of(lines[1]) if len(lines) > 1 else None
        if title is None or label is None or title.where == "above":
            return tuple(lines)
        words = lines[1][label.end :]
        if title.where == "in":
            return f"{label.printed} {lines[0]}", words, *lines[2:]
        return f"{label.printed} {lines[0]}{self._between(like, title)}{words}", *lines[2:]

    def looking(self, made: NewParagraph, heading: str) -> NewParagraph:
        """A new paragraph that looks as a heading does as far as one runs on in it."""
        title = self.where.get(made.like)
        if title is None or title.where != "run":
            return made
        # What has the look of the heading is the stop behind it, too.
        pieces = self._terrain.paragraphs[made.like].pieces
        ends = next(
            one.start + len(one.words) for one in pieces if title.end <= one.start + len(one.words)
        )
        between = self._between(made.like, title)[: max(ends - title.end, 0)]
        return replace(made, title=(f"{heading}{between}", title.start))

    def _between(self, at: int, title: SectionTitle) -> str:
        found = _BETWEEN.match(self._terrain.paragraphs[at].text, title.end)
        return found[0] if found else ""


def _units(annotation: Annotation) -> Iterator[Provision]:
    """The sections that have headings."""
    for tree in annotation.provisions:
        for provision in tree.walk():
            if provision.heading and provision.eid == unit_eid(provision.eid):
                yield provision


def _folded(words: str) -> str:
    return " ".join(words.split()).casefold()
