"""CSV: a row for each amendment, whatever a law says, and no formula."""

import codecs
import csv
from io import BytesIO, StringIO

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.request import View
from annotator.schema import LABELS, Annotation, Source
from annotator.writers.as_csv import COLUMNS, guarded, unguarded, write
from tests.writers import golden


def written(annotation: Annotation, source: Source, view: View | None = None) -> bytes:
    out = BytesIO()
    write(annotation, source, out, view or View(format="csv"))
    return out.getvalue()


def table(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_the_file_is_as_it_was(located_whole: Annotation, on_disk: Source) -> None:
    golden.check("border.csv", written(located_whole, on_disk))


def test_each_amendment_has_a_row_and_each_clause_without_one(
    located_whole: Annotation, on_disk: Source
) -> None:
    rows = table(written(located_whole, on_disk))
    told = [(row["number"], row["row"], row["amendment"], row["template"]) for row in rows]
    assert told == [
        ("10(1)", "1", "1", "search-same-sex"),
        ("10(1)", "2", "2", "search-record"),
        ("11", "1", "3", "nationality-equal"),
        ("12", "1", "", ""),
    ]
    assert len(table(written(located_whole, on_disk, View(labels=LABELS)))) == 5
    assert rows[0]["place"] == "lines 2 to 9"
    assert "{+, by an officer of the same sex as the person+}" in rows[0]["change"]
    assert rows[0]["authority"].startswith("Mandela Rules, Rule 52(1) (guidance); Directive 2013/3")
    assert rows[2]["change"].startswith("[-A married woman follows")


def test_a_spreadsheet_knows_the_encoding_and_finds_no_formula(
    located_whole: Annotation, on_disk: Source
) -> None:
    data = written(located_whole, on_disk)
    assert data.startswith(codecs.BOM_UTF8)
    row = table(data)[2]
    assert (row["heading"], row["text"][:12]) == ("'=Nationality", "'+of wives— ")
    assert data.count(b"\r\n") == data.count(b"\n") == 5
    assert b"\x1b" not in data


def test_of_several_laws_the_table_has_one_head(located_whole: Annotation, on_disk: Source) -> None:
    first = written(located_whole, on_disk)
    second = written(located_whole, on_disk, View(format="csv", goes_on=True))
    assert len(table(first + second)) == 8
    assert second.count(codecs.BOM_UTF8) == 0


@given(st.text(st.characters(codec="utf-8")) | st.from_regex(r"'*\s*[=+@\t-].*"))
def test_what_is_guarded_is_no_formula_and_can_be_had_back(words: str) -> None:
    cell = guarded(words)
    assert unguarded(cell) == words
    assert cell.strip()[:1] not in ("=", "+", "-", "@") or not cell
    assert cell[:1] not in ("\t", "\r", "\n")


@given(heading=st.text(st.characters(codec="utf-8")), number=st.text(st.characters(codec="utf-8")))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_a_law_says_comes_back_from_the_table(
    heading: str, number: str, annotation: Annotation, source: Source
) -> None:
    finding = annotation.findings[2]
    clause = replace(finding.clause, heading=heading, number=number)
    odd = replace(annotation, findings=(replace(finding, clause=clause),))
    data = written(odd, source)
    (row,) = table(data)
    assert tuple(row) == COLUMNS
    assert unguarded(row["number"]).replace("\ufffd", "") == _printable(number)
    assert unguarded(row["heading"]).replace("\ufffd", "") == _printable(heading)


def _printable(words: str) -> str:
    folded = " ".join(words.split())
    hidden = [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
    return folded.translate(dict.fromkeys([*hidden, 0xFFFD]))
