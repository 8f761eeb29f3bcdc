"""What is printed behind a bill: what the houses certify, and the notes that explain it."""

from __future__ import annotations

import pytest

from annotator.segmenter import segment

BILL = """PORTS BILL, 2024

1. This Act may be cited as the Ports Act, 2024.

2. An officer may search a person who enters the country.

3. The Minister may make regulations.
"""
SCHEDULE = """
FIRST SCHEDULE

(Section 3)

1. A person must show a pass.

2. A pass must bear a stamp.
"""
CERTIFIED = """
Read three times and passed the House of Deputies this
day of
, 2024.

Speaker

Read three times and passed the Senate this day of , 2024.

President
"""
NOTES = """
The Bill would protect persons at ports.

PART I - PRELIMINARY

Clause 1:
provides the short title.
""" + "".join(f"\nClause {n}:\nprovides for matter {n} of the ports.\n" for n in range(2, 40))


def said(text: str) -> list[str]:
    return [clause.text for clause in segment(text).clauses]


@pytest.mark.parametrize("law", [BILL, BILL + SCHEDULE])
@pytest.mark.parametrize(
    "title",
    [
        "EXPLANATORY MEMORANDUM",
        "OBJECTS AND REASONS",
        "Notes on clauses",
        "EXPLANATORY NOTES TO THE BILL",
        "Explanatory memorandum to the Ports Bill, 2024",
    ],
)
def test_notes_that_explain_a_bill_are_none_of_it(law: str, title: str) -> None:
    assert said(f"{law}\n{title}\n{NOTES}") == said(law)


@pytest.mark.parametrize("law", [BILL, BILL + SCHEDULE])
@pytest.mark.parametrize("notes", ["", f"\nEXPLANATORY MEMORANDUM\n{NOTES}"])
def test_what_the_houses_certify_is_none_of_the_bill(law: str, notes: str) -> None:
    assert said(law + CERTIFIED + notes) == said(law)


def test_a_form_that_is_read_three_times_stays_in_its_schedule() -> None:
    form = f"{BILL}{SCHEDULE}\n3. The oath is read three times and signed by the officer.\n"
    assert said(form)[-1] == "The oath is read three times and signed by the officer."


def test_a_line_of_marks_alone_at_the_end_breaks_nothing() -> None:
    assert segment("**14** ()  person\n**15** It ends.\n**\n").clauses
