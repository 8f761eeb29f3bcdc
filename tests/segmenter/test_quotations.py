"""What an amending provision quotes is no provision of its own, whatever the marks look like."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.segmenter import segment
from tests.segmenter.outline import outline

AMENDING = """1. This Act may be cited as the Frontier (Amendment) Act.
2. The principal Act is amended by inserting after section 11 the following section:
“11A. (1) An officer may search any person who enters a port.
(2) An officer may detain a person for that purpose.”
3. Section 14 of the principal Act is repealed.
"""
EACH_PARAGRAPH = AMENDING.replace("\n(2)", "\n“(2)")
BEHIND_THE_NUMBER = AMENDING.replace("section:\n“", "section: “")
WITH_A_JOINT = AMENDING.replace("purpose.”", "purpose.”; and")


def straight(text: str) -> str:
    return text.replace("“", '"').replace("”", '"')


def numbers(text: str) -> list[str]:
    return [clause.number for clause in segment(text).clauses]


@pytest.mark.parametrize("law", [AMENDING, EACH_PARAGRAPH, BEHIND_THE_NUMBER, WITH_A_JOINT])
def test_straight_marks_quote_as_typographic_ones_do(law: str) -> None:
    assert numbers(straight(law)) == ["1", "2", "3"]


LOOSE = {
    "inches": '1. A knife of 6" or more shall not be carried.',
    "feet and inches": "1. A gate shall be 5'6\" wide:",
    "a mark that does not close": '1. The following word is added: "entry.',
    "a mark that does not open": '1. The words following are omitted: entry".',
    "a mark between blanks": '1. It inserts the following: " and no more.',
    "a mark alone on its line": '1. It inserts the following:\n"\n',
    "a term without its second mark": '1. In this Act—\n"port means a port.',
    "a mark without an amendment": '1. An officer asked "who goes there.',
    "an apostrophe": "1. The officers' mess is open to the crew's families.",
}
REST = """
2. (1) An officer may search a person.
(2) A "search" shall be recorded.
3. A fee of 12" of gold is due.
4. A "ship" means a vessel.
5. The register is called the "log".
"""


@pytest.mark.parametrize("mark", LOOSE)
def test_a_loose_mark_does_not_swallow_the_rest_of_the_law(mark: str) -> None:
    assert numbers(LOOSE[mark] + REST)[-5:] == ["2(1)", "2(2)", "3", "4", "5"]


def test_a_missing_mark_ends_where_the_next_quotation_opens() -> None:
    law = straight(AMENDING).replace('purpose."', "purpose.")
    law += '4. After section 20 insert the following section:\n"20A. A fee is due.\nIt is paid."\n'
    assert numbers(law)[-2:] == ["3", "4"]


@given(st.lists(st.sampled_from(['"', " ", "word", "6", ".", "—", "'", "(a)", "\n"]), max_size=20))
@settings(max_examples=200, deadline=None)
def test_no_marks_within_a_sentence_swallow_what_follows(pieces: list[str]) -> None:
    """Where no words introduce an amendment, nothing is taken for quoted over several lines."""
    law = "1. He said " + "".join(pieces).replace("—", "") + " so.\n" + REST.lstrip()
    assert numbers(law)[-5:] == ["2(1)", "2(2)", "3", "4", "5"]


def test_definitions_with_straight_marks_are_definitions() -> None:
    law = '1. In this Act—\n"port" means a port;\n"ship" means a vessel.\n2. A fee is due.\n'
    assert [line.split(":")[0] for line in outline(law)][1:] == ["1 “port”", "1 “ship”", "2"]


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_may_be_hundreds_of_lines_long(marks: str) -> None:
    inner = "\n".join(f"({n}) An officer may search a person of group {n}." for n in range(2, 600))
    law = f"1. After section 11 insert:\n{marks[0]}11A. (1) An officer waits.\n{inner}{marks[1]}\n"
    assert numbers(f"{law}2. Section 14 is repealed.") == ["1", "2"]


def test_marks_that_never_close_are_read_in_time_that_grows_with_the_text() -> None:
    law = "1. After section 11 insert:\n“11A. An officer waits.\n" * 8_000
    began = time.process_time()
    segment(law)
    assert time.process_time() - began < 20
