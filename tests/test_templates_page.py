"""What docs/templates.md teaches, done: its files are taken out of the page, proved and used."""

import re
import shlex
from pathlib import Path

import pytest

import annotator
from annotator.cli import main
from annotator.library import load_library
from annotator.library.model import Cues, Operation, Template
from annotator.library.patterns import NAMES

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
FILES = re.findall(r"^\*\*([\w./-]+)\*\*\n\n```\w+\n(.*?)```", PAGE, re.DOTALL | re.MULTILINE)
COMMANDS = re.findall(r"^\$ annotate (.*)$", PAGE, re.MULTILINE)

Streams = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with every file of the page in it, and the work in it."""
    for name, text in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_page_has_a_whole_library_and_a_law() -> None:
    assert [name for name, _ in FILES] == [
        "country/templates/search.yaml",
        "country/terms.yaml",
        "country/commitments.yaml",
        "ports.txt",
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_of_the_page_runs(command: str, folder: Path, capsys: Streams) -> None:
    assert main(shlex.split(command)) == 0
    out, err = capsys.readouterr()
    assert out
    assert err == ""


@pytest.mark.model
def test_the_template_proves_itself(folder: Path, capsys: Streams) -> None:
    assert main(["templates", "check", "--library", "country"]) == 0
    said = re.search(r"check --library country\n(.*)\n", PAGE)
    assert said is not None
    assert capsys.readouterr().out == f"{said[1]}\n"


@pytest.mark.model
def test_the_law_is_amended_as_the_page_says(folder: Path) -> None:
    promised = re.search(r"^> .*?(?=\n\n)", PAGE, re.DOTALL | re.MULTILINE)
    assert promised is not None
    words = " ".join(promised[0].replace("> ", " ").split())
    annotation = annotator.annotate("ports.txt", library="country")
    amended = [one.amended for finding in annotation.findings for one in finding.proposals]
    assert words in amended


def test_the_page_explains_every_key_and_operation() -> None:
    filled = {"labels", "file", "line", "folder", "gcm"}
    for key in {*Template.__struct_fields__, *Cues.__struct_fields__} - filled - {"of"}:
        assert f"`{key}`" in PAGE, key
    for operation in Operation.__args__:
        assert f"`{operation}`" in PAGE


def test_the_names_in_braces_are_those_that_patterns_know() -> None:
    of_patterns = PAGE[PAGE.index("**Patterns**") : PAGE.index("**Texts**")]
    assert set(re.findall(r"\{[a-z_]+\}", of_patterns)) == set(NAMES)


def test_the_template_that_it_starts_from_is_there() -> None:
    assert "search-same-sex-officer" in {one.id for one in load_library().templates}
