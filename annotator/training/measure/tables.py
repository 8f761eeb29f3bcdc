"""Figures as tables for the terminal."""

from __future__ import annotations

from collections.abc import Mapping

from annotator.schema import LABELS
from annotator.training.measure.metrics import Figures
from annotator.training.measure.rows import COLUMNS, ROWS

#: The width of the column that names the rows.
TITLE = 36
_WIDTH = 22


def figures_as_text(columns: Mapping[str, Figures], title: str) -> list[str]:
    """A row a figure, a column each of ``columns``."""
    rows = [line(title, list(columns))]
    rows += [line(name, [cell(each) for each in columns.values()]) for name, cell in ROWS.items()]
    return rows


def groups_as_text(groups: Mapping[str, Figures], title: str) -> list[str]:
    """A row a group, a column each of the figures that a group has; groups of one law starred."""
    head = line(f"by {title}", list(COLUMNS))
    rows = [
        line(_group(name, each), [cell(each) for cell in COLUMNS.values()])
        for name, each in groups.items()
    ]
    return [head, *rows, *_starred(groups)]


def confusion_as_text(figures: Figures) -> list[str]:
    """Which label was given to clauses of which label."""
    rows = [
        line(label, [str(count) for count in counts])
        for label, counts in zip(LABELS, figures.confusion, strict=True)
    ]
    return [line("label, given as", list(LABELS)), *rows]


def intervals(figures: Figures) -> str:
    """What the intervals of ``figures`` are over, in a sentence."""
    if figures.resampled == "laws":
        return f"In brackets 95 % intervals over resampled laws ({figures.laws} of them)."
    return (
        "In brackets 95 % intervals over resampled clauses: all are of one law, and say nothing of "
        "the next."
    )


def line(title: str, cells: list[str]) -> str:
    """A row: its title, and its cells in columns."""
    return f"{title:<{TITLE}}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells)


def _group(name: str, figures: Figures) -> str:
    star = "" if figures.resampled == "laws" else "*"
    return f"{name[: TITLE - 3]}{star}"


def _starred(groups: Mapping[str, Figures]) -> list[str]:
    if all(each.resampled == "laws" for each in groups.values()):
        return []
    return ["* of one law alone: intervals over its resampled clauses"]
