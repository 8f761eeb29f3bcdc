"""Regions in the file for whatever an annotation has offsets of."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import annotator
from annotator.locating import located
from annotator.schema import Annotation, ReadingWarning
from annotator.source import Region
from tests.readers.on_disk import OnDisk
from tests.test_schema import an_annotation

BILL = Path(__file__).parents[1] / "examples" / "border-management-bill.txt"
FIELD = Path(__file__).parents[2] / "shared" / "field" / "house" / "crlf.txt"
#: What has offsets and no region: the law's structure, which is read beside the text.
STRUCTURE = ("provisions", "headings")


def placed(value: Any) -> Iterator[dict[str, Any]]:
    """Whatever in the JSON has offsets."""
    if isinstance(value, dict):
        if {"start", "end"} <= value.keys():
            yield value
        for name, one in value.items():
            if name not in STRUCTURE:
                yield from placed(one)
    elif isinstance(value, list):
        for one in value:
            yield from placed(one)


def check(annotation: Annotation, on_disk: str) -> None:
    """Each region holds the words of its offsets, line ends folded."""
    found = list(placed(msgspec.json.decode(msgspec.json.encode(annotation))))
    assert len(found) > 50
    disk = OnDisk(on_disk)
    for one in found:
        region = Region(**one["region"])
        words = annotation.text[one["start"] : one["end"]]
        assert disk.at(region).replace("\u00ad", "").split() == words.split()


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_clauses_evidence_edits_and_notes_are_found_in_the_file(line_end: str) -> None:
    law = BILL.read_text(encoding="utf-8") + "\n46. The chairman of the Board shall sign it.\n"
    law = law.replace("person", "per\u00adson")
    on_disk = law.replace("\n", line_end)
    annotation = annotator.annotate(annotator.read(on_disk.encode("utf-16"), name="bill.txt"))
    assert annotation.gaps[0].edits
    assert any(note.rewrite for note in annotation.style)
    check(annotation, on_disk)


@pytest.mark.skipif(not FIELD.exists(), reason="needs the inputs of the field")
def test_a_law_from_the_field_with_windows_line_ends_is_found_in_its_file() -> None:
    check(annotator.annotate(FIELD), FIELD.read_bytes().decode())


def test_a_warning_counts_the_lines_of_the_file() -> None:
    source = annotator.read(b"---\ntitle: A\n---\n# B\n\n1. One.\n2. Two.\n", name="law.md")
    start, end = source.text.index("1."), source.text.index("Two.") + 4
    doubt = ReadingWarning(what="W.", where="lines 3 to 4", advice="A.", start=start, end=end)

    (found,) = located(
        msgspec.structs.replace(an_annotation(), warnings=(doubt,), findings=(), gaps=(), style=()),
        source,
    ).warnings

    assert found.where == "lines 6 to 7"
    assert found.region == Region(start_line=6, start_column=1, end_line=7, end_column=8)


def test_what_came_from_no_file_has_its_text_and_no_regions() -> None:
    found = an_annotation()
    source = annotator.Source(text="1 Text", name="a", title="", format="txt", sha256="")
    assert located(found, source) == msgspec.structs.replace(found, text="1 Text")
