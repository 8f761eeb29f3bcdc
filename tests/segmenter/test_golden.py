"""Kinds of law as the world prints them, in tables that a lawyer can read.

``golden/*.txt`` hold the rows, a file a kind of fault. A row begins with ``=== `` and what it
shows; then stands the text, and under ``--- cut`` every clause that must come out, in order:
``number | heading | first words``. A lead-in's number stands in brackets. Sections of the row that
may follow: ``--- set aside`` (what must be no part of any clause, by its first words, and no
heading either), ``--- headings`` (every line of headings, in order), ``--- warned`` (a word of each
warning that the reader must get). In texts, ``<FF>`` is a form feed and ``<TAB>`` a tab.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.measuring.prints import Print, read_prints
from annotator.schema import Clause
from annotator.segmenter import segment

_GOLDEN = Path(__file__).parent / "golden"


def _rows() -> Iterator[object]:
    for path in sorted(_GOLDEN.glob("*.txt")):
        for row in read_prints(path):
            yield pytest.param(row, id=f"{path.stem}: {row.title}")


def _as_expected(clause: Clause, expected: str) -> str:
    """The clause as a row's line has it, with as many first words as that line."""
    number = f"[{clause.number}]" if clause.kind == "lead_in" else clause.number
    words = expected.split(" | ")[-1].split()
    first = " ".join(clause.text.split()[: len(words)] if words else clause.text.split())
    return f"{number} | {clause.heading} | {first}"


@pytest.mark.parametrize("row", _rows())
def test_a_row_is_cut_as_it_says(row: Print) -> None:
    found = segment(row.text)
    expected = [" | ".join(p.strip() for p in line.split(" | ")) for line in row.expected["cut"]]
    padded = expected + [""] * (len(found.clauses) - len(expected))
    assert [
        _as_expected(c, line) for c, line in zip(found.clauses, padded, strict=False)
    ] == expected
    held = [found.provisions, *(one.items for p in found.provisions for one in p.walk())]
    for earlier, later in itertools.chain.from_iterable(map(itertools.pairwise, held)):
        assert earlier.end <= later.start  # nothing is in the tree twice
    in_clauses = "\n".join(clause.text for clause in found.clauses)
    in_headings = [line.text for line in found.lines if line.heading]
    for words in row.expected.get("set aside", []):
        assert words in row.text
        assert words not in in_clauses
        assert not any(words in heading for heading in in_headings)
    if "headings" in row.expected:
        assert in_headings == row.expected["headings"]
    said = [warning.what for warning in found.warnings]
    assert len(said) == len(row.expected.get("warned", []))
    for word, warning in zip(row.expected.get("warned", []), said, strict=True):
        assert word in warning
