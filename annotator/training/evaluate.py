"""Measuring the pipeline that ships on a split, beside its baselines."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from annotator.classifier.calibration import Calibration
from annotator.classifier.network import Logits
from annotator.schema import ISSUES, Struct
from annotator.training import baselines
from annotator.training.examples import Example, Split, of_split
from annotator.training.metrics import Figures, figures
from annotator.training.predictions import (
    Flags,
    Ints,
    Predictions,
    gold_issues,
    gold_labels,
    predict,
)

ALL = "all clauses"
REAL = "real laws"
WRITTEN = "written clauses"


class Evaluation(Struct, frozen=True):
    """One split's figures: of the classifier by part, and of the baselines on all of it."""

    split: Split
    classifier: dict[str, Figures]
    baselines: dict[str, Figures]


def evaluate(
    logits: Logits, examples: Sequence[Example], split: Split, calibration: Calibration
) -> Evaluation:
    """Measure on ``split``.

    Args:
        logits: the exported graph's for the clauses of ``split``, in their order in ``examples``.
        examples: of all splits; TF-IDF trains on the training split.
        split: what to measure on.
        calibration: as shipped.
    """
    held_out = of_split(examples, split)
    return Evaluation(
        split=split,
        classifier=_by_part(predict(logits, held_out, calibration), held_out),
        baselines=_baselines(of_split(examples, "train"), held_out),
    )


def _by_part(predicted: Predictions, examples: Sequence[Example]) -> dict[str, Figures]:
    real = np.array([bool(example.law) for example in examples])
    parts = {ALL: np.ones_like(real), REAL: real, WRITTEN: ~real}
    return {
        name: _figures(_rows(predicted, rows), [examples[int(row)] for row in np.flatnonzero(rows)])
        for name, rows in parts.items()
        if rows.any()
    }


def _baselines(train: Sequence[Example], examples: Sequence[Example]) -> dict[str, Figures]:
    answers = {
        "majority": baselines.majority(examples),
        "keyword rule": baselines.keywords(examples),
        "TF-IDF": baselines.tfidf(train, examples),
    }
    return {name: _figures(_labels_only(labels), examples) for name, labels in answers.items()}


def _figures(predicted: Predictions, examples: Sequence[Example]) -> Figures:
    groups = [example.group for example in examples]
    return figures(predicted, gold_labels(examples), gold_issues(examples), groups)


def _labels_only(labels: Ints) -> Predictions:
    """A baseline finds no issues, and is as sure of one answer as of another."""
    return Predictions(
        labels=labels,
        confidence=np.ones(len(labels)),
        issues=np.zeros((len(labels), len(ISSUES)), dtype=np.bool_),
        review=np.zeros(len(labels), dtype=np.bool_),
    )


def _rows(predicted: Predictions, rows: Flags) -> Predictions:
    return Predictions(
        labels=predicted.labels[rows],
        confidence=predicted.confidence[rows],
        issues=predicted.issues[rows],
        review=predicted.review[rows],
    )
