"""Laws that are set as tables: a new subsection is a row where its neighbours are."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.returned.drafters import with_body
from tests.word.building import docx, p, row, table
from tests.writers.docx import bills
from tests.writers.docx.laws import cut, finding, gap, proposal, read, written
from tests.writers.docx.office import MISSING, OFFICE, Office
from tests.writers.docx.oracle import W, accepted, body, comments, judge, paragraphs, texts
from tests.writers.docx.test_numbers import LISTS, numbered

CHILD = "A child born abroad is a citizen."
NEW = ("(3) A groom takes no name.", "(4) A bride keeps hers.")


def added(data: bytes, *lines: str) -> bytes:
    source = read(data)
    found = [
        finding(
            source.text,
            words,
            proposal(source.text, (CHILD, "", f"\n{line}"), adds=True, name=line),
            number=str(at),
        )
        for at, (words, line) in enumerate(zip((CHILD, "A permit"), lines, strict=False), start=1)
    ]
    return written(cut(source, found), source)


def rows(root: object) -> list[list[str]]:
    return [
        ["/".join(texts(cell)) for cell in one.iter(W + "tc")]
        for one in root.iter(W + "tr")  # type: ignore[attr-defined]
    ]


def behind(found: list[list[str]], words: str) -> list[list[str]]:
    at = next(at for at, one in enumerate(found) if words in " ".join(one))
    return found[at + 1 : at + 3]


def test_where_each_provision_is_a_row_a_new_one_is_a_row() -> None:
    base = bills.rows()
    made = added(base, *NEW)
    judge(base, made)
    assert behind(rows(accepted(made)), CHILD) == [
        ["(3)", "A groom takes no name.", ""],
        ["(4)", "A bride keeps hers.", ""],
    ]
    new = [one for one in body(made).iter(W + "tr") if one.find(f"{W}trPr/{W}ins") is not None]
    assert len(new) == len(NEW)


def test_a_number_that_stands_before_the_words_does_so_in_a_new_row() -> None:
    base = bills.runs_in()
    made = added(base, *NEW)
    judge(base, made)
    assert behind(rows(accepted(made)), CHILD) == [[NEW[0], ""], [NEW[1], ""]]


def test_where_subsections_share_a_cell_a_new_one_is_a_paragraph_of_it() -> None:
    base = bills.cells()
    made = added(base, *NEW)
    judge(base, made)
    (cell,) = [one[2] for one in rows(accepted(made)) if CHILD in one[2]]
    assert cell.endswith(f"(2)\t{CHILD}/(3)\tA groom takes no name./(4)\tA bride keeps hers.")


def test_a_number_that_word_counts_in_a_cell_is_left_to_it() -> None:
    base = docx(
        p("BILL")
        + table(
            row(numbered("", 0), p("Nationality")),
            row(numbered("", 1), p("A bride takes the nationality of her groom.")),
            row(numbered("", 1), p(CHILD)),
            row(numbered("", 0), p("Permits")),
            row(numbered("", 1), p("A permit is in writing.")),
        )
        + p(),
        numbering=LISTS,
    )
    made = added(base, *NEW)
    judge(base, made)
    assert behind(rows(accepted(made)), CHILD) == [["", NEW[0][4:]], ["", NEW[1][4:]]]
    assert "The automatic numbering of the document prints (3)." in comments(made)[1]
    assert read(with_body(made, accepted(made))).text.count("(3) A groom takes no name.") == 1


def test_cells_that_go_over_many_rows_go_over_a_new_one() -> None:
    def merged(how: str) -> str:
        return f"<w:tcPr><w:vMerge{how}/></w:tcPr>"

    def cell(words: str, properties: str = "") -> str:
        return f"<w:tc>{properties}{p(words)}</w:tc>"

    def line(first: str, *words: str) -> str:
        return f"<w:tr>{first}{''.join(map(cell, words))}</w:tr>"

    begins, on = merged(' w:val="restart"'), merged("")
    base = docx(
        p("BILL")
        + table(
            line(cell("For the court", begins), "1.", "Nationality"),
            line(cell("", on), "(1)", "A bride takes the nationality of her groom."),
            line(cell("", on), "(2)", CHILD),
            line(cell("For the office", begins), "2.", "Permits"),
            line(cell("", on), "(1)", "A permit is in writing."),
        )
        + p()
    )
    source = read(base)
    line_ = proposal(source.text, (CHILD, "", f"\n{NEW[0]}"), adds=True)
    made = written(cut(source, [finding(source.text, CHILD, line_)]), source)
    judge(base, made)
    (new,) = [
        one for one in accepted(made).iter(W + "tr") if "groom takes no" in "".join(one.itertext())
    ]
    (over,) = new.iter(W + "vMerge")
    assert over.get(W + "val") is None


def test_a_new_section_has_its_heading_and_its_rows() -> None:
    for base, then in (
        (bills.rows(), [["2A.", "Privacy", ""], ["(1)", "A visit is private.", ""]]),
        (bills.cells(), [["2A.", "Privacy", "(1)\tA visit is private./(2)\tIt is noted."]]),
    ):
        source = read(base)
        lacking = replace(
            gap(source.text, CHILD, "Privacy\n2A. (1) A visit is private.\n(2) It is noted."),
            number="2A",
        )
        made = written(cut(source, [], [lacking]), source)
        judge(base, made)
        assert behind(rows(accepted(made)), CHILD)[: len(then)] == then


def test_words_beside_a_number_that_has_its_own_cell_are_set_off() -> None:
    base = docx(
        p("BILL")
        + table(
            row(p("1."), p("Nationality"), p()),
            row(p("(1)"), p(CHILD), p("(9) As in section 4.")),
        )
        + p()
    )
    made = added(base, "(2) A groom takes no name.")
    judge(base, made)
    assert "(2)A groom" not in read(with_body(made, accepted(made))).text


@pytest.mark.skipif(OFFICE is None, reason=MISSING)
def test_libreoffice_agrees(tmp_path: Path) -> None:
    office = Office(tmp_path)
    for base in (bills.rows(), bills.runs_in(), bills.cells()):
        made = added(base, *NEW)
        plain, refused = office.settled(base), office.settled(made, "RejectAllTrackedChanges")
        assert paragraphs(body(refused)) == paragraphs(body(plain))
        taken = body(office.settled(made, "AcceptAllTrackedChanges"))
        assert rows(taken) == rows(accepted(made))
