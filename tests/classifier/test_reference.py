"""The shipped graph against what torch said of held-out clauses at its export."""

import msgspec
import numpy as np

from annotator.classifier.encoding import encode
from annotator.schema import LABELS

from .conftest import SHIPPED


def test_the_graph_gives_the_labels_that_torch_gave(classifier):
    reference = (SHIPPED / "reference.jsonl").read_bytes()
    rows = [msgspec.json.decode(line) for line in reference.splitlines()]
    assert len(rows) >= 90
    lines = [encode(row["heading"], row["lead_in"], row["text"]) for row in rows]
    logits = classifier.network(lines).labels
    given = [LABELS[place] for place in logits.argmax(axis=1)]
    agreement = np.mean([label == row["label"] for label, row in zip(given, rows, strict=True)])
    assert agreement >= 0.99
