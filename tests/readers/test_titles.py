"""What a law is called, told from its first lines."""

import pytest

from annotator.readers.titles import as_cited, find_title


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


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("OBJECTS\n\n1. This Act may be cited as the Aliens Act, 1996.", "Aliens Act, 1996"),
        ("Notice\n\nThis Act may be called the Aliens\nAct, 1996, and shall", "Aliens Act, 1996"),
        ("1. (1) This Act is the Aliens Act 1996.\n(2) It binds all.", "Aliens Act 1996"),
        (
            "These Regulations may be cited as the Aliens (Fees) (No. 2) Regulations, 1996.",
            "Aliens (Fees) (No. 2) Regulations, 1996",
        ),
        (
            "This  Bill  would amend the Act\n\n1. This Act may be cited as the Entry Act.",
            "Entry Act",
        ),
        ("This Act shall be cited as “Entry Act” (1) and", "Entry Act"),
    ],
)
def test_a_law_without_a_title_is_called_as_it_calls_itself(text: str, title: str) -> None:
    assert find_title(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "1. Insert: “This Act may be cited as the Aliens Act.”",
        "1. This Act is in addition to the Aliens Act.",
        "1. One.\n" + "Words of a code. " * 2000 + "This Act may be cited as the Aliens Act.",
    ],
)
def test_what_a_law_quotes_or_holds_is_not_its_name(text: str) -> None:
    assert find_title(text) is None


def test_what_is_printed_behind_a_title_is_left_out() -> None:
    text = "1. Title\nThis Act is the Entry Act 1977.\n"
    assert as_cited("Entry Act 1977Public Act 61", text) == "Entry Act 1977"
    assert as_cited("Aliens Act 1977", text) == "Aliens Act 1977"
