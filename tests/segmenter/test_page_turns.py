"""What stands within a sentence and is law, though it is set as the edges of pages are."""

from __future__ import annotations

import pytest

from annotator.lang import language
from annotator.segmenter.lines.lines import read_lines


@pytest.mark.parametrize(
    "row",
    [
        "the Roads and\nRivers Act          Cap. 66\nof the laws.",
        "the Roads and\nRivers Act          No. 66 of 1990\n\n    5\n\nand of rule 4.",
        "the Roads and\n\n    5\n\nRivers Act, 2011          No. 66 of 1990\nand of rule 4.",
        "the rules for\nInns with a Yard          50\nInns with a Well        60\nand all others.",
        "Part II of\nGazette Notice No. 5 of 1990, and of\nrule 4.",
        "rules on\n----------\n1 Dogs        5\n2 Cats         6\n\n    7\nand others.",
        "the rules.\n__________\n(1) Every inn shall have a lamp.\n\n(2) The guest rests.",
        "the Act.\n__________\n1 The keeper1 keeps a lamp.\n\n2A The guest rests.",
        "the Act.\n__________\n1. The keeper keeps a lamp.\n\n2. The guest rests.",
    ],
)
def test_what_is_law_is_no_edge_of_a_page(row: str) -> None:
    lines = read_lines(f"1. A warden acts under {row}\n", language("en").structure)
    assert not [line.text for line in lines if line.furniture and line.text != "5"]
