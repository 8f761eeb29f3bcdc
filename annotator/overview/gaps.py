"""The gap map: what the law's matter calls for and no clause of it provides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from annotator.library.model import Section, Strength, Template
from annotator.library.standing import ORDER, Standing
from annotator.library.tables import load_sections
from annotator.overview.ground import Ground
from annotator.overview.places import Numbers, place_after
from annotator.overview.sections import Printed, Printer
from annotator.proposer.fitting import citations
from annotator.proposer.law import Provision, folded
from annotator.schema import Citation, Edit, Finding, Gap

_GRAVEST_FIRST: tuple[Strength, ...] = ("minimum", "standard", "ambitious")
# One section is the better amendment where as many would each be given the same subsection.
_SCATTERED = 3


def find_gaps(ground: Ground, standing: Standing, country: str) -> tuple[Gap, ...]:
    """The needs that clauses call for and none meets, the gravest first.

    First come those that a new section would serve best: nothing is proposed for them at any
    clause, or the same at clauses of three sections or more. Of these, and of the others, a need of
    minimum strength comes first; then what rests on a commitment that binds; then what more clauses
    call for. Of one of those clauses' labels the classifier must be sure.

    Args:
        ground: the law.
        standing: who is bound by what.
        country: its ISO 3166-1 code, or empty.
    """
    sections = load_sections()
    lacking = [
        _gap(ground, section, standing, country)
        for need, calling in ground.calls.items()
        if (section := sections.get(need))
        and any(not finding.review for finding in calling)
        and not ground.met(section)
    ]
    return tuple(_worded(sorted(lacking, key=_rank), ground, sections))


def _by_section(proposed_at: Sequence[str]) -> bool:
    """Whether a new section adds to the amendments that are proposed at clauses."""
    return not proposed_at or len(_sections_of(proposed_at)) >= _SCATTERED


def _sections_of(numbers: Iterable[str]) -> set[str]:
    return {re.split(r"\(| “", number, maxsplit=1)[0] for number in numbers}


def _gap(ground: Ground, section: Section, standing: Standing, country: str) -> Gap:
    """A gap without its words."""
    templates = ground.needs[section.need]
    strongest = min(templates, key=lambda one: _GRAVEST_FIRST.index(one.strength))
    cited = standing.cited(citations(strongest, ground.library), country)
    proposed_at = tuple(_proposed_at(ground.findings, templates))
    return Gap(
        need=section.need,
        lacks=section.lacks,
        issue=strongest.issues[0],
        strength=strongest.strength,
        clauses=tuple(finding.clause.number for finding in ground.calls[section.need]),
        proposed_at=proposed_at,
        by_section=_by_section(proposed_at),
        after="",
        number="",
        heading="",
        text="",
        edits=(),
        instruction="",
        reason=folded(strongest.reason),
        gcm=tuple(sorted({objective for one in templates for objective in one.gcm})),
        citations=cited,
    )


def _proposed_at(findings: tuple[Finding, ...], templates: list[Template]) -> Iterator[str]:
    ids = {template.id for template in templates}
    for finding in findings:
        if any(proposal.template in ids for proposal in finding.proposals):
            yield finding.clause.number


def _rank(gap: Gap) -> tuple[bool, int, int, int]:
    best = min(map(_weight, gap.citations), default=len(ORDER))
    strength = _GRAVEST_FIRST.index(gap.strength)
    return not gap.by_section, strength, best, -len(gap.clauses)


def _weight(citation: Citation) -> int:
    return ORDER.index(citation.status)


def _worded(gaps: list[Gap], ground: Ground, sections: dict[str, Section]) -> Iterator[Gap]:
    """The gaps with the sections that would fill them, each numbered after the one before."""
    printer = Printer(ground.reading)
    law = ground.reading.law
    numbers: dict[str, Numbers] = {}
    for gap in gaps:
        calling = [finding.clause for finding in ground.calls[gap.need]]
        after = place_after(law, calling)
        if after is None:
            yield gap
            continue
        place = f"{after.word} {after.number}"
        if not sections[gap.need].text:
            yield msgspec.structs.replace(gap, after=place)
            continue
        if after.word not in numbers:
            same = [one.number for one in law.provisions.values() if one.word == after.word]
            numbers[after.word] = Numbers(same, after.word, by_level=ground.reading.style.by_level)
        number = numbers[after.word].after(after.number)
        clause = next(one for one in calling)
        printed = printer.printed(sections[gap.need], clause, after, number)
        yield _with_words(gap, place, number, printed, after)


def _with_words(
    gap: Gap, place: str, number: str, printed: Printed | None, after: Provision
) -> Gap:
    if printed is None:
        return msgspec.structs.replace(gap, after=place)
    last = max(after.clauses, key=lambda clause: clause.end)
    end = last.start + len(last.text.rstrip())
    return msgspec.structs.replace(
        gap,
        after=place,
        number=number,
        heading=printed.heading,
        text=printed.text,
        edits=(Edit(start=end, end=end, text=f"\n\n{printed.text}"),),
        instruction=_instruction(place, printed, after),
    )


def _instruction(place: str, printed: Printed, after: Provision) -> str:
    words = folded(printed.text)
    if after.word == "Article":
        return f"After {place}, the following Article is inserted: “{words}”"
    return f"After {place} insert: “{words}”"
