"""Prints with what must come out of them, and how well they are cut."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.errors import CorpusError
from annotator.measuring.prints import prints_eval, read_prints, score, table

_LAW = """\
1. Short title
This Act may be cited as the Ferries Act.
12
2. Search
(1) An officer may search a person.
(2) In this Act—
“boat” means a craft.
"""
_CUT = """\
1 | Short title | This Act may
2(1) | Search | An officer may search
[2(2)] | Search | In this Act—
2(2) “boat” | Search | “boat” means
"""


def _written(folder: Path, cut: str, more: str = "", law: str = _LAW) -> Path:
    path = folder / "rows.txt"
    path.write_text(f"=== A print\n{law}--- cut\n{cut}{more}", "utf-8")
    return path


def test_a_print_that_is_cut_as_its_row_says_is_whole(tmp_path: Path) -> None:
    (one,) = read_prints(_written(tmp_path, _CUT, "--- set aside\nShort title\n"))

    scored = score(one)

    assert (scored.title, scored.whole, scored.cut, scored.f1) == ("A print", True, True, 1.0)


def test_a_wrong_heading_spoils_the_whole_and_not_the_cut(tmp_path: Path) -> None:
    (one,) = read_prints(_written(tmp_path, _CUT.replace("| Search |", "| Inspection |", 1)))

    scored = score(one)

    assert (scored.whole, scored.cut, scored.f1) == (False, True, 1.0)


def test_what_was_to_be_set_aside_and_stands_in_a_clause_spoils_the_whole(tmp_path: Path) -> None:
    (one,) = read_prints(_written(tmp_path, _CUT, "--- set aside\nFerries Act\n"))

    assert not score(one).whole


@pytest.mark.parametrize(
    ("right", "wrong"), [("2(1) |", "2(9) |"), ("An officer may", "No officer may")]
)
def test_a_wrong_number_or_first_word_costs_its_clause(
    tmp_path: Path, right: str, wrong: str
) -> None:
    (one,) = read_prints(_written(tmp_path, _CUT.replace(right, wrong)))

    scored = score(one)

    assert (scored.cut, scored.f1) == (False, pytest.approx(3 / 4))


def test_a_clause_that_is_found_twice_counts_once(tmp_path: Path) -> None:
    (one,) = read_prints(_written(tmp_path, "1 | | A fee\n1 | | A fee\n", law="1. A fee is due.\n"))

    assert score(one).f1 == pytest.approx(2 / 3)


def test_the_table_has_a_line_a_file_and_one_a_folder(tmp_path: Path) -> None:
    for place, cut in (("worked", _CUT), ("held", _CUT.replace("2(1)", "2(9)"))):
        (tmp_path / place).mkdir()
        _written(tmp_path / place, cut)

    lines = table(prints_eval(tmp_path)).splitlines()

    assert [line.split()[:-1] for line in lines[1:3]] == [
        ["held/rows", "1", "0", "0", "1", "0"],
        ["worked/rows", "1", "1", "1", "0", "0"],
    ]
    assert [line[:14].strip() for line in lines[3:5]] == ["all of held", "all of worked"]


def test_a_folder_without_prints_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="holds no prints"):
        prints_eval(tmp_path)
