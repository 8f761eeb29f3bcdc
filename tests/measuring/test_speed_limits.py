"""What the machine multiplies, and what of it the classifier reaches; needs the extra `train`."""

import pytest

pytest.importorskip("onnx", reason="needs the extra `train`")

from annotator.classifier.encoding import ClauseLine
from annotator.measuring.speed_limits import SHAPES, limits, profile
from annotator.pipeline import pipeline_folder
from annotator.training.measure.predictions import component_of

LINES = [
    ClauseLine.of("plain . Search: An officer may search a traveller."),
    ClauseLine.of("plain . Fees: A fee is payable."),
]


def test_every_shape_is_measured_in_both_precisions():
    found = list(limits([1]))
    assert {(one.shape, one.precision) for one in found} == {
        (shape, precision) for shape in SHAPES for precision in ("full", "eight bits")
    }
    assert all(one.speed > 0 for one in found)


@pytest.mark.parametrize("exact", [True, False])
def test_each_step_of_each_layer_is_counted(exact):
    classifier = component_of(pipeline_folder())
    one = profile(classifier, LINES, exact=exact)
    assert list(one.layers) == list(range(12))
    assert sum(one.steps.values()) >= sum(one.layers.values())
    assert ("matrices in eight bits" in one.steps) is not exact
    pieces = sum(len(shares) for (shares,) in classifier.network.states(LINES, ["shares"]))
    assert one.operations == pytest.approx(2e-9 * 1769472 * pieces)
