"""Numbers of lines that go on from page to page, on a last page that bears only one."""

from __future__ import annotations

import pytest

from annotator.readers import read
from annotator.source import Source
from tests.readers.laws import texts
from tests.readers.sheets import Sheet, pdf

WORDS = "An officer of the harbour may ask a person who crosses it for the permit."
LAST = "The master of a boat must keep a log of it, and show it to an officer who asks for it."


def numbered(last: Sheet) -> Source:
    page = Sheet()
    for at in range(40):
        page.at(90, 80 + 14 * at, f"{at // 2 + 1}. {WORDS[:45]}" if at % 2 == 0 else WORDS[45:])
        if at % 5 == 4:
            page.at(60, 80 + 14 * at, f"{at + 1:2}")
    return read(pdf([page, last]), name="law.pdf")


@pytest.mark.parametrize("number", ["45", " 5"])
def test_the_only_number_of_a_last_page_is_none_of_its_words(number: str) -> None:
    last = Sheet().at(60, 94, number)
    last.flow(90, 80, f"21. {LAST}", columns=45, step=14)
    assert texts(numbered(last))["21"] == LAST


@pytest.mark.parametrize(("x", "number"), [(60, "63"), (72, "45")])
def test_a_number_of_another_row_or_place_stays(x: int, number: str) -> None:
    last = Sheet().at(x, 94, number)
    last.flow(90, 80, f"21. {LAST}", columns=45, step=14)
    assert f" {number} " in texts(numbered(last))["21"]
