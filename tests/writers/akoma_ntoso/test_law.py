"""What a law's document says of it: its kind, its metadata, its parts, what was found."""

import sys
from pathlib import Path
from subprocess import run

import pytest
from msgspec.structs import replace

from annotator.readers import read
from annotator.schema import Annotation, Finding, Source
from annotator.writers.akoma_ntoso.law import kind_of
from tests.writers.akoma_ntoso.made import AKN, OURS, cut, valid, words_of, written

LAW = """\
FERRY ACT, 2031

An Act about ferries.

BE IT ENACTED by the Parliament as follows:

1. (1) A warden may search any passenger on a ferry.
(2) The warden shall record the search.

2. In the Harbour Act, after section 8 insert—
“9. Lamps
A lamp shall burn on every pier.”

Passed by the House on the 5th of April, 2031.

SCHEDULE 1
Fees

1. A passenger shall pay a fee of one coin.
"""


def _law(text: str = LAW, **stated: str) -> tuple[Annotation, Source]:
    source = replace(read(text.encode(), name="ferry.txt"), **stated)
    return cut(source), source


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("FERRY ACT, 2031", "act"),
        ("Ferry Bill", "bill"),
        ("FERRY (AMENDMENT) BILL, 2031", "bill"),
        ("Ferry Bill (No. 2) 2031", "bill"),
        ("Act on the Bill of Lading", "act"),
    ],
)
def test_a_law_says_of_itself_whether_it_is_a_bill(title: str, kind: str) -> None:
    annotation, _ = _law(LAW.replace("FERRY ACT, 2031", title, 1))
    annotation = replace(annotation, law=replace(annotation.law, title=title))
    assert kind_of(annotation) == kind
    opened = replace(annotation, text=annotation.text.replace("An Act about", "A Bill on "))
    assert kind_of(opened) == "bill"


def test_its_parts_stand_where_the_standard_has_them() -> None:
    tree = valid(written(*_law()))
    act = tree.find(f"{AKN}act")
    assert [one.tag.removeprefix(AKN) for one in act] == [
        "meta",
        "preface",
        "preamble",
        "body",
        "conclusions",
        "attachments",
    ]
    assert act.find(f"{AKN}preface//{AKN}docTitle").text == "FERRY ACT, 2031"
    assert act.find(f"{AKN}preamble/{AKN}p").text.startswith("BE IT ENACTED")
    assert act.find(f"{AKN}conclusions/{AKN}p").text.startswith("Passed by the House")
    schedule = act.find(f"{AKN}attachments/{AKN}attachment")
    assert schedule.get("eId") == "att_1"
    assert schedule.find(f"{AKN}doc/{AKN}mainBody/{AKN}paragraph").get("eId") == "att_1__para_1"


def test_words_for_another_law_are_a_quotation_within_the_words_that_announce_them() -> None:
    tree = valid(written(*_law()))
    quoted = tree.find(f".//{AKN}section/{AKN}content/{AKN}p/{AKN}mod/{AKN}quotedStructure")
    assert quoted.getparent().getparent().text.endswith("insert—")
    assert [one.text for one in quoted] == ["“9. Lamps", "A lamp shall burn on every pier.”"]


def test_what_is_not_known_of_a_law_is_said_to_be_unknown() -> None:
    work = valid(written(*_law())).find(f".//{AKN}FRBRWork")
    assert work.find(f"{AKN}FRBRuri").get("value") == "/akn/xx/act/2031/ferry-act-2031"
    assert work.find(f"{AKN}FRBRdate").attrib == {"date": "0001-01-01", "name": "unknown"}
    assert work.find(f"{AKN}FRBRcountry").get("value") == "xx"


def test_what_is_known_of_a_law_is_said() -> None:
    annotation, source = _law(date="2031-04-05")
    annotation = replace(annotation, law=replace(annotation.law, jurisdiction="KE"))
    work = valid(written(annotation, source)).find(f".//{AKN}FRBRWork")
    assert work.find(f"{AKN}FRBRuri").get("value") == "/akn/ke/act/2031-04-05/ferry-act-2031"
    assert work.find(f"{AKN}FRBRdate").attrib == {"date": "2031-04-05", "name": "Generation"}


