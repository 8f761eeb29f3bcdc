"""From offsets of the canonical text to lines and columns of the file, for a whole annotation."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from annotator.lang import language
from annotator.schema import (
    Annotation,
    Clause,
    Edit,
    Evidence,
    Finding,
    Gap,
    JurisdictionGround,
    Law,
    Proposal,
    ReadingWarning,
    StyleNote,
)
from annotator.source import Source

_Located = TypeVar(
    "_Located", Clause, Evidence, Edit, StyleNote, ReadingWarning, JurisdictionGround
)

_Named = TypeVar("_Named", ReadingWarning, JurisdictionGround)


def located(annotation: Annotation, source: Source) -> Annotation:
    """The annotation with the canonical text, and the region of whatever has offsets into it.

    Args:
        annotation: what was found in ``source``.
        source: the law as it was read; without origins, as a struct made by hand, there are no
            regions.
    """
    where = _Where(source)
    return replace(
        annotation,
        law=where.law(annotation.law),
        findings=tuple(map(where.finding, annotation.findings)),
        gaps=tuple(map(where.gap, annotation.gaps)),
        style=tuple(map(where.note, annotation.style)),
        warnings=tuple(map(where.warning, annotation.warnings)),
        text=source.text,
    )


class _Where:
    """Gives regions of one source to structs."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def law(self, law: Law) -> Law:
        if law.jurisdiction_ground is None:
            return law
        return replace(law, jurisdiction_ground=self._named(law.jurisdiction_ground))

    def finding(self, finding: Finding) -> Finding:
        return replace(
            finding,
            clause=self._of(finding.clause),
            evidence=tuple(map(self._of, finding.evidence)),
            proposals=tuple(map(self.proposal, finding.proposals)),
        )

    def proposal(self, proposal: Proposal) -> Proposal:
        return replace(proposal, edits=tuple(map(self._of, proposal.edits)))

    def gap(self, gap: Gap) -> Gap:
        return replace(gap, edits=tuple(map(self._of, gap.edits)))

    def note(self, note: StyleNote) -> StyleNote:
        return self._of(replace(note, rewrite=tuple(map(self._of, note.rewrite))))

    def warning(self, warning: ReadingWarning) -> ReadingWarning:
        # It counted the lines of the canonical text, of which a reader may have left some out.
        return self._named(warning)

    def _named(self, found: _Named) -> _Named:
        """With its region, and where that is in words."""
        found = self._of(found)
        if found.region is None:
            return found
        stretch = language(self._source.language).doubts.stretch
        return replace(found, where=stretch(self._source.place(found.region)))

    def _of(self, found: _Located) -> _Located:
        return replace(found, region=self._source.region(found.start, found.end))
