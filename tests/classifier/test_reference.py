"""The shipped graph against what torch said of held-out clauses at its export."""

import msgspec
import numpy as np

from annotator.classifier.encoding import encode
from annotator.schema import LABELS

from .conftest import SHIPPED

#: Of labels whose probabilities are no further apart, eight bits may take either.
TIE = 0.05


def test_the_graph_gives_the_labels_that_torch_gave(classifier):
    reference = (SHIPPED / "reference.jsonl").read_bytes()
    rows = [msgspec.json.decode(line) for line in reference.splitlines()]
    assert len(rows) >= 90
    lines = [encode(row["heading"], row["lead_in"], row["text"]) for row in rows]
    logits = classifier.network(lines).labels
    given = [LABELS[place] for place in logits.argmax(axis=1)]
    agrees = [label == row["label"] for label, row in zip(given, rows, strict=True)]
    assert np.mean(agrees) >= 0.98
    sure = [same for same, row in zip(agrees, rows, strict=True) if margin(row["scores"]) > TIE]
    assert len(sure) >= 0.9 * len(rows)
    assert np.mean(sure) >= 0.99


def margin(scores):
    """By how much the likeliest label is likelier than the next."""
    second, first = sorted(scores.values())[-2:]
    return first - second
