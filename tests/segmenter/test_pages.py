"""Pages of a plain text, from the reader to the segmenter: each has half of what they mean."""

import pytest

from annotator.readers import read
from annotator.schema import Clause
from annotator.segmenter import Segmentation, segment

HEADER = "IMMIGRATION ACT OF ARDEN"


def section(number: int) -> str:
    return (
        f"{number}. (1) An officer may detain a foreign national who arrives without a permit.\n"
        "(2) The Minister shall keep a record of each detention, and the officer shall sign it\n"
    )


def paged(between: str, *, pages: int = 6) -> Segmentation:
    """What is found in a law of two sections a page, once it was read."""
    bodies = (section(2 * page + 1) + section(2 * page + 2) for page in range(pages))
    text = between.join(f"{HEADER}\n{body}" for body in bodies)
    return segment(read(text.encode(), name="act.txt").text)


def shape(clauses: tuple[Clause, ...]) -> list[tuple[str, str]]:
    return [(clause.number, clause.text) for clause in clauses]


@pytest.mark.parametrize(
    "between", ["\f", "\r\n\f", "\f\n", "\n\f\n"], ids=["pdftotext", "CRLF", "line end", "alone"]
)
def test_a_form_feed_is_a_page_break_and_what_comes_back_beside_it_a_running_header(
    between: str,
) -> None:
    found = paged(between)
    assert sum(line.page_break for line in found.lines) == 5
    headers = [line for line in found.lines if line.text == HEADER]
    assert [line.furniture for line in headers] == [False, *[True] * 5]
    assert not any(HEADER in (clause.heading, *clause.path) for clause in found.clauses)
    assert not any(HEADER in clause.text for clause in found.clauses)
    assert len(found.clauses) == 24


def test_a_bare_page_number_beside_a_form_feed_is_furniture() -> None:
    text = "".join(f"{section(page)}{page + 4}\n\f" for page in range(1, 4))
    found = segment(read(text.encode(), name="act.txt").text)
    assert [line.text for line in found.lines if line.furniture] == ["5", "6", "7"]
    assert [clause.number for clause in found.clauses] == [
        f"{n}({m})" for n in (1, 2, 3) for m in (1, 2)
    ]


def test_a_page_break_is_no_blank_line_and_a_blank_line_beside_it_is_one() -> None:
    lines = segment(read(b"1. One\n\fof two\n\n\f2. Two\f\n3. Three", name="act.txt").text).lines
    assert [(line.page_break, line.gap) for line in lines] == [
        (False, False), (True, False), (True, True), (True, False),
    ]  # fmt: skip


def test_a_law_without_pages_is_cut_as_it_was() -> None:
    text = "ACT\n\n" + "\n".join(section(n) for n in range(1, 5))
    found = segment(read(text.encode(), name="act.txt").text)
    assert not any(line.page_break for line in found.lines)
    assert [line.gap for line in found.lines] == [
        False,
        True,
        False,
        True,
        False,
        True,
        False,
        True,
        False,
    ]
