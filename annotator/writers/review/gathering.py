"""Gathers what the review page knows of a law."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path

from annotator.colliding import collision
from annotator.decisions import clause_hash
from annotator.eids import CONTAINERS, unit_eid
from annotator.one_line import UNPRINTABLE, one_line
from annotator.request import View
from annotator.schedule import (
    RENUMBERS,
    Amendment,
    forms,
    in_order,
    schedule,
    series_of,
    shown,
    subsection_label,
)
from annotator.schema import ISSUES, Annotation, Edit, Finding, Gap, Provision, Source
from annotator.writers.blocks import blocks
from annotator.writers.review.data import (
    PlainEdit,
    ReviewAmendment,
    ReviewBlock,
    ReviewClause,
    ReviewData,
    ReviewEntry,
    ReviewForm,
    ReviewGap,
    ReviewLaw,
    ReviewPrecedent,
    ReviewSummary,
)
from annotator.writers.review.ways import Ways
from annotator.writers.rows import Told
from annotator.writers.terminal.layout import provision_name
from annotator.writers.terminal.overview_section import called
from annotator.writers.terminal.phrases import (
    SURE,
    governed,
    issues_of,
    new_section,
    printed,
    quoted,
)
from annotator.writers.terminal.summary_section import compared, half_page


def gathered(annotation: Annotation, source: Source, view: View) -> ReviewData:
    """What the page knows of a law: all its text, and of what was found what ``view`` admits."""
    return _Gatherer(annotation, source, view).data()


class _Places:
    """Offsets of the law as JavaScript counts them."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, mark in enumerate(text) if ord(mark) > 0xFFFF]

    def at(self, offset: int) -> int:
        return offset + bisect_left(self._wide, offset)

    def edits(self, edits: Iterable[Edit]) -> tuple[PlainEdit, ...]:
        return tuple((self.at(one.start), self.at(one.end), one.text) for one in edits)


