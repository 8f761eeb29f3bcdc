"""Laws in Markdown, beside the text that they become."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.readers import read
from annotator.readers.markdown import plain_text
from annotator.readers.traced import Traced
from annotator.segmenter import segment

LAW = (
    "# Border Act\n\n**1.** An officer may search any person who enters the country and shall say "
    "why.\n\n**2.** An officer may detain any person who enters the country and shall say why.\n"
)


def plain(marked: str) -> str:
    return plain_text(Traced.whole(marked))[0].text


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
    marked, as_read = PAIRS[case]
    assert plain(marked) == as_read


def test_a_quotation_mark_in_a_heading_stays() -> None:
    assert plain("##### >257E. Appeal") == ">257E. Appeal"


def test_the_front_matter_gives_the_title_and_goes() -> None:
    front = '---\ntitle: "Border  Act 2015"\nrank: act\ncountry: ie\n---\n'
    source = read((front + LAW).encode(), name="law.md")
    assert (source.title, source.jurisdiction, source.notes) == ("Border Act 2015", "IE", ())
    assert source.text == read(LAW.encode(), name="law.md").text


@pytest.mark.parametrize("code", ["EU", "zz", "AP"])
def test_a_code_that_is_no_countrys_is_passed_over_with_a_note(code: str) -> None:
    source = read(f"---\njurisdiction: {code}\n---\n{LAW}".encode(), name="law.md")
    assert source.jurisdiction == ""
    assert source.notes == (
        f"law.md states the jurisdiction {code}, which is no country's code: it is passed over.",
    )


@pytest.mark.parametrize("code", ["NO", "no", '"NO"'])
def test_norway_is_a_country(code: str) -> None:
    assert read(f"---\ncountry: {code}\n---\n{LAW}".encode(), name="law.md").jurisdiction == "NO"


def test_the_first_great_heading_is_the_title_without_front_matter() -> None:
    assert read(b"# **Border Act**\n\n1. A person", name="law.md").title == "Border Act"


@pytest.mark.parametrize(
    "opening", ["<!-- by the Ministry -->\n", "<div>\n", "---\n", "---\n\n", "---\n---\n", "\f"]
)
def test_no_opening_costs_a_law_its_text_or_its_name(opening: str) -> None:
    source = read((opening + LAW + "\n---\n\nEnd\n").encode(), name="law.md")
    assert source.format == "markdown"
    assert [clause.number for clause in segment(source.text).clauses] == ["1", "2"]


@pytest.mark.parametrize(
    ("comments", "line"),
    [
        ("<!-- note", 3),
        ("<!-- note -->\r\n\r\n<!-- another", 5),
        ("<!-- note <!-- in it --> <!-- open <!-- twice", 3),
        ("<!-->", 3),
    ],
)
def test_a_comment_that_is_never_closed_is_told_and_costs_no_text(comments: str, line: int) -> None:
    law = LAW.replace("**1.**", comments + "\n\n**1.**", 1)
    source = read(law.encode(), name="law.md")
    assert [clause.number for clause in segment(source.text).clauses] == ["1", "2"]
    assert source.notes == (
        f"law.md opens a comment (<!--) in line {line} that is never closed: what follows is read "
        "as text of the law.",
    )


def test_a_closed_comment_is_left_out_without_a_word() -> None:
    source = read(LAW.replace("**2.**", "<!-- a\n\nb -->**2.**").encode(), name="law.md")
    assert source.text == read(LAW.encode(), name="law.md").text
    assert source.notes == ()


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
    assert plain("x" + marks).startswith("x")
