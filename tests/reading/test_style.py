"""How a law is drafted, and how it names its provisions."""

import pytest

from annotator.reading.law import read_law
from annotator.reading.style import cited, here, read_style, spelled, unit
from tests.proposer.laws import ARTICLES, LETTERED, SECTIONS, case, reading


@pytest.mark.parametrize(
    ("law", "kind"), [(SECTIONS, "section"), (ARTICLES, "article"), (LETTERED, "lettered")]
)
def test_the_style_is_that_of_most_provisions(law: str, kind: str) -> None:
    style = reading(law).style
    assert style.kind == kind


def test_straight_quotation_marks_stay_straight() -> None:
    assert not case("1. The officer's card is 'valid'.\n", "1").style.curly
    assert case("1. The officer’s card is “valid”.\n", "1").style.curly


@pytest.mark.parametrize("word", ["Notwithstanding", "Despite"])
def test_the_word_that_sets_a_provision_aside(word: str) -> None:
    law = f"1. {word} section 4, a person may stay.\n2. A person may leave.\n"
    assert case(law, "1").style.despite == word


@pytest.mark.parametrize("word", ["organisation", "organization"])
def test_words_are_spelled_as_the_law_spells_them(word: str) -> None:
    style = case(f"1. An {word} may apply.\n2. A fee is due.\n", "1").style
    assert spelled("Organisations advise.", style) == f"{word.capitalize()}s advise."


BY_LEVEL = "11 (1) See subsection 4(2) and paragraph 5(a).\n(2) A fee.\n"
CITED = {
    "a lettered subsection": (
        LETTERED, "21(b)", "section 21(b)", "subsection (b)", "this section",
    ),
    "a subsection": (SECTIONS, "11(1)", "section 11(1)", "subsection (1)", "this section"),
    "a whole section": (SECTIONS, "12", "section 12", "this section", "this section"),
    "a paragraph of an article": (ARTICLES, "6(2)", "Article 6(2)", "paragraph 2", "this Article"),
    "a whole article": (ARTICLES, "8", "Article 8", "this Article", "this Article"),
    "a subsection, by its own level": (
        BY_LEVEL, "11(1)", "subsection 11(1)", "subsection (1)", "this section",
    ),
    "a definition": (
        SECTIONS, "10 “officer”", "section 10, in the definition of “officer”", "this section",
        "this section",
    ),
    "a paragraph printed in brackets": (
        "Article 6\n(1) A fee is due.\n(2) It is low.\n", "6(2)", "Article 6(2)", "paragraph (2)",
        "this Article",
    ),
    "an article inserted later": (
        "Article 14 bis\n1. A fee is due.\n2. It is low.\n", "14 bis(2)", "Article 14 bis(2)",
        "paragraph 2", "this Article",
    ),
    "a provision of a schedule": (
        "1. One.\nSCHEDULE 2\n1. (1) A fee.\n(2) A card.\n2. End.\n", "Schedule 2, 1(2)",
        "paragraph 1(2) of Schedule 2", "subparagraph (2)", "this paragraph",
    ),
    "a provision of the only schedule": (
        "1. One.\nSCHEDULE\n1. A fee.\n2. End.\n", "Schedule, 2", "paragraph 2 of the Schedule",
        "this paragraph", "this paragraph",
    ),
    "a paragraph of a part of a schedule": (
        "1. One.\n2. Two.\nTHIRD SCHEDULE\nPART A\n1. A fee.\n2. A card.\nPART B\n"
        "1. (1) A file.\n(2) A list.\n2. End.\n", "Schedule 3, Part B, 1(2)",
        "paragraph 1(2) of Part B of the Third Schedule", "subparagraph (2)", "this paragraph",
    ),
    "an article of a chapter that begins anew": (
        "CHAPTER 1\nENTRY\nArticle 1\nOne.\nArticle 2\nTwo.\nCHAPTER 2\nSTAY\nArticle 1\nA.\n"
        "Article 2\nB.\n", "1", "Article 1 of Chapter 1", "this Article", "this Article",
    ),
    "a chapter without sections": (
        "CHAPTER 1\nENTRY\nSection 1. One.\nCHAPTER 2\nEXIT\nExit is free to all who leave.\n",
        "Chapter 2", "Chapter 2", "this Chapter", "this Chapter",
    ),
    "a schedule that is one text": (
        "1. One.\n2. Two.\nSCHEDULE 2\nThe fee is due on the first day.\n", "Schedule 2",
        "Schedule 2", "this Schedule", "this Schedule",
    ),
    "a provision of an annex": (
        "Article 1\nOne.\nAnnex II\n1. A fee.\n2. End.\n", "Annex II, 2", "paragraph 2 of Annex II",
        "this paragraph", "this paragraph",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CITED)
def test_a_provision_is_named(what: str) -> None:
    law, number, from_outside, from_beside, itself = CITED[what]
    found = case(law, number)
    assert cited(found.clause, found.provision, found.style) == from_outside
    assert here(found.clause, found.provision, found.law, found.style) == from_beside
    assert unit(found.provision, found.style) == itself


def test_a_law_that_spells_both_ways_is_written_with_s() -> None:
    mixed = "The organization is authorised. It is recognised. They organize."
    assert not read_style(read_law(mixed, [])).zed
    assert read_style(read_law("The organization is authorized and recognized.", [])).zed
    assert not read_style(read_law("The International Organization for Migration.", [])).zed


@pytest.mark.parametrize(
    ("law", "number", "part"),
    [
        ("1. (1) A fee is due.\n(2) Under sub-section (1) it is low.\n", "1(1)", "sub-section (1)"),
        (
            "1. (1) These Regulations bind.\n(2) A fee.\n(3) Under sub-regulation (1) it is due.\n",
            "1(1)",
            "sub-regulation (1)",
        ),
        (
            "Article 1\n(1) A fee is due.\n(2) The fee in clause (1) is low.\n",
            "1(1)",
            "clause (1)",
        ),
    ],
)
def test_a_part_of_a_section_is_called_what_the_law_calls_it(
    law: str, number: str, part: str
) -> None:
    made = case(law, number)
    assert here(made.clause, made.provision, made.law, made.style) == part


ORDER = "1. (1) A card is due under Article 2.\n(2) Clause (1) is law.\n2. Article 1 binds all.\n"


def test_what_bears_a_bare_number_is_an_article_where_the_law_says_so() -> None:
    made = case(ORDER, "1(2)")
    assert unit(made.provision, made.style) == "this Article"
    assert cited(made.clause, made.provision, made.style) == "Article 1(2)"
    assert here(made.clause, made.provision, made.law, made.style) == "clause (2)"


def test_the_articles_of_another_instrument_make_no_articles_of_sections() -> None:
    law = "1. Article 3 of the Treaty and Article 4 of the Treaty bind.\n2. A fee is due.\n"
    assert unit(case(law, "1").provision, case(law, "1").style) == "this section"
