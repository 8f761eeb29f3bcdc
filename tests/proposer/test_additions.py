"""What is added to a clause: an item, a sentence, a subsection, a paragraph."""

from dataclasses import replace

import msgspec
import pytest

from annotator.library.model import Form
from annotator.proposer.drafting_case import Draft, applied
from annotator.proposer.operations import draft
from tests.proposer.laws import ARTICLES, LETTERED, SECTIONS, case, drafted, undone

SUBSECTION = Form(
    operation="insert_subsection",
    text="a record of {{ here }} {{ must }} be kept under {{ unit }}.",
)
SENTENCE = Form(operation="insert_sentence", text="it {{ must }} be lit.")
ITEM = Form(operation="add_list_item", text="a room of {{ foreigner.the }}’s own")


def line_after(law: str, made: Draft) -> str:
    """The line of the amended law that the new words stand on."""
    amended = applied(law, made.edits)
    assert undone(law, made.edits) == law
    return next(line for line in amended.split("\n") if made.amended in line)


def test_an_item_in_a_section() -> None:
    made = drafted(SECTIONS, "13(1)", ITEM)
    assert made.amended == (
        "The master of a ship shall provide to each passenger—\n"
        "(a) food;\n(b) water;\n(c) a bed; and\n(d) a room of the foreigner’s own."
    )
    assert made.instruction == (
        "In section 13(1), omit “and” at the end of paragraph (b) and for the full stop at the end "
        "of paragraph (c) substitute: “; and (d) a room of the foreigner’s own.”"
    )


def test_an_item_in_an_article() -> None:
    made = drafted(ARTICLES, "7", ITEM)
    assert made.amended.endswith("(a) food;\n(b) water;\n(c) a room of the foreigner’s own.")
    assert made.instruction == (
        "In Article 7, the following point is added after point (b): "
        "“(c) a room of the foreigner’s own”"
    )


def test_a_sentence_in_a_section() -> None:
    made = drafted(SECTIONS, "12", SENTENCE)
    assert made.amended == "The Agency shall keep a register of searches. It shall be lit."
    assert made.instruction == "At the end of section 12 insert: “It shall be lit.”"


def test_a_sentence_in_an_article() -> None:
    made = drafted(ARTICLES, "6(2)", SENTENCE)
    assert made.amended == "The Agency must be told. It must be lit."
    assert made.instruction == (
        "In Article 6(2), the following sentence is added at the end: “It must be lit.”"
    )


@pytest.mark.parametrize("number", ["10 “officer”", "13(1)"])
def test_no_sentence_is_added_to_a_definition_or_after_a_list(number: str) -> None:
    assert draft(SENTENCE, case(SECTIONS, number)) is None


def test_a_subsection_is_the_last_of_its_section() -> None:
    made = drafted(SECTIONS, "11(1)", SUBSECTION)
    assert made.amended == "(3) A record of subsection (1) shall be kept under this section."
    assert made.instruction == f"After section 11(2) insert: “{made.amended}”"
    assert line_after(SECTIONS, made) == made.amended
    assert "for one day.\n(3) A record" in applied(SECTIONS, made.edits)


def test_an_article_takes_another_numbered_paragraph_as_it_numbers_them() -> None:
    made = drafted(ARTICLES, "6(1)", SUBSECTION)
    assert made.amended == "3. A record of paragraph 1 must be kept under this Article."
    assert made.instruction == f"In Article 6, the following paragraph is added: “{made.amended}”"
    assert line_after(ARTICLES, made) == made.amended


def test_paragraphs_in_brackets_are_followed_by_one_in_brackets() -> None:
    law = ARTICLES.replace("1. A", "(1) A").replace("2. The", "(2) The")
    made = drafted(law, "6(1)", SUBSECTION)
    assert made.amended == "(3) A record of paragraph (1) must be kept under this Article."


def test_a_new_subsection_is_indented_like_the_last() -> None:
    law = SECTIONS.replace("(2) A foreigner", "    (2) A foreigner")
    assert line_after(law, drafted(law, "11(1)", SUBSECTION)).startswith("    (3) A record")


def test_a_section_without_subsections_takes_a_sentence() -> None:
    made = drafted(SECTIONS, "12", SUBSECTION)
    assert made.operation == "insert_sentence"
    assert made.amended == (
        "The Agency shall keep a register of searches. "
        "A record of this section shall be kept under this section."
    )


