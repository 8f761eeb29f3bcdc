"""The workbook: read back, its text never computed, its bytes the same for the same law."""

import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl.cell.rich_text import CellRichText, TextBlock

from annotator.lang import language
from annotator.request import View
from annotator.schema import LABELS, Annotation, Edit, Source, StyleNote
from annotator.writers import xlsx

SHOWN = View(format="xlsx")
HEADS = language("en").sheets.COLUMNS
Table = list[dict[str, Any]]


def written(annotation: Annotation, source: Source, view: View = SHOWN) -> bytes:
    out = BytesIO()
    xlsx.write(annotation, source, out, view)
    return out.getvalue()


def book(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data), rich_text=True)


def table(sheet: Any) -> Table:
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def marked(cell: CellRichText) -> list[tuple[str, str]]:
    """The words of a cell that are struck or underlined."""
    found = []
    for piece in cell:
        if isinstance(piece, TextBlock) and piece.font.strike:
            found.append(("struck", str(piece.text)))
        if isinstance(piece, TextBlock) and piece.font.u:
            found.append(("underlined", str(piece.text)))
    return found


def test_the_sheets_are_what_was_asked_for(located_whole: Annotation, on_disk: Source) -> None:
    sheets = ["Summary", "Findings", "Provided nowhere"]
    assert book(written(located_whole, on_disk)).sheetnames == sheets
    every = book(written(located_whole, on_disk, View(labels=LABELS)))
    assert every.sheetnames == [*sheets, "All clauses"]
    numbers = [row[HEADS["number"]] for row in table(every["All clauses"])]
    assert numbers == ["10(1)", "11", "12", "13"]
    assert len(table(every["Findings"])) == 4


def test_each_amendment_is_a_row_to_be_decided(located_whole: Annotation, on_disk: Source) -> None:
    sheet = book(written(located_whole, on_disk))["Findings"]
    first, second, third, fourth = table(sheet)
    assert (first["Number"], second["Number"], third["Number"]) == ("10(1)", "10(1)", "11")
    assert second["Amendment"] == "2: search or biometrics"
    assert (third["Label"], third["Sure"], third["Review"]) == ("regressive", 0.51, "for review")
    assert first["Where"] == "lines 2 to 9"
    assert first["Rests on"].split("\n")[0] == "Mandela Rules, Rule 52(1) (guidance)"
    assert fourth["Proposed change"] is None
    (choice,) = sheet.data_validations.dataValidation
    assert (choice.type, choice.formula1) == ("list", '"accept,reject"')
    head = {cell.value: cell.column_letter for cell in sheet[1]}
    assert str(choice.sqref) == f"{head['Decision']}2:{head['Decision']}5"
    assert sheet.auto_filter.ref == "A1:O5"
    assert sheet.freeze_panes == "B2"
    assert sheet.print_title_rows == "$1:$1"


def test_what_goes_is_struck_and_what_comes_underlined(
    located_whole: Annotation, on_disk: Source
) -> None:
    first, second, third, _ = table(book(written(located_whole, on_disk))["Findings"])
    assert marked(first["Proposed change"]) == [
        ("underlined", ", by an officer of the same sex as the person")
    ]
    added = "(2) Each search shall be recorded, with the sex of every person present."
    assert marked(second["Proposed change"]) == [("underlined", added)]
    # A cell of one look has that of its words.
    assert (
        str(third["Proposed change"]) == "A married woman follows the nationality of her husband."
    )
    cell = book(written(located_whole, on_disk))["Findings"]["J4"]
    assert cell.font.strike


def test_what_the_law_provides_nowhere_has_its_words(
    located_whole: Annotation, on_disk: Source
) -> None:
    (gap,) = table(book(written(located_whole, on_disk))["Provided nowhere"])
    assert gap["What is lacking"] == "Children are not detained"
    assert gap["Amendment"] == "4"
    assert gap["Called for by"] == "10(1), 11"
    assert str(gap["Words of the new section"]) == "Detention\n12A. No child is detained."
    assert gap["Instruction"] == "After section 12 insert:"


def test_gendered_drafting_is_a_sheet_of_its_own(
    located_whole: Annotation, on_disk: Source
) -> None:
    start = on_disk.text.index("her husband")
    spouse = Edit(start=start, end=start + 11, text="a spouse")
    note = StyleNote(
        number="11",
        eid="art_11",
        start=start,
        end=start + 11,
        words="her husband",
        rewrite=(spouse,),
        reason="Both may marry.",
    )
    noted = replace(located_whole, style=(note, replace(note, rewrite=())))
    first, second = table(book(written(noted, on_disk))["Drafting style"])
    assert marked(first["Proposed change"]) == [
        ("struck", "her husband"),
        ("underlined", "a spouse"),
    ]
    assert (second["Number"], second["Reason"]) == ("11", "Both may marry.")
    assert marked(second["Proposed change"]) == []
    bare = book(written(noted, on_disk, View(style="none")))
    assert "Drafting style" not in bare.sheetnames


