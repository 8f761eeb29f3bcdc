"""What drafters said of the labels of clauses, and of new sections, in comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from annotator.returned.remarks import Remark, answers_to, come_since, of_findings
from annotator.returned.text import ReturnedText
from annotator.rulings import RuledClause, Ruling
from annotator.schema import LABELS
from annotator.word.record import Record, words_hash

#: What may still become of an amendment of which it is said that nobody needs it.
_OPEN = frozenset({"pending", "rejected", "lost"})


class Heard:
    """What the comments say of what was found.

    Args:
        record: what was written into the document.
        said: all its comments.
        text: what it says.
    """

    def __init__(self, record: Record, said: Sequence[Remark], text: ReturnedText) -> None:
        self._record = record
        of = of_findings(record.findings, said, text)
        sections = {one.remark: one.number for one in record.amendments if one.remark}
        numbers = {one.number: sections.get(words_hash(one.words)) for one in said}
        ours = [one for one in said if one.number in of or numbers[one.number]]
        answers = answers_to(ours, said, come_since(said, record.comments))
        self._of_finding = {at: answers.get(number, []) for number, at in of.items()}
        self._of_section = {
            number: answers.get(one.number, [])
            for one in ours
            if (number := numbers[one.number]) is not None
        }

    def clauses(self) -> Iterator[RuledClause]:
        """What was said of each clause with a comment, in the order of the law."""
        for at, finding in enumerate(self._record.findings):
            label = next((one for one in LABELS if one == finding.label), LABELS[-1])
            last = _last(self._of_finding.get(at, []))
            yield RuledClause(
                clause=finding.clause,
                eid=finding.eid,
                clause_sha256=finding.sha256,
                label=label,
                issues=finding.issues,
                decision="false-alarm" if last and last.is_false_alarm else "pending",
                named=last.label if last else None,
                comment=_comment(self._of_finding.get(at, [])),
                who=last.author if last else "",
                when=last.date if last else "",
            )

    def heeded(self, rulings: Iterable[Ruling], clauses: Iterable[RuledClause]) -> Iterator[Ruling]:
        """The amendments with what was said of them; as false alarms those that nobody needs."""
        of_clause = {(one.eid, one.clause_sha256): one for one in clauses if one.comment}
        for ruling in rulings:
            clause = of_clause.get((ruling.eid, ruling.clause_sha256))
            answers = self._of_section.get(ruling.number, [])
            last = _last(answers)
            if clause is not None:
                false = clause.decision == "false-alarm" and ruling.decision in _OPEN
                yield _told(ruling, clause.comment, clause.who, clause.when, false=false)
            elif last is not None:
                false = last.is_false_alarm and ruling.decision in _OPEN
                yield _told(ruling, _comment(answers), last.author, last.date, false=false)
            else:
                yield ruling


def _told(ruling: Ruling, comment: str, who: str, when: str, *, false: bool) -> Ruling:
    decision = "false-alarm" if false else ruling.decision
    return replace(
        ruling, decision=decision, comment=comment, who=ruling.who or who, when=ruling.when or when
    )


def _last(answers: Sequence[Remark]) -> Remark | None:
    """The last that names a label; else the last."""
    named = [one for one in answers if one.label]
    return max(named or answers, key=lambda one: one.date, default=None)


def _comment(answers: Sequence[Remark]) -> str:
    """All that was answered: what counts, then the others in the order of time."""
    last = _last(answers)
    if last is None:
        return ""
    others = sorted((one for one in answers if one != last), key=lambda one: one.date)
    return "\n".join([last.words, *(_beside(one, last) for one in others)])


def _beside(other: Remark, last: Remark) -> str:
    return other.words if other.author == last.author else f"({other.author}: {other.words})"
