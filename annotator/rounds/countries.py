"""How far the experts of several countries agree, and the classifier with them.

Countries are told apart twice: by who judges, and by whose law it is. What experts of two countries
say is held against each other as the votes of two annotators are, pair by pair of votes on one
clause, so that all shares here can be compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from annotator.agreement import Interval, krippendorff_alpha, mean_with_interval
from annotator.bindings.countries import find_country
from annotator.decisions import Vote
from annotator.rounds.manifest import Round
from annotator.rounds.votes import Pulled
from annotator.schema import Label, Struct

AMONG_THEMSELVES, CLASSIFIER = "among themselves", "the classifier"

#: Two votes on one clause.
Pairs = Sequence[tuple[Label, Label]]


class Compared(Struct, frozen=True):
    """How often two sides give a clause the same label.

    ``same`` is the mean, over ``clauses``, of the share of equal pairs of votes, with its 95 %
    interval over resampled clauses; ``alpha`` is of the same pairs, None where nothing varies.
    """

    side: str
    other: str
    clauses: int
    same: Interval
    alpha: float | None


class CountriesDiffer(Struct, frozen=True):
    """A clause to which the experts of each of two countries give one label, and not the same.

    ``labels`` and ``experts``, how many gave it, stand by the name of the country.
    """

    clause: str
    labels: dict[str, Label]
    experts: dict[str, int]


class ByCountry(Struct, frozen=True):
    """The figures of a round whose annotators' countries are known.

    ``experts`` are those who have voted, by the name of their country; ``by_expert`` compares
    these, ``by_law`` all experts on the laws of each country. ``apart`` are the clauses on which
    countries differ as such.
    """

    experts: dict[str, tuple[str, ...]]
    by_expert: tuple[Compared, ...]
    by_law: tuple[Compared, ...]
    apart: tuple[CountriesDiffer, ...]


def by_country(round_: Round, pulled: Pulled) -> ByCountry | None:
    """The figures by country; None where no annotator's country was named, or nobody voted."""
    to_decide = {clause.id for clause in round_.to_decide}
    votes = {id_: own for id_, own in pulled.by_clause.items() if id_ in to_decide}
    voted = sorted({vote.annotator for own in votes.values() for vote in own})
    experts: dict[str, list[str]] = {}
    for member in voted:
        if code := round_.countries.get(member):
            experts.setdefault(find_country(code).name, []).append(member)
    if not experts:
        return None
    of = {member: name for name, members in experts.items() for member in members}
    sides = {
        id_: {
            name: [vote for vote in own if of.get(vote.annotator) == name]
            for name in sorted(experts)
        }
        for id_, own in votes.items()
    }
    return ByCountry(
        experts={name: tuple(experts[name]) for name in sorted(experts)},
        by_expert=tuple(_by_expert(round_, sorted(experts), sides)),
        by_law=tuple(_by_law(round_, votes)),
        apart=tuple(_apart(round_, sides)),
    )


def _by_expert(
    round_: Round, names: Sequence[str], sides: Mapping[str, Mapping[str, list[Vote]]]
) -> Iterable[Compared]:
    said = {one.id: one.suggestion.label for one in round_.clauses}
    every = sides.values()
    for name in names:
        yield from _compared(name, AMONG_THEMSELVES, [_among(own[name]) for own in every])
    for one, two in combinations(names, 2):
        yield from _compared(one, two, [_across(own[one], own[two]) for own in every])
    for name in names:
        pairs = [_with(own[name], said[id_]) for id_, own in sides.items()]
        yield from _compared(name, CLASSIFIER, pairs)


def _by_law(round_: Round, votes: Mapping[str, Sequence[Vote]]) -> Iterable[Compared]:
    codes = {one.country for one in round_.clauses}
    if not any(codes):
        return
    for code in sorted(codes, key=lambda code: (not code, code)):
        name = find_country(code).name if code else "no country known"
        own = [one for one in round_.clauses if one.country == code and one.id in votes]
        yield from _compared(name, AMONG_THEMSELVES, [_among(votes[one.id]) for one in own])
        pairs = [_with(votes[one.id], one.suggestion.label) for one in own]
        yield from _compared(name, CLASSIFIER, pairs)


def _apart(
    round_: Round, sides: Mapping[str, Mapping[str, list[Vote]]]
) -> Iterable[CountriesDiffer]:
    for id_ in (one.id for one in round_.clauses if one.id in sides):
        given = {name: {vote.label for vote in own} for name, own in sides[id_].items()}
        whole = {name: min(labels) for name, labels in given.items() if len(labels) == 1}
        if len(set(whole.values())) > 1:
            experts = {name: len(sides[id_][name]) for name in whole}
            yield CountriesDiffer(clause=id_, labels=whole, experts=experts)


def _among(votes: Sequence[Vote]) -> Pairs:
    return [(one.label, other.label) for one, other in combinations(votes, 2)]


def _across(first: Sequence[Vote], second: Sequence[Vote]) -> Pairs:
    return [(one.label, other.label) for one, other in product(first, second)]


def _with(votes: Sequence[Vote], label: Label) -> Pairs:
    return [(vote.label, label) for vote in votes]


def _compared(side: str, other: str, clauses: Sequence[Pairs]) -> Iterable[Compared]:
    """The comparison, where there is a clause that both have judged."""
    paired = [pairs for pairs in clauses if pairs]
    if not paired:
        return
    shares = [sum(one == two for one, two in pairs) / len(pairs) for pairs in paired]
    alpha = krippendorff_alpha([pair for pairs in paired for pair in pairs])
    yield Compared(
        side=side,
        other=other,
        clauses=len(paired),
        same=mean_with_interval(shares),
        alpha=None if alpha is None else round(alpha, 4),
    )
