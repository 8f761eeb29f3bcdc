"""docs/rounds.md holds: its commands run as they stand, from the opening to the corpora."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from annotator.cli import main
from annotator.rounds.labels import KEYS
from annotator.rounds.store import Store
from tests.rounds.conftest import MEMBERS, ROOT, label

GUIDE = (ROOT / "docs" / "rounds.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def commands(page: str) -> list[str]:
    """What a reader of a page is told to type."""
    return [
        line.removeprefix("$ ").partition("  #")[0].strip()
        for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL)
        for line in block.splitlines()
    ]


def on_rounds(page: str) -> list[str]:
    return [command for command in commands(page) if command.startswith("annotate rounds")]


@pytest.fixture
def at_work(local, accounts, tmp_path, monkeypatch):
    """A folder like the repository's root, and the variables of `work/doccano/env`."""
    monkeypatch.chdir(tmp_path)
    for name, value in local.environment().items():
        monkeypatch.setenv(name, value)
    (tmp_path / "corpora").mkdir()
    (tmp_path / "law.txt").symlink_to(ROOT / "examples" / "border-management-bill.txt")
    for part in ("examples", "corpora/GUIDELINES.md", "corpora/laws.yaml"):
        (tmp_path / part).symlink_to(ROOT / part)
    return tmp_path


def test_every_command_of_the_guide_runs(at_work, as_member, capsys):
    typed(on_rounds(GUIDE), at_work, as_member, capsys)
    assert (at_work / "rounds" / "2026-12" / "report.html").is_file()
    closed = (at_work / "corpora" / "clauses" / "2026-12.jsonl").read_text().splitlines()
    assert len(closed) == 20


def test_every_command_of_the_readme_runs(at_work, as_member, capsys):
    said = on_rounds(README)
    # Between adjudicating and closing, the adjudicator's word is pulled.
    typed([*said[:-1], "annotate rounds pull 2026-12", said[-1]], at_work, as_member, capsys)
    assert (at_work / "corpora" / "clauses" / "2026-12.jsonl").is_file()


def typed(commands: list[str], folder: Path, as_member, capsys) -> None:
    """Run the commands one after the other; people judge before each pull."""
    for command in commands:
        if " pull " in command:
            judge(as_member, Store(folder / "rounds"))
        assert main(shlex.split(command)[1:]) == 0, f"{command}: {capsys.readouterr().err}"


def judge(as_member, store: Store) -> None:
    """What members would do by then: judge all, differ once; and the adjudicator decides it."""
    round_ = store.read("2026-12")
    for project in round_.projects:
        for name in project.members:
            member = as_member(name)
            for place, row in enumerate(sorted(member.rows(project.id))):
                if not member.labels(project.id, row.id):
                    differs = name == "ben" and place == 0
                    said = ["neutral"] if differs else ["blind", "search"]
                    label(member, project.id, row.id, *said)
                elif project.purpose == "adjudicate":  # what most members said is set already
                    member.confirm(project.id, row.id)


def test_the_other_commands_are_targets_or_the_servers_variables():
    others = [command for command in commands(GUIDE) if command not in on_rounds(GUIDE)]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for command in others:
        if command.startswith("make "):
            assert f"\n{shlex.split(command)[1]}:" in makefile, command
        else:
            assert command in (". .venv/bin/activate", ". work/doccano/env")
    # In a new shell, `annotate` is found only after that.
    for page in (GUIDE, README):
        typed_ = commands(page)
        first = next(place for place, one in enumerate(typed_) if one in on_rounds(page))
        assert ". .venv/bin/activate" in typed_[:first]
    assert set(MEMBERS) <= set(re.search(r"ACCOUNTS='([^']*)'", GUIDE).group(1).split())


def test_what_it_says_of_training_without_a_network_holds():
    assert "`CORPORA_MIRROR`" in GUIDE
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "CORPORA_MIRROR" in makefile
    assert "$(if $(PARTIAL),--partial)" in makefile


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
