"""The amendments of a law as one schedule: numbered in its order, and composed.

What is proposed at each clause, and what the law lacks, bears numbers as if all else were adopted.
A drafter adopts some of it: then new subsections follow one another without a hole, and new
sections too; of two amendments that both make a section's text its first subsection, the later one
adds the next. Alternatives are numbered behind all others, and stand in a schedule only where
somebody chose them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, get_args

from msgspec.structs import replace

from annotator.eids import unit_eid
from annotator.errors import UsageError
from annotator.expressions import expression
from annotator.lang import language
from annotator.lang.contract import DraftingStyle
from annotator.numbering import Key, label_number, unit_key
from annotator.request import View
from annotator.schema import (
    Annotation,
    BaselineState,
    Edit,
    Finding,
    Gap,
    Proposal,
    Provision,
    Struct,
)

#: What is put before the text of a section that becomes its first subsection.
RENUMBERS = ("(1) ", "(a) ")
# "(4) ", "4. ", and "(d) " or "(D) " where the law's own subsections are letters.
_LABEL = expression(r"(\(?)(\d+|[a-z]|[A-Z])(?=[.)])")


class Amendment(Struct, frozen=True):
    """One amendment of a law.

    ``number`` is its own among all of the law, from 1; ``instead_of`` are those in whose stead it
    could be made. It is made at a ``finding``, as a ``proposal`` there, or provides what is lacking
    (``gap``). ``instruction`` and ``edits`` are those of the law in which all others of the
    schedule are adopted too; ``added`` is the whole of a new provision, its number too, line by
    line as it is printed, and empty where words within a clause change; ``section`` is the number
    of a new section.
    """

    number: int
    instruction: str
    edits: tuple[Edit, ...]
    added: str = ""
    section: str = ""
    finding: Finding | None = None
    proposal: Proposal | None = None
    gap: Gap | None = None
    instead_of: tuple[int, ...] = ()

    @property
    def baseline_state(self) -> BaselineState | None:
        """How what it mends, or provides, stands to the baseline with which it was compared."""
        mended = self.finding or self.gap
        return mended.baseline_state if mended else None


def schedule(annotation: Annotation) -> tuple[Amendment, ...]:
    """All amendments of a law, in its order, as they stand beside each other; alternatives behind.

    Whatever of them is shown, an amendment has the same number. A gap for which the amendments of
    clauses provide has none.
    """
    sections = [gap for gap in annotation.gaps if gap.by_section and gap.edits]
    found = [*_of_findings(annotation.findings), *map(_of_gap, sections)]
    found = in_order(found)
    first = [one for one in found if not _rivals(one)]
    ordered = [*first, *(one for one in found if _rivals(one))]
    numbers = {key_of(one): number for number, one in enumerate(ordered, start=1)}
    numbered = [
        replace(one, number=number, instead_of=tuple(_instead_of(one, numbers)))
        for number, one in enumerate(ordered, start=1)
    ]
    composed = {one.number: one for one in _Composed(annotation, numbered[: len(first)])}
    return tuple(composed.get(one.number, one) for one in numbered)


def shown(amendments: Iterable[Amendment], annotation: Annotation, view: View) -> list[Amendment]:
    """Those of a law's amendments whose finding, or gap, the view admits."""
    gaps = {gap.need for gap in view.gaps_of(annotation)}
    return [
        one
        for one in amendments
        if (view.admits(one.finding) if one.finding else one.gap and one.gap.need in gaps)
    ]


def wanted(
    amendments: Sequence[Amendment], annotation: Annotation, view: View
) -> tuple[Amendment, ...]:
    """The amendments that a view accepts, composed: else all that it admits, but alternatives.

    Raises:
        UsageError: one that is accepted is no amendment of the law, or excludes another.
    """
    best = [one.number for one in shown(amendments, annotation, view) if not one.instead_of]
    accept = view.accept or best
    return adopted(amendments, annotation, accept) if accept else ()


def adopted(
    amendments: Sequence[Amendment],
    annotation: Annotation,
    accept: Collection[int] = (),
) -> tuple[Amendment, ...]:
    """Those amendments that are adopted, composed: in the law's order, with numbers that are free.

    Args:
        amendments: of the law, as :func:`schedule` gives them.
        annotation: of the law.
        accept: the numbers of those that are adopted; all but alternatives, where none are given.

    Raises:
        UsageError: no amendment has such a number, or two exclude each other.
    """
    check_accepted(amendments, accept)
    taken = [one for one in amendments if (one.number in accept if accept else not one.instead_of)]
    return tuple(_Composed(annotation, in_order(taken)))


