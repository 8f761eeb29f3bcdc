"""The sheet on which readers judge precedents."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.measuring.precedents_sheet import sheet
from annotator.pipeline import load, pipeline_name
from annotator.precedents import PrecedentIndex
from annotator.schema import Clause
from tests.precedents.shelf import HARBOUR_BILL, clause, law

SEARCHED = "A woman shall be searched only by a woman officer, in private, with strict decency."


@pytest.fixture
def index(tmp_path: Path) -> Path:
    one = clause(SEARCHED)
    read = Clause(eid="", number="", heading="", path=(), lead_in="", text=one.text, start=0, end=0)
    states = load().get_pipe("clause_classifier").embed([read])  # type: ignore[attr-defined]
    path = tmp_path / "precedents.sqlite"
    with PrecedentIndex(path, make=True) as kept:
        kept.keep(law("Ports", "UG", model=pipeline_name(), date="1999"), [one], states)
    return path


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    path = tmp_path / "harbour.txt"
    path.write_text(HARBOUR_BILL.replace("BILL\n", "BILL\nLaws of Kenya\n"), encoding="utf-8")
    return path


@pytest.mark.model
def test_a_sheet_has_the_amendment_its_precedents_and_a_line_for_the_verdict(
    bill: Path, index: Path
) -> None:
    said = sheet([bill], index, count=50, seed=3)
    assert "drawn with seed 3" in said
    assert "\n- HARBOUR BILL (harbour.txt): " in said
    assert "(KE), 1 (Search)" in said
    assert "**The clause:** An officer may search any person who enters the harbour." in said
    assert f"**1a.** Ports Act, section 1(2) (Uganda, 1999): “{SEARCHED}”" in said
    assert "\nverdict 1a: \n" in said


@pytest.mark.model
def test_one_seed_draws_the_same(bill: Path, index: Path) -> None:
    assert sheet([bill], index, count=1, seed=3) == sheet([bill], index, count=1, seed=3)
    assert "\n## 2." not in sheet([bill], index, count=1, seed=3)
