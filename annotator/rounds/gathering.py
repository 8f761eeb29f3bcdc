"""From annotated laws to the clauses of a round: undecided ones, chosen and shared out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from annotator.decisions import Decision, clause_hash, read_decisions
from annotator.errors import RoundError
from annotator.published import PublishedLaw
from annotator.rounds.manifest import Reason, RoundClause, Suggestion
from annotator.rounds.request import RoundRequest
from annotator.rounds.selection import Floats, Selectable, choose, counted
from annotator.rounds.sharing import share
from annotator.rounds.store import Store
from annotator.schema import Annotation, Clause, Finding, Struct

_LEAST_WORDS = 5

Embed = Callable[[Sequence[Clause]], Floats]


def gather(
    laws: Sequence[Annotation],
    request: RoundRequest,
    *,
    embed: Embed,
    published: Iterable[PublishedLaw],
    decided: Sequence[Decision],
    taken: frozenset[str] = frozenset(),
) -> tuple[RoundClause, ...]:
    """The clauses of a new round.

    Args:
        laws: the laws, annotated.
        request: the round's name, size, members and shares.
        embed: gives the encoder's states of clauses.
        published: the laws of ``corpora/laws.yaml``.
        decided: the decisions in ``corpora/annotations``.
        taken: hashes of clauses not to choose besides: see :func:`taken`.

    Raises:
        RoundError: the laws hold no clause that is not decided.
    """
    known = taken | {decision.sha256 for decision in decided}
    candidates = _candidates(laws, known)
    if not candidates:
        raise RoundError(
            "Every clause of these laws is decided, or is in another round: name other laws."
        )
    chosen = choose(
        candidates,
        embed([candidate.finding.clause for candidate in candidates]),
        request.size,
        labelled=counted((one.label, one.issues) for one in decided),
        shares=request.shares,
        seed=request.seed,
    )
    members = share(len(chosen), request.annotators, request.overlap, request.seed)
    names = {law.sha256: law.law for law in published}
    clauses = []
    for number, ((place, why), own) in enumerate(zip(chosen, members, strict=True), 1):
        law = laws[candidates[place].law]
        clause = _clause(law, candidates[place].finding, why, own)
        named = {"id": f"{request.name}-{number:04d}", "law": names.get(law.law.sha256, "")}
        clauses.append(msgspec.structs.replace(clause, **named))
    return tuple(clauses)


def taken(store: Store, corpora: Path, *, but: str) -> frozenset[str]:
    """Hashes of clauses that have their text in the corpora, or are in another open round.

    What a round left undecided when it was closed is free again.
    """
    found = set()
    for path in sorted((corpora / "clauses").glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            found.add(clause_hash(msgspec.json.decode(line, type=_Text).text))
    for round_ in (store.read(name) for name in store.names() if name != but):
        if round_.state != "closed":
            found |= {clause.sha256 for clause in round_.clauses}
    return frozenset(found)


class _Text(Struct, frozen=True):
    """Of a clause in the corpora, its words."""

    text: str = ""


def decisions(corpora: Path) -> list[Decision]:
    """The decisions in the corpora; none where there is no such folder."""
    folder = corpora / "annotations"
    return read_decisions(folder) if folder.is_dir() else []


def _candidates(laws: Sequence[Annotation], known: frozenset[str]) -> list[Selectable]:
    seen = set(known)
    found = []
    for place, law in enumerate(laws):
        for finding in law.findings:
            digest = clause_hash(finding.clause.text)
            short = len(finding.clause.text.split()) < _LEAST_WORDS
            if finding.clause.is_lead_in or short or digest in seen:
                continue
            seen.add(digest)
            found.append(Selectable(law=place, finding=finding))
    return found


def _clause(
    law: Annotation, finding: Finding, chosen: Reason, members: tuple[str, ...]
) -> RoundClause:
    clause = finding.clause
    clauses = [one.clause for one in law.findings]
    place = clauses.index(clause)
    return RoundClause(
        id="",
        sha256=clause_hash(clause.text),
        law="",
        title=law.law.title or law.law.source,
        number=clause.number,
        heading=clause.heading,
        path=clause.path,
        lead_in=clause.lead_in,
        text=clause.text,
        before=clauses[place - 1].text if place else "",
        after=clauses[place + 1].text if place + 1 < len(clauses) else "",
        chosen=chosen,
        suggestion=Suggestion(
            label=finding.label,
            issues=tuple(raised.issue for raised in finding.issues),
            confidence=round(finding.confidence, 4),
        ),
        members=members,
    )
