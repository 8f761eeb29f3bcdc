"""A round's report: one HTML page, its pictures drawn in it, nothing fetched from elsewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from annotator.rounds.agreeing import RoundAgreement, measure
from annotator.rounds.labels import color_of
from annotator.rounds.manifest import Round
from annotator.rounds.votes import (
    Pulled,
    broken,
    comments_by_clause,
    disagreements,
    votes_by_clause,
)
from annotator.schema import LABELS

_TEMPLATE = "report.html.j2"
_REASONS = {
    "random": "at random",
    "uncertain": "because the classifier was unsure",
    "rare": "of kinds of which few are labelled",
    "diverse": "because they are unlike the others",
}
# Where 0 and 1 stand in the picture of the alphas.
_ZERO, _ONE = 150, 590


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
    votes = votes_by_clause(pulled.votes)
    return environment.get_template(_TEMPLATE).render(
        round=round_,
        pulled=pulled,
        figures=_with_peaks(figures),
        judged=len(votes),
        divided=len(disagreements(round_, pulled)),
        adjudicated=len(votes_by_clause(pulled.adjudicated)),
        coverage=_coverage(round_, pulled),
        chosen=Counter(clause.chosen for clause in round_.clauses),
        reasons=_REASONS,
        labels=LABELS,
        colors={label: color_of(label) for label in LABELS},
        bars=_bars(figures),
        hardest=_hardest(round_, pulled, figures),
    )


def _coverage(round_: Round, pulled: Pulled) -> list[dict[str, Any]]:
    counted = Counter(raw.annotator for raw in pulled.votes if not broken(raw))
    wrong = Counter(raw.annotator for raw in pulled.votes if broken(raw))
    assigned = Counter(member for clause in round_.clauses for member in clause.members)
    return [
        {"member": name, "votes": counted[name], "of": assigned[name], "broken": wrong[name]}
        for name in round_.annotators
    ]


def _bars(figures: RoundAgreement) -> list[dict[str, Any]]:
    if figures.label is None:
        return []
    return [
        {
            "name": name,
            "value": alpha.value,
            **{
                key: round(_ZERO + (_ONE - _ZERO) * min(1.0, max(0.0, value)), 1)
                for key, value in (("at", alpha.value), ("low", alpha.low), ("high", alpha.high))
            },
        }
        for name, alpha in {"label": figures.label, **figures.issues}.items()
    ]


def _with_peaks(figures: RoundAgreement) -> dict[str, Any]:
    """The figures, each pair with its largest count, by which its picture is shaded."""
    plain: dict[str, Any] = {name: getattr(figures, name) for name in figures.__struct_fields__}
    for name in ("pairs", "majority", "model"):
        plain[name] = [
            {**msgspec.structs.asdict(pair), "most": max(map(max, pair.confusion))}
            for pair in plain[name]
        ]
    return plain


def _hardest(round_: Round, pulled: Pulled, figures: RoundAgreement) -> list[dict[str, Any]]:
    comments = comments_by_clause(pulled.votes)
    clauses = round_.by_id()
    return [
        {
            "clause": clauses[divided.clause],
            "votes": divided.votes,
            "comments": {
                name: [text for who, text in comments.get(divided.clause, ()) if who == name]
                for name in round_.annotators
            },
        }
        for divided in figures.hardest
    ]
