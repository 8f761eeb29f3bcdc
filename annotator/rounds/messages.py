"""What the commands of a round print: plain sentences and small tables, for 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.agreement import Interval
from annotator.rounds.agreeing import Pair, RoundAgreement
from annotator.rounds.manifest import Round
from annotator.rounds.progress import MemberProgress
from annotator.rounds.votes import Pulled, broken, votes_by_clause
from annotator.schema import LABELS

_DAY = 24
_SHOWN = 60


def progress(found: Sequence[MemberProgress]) -> Iterator[str]:
    """A line a member."""
    width = max(len(one.member) for one in found)
    for one in found:
        bar = "█" * round(20 * one.done / max(1, one.of))
        line = f"{one.member:<{width}}  {bar:░<20}  {one.done:>5} of {one.of}"
        yield f"{line}   {one.note or _time(one.hours_left)}".rstrip()


def pulled(round_: Round, found: Pulled) -> Iterator[str]:
    """How many votes there are, and which do not count until their annotator mends them."""
    votes = votes_by_clause(found.votes)
    yield (
        f"{sum(map(len, votes.values()))} votes on {len(votes)} of {len(round_.clauses)} clauses "
        f"pulled; {len(found.adjudicated)} adjudicated."
    )
    wrong = [(one, why) for one in (*found.votes, *found.adjudicated) if (why := broken(one))]
    if wrong:
        yield f"{len(wrong)} do not count until their annotator mends them and confirms again:"
    clauses = round_.by_id()
    for raw, why in sorted(wrong, key=lambda one: (one[0].annotator, one[0].clause)):
        clause = clauses[raw.clause]
        yield f"  {raw.annotator}: {raw.clause} ({clause.title[:40]}, {clause.number}) {why}"


def agreement(round_: Round, figures: RoundAgreement) -> Iterator[str]:
    """The figures of a round."""
    if figures.label is None:
        yield "No clause has been judged by two yet: there is no agreement to measure."
        return
    yield f"Krippendorff's alpha over {figures.common} clauses that at least two judged:"
    yield f"  {'label':<14} {_interval(figures.label)}"
    for issue, alpha in figures.issues.items():
        yield f"  {issue:<14} {_interval(alpha)}"
    yield "Two by two: the same label on, and Cohen's kappa"
    for pair in (*figures.pairs, *figures.majority, *figures.model):
        yield f"  {_pair(pair)}"
    for pair in figures.pairs:
        yield from _confusion(pair)
    for one in figures.unclear:
        yield (
            f"{one.labels[0]} or {one.labels[1]}: {len(one.clauses)} clauses were given both; the "
            f"guideline wants sharpening. See {', '.join(one.clauses[:5])}."
        )
    if figures.hardest:
        yield "The clauses that divide most:"
    clauses = round_.by_id()
    for divided in figures.hardest:
        clause = clauses[divided.clause]
        words = " ".join(clause.text.split())
        yield f"  {divided.clause}, {clause.number}: {words[:_SHOWN]}…"
        yield "    " + "; ".join(
            f"{vote.annotator} {' '.join((vote.label, *vote.issues))}" for vote in divided.votes
        )


def _pair(pair: Pair) -> str:
    names = f"{pair.first} and {pair.second}"
    return f"{names:<28} {pair.same:>4} of {pair.clauses:<5} {pair.kappa:5.2f}"


def _confusion(pair: Pair) -> Iterator[str]:
    """Which label the second gave where the first gave another, the commonest first."""
    counts = [
        (count, LABELS[row], LABELS[column])
        for row, own in enumerate(pair.confusion)
        for column, count in enumerate(own)
        if count and row != column
    ]
    if counts:
        apart = ", ".join(f"{one}/{other} {count}" for count, one, other in sorted(counts)[::-1])
        yield f"  {pair.first}/{pair.second} apart: {apart}"


def _interval(interval: Interval) -> str:
    return f"{interval.value:5.2f}  ({interval.low:.2f} to {interval.high:.2f})"


def _time(hours: float | None) -> str:
    if hours is None:
        return "pace not known yet"
    if hours == 0:
        return "done"
    count, unit = (hours, "hour") if hours < _DAY else (hours / _DAY, "day")
    return f"about {max(1, round(count))} {unit}{'s' if round(count) > 1 else ''} to go"
