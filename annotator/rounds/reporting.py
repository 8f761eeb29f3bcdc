"""A round's report: one HTML page, its pictures drawn in it, nothing fetched from elsewhere."""

from __future__ import annotations

import math
from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from annotator.agreement import Interval
from annotator.rounds.agreeing import RoundAgreement, measure
from annotator.rounds.countries import by_country
from annotator.rounds.doccano import FINISHED
from annotator.rounds.labels import SKIP, UNSURE, color_of
from annotator.rounds.lacking import lacking
from annotator.rounds.manifest import Round
from annotator.rounds.votes import (
    Answers,
    Pulled,
    abstained,
    broken,
    comments_by_clause,
    disagreements,
    votes_by_clause,
    wavering,
)
from annotator.schema import LABELS

_TEMPLATE = "report.html.j2"
_REASONS = {
    "random": "at random",
    "uncertain": "because the classifier was unsure",
    "rare": "of kinds of which few are labelled",
    "diverse": "because they are unlike the others",
    "gold": "decided before, to know members by",
}
# The picture of the alphas, in pixels: its width, and the room beside the axis.
_WIDTH, _BESIDE = 250, 14
#: The bounds from which on a label is good enough to train on, and to rely on.
_BOUNDS = (0.67, 0.8)


def is_untouched(file: BinaryIO) -> bool:
    """Whether a file begins as the report of a round does."""
    template = (Path(__file__).parent / _TEMPLATE).read_bytes()
    beginning = template.partition(b"{{")[0]
    return file.read(len(beginning)) == beginning


