"""Heads of pages that name the section that goes on there: they open none."""

from __future__ import annotations

import pytest

from annotator.readers import read
from annotator.source import Source
from tests.readers.laws import texts
from tests.readers.sheets import Sheet, pdf

RULE = (
    "An officer of the harbour may ask a person who crosses it for the permit, and shall give it "
    "back at once. A person who has no permit may be turned back, but not by night."
)


def law(*sheets: Sheet) -> Source:
    return read(pdf(sheets), name="law.pdf")


def sheet(head: str, *sections: int) -> Sheet:
    page = Sheet()
    page.at(72, 50, head)
    y = 84.0
    for number in sections:
        page.at(72, y, f"{number}. Powers of officers", font="B")
        y = page.flow(72, y + 14, RULE) + 8
    return page


HEADS = [
    ("Section 1", "Section 3", "Section 5"),
    ("s. 1", "s. 3", "s. 5"),
    ("s 1 Powers of officers", "s 3 Powers of officers", "s 5 Powers of officers"),
    ("Art. 1-2", "Art. 3-4", "Art. 5-6"),
]


@pytest.mark.parametrize("heads", HEADS)
def test_the_current_section_over_a_page_is_none(heads: tuple[str, ...]) -> None:
    source = law(*(sheet(head, 2 * n + 1, 2 * n + 2) for n, head in enumerate(heads)))
    assert list(texts(source)) == [str(n) for n in range(1, 7)]
    for head in heads:
        assert head not in source.text


def test_a_section_that_goes_on_over_pages_is_named_again() -> None:
    second = Sheet().at(72, 50, "Section 1")
    second.flow(72, 84, f"(2) {RULE}")
    third = Sheet().at(72, 50, "Section 1")
    third.flow(72, 84, f"(3) {RULE}")
    first = Sheet().at(72, 50, "Ports Act").at(72, 84, "1. Powers of officers", font="B")
    first.flow(72, 98, f"(1) {RULE}")
    source = law(first, second, third)
    assert list(texts(source)) == ["1(1)", "1(2)", "1(3)"]


def test_headings_that_begin_pages_stay() -> None:
    sheets = []
    for number in range(1, 6):
        page = Sheet().at(72, 50, f"Section {number}", font="B")
        page.flow(72, 84, f"(1) {RULE}")
        sheets.append(page)
    contents = Sheet().at(72, 50, "Ports Act")
    for number in range(1, 6):
        contents.at(72, 60 + 20 * number, f"Section {number} ........ {number}")
    source = law(contents, *sheets)
    assert [line for line in source.text.split("\n") if line.startswith("Section ")][-5:] == [
        f"Section {number}" for number in range(1, 6)
    ]


def test_what_goes_on_is_named_again_at_the_top_of_a_page() -> None:
    first = Sheet().at(72, 84, "1. Powers of officers", font="B")
    first.flow(72, 98, f"(1) {RULE}")
    first.flow(72, 760, "(2) An officer may turn back a vessel that carries any")
    second = Sheet().at(72, 50, "First Part - (Cont'd)")
    second.flow(72, 84, "goods for which no permit was given.")
    words = texts(law(first, second))
    assert words["1(2)"].endswith("carries any goods for which no permit was given.")


@pytest.mark.parametrize("head", ["No. 14", "Cap. 7  Harbours", "Vol. II"])
def test_a_head_that_begins_with_a_word_cut_short_is_one(head: str) -> None:
    source = law(*(sheet(head, 2 * n + 1, 2 * n + 2) for n in range(4)))
    assert head.split(" ", 1)[0] not in source.text
    assert list(texts(source)) == [str(n) for n in range(1, 9)]


def test_what_stands_between_the_number_of_a_page_and_what_goes_on_there_is_of_the_head() -> None:
    sheets = []
    for n in range(12):
        page = Sheet().at(300, 40, str(n + 1))
        if n in (4, 6):  # too seldom to be known by itself
            page.at(72, 56, "Reprint 1998").at(72, 72, "First Schedule - (Cont'd)")
        page.flow(72, 120, f"{n + 1}. {RULE}")
        sheets.append(page)
    source = law(*sheets)
    assert "Reprint" not in source.text
    assert "Schedule" not in source.text
    assert len(texts(source)) == 12
