"""docs/baseline.md holds: its commands run, its file is one, its workflows name what there is."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import jsonschema
import pytest
import yaml

from annotator.cli import main

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "baseline.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_its_commands_run_as_they_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "laws").mkdir()
    law = "{} ACT\n\nSearch\n\n1. An officer may search any person who arrives.\n"
    for name in ("ports", "aliens"):
        (tmp_path / "laws" / f"{name}.txt").write_text(law.format(name.upper()))
    for command in "".join(blocks("console")).splitlines():
        arguments = shlex.split(command.removeprefix("$ "))[1:]
        assert main(arguments) == 0, capsys.readouterr().err
    known = json.loads((tmp_path / "known.json").read_text())
    schema = json.loads((ROOT / "docs" / "baseline.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(known, schema)
    (shown,) = blocks("json")
    jsonschema.validate(json.loads(shown), schema)


def test_its_workflow_and_its_hook_name_what_there_is() -> None:
    workflow, hooks = map(yaml.safe_load, blocks("yaml"))
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (ours,) = [one for one in workflow["jobs"]["laws"]["steps"] if one.get("id") == "review"]
    assert set(ours["with"]) <= set(action["inputs"])
    assert {name for name in action["inputs"] if f"| `{name}` |" not in PAGE} == set()
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (hook,) = hooks["repos"][0]["hooks"]
    assert hook["id"] in {one["id"] for one in offered}


def test_the_hook_reads_laws_and_not_what_a_folder_says_of_them() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))

    def reads(path: str) -> bool:
        return bool(re.search(hook["files"], path)) and not re.search(hook["exclude"], path)

    laws = ("laws/ports act.txt", "bills/2027/readmission.docx", "law/licensing-act.pdf")
    assert all(map(reads, laws))
    others = ("README.md", "laws/README.md", "laws/old/LICENCE", "laws/.gitkeep", "acts/a.txt")
    assert not any(map(reads, others))
