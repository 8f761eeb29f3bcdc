"""Fitting the bag of words, and any other linear model of labels and issues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from annotator.classifier.bag_of_words import BagOfWords, terms_of
from annotator.classifier.network import Floats
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import Example
from annotator.training.corpus.gold import gold_issues, gold_labels

#: Inverse strengths of regularisation, of labels and of issues; the rarer a class, the more
#: its clauses weigh.
_STRENGTHS = (10.0, 20.0)
#: A term that stands in one clause only says more about that clause than about any label.
_LEAST_CLAUSES = 2
_NEUTRAL = LABELS.index("neutral")
_NEVER = -10.0


class Linear(NamedTuple):
    """Weights (a row a feature, a column a label and then an issue), and the bias of each."""

    weights: Floats
    bias: Floats


def fit_bow(train: Sequence[Example]) -> BagOfWords:
    """Learn from ``train`` which words speak for which label and issue."""
    words = TfidfVectorizer(analyzer=terms_of, min_df=_LEAST_CLAUSES, sublinear_tf=True)
    linear = fit_linear(words.fit_transform([example.line for example in train]), train)
    return BagOfWords(words.get_feature_names_out().tolist(), words.idf_, *linear)


def fit_linear(vectors: Any, train: Sequence[Example]) -> Linear:
    """Logistic regression for the labels, and on flagged clauses one for each issue.

    Args:
        vectors: a row an example, dense or sparse.
        train: the examples, of two labels or more.
    """
    return fit_regressions(vectors, gold_labels(train), gold_issues(train))


def fit_regressions(
    vectors: Any, labels: Any, raised: Any, strengths: tuple[float, float] = _STRENGTHS
) -> Linear:
    """The same for labels by their place in ``LABELS``, and a column of flags an issue.

    ``strengths`` are the inverse strengths of regularisation, for labels and for issues.
    """
    of_labels = _labels(vectors, labels, strengths[0])
    flagged = np.flatnonzero(labels != _NEUTRAL)
    issues = [
        _issue(vectors[flagged], raised[flagged, place], strengths[1])
        for place in range(len(ISSUES))
    ]
    return Linear(
        weights=np.column_stack([of_labels.weights, *(weights for weights, _ in issues)]),
        bias=np.concatenate([of_labels.bias, [bias for _, bias in issues]]),
    )


def _labels(vectors: Any, labels: Any, strength: float) -> Linear:
    """Weights and biases of the labels; one that no example has is never the likeliest."""
    fitted = _regression(strength).fit(vectors, labels)
    weights = np.zeros((vectors.shape[1], len(LABELS)))
    bias = np.full(len(LABELS), _NEVER)
    bias[fitted.classes_] = 0
    # Of two classes scikit-learn gives the second against the first alone.
    given = fitted.classes_[-len(fitted.coef_) :]
    weights[:, given], bias[given] = fitted.coef_.T, fitted.intercept_
    return Linear(weights, bias)


def _issue(vectors: Any, raised: Any, strength: float) -> tuple[Floats, float]:
    """Weights and bias of one issue; where no clause raises it, or each does, the bias alone."""
    if raised.all() or not raised.any():
        return np.zeros(vectors.shape[1]), -_NEVER if raised.all() else _NEVER
    fitted = _regression(strength).fit(vectors, raised)
    return fitted.coef_[0], float(fitted.intercept_[0])


def _regression(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, class_weight="balanced", max_iter=2000)
