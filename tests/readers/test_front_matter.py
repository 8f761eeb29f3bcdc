"""What is believed of the YAML above a law, and what is only left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.readers.front_matter import front_matter


@pytest.mark.parametrize(
    ("stated", "title", "country"),
    [
        ("country: ie", None, "ie"),
        ("jurisdiction: CA", None, "CA"),
        ("country: NO", None, "NO"),
        ("jurisdiction: [CA, ON]\ncountry: CA", None, "CA"),
        ("jurisdiction: England\ncountry: GB", None, "GB"),
        ("country: Ireland", None, None),
        ("country: 1", None, None),
        ("country: [NO]", None, None),
        ("country: {code: NO}", None, None),
        ("country:", None, None),
        ("title: Border  Act , 2019", "Border Act, 2019", None),
        ("title: 1984", None, None),
        ("title: '1984'", "1984", None),
        ("title: ''", None, None),
        ("title: [Border, Act]", None, None),
        ("date: 2020-02-30\ntitle: A", "A", None),
        ("? [a, b]\n: c\ntitle: A", None, None),
        ("title: [unclosed", None, None),
        ('title: "\\UFFFFFFFF"', None, None),
        ("a: " + "[" * 5000, None, None),
        ("a: &a [x]\nb: *a\ntitle: A", "A", None),
        ("title: !!python/object:os.system A", None, None),
        ("# of 2019\ntitle: A", "A", None),
        ("", None, None),
    ],
)
def test_a_title_and_a_country_are_taken_as_they_are_written(
    stated: str, title: str | None, country: str | None
) -> None:
    front = front_matter(f"---\n{stated}\n---\nThe law")
    assert (front.title, front.country) == (title, country)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\n\n# Border Act",
        "---\n# Border Act\n\n1. An officer may search.\n---\n2. End",
        "---\n- one\n- two\n---\n1. A",
        "----\ntitle: A\n----\n",
        "title: A\n---\n",
    ],
    ids=["not closed", "two rules", "a list", "longer rules", "not at the beginning"],
)
def test_what_is_no_front_matter_stays_in_the_law(text: str) -> None:
    assert front_matter(text).end == 0


@given(st.text(alphabet="ab:-?[]{}&*!|>'\"%@`#,\\\n\tU0"))
def test_no_front_matter_breaks_the_reader(stated: str) -> None:
    text = f"---\na: {stated}\n---\n1. A"
    assert text[: front_matter(text).end].startswith("---")


@pytest.mark.parametrize(
    ("stated", "date"),
    [
        ("date: 2001-05-06", "2001-05-06"),
        ('publication_date: "1997-05-20"\nlast_updated: "2024-01-01"', "1997-05-20"),
        ("date: 2001-02-99", ""),
        ("date: in May", ""),
    ],
)
def test_the_date_is_that_of_the_law(stated: str, date: str) -> None:
    assert front_matter(f"---\ntitle: Ports\n{stated}\n---\n# Ports").date == date
