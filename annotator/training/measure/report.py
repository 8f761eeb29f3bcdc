"""An evaluation as a table for the terminal."""

from __future__ import annotations

from annotator.agreement import Interval
from annotator.schema import LABELS
from annotator.training.measure.evaluate import ALL, Evaluation
from annotator.training.measure.metrics import Figures

_WIDTH = 22


def as_text(evaluation: Evaluation) -> str:
    """The figures in columns, the classifier's parts first, then the baselines'."""
    columns = {**evaluation.classifier, **evaluation.baselines}
    rows = [
        ("clauses", [str(f.clauses) for f in columns.values()]),
        ("macro-F1", [_interval(f.macro_f1) for f in columns.values()]),
        ("  by law", [_interval(f.macro_f1_by_law) for f in columns.values()]),
        *((f"F1 {label}", [_f1(f, label) for f in columns.values()]) for label in LABELS),
        ("neutral flagged", [_interval(f.neutral_flagged) for f in columns.values()]),
        ("issues micro-F1", [_interval(f.issues_micro_f1) for f in columns.values()]),
        ("issues macro-F1", [_interval(f.issues_macro_f1) for f in columns.values()]),
        ("calibration error", [f"{f.calibration_error:.3f}" for f in columns.values()]),
        ("for review", [f"{f.review_share:.0%}" for f in columns.values()]),
    ]
    header = _line(evaluation.split, list(columns))
    parts = [
        [header, *(_line(*row) for row in rows)],
        _confusion(evaluation),
        _groups(evaluation),
        _risk(evaluation),
        _audit(evaluation),
    ]
    return "\n\n".join("\n".join(part) for part in parts)


def _groups(evaluation: Evaluation) -> list[str]:
    titles = ["clauses", "macro-F1", "neutral flagged", "issues micro-F1", "calibration error"]
    return [
        _line("by law or tradition", titles),
        *(
            _line(
                name[:34],
                [
                    str(f.clauses),
                    _interval(f.macro_f1),
                    _interval(f.neutral_flagged),
                    _interval(f.issues_micro_f1),
                    f"{f.calibration_error:.3f}",
                ],
            )
            for name, f in evaluation.groups.items()
        ),
    ]


def _risk(evaluation: Evaluation) -> list[str]:
    shares = " ".join(f"{10 * tenths:>5} %" for tenths in range(1, 11))
    wrong = " ".join(f"{share:>7.1%}" for share in evaluation.classifier[ALL].risk)
    return [f"{'of the surest':<36}{shares}", f"{'labels wrong':<36}{wrong}"]


def _audit(evaluation: Evaluation) -> list[str]:
    return [
        _line("read again with", ["macro-F1", "labels changed"]),
        *(
            _line(name, [_interval(found.macro_f1), f"{found.labels_changed:.1%}"])
            for name, found in evaluation.audit.items()
        ),
    ]


def _confusion(evaluation: Evaluation) -> list[str]:
    table = evaluation.classifier[ALL].confusion
    rows = [
        _line(label, [str(count) for count in counts])
        for label, counts in zip(LABELS, table, strict=True)
    ]
    return [_line("label, given as", list(LABELS)), *rows]


def _f1(figures: Figures, label: str) -> str:
    return _interval(figures.f1[label]) if label in figures.f1 else "-"


def _interval(figure: Interval) -> str:
    return f"{figure.value:.3f} ({figure.low:.2f}-{figure.high:.2f})"


def _line(title: str, cells: list[str]) -> str:
    return f"{title:<36}" + "".join(f"{cell:>{_WIDTH}}" for cell in cells)
