"""What the commands of a round print: plain sentences and small tables, for 80 columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from annotator.agreement import Coefficients, Interval
from annotator.rounds.agreeing import Pair, RoundAgreement
from annotator.rounds.countries import ByCountry, Compared
from annotator.rounds.doccano import FINISHED
from annotator.rounds.growing import Growth
from annotator.rounds.labels import UNSURE
from annotator.rounds.manifest import Round, RoundClause
from annotator.rounds.progress import MemberProgress
from annotator.rounds.votes import (
    Pulled,
    RawVote,
    abstained,
    broken,
    votes_by_clause,
    wavering,
)
from annotator.schema import LABELS

_MINUTES, _HOURS = 60, 24
_SHOWN = 60
#: So many clauses are named of those that weighed votes decide otherwise.
_NAMED = 10


def progress(found: Sequence[MemberProgress]) -> Iterator[str]:
    """A line a member, and what puts up the clauses of those who find none."""
    width = max(len(one.member) for one in found)
    for one in found:
        bar = "█" * int(20 * one.done / max(1, one.of))
        line = f"{one.member:<{width}}  {bar:░<20}  {one.done:>5} of {one.of}"
        passed = ", ".join(
            f"{count} {what}"
            for count, what in ((one.unsure, "unsure"), (one.skipped, "skipped"))
            if count
        )
        yield f"{line}   {one.note or _to_go(one)}{f' ({passed})' if passed else ''}".rstrip()
    for command in dict.fromkeys(one.again for one in found if one.again):
        yield f"`{command}` puts the clauses up; what was pulled is kept."


def _to_go(one: MemberProgress) -> str:
    if one.broken:
        rest = "" if one.hours_left == 0 else f"; {_time(one.hours_left)}"
        return f"{one.broken} to mend (as last pulled){rest}"
    return _time(one.hours_left)


def pulled(round_: Round, found: Pulled, before: Pulled | None = None) -> Iterator[str]:
    """How many votes there are, which do not count and why, and what was written since ``before``.

    Labels of a confirmed clause can be changed as it is; Enter is a switch, and a second time takes
    the confirmation away.
    """
    votes = found.by_clause
    yield (
        f"{sum(map(len, votes.values()))} votes on {len(votes)} of {len(round_.clauses)} clauses "
        f"pulled; {len(votes_by_clause(found.adjudicated))} adjudicated."
    )
    clauses = round_.by_id()
    wrong = [(one, why) for one in (*found.votes, *found.adjudicated) if (why := broken(one))]
    if wrong:
        yield (
            f"{len(wrong)} do not count until their annotator mends the labels. The clause stays "
            "confirmed: Enter again would take that away."
        )
    yield from _by_annotator(clauses, wrong)
    withdrawn = [
        (one, f"was {' '.join(one.labels) or 'without labels'}") for one in found.withdrawn
    ]
    if withdrawn:
        yield (
            f"{len(withdrawn)} were confirmed and are not any more. Where that was not meant, "
            "their annotator presses Enter there, once:"
        )
    yield from _by_annotator(clauses, withdrawn)
    passed = [
        (one, wavering(one) if abstained(one) == UNSURE else "skipped")
        for one in found.votes
        if abstained(one)
    ]
    if passed:
        yield (
            f"{len(passed)} give no label; where too few others do, `annotate rounds grow "
            f"{round_.name}` asks somebody else:"
        )
    yield from _by_annotator(clauses, passed)
    yield from _remarks(clauses, found, before or Pulled())


def _by_annotator(
    clauses: Mapping[str, RoundClause], listed: Sequence[tuple[RawVote, str]]
) -> Iterator[str]:
    for raw, why in sorted(listed, key=lambda one: (one[0].annotator, one[0].clause)):
        clause = clauses[raw.clause]
        yield f"  {raw.annotator}: {raw.clause} ({clause.title[:40]}, {clause.number}) {why}"


def _clauses(count: int) -> str:
    return f"{count} clause{'' if count == 1 else 's'}"


def _remarks(clauses: Mapping[str, RoundClause], found: Pulled, before: Pulled) -> Iterator[str]:
    """Every comment that was not there at the pull before: on what is agreed, too."""
    new = [one for one in found.remarks if one not in before.remarks]
    if not new:
        return
    yield f"{len(new)} new comments (the report has all):"
    for one in sorted(new, key=lambda one: (one.clause, one.annotator)):
        where = (
            "of the whole round:"
            if one.clause == FINISHED
            else f"{one.clause} ({clauses[one.clause].number})"
        )
        yield f"  {one.annotator}: {where} {' '.join(one.text.split())}"


def growth(found: Growth) -> Iterator[str]:
    """Who is asked for how many votes more, and why; and where there is nobody to ask."""
    if found.asked:
        whys = ", ".join(f"{count} {why}" for why, count in Counter(found.why.values()).items())
        who = ", ".join(f"{name} {count}" for name, count in Counter(found.asked.values()).items())
        yield f"One more vote is asked for on {_clauses(len(found.asked))} ({whys}): {who}."
    elif not found.unasked:
        yield "No clause wants more votes: members agree, or their votes are still to come."
    if found.unasked:
        yield (
            f"On {_clauses(len(found.unasked))} more votes are wanted, and all annotators have "
            "been asked: name others with --annotators, or have them adjudicated. See "
            f"{', '.join(found.unasked[:5])}{' …' if len(found.unasked) > 5 else ''}."
        )


def so_far(figures: RoundAgreement, pulled: Pulled) -> str:
    """How far members agree on the label, in a line."""
    when = f"as of the pull of {pulled.at[:16]}"
    if figures.label is None:
        return f"Agreement on the label, {when}: not measured yet."
    label = figures.label
    alpha = f"alpha {label.alpha.value:.2f}" if label.alpha else "all gave the same"
    return (
        f"Agreement on the label, {when}: {label.same.value:.0%}, {alpha}, "
        f"AC1 {label.ac1.value:.2f}."
    )


def agreement(round_: Round, figures: RoundAgreement) -> Iterator[str]:
    """The figures of a round."""
    if figures.label is None:
        yield "No clause has been judged by two yet: there is no agreement to measure."
        yield from _members(figures)
        return
    yield f"Over {figures.common} clauses that at least two judged, with 95 % intervals:"
    yield f"{'':<16}{'same':<8}{'alpha':<22}{'AC1'}"
    for name, own in {"label": figures.label, **figures.issues}.items():
        yield _coefficients(name, own)
    if any(own.alpha is None for own in (figures.label, *figures.issues.values())):
        yield "  – : all gave the same, which alpha cannot measure."
    yield from _at_random(figures)
    yield "Two by two: the same label on, and Cohen's kappa"
    for pair in (*figures.pairs, *figures.others, *figures.model):
        yield f"  {_pair(pair)}"
    for pair in figures.pairs:
        yield from _confusion(pair)
    yield from _members(figures)
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


def by_country(found: ByCountry) -> Iterator[str]:
    """The figures by country, of the experts and of the laws."""
    yield "By country of the expert: the same label on, and alpha"
    for name, members in found.experts.items():
        yield f"  {name}: {', '.join(members)}"
    yield from map(_compared, found.by_expert)
    if found.by_law:
        yield "By country of the law, all experts:"
        yield from map(_compared, found.by_law)
    if found.apart:
        yield "All experts of a country who judged these say one thing, those of another do not:"
    for one in found.apart:
        labels = ", ".join(
            f"{name} {label} ({one.experts[name]})" for name, label in one.labels.items()
        )
        yield f"  {one.clause}: {labels}"


def _compared(one: Compared) -> str:
    sides = f"{one.side}, {one.other}"
    alpha = "    –" if one.alpha is None else f"{one.alpha:5.2f}"
    same = f"{one.same.value:4.0%} ({one.same.low:.0%} to {one.same.high:.0%})"
    return f"  {sides:<36} {one.clauses:>4} clauses  {same:<20} {alpha}"


def _members(figures: RoundAgreement) -> Iterator[str]:
    """What is known of each member: on the gold, on the way, by all votes together."""
    if figures.accuracies:
        yield "On clauses decided before, which they could not tell from others, right:"
    for one in figures.accuracies:
        share = f"{one.share.value:>4.0%} ({one.share.low:.0%} to {one.share.high:.0%})"
        wrong = ", ".join(f"{gold}/{said} {count}" for gold, said, count in one.wrong)
        line = f"  {one.member:<14}{one.right:>4} of {one.clauses:<4}{share:<20}"
        yield f"{line}{f'not so: {wrong}' if wrong else ''}".rstrip()
    if figures.drifts:
        yield "On the way, right or as most others, in the first, middle and last third:"
    for drift in figures.drifts:
        thirds = "".join(f"{share:>6.0%}" for share in drift.thirds)
        note = "   falls off, beyond chance: talk to them" if drift.falls else ""
        yield f"  {drift.member:<14}{thirds}   of {drift.answers}{note}"
    if figures.weighed is None:
        return
    reliable = ", ".join(
        f"{name} {share:.0%}" for name, share in figures.weighed.reliability.items()
    )
    yield f"By all votes together (Dawid and Skene), likely right: {reliable}"
    others = figures.weighed.differing()
    if others:
        yield f"Weighed so, likely not what most votes say ({len(others)}):"
    for likely in others[:_NAMED]:
        most = f"most: {likely.majority}" if likely.majority else "no label has most"
        yield f"  {likely.clause}  {likely.label} {likely.probability:.0%} ({most})"


def _at_random(figures: RoundAgreement) -> Iterator[str]:
    """The same of the clauses that stand for their laws, where there are any."""
    if figures.random is None and figures.random_model is None:
        return
    yield "On clauses drawn at random, which alone stand for their laws:"
    if figures.random is not None:
        yield _coefficients("label", figures.random) + f"   {figures.random.clauses} clauses"
    if figures.random_model is not None:
        share, clauses = figures.random_model.same, figures.random_model.clauses
        yield (
            f"  the classifier's label is that of most members on {share.value:.0%} of {clauses} "
            f"({share.low:.0%} to {share.high:.0%})"
        )


def _coefficients(name: str, own: Coefficients) -> str:
    alpha = _interval(own.alpha) if own.alpha else f"{'–':>5}"
    return f"  {name:<14}{own.same.value:>4.0%}  {alpha:<22}{_interval(own.ac1)}"


def _pair(pair: Pair) -> str:
    names = f"{pair.first} and {pair.second}"
    kappa = "    –" if pair.kappa is None else f"{pair.kappa:5.2f}"
    return f"{names:<28} {pair.same:>4} of {pair.clauses:<5} {kappa}"


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
    minutes = hours * 60
    if minutes < _MINUTES:
        count, unit = minutes, "minute"
    elif hours < _HOURS:
        count, unit = hours, "hour"
    else:
        count, unit = hours / 24, "day"
    whole = max(1, round(count))
    return f"about {whole} {unit}{'s' if whole > 1 else ''} to go"
