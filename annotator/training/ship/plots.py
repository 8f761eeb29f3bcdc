"""The card's pictures: the confusion matrix, calibration, and risk against coverage, as SVG."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from annotator.schema import LABELS
from annotator.training.measure.evaluate import Evaluation
from annotator.training.measure.metrics import Figures

#: Text stays text, and the same figures give the same file.
_STYLE = {"svg.fonttype": "none", "svg.hashsalt": "annotate", "font.family": "sans-serif"}
_SIDE = 3.6
_INK = "#1f4e79"
_FAINT = "#9a9a9a"


def write_plots(folder: Path, evaluations: Sequence[Evaluation]) -> None:
    """Draw ``confusion.svg``, ``calibration.svg`` and ``risk.svg`` into ``folder``.

    Args:
        folder: where to; made if it is not there.
        evaluations: the splits' figures; each has a panel in every picture, in this order: of real
            laws of the countries left out, where there are any.
    """
    panels_of = [(each.split, each.shown) for each in evaluations if each.shown]
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in _PICTURES.items():
        with mpl.rc_context(_STYLE):
            picture = Figure(figsize=(_SIDE * len(panels_of) + 0.8, _SIDE), layout="constrained")
            panels = np.atleast_1d(picture.subplots(1, len(panels_of)))
            for panel, (split, figures) in zip(panels, panels_of, strict=True):
                draw(panel, figures)
                panel.set_title(f"{split} ({figures.clauses} clauses)")
            picture.savefig(folder / f"{name}.svg", metadata={"Date": None, "Creator": None})


def _confusion(panel: Axes, figures: Figures) -> None:
    """Shares of each true label's clauses as shades, with their counts written on them."""
    counts = np.array(figures.confusion)
    shares = counts / np.maximum(1, counts.sum(axis=1, keepdims=True))
    panel.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    for (row, column), count in np.ndenumerate(counts):
        colour = "white" if shares[row, column] > 0.5 else "black"
        panel.text(column, row, str(count), ha="center", va="center", color=colour)
    panel.set_xticks(range(len(LABELS)), LABELS, rotation=30, ha="right")
    panel.set_yticks(range(len(LABELS)), LABELS)
    panel.set_xlabel("label given")
    panel.set_ylabel("label of the annotators")


def _calibration(panel: Axes, figures: Figures) -> None:
    """A point a tenth of confidence, the larger the more clauses; on the diagonal all is well."""
    bins = figures.reliability
    panel.plot([0, 1], [0, 1], color=_FAINT, linestyle="--", linewidth=1)
    panel.plot([each.confidence for each in bins], [each.right for each in bins], color=_INK)
    panel.scatter(
        [each.confidence for each in bins],
        [each.right for each in bins],
        s=[12 + 240 * each.clauses / figures.clauses for each in bins],
        color=_INK,
    )
    panel.set(xlim=(0.2, 1.02), ylim=(0.2, 1.02), xlabel="confidence", ylabel="share right")


def _risk(panel: Axes, figures: Figures) -> None:
    """Wrong labels among the surest clauses, from a tenth of them to all."""
    coverage = np.arange(1, len(figures.risk) + 1) / len(figures.risk)
    panel.plot(100 * coverage, [100 * share for share in figures.risk], color=_INK, marker="o")
    panel.set(xlim=(0, 102), xlabel="surest clauses, %", ylabel="labels wrong, %")
    panel.set_ylim(bottom=0)


_PICTURES: dict[str, Callable[[Axes, Figures], None]] = {
    "confusion": _confusion,
    "calibration": _calibration,
    "risk": _risk,
}
