"""What is said of a cut: in the order of the text, with its lines, once for all of a kind."""

import pytest

from annotator.segmenter import segment

RUN_ON = "{0}. The Warden keeps the roll; {1}. The keeper shall obey."


def test_many_of_a_kind_are_one_warning_that_names_the_first() -> None:
    text = "\n".join(f"{n}. The roll is open.\n{n}. The roll is closed." for n in range(1, 10))
    (warning,) = segment(text).warnings
    assert warning.what.startswith("The numbers 1, 2, 3, 4, 5 and 4 others are each borne by")
    assert warning.where == "lines 1, 2, 3, 4, 5 and others"


def test_a_warning_says_where_the_number_stands() -> None:
    text = f"{RUN_ON.format(1, 2)}\n3. The roll is open to all."
    (warning,) = segment(text).warnings
    assert text[warning.start : warning.end] == "2. The keeper shall obey."


def test_warnings_stand_in_the_order_of_the_text() -> None:
    text = (
        "1. The Warden keeps the roll.\n2. The roll is open.\n2. The roll is closed.\n"
        f"{RUN_ON.format(3, 4)}\n5. The Warden may close an inn that keeps no lamp to the counc"
    )
    warnings = segment(text).warnings
    assert [warning.start for warning in warnings] == sorted(one.start for one in warnings)
    assert len(warnings) == 3


@pytest.mark.parametrize(
    "text",
    [
        "1. The Warden keeps the roll.\n[2. Repealed.]\n3. The roll is open.",
        "1. The Warden keeps the roll.\n3. The roll is open.\n7. The Warden may close an inn.",
        "1. (1) The Warden keeps the roll under section 4.\n(3) It is open.\n2. The end is near.",
        "1. (1) See paragraph (b).\n(2) The keeper shall\n(a) obey;\n(c) pay.\n2. The end is near.",
    ],
)
def test_what_a_repeal_has_left_calls_for_no_warning(text: str) -> None:
    assert not segment(text).warnings


BODY = "The keeper of an inn shall keep a roll of the guests who stay the night"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # a page's head, in wrapped text
            f"1. {BODY}, and shall\n12 Inns and Lodgings\nshow it to an officer who asks for it.\n"
            f"2. {BODY}\nin another house, and shall close it at night, and\nopen it again.\n"
            "3. An officer may look at the roll of any inn in the town\nby day.",
            "“12 Inns and Lodgings”",
        ),
        (  # a title that lost its number
            f"1. Roll\n{BODY}.\nLamps\nA lamp shall burn.\n3. Fees\nA fee is due.",
            "The number 2 is missing",
        ),
        (  # a subsection that lost its number
            f"1. Roll\n(1) {BODY}.\nA roll is open.\n(3) It is bound.\n2. Fees\nA fee is due.",
            "The number 1(2) is missing",
        ),
        (  # labels of no known make
            f"1. {BODY}.\nLemma 1 It is open.\nLemma 2 It is bound.\n2. A fee is due.",
            "the labels Lemma 1 and Lemma 2",
        ),
        (  # a mark that no section begins with, nor any note
            f"1. <Law of May> {BODY}.\n2. A fee is due.",
            "No section was found before section 2",
        ),
        (  # an editor's note
            f"1. [Law of 3 May, s. 4] {BODY}.\n2. A fee is due.",
            "1 begins with a note or a heading in brackets",
        ),
        (
            "1. A fee is due for the\n\n2. The inn shall close.\n3. It is a crown.",
            "ends in the middle of a sentence",
        ),
        ("1. In this Act:\n2. A fee is due.\n3. It is a crown.", "1 ends with words that lead"),
        (  # a print that is the schedule of nothing
            f"SCHEDULE\n\n1. {BODY}.\n2. A fee is due.\n3. It is a crown.",
            "All sections of the law were read as those of a schedule",
        ),
    ],
)
def test_what_reads_wrong_is_said(text: str, said: str) -> None:
    assert any(said in warning.what for warning in segment(text).warnings)


def test_any_text_is_taken() -> None:
    for text in (
        "",
        "\n",
        "1.",
        "(((((",
        "1. " * 50,
        "Article\n" * 30,
        "S E C T I O N",
        "((1)) 2.",
    ):
        segment(text)


def test_a_clause_of_more_than_half_of_the_words_is_said() -> None:
    rest = "A guard shall open the gate of the port to each person who shows a pass there. " * 40
    found = segment(f"1. A guard shall wear a cap.\n2. {rest.strip()}\n3. A pass shall be blue.\n")
    assert [w.what for w in found.warnings] == [
        "A great part of the law was read as one clause, 2."
    ]


def test_most_words_before_the_first_provision_are_said() -> None:
    front = "\n".join(f"Gate {word} is open to all persons by day." for word in "ABCDEFGH" * 4)
    law = "1. A guard shall wear a cap.\n2. A pass shall be blue.\n"
    assert "first provision that was found, 1" in segment(f"{front}\n{law}").warnings[0].what
    assert not segment(f"{front}\nBe it enacted by Parliament:\n{law}").warnings


def test_the_numbers_of_articles_count_no_lines() -> None:
    law = "\n".join(
        f"Article {number}\nHeading\n\nA person of class {number} may stay."
        for number in range(1, 31)
    )
    assert not segment(law).warnings
