"""Packages from anywhere: what is a Word document, and what is refused in a sentence."""

import io
import re
import zipfile

import pytest

from annotator.errors import InputError
from annotator.word import package, walk
from annotator.word.package import Package, is_word
from tests.word.building import docx, files, p, packed, view

BILL = docx(p("A visa is free."))


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        Package(data, "bill.docx")
    assert str(error.value).startswith("bill.docx ")
    return str(error.value)


def test_a_word_document_is_known_by_its_parts() -> None:
    assert is_word(BILL)
    macros = files(p("x"))
    macros["[Content_Types].xml"] = macros["[Content_Types].xml"].replace(
        "vnd.openxmlformats-officedocument.wordprocessingml.document.main",
        "vnd.ms-word.document.macroEnabled.main",
    )
    assert is_word(packed(macros))
    untyped = files(p("x"))
    del untyped["[Content_Types].xml"]
    assert is_word(packed(untyped))
    sheet = '<Types><Override ContentType="application/x-spreadsheetml.sheet.main+xml"/></Types>'
    assert not is_word(packed({"[Content_Types].xml": sheet}))
    assert not is_word(packed({"law.txt": "1. A law."}))
    assert not is_word(b"PK\x03\x04 and no more")
    assert not is_word(b"1. A law.")


def test_a_damaged_document_is_refused() -> None:
    assert "damaged" in refused(BILL[: len(BILL) // 2])
    for broken in ("<w:document", "<a/>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'):
        assert "save it again" in refused(packed({**files(p("x")), "word/document.xml": broken}))
    missing = files(p("x"))
    del missing["word/document.xml"]
    assert "word/document.xml is missing" in refused(packed(missing))


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "_MOST_PARAGRAPHS", 2)
    with pytest.raises(InputError, match="over 2 paragraphs"):
        view(p("x") * 3)
    monkeypatch.setattr(package, "_MOST_TAGS", 100)
    assert "in word/document.xml" in refused(docx("<w:p/>" * 100))
    monkeypatch.setattr(package, "_LARGEST_PART", 3000)
    assert "more than any law" in refused(docx(p("x" * 4000)))
    monkeypatch.setattr(package, "LARGEST_WHOLE", 4000)
    assert "more than any law" in refused(packed({**files(p("x")), "a": "x" * 4000}))
    monkeypatch.setattr(package, "_MOST_PARTS", 20)
    many = {**files(p("x")), **{f"a{at}": "" for at in range(20)}}
    assert re.search(r"in 2\d parts", refused(packed(many)))


@pytest.mark.parametrize("way", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_to_pack_that_know_no_limit_are_refused(way: int) -> None:
    # Of these Python unpacks all that it is given, however little is asked for.
    parts = files(p("x"))
    assert "cannot be unpacked" in refused(packed(parts, way))
    types = "[Content_Types].xml"
    assert not is_word(packed({types: parts[types]}, way))


def test_a_part_that_is_named_often_is_read_once() -> None:
    named = files(p("x"), header1=p("A head"))
    name = "word/_rels/document.xml.rels"
    relation = re.search("<Relationship .*?/>", named[name])
    assert relation is not None
    named[name] = named[name].replace(relation[0], 3 * relation[0])
    assert len(list(Package(packed(named), "bill.docx").parts("header"))) == 1


def test_an_encrypted_part_is_refused() -> None:
    data = bytearray(BILL)
    for header in re.finditer(rb"PK(?:\x03\x04|\x01\x02)", BILL):
        data[header.start() + (6 if header[0].endswith(b"\x04") else 8)] |= 1
    assert "encrypted" in refused(bytes(data))


def test_deep_nesting_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 400 + p("x") + "</w:sdtContent></w:sdt>" * 400
    assert "damaged" in refused(docx(deep))


def test_the_document_is_where_the_package_says() -> None:
    moved = files(p("x"))
    moved["word/law.xml"] = moved.pop("word/document.xml")
    moved["_rels/.rels"] = moved["_rels/.rels"].replace("word/document", "/word/law")
    assert Package(packed(moved), "bill.docx").document.tag.endswith("document")


def test_what_is_outside_the_package_is_no_part_of_it() -> None:
    linked = files(p("x"), styles="")
    name = "word/_rels/document.xml.rels"
    linked[name] = linked[name].replace('Target="', 'TargetMode="External" Target="file:///')
    assert Package(packed(linked), "bill.docx").part("styles") is None


def test_protection_is_known() -> None:
    forbids = '<w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    assert Package(docx(p("x"), settings=forbids), "a").protected
    assert not Package(docx(p("x"), settings=forbids.replace('"1"', '"0"')), "a").protected
    assert not Package(BILL, "a").protected


def test_a_package_is_read_though_its_directory_is_odd() -> None:
    data = io.BytesIO(BILL)
    with zipfile.ZipFile(data, "a") as file:
        file.writestr("word/vbaProject.bin", b"\x00macros")
    assert is_word(data.getvalue())
    assert Package(data.getvalue(), "bill.docm").part("settings") is None
