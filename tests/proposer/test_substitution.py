"""Sentences that draw a distinction by sex, and the equal rule that takes their place."""

from annotator.library.model import Form
from annotator.proposer.drafting_case import applied
from annotator.proposer.operations import draft
from tests.proposer.laws import case, drafted, undone

EQUAL = Form(operation="replace_sentence", text="Posts are open to women and men.")
LAW = """4. (1) Officers shall be of good character. Women shall be clerks only. A woman who marries
shall leave. The Minister sets the pay.
(2) No woman shall be enrolled.
5. A fee is due.
"""
ARTICLES = """Article 5
1. Guards are trained. Women are trained as cooks.
2. Guards must be fit.
"""


def test_the_sentences_that_name_a_sex_are_replaced_and_the_others_stay() -> None:
    made = drafted(LAW, "4(1)", EQUAL)
    assert made.amended == (
        "Officers shall be of good character. Posts are open to women and men. "
        "The Minister sets the pay."
    )
    assert made.instruction == (
        "In section 4(1), for the words from “Women shall be clerks” to “who marries shall leave.” "
        "substitute “Posts are open to women and men.”"
    )


def test_a_clause_that_is_nothing_else_is_replaced_whole() -> None:
    made = drafted(LAW, "4(2)", EQUAL)
    assert made.amended == "Posts are open to women and men."
    assert made.instruction == (
        "For the text of section 4(2) substitute: “Posts are open to women and men.”"
    )


def test_a_law_in_articles_says_it_in_its_own_way() -> None:
    assert drafted(ARTICLES, "5(1)", EQUAL).instruction == (
        "In Article 5(1), the words “Women are trained as cooks.” are replaced by "
        "“Posts are open to women and men.”"
    )


def test_the_form_may_say_which_sentences_are_meant() -> None:
    form = Form(operation="replace_sentence", after="of good character", text="Officers are fit.")
    assert drafted(LAW, "4(1)", form).amended.startswith("Officers are fit. Women shall be clerks")


def test_a_clause_that_names_no_sex_and_an_item_of_a_list_are_left_alone() -> None:
    assert draft(EQUAL, case(ARTICLES, "5(2)")) is None
    item = "a member of the family who is the wife of the applicant and lives with him " * 10
    law = f"7. (1) A permit is given to—\n(a) {item};\n(b) {item}.\n"
    assert draft(EQUAL, case(law, "7(1)(b)")) is None


def test_the_law_comes_back_when_the_amendment_is_undone() -> None:
    made = drafted(LAW, "4(1)", EQUAL)
    assert undone(LAW, made.edits) == LAW
    assert "Women shall be clerks" not in applied(LAW, made.edits)