class _Gatherer:
    def __init__(self, annotation: Annotation, source: Source, view: View) -> None:
        self._annotation = annotation
        self._text = annotation.text or source.text
        self._view = view
        self._told = Told(annotation, source, view)
        self._say = self._told.spoken.phrases
        self._places = _Places(self._text)
        self._found = view.of(annotation)
        self._gaps = view.gaps_of(annotation)
        known = schedule(annotation)
        self._forms = forms(known, annotation)
        self._amendments = in_order(shown(known, annotation, view))
        self._blocks = list(blocks(annotation, self._text))
        self._ways = Ways(annotation, self._text, self._told.spoken)
        self._starts = [block.start for block in self._blocks]

    def data(self) -> ReviewData:
        law, model = self._annotation.law, self._annotation.model
        return ReviewData(
            law=ReviewLaw(
                title=one_line(law.title),
                sha256=law.sha256,
                file=one_line(Path(law.source).name),
                language=law.language,
                schedule=self._say.schedule_of(one_line(law.title)),
                lines=tuple(self._lines()),
            ),
            program=f"{self._view.program} {model.name} {model.version}".strip(),
            text=self._text,
            meanings={str(label): said for label, said in self._say.MEANINGS.items()},
            issues={issue: self._say.issue(issue) for issue in ISSUES},
            renumbers=RENUMBERS,
            unprintable=UNPRINTABLE.pattern,
            summary=self._summary(),
            blocks=tuple(self._set_blocks()),
            tree=self._entries(self._annotation.provisions),
            clauses=tuple(map(self._clause, self._found)),
            amendments=tuple(self._amendment(at, one) for at, one in enumerate(self._amendments)),
            gaps=tuple(map(self._gap, self._gaps)),
        )

    def _lines(self) -> Iterator[str]:
        """What the head says of the law, beside its title."""
        law, model, card = self._annotation.law, self._annotation.model, self._annotation.scorecard
        dated = [self._say.dated(law.date)] if law.date else []
        reader = f"{model.name} {model.version}"
        clauses = self._say.clauses(card.clauses)
        yield " · ".join((one_line(Path(law.source).name), *dated, clauses, reader))
        ground = law.jurisdiction_ground
        where = (ground.words, ground.where) if ground else ("", "")
        yield self._say.country(self._told.country, *where)
        yield from law.notes

    def _summary(self) -> ReviewSummary:
        card, say = self._annotation.scorecard, self._say
        half = half_page(self._annotation, self._gaps, self._view, self._told.spoken)
        new = compared(self._annotation, self._view, self._told.spoken)
        reviewed = say.reviewed(card.review) if card.review else ""
        met = say.answered(card.met) if card.met else ""
        return ReviewSummary(
            counts={label: card.labels.get(label, 0) for label in say.MEANINGS},
            paragraphs=tuple(filter(None, (new, half.well, half.grave))),
            changes=half.changes,
            behind=tuple(filter(None, (half.missing, reviewed, met))),
            warnings=tuple(
                " ".join(f"{one.where}: {one.what} {one.advice}".split())
                for one in self._annotation.warnings
            ),
        )

    def _set_blocks(self) -> Iterator[ReviewBlock]:
        ends = [one.clause.end for one in self._found]
        for block in self._blocks:
            at = bisect_right(ends, block.start)
            inside = at < len(ends) and self._found[at].clause.start < block.end
            yield ReviewBlock(
                start=self._places.at(block.start),
                end=self._places.at(block.end),
                body=self._places.at(block.numbers[-1] if block.numbers else block.start),
                kind=block.kind,
                level=block.level,
                clause=at if inside and block.kind == "words" else -1,
            )

    def _block_at(self, offset: int) -> int:
        """The block in which something stands, or behind which."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def _entries(self, provisions: Sequence[Provision]) -> tuple[ReviewEntry, ...]:
        """Parts, and the units in them: what a table of contents lists."""
        found = []
        for one in provisions:
            if one.word not in CONTAINERS and unit_eid(one.eid) != one.eid:
                continue
            name = provision_name(one.eid, one.number, self._told.spoken)
            found.append(
                ReviewEntry(
                    name=one.number if one.word in CONTAINERS else name,
                    heading=" ".join(one.heading.split()),
                    block=self._block_at(one.start),
                    end=self._block_at(max(one.end - 1, one.start)),
                    items=self._entries(one.items) if one.word in CONTAINERS else (),
                )
            )
        return tuple(found)

    def _clause(self, finding: Finding) -> ReviewClause:
        clause, told = finding.clause, []
        if finding.governs:
            told.append(governed(finding.governs, self._say))
        if note := self._told.note(finding):
            told.append(note)
        flagged = finding.label != "neutral"
        return ReviewClause(
            name=provision_name(clause.eid, clause.number, self._told.spoken),
            number=clause.number,
            eid=clause.eid,
            sha256=clause_hash(clause.text),
            heading=" ".join(clause.heading.split()),
            start=self._places.at(clause.start),
            end=self._places.at(clause.end),
            label=finding.label,
            confidence=round(finding.confidence, 4),
            weight=finding.priority,
            review=finding.review,
            raised=tuple(one.issue for one in finding.issues) if flagged else (),
            sure=tuple(one.issue for one in finding.issues if one.score >= SURE),
            issues=issues_of(finding, self._say) if flagged else "",
            lead_in=" ".join(clause.lead_in.split()) if flagged else "",
            place=self._told.place(clause.region) if flagged else "",
            evidence=tuple(
                (self._places.at(one.start), self._places.at(one.end)) for one in finding.evidence
            )
            if flagged
            else (),
            told=tuple(told),
            amendments=self._numbers_of.get((clause.eid, clause.start), ()),
            is_new=_is_new(finding),
        )

    @cached_property
    def _numbers_of(self) -> dict[tuple[str, int], tuple[int, ...]]:
        """The numbers of the amendments of clauses, in the order of the law."""
        found: dict[tuple[str, int], tuple[int, ...]] = {}
        for one in sorted(self._amendments, key=lambda one: one.number):
            if one.finding:
                key = one.finding.clause.eid, one.finding.clause.start
                found[key] = (*found.get(key, ()), one.number)
        return found

    def _amendment(self, rank: int, one: Amendment) -> ReviewAmendment:
        of = one.proposal or one.gap
        assert of is not None  # noqa: S101  # an amendment has one of the two
        issue = of.issue
        return ReviewAmendment(
            number=one.number,
            rank=rank,
            template=one.proposal.template if one.proposal else one.gap.need if one.gap else "",
            issue=issue,
            issue_name=self._say.issue(issue),
            forms=tuple(
                ReviewForm(
                    instruction=form.instruction.strip(),
                    edits=self._places.edits(form.edits),
                    ways=self._ways.of(form),
                    label=form.section or subsection_label(form.added),
                )
                for form in self._forms[one.number]
            ),
            reason=of.reason.strip(),
            authority=tuple(self._told.cited(printed(of.citations))),
            precedents=tuple(
                ReviewPrecedent(cited=cited, words=words)
                for cited, words in quoted(of.precedents, self._told.spoken)
            ),
            clause=self._index_of[one.finding.clause.start] if one.finding else -1,
            gap=next((at for at, gap in enumerate(self._gaps) if gap is one.gap), -1),
            series=series_of(one),
            choice=_choice(one),
            instead_of=one.instead_of,
            collides=tuple(self._collisions.get(one.number, ())),
        )

    @cached_property
    def _index_of(self) -> dict[int, int]:
        return {one.clause.start: at for at, one in enumerate(self._found)}

    @cached_property
    def _collisions(self) -> dict[int, list[int]]:
        """Which amendments change the same words, by number."""
        found: dict[int, list[int]] = {}
        for one, other in _touching(self._amendments):
            together = bool(series_of(one)) and series_of(one) == series_of(other)
            if collision(_changing(one, together), _changing(other, together)):
                found.setdefault(one.number, []).append(other.number)
                found.setdefault(other.number, []).append(one.number)
        return found

    def _gap(self, gap: Gap) -> ReviewGap:
        amendment = self._told.section(gap)
        return ReviewGap(
            name=new_section(gap),
            number=gap.number,
            need=gap.need,
            lacks=gap.lacks,
            issue=gap.issue,
            strength=gap.strength,
            called=called(gap, self._say),
            reason=gap.reason.strip(),
            authority=tuple(self._told.cited(printed(gap.citations))),
            block=self._block_at(gap.edits[0].start - 1) if gap.edits else 0,
            amendment=amendment.number if amendment else 0,
            is_new=_is_new(gap),
        )


def _is_new(found: Finding | Gap) -> bool | None:
    """Whether a baseline does not know it; None where it was compared with none."""
    return found.baseline_state == "new" if found.baseline_state else None


def _choice(one: Amendment) -> int:
    """Which of the proposals of its clause it is."""
    others = one.finding.proposals if one.finding else ()
    return next((at for at, other in enumerate(others) if other is one.proposal), 0)


def _touching(ordered: Sequence[Amendment]) -> Iterator[tuple[Amendment, Amendment]]:
    """Pairs of amendments, in the order of the law, that change stretches which meet."""
    for at, one in enumerate(ordered):
        for other in islice(ordered, at + 1, None):
            if _from(other) > _to(one):
                break
            yield one, other


def _from(one: Amendment) -> int:
    return min((edit.start for edit in one.edits), default=0)


def _to(one: Amendment) -> int:
    return max((edit.end for edit in one.edits), default=-1)


def _changing(one: Amendment, together: bool) -> list[Edit]:
    """Its edits; of one that is composed with another those that both need are none."""
    return [edit for edit in one.edits if not (together and edit.text in RENUMBERS)]
