"""Which clauses of other countries do what an amendment would do, the nearest in law first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

import numpy as np
from msgspec.structs import replace

from annotator.bindings.nearness import nearness
from annotator.classifier.network import Floats
from annotator.errors import PrecedentsError
from annotator.library import Library
from annotator.precedents.index import PrecedentIndex
from annotator.precedents.kept import Kept, KeptClause, KeptLaw, Wanted
from annotator.precedents.serving import passage
from annotator.schema import Annotation, Clause, Finding, Gap, Precedent, Proposal

#: So many are shown of an amendment, each of another country.
MOST = 3
#: The cosine between the classifier's states of a clause and of the amended one from which it is
#: near enough.
FLOOR = 0.87

Embed = Callable[[Sequence[Clause]], Floats]


def with_precedents(
    annotation: Annotation, index: PrecedentIndex, library: Library, embed: Embed
) -> Annotation:
    """The annotation, each amendment with up to three clauses of other countries that do the same.

    Args:
        annotation: of a law; where its country is not known no clause is another country's.
        index: of laws that the pipeline of the annotation has read.
        library: the templates from which its proposals came.
        embed: gives the classifier's states of clauses, a row each.

    Raises:
        PrecedentsError: laws of the index were read by another pipeline, or it is damaged.
    """
    model = f"{annotation.model.name} {annotation.model.version}"
    refuse_others(index, model)
    if not annotation.law.jurisdiction:
        return annotation
    shelf = _Shelf.of(index, annotation.law.jurisdiction, annotation.law.language)
    asked = [one for one in _asked(annotation, library) if shelf.serving(one.need)]
    found: dict[tuple[str, str], tuple[Precedent, ...]] = {}
    if asked:
        states = _unit(embed([one.clause for one in asked]))
        found = {
            one.key: shelf.nearest(one.need, state)
            for one, state in zip(asked, states, strict=True)
        }
    return replace(
        annotation,
        findings=tuple(_finding(one, found) for one in annotation.findings),
        gaps=tuple(
            replace(gap, precedents=found.get(("", gap.need), ())) for gap in annotation.gaps
        ),
    )


def refuse_others(index: PrecedentIndex, model: str) -> None:
    """See to it that one pipeline has read all laws: states of two cannot be compared.

    Args:
        index: of the laws.
        model: the pipeline's name and version.

    Raises:
        PrecedentsError: another has read some.
    """
    others = [law for law in index.laws() if law.model != model]
    if others:
        raise PrecedentsError(
            f"{index.path} holds laws that {others[0].model} has read, and this is {model}: "
            "`annotate precedents add --refresh` reads them anew."
        )


@dataclass(frozen=True)
class _Asked:
    """An amendment for which precedents are sought: its need, and the clause as it would read."""

    key: tuple[str, str]
    need: str
    clause: Clause


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
                yield _Asked(_key(finding, proposal), need, clause)
    for gap in annotation.gaps:
        if gap.text:
            yield _Asked(("", gap.need), gap.need, _new(gap))


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


@dataclass(frozen=True)
class _Shelf:
    """The clauses of all other countries, with what each is good for, found when it is asked."""

    kept: list[Kept]
    states: Floats
    country: str
    language: str
    _serving: dict[str, dict[int, str]] = field(default_factory=dict)

    @classmethod
    def of(cls, index: PrecedentIndex, country: str, language: str) -> _Shelf:
        kept, states = index.clauses(Wanted(but=country))
        return cls(kept, _unit(states.astype(np.float32)), country, language)

    def serving(self, need: str) -> dict[int, str]:
        """By their places, the words of the clauses that do what a need asks."""
        if need not in self._serving:
            said = (
                (at, passage(one, need, self.language)) for at, (_, one) in enumerate(self.kept)
            )
            self._serving[need] = {at: words for at, words in said if words}
        return self._serving[need]

    def nearest(self, need: str, state: Floats) -> tuple[Precedent, ...]:
        """The best clause of each of the nearest countries, of those that are near enough.

        Args:
            need: of the amendment.
            state: of the clause as it would read, of length one.
        """
        words = self.serving(need)
        alike = {at: float(self.states[at] @ state) for at in words}
        near = [at for at, cosine in alike.items() if cosine >= FLOOR]
        best: dict[str, int] = {}
        for at in sorted(near, key=lambda at: -alike[at]):
            best.setdefault(self.kept[at][0].country, at)
        ordered = sorted(best.items(), key=lambda one: nearness(self.country, one[0]))
        return tuple(_precedent(*self.kept[at], words[at]) for _, at in islice(ordered, MOST))


def _precedent(law: KeptLaw, clause: KeptClause, words: str) -> Precedent:
    return Precedent(
        law=law.title,
        country=law.country,
        date=law.date,
        number=clause.number,
        eid=clause.eid,
        heading=clause.heading,
        lead_in=clause.lead_in,
        text=words,
    )


def _unit(states: Floats) -> Floats:
    """The states, each of length one."""
    lengths = np.linalg.norm(states, axis=-1, keepdims=True)
    unit: Floats = states / np.maximum(lengths, 1e-9)
    return unit


def _finding(finding: Finding, found: dict[tuple[str, str], tuple[Precedent, ...]]) -> Finding:
    if not finding.proposals:
        return finding
    proposals = tuple(
        replace(one, precedents=found.get(_key(finding, one), ())) for one in finding.proposals
    )
    return replace(finding, proposals=proposals)
