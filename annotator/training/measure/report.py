"""An evaluation as tables for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from annotator.schema import LABELS
from annotator.training.measure.evaluate import Evaluation
from annotator.training.measure.metrics import Figures
from annotator.training.measure.opposites import Opposites
from annotator.training.measure.rows import COLUMNS, ROWS, shown

_TITLE = 36
_WIDTH = 22

NO_LAWS = (
    "No clause of a real law of a country left out is there, so there is no headline; "
    "`make corpora` joins them."
)


def as_text(evaluation: Evaluation) -> str:
    """The figures of real laws first, then what stands apart, a table each."""
    return "\n\n".join("\n".join(part) for part in _parts(evaluation) if part)


def figures_as_text(columns: Mapping[str, Figures], title: str) -> list[str]:
    """A row a figure, a column each of ``columns``."""
    rows = [_line(title, list(columns))]
    rows += [_line(name, [cell(each) for each in columns.values()]) for name, cell in ROWS.items()]
    return rows


def groups_as_text(groups: Mapping[str, Figures], title: str) -> list[str]:
    """A row a group, a column each of the figures that a group has."""
    head = _line(f"by {title}", list(COLUMNS))
    rows = [
        _line(_group(name, each), [cell(each) for cell in COLUMNS.values()])
        for name, each in groups.items()
    ]
    return [head, *rows]


def confusion_as_text(figures: Figures) -> list[str]:
    """Which label was given to clauses of which label."""
    rows = [
        _line(label, [str(count) for count in counts])
        for label, counts in zip(LABELS, figures.confusion, strict=True)
    ]
    return [_line("label, given as", list(LABELS)), *rows]


def intervals(figures: Figures) -> str:
    """What the intervals of ``figures`` are over, in a sentence."""
    if figures.resampled == "laws":
        return f"In brackets 95 % intervals over resampled laws ({figures.laws} of them)."
    return (
        "In brackets 95 % intervals over resampled clauses: all are of one law, and say nothing of "
        "the next."
    )


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
            yield groups_as_text(groups, kind) + _starred(groups)
        yield _risk(real)
        yield _audit(evaluation)
    if evaluation.apart:
        yield figures_as_text(evaluation.apart, "apart, not averaged in")
    if evaluation.opposites:
        yield _opposites(evaluation.opposites)


def _opposites(opposites: Opposites) -> list[str]:
    every = {"all": opposites.all, **opposites.differences}
    return [
        _line("pairs of opposites, apart", ["pairs", "both labels right"]),
        *(_line(name[: _TITLE - 2], [str(f.pairs), shown(f.both)]) for name, f in every.items()),
        f"Both sides of {opposites.alike:.0%} of the pairs were given one label. In brackets 95 % "
        "intervals over resampled pairs.",
    ]


def _risk(figures: Figures) -> list[str]:
    shares = " ".join(f"{10 * tenths:>5} %" for tenths in range(1, 11))
    wrong = " ".join(f"{share:>7.1%}" for share in figures.risk)
    return [f"{'of the surest':<{_TITLE}}{shares}", f"{'labels wrong':<{_TITLE}}{wrong}"]


def _audit(evaluation: Evaluation) -> list[str]:
    return [
        _line("read again with", ["macro-F1", "labels changed"]),
        *(
            _line(name, [shown(found.macro_f1), f"{found.labels_changed:.1%}"])
            for name, found in evaluation.audit.items()
        ),
    ]


def _group(name: str, figures: Figures) -> str:
    star = "" if figures.resampled == "laws" else "*"
    return f"{name[: _TITLE - 3]}{star}"


def _starred(groups: Mapping[str, Figures]) -> list[str]:
    if all(each.resampled == "laws" for each in groups.values()):
        return []
    return ["* of one law alone: intervals over its resampled clauses"]


def _line(title: str, cells: list[str]) -> str:
    return f"{title:<{_TITLE}}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells)
