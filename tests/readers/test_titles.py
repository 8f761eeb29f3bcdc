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
        ("LAW\nON\nFOREIGNERS AND BORDERS\n\nArticle 1", "LAW ON FOREIGNERS AND BORDERS"),
        ("LAW OF ARDEN\nON THE STAY OF ALIENS\n\nArticle 1", "LAW OF ARDEN ON THE STAY OF ALIENS"),
        (
            "THE BORDERS (PATROLS,\nPASSES AND PORTS) ACT\n\n1. In",
            "THE BORDERS (PATROLS, PASSES AND PORTS) ACT",
        ),
        ("PROCLAMATION NO. 3/2003\n\nBORDER PROCLAMATION\n\n1. In", "BORDER PROCLAMATION"),
        ("AN ACT\n\nentitled\n\nBorder Act 2018,\n\nBeing an Act.\n\n1. In", "Border Act 2018"),
        (
            "THE EIGHTIETH ACT\nOF THE PARLIAMENT OF ARDEN\nENTITLED\nTHE PORTS ACT, 2000\n\n1. In",
            "THE PORTS ACT, 2000",
        ),
        (
            "COMMONWEALTH ACT NO. 80\n\nAN ACT TO KEEP PORTS\n\nSECTION 1. This Act shall be known "
            'as "The Arden Ports Act of 1940."',
            "The Arden Ports Act of 1940",
        ),
        (
            "Parliament Law No. 4/2014\n\nThe Border Law\n\n1. This Law shall be called the Border "
            "Law.",
            "The Border Law",
        ),
        (
            "LAW\n\nNo. 7/2019\n\nON THE PORTS AND ON\n THE PILOTS1\n\nIn reliance on",
            "LAW No. 7/2019 ON THE PORTS AND ON THE PILOTS",
        ),
        (
            "LAW\nNo. 7/2019\ndated 2.5.2019\nON PORTS\n\nArticle 1",
            "LAW No. 7/2019 dated 2.5.2019 ON PORTS",
        ),
        (
            "LAW\nON THE ENTRY OF FOREIGN SHIPS AND THEIR\nPASSENGERS\n\nArticle 1",
            "LAW ON THE ENTRY OF FOREIGN SHIPS AND THEIR PASSENGERS",
        ),
        ("LAW OF ARDEN\n\nOn Ports\n\nArticle 1", "LAW OF ARDEN On Ports"),
        ("LAW OF ARDEN\nOn 5 May the harbour fell\n\nArticle 1", "LAW OF ARDEN"),
        (
            "Act 9       Ports Act       2016\n\nTHE PORTS ACT, 2016.\n\n1. In",
            "THE PORTS ACT, 2016",
        ),
        ("Act 9       Ports Act       2016\n\n1. In", "Act 9 Ports Act 2016"),
        (
            "CONTENTS\nPorts Proclamation .......... Page 10\n\nPORTS PROCLAMATION\n\n1. In",
            "PORTS PROCLAMATION",
        ),
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
        ("Act No. 34 of 1971\n\n1. This Act may be cited as the Entry Act.", "Entry Act"),
        (
            "ACT\nTo let in.\n\n1. One.\n\n55. This Act is called the Entry Act, 2002.",
            "Entry Act, 2002",
        ),
        (
            "Republic Act No. 9   May 26, 2003\n\nSection 1. – This Act shall be known as the "
            '"Entry Act of 2003".',
            "Entry Act of 2003",
        ),
        ("1. The short title of this Act is the Entry Act.", "Entry Act"),
        (
            "1. This Act may be cited as the Entry of      Short title\n   Ships Act, 1996.",
            "Entry of Ships Act, 1996",
        ),
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
    dated = "1. This Act may be called the Entry Act, 2049 (1992)."
    assert as_cited("Entry Act, 2049 (1992)", dated) == "Entry Act, 2049 (1992)"


def test_one_law_says_at_its_end_what_it_is_called() -> None:
    text = "1. One.\n" + "Words of a law. " * 2000 + "This Act may be cited as the Aliens Act."
    assert find_title(text, one_law=True) == "Aliens Act"


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("(PATROLS) (AMENDMENT) Act, 1989 THE BORDERS", "Borders (Patrols) (Amendment) Act, 1989"),
        (
            "Amendment Act, 1989 THE BORDERS (PATROLS) (AMENDMENT)",
            "Borders (Patrols) (Amendment) Act, 1989",
        ),
        (
            "THE BORDERS (PATROLS) (AMENDMENT) ACT, 1989",
            "THE BORDERS (PATROLS) (AMENDMENT) ACT, 1989",
        ),
        ("The Borders (Amendment) Act, 1989", "The Borders (Amendment) Act, 1989"),
    ],
)
def test_a_title_whose_parts_are_mixed_up_is_as_the_law_cites_itself(
    stated: str, title: str
) -> None:
    text = "1. This Act may be cited as the Borders (Patrols) (Amendment) Act, 1989."
    assert as_cited(stated, text) == title
