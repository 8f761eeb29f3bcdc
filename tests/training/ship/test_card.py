"""The card that ships beside the figures that ship; needs the extra `train`."""

import json

import msgspec
import pytest

pytest.importorskip("sklearn", reason="needs the extra `train`")

from annotator.pipeline import pipeline_folder
from annotator.training.measure.evaluate import Evaluation
from annotator.training.measure.rows import shown


@pytest.mark.parametrize("split", ["test", "dev"])
def test_the_card_that_ships_shows_the_figures_that_ship(split):
    folder = pipeline_folder()
    path = folder / f"figures-{split}.json"
    if not path.is_file() or "real" not in json.loads(path.read_bytes()):
        pytest.skip("the pipeline was released before figures were of left-out countries")
    evaluation = msgspec.json.decode(path.read_bytes(), type=Evaluation)
    card = (folder / "README.md").read_text(encoding="utf-8")
    assert f"## Figures on {split}: countries never seen" in card
    assert f"| blind: F1 | {shown(evaluation.real.labels['blind'].f1)} |" in card
