"""Forms in schedules: what is to be filled in is a field, and nothing that the law provides."""

from __future__ import annotations

import pytest

from annotator.segmenter import segment

LAW = """1. An officer may search a visitor.
2. The forms in the Schedule are used.
SCHEDULE
(Section 2)
"""


def kinds(text: str) -> dict[str, str]:
    return {one.number: one.kind for one in segment(text).clauses}


def test_what_a_form_asks_for_is_a_field_and_what_its_signer_says_is_not() -> None:
    form = """FORM A
APPLICATION FOR A PERMIT
1. Full name: ____________
2. Sex: ☐ Male ☐ Female
3. MOTHER'S NAME ............
4. Are you married? Yes / No
5. I declare that I have told the truth.
6. The permit is valid for a year.
7. Signature of the applicant
"""
    assert kinds(LAW + form) == {
        "1": "provision",
        "2": "provision",
        "Schedule, Form A, 1": "field",
        "Schedule, Form A, 2": "field",
        "Schedule, Form A, 3": "field",
        "Schedule, Form A, 4": "field",
        "Schedule, Form A, 5": "provision",
        "Schedule, Form A, 6": "provision",
        "Schedule, Form A, 7": "field",
    }


def test_a_schedule_most_of_whose_numbers_ask_is_a_form_though_no_blank_was_printed() -> None:
    form = """APPLICATION FOR A PERMIT
1. Full name of applicant: Mr/Mrs/Miss
2. Sex: Male Female
3. Date of birth:
Day/Month/Year
4. Nationality:
5. Occupation of the husband
"""
    found = kinds(LAW + form)
    assert [kind for number, kind in found.items() if number.startswith("Sched")] == ["field"] * 5


@pytest.mark.parametrize(
    "schedule",
    [
        "TRADES\n1. Costume builder\n2. Make-up artist\n3. Graphic artist: of books\n",
        'REPEALS\n1. In section 2 delete the words "his wife":\n'
        "2. In section 4 substitute the following:\n(a) a spouse; or\n(b) a child.\n",
        "FEES\n1. A visa: $50\n2. A permit: $100\n3. A copy: $2\n",
        "DUTIES\n1. A wife shall follow her husband:\n2. The husband may ask for a permit:\n",
    ],
)
def test_lists_tables_and_amendments_are_no_forms(schedule: str) -> None:
    assert "field" not in kinds(LAW + schedule).values()


def test_a_section_is_no_field_whatever_blanks_it_has() -> None:
    assert set(kinds("1. Name: ______\n2. Sex: ______\n3. Age: ______\n").values()) == {"provision"}
