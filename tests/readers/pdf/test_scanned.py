"""Scanned pages that bear a stamped head or number: their pictures are told, and not read."""

from __future__ import annotations

import pytest

from annotator.errors import InputError
from annotator.readers import read
from annotator.source import Source
from tests.readers.sheets import Sheet, pdf

HEAD = "Fetched from the library of Lern"
TOLD = (
    "law.pdf has pictures without text on page 2, which are not read: recognise their words "
    "(ocrmypdf) if they hold law."
)


def law(*sheets: Sheet) -> Source:
    return read(pdf(sheets), name="law.pdf")


def stamped(number: int) -> Sheet:
    return Sheet().at(200, 40, HEAD, size=8).at(290, 810, f"{number}", size=8)


def written(number: int) -> Sheet:
    page = stamped(number)
    page.flow(72, 80, f"{number}. An officer may search a ship at quay {number} by day.")
    return page


def test_a_scanned_page_among_others_is_told_where_it_bears_a_head_and_a_number() -> None:
    source = law(written(1), stamped(2).picture(), written(3))
    assert TOLD in source.notes


def test_a_picture_above_words_of_the_law_is_told() -> None:
    page = stamped(2).picture(500)
    page.flow(72, 560, "2. An officer may search a ship at any quay by day.")
    source = law(written(1), page, written(3))
    assert TOLD in source.notes
    assert "at any quay" in source.text


def test_a_picture_behind_the_words_of_a_page_is_no_scan() -> None:
    page = written(2).picture()
    assert not any("pictures" in note for note in law(written(1), page, written(3)).notes)


def test_a_scan_of_nothing_but_stamped_pages_is_refused() -> None:
    with pytest.raises(InputError, match="is a scan: its pages are pictures without text"):
        law(*(stamped(n).picture() for n in range(1, 5)))
