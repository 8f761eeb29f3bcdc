"""Marks of editors within clauses: they leave the text, and what is the law's own stays."""

import pytest

from tests.readers.laws import law, texts

AMENDED = """\
1. (1) This Act may be called the Borders Act.

2. (1) The 1[Federal Government] may by order2 make rules, and a person who breaks
them is liable to 2[a fine, or to 3 [imprisonment for a year]].

1[(2) An order under section 5 [as amended] shall be published.]

3. The officer shall give [full name] to the person.* 3[
[^4]
(a) in writing; or
(b) by word of mouth.]

1. Subs. by Act 4 of 1962, s. 3, for “Central Government”.
2. Ins. by Act 7 of 1971, s. 2.
3. Added by Act 9 of 1980, s. 4.
* See the Gazette of 1980, p. 12.
"""


def test_editors_brackets_and_the_calls_of_their_notes_are_none_of_a_clause() -> None:
    assert texts(law(AMENDED)) == {
        "1(1)": "This Act may be called the Borders Act.",
        "2(1)": "The Federal Government may by order make rules, and a person who breaks them is "
        "liable to a fine, or to imprisonment for a year.",
        "2(2)": "An order under section 5 [as amended] shall be published.",
        "3": "The officer shall give [full name] to the person. (a) in writing; or (b) by word "
        "of mouth.",
    }


def test_the_numbers_of_a_list_that_runs_on_call_no_note() -> None:
    printed = (
        "1. These are guests: 1. Dancer2. Singer3. Poet4. Writer.\n\n2. A guest may stay.\n\n"
        "2. Ins. by Act 7 of 1971, s. 2.\n3. Added by Act 9 of 1980, s. 4.\n"
    )
    assert "Dancer2. Singer3. Poet4." in law(printed).text


@pytest.mark.parametrize(
    "words",
    [
        "An officer may search a person under section15 or give form2 to that person.",
        "A person pays [amount] for a visa of class 5 [see Schedule 1].",
        "The fee is 5,556 [per person] or 20 [for a family], and 7 [for a child].",
    ],
)
def test_brackets_and_digits_that_are_the_laws_own_stay(words: str) -> None:
    printed = f"1. {words}\n\n2. The officer shall keep a record.\n"
    assert law(printed).text == printed


def test_repealed_sections_keep_the_brackets_behind_their_numbers() -> None:
    printed = "".join(f"{n} [Repealed by Act 7 of 1999]\n\n" for n in range(2, 6))
    printed = f"1 A person may enter.\n\n{printed}6 A person may leave.\n"
    assert law(printed).text == printed