def render(round_: Round, pulled: Pulled) -> str:
    """The report as HTML; what people and laws wrote is escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    figures = measure(round_, pulled)
    return environment.get_template(_TEMPLATE).render(
        round=round_,
        pulled=pulled,
        figures=_with_peaks(figures),
        judged=len(pulled.by_clause),
        divided=len(disagreements(round_, pulled)),
        adjudicated=len(votes_by_clause(pulled.adjudicated)),
        coverage=_coverage(round_, pulled),
        chosen=Counter(clause.chosen for clause in round_.clauses),
        reasons=_REASONS,
        labels=LABELS,
        colors={label: color_of(label) for label in LABELS},
        rows=_rows(figures),
        scale={"width": _WIDTH, "marks": _marks(figures)},
        members=_members(round_, figures),
        others=figures.weighed.differing() if figures.weighed else (),
        hardest=_hardest(round_, pulled, figures),
        comments=_comments(round_, pulled),
        remarks=comments_by_clause(pulled).get(FINISHED, ()),
        countries=by_country(round_, pulled),
        clauses=round_.by_id(),
        passed=_passed(round_, pulled),
    )


def _coverage(round_: Round, pulled: Pulled) -> list[dict[str, Any]]:
    counted = Counter(
        raw.annotator for raw in pulled.votes if not broken(raw) and not abstained(raw)
    )
    passed = Counter((raw.annotator, abstained(raw)) for raw in pulled.votes)
    assigned = Counter(member for clause in round_.clauses for member in clause.members)
    lacks = {lack.member: lack for lack in lacking(round_, pulled)}
    return [
        {
            "member": name,
            "votes": counted[name],
            "of": assigned[name],
            "unsure": passed[name, UNSURE],
            "skipped": passed[name, SKIP],
            **{
                what: len(getattr(lacks[name], what)) if name in lacks else 0
                for what in ("broken", "withdrawn", "unconfirmed")
            },
        }
        for name in round_.annotators
    ]


def _members(round_: Round, figures: RoundAgreement) -> list[dict[str, Any]]:
    """What is known of each member; empty where nothing is known of any."""
    gold = {one.member: one for one in figures.accuracies}
    way = {one.member: one for one in figures.drifts}
    reliable = figures.weighed.reliability if figures.weighed else {}
    if not (gold or way or reliable):
        return []
    return [
        {
            "name": name,
            "gold": gold.get(name),
            "share": _percent(gold[name].share) if name in gold else None,
            "drift": way.get(name),
            "reliable": reliable.get(name),
        }
        for name in round_.annotators
    ]


def _rows(figures: RoundAgreement) -> list[dict[str, Any]]:
    """The figures by name, each as it is printed, and its alpha as it is drawn."""
    if figures.label is None:
        return []
    least = _least(figures)
    named = {"label": figures.label}
    if figures.random is not None:
        named[f"label, {figures.random.clauses} at random"] = figures.random
    return [
        {
            "name": name,
            "figures": [
                _percent(own.same),
                own.alpha and _printed(own.alpha, "%.2f"),
                _printed(own.ac1, "%.2f"),
            ],
            "bar": own.alpha
            and {
                key: _at(value, least)
                for key, value in (
                    ("at", own.alpha.value),
                    ("low", own.alpha.low),
                    ("high", own.alpha.high),
                )
            },
        }
        for name, own in {**named, **figures.issues}.items()
    ]


def _percent(share: Interval) -> dict[str, str]:
    hundred = Interval(*(100 * one for one in (share.value, share.low, share.high)))
    return {**_printed(hundred, "%.0f"), "value": f"{hundred.value:.0f} %"}


def _printed(figure: Interval, form: str) -> dict[str, str]:
    return {name: form % getattr(figure, name) for name in ("value", "low", "high")}


def _least(figures: RoundAgreement) -> float:
    """Where the axis begins: at 0, or as far below it as an interval goes."""
    every = (figures.label, figures.random, *figures.issues.values())
    lows = [own.alpha.low for own in every if own is not None and own.alpha is not None]
    return min(0.0, math.floor(min(lows, default=0.0) * 5) / 5)


def _at(value: float, least: float) -> float:
    return round(_BESIDE + (_WIDTH - 2 * _BESIDE) * (value - least) / (1 - least), 1)


def _marks(figures: RoundAgreement) -> list[dict[str, Any]]:
    least = _least(figures)
    values = sorted({least, 0.0, *_BOUNDS, 1.0})
    return [
        {
            "value": f"{value:g}",
            "at": _at(value, least),
            "bound": value in _BOUNDS,
            # Of two bounds that lie close together, one is written to either side.
            "anchor": {_BOUNDS[0]: "end", _BOUNDS[1]: "start"}.get(value, "middle"),
        }
        for value in values
    ]


def _comments(round_: Round, pulled: Pulled) -> list[dict[str, Any]]:
    """All that was written, in the order of the clauses: on those that all agree on, too."""
    found = comments_by_clause(pulled)
    return [
        {"clause": clause, "comments": found[clause.id]}
        for clause in round_.clauses
        if clause.id in found
    ]


def _passed(round_: Round, pulled: Pulled) -> list[dict[str, Any]]:
    """The clauses on which somebody was unsure, or that somebody skipped, and who."""
    listed = [(clause, pulled.answers.get(clause.id, Answers())) for clause in round_.clauses]
    return [
        {
            "clause": clause,
            "votes": own.votes,
            "unsure": {raw.annotator: wavering(raw) for raw in own.unsure},
            "skipped": [raw.annotator for raw in own.skipped],
        }
        for clause, own in listed
        if own.unsure or own.skipped
    ]


def _with_peaks(figures: RoundAgreement) -> dict[str, Any]:
    """The figures, each pair with its largest count, by which its picture is shaded."""
    plain: dict[str, Any] = {name: getattr(figures, name) for name in figures.__struct_fields__}
    for name in ("pairs", "others", "model"):
        plain[name] = [
            {**msgspec.structs.asdict(pair), "most": max(map(max, pair.confusion))}
            for pair in plain[name]
        ]
    return plain


def _hardest(round_: Round, pulled: Pulled, figures: RoundAgreement) -> list[dict[str, Any]]:
    comments = comments_by_clause(pulled)
    clauses = round_.by_id()
    weighed = figures.weighed.by_clause() if figures.weighed else {}
    return [
        {
            "clause": clauses[divided.clause],
            "weighed": weighed.get(divided.clause),
            "votes": divided.votes,
            "comments": {
                name: [text for who, text in comments.get(divided.clause, ()) if who == name]
                for name in round_.annotators
            },
        }
        for divided in figures.hardest
    ]
