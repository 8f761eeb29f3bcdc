"""The light model: it begins as the classifier, and goes where the members go."""

from __future__ import annotations

import io

import numpy as np
import pytest

pytest.importorskip("sklearn", reason="needs the extra `rounds`")

from annotator.classifier.encoding import ClauseLine
from annotator.rounds.light import Lessons, LightModel, SeenClauses, fit
from annotator.schema import LABELS

BLIND, NEUTRAL = LABELS.index("blind"), LABELS.index("neutral")
UNSURE = {"blind": 0.4, "neutral": 0.4, "responsive": 0.1, "regressive": 0.1}


def some(count: int, seed: int = 0, prior=UNSURE) -> tuple[SeenClauses, np.ndarray]:
    """Clauses on fees, which are neutral, and on searches, which are blind."""
    dice = np.random.default_rng(seed)
    kinds = np.arange(count) % 2
    texts = (
        "A fee of {} is payable for a permit.",
        "An officer may search any person at post {}.",
    )
    lines = tuple(
        ClauseLine.of(texts[kind].format(number)) for number, kind in enumerate(kinds.tolist())
    )
    states = dice.normal(size=(count, 8)) + 2 * np.outer(kinds, np.eye(8)[0])
    priors = np.tile([prior[label] for label in LABELS], (count, 1))
    said = np.eye(len(LABELS))[np.where(kinds == 1, BLIND, NEUTRAL)]
    return SeenClauses(lines, states.astype(np.float32), priors), said


def test_it_learns_what_the_classifier_leaves_open():
    clauses, said = some(40)
    model = fit(clauses, said)
    others, gold = some(30, seed=5)
    assert (model(others).argmax(axis=1) == gold.argmax(axis=1)).all()
    assert np.allclose(model(others).sum(axis=1), 1)


def test_where_members_say_what_the_classifier_thinks_nothing_changes():
    clauses, _ = some(
        40, prior={"blind": 0.3, "neutral": 0.5, "responsive": 0.1, "regressive": 0.1}
    )
    thought = fit(clauses, clauses.prior)(clauses)
    assert np.abs(thought - clauses.prior).max() < 0.01


def test_votes_that_differ_leave_it_between_them():
    clauses, said = some(60)
    said[:, [BLIND, NEUTRAL]] = 0.5
    thought = fit(clauses, said)(clauses)
    assert np.abs(thought[:, [BLIND, NEUTRAL]] - 0.5).max() < 0.1


def test_a_part_left_out_teaches_nothing():
    clauses, said = some(40)
    lessons = Lessons(clauses, said)
    rows = np.arange(20)
    alone = fit(clauses.take(rows), said[rows])
    assert np.allclose(lessons.learnt(rows)(clauses), alone(clauses), atol=1e-3)


@pytest.mark.parametrize("count", [40, 2])
def test_it_is_kept_and_read_without_pickling(count):
    clauses, said = some(count)
    model = fit(clauses, said)
    data = model.to_bytes()
    with np.load(io.BytesIO(data), allow_pickle=False) as parts:
        assert all(part.dtype != object for part in parts.values())
    assert np.allclose(LightModel.from_bytes(data)(clauses), model(clauses), atol=1e-2)
