"""A law that was compared with a baseline: every report says what is new, and what is known."""

from __future__ import annotations

import csv
import json
import re
from io import BytesIO, StringIO

import openpyxl
import pytest
from lxml import etree
from msgspec.structs import replace

from annotator.request import View
from annotator.schedule import schedule
from annotator.schema import Annotation, Source
from annotator.writers import write
from tests.word.building import docx, p
from tests.writers.akoma_ntoso.made import AKN, OURS, schema
from tests.writers.docx.laws import annotation as law_of
from tests.writers.docx.laws import finding, source_of
from tests.writers.docx.oracle import comments


def written(annotation: Annotation, source: Source, format_: str) -> bytes:
    out = BytesIO()
    write(annotation, source, out, View(format=format_))
    return out.getvalue()


@pytest.fixture
def compared(located_whole: Annotation) -> Annotation:
    """The law of which the search is known and all else new."""
    known, *others, neutral = located_whole.findings
    findings = [replace(one, baseline_state="new") for one in others]
    gap = replace(located_whole.gaps[0], baseline_state="updated")
    known = replace(known, baseline_state="unchanged")
    return replace(located_whole, findings=(known, *findings, neutral), gaps=(gap,))


def test_the_report_names_what_is_new_and_marks_each_finding(
    compared: Annotation, on_disk: Source, located_whole: Annotation
) -> None:
    report = written(compared, on_disk, "terminal").decode()
    said = " ".join(report.split())
    assert "2 findings are new against the baseline: Article 11 (=Nationality) and 12" in said or (
        "2 findings are new against the baseline: Article 11 (=Nationality), 12" in said
    )
    assert "1 is known." in said
    assert "blind 93%, known · search" in said
    assert "regressive 51%, for review, new · " in said
    assert "responsive, new, personnel" in said
    assert "called for by 10(1), 11 · known" in said
    assert "baseline" not in written(located_whole, on_disk, "terminal").decode()


def test_the_review_page_knows_what_is_new(compared: Annotation, on_disk: Source) -> None:
    page = written(compared, on_disk, "review").decode()
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    states = {one["number"]: one.get("is_new") for one in data["clauses"]}
    assert states == {"10(1)": False, "11": True, "12": True}
    assert [one["is_new"] for one in data["gaps"]] == [False]
    assert data["summary"]["paragraphs"][0].startswith("2 findings are new against the baseline")


def test_programs_and_tables_have_the_state(compared: Annotation, on_disk: Source) -> None:
    told = json.loads(written(compared, on_disk, "json"))
    states = ["unchanged", "new", "new"]
    assert [one["baseline_state"] for one in told["findings"]] == states
    assert [one["baseline_state"] for one in told["gaps"]] == ["updated"]
    rows = csv.DictReader(StringIO(written(compared, on_disk, "csv").decode("utf-8-sig")))
    assert {(one["number"], one["baseline_state"]) for one in rows} == {
        ("10(1)", "unchanged"),
        ("11", "new"),
        ("12", "new"),
    }
    book = openpyxl.load_workbook(BytesIO(written(compared, on_disk, "xlsx")))
    head, *cells = book["Findings"].iter_rows(values_only=True)
    review = [row[head.index("Review")] for row in cells]
    assert review == ["known", "known", "for review, new", "new"]
    alerts = json.loads(written(compared, on_disk, "sarif"))["runs"][0]["results"]
    assert [one["baselineState"] for one in alerts] == [*states, "updated"]


def test_comments_in_a_word_document_say_it() -> None:
    source = source_of(docx(p("Search") + p("1. An officer may search a person.") + p("2. Ends.")))
    found = finding(source.text, "An officer may search a person.")
    law = law_of(source, [replace(found, baseline_state="new")])
    first, second = comments(written(law, source, "docx"))
    assert "1 finding is new against the baseline: Section 1" in first
    assert "blind 9" in second
    assert ", new" in second


def test_a_schedule_says_below_its_amendments_which_are_of_what_is_new(
    compared: Annotation, on_disk: Source, located_whole: Annotation
) -> None:
    said = written(compared, on_disk, "amendments").decode()
    plain = written(located_whole, on_disk, "amendments").decode()
    assert "baseline" not in plain
    assert said.startswith(plain.split("Alternatives left out")[0].rstrip())
    states = [one.baseline_state for one in schedule(compared) if not one.instead_of]
    assert {"new", "unchanged"} <= set(states)
    numbers = ", ".join(str(at) for at, one in enumerate(states, start=1) if one == "new")
    assert f"Of what is new against the baseline: {numbers}. " in " ".join(said.split())


def test_akoma_ntoso_has_the_state_of_findings_gaps_and_amendments(
    compared: Annotation, on_disk: Source, located_whole: Annotation
) -> None:
    law = etree.fromstring(written(compared, on_disk, "akn"))
    found = [one.get("baselineState") for one in law.iter(f"{OURS}finding", f"{OURS}gap")]
    assert found == ["unchanged", "new", "new", "updated"]
    known = {one.number: one.baseline_state for one in schedule(compared)}
    amendments = etree.fromstring(written(compared, on_disk, "akn-amendments"))
    listed = {
        int((one.get("eId") or "").removeprefix("cmp_")): one.get(f"{OURS}baselineState")
        for one in amendments.iter(f"{AKN}component")
    }
    assert listed == known
    bill = etree.fromstring(written(compared, on_disk, "akn-bill"))
    provisions = bill.iter(f"{AKN}section", f"{AKN}article")
    states = [one.get(f"{OURS}baselineState") for one in provisions if one.get("eId")]
    made = [one.baseline_state for one in schedule(compared) if not one.instead_of]
    assert [state for state in states if state] == made
    for document in (law, amendments, bill):
        schema().assertValid(document.getroottree())
    for kind in ("akn", "akn-bill", "akn-amendments"):
        assert b"baselineState" not in written(located_whole, on_disk, kind)


def test_only_what_is_new_can_be_shown(compared: Annotation, on_disk: Source) -> None:
    out = BytesIO()
    write(compared, on_disk, out, View(only_new=True))
    report = " ".join(out.getvalue().decode().split())
    assert "2 findings are new against the baseline: " in report
    assert "1 is known." in report
    assert "Section 10(1)" not in report
    assert "Article 11" in report
    assert "Children are not detained" not in report
