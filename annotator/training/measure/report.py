"""An evaluation as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from annotator.training.measure.evaluate import Evaluation
from annotator.training.measure.metrics import Figures
from annotator.training.measure.opposites import Opposites
from annotator.training.measure.rows import shown
from annotator.training.measure.tables import (
    TITLE,
    confusion_as_text,
    figures_as_text,
    groups_as_text,
    intervals,
    line,
)

NO_LAWS = (
    "No clause of a real law of a country left out is there, so there is no headline; "
    "`make corpora` joins them."
)


def as_text(evaluation: Evaluation) -> str:
    """The figures of real laws first, then what stands apart, a table each."""
    return "\n\n".join("\n".join(part) for part in _parts(evaluation) if part)


def _parts(evaluation: Evaluation) -> Iterator[list[str]]:
    real = evaluation.real
    if real is None:
        yield [NO_LAWS]
    else:
        columns = {"real laws": real, **evaluation.readers, **evaluation.baselines}
        title = f"{evaluation.split}: countries left out"
        yield [*figures_as_text(columns, title), intervals(real)]
        yield confusion_as_text(real)
        for kind, groups in evaluation.groups.items():
            yield groups_as_text(groups, kind)
        yield _risk(real)
        yield _audit(evaluation)
    if evaluation.apart:
        yield figures_as_text(evaluation.apart, "apart, not averaged in")
    if evaluation.opposites:
        yield _opposites(evaluation.opposites)


def _opposites(opposites: Opposites) -> list[str]:
    every = {"all": opposites.all, **opposites.labels, **opposites.differences}
    return [
        line("pairs of opposites, apart", ["pairs", "both labels right"]),
        *(line(name[: TITLE - 2], [str(f.pairs), shown(f.both)]) for name, f in every.items()),
        f"Both sides of {opposites.alike:.0%} of the pairs were given one label. In brackets 95 % "
        "intervals over resampled pairs.",
    ]


def _risk(figures: Figures) -> list[str]:
    shares = " ".join(f"{10 * tenths:>5} %" for tenths in range(1, 11))
    wrong = " ".join(f"{share:>7.1%}" for share in figures.risk)
    return [f"{'of the surest':<{TITLE}}{shares}", f"{'labels wrong':<{TITLE}}{wrong}"]


def _audit(evaluation: Evaluation) -> list[str]:
    return [
        line("read again with", ["macro-F1", "labels changed"]),
        *(
            line(name, [shown(found.macro_f1), f"{found.labels_changed:.1%}"])
            for name, found in evaluation.audit.items()
        ),
    ]
