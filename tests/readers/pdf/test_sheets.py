"""Sections that stand beside one another: in columns of one grid, on two pages of one sheet."""

from __future__ import annotations

import pytest

from tests.readers.laws import texts
from tests.readers.sheets import Sheet
from tests.readers.test_pdf import DETAIN, RECORD, SEARCH, law, numbers


def sheet(first: int, pages: tuple[int, int]) -> Sheet:
    """Two pages side by side, each with a head, a number, and four sections on the same lines."""
    made, number = Sheet(width=842, height=595), first
    for x, page in zip((50, 471), pages, strict=True):
        made.at(x + 100, 30, "Ports Act 2019", size=8)
        made.at(x + 160, 570, str(page), size=8)
        y = 60.0
        for _ in range(4):
            words = f"{number}. {SEARCH if number % 2 else DETAIN} {RECORD}"
            y = made.flow(x, y, words, columns=64, size=8, step=10) + 8
            number += 1
    return made


def test_two_pages_on_a_sheet_are_read_one_after_the_other() -> None:
    source = law(*(sheet(8 * n + 1, (2 * n + 1, 2 * n + 2)) for n in range(3)))
    assert numbers(source) == [str(n) for n in range(1, 25)]
    assert "Ports Act 2019" not in source.text
    assert "\n1\n" not in source.text


LONG = "It is in force on the day of a notice by the Minister that is given in the Gazette."


@pytest.mark.parametrize("words", ["It is in force.", LONG])
def test_a_first_page_of_two_short_sections_side_by_side(words: str) -> None:
    made = Sheet()
    made.at(220, 50, "THE PORTS ACT, 2019")
    made.flow(50, 100, f"1. This Act is the Ports Act. {words}", columns=40, size=8, step=10)
    made.flow(340, 100, f"2. {words}", columns=40, size=8, step=10)
    other, y = Sheet(), 80.0
    for n in range(3, 7):
        y = other.flow(50, y, f"{n}. {SEARCH}", columns=80, size=8, step=10) + 8
    source = law(made, other)
    assert numbers(source) == [str(n) for n in range(1, 7)]
    assert texts(source)["2"].split() == words.split()


def test_rows_of_a_table_whose_cells_are_numbered_are_read_across() -> None:
    made, y = Sheet(), 80.0
    for n in range(1, 9, 2):
        made.at(50, y, f"{n}. A visa for a single journey")
        made.at(340, y, f"{n + 1}. A visa for several journeys")
        y += 12
    said = law(made).text
    assert said.index("1. A visa") < said.index("2. A visa") < said.index("3. A visa")
