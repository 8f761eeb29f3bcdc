"""What comes again at the edges of pages: heads and feet are set apart, the law's words are not."""

from __future__ import annotations

from annotator.readers import read
from annotator.source import Source
from tests.readers.sheets import Sheet, pdf

RULE = (
    "An officer of the harbour may ask a person who crosses it for the permit, and shall give it "
    "back at once. A person who has no permit may be turned back, but not by night."
)
FINE = "Fine: not more than ten crowns, or five days."


def law(sheets: list[Sheet]) -> Source:
    return read(pdf(sheets), name="law.pdf")


def sheet(number: int, *, fine: bool) -> Sheet:
    """A page of two sections, which may begin with the end of the one before it."""
    page = Sheet().at(240, 40, "Harbours", size=8).at(290, 810, f"{number}", size=8)
    y = 70.0
    if fine:
        y = page.at(72, y, FINE) and y + 17
    for section in (2 * number - 1, 2 * number):
        page.at(72, y, f"{section}. Powers of officers at quay {section}", font="B")
        y = page.flow(72, y + 17, f"{RULE} This is rule {section * 7}.") + 5
        y = page.at(72, y, FINE) and y + 17
    return page


def test_a_line_that_ends_section_after_section_is_the_laws_at_the_top_of_pages() -> None:
    source = law([sheet(n, fine=n % 2 == 0) for n in range(1, 9)])
    assert source.text.count(FINE) == 2 * 8 + 4
    assert "Harbours" not in source.text


def test_a_line_at_one_height_on_nearly_all_pages_is_the_laws_where_its_words_go_on_below() -> None:
    source = law([sheet(n, fine=n > 1) for n in range(1, 8)])
    assert source.text.count(FINE) == 2 * 7 + 6


def test_what_is_alike_on_a_page_of_one_line_is_the_laws_as_on_the_others() -> None:
    last = Sheet().at(240, 40, "Harbours", size=8).at(72, 70, FINE).at(290, 810, "7", size=8)
    source = law([*(sheet(n, fine=n > 1) for n in range(1, 7)), last])
    assert source.text.rstrip().endswith(FINE)


def test_the_heads_of_forms_are_the_laws() -> None:
    sheets = [sheet(n, fine=False) for n in (1, 2)]
    for n in range(3, 8):
        page = Sheet().at(240, 40, "Harbours", size=8).at(290, 810, f"{n}", size=8)
        for y, words in enumerate(
            (f"FORM {n - 2}", "(Rule 9)", "ISLE OF LERN", f"Name of boat {n}")
        ):
            page.at(72, 70 + 17 * y, words)
        sheets.append(page.at(72, 138, "Signature of officer: ......"))
    source = law(sheets)
    for n in range(1, 6):
        assert f"FORM {n}" in source.text
    for words in ("(Rule 9)", "ISLE OF LERN", "Signature of officer"):
        assert source.text.count(words) == 5


def test_what_is_left_out_is_quoted() -> None:
    source = law([sheet(n, fine=False) for n in range(1, 5)])
    assert source.notes == (
        "law.pdf has heads, feet or numbers of pages on pages 1 to 4 (“Harbours”): they are left "
        "out.",
    )


def test_notes_that_read_alike_are_footnotes() -> None:
    sheets = []
    for n in range(1, 5):
        page = Sheet().at(72, 70, f"{n}. {RULE[:50]}").at(390, 66, f"{n}", size=6)
        page.flow(72, 82, " ".join(RULE.split()[n:]))
        sheets.append(
            page.at(72, 760, f"{n}Changed by Act {n} of 1999; before it said ten.", size=8)
        )
    source = law(sheets)
    assert "Changed by" not in source.text
    assert source.notes == ("law.pdf has footnotes on pages 1 to 4: they are left out.",)


def test_the_number_of_the_one_page_that_has_words_is_no_law() -> None:
    source = law([sheet(1, fine=False), Sheet().picture()])
    assert not source.text.rstrip().endswith("\n1")
    assert any("pictures without text on page 2" in note for note in source.notes)
