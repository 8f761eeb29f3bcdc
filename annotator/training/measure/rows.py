"""The figures as words, a row a figure: what the terminal and the model card show alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import attrgetter

from annotator.agreement import Interval
from annotator.schema import LABELS
from annotator.training.measure.metrics import Figures, Found

NONE = "–"

Cell = Callable[[Figures], str]


def shown(figure: Interval | None) -> str:
    """A figure with its bounds; a dash where there was nothing to measure.

    >>> shown(Interval(value=0.612, low=0.52, high=0.7))
    '0.61 (0.52–0.70)'
    """
    if figure is None:
        return NONE
    return f"{figure.value:.2f} ({figure.low:.2f}–{figure.high:.2f})"


def signed(figure: Interval) -> str:
    """A difference with its bounds.

    >>> signed(Interval(value=0.06, low=-0.01, high=0.13))
    '+0.060 (-0.010 to +0.130)'
    """
    return f"{figure.value:+.3f} ({figure.low:+.3f} to {figure.high:+.3f})"


def _finely(figure: Interval | None) -> str:
    if figure is None:
        return NONE
    return f"{figure.value:.3f} ({figure.low:.3f}–{figure.high:.3f})"


def _of(path: str) -> Cell:
    get = attrgetter(path)
    return lambda figures: shown(get(figures))


def _label(label: str, what: str) -> Cell:
    return lambda figures: shown(getattr(figures.labels[label], what))


def _kind(name: str, found: Callable[[Figures], Found]) -> dict[str, Cell]:
    """F1, precision and recall of one kind of clause."""
    return {
        f"{name}: F1": lambda figures: shown(found(figures).f1),
        f"{name}: precision": lambda figures: shown(found(figures).precision),
        f"{name}: recall": lambda figures: shown(found(figures).recall),
    }


def _of_label(label: str) -> Callable[[Figures], Found]:
    return lambda figures: figures.labels[label]


def _labels() -> dict[str, Cell]:
    rows: dict[str, Cell] = {}
    for label in LABELS:
        rows |= _kind(label, _of_label(label))
    return rows


#: Every figure, in the order in which it is shown.
ROWS: Mapping[str, Cell] = {
    "clauses": lambda figures: str(figures.clauses),
    "laws": lambda figures: str(figures.laws),
    **_labels(),
    **_kind("flagged at all", attrgetter("flagged")),
    "blind: average precision": _of("blind_average_precision"),
    "neutral falsely flagged": _of("neutral_flagged"),
    "macro-F1 of labels": _of("macro_f1"),
    "issues: micro-F1, all clauses": _of("issues_micro_f1"),
    "issues: micro-F1, flagged and found": _of("issues_of_found"),
    "issues: macro-F1, all clauses": _of("issues_macro_f1"),
    "calibration error": lambda figures: _finely(figures.calibration_error),
    "flagged: marked for review": lambda figures: f"{figures.review_share:.0%}",
    "flagged: right where asserted": _of("asserted_right"),
    "flagged: right where for review": _of("reviewed_right"),
}

#: Those of a group of clauses (a country, a law), in a column each.
COLUMNS: Mapping[str, Cell] = {
    "clauses": lambda figures: str(figures.clauses),
    "laws": lambda figures: str(figures.laws),
    "F1 blind": _label("blind", "f1"),
    "recall blind": _label("blind", "recall"),
    "F1 responsive": _label("responsive", "f1"),
    "recall regressive": _label("regressive", "recall"),
    "precision flagged": _of("flagged.precision"),
    "neutral flagged": _of("neutral_flagged"),
    "issues micro-F1": _of("issues_micro_f1"),
    "calibration error": lambda figures: _finely(figures.calibration_error),
}
