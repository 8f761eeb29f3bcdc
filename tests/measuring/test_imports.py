"""Rooms, arrows and circles, counted in small source trees."""

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator.errors import UsageError
from annotator.measuring.__main__ import main
from annotator.measuring.imports import Imports, circles, count, imports_of
from annotator.measuring.imports_report import faults, source_tree, table

FLOORS = 'FLOORS = (\n    {"errors"},\n    {"library"},\n    {"cli"},\n)\n'


def tree(folder: Path, modules: dict[str, str], floors: str = FLOORS) -> Path:
    """A source tree of these modules, by their paths in the package."""
    for path, text in modules.items():
        file = folder / "annotator" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    if floors:
        (folder / "tests").mkdir(exist_ok=True)
        (folder / "tests" / "test_floors.py").write_text(floors)
    return folder


def counted(folder: Path, modules: dict[str, str], floors: str = FLOORS) -> Imports:
    return imports_of(tree(folder, modules, floors))


SMALL = {
    "errors.py": "import sys\n",
    "library/__init__.py": "from annotator.library.model import Library\n",
    "library/model.py": "from annotator.errors import LibraryError\n",
    "cli.py": "import annotator.library\nfrom annotator import errors\n",
}


def test_arrows_lead_between_modules_rooms_and_parts(tmp_path: Path) -> None:
    found = counted(tmp_path, SMALL)
    assert found.modules == {
        "cli": {"library.__init__", "errors"},
        "errors": set(),
        "library.__init__": {"library.model"},
        "library.model": {"errors"},
    }
    assert found.rooms == {"cli": {"library", "errors"}, "errors": set(), "library": {"errors"}}
    assert found.parts == found.rooms
    assert [count(arrows) for arrows in (found.modules, found.rooms)] == [4, 3]
    assert found.upward == ()


@pytest.mark.parametrize(
    "text",
    [
        "from annotator.a.b import thing",
        "from annotator.a import b",
        "import annotator.a.b as other",
        "def late():\n    from annotator.a.b import thing",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from annotator.a.b import thing",
        "from .a.b import thing",
        "from .a import b",
    ],
)
def test_an_import_is_found_however_and_wherever_it_is_written(tmp_path: Path, text: str) -> None:
    found = counted(tmp_path, {"a/__init__.py": "", "a/b.py": "thing = 1\n", "c.py": text + "\n"})
    assert found.modules["c"] == {"a.b"}


def test_what_a_folder_offers_is_its_own_module(tmp_path: Path) -> None:
    modules = {"__init__.py": "load = 1\n", "a/__init__.py": "", "c.py": "", "a/b.py": ""}
    modules["c.py"] = "from annotator import load\nfrom annotator.a import thing\n"
    modules["a/b.py"] = "from . import thing\nfrom ..c import other\n"
    found = counted(tmp_path, modules)
    assert found.modules["c"] == {"__init__", "a.__init__"}
    assert found.modules["a.b"] == {"a.__init__", "c"}


def test_a_folder_in_a_folder_is_a_room_of_the_same_part(tmp_path: Path) -> None:
    found = counted(
        tmp_path, {"a/steps.py": "from annotator.a.fit.loop import fit\n", "a/fit/loop.py": ""}
    )
    assert found.rooms == {"a": {"a.fit"}, "a.fit": set()}
    assert found.parts == {"a": set()}


def test_a_circle_is_named_once_and_what_only_leads_to_it_is_not_in_it() -> None:
    arrows = {name: frozenset(others) for name, others in {
        "a": {"b"}, "b": {"c"}, "c": {"d"}, "d": {"b"}, "e": {"f"}, "f": {"e"}, "g": set()
    }.items()}  # fmt: skip
    assert circles(arrows) == [("b", "c", "d"), ("e", "f")]


def test_a_circle_of_lazy_imports_is_one(tmp_path: Path) -> None:
    late = "def load():\n    from annotator.library.country import with_country\n"
    found = counted(
        tmp_path,
        {
            "library/loader.py": late,
            "library/country.py": "from annotator.library.loader import read\n",
        },
    )
    assert list(faults(found)) == ["circle of modules: library.country, library.loader"]


def test_an_arrow_to_the_same_floor_or_a_higher_one_is_upward(tmp_path: Path) -> None:
    found = counted(tmp_path, {**SMALL, "errors.py": "from annotator.library import model\n"})
    assert found.upward == (("errors", "library"),)
    assert "upward: errors imports library" in list(faults(found))


def test_a_part_without_a_floor_is_told_of(tmp_path: Path) -> None:
    found = counted(tmp_path, {**SMALL, "attic.py": "from annotator import errors\n"})
    assert found.upward == (("attic", "errors"),)


def test_a_tree_without_floors_has_no_arrows_upward_or_down(tmp_path: Path) -> None:
    found = counted(tmp_path, SMALL, floors="")
    assert found.upward is None
    assert table({"here": found}).splitlines()[-1].split() == ["upward", "arrows", "no", "floors"]


def test_two_trees_stand_beside_each_other(tmp_path: Path) -> None:
    before = counted(tmp_path / "before", SMALL)
    after = counted(tmp_path / "after", {**SMALL, "new.py": "", "other.py": ""})
    shown = {line[:20].strip(): line[20:].split() for line in table(
        {"before": before, "after": after}).splitlines()}  # fmt: skip
    assert shown[""] == ["before", "after"]
    assert shown["parts"] == ["3", "5"]


@pytest.mark.parametrize("modules", [{}, {"a.py": "def broken(:\n"}])
def test_what_is_no_package_of_python_is_said(tmp_path: Path, modules: dict[str, str]) -> None:
    with pytest.raises(UsageError, match="annotator"):
        counted(tmp_path, modules)


def test_a_revision_is_read_from_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, SMALL)
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@b.c", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run([*git, *command], cwd=tmp_path, check=True)
    (tmp_path / "annotator" / "later.py").write_text("")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["imports", "--against", "HEAD", "--list"])
    assert result.exit_code == 0, result.output
    lines = result.output.splitlines()
    assert lines[1].split() == ["parts", "3", "4"]
    assert lines[-1].split() == ["library", "errors"]


def test_what_is_neither_folder_nor_revision_is_said() -> None:
    with pytest.raises(UsageError, match="no folder, and no revision"), source_tree("--no-such"):
        pass
