"""What is left in a document of what was written into it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import msgspec
import pytest

from annotator.word.package import Package
from annotator.word.record import Record, is_as_written, of_package, to_xml
from annotator.writers import is_untouched
from tests.returned.drafters import BASE, LINES, all_accepted, made, with_parts
from tests.writers.docx.laws import annotation, source_of
from tests.writers.docx.office import MISSING, OFFICE, Office
from tests.writers.docx.oracle import parts


def record(data: bytes) -> Record:
    found = of_package(Package(data, "bill.docx"))
    assert found is not None
    return found


def test_it_tells_what_was_written_and_where() -> None:
    found = record(made())
    assert (found.title, found.author) == ("BILL", "annotate")
    first = found.amendments[0]
    (change,) = first.changes
    assert (change.out, change.words) == ("", " in private")
    assert change.before.endswith("An officer may search")
    assert change.behind.startswith(" a person who lands.")
    assert len(change.before) == len(change.behind) == 40
    assert [one.label for one in found.findings] == ["blind"] * 3
    section = next(one for one in found.amendments if one.template == "privacy")
    assert section.changes[0].words.startswith("\nPrivacy\n")


def test_it_holds_no_more_of_the_law_and_nothing_of_the_machine() -> None:
    said = msgspec.json.encode(record(made())).decode()
    assert "bill.docx" not in said
    assert LINES[2] not in said


def test_a_law_written_into_again_has_one_record_of_the_last_time() -> None:
    again = made(with_parts(made(), _only_the_base))
    own = [name for name in parts(again) if name.startswith("customXml/item")]
    assert sorted(own) == ["customXml/item1.xml", "customXml/itemProps1.xml"]
    assert len(record(again).amendments) == 4


def _only_the_base(name: str, said: bytes) -> bytes:
    return parts(BASE).get(name, said) if name == "word/document.xml" else said


def test_parts_of_the_kind_that_are_there_stay(tmp_path: Path) -> None:
    other = {"customXml/item1.xml": b"<b:data xmlns:b='urn:b'/>"}
    base = _packed({**parts(BASE), **other})
    found = parts(made(base))
    assert found["customXml/item1.xml"] == other["customXml/item1.xml"]
    assert b"urn:annotate" in found["customXml/item2.xml"]
    assert len(record(made(base)).amendments) == 4


def test_whoever_saves_it_is_noticed() -> None:
    assert is_as_written(made())
    assert not is_as_written(BASE)
    assert not is_as_written(all_accepted(made()))
    assert not is_as_written(made()[:-40])
    assert not is_as_written(b"no document")


def test_a_document_that_somebody_has_saved_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "bill.docx"
    for data, ours in ((made(), True), (all_accepted(made()), False), (BASE, False)):
        path.write_bytes(data)
        with path.open("rb") as file:
            assert is_untouched(file, "docx") == ours


def test_neither_is_a_schedule_of_a_pdf(tmp_path: Path) -> None:
    from annotator.request import View
    from annotator.writers import write

    source = msgspec.structs.replace(source_of(BASE), format="pdf")
    out = io.BytesIO()
    write(annotation(source, []), source, out, View(format="docx"))
    assert is_as_written(out.getvalue())
    assert record(out.getvalue()).amendments == ()


def test_what_xml_cannot_hold_is_left_out_of_it() -> None:
    found = Record(law="00", title="A\ufffdB", author="a")
    assert b"A\xef\xbf\xbdB" in to_xml(found)


@pytest.mark.parametrize("wrong", [b'at="', b'number="', b'title="'])
def test_a_record_that_is_damaged_is_none(wrong: bytes) -> None:
    def spoil(name: str, said: bytes) -> bytes:
        return said.replace(wrong, b"x" + wrong + b"x") if name == "customXml/item1.xml" else said

    assert of_package(Package(with_parts(made(), spoil), "bill.docx")) is None


@pytest.mark.skipif(OFFICE is None, reason=MISSING)
def test_libreoffice_keeps_it(tmp_path: Path) -> None:
    saved = Office(tmp_path).settled(made())
    assert record(saved).amendments == record(made()).amendments
    assert not is_as_written(saved)


def _packed(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, said in files.items():
            file.writestr(name, said)
    return out.getvalue()
