"""Completion, asked for as the three shells ask."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from annotator.cli import cli, main
from annotator.commands.completion import ASKED, SHELLS
from annotator.schema import ISSUES, LABELS

ROOT = Path(__file__).parents[2]
Streams = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a drafter stands: with laws whose names begin as commands do."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bills").mkdir()
    for name in ("bill one.txt", "bills/first.txt", "ports.docx"):
        (tmp_path / name).touch()
    return tmp_path


@pytest.fixture
def path(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A search path on which the program is called `annotate`."""
    folder = tmp_path_factory.mktemp("bin")
    program = folder / "annotate"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m annotator "$@"\n')
    program.chmod(0o755)
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


def asked(line: str, monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> set[str]:
    """What is offered for the last word of a line."""
    monkeypatch.setenv(ASKED, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(line.count(" ")))
    assert main([]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return set(out.split())


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("annotate te", {"file,te", "plain,templates"}),
        ("annotate --jur", {"plain,--jurisdiction"}),
        ("annotate law.txt ", {"file,"}),
        ("annotate law.txt --label ", {f"plain,{label}" for label in LABELS}),
        ("annotate law.txt --issue ", {f"plain,{issue}" for issue in ISSUES}),
        ("annotate law.txt --fail-on reg", {"plain,regressive"}),
        ("annotate law.txt -o re", {"file,re"}),
        ("annotate law.txt --library ", {"file,"}),
        ("annotate templates ", {"plain,list", "plain,show", "plain,check"}),
        ("annotate templates list --la", {"plain,--label"}),
        ("annotate apply la", {"file,la"}),
        ("annotate baseline la", {"file,la"}),
        ("annotate completion ", {f"plain,{shell}" for shell in SHELLS}),
        ("annotate corpus run la", {"file,la"}),
        ("annotate corpus run laws -o la", {"file,la"}),
        ("annotate corpus report o", {"file,o"}),
        ("annotate precedents remove la", {"file,la"}),
        ("annotate --jurisdiction KE", {"plain,KE"}),
        ("annotate commitments ke", {"plain,ke"}),
        # So bash parts them.
        ("annotate law.txt --label = bl", {"plain,blind"}),
        ("annotate law.txt --label = blind --iss", {"plain,--issue"}),
    ],
)
def test_what_is_offered(
    line: str, offered: set[str], monkeypatch: pytest.MonkeyPatch, capsys: Streams
) -> None:
    assert asked(line, monkeypatch, capsys) == offered


