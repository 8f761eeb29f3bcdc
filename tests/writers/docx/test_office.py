"""What LibreOffice makes of a redline: it shares nothing with us."""

from __future__ import annotations

import pytest

from tests.word.building import docx, p, row, table
from tests.writers.docx.laws import amended, finding, proposal, redline, source_of
from tests.writers.docx.office import MISSING, OFFICE, Office
from tests.writers.docx.oracle import accepted, body, comments, judge, paragraphs, texts
from tests.writers.docx.test_numbers import LISTS, STYLES, numbered
from tests.writers.docx.test_redline import CASES, NEXT

pytestmark = pytest.mark.skipif(OFFICE is None, reason=MISSING)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office(tmp_path_factory.mktemp("office"))


def looks(data: bytes) -> list[tuple[str, str]]:
    """How each paragraph looks, and what it says."""
    shown = paragraphs(body(data))
    return [(look, "".join(said for said, _ in words)) for look, words in shown]


def test_accepting_all_gives_the_amended_law_and_refusing_all_the_law(office: Office) -> None:
    for made_of, wanted, then in (CASES[name] for name in list(CASES)[:6]):
        base = docx(made_of + NEXT)
        made = amended(base, wanted[0] + wanted[1], wanted)
        taken = texts(body(office.settled(made, "AcceptAllTrackedChanges")))
        assert then in taken
        assert len(comments(office.settled(made))) == len(comments(made))


ADDED = {
    "amid others": "{}" + NEXT,
    "before others that are numbered": "{}" + numbered("It ends.", 0),
    "at the end": p("Title") + "{}",
    "in a cell": p("Title") + table(row("{}")) + NEXT,
}


@pytest.mark.parametrize("name", ADDED)
def test_refused_new_paragraphs_leave_no_trace(name: str, office: Office) -> None:
    around = ADDED[name]
    item = p("(a) a bag.", '<w:ind w:left="900"/>')
    law = p("(1) An officer may search.", '<w:ind w:left="300"/>') + item
    base = docx(around.format(law), numbering=LISTS, styles=STYLES)
    text = source_of(base).text
    line = proposal(text, ("a bag.", "", "\n(2) It is private.\n(3) It is noted."), adds=True)
    made = redline(base, [finding(text, "(a) a bag.", line)])
    assert looks(office.settled(made, "RejectAllTrackedChanges")) == looks(office.settled(base))
    said = texts(body(office.settled(made, "AcceptAllTrackedChanges")))
    assert [one for one in said if one] == [one for one in texts(accepted(made)) if one]


def test_a_content_control_keeps_its_words(office: Office) -> None:
    held = f"<w:sdt><w:sdtPr/><w:sdtContent>{p('1. A bride is led.')}</w:sdtContent></w:sdt>"
    base = docx(p("BILL") + held + NEXT)
    made = amended(base, "A bride is led.", ("A ", "bride", "spouse"))
    judge(base, made)
    # It decides on no changes in there; Word does.
    assert any("is led." in one for one in texts(body(office.settled(made))))
