"""What of a law is known and what is new, against a baseline."""

from __future__ import annotations

from collections import Counter, defaultdict

import msgspec

from annotator.baseline.identity import lack_hash, words_hash
from annotator.baseline.known import KnownFile, KnownFinding, KnownLog
from annotator.eids import unit_eid
from annotator.schema import Annotation, BaselineState, Finding, Gap


class Comparison:
    """Marks what was found in the laws of one run.

    Of clauses with the same words and label as many are known as the baseline has, in all laws of
    the run together, those that come first: a blind clause that is copied is found once more, and
    new. It is no matter in which of the laws they stood, so that clauses and files can be moved.
    A blind clause that an amendment has put in, in the words that were proposed, is known, too.

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
        self._proposed = Counter(one.sha256 for law in known.laws for one in law.proposed)
        self._lacking = {lack_hash(law.title, gap.need) for law in known.laws for gap in law.gaps}

    def marked(self, annotation: Annotation) -> Annotation:
        """The annotation with the ``baseline_state`` of its findings, neutral ones aside, and gaps.

        What is marked is known from then on: a law is marked once.
        """
        law = annotation.law
        answers = _KnownAnswers(annotation)
        replace = msgspec.structs.replace
        findings = (
            replace(one, baseline_state=self._state_of(one, answers)) for one in annotation.findings
        )
        gaps = (
            replace(gap, baseline_state=self._state_of_gap(gap, law.title))
            for gap in annotation.gaps
        )
        return replace(annotation, findings=tuple(findings), gaps=tuple(gaps))

    def _state_of(self, finding: Finding, answers: _KnownAnswers) -> BaselineState | None:
        if finding.label == "neutral":
            return None
        sha256 = answers.hash_of(finding)
        left = self._left[sha256, finding.label]
        # What a clause of its section answered, and nothing does now, is a finding that was none.
        kept = [at for at, one in enumerate(left) if finding.met or not one.met]
        moved = [at for at, one in enumerate(left) if answers.have_moved(one, finding)]
        if not (kept or moved):
            return self._state_of_proposed(finding, sha256)
        same = [at for at in kept if _is_as_it_was(finding, left[at])]
        left.pop((same or kept or moved)[0])
        return "unchanged" if same else "updated"

    def _state_of_proposed(self, finding: Finding, sha256: str) -> BaselineState:
        """Known is what was proposed: to take it up makes no law worse, whatever it is blind to."""
        if finding.label != "blind" or not self._proposed[sha256]:
            return "new"
        self._proposed[sha256] -= 1
        return "updated"

    def _state_of_gap(self, gap: Gap, title: str) -> BaselineState | None:
        if lack_hash(title, gap.need) in self._lacking:
            return "unchanged"
        return "new" if self._has_all_gaps or gap.by_section else None


class _KnownAnswers:
    """Where in a law the clauses stand that take gender into account, by their words."""

    def __init__(self, annotation: Annotation) -> None:
        self._language = annotation.law.language
        self._units: defaultdict[str, set[str]] = defaultdict(set)
        for one in annotation.findings:
            if one.label == "responsive":
                self._units[self.hash_of(one)].add(unit_eid(one.clause.eid))

    def hash_of(self, finding: Finding) -> str:
        return words_hash(finding.clause.text, self._language)

    def have_moved(self, known: KnownFinding, finding: Finding) -> bool:
        """Whether what answered a clause is there still, but stands in another section.

        Whether it answers the clause there a person reads; a clause beside which its answer stands
        as before, and answers it no more, lost it.
        """
        own = unit_eid(finding.clause.eid)
        units = [self._units.get(one, set()) for one in known.met_by]
        return known.met and all(units) and any(own not in one for one in units)


def issues_of(finding: Finding) -> tuple[str, ...]:
    """The issues of a finding as a baseline has them."""
    return tuple(score.issue for score in finding.issues)


def _is_as_it_was(finding: Finding, known: KnownFinding) -> bool:
    return (issues_of(finding), finding.review) == (known.issues, known.review)
