"""What stands beside the text of a page of a PDF: notes, numbers of lines, columns of tables."""

from __future__ import annotations

import pytest

from annotator.segmenter import segment
from tests.readers.laws import texts
from tests.readers.sheets import Sheet
from tests.readers.test_pdf import DETAIN, RECORD, SEARCH, law, numbers, sections, short


@pytest.mark.parametrize("step", [1, 5])
def test_numbers_of_lines_are_none_of_the_law(step: int) -> None:
    sheet = Sheet()
    y, count = 80.0, 0
    for words in sections(6):
        end = sheet.flow(90, y, words)
        while y < end:
            count += 1
            if count % step == 0:
                sheet.at(50 if step == 1 else 520, y, str(count))
            y += 12
    source = law(sheet)
    assert numbers(source) == [str(n) for n in range(1, 7)]
    assert texts(source)["1"] == f"{SEARCH} This is rule 1."
    assert "law.pdf has numbers of lines on page 1: they are left out." in source.notes


def test_numbers_of_sections_are_no_numbers_of_lines() -> None:
    sheet = Sheet()
    for n, title in enumerate(("Entry", "Search", "Record", "Removal", "Appeal", "Fees", "Rules")):
        sheet.at(72, 80 + 40 * n, str(n + 1))
        sheet.at(100, 80 + 40 * n, f"{title} of persons at a port of entry by the officer")
        sheet.at(100, 92 + 40 * n, "A person may be searched by an officer of the same sex.")
    assert "\n3 Record of persons" in law(sheet).text


@pytest.mark.parametrize("left", [True, False])
def test_marginal_notes_are_the_headings_of_their_sections(left: bool) -> None:
    sheet = Sheet()
    y = 80.0
    body, margin = (160, 60) if left else (60, 470)
    titles = ["Search of persons", "Detention", "Power to make rules", "Removal"]
    for title, words in zip(titles, sections(4), strict=True):
        sheet.flow(margin, y, title, columns=14, size=7, step=8)
        if title == "Detention":
            sheet.at(margin, y + 8, "Cap. 190.", size=7)
        y = sheet.flow(body, y, words, columns=62) + 8
    source = law(sheet)
    assert list(texts(source).values())[1] == f"{DETAIN} This is rule 2."
    assert "\nPower to make rules\n3. An imm" in source.text
    assert "Cap. 190" not in source.text


def test_what_a_note_cites_behind_its_words_is_none_of_the_heading() -> None:
    sheet, y = Sheet(), 80.0
    notes = (
        "Search of persons. [Act 5 of 1990, s. 4]",
        "Detention of persons refused. Cap. 190, s. 12.",
        "Power to make rules. [1990 c. 5, s. 3.]",
        "Removal. S.I. 12 of 2001",
    )
    for note, words in zip(notes, sections(4), strict=True):
        sheet.flow(50, y, note, columns=18, size=8)
        y = sheet.flow(150, y, words, columns=62) + 8
    clauses = segment(law(sheet).text).clauses
    assert [one.heading for one in clauses] == [
        "Search of persons.",
        "Detention of persons refused.",
        "Power to make rules.",
        "Removal.",
    ]


def test_a_note_in_the_margin_that_heads_no_section_is_left_out_and_told() -> None:
    sheet, y = Sheet(), 80.0
    for words in sections(4):
        y = sheet.flow(60, y, words, columns=62) + 8
    sheet.at(470, 104, "Compare Act 3", size=7)
    source = law(sheet)
    assert "Compare" not in source.text
    assert source.notes == (
        "law.pdf has notes in the margin that head no section on page 1: they are left out.",
    )


def test_notes_of_sections_that_follow_closely_stay_apart() -> None:
    sheet, y = Sheet(), 80.0
    for n, title in enumerate(("Search of all persons", "Fees", "Records", "Removal from it"), 1):
        sheet.flow(470, y, f"{title}.", columns=14, size=7, step=8)
        words = f"{n}. A person pays the fee for entry by gate number {n}."
        y = sheet.flow(60, y, f"{words} {RECORD}" if n > 2 else words, columns=62) + 7
    found = law(sheet).text
    for said in ("Fees.\n2. A", "Records.\n3. A", "Removal from it.\n4. A"):
        assert f"\n{said}" in found


def test_a_narrow_column_of_a_table_is_no_note() -> None:
    pages = [short(*sections(4, first)) for first in (1, 5)]
    sheet = Sheet()
    sheet.at(250, 80, "SCHEDULE")
    sheet.at(76, 110, "Column 1").at(300, 110, "Column 2")
    sheet.at(74, 134, "Ports Act, 2009").at(186, 134, "1.")
    sheet.at(74, 146, "(Act 2009-4).")
    y = sheet.flow(
        210, 134, "In section 2, delete the meanings of harbour, pier and quay.", columns=37
    )
    for n in (2, 3, 4):
        sheet.at(186, y + 10, f"{n}.")
        y = sheet.flow(
            210, y + 10, f"Delete section {n} and all that the section says of it.", columns=37
        )
    source = law(*pages, sheet)
    at = source.text.index("SCHEDULE")
    said = " ".join(source.text[at:].split())
    assert said.startswith(
        "SCHEDULE Column 1 Column 2 Ports Act, 2009 (Act 2009-4). 1. In section 2, delete the "
        "meanings of harbour, pier and quay. 2. Delete section 2"
    )
    assert source.notes == ()


def test_words_of_the_size_of_the_law_are_notes_outside_of_its_edges_alone() -> None:
    sheets = []
    for first in (1, 5):
        sheet, y = Sheet(), 80.0
        for n, words in enumerate(sections(4, first)):
            if n != 2:
                sheet.at(470, y, "On entry")
            y = sheet.flow(60, y, words, columns=62) + 8
        sheets.append(sheet)
    sheets[1].at(470, 116, "Compare it")
    source = law(*sheets)
    assert "On entry\n2. " in source.text
    assert "Compare" not in source.text
