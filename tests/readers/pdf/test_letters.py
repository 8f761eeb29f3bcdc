"""Words whose letters stand in the file with blanks among them, and are printed without."""

from __future__ import annotations

import pytest

from annotator.readers import read
from tests.readers.sheets import Sheet, pdf

RULE = "2. The officer shall record the search, and give the person a copy of the record."


def told(sheet: Sheet) -> str:
    sheet.at(72, 300, RULE)
    return read(pdf([sheet]), name="law.pdf").text.partition("\n")[0]


def test_a_blank_under_a_ligature_is_none() -> None:
    # The font "L" prints f and i for the letter f.
    sheet = Sheet()
    sheet.said.append(
        b"BT /L 10 Tf 1 0 0 1 72 762 Tm [(1. A qualif) 300 ( ) 300 (cation counts.)] TJ ET"
    )
    assert told(sheet) == "1. A qualification counts."


def test_a_blank_behind_a_ligature_is_one() -> None:
    sheet = Sheet().at(72, 80, "1. A sherif may search a person.", font="L")
    assert told(sheet) == "1. A sherifi may search a person."


def test_a_ligature_is_as_wide_as_it_is_drawn() -> None:
    sheet = Sheet().at(72, 80, "1. An of", font="T").at(105.2, 80, "f", font="N")
    sheet.at(110.8, 80, "cer may not be", font="T").at(176, 80, "f", font="N")
    assert told(sheet.at(181.6, 80, "ned.", font="T")) == "1. An officer may not be fined."


def test_what_overhangs_is_a_word_of_its_own() -> None:
    sheet = Sheet().at(72, 80, "1. The name of A is kept.", font="I")
    assert told(sheet) == "1. The name of A is kept."


@pytest.mark.parametrize("word", ["ACT", "BILL"])
def test_a_line_of_letters_set_apart_is_a_word(word: str) -> None:
    sheet = Sheet()
    for n, letter in enumerate(word):
        sheet.at(200 + 14 * n, 80, letter)
    assert told(sheet) == word


def test_letters_among_words_are_letters() -> None:
    assert told(Sheet().at(72, 80, "1. A B C form is one for a visa.")).startswith("1. A B C form")
