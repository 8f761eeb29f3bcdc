"""When a law was enacted, as far as it says so itself."""

from __future__ import annotations

import pytest

from annotator.precedents.enacted import enacted
from annotator.schema import Source

LAW = "1. (1) An officer may search a person who lands.\n"


def source(text: str, title: str = "Ports Act", date: str = "") -> Source:
    return Source(
        name="ports.txt", format="txt", sha256="0" * 64, text=text, title=title, date=date
    )


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("[Assented to 20 May 2015]", "2015-05-20"),
        ("Date of assent1 December 1977", "1977-12-01"),
        ("Date of assent: 3rd of no month 1977", ""),
        ("[Date of Assent: 14th September, 1982]", "1982-09-14"),
        ("Approved March 4, 2015.", "2015-03-04"),
        ("Enacted on the 2nd day of June 1999.", "1999-06-02"),
        ("Assented to 31 June 1999", ""),
        ("Act No. 5 of 2015", "2015"),
        ("Public Act 1977 No 61", "1977"),
        ("Ordinance, 7 of 1959 as amended", "1959"),
    ],
)
def test_a_line_says_when_it_was_made(line: str, day: str) -> None:
    assert enacted(source(f"Ports Act\n{line}\n{LAW}")) == day
    assert enacted(source(f"Ports Act\n{LAW * 2000}{line}\n")) == day


@pytest.mark.parametrize(
    "line",
    [
        "Commencement 13 October 1992",
        "[17th January, 1925.]",
        "This section was amended by Act No. 5 of 2015.",
        "The Roads Act was assented to 20 May 2015 and is repealed.",
        "Includes amendments up to: Act No. 7, 2015",
    ],
)
def test_what_came_into_force_or_is_of_another_law_is_not_its_making(line: str) -> None:
    assert enacted(source(f"Ports Act\n{line}\n{LAW}")) == ""


def test_lines_that_differ_say_nothing() -> None:
    assert enacted(source(f"Act No. 5 of 2015\nAct No. 6 of 2016\n{LAW}")) == ""


def test_the_year_by_which_a_law_is_cited_stands_in_its_title_or_in_its_words() -> None:
    assert enacted(source(LAW, title="Ports (Amendment) Act, 1983")) == "1983"
    cited = "2. This Act may be cited as the Ports Act, 1931.\n"
    assert enacted(source(LAW + cited)) == "1931"
    assert enacted(source(LAW + cited, title="Harbours Act")) == ""


def test_a_day_must_agree_with_the_year_by_which_it_is_cited() -> None:
    assented = "[Assented to 2 January 1984]\n"
    assert enacted(source(assented + LAW, title="Ports Act 1983")) == "1984-01-02"
    assert enacted(source(assented + LAW, title="Ports Act 1950")) == "1950"


def test_the_date_of_the_file_comes_first_and_a_new_year_s_day_is_a_year() -> None:
    assert enacted(source("Act No. 5 of 2015\n", date="1999-05-06")) == "1999-05-06"
    assert enacted(source(LAW, date="1979-01-01")) == "1979"
