"""New sections are set as the section is that they are put behind."""

from __future__ import annotations

from lxml import etree
from msgspec.structs import replace

from annotator.word.names import W
from tests.word.building import docx, p, t
from tests.writers.docx import bills
from tests.writers.docx.bills import bold, hanging
from tests.writers.docx.laws import cut, gap, read, written
from tests.writers.docx.oracle import accepted, body, judge, texts
from tests.writers.docx.shown import printed

CHILD = "A child born abroad is a citizen."
HEADED, SPLIT, WHOLE = "Privacy", "(1) A visit is private.", "A visit is private."


def lacking(data: bytes, number: str, words: str) -> bytes:
    source = read(data)
    one = gap(source.text, CHILD, f"{HEADED}\n{number} {words}")
    made = written(cut(source, [], [replace(one, number=number.rstrip("."))]), source)
    judge(data, made)
    return made


def saying(root: etree._Element, words: str) -> etree._Element:
    """The paragraph in which these words stand."""
    return next(one for one in root.iter(W + "p") if words in "".join(one.itertext()))


def look(paragraph: etree._Element) -> bytes:
    properties = paragraph.find(W + "pPr")
    assert properties is not None
    for mark in properties.findall(W + "rPr"):
        properties.remove(mark)
    return etree.tostring(properties)


def test_a_heading_that_runs_on_does_so_in_a_new_section() -> None:
    made = accepted(lacking(bills.runs_on(), "2A.", f"{SPLIT}\n(2) It is short."))
    assert "2A. Privacy.—(1) A visit is private." in texts(made)
    new, old = saying(made, "Privacy"), saying(made, "Nationality")
    assert look(new) == look(old)
    in_bold = [one for one in new.iter(W + "r") if one.find(f"{W}rPr/{W}b") is not None]
    assert "".join("".join(one.itertext()) for one in in_bold) == "2A. Privacy."
    assert look(saying(made, "It is short.")) == look(saying(made, CHILD))


def test_a_heading_in_italics_behind_a_plain_number_stays_that() -> None:
    italic = "<w:r><w:rPr><w:i/></w:rPr><w:t>{}</w:t></w:r>"
    sections = (("Visits", "A visit is short."), ("Children", CHILD), ("End", "It ends."))
    base = docx(
        "".join(
            p(t(f"{number}. ") + italic.format(f"{heading}.") + t(f"—{words}"))
            for number, (heading, words) in enumerate(sections, start=1)
        )
    )
    made = accepted(lacking(base, "2A.", WHOLE))
    new = saying(made, HEADED)
    slanted = [one for one in new.iter(W + "r") if one.find(f"{W}rPr/{W}i") is not None]
    assert "".join("".join(one.itertext()) for one in slanted) == "Privacy."
    assert "2A. Privacy.—A visit is private." in texts(made)


def test_a_section_is_named_as_its_neighbour() -> None:
    base = bills.styled()
    made = lacking(base, "2A", SPLIT)
    said = printed(accepted(made), made)
    at = said.index("Section 2A Privacy")
    assert said[at + 1] == "(1) A visit is private."
    new = saying(accepted(made), HEADED).find(f"{W}pPr/{W}pStyle")
    assert new is not None
    assert new.get(W + "val") == "Heading2"
    assert "Section 3 Removal" in said


def test_words_behind_one_number_begin_where_those_behind_two_do() -> None:
    stops = "".join(f'<w:tab w:val="left" w:pos="{at}"/>' for at in (500, 1000))
    tabs = f"<w:tabs>{stops}</w:tabs>"
    tab = "<w:r><w:tab/></w:r>"
    line = t("{0}.") + tab + t("(1)") + tab + t("{1}")
    base = docx(
        p(bold("Visits"))
        + p(line.format(1, "A visit is short."), tabs + hanging(1000, 1000))
        + p(bold("Children"))
        + p(line.format(2, CHILD), tabs + hanging(1000, 1000))
    )
    made = accepted(lacking(base, "2A.", WHOLE))
    assert "2A.\t\tA visit is private." in texts(made)


def test_a_section_without_subsections_has_rows_too() -> None:
    base = bills.rows()
    made = accepted(lacking(base, "2A.", WHOLE))
    rows = [["".join(texts(cell)) for cell in one.iter(W + "tc")] for one in made.iter(W + "tr")]
    at = rows.index(["2A.", HEADED, ""])
    assert rows[at + 1] == ["", WHOLE, ""]
    assert len(rows) == len(list(body(base).iter(W + "tr"))) + 2
