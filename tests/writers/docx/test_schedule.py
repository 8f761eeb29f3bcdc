"""A PDF cannot be changed: it gets a schedule of amendments that says on which page each is."""

from __future__ import annotations

import io
from typing import Any

import pytest
from msgspec.structs import replace

import annotator
from annotator.errors import InputError
from annotator.request import View
from annotator.schema import Gap, Region
from annotator.writers import write
from tests.word.building import docx, p
from tests.writers.docx.laws import annotation, finding, gap, proposal, source_of
from tests.writers.docx.oracle import W, body, texts

BASE = docx(p("1. An officer may search a person.") + p("2. A record is kept."))
TEXT = source_of(BASE).text
WORDS = "An officer may search a person."


def paged(first: int, last: int) -> Region:
    return Region(
        start_line=1, start_column=1, end_line=2, end_column=1, start_page=first, end_page=last
    )


def scheduled(*more: Gap, **view: Any) -> bytes:
    amendment = proposal(TEXT, ("officer", "", " of the same sex"), name="one")
    found = finding(TEXT, WORDS, amendment)
    found = replace(found, clause=replace(found.clause, region=paged(3, 4)))
    source = replace(source_of(BASE), format="pdf", original=b"%PDF-")
    lacking = gap(TEXT, "A record is kept.", "Privacy\n1A. A search is private.")
    out = io.BytesIO()
    law = annotation(source, [found], [lacking, *more])
    write(law, source, out, View(format="docx", **view))
    return out.getvalue()


def test_each_amendment_stands_under_its_provision_and_page() -> None:
    said = texts(body(scheduled()))
    assert said[0] == "Amendments to the Bill"
    assert "Section 1 (Search), pages 3 to 4" in said
    assert said.index("Amend as one says.") > said.index(WORDS)


def test_what_the_law_lacks_stands_there_in_full() -> None:
    said = texts(body(scheduled()))
    assert said[-2:] == ["Privacy", "1A. A search is private."]


def test_a_new_section_stands_under_the_number_that_its_words_bear() -> None:
    more = gap(TEXT, "A record is kept.", "Health\n1B. Care is given.")
    said = texts(body(scheduled(replace(more, number="1B", issue="health"), issues=("health",))))
    # Whatever is shown, a section bears the number that it has beside all others.
    assert f"1B {more.heading}".strip() in said
    assert said[-2:] == ["Health", "1B. Care is given."]


def test_nothing_in_it_is_tracked() -> None:
    assert list(body(scheduled()).iter(W + "ins", W + "del", W + "commentReference")) == []


def test_it_is_no_law_to_annotate() -> None:
    with pytest.raises(InputError, match="a schedule of amendments or a comparison"):
        annotator.read(scheduled(), name="amendments.docx")
