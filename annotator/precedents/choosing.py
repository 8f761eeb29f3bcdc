"""Which clauses of other countries are on the matter of an amendment, the nearest in law first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from msgspec.structs import replace

from annotator.bindings.nearness import nearness
from annotator.classifier.network import Floats
from annotator.library import Library
from annotator.precedents.kept import KeptClause, KeptLaw
from annotator.precedents.serving import Passage
from annotator.precedents.shelf import PrecedentShelf, unit
from annotator.precedents.wording import stems
from annotator.schema import Annotation, Clause, Finding, Gap, Law, Precedent, Proposal

#: So many are shown of an amendment, each of another country.
MOST = 3
#: The cosine between the classifier's states of a clause and of the amended one from which it is
#: near enough.
FLOOR = 0.87
#: How alike the words of a clause must be to those that an amendment puts in, where these are more
#: than a few: clauses that meet one need may yet do different things.
_LEAST, _FEW = 0.08, 3

Embed = Callable[[Sequence[Clause]], Floats]


def with_precedents(
    annotation: Annotation, shelf: PrecedentShelf, library: Library, embed: Embed
) -> Annotation:
    """The annotation, each amendment with up to three clauses of other countries on its matter.

    Args:
        annotation: of a law; where its country is not known no clause is another country's.
        shelf: the clauses of laws that the pipeline of the annotation has read.
        library: the templates from which its proposals came.
        embed: gives the classifier's states of clauses, a row each.
    """
    law = annotation.law
    if not law.jurisdiction:
        return annotation
    asked = [one for one in _asked(annotation, library) if shelf.serving(one.need, law.language)]
    found: dict[tuple[str, str], tuple[Precedent, ...]] = {}
    if asked:
        states = unit(embed([one.clause for one in asked]))
        found = {
            one.key: _nearest(shelf, one, state, law)
            for one, state in zip(asked, states, strict=True)
        }
    return replace(
        annotation,
        findings=tuple(_finding(one, found) for one in annotation.findings),
        gaps=tuple(
            replace(gap, precedents=found.get(("", gap.need), ())) for gap in annotation.gaps
        ),
    )


@dataclass(frozen=True)
class _Asked:
    """An amendment for which precedents are sought.

    Its need, the clause as it would read, and the words that come in.
    """

    key: tuple[str, str]
    need: str
    clause: Clause
    own: str


def _asked(annotation: Annotation, library: Library) -> Iterable[_Asked]:
    # The general amendment of an issue says nothing in particular that another law may say, too.
    needs = {
        template.id: template.need
        for template in library.templates
        if not (template.fallback and "blind" in template.labels)
    }
    for finding in annotation.findings:
        for proposal in finding.proposals:
            if need := needs.get(proposal.template):
                clause = _amended(finding.clause, proposal)
                own = " ".join(edit.text for edit in proposal.edits)
                yield _Asked(_key(finding, proposal), need, clause, own)
    for gap in annotation.gaps:
        if gap.text:
            yield _Asked(("", gap.need), gap.need, _new(gap), gap.text)


def _amended(clause: Clause, proposal: Proposal) -> Clause:
    """The clause as it would read; what is added beside it has its heading and no lead-in."""
    lead_in = "" if proposal.adds else clause.lead_in
    return replace(clause, text=proposal.amended, lead_in=lead_in)


def _new(gap: Gap) -> Clause:
    return Clause(
        eid="", number=gap.number, heading=gap.heading, path=(), lead_in="", text=gap.text, start=0,
        end=len(gap.text),
    )  # fmt: skip


def _key(finding: Finding, proposal: Proposal) -> tuple[str, str]:
    return f"{finding.clause.eid} {finding.clause.start}", proposal.template


def _nearest(
    shelf: PrecedentShelf, asked: _Asked, state: Floats, law: Law
) -> tuple[Precedent, ...]:
    """The best clause of each of the nearest countries, of those that are near enough.

    Args:
        shelf: of the clauses.
        asked: the amendment.
        state: of the clause as it would read, of length one.
        law: that is amended.
    """
    least = _LEAST if len(stems(asked.own)) > _FEW else 0.0
    best: dict[str, tuple[float, int]] = {}
    serving = shelf.serving(asked.need, law.language)
    for at, words in serving.items():
        country = shelf.kept[at][0].country
        cosine = float(shelf.states[at] @ state)
        if country == law.jurisdiction or cosine < FLOOR:
            continue
        alike = shelf.wording.likeness(asked.own, " ".join(words))
        if alike >= least:
            # Of those alike the first in the index.
            best[country] = max(best.get(country, (0.0, 0)), (cosine + alike, -at))
    ordered = sorted(best.items(), key=lambda one: nearness(law.jurisdiction, one[0]))
    return tuple(_precedent(*shelf.kept[-at], serving[-at]) for _, (_, at) in islice(ordered, MOST))


def _precedent(law: KeptLaw, clause: KeptClause, words: Passage) -> Precedent:
    return Precedent(
        law=law.title,
        country=law.country,
        date=law.date,
        number=clause.number,
        eid=clause.eid,
        heading=clause.heading,
        lead_in=words.lead_in,
        text=words.text,
    )


def _finding(finding: Finding, found: dict[tuple[str, str], tuple[Precedent, ...]]) -> Finding:
    if not finding.proposals:
        return finding
    proposals = tuple(
        replace(one, precedents=found.get(_key(finding, one), ())) for one in finding.proposals
    )
    return replace(finding, proposals=proposals)
