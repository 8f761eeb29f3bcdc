"""What of a law is known and what is new, against a baseline."""

from __future__ import annotations

from collections import defaultdict

import msgspec

from annotator.baseline.identity import lack_hash, words_hash
from annotator.baseline.known import KnownFile, KnownFinding, KnownLog
from annotator.schema import Annotation, BaselineState, Finding, Gap


class Comparison:
    """Marks what was found in the laws of one run.

    Of clauses with the same words and label as many are known as the baseline has, in all laws of
    the run together, those that come first: a blind clause that is copied is found once more, and
    new. It is no matter in which of the laws they stood, so that clauses and files can be moved.

    Args:
        known: the baseline.
    """

    def __init__(self, known: KnownFile) -> None:
        self.model = known.model
        self._has_all_gaps = not isinstance(known, KnownLog)
        self._left: defaultdict[tuple[str, str], list[KnownFinding]] = defaultdict(list)
        for law in known.laws:
            for one in law.findings:
                self._left[one.sha256, one.label].append(one)
        self._lacking = {lack_hash(law.title, gap.need) for law in known.laws for gap in law.gaps}

    def marked(self, annotation: Annotation) -> Annotation:
        """The annotation with the ``baseline_state`` of its findings, neutral ones aside, and gaps.

        What is marked is known from then on: a law is marked once.
        """
        law = annotation.law
        replace = msgspec.structs.replace
        findings = (
            replace(one, baseline_state=self._state_of(one, law.language))
            for one in annotation.findings
        )
        gaps = (
            replace(gap, baseline_state=self._state_of_gap(gap, law.title))
            for gap in annotation.gaps
        )
        return replace(annotation, findings=tuple(findings), gaps=tuple(gaps))

    def _state_of(self, finding: Finding, language: str) -> BaselineState | None:
        if finding.label == "neutral":
            return None
        left = self._left[words_hash(finding.clause.text, language), finding.label]
        # What a clause of its section answered, and nothing does now, is a finding that was none.
        known = [at for at, one in enumerate(left) if finding.met or not one.met]
        if not known:
            return "new"
        same = [at for at in known if _is_as_it_was(finding, left[at])]
        left.pop(same[0] if same else known[0])
        return "unchanged" if same else "updated"

    def _state_of_gap(self, gap: Gap, title: str) -> BaselineState | None:
        if lack_hash(title, gap.need) in self._lacking:
            return "unchanged"
        return "new" if self._has_all_gaps or gap.by_section else None


def issues_of(finding: Finding) -> tuple[str, ...]:
    """The issues of a finding as a baseline has them."""
    return tuple(score.issue for score in finding.issues)


def _is_as_it_was(finding: Finding, known: KnownFinding) -> bool:
    return (issues_of(finding), finding.review) == (known.issues, known.review)
