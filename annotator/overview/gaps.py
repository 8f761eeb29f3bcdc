"""The gap map: what the law's matter calls for and no clause of it provides in whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from annotator.bindings.standing import ORDER, Standing
from annotator.library.model import DraftingStyle, Section
from annotator.library.tables import load_sections
from annotator.overview.needs import Ground
from annotator.overview.placement import Numbers, Placing
from annotator.overview.sections import Printer
from annotator.proposer.fitting import citations
from annotator.reading import LawText, WholeProvision, cited_whole, folded
from annotator.schema import STRENGTHS, Citation, Clause, Edit, Gap

# One section is the better amendment where as many would each be given the same subsection.
_SCATTERED = 3


def find_gaps(ground: Ground, standing: Standing, country: str) -> tuple[Gap, ...]:
    """The needs that clauses call for and none meets, the gravest first.

    First come those that a new section would serve best: nothing is proposed for them at any
    clause, or the same at clauses of three sections or more. Of these, and of the others, a need of
    minimum strength comes first; then what rests on a commitment that binds; then what more clauses
    call for. What a section would speak of, some clause of the law must do: where none detains
    anybody, no detainee lacks anything. Of one of those clauses' labels the classifier must be
    sure. In a law on another matter no section is proposed: its labels are hints.

    Args:
        ground: the law.
        standing: who is bound by what.
        country: its ISO 3166-1 code, or empty.
    """
    sections = load_sections()
    order = {need: at for at, need in enumerate(sections)}
    lacking = [
        _gap(ground, section, standing, country)
        for need, calling in ground.calls.items()
        if (section := sections.get(need))
        and any(not finding.review for finding in calling)
        and not ground.met(section)
        and not ground.said_anywhere(section)
        and ground.does_what_is_presupposed(section)
    ]
    drafter = _Drafter(ground)
    # Numbered in the order of the library, which is that of a law: those that are printed before.
    in_order = sorted(lacking, key=lambda gap: (not gap.by_section, order[gap.need]))
    drafted = {gap.need: drafter.drafted(gap, sections[gap.need]) for gap in in_order}
    return tuple(drafted[gap.need] for gap in sorted(lacking, key=_rank))


def _by_section(proposed_at: Sequence[Clause], law: LawText) -> bool:
    """Whether a new section adds to the amendments that are proposed at clauses."""
    sections = {law.provision_of(clause).eid for clause in proposed_at}
    return not proposed_at or len(sections) >= _SCATTERED


def _gap(ground: Ground, section: Section, standing: Standing, country: str) -> Gap:
    """A gap without its words."""
    templates = ground.needs[section.need]
    strongest = min(templates, key=lambda one: STRENGTHS.index(one.strength))
    cited = standing.cited(citations(strongest, ground.library), country)
    proposed_at = tuple(_proposed_at(ground, section.need))
    return Gap(
        need=section.need,
        lacks=section.lacks,
        issue=strongest.issues[0],
        strength=strongest.strength,
        clauses=tuple(finding.clause.number for finding in ground.calls[section.need]),
        proposed_at=tuple(clause.number for clause in proposed_at),
        by_section=not ground.reading.is_on_another_matter
        and _by_section(proposed_at, ground.reading.law),
        reason=folded(strongest.reason),
        gcm=tuple(sorted({objective for one in templates for objective in one.gcm})),
        citations=cited,
        see=tuple(finding.clause.number for finding in ground.in_part(section)),
    )


def _proposed_at(ground: Ground, need: str) -> Iterator[Clause]:
    """The clauses at which an amendment for the need is proposed, a general one too."""
    ids = {template.id for template in ground.library.templates if template.need == need}
    for finding in ground.findings:
        if any(proposal.template in ids for proposal in finding.proposals):
            yield finding.clause


def _rank(gap: Gap) -> tuple[bool, int, int, int]:
    best = min(map(_weight, gap.citations), default=len(ORDER))
    strength = STRENGTHS.index(gap.strength)
    return not gap.by_section, strength, best, -len(gap.clauses)


def _weight(citation: Citation) -> int:
    return ORDER.index(citation.status)


class _Drafter:
    """Puts gaps into words, each new section numbered after the one before."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._printer = Printer(ground.reading)
        self._say = ground.reading.style.wording
        self._numbers: dict[str, Numbers] = {}

    def drafted(self, gap: Gap, section: Section) -> Gap:
        """The gap with its place and, where the library has words for it, the section."""
        calling = self._ground.calls[gap.need]
        reading = self._ground.reading
        after = Placing(reading.law, reading.language.heading_topics, gap.issue).after(calling)
        if after is None:
            return gap
        gap = msgspec.structs.replace(gap, after=cited_whole(after, reading.style))
        # Of a law on another matter the labels are hints: words would claim more.
        if not section.text or reading.is_on_another_matter:
            return gap
        number = self._numbers_of(after.word).after(after.number)
        printed = self._printer.printed(section, calling[0].clause, after, number)
        if printed is None:
            return gap
        last = max(after.clauses, key=lambda clause: clause.end)
        end = last.start + len(last.text.rstrip())
        return msgspec.structs.replace(
            gap,
            number=number,
            heading=printed.heading,
            text=printed.text,
            edits=(Edit(start=end, end=end, text=f"\n\n{printed.text}"),),
            instruction=self._instruction(gap.after, printed.text, after),
        )

    def _numbers_of(self, word: str) -> Numbers:
        """The numbers of the law's sections, or of its articles."""
        if word not in self._numbers:
            reading = self._ground.reading
            same = [one for one in reading.law.provisions.values() if one.word == word]
            self._numbers[word] = Numbers(
                [one.number for one in same],
                word,
                by_level=reading.style.by_level,
                inner=[item.label.strip("(). ") for one in same for item in one.subsections],
            )
        return self._numbers[word]

    def _instruction(self, place: str, text: str, after: WholeProvision) -> str:
        styled = self._ground.reading.style.kind
        in_sections: DraftingStyle = "section" if styled == "article" else styled
        kind: DraftingStyle = "article" if after.word == "Article" else in_sections
        return self._say.new_provision(place, folded(text), kind)
