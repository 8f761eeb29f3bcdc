"""What a law is called, told from its first lines."""

import pytest

from annotator.readers.titles import find_title


@pytest.mark.parametrize(
    ("opening", "title"),
    [
        ("Border Act\n\n1. This Act", "Border Act"),
        (
            "REPUBLIC OF ARDEN\n\nNo. 12 of 2019\n\nBORDER ACT, 2019\n\n1. (1) In",
            "BORDER ACT, 2019",
        ),
        ("LAW ON FOREIGNERS\n\nCHAPTER I\n\nArticle 1\n(1) This", "LAW ON FOREIGNERS"),
        ("An Act to control borders.\n\nBORDERS BILL\n\n1. In this", "BORDERS BILL"),
        (
            "Government Gazette\n\nNational Strategy on Migration\n\n1. We",
            "National Strategy on Migration",
        ),
        ("The Long Border\n\nIt is long.\n\n1. One", "The Long Border"),
        ("  Immigration   and Asylum\tAct\n", "Immigration and Asylum Act"),
    ],
)
def test_the_line_that_names_the_law_is_its_title(opening: str, title: str) -> None:
    assert find_title(opening) == title


@pytest.mark.parametrize(
    "opening",
    ["1. A person may enter.\nBorder Act", "", "(1) it is hereby enacted;\n\n§ 2 Border Act"],
)
def test_a_text_that_begins_with_its_provisions_has_no_title(opening: str) -> None:
    assert find_title(opening) is None