def test_an_article_without_paragraphs_takes_one_without_a_number() -> None:
    made = drafted(ARTICLES, "8", SUBSECTION)
    assert made.amended == "A record of this Article must be kept under this Article."
    assert made.instruction == (
        f"In Article 8, the following paragraph is added at the end: “{made.amended}”"
    )
    assert line_after(ARTICLES, made) == made.amended


def test_a_section_that_ends_in_a_list_is_numbered_as_subsection_1() -> None:
    law = "13. The master of a ship shall provide—\n(a) food; and\n(b) water.\n14. End.\n"
    made = drafted(law, "13", SUBSECTION)
    assert applied(law, made.edits) == (
        "13. (1) The master of a ship shall provide—\n(a) food; and\n(b) water.\n"
        "(2) A record of subsection (1) shall be kept under this section.\n14. End.\n"
    )
    assert made.instruction == (
        f"Number the text of section 13 as subsection (1) and after it insert: “{made.amended}”"
    )


def test_a_law_that_sets_its_subsections_apart_by_blank_lines_goes_on_so() -> None:
    law = "5.—(1) A fee is due.\n\n(2) It is low.\n\n6.—(1) A card is due.\n\n(2) It is red.\n"
    made = drafted(law, "5(1)", SUBSECTION)
    assert "(2) It is low.\n\n(3) A record" in applied(law, made.edits)


def test_a_section_whose_items_the_law_cites_is_not_numbered() -> None:
    law = "13. The master shall provide—\n(a) food; and\n(b) water.\n14. See section 13(b).\n"
    assert draft(SUBSECTION, case(law, "13")) is None


def test_a_reference_to_paragraphs_is_no_list_that_a_sentence_would_follow() -> None:
    law = "13. A person named in paragraph (a) or (b) of section 4 is told.\n14. End.\n"
    assert drafted(law, "13", SUBSECTION).operation == "insert_sentence"


def test_a_repealed_range_keeps_its_numbers() -> None:
    law = "11. (1) An officer may search.\n(2) A fee is due.\n(3) to (5) [Repealed]\n12. End.\n"
    made = drafted(law, "11(1)", SUBSECTION)
    assert made.amended.startswith("(6) A record")
    assert made.instruction.startswith("After section 11(3) to (5) insert: “(6) ")


def test_an_article_inserted_later_is_named_in_full() -> None:
    law = ARTICLES.replace("Article 8", "Article 7 bis").replace("A foreigner must carry", (
        "1. A fee is due.\n2. A foreigner must carry"
    ))  # fmt: skip
    made = drafted(law, "7 bis(1)", SUBSECTION)
    assert made.instruction.startswith("In Article 7 bis, the following paragraph is added: “3. ")


def test_after_a_list_that_falls_into_clauses_the_number_is_that_of_a_subsection() -> None:
    item = "the name of every person who has entered the territory by land or by sea " * 12
    law = (
        "Article 6\n1. The Agency must keep a register.\n2. The register must hold:\n"
        f"(a) {item};\n(b) {item}.\nArticle 7\nA fee is due.\n"
    )
    made = drafted(law, "6(1)", SUBSECTION)
    assert made.amended == "3. A record of paragraph 1 must be kept under this Article."
    assert made.instruction.startswith("In Article 6, the following paragraph is added")
    # The section speaks of more than one item of a long list: no subsection for that item's sake.
    assert draft(SUBSECTION, case(law, "6(2)(b)")) is None


def test_a_provision_of_a_schedule_is_named_with_its_schedule() -> None:
    law = "1. A fee is due.\nSCHEDULE 2\n1. (1) A fee.\n(2) A card.\n2. The end.\n"
    made = drafted(law, "Schedule 2, 1(1)", SUBSECTION)
    assert made.instruction.startswith("After paragraph 1(2) of Schedule 2 insert: “(3) ")


def test_a_number_that_was_not_cut_is_not_given_twice() -> None:
    held = case("7. A search: (a) is brief; (b) is free of charge.\n8. The end.\n", "7")
    assert draft(SUBSECTION, held) is not None
    text = held.clause.text.replace("free of charge", "free; see (2) below")
    clause = msgspec.structs.replace(held.clause, text=text)
    assert draft(SUBSECTION, replace(held, clause=clause)) is None


def test_a_slot_that_the_law_does_not_fill_makes_every_addition_abstain() -> None:
    for operation in ("add_list_item", "insert_sentence", "insert_subsection"):
        form = Form(operation=operation, text="{{ sponsor.a }} is told.")  # type: ignore[arg-type]
        for number in ("11(1)", "12", "13(1)"):
            assert draft(form, case(SECTIONS, number)) is None


