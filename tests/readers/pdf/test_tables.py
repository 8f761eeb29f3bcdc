"""Tables whose cells take several lines: each row of one is read together, cell after cell."""

from __future__ import annotations

import pytest

from annotator.readers import read
from annotator.source import Source
from tests.readers.sheets import Sheet, pdf

NOTE = "law.pdf has tables on page 1 whose cells take several lines: each row is read as one line."
FEES = (
    ("1.", "Permit of a person who lives near the harbour and goes to work there", "12 crowns"),
    ("2.", "Copy of a permit", "5 crowns for each month of the year in which it was given"),
    ("3.", "Entry in the register of vessels that carry goods and no passengers", "1 crown"),
    ("4.", "Search of the register by a person whom the register does not name", "2 crowns"),
)
ROWS = ["\n{0} {1} | {2}\n", "\n{0} | {1} | {2}\n"]


def law(*sheets: Sheet) -> Source:
    return read(pdf(sheets), name="law.pdf")


def table(*, ruled: bool, apart: int, gap: int = 30, sheet: Sheet | None = None) -> Sheet:
    sheet = sheet or Sheet()
    y = sheet.flow(72, 80, "1. The fees are those of the table, which is a part of this Act.") + 20
    tops = [y - 12]
    for number, matter, fee in FEES:
        sheet.at(72, y, number)
        ends = (
            sheet.flow(100, y, matter, columns=32),
            sheet.flow(292 + gap, y, fee, columns=20),
        )
        y = max(ends) + apart
        tops.append(y - 10 - apart / 2)
    if ruled:
        for top in tops:
            sheet.rule(66, top, 480, top)
        for x in (66, 95, 290 + gap / 2, 480):
            sheet.rule(x, tops[0], x, tops[-1])
    return sheet


@pytest.mark.parametrize("gap", [4, 30])
def test_rules_part_the_cells_of_a_table(gap: int) -> None:
    source = law(table(ruled=True, apart=2, gap=gap))
    for row in FEES:
        assert ROWS[1].format(*row) in source.text
    assert NOTE in source.notes


def test_white_lines_part_the_rows_of_a_table() -> None:
    source = law(table(ruled=False, apart=8))
    for row in FEES:
        assert ROWS[0].format(*row) in source.text
    assert NOTE in source.notes


def test_rules_on_a_page_that_is_turned() -> None:
    sheet = Sheet(turned=90, width=842, height=842)
    sheet.said.append(b"q 0 1 -1 0 842 0 cm")
    source = law(table(ruled=True, apart=2, sheet=sheet))
    assert ROWS[1].format(*FEES[0]) in source.text


def test_a_frame_around_a_law_is_no_table() -> None:
    sheet = Sheet()
    y = 80.0
    for number, matter, _ in FEES:
        y = sheet.flow(72, y, f"{number} {matter}, and any other person of that kind.") + 8
    for x0, y0, x1, y1 in ((60, 60, 500, 60), (60, y, 500, y), (60, 60, 60, y), (500, 60, 500, y)):
        sheet.rule(x0, y0, x1, y1)
    text = law(sheet).text
    assert "|" not in text
    assert "\n2. Copy of a permit, and any other person of that kind.\n" in text


def test_columns_in_two_languages_are_no_table() -> None:
    sheet = Sheet()
    y = 80.0
    for number in range(1, 6):
        english = f"{number}. A person who enters the harbour shall show the permit to the officer."
        french = f"{number}. Toute personne qui entre dans le port présente le permis à l’agent."
        y = max(
            sheet.flow(72, y, english, columns=30), sheet.flow(300, y, french, columns=30)
        )  # fmt: skip
        sheet.rule(66, y, 500, y)
        y += 14
    sheet.rule(66, 60, 500, 60)
    for x in (66, 280, 500):
        sheet.rule(x, 60, x, y - 14)
    text = law(sheet).text
    assert "|" not in text
    assert text.index("5. A person") < text.index("1. Toute personne")


def test_a_law_in_two_columns_is_no_table() -> None:
    sheet = Sheet()
    for x, first in ((50, 1), (310, 5)):
        y = 90.0
        for n in range(first, first + 4):
            words = "A person shall show the permit to any officer who asks. " * (1 + n % 3)
            y = sheet.flow(x, y, f"{n}. {words}", columns=48, size=8, step=10) + 8
    text = law(sheet).text
    assert "|" not in text
    assert [line[:2] for line in text.split("\n") if line] == [f"{n}." for n in range(1, 9)]


def _wide(letter: str) -> int:
    """How wide the letters of Times are, which a font's own table tells."""
    widths = {
        **dict.fromkeys("abdghknopquvxy0123456789", 500), **dict.fromkeys("ijlt", 278),
        **dict.fromkeys("cez", 444), **dict.fromkeys(" .,", 250), "a": 444, "f": 333, "r": 333,
        "s": 389, "m": 778, "w": 722, "A": 722, "E": 611,
    }  # fmt: skip
    return widths[letter]


LINES = (
    "A person who enters the harbour has to", "show what is asked for, and waits until",
    "one who has the power to do so gives it", "back, and no person waits for more than one",
    "hour, and none by night or in the rain.",
)  # fmt: skip
OTHER = (
    "Each owner of a vessel who is not there", "when it enters has to name one who does",
    "what this law asks of an owner, and who", "answers for all that is not done within",
    "the hours that the law has set for that",
)  # fmt: skip


def test_a_narrow_channel_parts_columns() -> None:
    sheet = Sheet()
    for n, (left, right) in enumerate(zip(LINES * 2, OTHER * 2, strict=True)):
        begin = 252 - sum(map(_wide, left)) / 100
        sheet.at(begin, 80 + 12 * n, left, font="T").at(256.5, 80 + 12 * n, right, font="T")
    text = law(sheet).text
    assert "|" not in text
    assert "\nEach owner of a vessel who is not there when it enters has to name one who" in text


def test_a_stretched_line_above_a_table_hides_it_not() -> None:
    sheet = Sheet()
    sheet.at(72, 80, "1. A person who enters the harbour without a permit has to pay, as it")
    sheet.at(72, 92, "is said").at(200, 92, "in the table that follows it here.")
    y = 130.0
    for number, (_, matter, fee) in enumerate(FEES, 2):
        sheet.at(72, y, f"Section {number}(1)")
        ends = sheet.flow(200, y, matter, columns=28), sheet.flow(400, y, fee, columns=20)
        y = max(ends) + 8
    text = law(sheet).text
    for number, (_, matter, fee) in enumerate(FEES, 2):
        assert f"\nSection {number}(1) | {matter} | {fee}\n" in text
