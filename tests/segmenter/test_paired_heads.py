"""Heads of pages that come again: by a block of equal lines."""

from __future__ import annotations

from annotator.segmenter.lines.lines import read_lines
from annotator.segmenter.lines.paired_heads import mark_heads_again

_HEAD = "LAW ON HIVES\nCHAMBER OF BEES\nSecretariat of Law\nDepartment of Honey\n"
_TEXT = f"{_HEAD}Article 1. A hive has a door.\n{_HEAD}Article 2. It is painted.\n"


def test_the_rest_of_a_head_that_comes_again_is_none_of_the_law() -> None:
    lines = read_lines(_TEXT)
    for line in lines[5:8]:
        line.furniture = True
    mark_heads_again(lines)
    assert [line.text for line in lines[5:] if not line.furniture] == ["Article 2. It is painted."]
    assert not any(line.furniture for line in lines[:5])