def in_order(amendments: Iterable[Amendment]) -> list[Amendment]:
    """Amendments, alternatives among them, in the order in which they stand in a law."""
    return sorted(amendments, key=_place)


def series_of(one: Amendment) -> str:
    """What a new provision is numbered in: a section, or what new sections stand after.

    Empty for words within a clause, which bear no number.
    """
    if one.gap:
        return f"after {one.gap.after}"
    if one.finding and one.proposal and _is_numbered(one.proposal):
        return unit_eid(one.finding.clause.eid)
    return ""


def forms(
    amendments: Sequence[Amendment], annotation: Annotation
) -> dict[int, tuple[Amendment, ...]]:
    """What each amendment says behind none, one, two ... others of its series, by its number.

    A new subsection, or section, bears a number that depends on how many of those before it are
    adopted: so whoever adopts some takes of each the form that stands behind so many. An amendment
    of no series has one form.

    Args:
        amendments: of the law, as :func:`schedule` gives them.
        annotation: of the law.
    """
    before: Counter[str] = Counter()
    composed = _Composed(annotation, ())
    found: dict[int, tuple[Amendment, ...]] = {}
    for one in in_order(amendments):
        series = series_of(one)
        found[one.number] = tuple(composed.form(one, at) for at in range(before[series] + 1))
        before[series] += bool(series)
    return found


def check_accepted(amendments: Sequence[Amendment], accept: Collection[int]) -> None:
    """See to it that those amendments can be adopted together.

    Raises:
        UsageError: no amendment has such a number, or two exclude each other.
    """
    known = {one.number: one for one in amendments}
    for number in accept:
        if number not in known:
            last = len(amendments)
            has = f"its amendments are 1 to {last}" if last else "it has no amendments"
            raise UsageError(f"There is no amendment {number} of this law: {has}.")
        for other in known[number].instead_of:
            if other in accept:
                raise UsageError(
                    f"Amendment {number} stands instead of amendment {other}: accept one of them."
                )


def _of_findings(findings: Iterable[Finding]) -> Iterator[Amendment]:
    for finding in findings:
        for proposal in finding.proposals:
            yield Amendment(
                number=0,
                instruction=proposal.instruction,
                edits=proposal.edits,
                added=proposal.amended if _is_numbered(proposal) else "",
                finding=finding,
                proposal=proposal,
            )


def _of_gap(gap: Gap) -> Amendment:
    return Amendment(
        number=0,
        instruction=gap.instruction,
        edits=gap.edits,
        added=gap.text,
        section=gap.number,
        gap=gap,
    )


def _place(one: Amendment) -> tuple[int, bool, Key]:
    """Where in the law it begins; a new section behind what changes in the one before it."""
    start = min((edit.start for edit in one.edits), default=0)
    return start, one.gap is not None, unit_key(one.gap.number if one.gap else "")


def _is_numbered(proposal: Proposal) -> bool:
    """Whether it adds a numbered subsection."""
    return proposal.operation == "insert_subsection" and bool(_LABEL.match(proposal.amended))


def _renumbers(proposal: Proposal) -> bool:
    """Whether it makes the text of a section its first subsection."""
    return any(edit.start == edit.end and edit.text in RENUMBERS for edit in proposal.edits)


def key_of(one: Amendment) -> tuple[str, str]:
    """What it is for: the eId of a clause and a template, or nothing and the need of a gap."""
    if one.finding and one.proposal:
        return one.finding.clause.eid, one.proposal.template
    return "", one.gap.need if one.gap else ""


def _rivals(one: Amendment) -> list[str]:
    """The templates in whose stead an amendment could be made, and not beside them."""
    if not (one.finding and one.proposal):
        return []
    beside = {
        other.template
        for other in one.finding.proposals
        if _renumbers(other) and _renumbers(one.proposal)
    }
    return [name for name in one.proposal.alternative_to if name not in beside]


def _instead_of(one: Amendment, numbers: dict[tuple[str, str], int]) -> Iterator[int]:
    for name in _rivals(one):
        key = (one.finding.clause.eid if one.finding else "", name)
        if key in numbers:
            yield numbers[key]


