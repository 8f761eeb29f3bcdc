"""Laws in Markdown, beside the text that they become."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.readers import read
from annotator.readers.markdown import plain_text, stated_country

PAIRS = {
    "a heading that repeats its section's number": (
        "##### 1. **Short title**\n\n**1.** (1) This Act may be cited.",
        "Short title\n\n1. (1) This Act may be cited.",
    ),
    "the same without a full stop, above a dash": (
        "##### 12 Search of persons.\n\n**12.**—An officer may search.",
        "Search of persons.\n\n12.—An officer may search.",
    ),
    "the same above an amended section": (
        "##### 3. **Fees**\n\nF2[**3.** A fee is payable.]",
        "Fees\n\nF2[3. A fee is payable.]",
    ),
    "a numbered heading whose section is not numbered again": (
        "##### 4. Appeals\n\nAn appeal lies to the court.",
        "4. Appeals\n\nAn appeal lies to the court.",
    ),
    "a heading over another number": (
        "##### 1. Entry\n\n14. (1) A person may enter.",
        "1. Entry\n\n14. (1) A person may enter.",
    ),
    "emphasis": (
        "under *subsection (2)* and ***Part 3***, __not__ _later_ than",
        "under subsection (2) and Part 3, not later than",
    ),
    "emphasis that has lost the blanks around it": (
        "in*subsection (1)*or*(2)*, *section 4*(*a*) and *paragraph*s",
        "in subsection (1) or (2), section 4(a) and paragraphs",
    ),
    "escapes": (r"a fee \[of 5\*\] \(net\)", "a fee [of 5*] (net)"),
    "footnotes": (
        "Directive 2013/32/EU^4 and Regulation 604/2013^12of that year[^3]",
        "Directive 2013/32/EU and Regulation 604/2013of that year",
    ),
    "links, images and tags": (
        "the [Act of 1999](http://x.example/1) ![seal](seal.png)<br>as amended<!-- by whom -->",
        "the Act of 1999 as amended",
    ),
    "quotations and rules": ("> (1) quoted\n\n---\n\nnext", "(1) quoted\n\n\n\nnext"),
    "a table": ("| Fee | Euro |\n| --- | ---: |\n| visa | 60 |", "| Fee | Euro |\n| visa | 60 |"),
    "blanks of a form": ("Name ________ of the person", "Name ________ of the person"),
    "hard line breaks": ("one  \ntwo\\\nthree", "one\ntwo\nthree"),
}


@pytest.mark.parametrize("case", PAIRS)
def test_markdown_becomes_plain_text(case: str) -> None:
    marked, plain = PAIRS[case]
    assert plain_text(marked)[0] == plain


def test_the_front_matter_gives_the_title_and_goes() -> None:
    text, title = plain_text(
        '---\ntitle: "Border  Act 2015"\nrank: act\n---\n## PART 1 Preliminary'
    )
    assert title == "Border Act 2015"
    assert text == "PART 1 Preliminary"


@pytest.mark.parametrize(
    ("front", "code"),
    [("country: ie", "IE"), ("jurisdiction: CA", "CA"), ("country: Ireland", ""), ("title: A", "")],
)
def test_the_front_matter_may_state_the_country(front: str, code: str) -> None:
    assert stated_country(f"---\n{front}\n---\n## PART 1 Preliminary") == code


def test_the_first_great_heading_is_the_title_without_front_matter() -> None:
    assert plain_text("# **Border Act**\n\n1. A person")[1] == "Border Act"


def test_broken_front_matter_goes_too() -> None:
    assert plain_text("---\ntitle: [unclosed\n---\n1. A person") == ("1. A person", None)


def test_an_unnamed_text_with_marked_headings_is_markdown() -> None:
    law = (
        "# Border Act\n\n## Part 1\n\n### 1. Search\n\n**1.** An *officer* may search any person "
        "who enters the country, and shall tell the person of the reasons for the search.\n"
    )
    source = read(law.encode())
    assert source.format == "markdown"
    assert "*" not in source.text


@given(st.text(alphabet="*_#[]()^\\<>!|`~ -\na1."))
def test_any_text_is_read_and_no_line_is_lost_to_marks(marks: str) -> None:
    plain, _ = plain_text("x" + marks)
    assert plain.startswith("x")
