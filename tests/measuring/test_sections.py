"""Sections of laws as sites give them, held against what the segmenter finds in their text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from annotator.errors import CorpusError
from annotator.measuring.sections import sections_found, table

_ENTRY = "No person shall enter without a permit that an officer has given."
_FEES = "A fee shall be paid for every permit that is given under this Act."


def _law(folder: Path, name: str, sections: list[tuple[str, str, str]], text: str) -> None:
    provisions = [
        {"section": number, "content": content, "chapter": chapter}
        for number, content, chapter in sections
    ]
    for kind in ("raw", "text"):
        (folder / kind).mkdir(exist_ok=True)
    (folder / "raw" / f"{name}.json").write_text(json.dumps({"provisions": provisions}), "utf-8")
    (folder / "text" / f"{name}.txt").write_text(text, "utf-8")


def test_a_section_is_found_under_its_number_where_its_words_are(tmp_path: Path) -> None:
    sections = [("1", f"1. {_ENTRY}", ""), ("2", _FEES, ""), ("3", "Repealed.", "")]
    _law(tmp_path, "law", sections, f"1. {_ENTRY}\n\n2. {_FEES}\n\n4. Repealed.\n")

    (found,) = sections_found(tmp_path)

    assert (found.found, found.sections, found.missed) == (2, 3, ("3",))


def test_a_section_of_a_schedule_is_no_section_of_the_body(tmp_path: Path) -> None:
    sections = [("1", _ENTRY, "Part I"), ("1", _FEES, "Schedule 1")]
    text = f"1. {_ENTRY}\n\n2. {_FEES}\n"
    _law(tmp_path, "body", sections, text)
    _law(tmp_path, "schedule", sections, f"1. {_ENTRY}\n\nSCHEDULE 1\n\n1. {_FEES}\n")

    assert [one.missed for one in sections_found(tmp_path)] == [("1",), ()]


def test_damaged_laws_stand_apart(tmp_path: Path) -> None:
    for name in ("good", "scan"):
        _law(tmp_path, name, [("1", _ENTRY, "")], f"1. {_ENTRY}\n")
    rows = [{"id": "good", "kind": "law"}, {"id": "scan", "kind": "law-damaged"}]
    (tmp_path / "manifest.json").write_text(json.dumps({"files": rows}), "utf-8")

    lines = table(sections_found(tmp_path)).splitlines()

    assert [line.split()[0] for line in lines[1:]] == ["good", "all", "damaged:", "scan", "all"]


def test_a_folder_without_such_laws_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError):
        sections_found(tmp_path)
