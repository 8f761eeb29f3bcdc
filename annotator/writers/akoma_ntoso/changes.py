"""Which of the amendments of a law are made together, each once, and under which numbers.

Of alternatives the better is made. What adds to its section is numbered as it stands among those
that are made: a subsection that would be (5) is (4) where what would be (4) is not among them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from annotator.eids import unit_eid, unit_word
from annotator.lang import language
from annotator.request import View
from annotator.schema import Annotation, Edit, Finding, Gap, Proposal, Struct

#: The number at the head of words that are added: "(4) ", "4. ".
_LABEL = re.compile(r"\s*(\(?\d+[a-z]?[.)]) ")


class LawChange(Struct, frozen=True):
    """An amendment that is made: of a clause, by a ``proposal``, or a ``gap`` that it fills.

    ``eid`` is of the clause, or of the section behind which a new one stands.
    """

    eid: str
    edits: tuple[Edit, ...]
    instruction: str
    finding: Finding | None = None
    proposal: Proposal | None = None
    gap: Gap | None = None


def changes_of(annotation: Annotation, view: View) -> list[LawChange]:
    """The amendments that are made together, in the order in which they change the law.

    At one place words that go on with a sentence come first, then subsections, then sections.
    """
    kept: list[LawChange] = []
    for change in _ranked(annotation, view):
        if not any(
            _collide(edit, other) for one in kept for other in one.edits for edit in change.edits
        ):
            kept.append(change)
    numbered = _numbered(_with_openers(kept, annotation), annotation)
    return sorted(numbered, key=_order)


def _order(change: LawChange) -> tuple[int, bool, bool]:
    last = change.edits[-1]
    return last.start, change.gap is not None, last.text.startswith("\n")


def every_change(annotation: Annotation, view: View) -> list[LawChange]:
    """All amendments that are shown, alternatives too, each as if it were made alone."""
    of_clauses = [
        _of_proposal(finding, proposal)
        for finding in view.of(annotation)
        for proposal in finding.proposals
    ]
    return [*of_clauses, *_of_gaps(annotation, view)]


def place_of(change: LawChange, annotation: Annotation) -> str:
    """What is amended, as a title names it: ``Section 11(1)``, or a new section by its heading."""
    if change.gap is not None:
        return change.gap.heading or change.gap.after
    number = change.finding.clause.number if change.finding else ""
    word = unit_word(change.eid)
    return language(annotation.law.language).phrases.provision(word, number).strip()


def _of_proposal(finding: Finding, proposal: Proposal) -> LawChange:
    return LawChange(
        eid=finding.clause.eid,
        edits=proposal.edits,
        instruction=proposal.instruction,
        finding=finding,
        proposal=proposal,
    )


def _ranked(annotation: Annotation, view: View) -> Iterator[LawChange]:
    """The best of each clause, and what the law provides nowhere."""
    for finding in view.of(annotation):
        made: set[str] = set()
        for proposal in finding.proposals:
            if made.isdisjoint(proposal.alternative_to) and proposal.edits:
                made.add(proposal.template)
                yield _of_proposal(finding, proposal)
    yield from _of_gaps(annotation, view)


def _of_gaps(annotation: Annotation, view: View) -> Iterator[LawChange]:
    """New sections; none for what is proposed at a clause already, unless it adds to that."""
    for gap in view.gaps_of(annotation):
        if gap.edits and (gap.by_section or not gap.proposed_at):
            eid = _eid_before(annotation, gap.edits[0].start)
            yield LawChange(eid=eid, edits=gap.edits, instruction=gap.instruction, gap=gap)


def _eid_before(annotation: Annotation, place: int) -> str:
    """The section that ends at a place, or last before it."""
    ended = [one.clause for one in annotation.findings if one.clause.end <= place]
    return unit_eid(max(ended, key=lambda clause: clause.end).eid) if ended else ""


def _collide(one: Edit, other: Edit) -> bool:
    """Whether both change the same words; what is only inserted at one place stands in a row."""
    if one.start == one.end or other.start == other.end:
        return max(one.start, other.start) < min(one.end, other.end)
    return one.start < other.end and other.start < one.end


def _numbered(changes: Sequence[LawChange], annotation: Annotation) -> list[LawChange]:
    """The changes with the first of the numbers that were given out for their section."""
    given: defaultdict[str, list[str]] = defaultdict(list)
    for finding in annotation.findings:
        for proposal in finding.proposals:
            label = _label(proposal)
            if label:
                given[_series(finding.clause.eid)].append(label)
    for gap in annotation.gaps:
        if gap.number:
            given[gap.after].append(gap.number)
    free = {series: iter(_in_order(labels)) for series, labels in given.items()}
    made = []
    order = sorted(range(len(changes)), key=lambda at: _rank(changes[at], at))
    for at in order:
        change = changes[at]
        if change.gap is not None:
            new = next(free[change.gap.after], change.gap.number) if change.gap.number else ""
            made.append(_with_number(change, change.gap.number, new))
        else:
            label = _label(change.proposal) if change.proposal else ""
            new = next(free[_series(change.eid)], label) if label else ""
            made.append(_with_number(change, label, new))
    return made


def _with_openers(changes: Sequence[LawChange], annotation: Annotation) -> list[LawChange]:
    """Without subsections that count on one which is not made, and would number the section."""
    opened = {
        unit_eid(finding.clause.eid)
        for finding in annotation.findings
        for proposal in finding.proposals
        if _opens(proposal)
    }
    made = {unit_eid(one.eid) for one in changes if one.proposal and _opens(one.proposal)}
    lacking = opened - made
    return [
        one
        for one in changes
        if not (one.proposal and _label(one.proposal) and unit_eid(one.eid) in lacking)
    ]


def _opens(proposal: Proposal) -> bool:
    """Whether a proposal makes the words of a section its first subsection, to add a second."""
    return proposal.adds and len(proposal.edits) > 1 and bool(_LABEL.match(proposal.edits[0].text))


def _series(eid: str) -> str:
    return f"#{unit_eid(eid)}"


def _rank(change: LawChange, at: int) -> tuple[int, int, str, int]:
    """In the order of their numbers: new sections bear theirs in the order of the law."""
    number = change.gap.number if change.gap else ""
    return (change.gap is not None, len(number), number, at)


def _in_order(labels: Iterable[str]) -> list[str]:
    return sorted(set(labels), key=lambda label: (len(label), label))


def _label(proposal: Proposal) -> str:
    """The number of the subsection that a proposal adds; empty where it adds none."""
    if not proposal.adds or len(proposal.edits) != 1:
        return ""
    found = _LABEL.match(proposal.edits[0].text)
    return found[1] if found else ""


def _with_number(change: LawChange, old: str, new: str) -> LawChange:
    """The change under another number, which its words must not name elsewhere."""
    words = change.edits[-1].text
    if not old or old == new or words.count(old) != 1 or len(change.edits) != 1:
        return change
    edit = replace(change.edits[0], text=words.replace(old, new))
    said = _inside(words)
    instruction = change.instruction.replace(said, _inside(edit.text))
    if instruction == change.instruction:
        return change
    gap = replace(change.gap, number=new) if change.gap else None
    return replace(change, edits=(edit,), instruction=instruction, gap=gap)


def _inside(words: str) -> str:
    """Words as an instruction quotes them: on one line."""
    return " ".join(words.split())
