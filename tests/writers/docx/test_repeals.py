"""Provisions that are repealed go with their numbers, and nothing empty is left of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from tests.word.building import docx, p, row, table
from tests.word.numbered import in_list
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
from tests.writers.docx.oracle import W, accepted, body, comments, judge, paragraphs, texts
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
    beside = " / " if name == "a row each" else " "
    assert f"(2){beside}A child born abroad is a citizen. / " in now
    # Where Word counts, a number stays with a mark, so that none that follows becomes another.
    marked = "(b) [Repealed]; / " if name == "counted" else ""
    assert f"has no permit; / {marked}(c){beside}begs. / (2)" in now
    assert ("Nationality / (1) [Repealed] / (2) A child" in now) == (name == "counted")
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


def headed(*sections: tuple[str, str]) -> bytes:
    """Sections that Word counts, each with its heading above its number."""
    body = "".join(p(bills.bold(heading)) + in_list(words, 0) for heading, words in sections)
    return docx(p("VISITS BILL") + body, numbering=bills.NUMBERING)


VISITS = ("Visits", "A visit is short.")
BRIDES = ("Brides", "A bride is led.")
END = ("End", "This is for the purposes of section 2.")


def test_a_section_that_word_counts_keeps_number_and_heading_where_one_follows() -> None:
    base = headed(VISITS, BRIDES, END)
    made = repeal(base, BRIDES[1])
    judge(base, made)
    now = printed(accepted(made), made)
    assert now[3:] == ["Brides", "2. [Repealed]", "End", f"3. {END[1]}"]


def test_the_last_section_that_word_counts_goes_whole() -> None:
    base = headed(VISITS, BRIDES)
    made = repeal(base, BRIDES[1])
    judge(base, made)
    now = [line for line in printed(accepted(made), made) if line]
    assert now[1:] == ["Visits", "1. A visit is short."]


def test_the_mark_is_that_of_the_law() -> None:
    base = headed(("Old", "(repealed)"), BRIDES, END)
    made = repeal(base, BRIDES[1])
    judge(base, made)
    assert "2. (repealed)" in printed(accepted(made), made)


def test_a_section_with_counted_subsections_says_it_behind_its_heading() -> None:
    base = bills.counted()
    source = read(base)
    start = source.text.index(BRIDE) - len("(1) ")
    end = source.text.index("is a citizen.") + len("is a citizen.")
    whole = source.text[start:end]
    taken = proposal(source.text, ("", whole, ""))
    law = cut(source, [])
    section = next(
        one for tree in law.provisions for one in tree.walk() if one.heading == "Nationality"
    )
    assert (section.body, section.end) == (start, end)
    made = written(cut(source, [finding(source.text, whole, taken)]), source)
    judge(base, made)
    now = printed(accepted(made), made)
    assert now[3:5] == ["2. Nationality [Repealed]", "3. Removal"]


def test_a_row_with_a_note_stays_for_it() -> None:
    base = bills.rows("As the council asked.")
    made = repeal(base, BRIDE)
    judge(base, made)
    assert len(list(accepted(made).iter(W + "tr"))) == len(list(body(base).iter(W + "tr")))
    assert "As the council asked." in texts(accepted(made))


def test_no_comment_stays_in_a_paragraph_that_goes() -> None:
    lines = ("Visits", "1. A visit is short.", "2. A bride is led.", "3. A bride obeys.", "End")
    base = docx("".join(map(p, lines)))
    made = repeal(base, "A bride is led.", "A bride obeys.")
    judge(base, made)
    *_, end = body(made).iter(W + "p")
    hung = [one.get(W + "id") for one in end.iter(W + "commentReference")]
    assert len(hung) == len(comments(made)) - 1 == 2


@pytest.mark.skipif(OFFICE is None, reason=MISSING)
def test_libreoffice_agrees(tmp_path: Path) -> None:
    office = Office(tmp_path)
    laws = [repeal(base, BRIDE, SOLDIER, BEGS) for base in SETS.values()]
    counted = headed(VISITS, BRIDES, END)
    for base, made in zip(
        (*SETS.values(), counted), (*laws, repeal(counted, BRIDES[1])), strict=True
    ):
        plain, refused = office.settled(base), office.settled(made, "RejectAllTrackedChanges")
        assert paragraphs(body(refused)) == paragraphs(body(plain))
        taken = office.settled(made, "AcceptAllTrackedChanges")
        assert printed(body(taken), taken) == printed(accepted(made), made)


def test_a_row_stays_in_which_something_is_put_after_all() -> None:
    base = docx(p("1. Visits.") + table(row(p("2. A bride is led."), p())) + p("3. It ends."))
    text = source_of(base).text
    out = "2. A bride is led."
    made = redline(base, [finding(text, out, proposal(text, ("", out, "\n2. Nobody is led.")))])
    judge(base, made)
    assert "2. Nobody is led." in texts(accepted(made))
