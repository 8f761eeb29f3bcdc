"""The options: what goes together, what they are called, and that each says what it does."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from annotator import __version__
from annotator.cli import cli
from annotator.pipeline import pipeline_name
from annotator.writers import FORMATS
from tests.cli.running import BILL, EXAMPLES, LAW, ROOT, Streams, complaint, in_shell, run


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Name the file of a law, or - for standard input: annotate law.txt prints a report"),
        ([BILL, "--label", "bland"], "'bland' is not one of its values: did you mean blind? See"),
        ([BILL, "--issue", "serch"], "'serch' is not one of its values: did you mean search? See"),
        ([BILL, "--label", "x"], "'x' is not one of 'responsive', 'blind', "),
        ([BILL, "--lable", "blind"], "No such option: --lable: did you mean --label? See annotate"),
        (
            ["templtes", "list"],
            "neither a file here nor a command: did you mean annotate templates",
        ),
        (["frobnicate"], "neither a file here nor a command: name the file of a law (annotate law"),
        (
            ["aply", BILL, "d.json", "-o", "new.docx", "--clean"],
            "neither a file here nor a command: did you mean annotate apply? See",
        ),
        (["completion"], "Missing argument 'SHELL'. Choose from: bash, zsh, fish; see annotate"),
        (["templates", "shwo"], "did you mean show? See annotate templates --help."),
        (["templates", "frobnicate"], "templates frobnicate; see annotate templates --help."),
        (["templates", "list", "--isue", "x"], "did you mean --issue? See annotate templates list"),
        (["templates"], "Say what to do: annotate templates check, list or show; see annotate"),
        (["apply"], "Missing argument 'LAW'; see annotate apply --help."),
        ([BILL.replace("management", "managment")], "does not exist: did you mean "),
        (["readme"], "readme does not exist: did you mean README.md?"),
        (["exmples/border.txt"], "does not exist: there is no folder exmples; did you mean exam"),
        (["/nowhere/x/law.txt"], "there is no folder /nowhere; check the name and the folder."),
        ([BILL, "--min-confidence", "90"], "90.0 is not in the range 0<=x<=1"),
        ([BILL, "--jurisdiction", "Maravia"], "'Maravia' is no country that is known here"),
        ([BILL, "--language", "fr"], "only laws in English (en) are read so far, and of a file in"),
        ([BILL, "--colour"], "No such option"),
        ([BILL, "--all", "--label", "blind"], "leave out --label"),
        ([BILL, "--fail-on", "blind", "--label", "regressive"], "can never be met"),
        ([BILL, "-o", BILL], "is one of the laws to read: choose another file."),
        ([BILL, "-o", "/nowhere/report.txt"], "cannot be written (No such file or directory)"),
        ([str(EXAMPLES)], "examples is a folder: name the files in it (annotate "),
    ],
)
def test_wrong_usage_is_told_in_one_sentence(
    arguments: list[str], sentence: str, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(*arguments) == 2
    assert sentence in complaint(capsys)


@pytest.mark.parametrize("named", ["en", "English"])
def test_the_language_that_is_read_may_be_named(named: str, capsys: Streams) -> None:
    assert run(LAW, "--language", named, "--no-proposals", "--no-overview") == 0
    assert "clauses shown" in capsys.readouterr().out


def test_version_and_help_say_what_there_is(capsys: Streams) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"annotate {__version__}, pipeline {pipeline_name()}\n"
    assert run("--help") == 0
    text = capsys.readouterr().out
    assert text.startswith("Usage: annotate [OPTIONS] FILE...")
    assert "annotate law.txt" in text


def commands(group: click.Group, path: str = "annotate") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


COMMANDS = dict(commands(cli))


@pytest.mark.parametrize("path", COMMANDS)
def test_every_command_and_every_option_says_what_it_does(path: str) -> None:
    command = COMMANDS[path]
    assert command.help
    options = [one for one in command.params if isinstance(one, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_every_format_of_reports_can_be_asked_for() -> None:
    (option,) = [one for one in COMMANDS["annotate annotate"].params if one.name == "kind"]
    assert isinstance(option.type, click.Choice)
    assert list(option.type.choices) == list(FORMATS)


@pytest.fixture
def dashed(tmp_path: Path) -> Path:
    """A folder with laws whose names look like an option, and like a command."""
    for name in ("-dash.txt", "templates", "annotate"):
        shutil.copy(LAW, tmp_path / name)
    return tmp_path


def test_behind_two_dashes_every_name_is_a_file(dashed: Path) -> None:
    for command in (
        "annotate -- -dash.txt",
        "annotate --format json -- -dash.txt",
        "annotate --all -- -dash.txt",
        "annotate -- templates",
        "annotate annotate",
    ):
        status, out, err = in_shell(command, dashed)
        assert (status, err) == (0, "")
        assert "LAW ON FOREIGNERS" in out
    status, out, _ = in_shell("annotate --format json -- -dash.txt templates", dashed)
    sources = [json.loads(line)["law"]["source"] for line in out.splitlines()]
    assert (status, sources) == (0, ["-dash.txt", "templates"])


def test_a_file_that_is_taken_for_an_option_is_told_apart_from_a_wrong_option(
    dashed: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(dashed)
    assert run("-dash.txt") == 2
    assert complaint(capsys) == "-dash.txt is taken for an option: write ./-dash.txt for the file."
    assert run("-dosh.txt") == 2
    assert complaint(capsys).startswith("No such option")
