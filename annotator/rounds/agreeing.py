"""How far the members of a round agree, and what divides them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise

from annotator.agreement import Interval, alpha_with_interval, cohen_kappa
from annotator.decisions import Vote
from annotator.rounds.manifest import Round
from annotator.rounds.votes import Pulled, broken, votes_by_clause
from annotator.schema import ISSUES, LABELS, Label, Struct

#: How many of the clauses that divide members most are named.
_HARDEST = 10
#: A pair of labels asks for a sharper guideline from so many clauses, and so large a share, on.
_SHARPER_CLAUSES, _SHARPER_SHARE = 3, 0.1


class Pair(Struct, frozen=True):
    """Two members (or a member and the majority, or the classifier) on the clauses of both.

    ``confusion[i][j]`` counts clauses that the first gave label ``i`` and the second ``j``, in the
    order of ``LABELS``.
    """

    first: str
    second: str
    clauses: int
    same: int
    kappa: float
    confusion: tuple[tuple[int, ...], ...]


class Divided(Struct, frozen=True):
    """A clause on which members differ, and their votes."""

    clause: str
    votes: tuple[Vote, ...]


class Unclear(Struct, frozen=True):
    """Two labels that members often give to the same clause: what the guideline leaves open."""

    labels: tuple[str, str]
    clauses: tuple[str, ...]


class RoundAgreement(Struct, frozen=True):
    """The agreement of a round.

    ``common`` counts clauses with at least two votes. ``label`` and ``issues`` are Krippendorff's
    alphas with their 95 % intervals; ``label`` is empty until two have judged one clause. An issue
    that nobody raised is left out. ``broken`` counts the votes that do not keep the rule.
    """

    common: int
    votes: int
    broken: dict[str, int]
    label: Interval | None
    issues: dict[str, Interval]
    pairs: tuple[Pair, ...]
    majority: tuple[Pair, ...]
    model: tuple[Pair, ...]
    hardest: tuple[Divided, ...]
    unclear: tuple[Unclear, ...]


def measure(round_: Round, pulled: Pulled) -> RoundAgreement:
    """The figures of what was pulled so far."""
    votes = votes_by_clause(pulled.votes)
    common = {id_: own for id_, own in votes.items() if len(own) > 1}
    by_member = _by_member(votes)
    majority = {id_: label for id_, own in common.items() if (label := _majority(own))}
    model = {clause.id: clause.suggestion.label for clause in round_.clauses}
    return RoundAgreement(
        common=len(common),
        votes=sum(len(own) for own in votes.values()),
        broken=dict(Counter(raw.annotator for raw in pulled.votes if broken(raw))),
        label=alpha_with_interval([vote.label for vote in own] for own in common.values()),
        issues=_issues(list(common.values())),
        pairs=tuple(
            pair
            for one, other in combinations(sorted(by_member), 2)
            if (pair := _pair(one, by_member[one], other, by_member[other]))
        ),
        majority=_against("majority", majority, by_member),
        model=_against("classifier", model, by_member),
        hardest=_hardest(common),
        unclear=_unclear(common),
    )


def _by_member(votes: Mapping[str, Sequence[Vote]]) -> dict[str, dict[str, Label]]:
    found: dict[str, dict[str, Label]] = {}
    for id_, own in votes.items():
        for vote in own:
            found.setdefault(vote.annotator, {})[id_] = vote.label
    return found


def _majority(votes: Sequence[Vote]) -> Label | None:
    label, count = Counter(vote.label for vote in votes).most_common(1)[0]
    return label if 2 * count > len(votes) else None


def _issues(common: Sequence[Sequence[Vote]]) -> dict[str, Interval]:
    found = {}
    for issue in ISSUES:
        units = [tuple(issue in vote.issues for vote in votes) for votes in common]
        if any(any(unit) for unit in units) and (alpha := alpha_with_interval(units)):
            found[issue] = alpha
    return found


def _against(
    name: str, labels: Mapping[str, Label], by_member: Mapping[str, Mapping[str, Label]]
) -> tuple[Pair, ...]:
    pairs = (_pair(member, own, name, labels) for member, own in sorted(by_member.items()))
    return tuple(pair for pair in pairs if pair)


def _pair(
    one: str, first: Mapping[str, Label], other: str, second: Mapping[str, Label]
) -> Pair | None:
    both = [(first[id_], second[id_]) for id_ in first if id_ in second]
    kappa = cohen_kappa(both)
    if kappa is None:
        return None
    counts = Counter(both)
    return Pair(
        first=one,
        second=other,
        clauses=len(both),
        same=sum(label == another for label, another in both),
        kappa=round(kappa, 4),
        confusion=tuple(tuple(counts[row, column] for column in LABELS) for row in LABELS),
    )


def _hardest(common: Mapping[str, Sequence[Vote]]) -> tuple[Divided, ...]:
    """Those with the most different labels first, then with the most different sets of issues."""

    def spread(votes: Sequence[Vote]) -> tuple[float, int]:
        most = Counter(vote.label for vote in votes).most_common(1)[0][1]
        return 1 - most / len(votes), len({vote.issues for vote in votes})

    split = {id_: votes for id_, votes in common.items() if spread(votes) > (0, 1)}
    order = sorted(split, key=lambda id_: (*(-part for part in spread(split[id_])), id_))
    return tuple(Divided(clause=id_, votes=tuple(split[id_])) for id_ in order[:_HARDEST])


def _unclear(common: Mapping[str, Sequence[Vote]]) -> tuple[Unclear, ...]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for id_, votes in common.items():
        given = sorted({vote.label for vote in votes}, key=LABELS.index)
        for pair in pairwise(given):
            pairs.setdefault(pair, []).append(id_)
    least = max(_SHARPER_CLAUSES, _SHARPER_SHARE * len(common))
    found = [Unclear(labels=pair, clauses=tuple(sorted(ids))) for pair, ids in pairs.items()]
    return tuple(
        sorted(
            (one for one in found if len(one.clauses) >= least),
            key=lambda one: -len(one.clauses),
        )
    )
