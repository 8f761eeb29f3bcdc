"""What the classifier is measured beside, trained on the same clauses where they train at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from annotator.classifier.broken_words import named
from annotator.classifier.network import Logits
from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import Example
from annotator.training.corpus.gold import Flags, Ints
from annotator.training.fit.bag_of_words import fit_bow, fit_linear
from annotator.training.measure.predictions import Doubles, Predictions

_NEUTRAL = LABELS.index("neutral")
_RESPONSIVE = LABELS.index("responsive")
#: The probability from which a baseline gives an issue: few clauses raise any one of them.
_ISSUE_FROM = 0.3
_MAX_PIECES = 256


def answers(
    train: Sequence[Example], examples: Sequence[Example], encoder: Path | None
) -> dict[str, Predictions]:
    """What each baseline says of ``examples``.

    Args:
        train: the clauses to learn from.
        examples: the clauses to answer for.
        encoder: the folder of the pretrained encoder; the baseline on it is left out if there is
            none.
    """
    found = {
        "majority": _labels_only(majority(examples)),
        "keyword rule": _labels_only(keywords(examples)),
        "TF-IDF": tfidf(train, examples),
    }
    if encoder and (encoder / "config.json").is_file():
        found["frozen encoder"] = frozen(train, examples, encoder)
    return found


def majority(examples: Sequence[Example]) -> Ints:
    """Everything is neutral."""
    return np.full(len(examples), _NEUTRAL, dtype=np.int64)


def keywords(examples: Sequence[Example]) -> Ints:
    """A clause that names gender is responsive, any other neutral."""
    gender = [named(example.words, example.language) == "gender" for example in examples]
    return np.where(gender, _RESPONSIVE, _NEUTRAL).astype(np.int64)


def tfidf(train: Sequence[Example], examples: Sequence[Example]) -> Predictions:
    """Words and pairs of words with logistic regression: the shipped bag of words by itself."""
    return _given(fit_bow(train)([example.line for example in examples]))


def frozen(train: Sequence[Example], examples: Sequence[Example], encoder: Path) -> Predictions:
    """The encoder as it was before training, its mean state, with logistic regression."""
    linear = fit_linear(_embedded(train, encoder), train)
    logits = _embedded(examples, encoder) @ linear.weights + linear.bias
    return _given(Logits(logits[:, : len(LABELS)], logits[:, len(LABELS) :]))


def _embedded(examples: Sequence[Example], encoder: Path) -> npt.NDArray[np.float32]:
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(encoder)
    model = AutoModel.from_pretrained(encoder).eval()
    vectors = []
    with torch.inference_mode():
        for first in range(0, len(examples), 32):
            lines = [example.line.text for example in examples[first : first + 32]]
            pieces = tokenizer(
                lines, padding=True, truncation=True, max_length=_MAX_PIECES, return_tensors="pt"
            )
            states = model(**pieces).last_hidden_state
            mask = pieces["attention_mask"].unsqueeze(-1)
            vectors.append(((states * mask).sum(1) / mask.sum(1)).numpy())
    return np.concatenate(vectors)


def _given(logits: Logits) -> Predictions:
    """The likeliest label, and of flagged clauses the issues that are likely enough."""
    exponentials = np.exp(logits.labels - logits.labels.max(axis=1, keepdims=True))
    probabilities: Doubles = exponentials / exponentials.sum(axis=1, keepdims=True)
    labels: Ints = probabilities.argmax(axis=1)
    raised: Flags = 1 / (1 + np.exp(-logits.issues)) >= _ISSUE_FROM
    return Predictions(
        labels=labels,
        confidence=probabilities.max(axis=1),
        issues=raised & (labels != _NEUTRAL)[:, None],
        review=np.zeros(len(labels), dtype=np.bool_),
        scores=probabilities,
    )


def _labels_only(labels: Ints) -> Predictions:
    """A rule finds no issues, and is as sure of one answer as of another."""
    return Predictions(
        labels=labels,
        confidence=np.ones(len(labels)),
        issues=np.zeros((len(labels), len(ISSUES)), dtype=np.bool_),
        review=np.zeros(len(labels), dtype=np.bool_),
    )
