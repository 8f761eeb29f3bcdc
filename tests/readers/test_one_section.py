"""Pages that have one section of a law alone."""

import pytest

from annotator.readers import read
from annotator.readers.one_section import with_its_section
from annotator.readers.traced import Traced
from tests.readers.laws import texts

DUTY = "An officer may search any person who enters a port."


@pytest.mark.parametrize(
    ("law", "clauses"),
    [
        (f"PORTS ACT 1990 - SECT 5\n\nSearch\n\n{DUTY}\n", {"5": DUTY}),
        (f"PORTS ACT 1990 - SECT 5A\nSearch\n\n  (1)  {DUTY}\n", {"5A(1)": DUTY}),
        (f"Ports Act 1990\n\nSECT 5\n\nSearch\n\n{DUTY}\n", {"5": DUTY}),
        (f"PORTS REGULATIONS 1990 - REG 5.2\n\n{DUTY}\n", {"5.2": DUTY}),
        (f"Arden Ports Code § 5-101 (2010)\n\n(a) {DUTY}\n", {"5-101(a)": DUTY}),
        (f"2010 Arden Code § 5-101\n\n{DUTY}\n", {"5-101": DUTY}),
        # what begins below the head is a law's own
        (f"PORTS ACT 1990 - SECT 5\n\n5. {DUTY}\n", {"5": DUTY}),
        (f"Arden Code § 5 (2010)\n\n§ 5-101. {DUTY}\n", {"5-101": DUTY}),
    ],
)
def test_the_section_on_the_line_of_the_title_is_that_of_its_clauses(
    law: str, clauses: dict[str, str]
) -> None:
    assert texts(read(law.encode(), name="law.txt")) == clauses


def test_a_section_below_its_title_leads_back_to_the_line_of_both() -> None:
    source = read(f"PORTS ACT 1990 - SECT 5\n\nSearch\n\n{DUTY}\n".encode(), name="law.txt")
    assert source.title == "PORTS ACT 1990"
    at = source.text.index(DUTY)
    region = source.region(at, at + len(DUTY))
    assert region is not None
    assert region.start_line == 5


@pytest.mark.parametrize(
    "law",
    [
        "Ports Act - SECT 1\nIt is open.\nPorts Act - SECT 2\nIt is shut.",
        "SECT 1\nSECT 2\nSECT 3",
        "1. One.\n\nThe duties of § 5\n\n2. Two.",
        "A search under § 5\n\nIt is open.",
        "x\n" * 50 + "Ports Act - SECT 1\nIt is open.",
    ],
)
def test_where_there_is_more_than_one_section_nothing_is_changed(law: str) -> None:
    assert with_its_section(Traced.whole(law)).text == law
