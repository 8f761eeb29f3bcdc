"""From annotated laws to the clauses of a round: undecided ones, chosen and shared out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from annotator.decisions import Decision, clause_hash, read_decisions
from annotator.errors import RoundError
from annotator.published import PublishedLaw
from annotator.rounds.manifest import Gold, Reason, RoundClause, Suggestion
from annotator.rounds.request import RoundRequest
from annotator.rounds.selection import Floats, Selectable, choose, counted
from annotator.rounds.sharing import share
from annotator.rounds.store import Store
from annotator.schema import Annotation, Clause, Finding, Struct

_LEAST_WORDS = 5

#: Why a clause is not chosen, in words that go on from "of 30, 8".
_LEAD_IN, _FIELD, _SHORT, _KNOWN, _REPEATED = (
    "introduce lists",
    "are fields of forms",
    f"have fewer than {_LEAST_WORDS} words",
    "are decided already or in another open round",
    "repeat another",
)

Embed = Callable[[Sequence[Clause]], Floats]
#: What is thought of clauses, given what the classifier says and the encoder's states of them.
Opinion = Callable[[Sequence[Finding], Floats], Sequence[Finding]]


class Gathering(Struct, frozen=True):
    """The clauses of a round; of those left out, how many for which reason, in words."""

    clauses: tuple[RoundClause, ...]
    left_out: dict[str, int]


def gather(
    laws: Sequence[Annotation],
    request: RoundRequest,
    *,
    embed: Embed,
    published: Iterable[PublishedLaw],
    decided: Sequence[Decision],
    taken: frozenset[str] = frozenset(),
    gold: Mapping[str, Gold] | None = None,
    opinion: Opinion | None = None,
    labelled: Mapping[tuple[str, str], int] | None = None,
) -> Gathering:
    """The clauses of a new round, fewer than asked for where the laws hold no more.

    Args:
        laws: the laws, annotated.
        request: the round's name, size, members and shares.
        embed: gives the encoder's states of clauses.
        published: the laws of ``corpora/laws.yaml``.
        decided: the decisions in ``corpora/annotations``.
        taken: hashes of clauses not to choose besides: see :func:`taken`.
        gold: by their hashes, clauses of these laws that are to be mixed in, decided as they are.
        opinion: by whose word to choose; the classifier's own where it is None.
        labelled: how many clauses are labelled besides those decided, by label and issue.

    Raises:
        RoundError: the laws hold no clause that is not decided.
    """
    gold = gold or {}
    known = taken | {decision.sha256 for decision in decided}
    candidates, left_out = _candidates(laws, known - gold.keys())
    hashes = [clause_hash(candidate.finding.clause.text) for candidate in candidates]
    mixed_in = {place: gold[digest] for place, digest in enumerate(hashes) if digest in gold}
    if len(candidates) == len(mixed_in):
        raise RoundError(
            "Every clause of these laws is decided, or is in another round: name other laws."
        )
    findings = [candidate.finding for candidate in candidates]
    states = embed([finding.clause for finding in findings])
    thought = opinion(findings, states) if opinion else findings
    chosen = choose(
        [
            Selectable(law=candidate.law, finding=own)
            for candidate, own in zip(candidates, thought, strict=True)
        ],
        states,
        request.size,
        labelled=counted((one.label, one.issues) for one in decided) + Counter(labelled or {}),
        shares=request.shares,
        seed=request.seed,
        gold=mixed_in,
    )
    asked = len(chosen) - len(mixed_in)
    members = iter(share(asked, request.annotators, request.overlap, request.seed, request.votes))
    names = {law.sha256: law.law for law in published}
    clauses = []
    for number, (place, why) in enumerate(chosen, 1):
        law = laws[candidates[place].law]
        own = request.annotators if place in mixed_in else next(members)
        clause = _clause(law, candidates[place].finding, why, own)
        named = {
            "id": f"{request.name}-{number:04d}",
            "law": names.get(law.law.sha256, ""),
            "gold": mixed_in.get(place),
        }
        clauses.append(msgspec.structs.replace(clause, **named))
    return Gathering(clauses=tuple(clauses), left_out=left_out)


def gold_in(laws: Sequence[Annotation], gold: Mapping[str, Gold]) -> dict[str, Gold]:
    """Those of some decided clauses, by their hashes, that can be put before members of a round.

    Args:
        laws: the laws of the round, annotated.
        gold: what is decided.
    """
    there, _ = _candidates(laws, frozenset())
    hashes = (clause_hash(one.finding.clause.text) for one in there)
    return {digest: gold[digest] for digest in hashes if digest in gold}


def taken(store: Store, corpora: Path, *, but: str) -> frozenset[str]:
    """Hashes of clauses that have their text in the corpora, or are in another open round.

    What a round left undecided when it was closed or deleted is free again.
    """
    found = set()
    for path in sorted((corpora / "clauses").glob("*.jsonl")):
        for line in path.read_bytes().splitlines():
            found.add(clause_hash(msgspec.json.decode(line, type=_Text).text))
    for round_ in (store.read(name) for name in store.names() if name != but):
        if round_.state not in ("closed", "deleted"):
            found |= {clause.sha256 for clause in round_.clauses}
    return frozenset(found)


class _Text(Struct, frozen=True):
    """Of a clause in the corpora, its words."""

    text: str = ""


def decisions(corpora: Path) -> list[Decision]:
    """The decisions in the corpora; none where there is no such folder."""
    folder = corpora / "annotations"
    return read_decisions(folder) if folder.is_dir() else []


def _candidates(
    laws: Sequence[Annotation], known: frozenset[str]
) -> tuple[list[Selectable], dict[str, int]]:
    """The clauses that may be chosen, and how many of the others may not, by reason."""
    seen: set[str] = set()
    found = []
    left_out: Counter[str] = Counter()
    for place, law in enumerate(laws):
        for finding in law.findings:
            digest = clause_hash(finding.clause.text)
            if why := _why_not(finding.clause, digest, known, seen):
                left_out[why] += 1
                continue
            seen.add(digest)
            found.append(Selectable(law=place, finding=finding))
    return found, dict(left_out)


def _why_not(clause: Clause, digest: str, known: frozenset[str], seen: set[str]) -> str:
    if clause.is_lead_in:
        return _LEAD_IN
    if not clause.provides:
        return _FIELD
    if len(clause.text.split()) < _LEAST_WORDS:
        return _SHORT
    if digest in known:
        return _KNOWN
    return _REPEATED if digest in seen else ""


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
            review=finding.review,
        ),
        members=members,
        evidence=tuple(
            (one.start - clause.start, one.end - clause.start) for one in finding.evidence
        ),
        country=law.law.jurisdiction,
    )
