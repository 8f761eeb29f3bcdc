"""What refers to a provision that is repealed is told."""

from __future__ import annotations

from annotator.applying.hanging import left_hanging
from annotator.schedule import schedule
from annotator.segmenter import segment
from tests.word.building import docx, p
from tests.writers.docx.laws import cut, finding, proposal, repealed, source_of

LINES = (
    "1. A permit under section 2(1) is in writing.",
    "2. (1) A bride is led by her father.",
    "(2) A fee is due, and subsection (1) applies.",
    "3. Sections 1 and 2 apply to a bride.",
)


def test_a_sentence_names_those_that_stay() -> None:
    source = source_of(docx("".join(map(p, LINES))))
    other = LINES[3][3:]
    others = [
        finding(source.text, one.text, number=one.number)
        for one in segment(source.text).clauses
        if one.number in ("1", "2(2)")
    ]
    mended = proposal(source.text, ("a ", "bride", "spouse"))
    law = cut(
        source,
        [
            repealed(source, "A bride is led by her father.", "2(1)"),
            finding(source.text, other, mended, number="3"),
            *others,
        ],
    )
    told = list(left_hanging(schedule(law), law))
    assert len(told) == 1
    assert told[0].endswith(" 2(1). Sections 1 and 2(2) refer to it and must be amended too.")
