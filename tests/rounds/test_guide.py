"""docs/rounds.md holds: its commands run as they stand, from the server to the next batch."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.rounds.labels import KEYS
from annotator.rounds.store import Store
from tests.rounds.conftest import MEMBERS, PYTHON, ROOT
from tests.rounds.guide import GUIDE, commands, follow, judge, own_environment

README = (ROOT / "README.md").read_text(encoding="utf-8")


def on_rounds(page: str) -> list[str]:
    return [command for command in commands(page) if command.startswith("annotate rounds")]


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder like the repository's root, on which `make` finds its environments made."""
    folder = tmp_path / "annotate"
    folder.mkdir()
    for one in ROOT.iterdir():
        if one.name == "corpora":  # what is decided goes into it
            shutil.copytree(one, folder / one.name, copy_function=os.symlink)
        elif not one.name.startswith((".", "work", "rounds")):
            (folder / one.name).symlink_to(one)
    here, doccano = Path(sys.prefix), PYTHON.parents[1]
    for name, prefix in ((".venv", here), (".venv-train", here), (".venv-doccano", doccano)):
        (folder / name).mkdir()
        for part in ("bin", "lib", "pyvenv.cfg"):
            (folder / name / part).symlink_to(prefix / part)
        for done in (".installed", ".rounds"):
            (folder / name / done).touch()
    return folder


def as_there(**variables: str) -> dict[str, str]:
    """What a shell on that machine has for variables; the code is that of this repository."""
    return {**own_environment(), "PYTHONPATH": str(ROOT), **variables}


def test_the_guide_runs_as_written(local, machine):
    (machine / "work").mkdir()
    (machine / "work" / "doccano").symlink_to(local.home)
    told: list[str] = []
    follow(machine, as_there(PORT=str(local.port)), told.append)
    assert len(told) == len(commands(GUIDE))
    assert f"doccano runs at {local.url}" in told[0]
    assert any("By country of the expert" in said for said in told)
    report = (machine / "rounds" / "2026-12" / "report.html").read_text()
    assert "<h2>By country</h2>" in report
    closed = (machine / "corpora" / "clauses" / "2026-12.jsonl").read_text().splitlines()
    assert len(closed) == 20
    assert Store(machine / "rounds").read("2026-12.2").after == "2026-12"


@pytest.fixture
def at_work(local, accounts, tmp_path, monkeypatch):
    """A folder like the repository's root, and the variables of `work/doccano/env`."""
    monkeypatch.chdir(tmp_path)
    for name, value in local.environment().items():
        monkeypatch.setenv(name, value)
    (tmp_path / "corpora").mkdir()
    (tmp_path / "law.txt").symlink_to(ROOT / "examples" / "border-management-bill.txt")
    for part in ("corpora/GUIDELINES.md", "corpora/laws.yaml"):
        (tmp_path / part).symlink_to(ROOT / part)
    return tmp_path


def test_every_command_of_the_readme_runs(at_work, as_member, capsys):
    said = on_rounds(README)
    # Between adjudicating and closing, the adjudicator's word is pulled.
    for command in (*said[:-1], "annotate rounds pull 2026-12", said[-1]):
        if " pull " in command:
            judge(as_member, Store(at_work / "rounds"))
        assert main(shlex.split(command)[1:]) == 0, f"{command}: {capsys.readouterr().err}"
    assert (at_work / "corpora" / "clauses" / "2026-12.jsonl").is_file()


@pytest.mark.parametrize("page", [GUIDE, README], ids=["guide", "readme"])
def test_the_program_is_in_the_path_before_it_is_called(page):
    typed = commands(page)
    first = next(place for place, one in enumerate(typed) if one in on_rounds(page))
    assert ". .venv/bin/activate" in typed[:first]


def test_the_guides_accounts_are_those_that_the_tests_have():
    assert set(MEMBERS) <= set(re.search(r"ACCOUNTS='([^']*)'", GUIDE).group(1).split())


def test_a_name_with_a_quote_is_refused_by_make_in_one_sentence(machine):
    made = subprocess.run(
        ["make", "doccano", "ACCOUNTS=ana o'neil"],
        cwd=machine, env=as_there(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode
    assert "o'neil" not in made.stdout  # in no command line
    said, *rest = made.stderr.splitlines()
    assert said.startswith('"o\'neil" cannot be the name of an account: use up to 150 letters')
    assert all(line.startswith("make") for line in rest)
    assert not (machine / "work").exists()


def test_training_without_a_network_names_the_variable_that_helps(machine):
    for written in ("clauses", "opposites"):  # which nobody has to fetch
        shutil.rmtree(machine / "corpora" / written)
    nowhere = "http://127.0.0.1:1"
    made = subprocess.run(
        ["make", "train"], cwd=machine, env=as_there(https_proxy=nowhere, HTTPS_PROXY=nowhere),
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert made.returncode
    assert "name a folder that holds the laws in CORPORA_MIRROR" in made.stderr
    assert "--partial (PARTIAL=1)" in made.stderr
    assert "Traceback" not in made.stderr
    assert not list(machine.glob("work/*.jsonl"))
    assert "let `CORPORA_MIRROR`\nname folders" in GUIDE
    assert "`make train PARTIAL=1`" in GUIDE


def test_the_way_to_the_extra_names_no_index(monkeypatch, capsys):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert main(["rounds", "list"]) == 2
    said = capsys.readouterr().err
    assert "`make doccano`" in said
    assert "pip install '.[rounds]'" in said
    assert "annotate-gender[rounds]" not in said


def test_its_pictures_and_pages_are_there():
    for page in ("rounds.md", "annotators.md"):
        text = (ROOT / "docs" / page).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!http)([^)#]+)\)", text):
            assert (ROOT / "docs" / Path(target)).exists(), target


def test_annotators_are_told_the_keys_that_are_set():
    page = (ROOT / "docs" / "annotators.md").read_text(encoding="utf-8")
    for name in ("responsive", "blind", "regressive", "neutral", "unsure", "skip"):
        assert f"**{KEYS[name]}** {name}" in page
    assert f"**{KEYS['search']}** to **{KEYS['penalties']}**" in page
