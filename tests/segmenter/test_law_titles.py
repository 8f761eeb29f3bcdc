"""The title of a law stands over all of it, and so above none of its provisions."""

import pytest

from annotator.segmenter import segment

BODY = "\n\nArticle 1. Ships\nA ship may enter.\n\nArticle 2. Boats\nA boat may enter."


@pytest.mark.parametrize(
    "title",
    [
        "LAW OF THE REPUBLIC OF ARDEN\nOn the Stay of Ships",
        "LAW OF ARDEN\n\nOn the Stay of Ships",
        "LAW\nNo. 7/2021\nON SHIPS",
        "DECREE No. 12\n“On Ships”",
    ],
)
def test_what_a_law_is_about_is_no_part_of_it(title: str) -> None:
    clauses = segment(title + BODY).clauses
    assert [(clause.number, clause.path) for clause in clauses] == [("1", ()), ("2", ())]


def test_a_part_keeps_a_name_that_begins_with_on() -> None:
    clauses = segment(f"LAW OF ARDEN\nOn the Stay of Ships\n\nOn entry{BODY}").clauses
    assert [clause.path for clause in clauses] == [("On entry",), ("On entry",)]
