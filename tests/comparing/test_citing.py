"""Clauses that cite others by their new numbers, and say what they said."""

from __future__ import annotations

import pytest

from tests.comparing.versions import compared, turned, version

OLD = """\
Passage
1. A woman may cross with her children under section 2 or 3, and pays the fee of section 4.

Bells
2. The bell is rung at noon in every harbour of the island.

Boats
3. (1) A boat is kept dry in the winter, and is painted in the spring.
(2) A boat that is not kept so is sold under subsection (1).

Fees
4. A fee is due for every crossing, and is paid at the gate.
"""
#: A section put in behind the second, all others renumbered.
NEW = (
    OLD.replace("4. A", "5. A")
    .replace("Boats\n3.", "Ropes\n3. A rope of the harbour has no knots.\n\nBoats\n4.")
    .replace("section 2 or 3", "section 2 or 4")
    .replace("section 4.", "section 5.")
)
RESPONSIVE = {"1": "responsive"}


def test_what_cites_a_renumbered_section_is_not_reworded() -> None:
    found = compared(version(OLD, RESPONSIVE), version(NEW, RESPONSIVE))
    assert found.turns == ()
    marked = {one.new[0].number: one.numbers_only for one in found.changes if one.new}
    assert [number for number, only in marked.items() if only] == ["1"]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("section 2 or 4", "section 2 or 5"),
        ("section 2 or 4", "section 2"),
        ("section 5.", "section 5(1)."),
        ("A woman may", "A woman may not"),
    ],
)
def test_what_cites_another_provision_is_to_be_read(words: str, others: str) -> None:
    new = NEW.replace(words, others)
    assert turned(version(OLD, RESPONSIVE), version(new, RESPONSIVE)) == ["reworded 1 -> 1"]


def test_labels_of_subsections_follow_too() -> None:
    new = (
        OLD.replace("(2) A boat", "(3) A boat")
        .replace("3. (1) A", "3. (1) A boat bears a name.\n(2) A")
        .replace("under subsection (1)", "under subsection (2)")
    )
    labels = {"3(2)": "responsive"}
    assert turned(version(OLD, labels), version(new, {"3(3)": "responsive"})) == []
