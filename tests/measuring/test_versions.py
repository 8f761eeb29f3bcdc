"""Pairs of versions, what is true of them, and how well they are aligned."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml

from annotator.errors import CorpusError
from annotator.measuring.versions import AlignmentScore, read_versions, table_of, versions_eval

TABLE = Path(__file__).parents[2] / "corpora" / "versions.yaml"
WORLD = Path(os.environ.get("ANNOTATE_WORLD", Path(__file__).parents[3] / "shared" / "world"))
#: What the alignment reaches on every pair, so that no change makes one worse unseen.
PRECISION, RECALL = 0.97, 0.9
LAW = """\
1. The harbour master allots berths to vessels in the order in which they arrive.
2. (1) No vessel enters a port without a licensed pilot on board of it.
(2) A pilot who is on board answers for the course of the vessel alone.
3. Dues are paid by the tonnage of a vessel, and within thirty days of its arrival.
"""


def true(folder: Path, *edits: dict) -> list[tuple[str, str]]:
    """The pairs of clauses that are the same in a law and in what edits make of it."""
    (folder / "law.txt").write_text(LAW, encoding="utf-8")
    table = folder / "table.yaml"
    table.write_text(yaml.safe_dump({"pairs": [{"law": "law", "edits": list(edits)}]}), "utf-8")
    (one,) = read_versions(table, folder)
    return [(one.old[at].number, one.new[place].number) for at, place in sorted(one.true)]


@pytest.mark.parametrize(
    ("edits", "pairs"),
    [
        ([], "1=1 2(1)=2(1) 2(2)=2(2) 3=3"),
        ([{"drop": "sec_1"}, {"renumber": True}], "2(1)=1(1) 2(2)=1(2) 3=2"),
        ([{"move": {"section": "sec_1", "after": "sec_3"}}, {"renumber": True}],
         "1=3 2(1)=1(1) 2(2)=1(2) 3=2"),
        ([{"add": {"after": "sec_1", "clauses": ["A tug helps."]}}, {"renumber": True}],
         "1=1 2(1)=3(1) 2(2)=3(2) 3=4"),
        ([{"split": "sec_3"}], "1=1 2(1)=2(1) 2(2)=2(2) 3=3 3=3A"),
        ([{"merge": "sec_2__subsec_1"}], "1=1 2(1)=2(1) 2(2)=2(1) 3=3"),
        ([{"thin": "all"}, {"swap": {"vessel": "ship"}}], "1=1 2(1)=2(1) 2(2)=2(2) 3=3"),
    ],
)  # fmt: skip
def test_edits_tell_what_is_the_same(tmp_path: Path, edits: list[dict], pairs: str) -> None:
    assert " ".join(f"{old}={new}" for old, new in true(tmp_path, *edits)) == pairs


def test_numbers_tell_it_of_real_versions(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "new.txt").write_text(LAW.replace("3. Dues", "4. Dues"), encoding="utf-8")
    table = tmp_path / "table.yaml"
    table.write_text("pairs: [{old: old, new: new, links: {'3': ['4'], '2(2)': []}}]\n", "utf-8")
    (score,) = versions_eval(table, tmp_path)
    assert (score.old, score.new, score.true, score.found, score.right) == (4, 4, 3, 4, 3)
    assert (score.precision, score.recall) == (0.75, 1)
    assert table_of([score]).splitlines()[1].split()[-4:-1] == ["3", "0.750", "1.000"]


def test_a_law_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="has no law BD-1946-foreigners-act"):
        versions_eval(TABLE, tmp_path)


def test_a_clause_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="sec_9 is to be edited"):
        true(tmp_path, {"drop": "sec_9"})


def test_nothing_found_is_no_mistake() -> None:
    score = AlignmentScore(name="", old=1, new=1, true=0, found=0, right=0, seconds=0)
    assert (score.precision, score.recall) == (1, 1)


def test_ten_pairs_of_versions_are_aligned() -> None:
    if not WORLD.is_dir():
        pytest.skip("the laws of the world are not here")
    scores = versions_eval(TABLE, WORLD)
    assert len(scores) == 10
    short = [one for one in scores if one.precision < PRECISION or one.recall < RECALL]
    assert short == []
