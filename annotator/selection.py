"""Which findings are shown."""

from __future__ import annotations

from typing import Literal

import msgspec

from annotator.schema import FLAGGED, Annotation, Finding, Gap, Label, Struct

#: How many of the notes on gendered drafting a report shows.
Extent = Literal["none", "brief", "all"]


def without_proposals(annotation: Annotation) -> Annotation:
    """The annotation with what was found and nothing proposed; its gaps are named without words."""
    findings = (msgspec.structs.replace(one, proposals=()) for one in annotation.findings)
    gaps = (
        msgspec.structs.replace(
            gap,
            proposed_at=(),
            by_section=True,
            number="",
            heading="",
            text="",
            edits=(),
            instruction="",
        )
        for gap in annotation.gaps
    )
    return msgspec.structs.replace(annotation, findings=tuple(findings), gaps=tuple(gaps))


def without_style(annotation: Annotation) -> Annotation:
    """The annotation without its notes on gendered drafting."""
    return msgspec.structs.replace(annotation, style=())


class Selection(Struct, frozen=True):
    """What a finding must be to be shown: of one of ``labels``, on one of ``issues``, sure enough.

    No ``issues`` means any, or none at all. ``min_confidence`` is a probability, 0 to 1.
    """

    labels: tuple[Label, ...] = FLAGGED
    issues: tuple[str, ...] = ()
    min_confidence: float = 0.0

    def admits(self, finding: Finding) -> bool:
        """Whether the finding is shown."""
        raised = {score.issue for score in finding.issues}
        return (
            finding.label in self.labels
            and finding.confidence >= self.min_confidence
            and (not self.issues or not raised.isdisjoint(self.issues))
        )

    def of(self, annotation: Annotation) -> tuple[Finding, ...]:
        """The findings that are shown, in the order of the law."""
        return tuple(finding for finding in annotation.findings if self.admits(finding))

    def gaps_of(self, annotation: Annotation) -> tuple[Gap, ...]:
        """The gaps that are shown: a gap is silence, as blind clauses are."""
        if "blind" not in self.labels:
            return ()
        return tuple(gap for gap in annotation.gaps if not self.issues or gap.issue in self.issues)
