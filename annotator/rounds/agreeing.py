"""How far the members of a round agree, and what divides them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise

from annotator.agreement import Coefficients, coefficients, cohen_kappa
from annotator.decisions import Vote
from annotator.rounds.drifting import Drift, drifts
from annotator.rounds.gold import Accuracy, accuracies
from annotator.rounds.manifest import Round
from annotator.rounds.votes import Pulled, broken
from annotator.rounds.weighing import Weighed, weigh
from annotator.schema import ISSUES, LABELS, Label, Struct

#: How many of the clauses that divide members most are named.
_HARDEST = 10
#: A pair of labels asks for a sharper guideline from so many clauses, and so large a share, on.
_SHARPER_CLAUSES, _SHARPER_SHARE = 3, 0.1


class Pair(Struct, frozen=True):
    """Two members (or a member and most of the others, or the classifier) on the clauses of both.

    ``kappa`` is empty where neither ever gave another label. ``confusion[i][j]`` counts clauses
    that the first gave label ``i`` and the second ``j``, in the order of ``LABELS``.
    """

    first: str
    second: str
    clauses: int
    same: int
    kappa: float | None
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

    ``common`` counts clauses with at least two votes. ``label`` is empty until two have judged one
    clause; ``issues`` lacks those that nobody raised. ``random`` is of the label on the clauses
    that were drawn at random, which stand for their laws as the others do not, and
    ``random_model`` that of the classifier with the label of most members there. ``others`` are
    members against most of the others, where there are two others at least. ``broken`` counts the
    votes that do not keep the rule. ``accuracies`` are of members on the gold, which is left out of
    all other figures, ``drifts`` of those with enough answers to tell. ``weighed`` is there where
    the votes are many.
    """

    common: int
    votes: int
    broken: dict[str, int]
    label: Coefficients | None
    issues: dict[str, Coefficients]
    random: Coefficients | None
    random_model: Coefficients | None
    pairs: tuple[Pair, ...]
    others: tuple[Pair, ...]
    model: tuple[Pair, ...]
    hardest: tuple[Divided, ...]
    unclear: tuple[Unclear, ...]
    accuracies: tuple[Accuracy, ...] = ()
    drifts: tuple[Drift, ...] = ()
    weighed: Weighed | None = None


def measure(round_: Round, pulled: Pulled) -> RoundAgreement:
    """The figures of what was pulled so far."""
    to_decide = {clause.id for clause in round_.to_decide}
    votes = {id_: own for id_, own in pulled.by_clause.items() if id_ in to_decide}
    common = {id_: own for id_, own in votes.items() if len(own) > 1}
    by_member = _by_member(votes)
    model = {clause.id: clause.suggestion.label for clause in round_.clauses}
    random = [one.id for one in round_.clauses if one.chosen == "random" and one.id in votes]
    return RoundAgreement(
        common=len(common),
        votes=sum(len(own) for own in votes.values()),
        broken=dict(Counter(raw.annotator for raw in pulled.votes if broken(raw))),
        label=_labels(common.values()),
        issues=_issues(list(common.values())),
        random=_labels(votes[id_] for id_ in random),
        random_model=coefficients(
            [(model[id_], most) for id_ in random if (most := _majority(votes[id_]))], LABELS
        ),
        pairs=tuple(
            pair
            for one, other in combinations(sorted(by_member), 2)
            if (pair := _pair(one, by_member[one], other, by_member[other]))
        ),
        others=tuple(
            pair
            for member, own in sorted(by_member.items())
            if (pair := _pair(member, own, "most others", _most_others(common, member)))
        ),
        model=tuple(
            pair
            for member, own in sorted(by_member.items())
            if (pair := _pair(member, own, "classifier", model))
        ),
        hardest=_hardest(common),
        unclear=_unclear(common),
        accuracies=accuracies(round_, pulled),
        drifts=drifts(round_, pulled),
        weighed=pulled.weighed or weigh(pulled.by_clause, round_.known),
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


def _most_others(common: Mapping[str, Sequence[Vote]], member: str) -> dict[str, Label]:
    """What most of the others said of each clause that two of them at least judged."""
    found = {}
    for id_, votes in common.items():
        others = [vote for vote in votes if vote.annotator != member]
        if len(others) > 1 and (label := _majority(others)):
            found[id_] = label
    return found


def _labels(votes: Iterable[Sequence[Vote]]) -> Coefficients | None:
    return coefficients([[vote.label for vote in own] for own in votes], LABELS)


def _issues(common: Sequence[Sequence[Vote]]) -> dict[str, Coefficients]:
    found = {}
    for issue in ISSUES:
        units = [tuple(issue in vote.issues for vote in votes) for votes in common]
        if any(any(unit) for unit in units) and (own := coefficients(units, (False, True))):
            found[issue] = own
    return found


def _pair(
    one: str, first: Mapping[str, Label], other: str, second: Mapping[str, Label]
) -> Pair | None:
    both = [(first[id_], second[id_]) for id_ in first if id_ in second]
    if not both:
        return None
    kappa = cohen_kappa(both)
    counts = Counter(both)
    return Pair(
        first=one,
        second=other,
        clauses=len(both),
        same=sum(label == another for label, another in both),
        kappa=None if kappa is None else round(kappa, 4),
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
