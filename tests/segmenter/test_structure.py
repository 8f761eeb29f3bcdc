"""Real laws against the structure that their publisher's XML gives them."""

from pathlib import Path

import pytest

from annotator.training.segmentation import evaluate_folder

STRUCTURE = Path(__file__).parents[3] / "shared" / "structure"


@pytest.mark.skipif(not STRUCTURE.is_dir(), reason="the real laws are not on this machine")
def test_real_laws_are_segmented_as_their_publisher_did() -> None:
    scores = evaluate_folder(STRUCTURE)
    assert len(scores) == 6
    for score in scores:
        goal = 0.97 if score.name.endswith("wrapped") else 0.99
        assert score.provisions[2] >= goal, score
        assert score.clauses[2] >= goal, score