def test_every_command_is_offered(monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> None:
    offered = asked("annotate ", monkeypatch, capsys)
    assert offered == {"file,", *(f"plain,{one}" for one in cli.commands if one != "annotate")}


def commands_of(command: click.Command) -> Iterator[click.Command]:
    yield command
    for one in command.commands.values() if isinstance(command, click.Group) else ():
        yield from commands_of(one)


def test_files_are_offered_wherever_one_is_named() -> None:
    for command in commands_of(cli):
        context = click.Context(command)
        for one in command.params:
            named = one.make_metavar(context) if isinstance(one, click.Argument) else one.metavar
            if re.search(r"FILE|LAW|FOLDER|OUT\b|OLD|NEW|DECISIONS", named or ""):
                offered = one.shell_complete(context, "x")
                assert {item.type for item in offered} & {"file", "dir"}, (command.name, one.name)


def test_bash_offers_files_and_commands_together(folder: Path, path: str) -> None:
    told = in_bash("annotate b", folder, path)
    assert told == {"baseline", "bill one.txt", "bills"}
    assert in_bash("annotate bills/", folder, path) == {"bills/first.txt"}
    assert in_bash("annotate x.txt --order ", folder, path) == {"weight", "law"}
    assert in_bash("annotate x.txt --baseline = por", folder, path) == {"ports.docx"}


def in_bash(line: str, folder: Path, path: str) -> set[str]:
    words = " ".join(f"'{word}'" for word in line.split(" "))
    script = (
        'eval "$(annotate completion bash)"; compopt() { :; }\n'
        f"COMP_WORDS=({words}); COMP_CWORD={line.count(' ')}; _annotate_completion annotate\n"
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    return set(in_shell("bash", script, folder, path).splitlines())


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_offers_what_it_is_told(folder: Path, path: str) -> None:
    script = 'annotate completion fish | source; complete --do-complete "annotate templ"'
    assert in_shell("fish", script, folder, path).startswith("templates\t")
    script = 'annotate completion fish | source; complete --do-complete "annotate --label bl"'
    assert in_shell("fish", script, folder, path).split() == ["blind"]
    for typed, offered in (("--label=bl", "--label=blind"), ("--baseline=por", "ports.docx")):
        script = f'annotate completion fish | source; complete --do-complete "annotate {typed}"'
        found = in_shell("fish", script, folder, path).split()
        assert [one.split("=")[-1] for one in found] == [offered.split("=")[-1]]
        assert all(one.startswith(typed.split("=")[0]) for one in found)


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
def test_zsh_offers_what_it_is_told(folder: Path, path: str) -> None:
    script = (
        "autoload -Uz compinit; compinit -u -D\n"
        'eval "$(annotate completion zsh)"\n'
        'print -r -- "registered ${_comps[annotate]}"\n'
        # Outside of its editor zsh only tells what would be offered.
        "compset() { : }\n"
        'compadd() { print -r -- "offered ${completions[@]}" }; _describe() {\n'
        '  print -r -- "offered ${completions_with_descriptions[@]}" }\n'
        "words=(annotate --label bl); CURRENT=3; _annotate_completion\n"
        "words=(annotate templ); CURRENT=2; _path_files() { : }; _annotate_completion\n"
    )
    told = in_shell("zsh", script, folder, path).splitlines()
    assert told[0] == "registered _annotate_completion"
    assert told[1] == "offered blind"
    assert told[2].startswith("offered templates:")


@pytest.mark.skipif(shutil.which("zsh") is None, reason="zsh is not installed")
@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("--label=bl", "--label=blind"),
        ("--label bl", "--label blind"),
        ("--baseline=por", "--baseline=ports.docx"),
        ("--jurisdiction=NG", "--jurisdiction=NG"),
    ],
)
def test_zsh_puts_a_value_behind_its_option(typed: str, line: str, folder: Path, path: str) -> None:
    """In its own editor, in a terminal: what then stands in the line goes to a file."""
    script = (
        "zmodload zsh/zpty\n"
        "zpty typed zsh -f -i\n"
        "zpty -w typed 'PS1=; autoload -Uz compinit; compinit -u -D;"
        ' eval "$(annotate completion zsh)"\'\n'
        'zpty -w typed \'told() { print -r -- $BUFFER > told; }; zle -N told; bindkey "^T" told;'
        " print ready > ready'\n"
        "until [[ -s ready ]]; do zpty -r -t typed said; sleep 0.05; done\n"
        f"zpty -n -w typed $'annotate {typed}\\t\\x14'\n"
        "until [[ -s told ]]; do zpty -r -t typed said; sleep 0.05; done\n"
        "zpty -d typed\n"
    )
    in_shell("zsh", script, folder, path)
    assert (folder / "told").read_text(encoding="utf-8").split() == f"annotate {line}".split()


def in_shell(shell: str, script: str, folder: Path, path: str) -> str:
    bare = {"bash": ["--norc", "--noprofile"], "fish": ["--no-config"], "zsh": ["-f"]}[shell]
    done = subprocess.run(
        [shell, *bare, "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


def test_another_shell_is_told_which_there_are(capsys: Streams) -> None:
    assert main(["completion", "tcsh"]) == 2
    assert "'tcsh' is not one of 'bash', 'zsh', 'fish'" in capsys.readouterr().err
