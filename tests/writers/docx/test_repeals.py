"""Provisions that are repealed go with their numbers, and nothing empty is left of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.word.building import docx, p, row, table
from tests.writers.docx import bills
from tests.writers.docx.laws import (
    cut,
    finding,
    proposal,
    read,
    redline,
    repealed,
    source_of,
    written,
)
from tests.writers.docx.office import MISSING, OFFICE, Office
from tests.writers.docx.oracle import W, accepted, body, judge, paragraphs, texts
from tests.writers.docx.shown import printed

SETS = {
    "counted": bills.counted(),
    "typed": bills.typed(),
    "a row each": bills.rows(),
    "in cells": bills.cells(),
    "numbers run in": bills.runs_in(),
}
BRIDE = "A bride takes the nationality of her groom."
SOLDIER = "lives with a soldier out of wedlock;"
BEGS = "begs."


def repeal(data: bytes, *words: str) -> bytes:
    source = read(data)
    found = [repealed(source, one, str(at)) for at, one in enumerate(words, start=1)]
    return written(cut(source, found), source)


@pytest.mark.parametrize("name", SETS)
def test_no_number_and_no_empty_paragraph_is_left(name: str) -> None:
    base = SETS[name]
    made = repeal(base, BRIDE, SOLDIER)
    judge(base, made)
    left = accepted(made)
    now = " / ".join(line for line in printed(left, made) if line)
    # Word counts anew; what is typed keeps its number.
    (child, begging) = ("(1)", "(b)") if name == "counted" else ("(2)", "(c)")
    beside = " / " if name == "a row each" else " "
    assert f"{child}{beside}A child born abroad is a citizen. / " in now
    assert f"has no permit; / {begging}{beside}begs. / (2)" in now
    assert now.count("(1)") == (4 if name == "counted" else 3)
    if name == "typed":
        assert "Nationality / 2. (2) A child born abroad" in now
    rows = [len(list(one.iter(W + "tr"))) for one in (body(base), left)]
    assert rows[0] - rows[1] == (2 if name in ("a row each", "numbers run in") else 0)
    assert empty(left) == empty(body(base)) - (rows[0] - rows[1])


def empty(root: etree._Element) -> int:
    return sum(not words for words in texts(root))


def test_what_goes_on_behind_a_number_stands_as_that_did() -> None:
    root = accepted(repeal(bills.typed(), BRIDE))
    (merged,) = [one for one in root.iter(W + "p") if "A child born" in "".join(one.itertext())]
    indent = merged.find(f"{W}pPr/{W}ind")
    assert (indent.get(W + "left"), indent.get(W + "hanging")) == ("1000", "1000")


def test_a_section_goes_with_its_heading() -> None:
    lines = ("Visits", "1. A visit is short.", "Brides", "2. A bride is led.", "End", "3. It ends.")
    base = docx("".join(map(p, lines)))
    made = repeal(base, "A bride is led.")
    judge(base, made)
    assert texts(accepted(made)) == ["Visits", "1. A visit is short.", "End", "3. It ends."]


def test_the_last_of_a_cell_goes_with_the_mark_before_it() -> None:
    base = bills.cells()
    made = repeal(base, "A child born abroad is a citizen.")
    judge(base, made)
    said = texts(accepted(made))
    assert said[said.index("Nationality") + 1 :][:2] == [
        "(1)\tA bride takes the nationality of her groom.",
        "3.",
    ]


def test_a_row_with_a_note_stays_for_it() -> None:
    base = bills.rows("As the council asked.")
    made = repeal(base, BRIDE)
    judge(base, made)
    assert len(list(accepted(made).iter(W + "tr"))) == len(list(body(base).iter(W + "tr")))
    assert "As the council asked." in texts(accepted(made))


@pytest.mark.skipif(OFFICE is None, reason=MISSING)
def test_libreoffice_agrees(tmp_path: Path) -> None:
    office = Office(tmp_path)
    for base in SETS.values():
        made = repeal(base, BRIDE, SOLDIER, BEGS)
        plain, refused = office.settled(base), office.settled(made, "RejectAllTrackedChanges")
        assert paragraphs(body(refused)) == paragraphs(body(plain))
        taken = body(office.settled(made, "AcceptAllTrackedChanges"))
        assert texts(taken) == texts(accepted(made))


def test_a_row_stays_in_which_something_is_put_after_all() -> None:
    base = docx(p("1. Visits.") + table(row(p("2. A bride is led."), p())) + p("3. It ends."))
    text = source_of(base).text
    out = "2. A bride is led."
    made = redline(base, [finding(text, out, proposal(text, ("", out, "\n2. Nobody is led.")))])
    judge(base, made)
    assert "2. Nobody is led." in texts(accepted(made))
