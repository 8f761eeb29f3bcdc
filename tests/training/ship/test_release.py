"""The pipeline that ships is replaced by a better one, never by a worse."""

from pathlib import Path

import numpy as np
import pytest

from annotator.schema import LABELS
from annotator.training.measure.metrics import macro_f1_difference
from annotator.training.ship.release import put_in_place

GOLD = np.array([place % len(LABELS) for place in range(200)])
HALF_WRONG = np.where(np.arange(200) % 8 < 4, GOLD, (GOLD + 1) % len(LABELS))


def test_the_difference_is_that_of_the_macro_f1_on_the_same_clauses() -> None:
    difference = macro_f1_difference(GOLD, HALF_WRONG, GOLD)
    assert difference.value == pytest.approx(0.5)
    assert 0 < difference.low < 0.5 < difference.high
    assert macro_f1_difference(HALF_WRONG, GOLD, GOLD).high < 0


def test_one_that_answers_alike_is_no_worse() -> None:
    difference = macro_f1_difference(GOLD, GOLD, GOLD)
    assert (difference.value, difference.low, difference.high) == (0, 0, 0)


def test_the_shipped_folder_is_replaced_whole(tmp_path: Path) -> None:
    candidate, shipped = tmp_path / "candidate", tmp_path / "shipped"
    candidate.mkdir()
    (candidate / "new.txt").write_text("new")
    shipped.mkdir()
    (shipped / "old.txt").write_text("old")
    put_in_place(candidate, shipped)
    assert [path.name for path in shipped.iterdir()] == ["new.txt"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["candidate", "shipped"]


def test_what_makes_the_folder_a_package_stays(tmp_path: Path) -> None:
    candidate, shipped = tmp_path / "candidate", tmp_path / "shipped"
    for folder in (candidate, shipped):
        folder.mkdir()
    (shipped / "__init__.py").write_text("def load(): ...\n")
    put_in_place(candidate, shipped)
    assert (shipped / "__init__.py").read_text() == "def load(): ...\n"


def test_the_first_release_needs_no_other_before_it(tmp_path: Path) -> None:
    candidate = tmp_path / "candidate"
    candidate.mkdir()
    put_in_place(candidate, tmp_path / "shipped")
    assert (tmp_path / "shipped").is_dir()
