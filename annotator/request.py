"""What is asked for: what is computed of a law, a :class:`Request`, and shown, a :class:`View`.

The command line, :func:`annotator.annotate` and the writers hand both on whole.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypedDict

import msgspec

from annotator.schema import FLAGGED, Annotation, Finding, Gap, Label, Struct

#: How many of the notes on gendered drafting a report shows.
Extent = Literal["none", "brief", "all"]
#: In which order a report has the findings.
Order = Literal["weight", "law"]


class Request(Struct, frozen=True):
    """What is computed of a law.

    ``proposals`` asks for amendments in the result, ``all_proposals`` for every one that fits a
    clause and not the best three. ``library`` is the folder of a country's own amendment library,
    read beside ours. ``jurisdiction`` is the country whose law it is, by its ISO 3166-1 code or
    English name; where it is empty, the law's format or title may tell. ``overview`` asks for the
    law as a whole: gaps, counts by framework, WHO's level, what its definitions govern.
    ``precedents`` is the index of responsive clauses (:mod:`annotator.precedents`) from which each
    amendment gets those of other countries on its matter; None asks for none. ``exact`` has the
    network read every clause, and not only those that the bag of words leaves open, and multiply
    in full precision.
    """

    proposals: bool = True
    all_proposals: bool = False
    library: str | Path | None = None
    jurisdiction: str = ""
    overview: bool = True
    precedents: str | Path | None = None
    exact: bool = False


class Wishes(TypedDict, total=False):
    """The fields of :class:`Request`, as keywords of :func:`annotator.annotate`."""

    proposals: bool
    all_proposals: bool
    library: str | Path | None
    jurisdiction: str
    overview: bool
    precedents: str | Path | None
    exact: bool


class View(Struct, frozen=True):
    """What is shown of a result, and in what form.

    A finding is shown whose label is one of ``labels``, that raises one of ``issues`` (none named:
    any, or none at all) and whose confidence is at least ``min_confidence``, a probability. Counts
    are over the whole law whatever is shown. ``proposals`` says that amendments were asked for, so
    that a clause without one is shown with the reason. ``style`` says how many notes on gendered
    drafting are. ``format`` is one of :data:`annotator.writers.FORMATS`; ``one_line``
    asks of those for programs a line a law, ``encoding`` is that of the screen for those to read,
    ``goes_on`` says that another law's report stands before it in the stream, so that a table needs
    no head, and ``program`` is the version of the program that a log of its run names. ``author``
    is whose the changes and comments in a Word document are.

    ``order`` is that of the findings in the report: the weightiest first, or as in the law.
    ``overview`` shows the counts by framework and the law's level. ``accept`` are the numbers of
    the amendments that go into an amending schedule or bill: all but alternatives, where there
    are none. ``only_new`` leaves out what a baseline knows, of findings and gaps.
    """

    labels: tuple[Label, ...] = FLAGGED
    issues: tuple[str, ...] = ()
    min_confidence: float = 0.0
    proposals: bool = True
    style: Extent = "brief"
    format: str = "terminal"
    one_line: bool = False
    encoding: str = "utf-8"
    author: str = "annotate"
    goes_on: bool = False
    program: str = ""
    order: Order = "weight"
    overview: bool = False
    accept: tuple[int, ...] = ()
    only_new: bool = False

    def admits(self, finding: Finding) -> bool:
        """Whether the finding is shown."""
        raised = {score.issue for score in finding.issues}
        return (
            finding.label in self.labels
            and finding.confidence >= self.min_confidence
            and (not self.issues or not raised.isdisjoint(self.issues))
            and not (self.only_new and finding.baseline_state != "new")
        )

    def of(self, annotation: Annotation) -> tuple[Finding, ...]:
        """The findings that are shown, in the order of the law."""
        return tuple(finding for finding in annotation.findings if self.admits(finding))

    def gaps_of(self, annotation: Annotation) -> tuple[Gap, ...]:
        """The gaps that are shown: a gap is silence, as blind clauses are."""
        if "blind" not in self.labels:
            return ()
        return tuple(
            gap
            for gap in annotation.gaps
            if (not self.issues or gap.issue in self.issues)
            and not (self.only_new and gap.baseline_state != "new")
        )


#: The name of :class:`View` in earlier versions, which programs may import.
Selection = View


def without_proposals(annotation: Annotation) -> Annotation:
    """The annotation with what was found and nothing proposed; its gaps are named without words."""
    findings = (
        msgspec.structs.replace(one, proposals=(), likes=(), policy=None)
        for one in annotation.findings
    )
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
