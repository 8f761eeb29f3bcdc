"""Two annotations of versions of a law as one comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from annotator.aligning import Link, align
from annotator.comparing.citing import with_citing
from annotator.comparing.turning import turns
from annotator.comparing.uptake import uptakes
from annotator.comparing.wordings import wording
from annotator.comparison import (
    CHANGE_KINDS,
    TAKEN_UP,
    ClauseChange,
    ComparedClause,
    ComparedLaw,
    GapChange,
    LawComparison,
    Turn,
    Uptake,
)
from annotator.lang import language
from annotator.lang.comparison_phrases import ChangeKind
from annotator.library import Library
from annotator.same_words import words_of
from annotator.schema import Annotation, Finding
from annotator.word_changes import unwrapped

#: Two laws of which less than so much of the shorter is in the other are hardly versions of one:
#: of pairs of laws of one country it is 0.3 at most, of versions that were read 0.4 at least.
_LITTLE = 1 / 3


def compare(old: Annotation, new: Annotation, library: Library) -> LawComparison:
    """What became of a law from one version to the next.

    Args:
        old: the annotation of the old version, with its proposals.
        new: that of the new one, made as the old one was.
        library: of which the proposals are.
    """
    links = align([one.clause for one in old.findings], [one.clause for one in new.findings])
    changes = tuple(with_citing([_change(link, old, new) for link in links], new.law.language))
    uptake = uptakes(old, new, links, library)
    return LawComparison(
        old=_law(old),
        new=_law(new),
        counts=_counts(changes),
        turns=tuple(_not_proposed(_of_the_law(turns(changes), links, old, new), changes, uptake)),
        changes=changes,
        uptake=uptake,
        gaps=tuple(_gaps(old, new, _provided(uptake, library))),
        notes=tuple(_notes(old, new, links)),
        language=new.law.language,
    )


def _law(annotation: Annotation) -> ComparedLaw:
    law, card = annotation.law, annotation.scorecard
    return ComparedLaw(
        title=law.title,
        source=law.source,
        sha256=law.sha256,
        format=law.format,
        clauses=card.clauses,
        labels=card.labels,
        jurisdiction=law.jurisdiction,
        date=law.date,
    )


def _change(link: Link, old: Annotation, new: Annotation) -> ClauseChange:
    before, after = _text(link.old, old), _text(link.new, new)
    both = bool(link.old and link.new)
    is_same = link.is_same or (both and unwrapped(before) == unwrapped(after))
    return ClauseChange(
        kind=_kind(link, is_same),
        old=tuple(_clause(old.findings[at]) for at in link.old),
        new=tuple(_clause(new.findings[at]) for at in link.new),
        moved=link.moved,
        renumbered=link.renumbered,
        marks_only=link.alike == 1 and not is_same,
        alike=link.alike,
        wording=() if is_same else wording(before, after),
    )


def _kind(link: Link, is_same: bool) -> ChangeKind:
    if not link.old:
        return "added"
    if not link.new:
        return "removed"
    if not link.is_list and len(link.new) > 1:
        return "split"
    if not link.is_list and len(link.old) > 1:
        return "merged"
    return "unchanged" if is_same else "changed"


def _text(places: Sequence[int], annotation: Annotation) -> str:
    """The words of clauses as the law prints them: those of a list with the labels between them."""
    parts: list[str] = []
    for at in places:
        clause = annotation.findings[at].clause
        start = clause.start
        if at - 1 in places:
            before = annotation.findings[at - 1].clause
            start = before.end if _is_item(clause.eid, before.eid) else start
        parts.append(annotation.text[start : clause.end].strip())
    return "\n".join(parts)


def _is_item(eid: str, before: str) -> bool:
    """Whether what stands between two clauses is the label of the second, of the same section."""
    context = eid.rpartition("__")[0]
    return bool(context) and context in (before, before.rpartition("__")[0])


def _clause(finding: Finding) -> ComparedClause:
    clause = finding.clause
    return ComparedClause(
        eid=clause.eid,
        number=clause.number,
        heading=clause.heading,
        text=clause.text,
        start=clause.start,
        end=clause.end,
        kind=clause.kind,
        label=finding.label,
        confidence=finding.confidence,
        review=finding.review,
        issues=tuple(raised.issue for raised in finding.issues),
        met=finding.met,
        met_by=tuple(dict.fromkeys(one.met_by for one in finding.issues if finding.met)),
        region=clause.region,
    )


def _counts(changes: Sequence[ClauseChange]) -> dict[str, int]:
    counted = Counter(one.kind for one in changes)
    return {
        **{kind: counted[kind] for kind in CHANGE_KINDS},
        "moved": sum(one.moved for one in changes),
        "renumbered": sum(one.renumbered for one in changes),
    }


def _of_the_law(
    found: Iterable[Turn], links: Sequence[Link], old: Annotation, new: Annotation
) -> Iterator[Turn]:
    """The turns, but for doubtful labels that changed where nothing of the law did.

    A clause of the same words below the same ones is the same: another print of it may be read
    otherwise by a hair. One that is answered by other clauses no more, or now, bears the label that
    it bore, and is told.
    """
    for turn in found:
        link = links[turn.at]
        sides = [
            [law.findings[at] for at in own] for law, own in ((old, link.old), (new, link.new))
        ]
        is_doubtful = turn.review and turn.before != turn.after
        if not (is_doubtful and _are_read_alike(*sides)):
            yield turn


def _are_read_alike(old: Sequence[Finding], new: Sequence[Finding]) -> bool:
    """Whether two clauses have the same words, lead-ins and headings."""
    if not len(old) == len(new) == 1:
        return False
    was, now = old[0].clause, new[0].clause
    return all(
        words_of(one) == words_of(other)
        for one, other in (
            (was.text, now.text),
            (was.lead_in, now.lead_in),
            (was.heading, now.heading),
            (" ".join(was.path), " ".join(now.path)),
        )
    )


def _not_proposed(
    found: Iterable[Turn], changes: Sequence[ClauseChange], uptake: Sequence[Uptake]
) -> Iterator[Turn]:
    """The turns, but for what was added in the words that were proposed: it is not newly blind.

    A section may need words besides which speak of gender; nobody is told that to take up what was
    proposed made the law worse.
    """
    proposed = {number for one in uptake if one.outcome == "taken-up" for number in one.where}
    for turn in found:
        is_added = changes[turn.at].kind == "added"
        if not (turn.kind == "new-blind" and is_added and turn.new in proposed):
            yield turn


def _provided(uptake: Sequence[Uptake], library: Library) -> frozenset[str]:
    """The needs that amendments would meet which were taken up, be it at a clause."""
    needs = {template.id: template.need for template in library.templates}
    taken = (one for one in uptake if one.outcome in TAKEN_UP)
    return frozenset(needs.get(one.template, "") if one.clause else one.template for one in taken)


def _gaps(old: Annotation, new: Annotation, said: AbstractSet[str]) -> Iterator[GapChange]:
    """What the new version lacks anew; and what it lacks no more, which it may have ``said``."""
    before, after = {gap.need for gap in old.gaps}, {gap.need for gap in new.gaps}
    for gaps, others, closed in ((new.gaps, before, False), (old.gaps, after, True)):
        for gap in gaps:
            if gap.need not in others:
                yield GapChange(
                    need=gap.need,
                    lacks=gap.lacks,
                    issue=gap.issue,
                    strength=gap.strength,
                    closed=closed,
                    provided=closed and gap.need in said,
                )


def _in_common(old: Annotation, new: Annotation, links: Sequence[Link]) -> float:
    """How much of the shorter of two laws is in the other, by words that both say, 0 to 1.

    By words and not by clauses: any two laws provide for offences alike, in a line or two.
    """
    words = [[len(words_of(one.clause.text)) for one in law.findings] for law in (old, new)]
    shared = 0.0
    for link in links:
        both = sum(words[0][at] for at in link.old) + sum(words[1][at] for at in link.new)
        shared += link.alike * both / 2
    return shared / max(1, min(map(sum, words)))


def _notes(old: Annotation, new: Annotation, links: Sequence[Link]) -> Iterator[str]:
    say = language(new.law.language).comparing
    if old.law.sha256 and old.law.sha256 == new.law.sha256:
        yield say.SAME_FILE
    if (share := _in_common(old, new, links)) < _LITTLE:
        yield say.little_in_common(share)
    if old.law.jurisdiction != new.law.jurisdiction:
        yield say.other_countries(old.law.jurisdiction, new.law.jurisdiction)
    for name, law in ((say.OLD, old), (say.NEW, new)):
        if law.warnings:
            first = " ".join(law.warnings[0].what.split())
            yield say.read_with_doubt(name, first, len(law.warnings) - 1)
