"""What the exported classifier says of labelled clauses, as arrays and as the drafter sees it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from annotator.classifier import ClauseClassifier
from annotator.classifier.broken_words import named
from annotator.classifier.calibration import (
    Calibration,
    issue_scores,
    label_scores,
    labels_given,
)
from annotator.classifier.network import Logits
from annotator.errors import ModelError
from annotator.schema import FLAGGED, ISSUES, LABELS, Struct
from annotator.training.corpus.examples import Example
from annotator.training.corpus.gold import Flags, Ints

Doubles = npt.NDArray[np.float64]


class Predictions(Struct, frozen=True):
    """One row a clause: the label's place in ``LABELS``, its confidence, and the issues raised.

    ``scores`` has a column a label: the probabilities; None of rules and people, who give none.
    """

    labels: Ints
    confidence: Doubles
    issues: Flags
    review: Flags
    scores: Doubles | None = None


def component_of(pipeline: Path, *, exact: bool = False) -> ClauseClassifier:
    """The ``clause_classifier`` of a pipeline on disk.

    Args:
        pipeline: its folder.
        exact: in full precision, and with no clause kept from the network.

    Raises:
        ModelError: the folder holds no whole classifier.
    """
    return ClauseClassifier(exact=exact).from_disk(pipeline / "clause_classifier")


def answers(classifier: ClauseClassifier, examples: Sequence[Example]) -> Predictions:
    """What a classifier reports of ``examples``."""
    logits = logits_of(classifier, examples)
    return predict(logits, examples, classifier.settings.calibration)


def logits_of(classifier: ClauseClassifier, examples: Sequence[Example]) -> Logits:
    """What ``classifier`` says of ``examples`` before calibration: a row an example.

    Raises:
        ModelError: it is not trained.
    """
    return classifier.read([example.line for example in examples], plain=plain(examples))[0]


def plain(examples: Sequence[Example]) -> Flags:
    """Which of the clauses name neither a sex nor a role that one sex may be singled out by."""
    return np.array([named(one.words, one.language) == "plain" for one in examples], dtype=np.bool_)


def opinions(classifier: ClauseClassifier, examples: Sequence[Example]) -> tuple[Logits, Logits]:
    """What its network and its bag of words say of ``examples``, each by itself.

    Raises:
        ModelError: it lacks one of the two.
    """
    if classifier.network is None or classifier.bow is None:
        raise ModelError("The classifier is not trained; run `make train` and `make export`.")
    lines = [example.line for example in examples]
    return classifier.network(lines), classifier.bow(lines)


def label_probabilities(
    logits: Logits, examples: Sequence[Example], calibration: Calibration
) -> Doubles:
    """Calibrated probabilities, a row a clause, a column a label."""
    rows = [
        list(label_scores(row, example.words, calibration, example.language).values())
        for row, example in zip(logits.labels, examples, strict=True)
    ]
    return np.array(rows, dtype=np.float64).reshape(len(rows), len(LABELS))


def predict(logits: Logits, examples: Sequence[Example], calibration: Calibration) -> Predictions:
    """What the program would report of ``examples``."""
    probabilities = label_probabilities(logits, examples, calibration)
    given = labels_given(probabilities, calibration)
    labels = np.array([LABELS.index(label) for label in given], dtype=np.int64)
    confidence = probabilities[np.arange(len(labels)), labels]
    flagged = np.isin(labels, [LABELS.index(name) for name in FLAGGED])
    issues = np.zeros((len(examples), len(ISSUES)), dtype=np.bool_)
    for row in np.flatnonzero(flagged):
        for raised in issue_scores(logits.issues[row], calibration):
            issues[row, ISSUES.index(raised.issue)] = True
    review = flagged & (confidence < calibration.review_below)
    return Predictions(
        labels=labels,
        confidence=confidence,
        issues=issues,
        review=review,
        scores=probabilities,
    )


def rows_of(predicted: Predictions, rows: Flags) -> Predictions:
    """What was said of the clauses at ``rows`` alone."""
    scores = predicted.scores
    return Predictions(
        labels=predicted.labels[rows],
        confidence=predicted.confidence[rows],
        issues=predicted.issues[rows],
        review=predicted.review[rows],
        scores=None if scores is None else scores[rows],
    )
