"""Which marks belong together, and what lies between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.lang import language
from annotator.quotations import closes_straight, opens_straight, quotations

INTRODUCES = language("en").structure.quoting.introduces

QUOTED = {
    'It says "he" and “she”.': ['"he"', "“she”"],
    "It says ‘he’, as officers’ families do.": ["‘he’"],
    'A knife of 6" or a "dirk".': ['"dirk"'],
    'A gate 5\'6" wide, 7" high.': [],
    "“One.\n“Two.”": ["“One.\n“Two.”"],
    'Section 37D"he" stays.': ['"he"'],
    "“He stays": ["“He stays"],
    '"He stays': [],
    'He ("the officer") stays.': ['"the officer"'],
}


@pytest.mark.parametrize("text", QUOTED)
def test_what_stands_between_marks_is_quoted(text: str) -> None:
    assert [text[start:end] for start, end in quotations(text, 0, len(text))] == QUOTED[text]


@pytest.mark.parametrize(
    ("above", "line", "opened"),
    [
        ("2. After section 11 insert:", '"11A. An officer', 0),
        ("", '2. The following is inserted: "11A. An officer', 30),
        ("2. An officer waits.", '"11A. An officer', None),
        ("2. After section 11 insert:", '"port" means a port;', None),
        ("2. After section 11 insert:", '6" of rope', None),
    ],
)
def test_a_quotation_of_several_lines_is_introduced(
    above: str, line: str, opened: int | None
) -> None:
    assert opens_straight(above, line, INTRODUCES) == opened


@pytest.mark.parametrize(
    "line", ['purpose."', '"(2) purpose."', 'purpose.";', 'a "port"."', 'x"; and']
)
def test_a_quotation_closes_with_its_last_line(line: str) -> None:
    assert closes_straight(line)


@pytest.mark.parametrize("line", ['"(2) purpose.', 'a "port"', '"port" means a port;', "purpose."])
def test_a_quotation_goes_on(line: str) -> None:
    assert not closes_straight(line)


@given(st.text(alphabet="\"“”‘’ a6.\n", max_size=40))  # fmt: skip
def test_quotations_lie_in_order_in_the_text(text: str) -> None:
    at = 0
    for start, end in quotations(text, 0, len(text)):
        assert at <= start < end <= len(text)
        at = end