class _Composed:
    """Gives the adopted amendments of a law, each as it stands beside the others."""

    def __init__(self, annotation: Annotation, taken: Sequence[Amendment]) -> None:
        self._taken = taken
        self._spoken = language(annotation.law.language)
        self._units = dict(_units(annotation.provisions))
        # Of those that were proposed, the first number.
        self._first = _first_labels(annotation.findings)
        self._numbers = _section_numbers(annotation.gaps)

    def __iter__(self) -> Iterator[Amendment]:
        adopted: Counter[str] = Counter()
        for one in self._taken:
            series = series_of(one)
            yield self.form(one, adopted[series])
            adopted[series] += bool(series)

    def form(self, one: Amendment, before: int) -> Amendment:
        """What an amendment says of which so many of the same series are adopted before it."""
        if one.gap:
            return self._section(one, one.gap, before)
        if one.finding and one.proposal and _is_numbered(one.proposal):
            return self._subsection(one, series_of(one), one.proposal, before)
        return one

    def _subsection(self, one: Amendment, unit: str, proposal: Proposal, before: int) -> Amendment:
        first, words = self._first[unit], proposal.amended
        added = _relabelled(words, first.ahead(before))
        follows = before > 0 and _renumbers(proposal)
        later = follows or (before > 0 and _Number.of(words) == first)
        edits = [edit for edit in proposal.edits if not (follows and edit.text in RENUMBERS)]
        edits = [replace(edit, text=edit.text.replace(words, added, 1)) for edit in edits]
        instruction = proposal.instruction.replace(words, added, 1)
        if later:
            instruction = self._behind_others(unit, added, proposal.instruction)
        return replace(one, added=added, edits=tuple(edits), instruction=instruction)

    def _behind_others(self, unit: str, words: str, first: str) -> str:
        """The instruction for what was to stand ``first``, in the style of that one."""
        provision = self._units.get(unit)
        place = self._name(provision) if provision else ""
        made = [
            self._spoken.instructions.subsection(place, "", words, kind)
            for kind in get_args(DraftingStyle)
        ]
        return max(made, key=lambda one: _alike(one, first))

    def _name(self, provision: Provision) -> str:
        return f"{self._spoken.instructions.name(provision.word)} {provision.number}".strip()

    def _section(self, one: Amendment, gap: Gap, before: int) -> Amendment:
        number = self._numbers[gap.after][before]
        if number == gap.number:
            said = gap.instruction
            return replace(one, added=gap.text, section=number, edits=gap.edits, instruction=said)
        old = expression(rf"(?<![\w.]){re.escape(gap.number)}(?![\w])")
        added = old.sub(number, gap.text, count=1)
        return replace(
            one,
            added=added,
            section=number,
            edits=tuple(
                replace(edit, text=old.sub(number, edit.text, count=1)) for edit in gap.edits
            ),
            instruction=gap.instruction.replace(_folded(gap.text), _folded(added), 1),
        )


def _folded(words: str) -> str:
    return " ".join(words.split())


def _alike(one: str, other: str) -> int:
    """With how many of the same characters two instructions begin."""
    return len(list(takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))))


def subsection_label(words: str) -> str:
    """The number with which a new subsection begins: ``4`` of *(4) A record*; maybe none."""
    found = _LABEL.match(words)
    return found[2] if found else ""


def _relabelled(words: str, label: str) -> str:
    return _LABEL.sub(lambda found: found[1] + label, words, count=1)


def _units(provisions: Iterable[Provision]) -> Iterator[tuple[str, Provision]]:
    for provision in provisions:
        for one in provision.walk():
            if unit_eid(one.eid) == one.eid:
                yield one.eid, one


class _Number(NamedTuple):
    """The number of a subsection: in which system, and where that puts it."""

    value: int
    system: str

    @classmethod
    def of(cls, words: str) -> _Number:
        """That with which a subsection begins."""
        found = _LABEL.match(words)
        assert found is not None  # noqa: S101  # as _is_numbered has found
        label = found[2]
        if label.isdigit():
            return cls(int(label), "arabic")
        return cls(ord(label.lower()) - ord("a") + 1, "ALPHA" if label.isupper() else "alpha")

    def ahead(self, count: int) -> str:
        """The number that stands so many behind it."""
        value = self.value + count
        return label_number(self.system, value) or str(value)


def _first_labels(findings: Iterable[Finding]) -> dict[str, _Number]:
    """The number of the first new subsection that is proposed, by section."""
    first: dict[str, _Number] = {}
    for finding in findings:
        for proposal in finding.proposals:
            if _is_numbered(proposal):
                unit, label = unit_eid(finding.clause.eid), _Number.of(proposal.amended)
                first[unit] = min(first.get(unit, label), label)
    return first


def _section_numbers(gaps: Iterable[Gap]) -> dict[str, list[str]]:
    """The numbers of the new sections that stand after the same one, in their order."""
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    sections = [gap for gap in gaps if gap.edits]
    for gap in sorted(sections, key=lambda gap: unit_key(gap.number)):
        numbers[gap.after].append(gap.number)
    return numbers
