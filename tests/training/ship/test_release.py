"""The pipeline that ships is replaced by a better one, never by a worse."""

from pathlib import Path

import pytest

from annotator.agreement import Interval
from annotator.errors import ModelError
from annotator.training.corpus.examples import Example
from annotator.training.measure.metrics import BLIND_F1, MACRO_F1, NEUTRAL_FLAGGED
from annotator.training.ship.release import gains, put_in_place, refuse_worse

SHIPPED = Path("models/shipped")
BETTER = Interval(value=0.2, low=0.1, high=0.3)
WORSE = Interval(value=-0.2, low=-0.3, high=-0.1)
CHANCE = Interval(value=-0.1, low=-0.2, high=0.01)


def test_what_is_better_or_worse_by_chance_alone_passes() -> None:
    refuse_worse({BLIND_F1: BETTER, MACRO_F1: CHANCE, NEUTRAL_FLAGGED: WORSE}, SHIPPED)


@pytest.mark.parametrize(
    ("name", "difference"), [(BLIND_F1, WORSE), (MACRO_F1, WORSE), (NEUTRAL_FLAGGED, BETTER)]
)
def test_a_figure_that_is_worse_beyond_chance_stops_the_release(
    name: str, difference: Interval
) -> None:
    with pytest.raises(ModelError, match=rf"Not released: .*{name} [+-]0\.200 .*as it was\.$"):
        refuse_worse({BLIND_F1: CHANCE, name: difference}, SHIPPED)


def test_without_a_real_law_of_the_test_countries_nothing_is_compared(tmp_path: Path) -> None:
    written = [Example(text="A clause.", label="neutral", tradition="treaty-compact")]
    with pytest.raises(ModelError, match="no clause of a real law of the test countries"):
        gains(tmp_path, SHIPPED, written)


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
