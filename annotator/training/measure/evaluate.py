"""Measuring the pipeline on a split: by part, by law and tradition, and beside its baselines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from annotator.agreement import Interval
from annotator.classifier.calibration import Calibration
from annotator.classifier.network import Logits
from annotator.schema import Struct
from annotator.training.corpus.examples import Example, Split, of_split
from annotator.training.corpus.gold import Flags, gold_issues, gold_labels
from annotator.training.measure import baselines
from annotator.training.measure.metrics import Figures, figures, macro_f1_of
from annotator.training.measure.predictions import Predictions, predict
from annotator.training.measure.robustness import CHANGES, changed

ALL = "all clauses"
REAL = "real laws"
WRITTEN = "written clauses"

#: Of a law with fewer clauses than this no figures are given; all such laws are taken together.
_ENOUGH_CLAUSES = 20
_OTHER_LAWS = "other laws"

Read = Callable[[Sequence[Example]], Logits]


class Audit(Struct, frozen=True):
    """The same clauses with something changed that should not matter (:mod:`.robustness`)."""

    macro_f1: Interval
    labels_changed: float


class Evaluation(Struct, frozen=True):
    """One split's figures.

    Of the classifier by part and by law or tradition, of the baselines on all clauses, and of the
    classifier again with names, gender words or style changed.
    """

    split: Split
    classifier: dict[str, Figures]
    groups: dict[str, Figures]
    baselines: dict[str, Figures]
    audit: dict[str, Audit]


def evaluate(
    read: Read, examples: Sequence[Example], split: Split, calibration: Calibration, encoder: Path
) -> Evaluation:
    """Measure on ``split``.

    Args:
        read: gives the exported graph's logits of examples.
        examples: of all splits; the baselines train on the training split.
        split: what to measure on.
        calibration: as shipped.
        encoder: the folder of the encoder as it was before training, for a baseline.
    """
    held_out = of_split(examples, split)
    predicted = predict(read(held_out), held_out, calibration)
    return Evaluation(
        split=split,
        classifier={name: _of(rows, predicted, held_out) for name, rows in _parts(held_out)},
        groups={name: _of(rows, predicted, held_out) for name, rows in _groups(held_out)},
        baselines={
            name: _figures(answer, held_out)
            for name, answer in baselines.answers(
                of_split(examples, "train"), held_out, encoder
            ).items()
        },
        audit=_audit(read, held_out, predicted, calibration),
    )


def _parts(examples: Sequence[Example]) -> Iterator[tuple[str, Flags]]:
    real = np.array([bool(example.law) for example in examples])
    for name, rows in ((ALL, np.ones_like(real)), (REAL, real), (WRITTEN, ~real)):
        if rows.any():
            yield name, rows


def _groups(examples: Sequence[Example]) -> Iterator[tuple[str, Flags]]:
    """The laws and traditions, those with the most clauses first, small laws taken together."""
    sizes = Counter(example.group for example in examples)
    names = np.array(
        [
            example.group if sizes[example.group] >= _ENOUGH_CLAUSES else _OTHER_LAWS
            for example in examples
        ]
    )
    for name, _ in Counter(names.tolist()).most_common():
        yield name, names == name


def _audit(
    read: Read, examples: Sequence[Example], before: Predictions, calibration: Calibration
) -> dict[str, Audit]:
    found = {}
    for name, change in CHANGES.items():
        others = [changed(example, change) for example in examples]
        after = predict(read(others), others, calibration)
        found[name] = Audit(
            macro_f1=macro_f1_of(after.labels, gold_labels(examples)),
            labels_changed=round(float((after.labels != before.labels).mean()), 4),
        )
    return found


def _of(rows: Flags, predicted: Predictions, examples: Sequence[Example]) -> Figures:
    chosen = [examples[int(row)] for row in np.flatnonzero(rows)]
    return _figures(
        Predictions(
            labels=predicted.labels[rows],
            confidence=predicted.confidence[rows],
            issues=predicted.issues[rows],
            review=predicted.review[rows],
        ),
        chosen,
    )


def _figures(predicted: Predictions, examples: Sequence[Example]) -> Figures:
    groups = [example.group for example in examples]
    return figures(predicted, gold_labels(examples), gold_issues(examples), groups)
