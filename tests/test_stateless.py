"""What a config describes in full: nothing is kept beside it, and what is asked is answered."""

import pickle
from pathlib import Path

import pytest
import spacy

from annotator.proposer import AmendmentProposer
from annotator.segmenter import ClauseSegmenter
from annotator.tokenizer import LegalTokenizer

PARTS = [
    LegalTokenizer(spacy.blank("en").vocab),
    ClauseSegmenter(spans_key="mine"),
    AmendmentProposer(spans_key="mine"),
]


@pytest.mark.parametrize("part", PARTS, ids=lambda part: type(part).__name__)
@pytest.mark.parametrize("exclude", [[], ["vocab"]])
def test_a_part_is_restored_from_what_it_gives(part, exclude: list[str], tmp_path: Path) -> None:
    settings = dict(vars(part))
    part.to_disk(tmp_path / "part", exclude=exclude)
    assert part.from_disk(tmp_path / "part", exclude=exclude) is part
    assert part.from_bytes(part.to_bytes(exclude=exclude), exclude=exclude) is part
    assert vars(part) == settings


@pytest.mark.parametrize("part", PARTS[1:], ids=lambda part: type(part).__name__)
def test_a_component_is_pickled_with_its_settings(part) -> None:
    again = pickle.loads(pickle.dumps(part))
    assert (again.name, again.spans_key) == (part.name, "mine")
