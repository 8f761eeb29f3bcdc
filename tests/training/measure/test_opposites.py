"""Pairs of opposites: a pair counts where both labels are right."""

import numpy as np

from annotator.schema import ISSUES, LABELS
from annotator.training.corpus.examples import Example
from annotator.training.measure.opposites import measure_opposites
from annotator.training.measure.predictions import Predictions


def side(label):
    return Example(text="A clause.", label=label, tradition="treaty-compact")


def saying(*labels):
    def answer(sides):
        assert len(sides) == len(labels)
        return Predictions(
            labels=np.array([LABELS.index(label) for label in labels]),
            confidence=np.ones(len(labels)),
            issues=np.zeros((len(labels), len(ISSUES)), dtype=bool),
            review=np.zeros(len(labels), dtype=bool),
        )

    return answer


def right(kinds):
    return {name: (one.pairs, one.both.value) for name, one in kinds.items()}


def test_a_pair_counts_where_both_labels_are_right():
    pairs = [
        ("negation", side("responsive"), side("regressive")),
        ("negation", side("regressive"), side("responsive")),
        ("negation", side("blind"), side("neutral")),
        ("a door", side("blind"), side("neutral")),
        ("a wagon", side("blind"), side("neutral")),
    ]
    found = measure_opposites(
        pairs,
        saying(
            *("responsive", "regressive", "responsive", "responsive"),
            *("blind", "neutral", "neutral", "blind", "blind", "neutral"),
        ),
    )
    assert found is not None
    assert (found.all.pairs, found.all.both.value) == (5, 0.6)
    assert found.alike == 0.2
    assert right(found.labels) == {
        "blind / neutral": (3, 0.6667),
        "regressive / responsive": (2, 0.5),
    }
    assert right(found.differences) == {"negation": (3, 0.6667), "other differences": (2, 0.5)}


def test_without_pairs_there_is_nothing_to_say():
    assert measure_opposites([], saying()) is None
