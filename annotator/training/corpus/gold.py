"""What the annotators gave, as arrays: a row a clause."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import Example

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


def gold_labels(examples: Sequence[Example]) -> Ints:
    """The places in ``LABELS`` of the annotators' labels."""
    return np.array([LABELS.index(example.label) for example in examples], dtype=np.int64)


def gold_issues(examples: Sequence[Example]) -> Flags:
    """A row a clause, a column an issue: whether the annotators gave it."""
    rows = [[issue in example.issues for issue in ISSUES] for example in examples]
    return np.array(rows, dtype=np.bool_).reshape(len(examples), len(ISSUES))
