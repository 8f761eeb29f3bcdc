"""Whoever repeals a provision is told which others refer to it."""

from __future__ import annotations

import pytest

from annotator.proposer.referring import referring_to
from annotator.segmenter import segment

LAW = """1. This Act applies subject to section 12.
2. (1) An appeal lies from an order under sections 3, 12(2) or 14.
(2) Subsection (1) does not apply under subsection (3).
(3) A fee is due.
3. An order under sections 10 to 13 is in writing.
4. Section 12 of the Penal Code applies, and so does article 12 of that Convention.
5. A bond under paragraph (b) of subsection (2) of section 12 is in writing.
6. The Minister may make an order for 12 months.
12. (1) A wife follows her husband.
(2) A permit is given to a man who—
(a) has work; or
(b) has means, as paragraph (a) says.
13. An order under section 12(2)(a) lapses.
"""


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("12", ["1", "2(1)", "3", "5", "13"]),
        ("12(2)", ["2(1)", "5", "13"]),
        ("12(2)(a)", ["12(2)", "13"]),
        ("12(2)(b)", ["5"]),
        ("12(1)", []),
        ("2(1)", ["2(2)"]),
        ("2(3)", ["2(2)"]),
        ("3", ["2(1)"]),
        ("11", ["3"]),
        ("6", []),
        ("Schedule 3, 5", []),
    ],
)
def test_those_that_refer_to_it_or_into_it_are_told(number: str, told: list[str]) -> None:
    assert referring_to(number, segment(LAW).clauses) == told
