"""Notes beside the text that are so near, and so small, that they look like marks within it."""

from __future__ import annotations

import textwrap

from annotator.readers import read
from tests.readers.sheets import Sheet, pdf

RULE = "An officer of the harbour may ask each person who crosses it for the permit at any time."


def test_a_short_word_of_a_note_beside_a_line_is_no_mark_within_it() -> None:
    sheet, y = Sheet(), 80.0
    for number, title in enumerate(("List kept in harbours", "Fees due to the crown"), 1):
        note = title.split(" ", 1)
        columns = len(textwrap.wrap(f"{number}. {RULE}", 60)[0])
        x = 77.5 + 6 * columns
        sheet.at(x, y - 2.5, note[0], size=7).at(x, y + 5.5, note[1], size=7)
        y = sheet.flow(72, y, f"{number}. {RULE} {RULE}", columns=columns) + 10
    text = read(pdf([sheet]), name="law.pdf").text
    assert f"List kept in harbours\n1. {RULE} {RULE}\n" in text
    assert f"Fees due to the crown\n2. {RULE} {RULE}\n" in text


def test_a_mark_makes_a_line_no_smaller() -> None:
    sheet = Sheet()
    y = sheet.flow(72, 80, f"1. {RULE} The permit is that of the", columns=60)
    sheet.at(72, y, "crown.").at(108, y - 4, "1", size=6)
    sheet.at(72, y + 30, f"2. {RULE[:50]}")
    text = read(pdf([sheet]), name="law.pdf").text
    assert text.startswith(f"1. {RULE} The permit is that of the crown.\n")
