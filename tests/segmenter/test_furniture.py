"""What stands in the text and is no law: pages, years, contents, notes."""

from annotator.segmenter import segment
from tests.segmenter.outline import numbers, outline

SECTIONS = [
    f"{n}. An officer may in the cases of group {n} require any person to leave."
    for n in range(1, 13)
]


def test_page_numbers_and_running_headers_open_no_section() -> None:
    pages = []
    for page in range(4):
        block = "\n".join(SECTIONS[page * 3 : page * 3 + 3]).replace(" of group", "\nof group\n")
        pages.append(f"Border Act 2019, Official Gazette\n{block}\n{block and page + 1}\n")
    found = segment("Border Act 2019\n" + "".join(pages))
    assert [c.number for c in found.clauses] == [str(n) for n in range(1, 13)]


def test_a_year_or_date_at_the_start_of_a_line_opens_no_section() -> None:
    text = "1. The Act of\n1998 Amendments continue, as does the order of\n12 May 2004.\n2. End.\n"
    assert numbers(text) == ["1", "2"]


def test_a_line_wrapped_cross_reference_opens_no_section() -> None:
    text = (
        "13. A person to whom section\n"
        "14 applies shall leave under section\n15. It is final.\n14. End.\n"
    )
    assert numbers(text) == ["13", "14"]


def test_editors_notes_are_furniture() -> None:
    text = "1. First.\nF1 Words substituted by S.I. 2003/12\n2001, c. 27, s. 3.\n2. Second.\n"
    found = segment(text)
    assert [line.text for line in found.lines if line.furniture] == [
        "F1 Words substituted by S.I. 2003/12",
        "2001, c. 27, s. 3.",
    ]
    assert outline(text) == ["1: First.", "2: Second."]


def test_contents_with_dotted_leaders_are_furniture() -> None:
    text = (
        "CONTENTS\n1. Title ........ 3\n2. Officers ..... 4\n\n"
        "1. This is the Act.\n2. Officers exist.\n"
    )
    assert outline(text) == ["1: This is the Act.", "2: Officers exist."]


def test_text_without_numbers_has_no_clauses() -> None:
    assert segment("Dear Anna,\n\nthank you for the lovely evening.\n").clauses == ()
    assert segment("").clauses == ()