def test_a_term_that_a_clause_defines_for_itself_is_not_used_beside_it() -> None:
    law = "7. (1) A person (in this subsection referred to as a “ward”) is heard.\n(2) It ends.\n"
    beside = case(law, "7(1)")
    assert draft(Form(operation="insert_subsection", text="The ward waits."), beside) is None
    assert draft(Form(operation="insert_subsection", text="A person waits."), beside)


def test_where_a_number_was_not_cut_none_is_added_however_many_stand_before() -> None:
    held = case("7. (1) A search is brief.\n(2) It is free of charge.\n8. The end.\n", "7(1)")
    text = held.law.text.replace("It is free of charge.", "It is so.\n(5) It ends")
    law = replace(held.law, text=text)
    uncut = replace(held, reading=replace(held.reading, law=law))
    assert draft(SUBSECTION, held) is not None
    for ahead in range(5):
        assert draft(SUBSECTION, replace(uncut, ahead=ahead)) is None


def test_a_subsection_where_subsections_are_letters() -> None:
    made = drafted(LETTERED, "21(a)", SUBSECTION)
    assert made.amended == "(d) A record of subsection (a) shall be kept under this section."
    assert (
        made.instruction
        == f"Section 21 is amended by adding at the end the following: “{made.amended}”"
    )
    assert f"under subsection (a).\n\n{made.amended}\n\n§ 22." in applied(LETTERED, made.edits)


def test_the_first_subsections_are_letters_where_the_others_of_the_law_are() -> None:
    made = drafted(LETTERED, "22", SUBSECTION)
    assert made.amended == "(b) A record of subsection (a) shall be kept under this section."


def test_no_letter_follows_where_one_was_not_read() -> None:
    law = LETTERED.replace("those whom it holds", "those:\n(d) sums of money it holds")
    made = draft(SUBSECTION, case(law, "21(a)"))
    assert made is None or made.amended.startswith("(e) ")


@pytest.mark.parametrize(("text", "adds"), [("A fee is due.", True), ("a fee.", False)])
def test_an_item_that_is_a_rule_of_its_own_is_treated_as_one(text: str, adds: bool) -> None:
    given = case(LETTERED, "21(a)")
    item = msgspec.structs.replace(given.clause, kind="item", text=text)
    for form in (SUBSECTION, SENTENCE):
        assert (draft(form, replace(given, clause=item)) is not None) == adds


def test_items_with_headings_of_their_own_are_no_list() -> None:
    assert draft(ITEM, case(LETTERED, "21(b)")) is None


PREVAILING = (
    "31. (1) An officer may search a person who lands.\n"
    "(2) Nothing in this section prevents an officer from opening the bag of a person.\n"
)


@pytest.mark.parametrize(
    ("number", "text", "words"),
    [
        ("31(2)", "A bag {{ must }} be opened in private.",
         "(3) Despite subsection (2), a bag must be opened in private."),
        ("31(1)", "A person {{ must }} be searched in private.",
         "(3) A person must be searched in private."),
        ("31(1)", "{{ despite_all }}a person {{ must }} not be touched.",
         "(3) Despite subsection (2) and anything else in this section, a person must not be "
         "touched."),
        ("31(2)", "{{ despite_all }}a person {{ must }} not be touched.",
         "(3) Despite subsection (2) and anything else in this section, a person must not be "
         "touched."),
    ],
)  # fmt: skip
def test_what_nothing_is_to_hinder_is_set_aside_by_name(number: str, text: str, words: str) -> None:
    law = f"{PREVAILING}32. Despite section 31, an officer must keep a book, and must sign it.\n"
    made = drafted(law, number, Form(operation="insert_subsection", text=text))
    assert made.amended == words


def test_where_items_bear_the_letters_that_subsections_would_the_words_bear_none() -> None:
    punishing = (
        "\n§ 45. Offenses\n\nAny individual who—\n\n(a) enters the harbor unseen; or\n\n"
        "(b) helps another to do so,\n\nshall be guilty of an offense.\n"
    )
    law = LETTERED + punishing
    made = drafted(law, "45", SUBSECTION)
    assert made.amended == "A record of this section shall be kept under this section."
    assert made.instruction == (
        "Section 45 is amended by adding at the end the following: "
        "“A record of this section shall be kept under this section.”"
    )
    assert applied(law, made.edits).endswith(
        "guilty of an offense.\nA record of this section shall be kept under this section.\n"
    )
    assert undone(law, made.edits) == law