def test_what_was_found_points_at_its_provision(annotation: Annotation, source: Source) -> None:
    tree = valid(written(annotation, source))
    found = tree.findall(f".//{AKN}otherAnalysis/{OURS}finding")
    assert [(one.get("href"), one.get("label"), one.get("review")) for one in found] == [
        ("#sec_10__subsec_1", "blind", None),
        ("#art_11", "regressive", "true"),
        ("#sec_12", "responsive", None),
    ]
    blind = found[0]
    assert [one.get("name") for one in blind.findall(f"{OURS}issue")] == ["search", "redress"]
    words = " ".join(annotation.findings[0].clause.text.split())
    for one in blind.findall(f"{OURS}evidence"):
        assert words[int(one.get("start")) : int(one.get("end"))] == one.text
    proposal = blind.find(f"{OURS}proposal")
    assert proposal.get("template") == "search-same-sex"
    assert proposal.find(f"{OURS}citation").get("instrument") == "Mandela Rules"
    assert proposal.find(f"{OURS}reason").text.startswith("A search of the body")


def test_the_view_says_what_is_shown(annotation: Annotation, source: Source) -> None:
    tree = valid(written(annotation, source, labels=("regressive",)))
    assert [one.get("label") for one in tree.iter(f"{OURS}finding")] == ["regressive"]


def test_what_stands_between_provisions_and_is_no_law_is_counted() -> None:
    note = "[section 1 amended by section 4 of Act 9 of 2032]"
    tree = valid(written(*_law(LAW.replace("2. In the Harbour", f"{note}\n\n2. In the Harbour"))))
    left = tree.find(f".//{OURS}leftOut")
    assert left.attrib == {"stretches": "1", "characters": str(len(note))}
    assert "amended" not in words_of(tree)


def test_characters_that_xml_does_not_allow_are_dealt_with() -> None:
    annotation, source = _law(LAW.replace("a fee of", "a x & <toll>y of z"))
    text = annotation.text.replace(" x & <toll>y of z", "\x01x & <toll>\ufffe of\fz")
    tree = valid(written(replace(annotation, text=text), source))
    assert "a\ufffdx&<toll>\ufffdofz" in words_of(tree)


def test_a_law_without_provisions_is_a_document_too() -> None:
    annotation, source = _law("The ferry is late, and the warden waits for it on the pier.\n")
    tree = valid(written(annotation, source))
    assert "ferryislate" in words_of(tree)


def test_no_finding_is_lost_where_the_law_has_no_words(annotation: Annotation) -> None:
    bare = replace(annotation, text="", provisions=(), headings=(), furniture=())
    source = Source(text="", name="x", title="x", format="txt", sha256="")
    found: tuple[Finding, ...] = bare.findings
    assert len(found) > 0
    valid(written(bare, source))


def test_lxml_is_loaded_when_a_report_asks_for_it() -> None:
    code = "import sys, annotator.writers.akoma_ntoso; sys.exit('lxml' in sys.modules)"
    root = Path(__file__).parents[3]
    assert run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


def test_a_program_of_others_reads_the_law_and_its_schedule() -> None:
    cobalt = pytest.importorskip("cobalt")
    act = cobalt.Act(written(*_law()))
    assert act.title == "FERRY ACT, 2031"
    assert act.language == "eng"
    assert act.frbr_uri.work_uri() == "/akn/xx/act/2031/ferry-act-2031"
    assert [*act.components()] == ["main", "att_1"]


def test_rows_of_a_table_are_a_table() -> None:
    text = LAW.replace("one coin.\n", "one coin:\n\n| Raft | 1 |\n| Ferry | |\n")
    tree = valid(written(*_law(text)))
    (table,) = tree.iter(f"{AKN}table")
    assert [[words_of(cell) for cell in row] for row in table] == [
        ["Raft", "1"],
        ["Ferry", ""],
    ]
    assert table.getprevious().text == "A passenger shall pay a fee of one coin:"