def test_the_summary_says_what_was_counted_and_what_it_means(
    located_whole: Annotation, on_disk: Source
) -> None:
    sheet = book(written(located_whole, on_disk))["Summary"]
    told = [[cell for cell in row if cell is not None] for row in sheet.values]
    assert ["BORDER ACT"] in told
    assert ["File", "border.txt · 4 clauses"] in told
    assert ["blind", 1, "takes no account of gender where it matters"] in told
    assert ["line 2: A. See."] in told
    assert ["search or biometrics", "·", 1, "·"] in told


def test_nothing_of_a_law_is_computed_or_followed(
    located_whole: Annotation, on_disk: Source
) -> None:
    for title in ("=1+1", "https://example.org/?a=1", "{=A1}", '&P &"Bad" [x]:*?/\\'):
        odd = replace(located_whole, law=replace(located_whole.law, title=title))
        data = written(odd, on_disk)
        names = zipfile.ZipFile(BytesIO(data)).namelist()
        assert not [name for name in names if "rels" in name and "sheets/" in name]
        found = book(data)
        cells = [cell for sheet in found for row in sheet.rows for cell in row]
        assert {cell.data_type for cell in cells} <= {"s", "n", "inlineStr"}
        assert title in [cell.value for cell in cells]
    assert "=Nationality" in [cell.value for cell in found["Findings"]["B"]]


def test_the_same_law_gives_the_same_bytes(located_whole: Annotation, on_disk: Source) -> None:
    assert written(located_whole, on_disk) == written(located_whole, on_disk)


def test_of_several_laws_each_row_names_its_own(located_whole: Annotation, on_disk: Source) -> None:
    other = replace(located_whole, law=replace(located_whole.law, title="PORTS ACT"))
    out = BytesIO()
    xlsx.write_all([(located_whole, on_disk), (other, on_disk)], out, SHOWN)
    found = book(out.getvalue())
    laws = [row["Law"] for row in table(found["Findings"])]
    assert laws == ["BORDER ACT"] * 4 + ["PORTS ACT"] * 4
    assert [row["Law"] for row in table(found["Provided nowhere"])] == ["BORDER ACT", "PORTS ACT"]


def test_a_law_in_which_nothing_is_found_has_its_workbook(
    located_whole: Annotation, on_disk: Source
) -> None:
    bare = replace(located_whole, findings=(), gaps=())
    (row,) = table(book(written(bare, on_disk))["Findings"])
    assert row["Words of the clause"] == "No clause is of the kind asked for."


@given(
    words=st.text(st.characters(codec="utf-8"), max_size=60),
    new=st.text(st.characters(codec="utf-8"), max_size=60),
    times=st.sampled_from([1, 1, 1, 2_000]),
)
@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
    max_examples=40,
)
def test_whatever_a_law_says_and_however_long_it_can_be_opened(
    words: str, new: str, times: int, located_whole: Annotation, on_disk: Source
) -> None:
    finding = located_whole.findings[1]
    clause = replace(finding.clause, text=words * times, end=finding.clause.start + len(words))
    edit = Edit(start=clause.start, end=clause.start, text=new * times)
    proposal = replace(finding.proposals[0], edits=(edit,), instruction=words * times)
    odd = replace(finding, clause=clause, proposals=(proposal,))
    (row,) = table(book(written(replace(located_whole, findings=(odd,)), on_disk))["Findings"])
    assert all(len(str(cell).encode("utf-16-le")) // 2 <= 32_767 for cell in row.values())
    assert row["Number"] == "11"
    assert bool(row["Instruction"]) == bool(words)


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed here")
def test_libreoffice_opens_it(located_whole: Annotation, on_disk: Source, tmp_path: Path) -> None:
    path = tmp_path / "border.xlsx"
    path.write_bytes(written(located_whole, on_disk))
    own = f"-env:UserInstallation=file://{tmp_path}/office"
    command = [
        "soffice",
        "--headless",
        own,
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34",
    ]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), str(path)],
        capture_output=True,
        check=False,
        timeout=1200,
    )
    if not (tmp_path / "border.csv").exists():
        pytest.skip(f"this LibreOffice reads no sheets: {done.stderr.decode()[-200:]}")
    assert "BORDER ACT" in (tmp_path / "border.csv").read_text(errors="replace")
