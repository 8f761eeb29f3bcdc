"""What the README promises, done."""

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from annotator.baseline import as_json, known_of
from annotator.cli import main
from annotator.precedents import PrecedentIndex
from annotator.rulings import Decisions, RuledLaw, to_json
from tests.precedents.shelf import PORTS_ACT
from tests.returned.drafters import made
from tests.word.building import docx, p

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BILL = ROOT / "examples" / "border-management-bill.txt"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


COMMANDS = [
    line.removeprefix("$ ").partition("#")[0].strip()
    for block in blocks("console")
    for line in block.splitlines()
    if line.startswith("$ ")
]


@pytest.mark.parametrize("code", blocks("python"))
def test_python_examples_run(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    exec(compile(code, "README.md", "exec"), {})  # noqa: S102  # our own README


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A drafter's folder: the laws that the README's commands name."""
    for name in ("law.txt", "part1.txt", "part2.txt", f"examples/{BILL.name}"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(BILL, tmp_path / name)
    shutil.copy(BILL, tmp_path / "bill.txt")
    shutil.copy(BILL.with_name("border-management-act.txt"), tmp_path / "act.txt")
    lines = BILL.read_text(encoding="utf-8").splitlines()
    (tmp_path / "bill.docx").write_bytes(docx("".join(map(p, lines))))
    (tmp_path / "returned.docx").write_bytes(made())
    (tmp_path / "laws").mkdir()
    ports = f"{PORTS_ACT}\nExtent\n3. This Act extends to the whole of Malta.\n"
    (tmp_path / "laws" / "ports.txt").write_text(ports, encoding="utf-8")
    PrecedentIndex(tmp_path / "precedents.sqlite", make=True).close()
    sha256 = hashlib.sha256(BILL.read_bytes()).hexdigest()
    (tmp_path / "reviewed.json").write_bytes(to_json(Decisions(RuledLaw("", sha256))))
    (tmp_path / "known.json").write_bytes(as_json(known_of([])))
    return tmp_path


# Those on rounds need a server: tests/rounds/test_guide.py runs them.
ALONE = [
    command
    for command in COMMANDS
    if command.startswith("annotate ") and not command.startswith("annotate rounds")
]


@pytest.mark.parametrize("command", ALONE)
def test_commands_run_as_they_stand(command: str, folder: Path) -> None:
    words, _, redirected = command.partition("<")
    arguments = shlex.split(words)[1:]
    if command.startswith("annotate corpus report"):
        assert main(["corpus", "run", str(folder / "laws"), "-o", str(folder / "albania")]) == 0
    with (folder / (redirected.strip() or "law.txt")).open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-m", "annotator", *arguments],
            cwd=folder,
            stdin=stdin,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT),
                "ANNOTATE_PRECEDENTS": str(folder / "precedents.sqlite"),
            },
            capture_output=True,
            check=False,
        )
    # Whether --fail-on fails is for the trained pipeline to say.
    assert done.returncode in ((0, 1) if "--fail-on" in command else (0,)), done.stderr.decode()
    told = {"apply": b"annotate: new.txt has 0 ", "baseline": b"annotate: known.json holds "}
    assert done.stderr.startswith(told.get(arguments[0], b""))
    assert done.stderr.count(b"\n") == (arguments[0] in told)


def test_every_target_of_make_exists() -> None:
    targets = {command.split()[1] for command in COMMANDS if command.startswith("make ")}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    documented = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    assert targets <= documented
    assert {"demo", "test"} <= targets


def test_ci_runs_the_command_for_the_tests() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert [line for line in script.splitlines() if line.startswith("make")] == ["make test"]


def test_no_link_leads_nowhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)
    assert links
    assert [link for link in links if "://" not in link and not (ROOT / link).exists()] == []
