import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.numbering import (
    PLAIN_UNIT_NUMBER,
    gap,
    is_after,
    readings,
    roman_value,
    unit_key,
)


@pytest.mark.parametrize(
    "series",
    [
        ["1", "2", "3"],
        ["14", "14A", "14B", "15"],
        ["20", "20.01", "20.1", "20.11", "20.2", "21"],
        ["209.9", "209.91", "209.95", "209.992", "209.993"],
        ["1.9", "1.10", "1.11"],
        ["14", "14 bis", "14 ter", "15"],
        ["14Z", "14ZA"],
        ["I", "II", "IV", "IX", "XL"],
        ["10A", "10AA", "10AB", "10B"],
        ["14Z", "14AA"],
        ["43", "43ZA", "43ZB", "43A"],
        ["4", "4AAA", "4AAB", "4AA", "4A", "5"],
        ["57", "57ZA", "57A"],
        ["10", "10/1", "10/2", "11"],
        ["10", "10-a", "10-b", "11"],
        ["7", "7-2", "7-10", "8"],
        ["1", "1-bis", "1-ter"],
        ["L. 311-9", "L. 311-10", "L. 312-1"],
    ],
)
def test_numbers_of_one_series_stand_in_order(series: list[str]) -> None:
    for earlier, later in itertools.pairwise(series):
        assert is_after(unit_key(later), unit_key(earlier)), (earlier, later)


def test_what_stands_before_does_not_stand_after() -> None:
    assert not is_after(unit_key("14"), unit_key("14A"))
    assert not is_after(unit_key("14A"), unit_key("15"))
    assert not is_after(unit_key("14"), unit_key("14"))


def test_gap_counts_the_numbers_left_out() -> None:
    assert gap(unit_key("15"), unit_key("14")) == 0
    assert gap(unit_key("14.1"), unit_key("14")) == 0
    assert gap(unit_key("20"), unit_key("14A")) == 5


@pytest.mark.parametrize(
    ("label", "systems"),
    [
        ("1", {"arabic"}),
        ("i", {"roman", "alpha"}),
        ("v", {"roman", "alpha"}),
        ("x", {"roman", "alpha"}),
        ("l", {"alpha"}),
        ("b.1", {"alpha"}),
        ("ii", {"roman", "alpha", "double"}),
        ("aa", {"alpha", "double"}),
        ("A", {"ALPHA"}),
        ("IV", {"ROMAN", "ALPHA"}),
        ("–", {"dash"}),
        ("shall", set()),
        ("Act", set()),
    ],
)
def test_a_label_is_read_in_every_system_it_can_belong_to(label: str, systems: set[str]) -> None:
    assert {reading.system for reading in readings(label)} == systems


@given(st.integers(min_value=1, max_value=3999))
def test_roman_numerals_are_read_back(number: int) -> None:
    marks = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
             (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]  # fmt: skip
    written, rest = "", number
    for value, mark in marks:
        written += mark * (rest // value)
        rest %= value
    assert roman_value(written) == number


@given(st.text(max_size=12))
def test_any_text_can_be_asked_for_its_readings(text: str) -> None:
    assert isinstance(readings(text), tuple)


def test_a_number_has_so_many_parts_and_no_more() -> None:
    # A chain of dots would else be gone through anew from each of them.
    found = re.match(PLAIN_UNIT_NUMBER, "1." * 60 + "1")
    assert found is not None
    assert found[0].count(".") == 9
