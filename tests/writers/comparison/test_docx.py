"""The comparison as a Word document."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from annotator.errors import InputError
from annotator.readers import read
from annotator.word.names import W
from annotator.word.package import Package
from annotator.word.view import WordView
from annotator.writers.comparison.docx import is_untouched
from tests.writers.comparison.made import comparison, written
from tests.writers.docx.office import MISSING, OFFICE, Office


def runs() -> list[tuple[str, frozenset[str]]]:
    """The words of each run with the names of what makes its look."""
    with zipfile.ZipFile(io.BytesIO(written("docx"))) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    return [
        (
            "".join(one.text or "" for one in run.iter(W + "t")),
            frozenset(etree.QName(look).localname for look in run.iterfind(f"{W}rPr/*")),
        )
        for run in root.iter(W + "r")
    ]


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert written("docx") == written("docx")


def test_deleted_words_are_struck_and_inserted_ones_underlined() -> None:
    said = runs()
    assert (" of the same sex", frozenset({"color", "u"})) in said
    assert ("husband", frozenset({"color", "strike"})) in said


def test_nothing_in_it_is_a_tracked_change() -> None:
    with zipfile.ZipFile(io.BytesIO(written("docx"))) as file:
        document = file.read("word/document.xml")
    assert b"<w:ins " not in document
    assert b"<w:del " not in document


def words(data: bytes) -> str:
    return WordView(Package(data, "changes.docx")).text


def test_a_hostile_law_stays_words() -> None:
    assert "</w:t><w:p/>" in words(written("docx", comparison("</w:t><w:p/>\x1b\x00")))


def test_it_is_not_taken_for_a_law() -> None:
    with pytest.raises(InputError, match="a comparison: give the law itself"):
        read(written("docx"), name="changes.docx")


def test_it_is_known_again_until_somebody_saves_it() -> None:
    made = written("docx")
    assert is_untouched(io.BytesIO(made))
    with zipfile.ZipFile(io.BytesIO(made)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"husband", b"spouse")
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)
    assert not is_untouched(saved)


@pytest.mark.skipif(OFFICE is None, reason=MISSING)
def test_an_office_opens_it(tmp_path: Path) -> None:
    assert "What changed in terms of gender" in words(Office(tmp_path).settled(written("docx")))
