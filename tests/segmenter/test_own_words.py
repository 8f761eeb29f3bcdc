"""What a law calls its units where it prints no word before their numbers."""

import pytest

from annotator.segmenter import segment

OPENING = "1. These {0}s may be cited as the Entry {0}s.\n"
ORDER = "1. A card under Article 2 is free.\n"
PLAIN = "2. An officer may search a visitor.\n3. {0}.\n"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (OPENING.format("Regulation") + PLAIN.format("A fee under this regulation is due"),
         "regulation"),
        (OPENING.format("Regulation") + PLAIN.format("A fee under sub-regulation (2) is due"),
         "regulation"),
        (OPENING.format("Rule") + PLAIN.format("A fee under this rule is due"), "rule"),
        (OPENING.format("Regulation") + PLAIN.format("A fee under this section is due"), "section"),
        (OPENING.format("Regulation") + PLAIN.format("A fee is due"), "section"),
        ("1. An Act.\n" + PLAIN.format("A fee under this regulation is due"), "section"),
        (ORDER + PLAIN.format("A fee under Article 2 and section 4 of the Ports Act is due"),
         "Article"),
        (ORDER + PLAIN.format("A fee is due"), "section"),
        (ORDER + PLAIN.format("A fee under Article 2 and this section is due"), "section"),
        (ORDER + PLAIN.format("A fee under Article 2 of the Ports Convention is due"), "section"),
    ],
)  # fmt: skip
def test_units_are_called_as_the_law_calls_them(text: str, word: str) -> None:
    assert {provision.word for provision in segment(text).provisions} == {word}


def test_paragraphs_of_a_schedule_to_regulations_are_paragraphs() -> None:
    text = OPENING.format("Rule") + PLAIN.format("A fee under this rule is due")
    *_, schedule = segment(f"{text}SCHEDULE\n1. A fee.\n2. A card.\n").provisions
    assert [item.word for item in schedule.items] == ["paragraph", "paragraph"]


def test_the_articles_of_a_treaty_in_a_schedule_are_none_of_the_law() -> None:
    treaty = "Article 1\nA fee.\nArticle 2\nUnder Article 1 and Article 2 a fee is due.\n"
    law = segment(f"1. The Treaty is law.\n2. A fee is due.\nSCHEDULE\n{treaty}").provisions
    assert [provision.word for provision in law[:2]] == ["section", "section"]
