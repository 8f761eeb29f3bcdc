"""A last page of few lines is parted into columns as the pages before it are."""

from __future__ import annotations

import pytest

from annotator.readers import read
from annotator.source import Source
from tests.readers.laws import texts
from tests.readers.sheets import Sheet, pdf

ENGLISH = (
    "An officer of the harbour may ask a person who crosses it for the permit, and shall give it "
    "back at once. A person who has no permit may be turned back, but not by night."
)
FRENCH = (
    "Un agent du port peut demander le permis à la personne qui le traverse, et le lui rend sans "
    "délai. La personne qui n’a pas de permis peut être refoulée, mais pas pendant la nuit."
)
LEFT, RIGHT = 60.0, 310.0
#: So many letters has a line of a column.
WIDE = 38


def page(first: int, last: int, sides: tuple[str, str]) -> Sheet:
    sheet = Sheet().at(240, 40, "Gazette of Lern", size=8)
    y = 80.0
    for number in range(first, last + 1):
        ends = [
            sheet.flow(x, y, f"{number}. {words}", columns=WIDE)
            for x, words in zip((LEFT, RIGHT), sides, strict=True)
        ]
        y = max(ends) + 6
    return sheet


def short(number: int, sides: tuple[str, str]) -> Sheet:
    sheet = Sheet().at(240, 40, "Gazette of Lern", size=8)
    for x, words in zip((LEFT, RIGHT), sides, strict=True):
        told = f"{number}. {' '.join(words.split()[:14])}."
        sheet.flow(x, 80, told, columns=WIDE)
    return sheet


def law(sides: tuple[str, str]) -> Source:
    return read(pdf([page(1, 6, sides), short(7, sides)]), name="law.pdf")


@pytest.mark.parametrize("sides", [(ENGLISH, FRENCH), (FRENCH, ENGLISH)])
def test_the_other_language_of_a_short_page_is_set_aside(sides: tuple[str, str]) -> None:
    source = law(sides)
    assert list(texts(source)) == [str(n) for n in range(1, 8)]
    assert texts(source)["7"] == f"{' '.join(ENGLISH.split()[:14])}."
    assert "law.pdf is in French on pages 1, 2: that is set aside." in source.notes


def test_a_page_without_the_white_between_columns_is_read_line_by_line() -> None:
    last = Sheet().at(240, 40, "Gazette of Lern", size=8)
    last.flow(LEFT, 80, f"7. {ENGLISH}", columns=76)
    source = read(pdf([page(1, 6, (FRENCH, ENGLISH)), last]), name="law.pdf")
    assert texts(source)["7"] == ENGLISH
