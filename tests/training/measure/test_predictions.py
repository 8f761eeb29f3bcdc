"""What a pipeline on disk says of labelled clauses."""

from pathlib import Path

import pytest

from annotator.errors import ModelError
from annotator.training.measure.predictions import component_of


def test_a_pipeline_that_is_not_whole_is_not_measured(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is incomplete"):
        component_of(tmp_path)
