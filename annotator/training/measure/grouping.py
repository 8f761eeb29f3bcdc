"""Figures of clauses taken by law, by country, or by any other name that each has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from annotator.training.corpus.examples import Example
from annotator.training.corpus.gold import gold_issues, gold_labels
from annotator.training.measure.metrics import Figures, figures
from annotator.training.measure.predictions import Predictions, rows_of

#: Of a law with fewer clauses than this no figures are given; all such laws are taken together.
_ENOUGH_CLAUSES = 20
_OTHER_LAWS = "other laws"


def figures_of(predicted: Predictions, examples: Sequence[Example]) -> Figures:
    """What was said of ``examples``, at least one, against what the annotators decided."""
    groups = [example.group for example in examples]
    return figures(predicted, gold_labels(examples), gold_issues(examples), groups)


def figures_by(
    names: Sequence[str], predicted: Predictions, examples: Sequence[Example]
) -> dict[str, Figures]:
    """Figures of each of ``names``, those with the most clauses first; a name a clause."""
    found = {}
    for name, _ in Counter(names).most_common():
        rows = np.array([each == name for each in names])
        chosen = [example for example, taken in zip(examples, rows, strict=True) if taken]
        found[name] = figures_of(rows_of(predicted, rows), chosen)
    return found


def by_law(predicted: Predictions, examples: Sequence[Example]) -> dict[str, Figures]:
    """Figures of each law, those with few clauses taken together."""
    sizes = Counter(example.law for example in examples)
    names = [
        example.law if sizes[example.law] >= _ENOUGH_CLAUSES else _OTHER_LAWS
        for example in examples
    ]
    return figures_by(names, predicted, examples)
