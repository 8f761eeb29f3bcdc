"""What the classifier is measured beside: the majority, a keyword rule, TF-IDF."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from annotator.classifier.lexicon import naming
from annotator.schema import LABELS
from annotator.training.examples import Example
from annotator.training.predictions import Ints, gold_labels

_NEUTRAL = LABELS.index("neutral")
_RESPONSIVE = LABELS.index("responsive")


def majority(examples: Sequence[Example]) -> Ints:
    """Everything is neutral."""
    return np.full(len(examples), _NEUTRAL, dtype=np.int64)


def keywords(examples: Sequence[Example]) -> Ints:
    """A clause that names gender is responsive, any other neutral."""
    named = [naming(example.words) == "gender" for example in examples]
    return np.where(named, _RESPONSIVE, _NEUTRAL).astype(np.int64)


def tfidf(train: Sequence[Example], examples: Sequence[Example], *, seed: int = 0) -> Ints:
    """Words and pairs of words with logistic regression, trained on the same clauses."""
    model = make_pipeline(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
        LogisticRegression(C=10, class_weight="balanced", max_iter=2000, random_state=seed),
    )
    model.fit([example.line for example in train], gold_labels(train))
    labels: Ints = model.predict([example.line for example in examples]).astype(np.int64)
    return labels
