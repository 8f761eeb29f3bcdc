"""The curves of asking by a light model and at random."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs the extra `rounds`")

from annotator.measuring.learning import Known, curves, table
from annotator.schema import LABELS, Clause, Finding
from tests.rounds.test_light import UNSURE, some


def test_both_begin_as_the_classifier_and_are_tried_on_what_was_held_back():
    seen, said = some(100)
    clauses = [
        Clause(eid="", number="", heading="", path=(), lead_in="", text=line.text, start=0, end=0)
        for line in seen.lines
    ]
    known = Known(
        findings=tuple(
            Finding(clause=one, label="neutral", confidence=0.4, scores=dict(UNSURE))
            for one in clauses
        ),
        labels=tuple((LABELS[place], ()) for place in said.argmax(axis=1)),
        seen=seen,
    )
    asked, random = curves(known, batch=10, batches=2, repeats=3)
    assert [point.labels for point in asked] == [point.labels for point in random] == [0, 10, 20]
    assert np.array_equal(asked[0].right, random[0].right)
    assert asked[-1].right.mean() > asked[0].right.mean() + 0.2
    printed = table(asked, random).splitlines()
    assert len(printed) == 4
    assert printed[1].split()[0] == "0"
