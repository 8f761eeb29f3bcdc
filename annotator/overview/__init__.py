"""The law as a whole: what binds its country, how it stands, what it lacks, what its terms reach.

The steps are files: which clauses another really meets (:mod:`.answers`), what each clause reads
and says of a need (:mod:`.needs`), the needs that no clause meets, and which do in part
(:mod:`.gaps`), where a new section goes (:mod:`.placement`) and in which words
(:mod:`.sections`), the counts by framework and the level on WHO's scale (:mod:`.measures`), the
clauses that do the same, and what is for policy where no amendment fits (:mod:`.likes`), the
clauses that a definition governs (:mod:`.definitions`), and how much each finding matters
(:mod:`.weight`). It reads an annotation and adds to it; of a finding, only what meets it is
changed, and no order of proposals.
"""

from __future__ import annotations

import msgspec

from annotator.bindings.standing import Standing
from annotator.library import Library
from annotator.overview.answers import answered
from annotator.overview.definitions import governed
from annotator.overview.gaps import find_gaps
from annotator.overview.likes import compared
from annotator.overview.measures import articles, objectives, place
from annotator.overview.needs import Ground
from annotator.overview.weight import weighed
from annotator.schema import Annotation, Finding

__all__ = ["overview"]


def overview(
    annotation: Annotation,
    text: str,
    library: Library,
    standing: Standing,
    *,
    whole: bool = True,
) -> Annotation:
    """The annotation with what can only be said of the law as a whole.

    Args:
        annotation: of one law, whose ``law.jurisdiction`` is an ISO 3166-1 code or empty.
        text: the canonical text.
        library: the templates from which its proposals came.
        standing: who is bound by what.
        whole: whether to look for gaps and count by framework, or only to say what is said of
            single clauses.

    Returns:
        the annotation with the status of every citation, what like clauses have and what is for
        policy, and, if ``whole``, the clauses that definitions govern, a full scorecard and the
        gaps.
    """
    country = annotation.law.jurisdiction
    code = annotation.law.language
    findings = answered(annotation.findings, library, code)
    findings = tuple(_told(finding, standing, country) for finding in findings)
    met = sum(finding.met for finding in findings)
    scorecard = msgspec.structs.replace(annotation.scorecard, met=met)
    ground = Ground.of(text, findings, annotation.provisions, library, code)
    findings = compared(ground)
    if not whole:
        return msgspec.structs.replace(annotation, findings=weighed(findings), scorecard=scorecard)
    gaps = find_gaps(ground, standing, country)
    scorecard = msgspec.structs.replace(
        scorecard,
        objectives=objectives(findings, library),
        articles=articles(findings),
        who=place(ground, gaps),
    )
    findings = governed(findings, ground.reading.law, code)
    return msgspec.structs.replace(
        annotation, findings=weighed(findings), scorecard=scorecard, gaps=gaps
    )


def _told(finding: Finding, standing: Standing, country: str) -> Finding:
    """The finding with the citations of its proposals told and ordered for the country."""
    if not finding.proposals:
        return finding
    proposals = tuple(
        msgspec.structs.replace(one, citations=standing.cited(one.citations, country))
        for one in finding.proposals
    )
    return msgspec.structs.replace(finding, proposals=proposals)
