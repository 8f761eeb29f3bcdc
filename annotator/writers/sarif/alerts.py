"""What code scanning is told: a result for each clause that is shown, and for each gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

from annotator.baseline.earlier_log import FINGERPRINT
from annotator.baseline.identity import lack_hash, words_hash
from annotator.expressions import expression
from annotator.request import View
from annotator.schema import Annotation, BaselineState, Edit, Finding, Gap, Label, Source, Struct
from annotator.writers.rows import Told
from annotator.writers.sarif.places import Json, Places, region_of
from annotator.writers.terminal.layout import printable, provision_name
from annotator.writers.terminal.phrases import issues_of, listed
from annotator.writers.terminal.summary_section import provided

Level = Literal["error", "warning", "note", "none"]

_LEVELS: dict[Label, Level] = {
    "regressive": "error",
    "blind": "warning",
    "responsive": "note",
    "neutral": "none",
}
#: How grave what is for review is, or met by another clause.
_LESS: dict[Level, Level] = {"error": "warning", "warning": "note"}
#: Formats in whose files an amendment can be made as it stands: their text has no escapes or tags.
_PLAIN = ("txt", "markdown")
#: What a message would take for a link.
_LINK = expression(r"\[(?=[^\]]*\]\(\d+\))")


class Rule(Struct, frozen=True):
    """What an alert is for: a label and an issue, or, without a label, a lack on an issue."""

    label: Label | None
    issue: str

    @property
    def id(self) -> str:
        """Its name: ``blind/detention``, ``lacks/detention``."""
        return "/".join(filter(None, (self.label or "lacks", self.issue)))

    @property
    def level(self) -> Level:
        """How grave it is, where nothing is said of the single alert."""
        return _LEVELS[self.label] if self.label else "note"


class Alert(Struct, frozen=True):
    """A result of the log, without the place of its rule among the rules."""

    rule: Rule
    level: Level
    result: dict[str, Any]


def alerts(annotation: Annotation, source: Source, places: Places, view: View) -> Iterator[Alert]:
    """The alerts of one law: those on its clauses, in their order, then those on its gaps."""
    writer = _Alerts(annotation, source, places, view)
    for finding in view.of(annotation):
        yield writer.of_clause(finding)
    for gap in view.gaps_of(annotation):
        # What an amendment at a clause provides, the alert on that clause says.
        if gap.by_section:
            yield writer.of_gap(gap)


class _Alerts:
    """The alerts of one law in the making."""

    def __init__(self, annotation: Annotation, source: Source, places: Places, view: View) -> None:
        self._source = source
        self._places = places
        self._told = Told(annotation, source, view)
        self._found = {finding.clause.number: finding for finding in annotation.findings}
        self._seen: Counter[str] = Counter()
        self._law = annotation.law

    def of_clause(self, finding: Finding) -> Alert:
        clause = finding.clause
        rule = Rule(label=finding.label, issue=finding.issues[0].issue if finding.issues else "")
        level = rule.level
        if finding.review or finding.met:
            level = _LESS.get(level, level)
        location = self._places.location(self._source, clause.start, clause.region)
        provision = {"name": clause.number, "fullyQualifiedName": clause.eid, "kind": "provision"}
        result: Json = {
            "ruleId": rule.id,
            "kind": "pass" if finding.label == "neutral" else "fail",
            "level": level,
            "message": {"text": self._said(finding)},
            "locations": [{**location, "logicalLocations": [provision]}],
            "partialFingerprints": self._fingerprint(words_hash(clause.text, self._law.language)),
            "rank": round(100 * finding.confidence, 1),
            "properties": {
                "label": finding.label,
                "issues": [score.issue for score in finding.issues],
                "review": finding.review,
                "met": finding.met,
                "templates": [proposal.template for proposal in finding.proposals],
            },
        }
        told = ((one.instruction, one.edits) for one in finding.proposals)
        return _alert(rule, level, result | self._fixes(told), finding.baseline_state)

    def of_gap(self, gap: Gap) -> Alert:
        rule = Rule(label=None, issue=gap.issue)
        level: Level = "warning" if gap.strength == "minimum" else rule.level
        start, region = self._place_of(gap)
        result: Json = {
            "ruleId": rule.id,
            "kind": "fail",
            "level": level,
            "message": {"text": self._lacking(gap)},
            "locations": [self._places.location(self._source, start, region)],
            "partialFingerprints": self._fingerprint(lack_hash(self._law.title, gap.need)),
            "properties": {
                "need": gap.need,
                "strength": gap.strength,
                "issues": [gap.issue],
                "law": self._law.title,
            },
        }
        told = [(gap.instruction, gap.edits)] if gap.edits else []
        return _alert(rule, level, result | self._fixes(told), gap.baseline_state)

    def _said(self, finding: Finding) -> str:
        """The label of a clause, and each amendment; or where one is, or why there is none."""
        clause, spoken = finding.clause, self._told.spoken
        name = provision_name(clause.eid, clause.number, spoken)
        place = spoken.phrases.named(name, " ".join(clause.heading.split()))
        sure = f"{finding.confidence:.0%}"
        sure += f", {spoken.phrases.FOR_REVIEW}" if finding.review else ""
        issues = issues_of(finding, spoken.phrases)
        parts = [spoken.alerts.found(place, finding.label, sure, issues), self._told.note(finding)]
        parts += [f"{one.instruction} {one.reason}" for one in finding.proposals]
        return _plain(parts)

    def _lacking(self, gap: Gap) -> str:
        say = self._told.spoken.phrases
        called = say.called_for(listed(gap.clauses, say))
        return _plain([provided(gap, say), f"{called[:1].upper()}{called[1:]}.", gap.instruction])

    def _place_of(self, gap: Gap) -> tuple[int, Any]:
        """Where the new section would stand; else the first clause that calls for it."""
        if gap.edits:
            return gap.edits[0].start, gap.edits[0].region
        calling = [self._found[number].clause for number in gap.clauses if number in self._found]
        return (calling[0].start, calling[0].region) if calling else (0, None)

    def _fingerprint(self, own: str) -> dict[str, str]:
        """What stays the same when lines and numbers change; the like are counted."""
        self._seen[own] += 1
        return {FINGERPRINT: f"{own}:{self._seen[own]}"}

    def _fixes(self, told: Iterable[tuple[str, Sequence[Edit]]]) -> Json:
        """The amendments as changes of the file, where they can be made in it as they stand."""
        if self._source.format not in _PLAIN:
            return {}
        fixes = []
        for instruction, edits in told:
            if edits and all(self._is_literal(edit) for edit in edits):
                change = {
                    "artifactLocation": self._places.file(self._source),
                    "replacements": [self._replacement(edit) for edit in edits],
                }
                description = {"text": _plain([instruction])}
                fixes.append({"description": description, "artifactChanges": [change]})
        return {"fixes": fixes} if fixes else {}

    def _replacement(self, edit: Edit) -> Json:
        assert edit.region is not None  # noqa: S101  # _is_literal says so
        deleted = region_of(self._source, edit.region)
        words = edit.text.replace("\n", self._source.line_end)
        return {"deletedRegion": deleted, "insertedContent": {"text": words}}

    def _is_literal(self, edit: Edit) -> bool:
        """Whether the file has at that place the very characters, and nothing between them.

        Lines may end in two characters there; one of these alone is not taken out.
        """
        if edit.region is None or self._source.origins.laid:
            return False
        first, last = self._source.origins.runs.back(edit.start, edit.end)
        length = edit.end - edit.start
        if self._source.line_end == "\r\n":
            words = self._source.text[edit.start : edit.end]
            length += words.count("\n")
            if words.startswith("\n"):
                return False
        return last - first == length


def _alert(rule: Rule, level: Level, result: Json, state: BaselineState | None) -> Alert:
    if state is not None:
        result["baselineState"] = state
    return Alert(rule=rule, level=level, result=result)


def _plain(parts: Iterable[str]) -> str:
    """Paragraphs of a message in which nothing is a link."""
    return _LINK.sub(r"\\[", "\n\n".join(printable(part) for part in parts if part))
