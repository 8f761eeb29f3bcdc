"""Words that a line runs through are struck out of the law; those above a line are not."""

from __future__ import annotations

import pytest

from annotator.readers import read
from annotator.source import Source
from tests.readers.laws import texts
from tests.readers.sheets import Sheet, pdf

FIRST = "1. An officer may hold a boat for thirty ninety days."


def law(sheet: Sheet) -> Source:
    return read(pdf([sheet]), name="law.pdf")


def sheet() -> Sheet:
    page = Sheet().at(72, 80, FIRST).at(72, 104, "2. The master of a boat must keep a log of it.")
    return page.at(72, 128, "3. No boat may leave by night.")


def place(word: str) -> tuple[float, float]:
    """Where a word of the first section begins and ends."""
    at = FIRST.index(word)
    return 72 + 6 * at, 72 + 6 * (at + len(word))


@pytest.mark.parametrize("above", [2.5, 3.4, 4.5])
def test_a_struck_word_is_left_out_and_told(above: float) -> None:
    left, right = place("thirty")
    source = law(sheet().rule(left, 80 - above, right, 80 - above))
    assert texts(source)["1"] == "An officer may hold a boat for ninety days."
    assert source.notes == (
        "law.pdf has words that are struck out on page 1 (“thirty”): they are left out.",
    )


@pytest.mark.parametrize("below", [-0.5, 1, 2, 3])
def test_an_underlined_word_stays(below: float) -> None:
    left, right = place("thirty")
    source = law(sheet().rule(left, 80 + below, right, 80 + below))
    assert "thirty ninety" in texts(source)["1"]
    assert not source.notes


def test_a_struck_section_is_none() -> None:
    source = law(sheet().rule(71, 101, 400, 101))
    assert list(texts(source)) == ["1", "3"]
    assert "(“2. The master of a boat must keep a log of it.”)" in source.notes[0]


def test_a_line_through_a_part_of_a_word_strikes_none() -> None:
    left, right = place("thirty")
    source = law(sheet().rule(left, 77, (left + right) / 2, 77))
    assert "thirty ninety" in texts(source)["1"]
