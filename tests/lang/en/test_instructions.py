"""Amending instructions, as laws in sections and laws in articles word them."""

import pytest

from annotator.lang.en import instructions

WORDED = {
    "replacement and omission": (
        lambda kind, place: instructions.replacement(
            place, [("wife", "spouse"), ("; but no husband", "")], kind
        ),
        "In section 4, for “wife” substitute “spouse” and omit “; but no husband”.",
        "In Article 4, the word “wife” is replaced by the word “spouse” and the words "
        "“; but no husband” are deleted.",
    ),
    "insertion": (
        lambda kind, place: instructions.insertion(place, "of age", "A man", "after", kind),
        "In section 4, after “A man” insert “of age”.",
        "In Article 4, the words “of age” are inserted after the words “A man”.",
    ),
    "sentence": (
        lambda kind, place: instructions.sentence(place, "It is free.", kind),
        "At the end of section 4 insert: “It is free.”",
        "In Article 4, the following sentence is added at the end: “It is free.”",
    ),
    "subsection": (
        lambda kind, place: instructions.subsection(place, f"{place}(2)", "(3) It is free.", kind),
        "After section 4(2) insert: “(3) It is free.”",
        "In Article 4, the following paragraph is added: “(3) It is free.”",
    ),
    "item": (
        lambda kind, place: instructions.item(place, "; and (c) care", "(b)", ("and", "(a)"), kind),
        "In section 4, omit “and” at the end of paragraph (a) and after paragraph (b) insert: "
        "“; and (c) care”",
        "In Article 4, the following point is added after point (b): “(c) care”",
    ),
    "item without a joint": (
        lambda kind, place: instructions.item(place, "; (c) care", "(b)", None, kind),
        "In section 4, after paragraph (b) insert: “; (c) care”",
        "In Article 4, the following point is added after point (b): “(c) care”",
    ),
    "item behind a full stop": (
        lambda kind, place: instructions.item(
            place, "; and (c) care", "(b)", ("and", "(a)"), kind, "."
        ),
        "In section 4, omit “and” at the end of paragraph (a) and for the full stop at the end of "
        "paragraph (b) substitute: “; and (c) care.”",
        "In Article 4, the following point is added after point (b): “(c) care”",
    ),
    "item behind a semicolon": (
        lambda kind, place: instructions.item(place, "; (c) care", "(b)", None, kind, ";"),
        "In section 4, after paragraph (b) insert: “(c) care;”",
        "In Article 4, the following point is added after point (b): “(c) care”",
    ),
    "one replacement": (
        lambda kind, place: instructions.replacement(place, [("his", "the")], kind),
        "In section 4, for “his” substitute “the”.",
        "In Article 4, the word “his” is replaced by the word “the”.",
    ),
    "three replacements": (
        lambda kind, place: instructions.replacement(
            place, [("a", "x"), ("b", "y"), ("c", "z")], kind
        ),
        "In section 4, for “a” substitute “x”, for “b” substitute “y” and for “c” substitute “z”.",
        "In Article 4, the word “a” is replaced by the word “x”, the word “b” is replaced by "
        "the word “y” and the word “c” is replaced by the word “z”.",
    ),
    "omission": (
        lambda kind, place: instructions.omission(place, "of her husband", kind),
        "In section 4, omit “of her husband”.",
        "In Article 4, the words “of her husband” are deleted.",
    ),
    "repeal": (
        lambda kind, place: instructions.repeal(place, kind),
        "Section 4 is repealed.",
        "Article 4 is deleted.",
    ),
}


@pytest.mark.parametrize("what", WORDED)
def test_an_instruction_is_worded_in_the_style_of_the_law(what: str) -> None:
    instruct, in_sections, in_articles = WORDED[what]
    assert instruct("section", "section 4") == in_sections
    assert instruct("article", "Article 4") == in_articles


def test_a_section_is_numbered_where_it_gets_a_second_subsection() -> None:
    section, words = "section", "(2) It is free."
    assert instructions.renumbering("section 4", "subsection (1)", words, section) == (
        "Number the text of section 4 as subsection (1) and after it insert: “(2) It is free.”"
    )


LETTERED = {
    "insertion": (
        lambda: instructions.insertion("section 4(a)", "of care", "cost", "after", "lettered"),
        "Section 4(a) is amended by inserting “of care” after “cost”.",
    ),
    "sentence": (
        lambda: instructions.sentence("section 4(a)", "It is free.", "lettered"),
        "Section 4(a) is amended by adding at the end the following: “It is free.”",
    ),
    "subsection": (
        lambda: instructions.subsection("section 4", "section 4(b)", "(c) It is free.", "lettered"),
        "Section 4 is amended by adding at the end the following: “(c) It is free.”",
    ),
    "renumbering": (
        lambda: instructions.renumbering("section 4", "subsection (a)", "(b) It.", "lettered"),
        "Section 4 is amended by designating its text as subsection (a) and adding at the end: "
        "“(b) It.”",
    ),
    "item": (
        lambda: instructions.item(
            "section 4(a)", "; and (3) care", "(2)", ("or", "(1)"), "lettered"
        ),
        "Section 4(a) is amended by striking “or” at the end of paragraph (1) and inserting after "
        "paragraph (2) the following: “; and (3) care”",
    ),
    "item behind a full stop": (
        lambda: instructions.item(
            "section 4(a)", "; and (3) care", "(2)", ("and", "(1)"), "lettered", "."
        ),
        "Section 4(a) is amended by striking “and” at the end of paragraph (1), striking the "
        "period at the end of paragraph (2) and inserting “; and”, and adding at the end the "
        "following: “(3) care.”",
    ),
    "replacements": (
        lambda: instructions.replacement("section 4", [("his", "the"), ("he", "who")], "lettered"),
        "Section 4 is amended by striking “his” and inserting “the” and striking “he” and "
        "inserting “who”.",
    ),
    "substitution": (
        lambda: instructions.substitution("section 4", "A guest.", ("A man", "wife."), "lettered"),
        "Section 4 is amended by striking “A man” and all that follows through “wife.” and "
        "inserting “A guest.”",
    ),
    "substitution of all": (
        lambda: instructions.substitution("section 4", "A guest.", ("", ""), "lettered"),
        "Section 4 is amended by striking its text and inserting “A guest.”",
    ),
    "omission": (
        lambda: instructions.omission("section 4", "of her husband", "lettered"),
        "Section 4 is amended by striking “of her husband”.",
    ),
    "new section": (
        lambda: instructions.new_provision("section 4", "5. It.", "lettered"),
        "Insert after section 4 the following: “5. It.”",
    ),
}


@pytest.mark.parametrize("what", LETTERED)
def test_an_instruction_for_a_law_whose_subsections_are_letters_amends_by(what: str) -> None:
    instruct, worded = LETTERED[what]
    assert instruct() == worded


def test_an_article_takes_a_paragraph_without_a_number() -> None:
    assert instructions.paragraph("Article 4", "It is free.") == (
        "In Article 4, the following paragraph is added at the end: “It is free.”"
    )
