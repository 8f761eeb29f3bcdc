"""Forms within a clause: what it asks for is not judged, what it says is."""

from __future__ import annotations

import spacy

import annotator
from annotator.classifier.unasked import without_fields
from annotator.provisions import Clause

FORM = """APPLICATION
Sex: [  ] Male [  ] Female
Mother's maiden name
(a) a wife;
Name of husband or father ..........
I declare that my wife goes with me."""


def clause(text: str, eid: str = "att_1") -> Clause:
    return Clause(
        eid=eid, number="1", heading="", path=(), lead_in="", text=text, start=0, end=len(text)
    )


def test_the_lines_that_ask_become_blanks_and_all_else_keeps_its_place() -> None:
    found = without_fields(clause(FORM))
    assert len(found.text) == len(FORM)
    assert " ".join(found.text.split()) == "(a) a wife; I declare that my wife goes with me."
    assert found.text.index("I declare") == FORM.index("I declare")


def test_a_section_with_a_blank_in_it_stays_as_it_is() -> None:
    assert without_fields(clause(FORM, "sec_1")).text == FORM


def test_no_finding_stands_on_a_blank_or_a_box() -> None:
    law = (
        "1. An officer may search a visitor.\nSCHEDULE\nFORM A\nAPPLICATION FOR A PERMIT\n"
        "1. Sex: ☐ Male ☐ Female\n2. Name of husband: ........\n3. Mother's maiden name:\n"
    )
    nlp: spacy.Language = annotator.load()
    doc = nlp(law)
    fields = [one for one in doc.spans["clauses"] if one._.clause.kind == "field"]
    assert len(fields) == 3
    assert {one.label_ for one in fields} == {"neutral"}
