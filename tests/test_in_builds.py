"""The action and the pre-commit hook, each at work in a small repository of laws.

Neither asks the network: the program is built and installed from this repository as they do it, and
what it depends on is lent by the environment of the tests.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
#: How pip works with what there is.
OFFLINE = {"PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "PIP_NO_INDEX": "1"}
BLIND = "An immigration officer may search any person who arrives at a port of entry."
LAW = f"PORTS ACT\n\nSearch\n\n1. (1) {BLIND}\n(2) The fee is ten crowns.\n"
WORSE = f"{LAW}\nTravel\n\n2. A girl may leave the territory only with a male guardian.\n"

pytestmark = pytest.mark.model


def done(
    *command: str | Path, cwd: Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(one) for one in command],
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def lent() -> dict[str, str]:
    """The variables of a machine without a network on which all dependencies are installed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    sites = dict.fromkeys([sysconfig.get_path("purelib"), *filter(_is_site, sys.path)])
    return {**kept, **OFFLINE, "PYTHONPATH": os.pathsep.join(sites)}


def _is_site(path: str) -> bool:
    return path.endswith("site-packages")


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory, lent: dict[str, str]) -> dict[str, str]:
    """A machine on which the action's step has installed the program, and nothing was before."""
    folder = tmp_path_factory.mktemp("runner")
    subprocess.run([sys.executable, "-m", "venv", str(folder / "python")], check=True)
    path = f"{folder / 'python' / 'bin'}{os.pathsep}{lent['PATH']}"
    variables = {**lent, "PATH": path, "GITHUB_ACTION_PATH": str(ROOT), "RUNNER_TEMP": str(folder)}
    installed = step("Install", {}, folder, variables)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return variables


@pytest.fixture
def repository(tmp_path: Path, lent: dict[str, str]) -> Path:
    """A repository with a law, and its baseline."""
    folder = tmp_path / "repository"
    (folder / "laws").mkdir(parents=True)
    (folder / "laws" / "ports act.txt").write_text(LAW)
    (folder / "README.md").write_text("# Our laws\n")
    git(folder, "init", "--quiet")
    program = [sys.executable, "-m", "annotator"]
    made = done(
        *program, "baseline", "laws/ports act.txt", "-o", "known.json", cwd=folder, env=ours(lent)
    )
    assert made.returncode == 0, made.stderr
    commit(folder)
    return folder


def ours(lent: Mapping[str, str]) -> dict[str, str]:
    return {**lent, "PYTHONPATH": f"{ROOT}{os.pathsep}{lent['PYTHONPATH']}"}


def git(folder: Path, *arguments: str) -> str:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
    told = subprocess.run(
        ["git", *who, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return told.stdout.strip()


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--no-verify", "-m", "As it is")


def step(
    name: str, given: Mapping[str, str], cwd: Path, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    """A step of the action as GitHub runs it: in its shell, inputs put in where they are named."""
    (found,) = [one for one in ACTION["runs"]["steps"] if one.get("name") == name]
    assert found["shell"] == "bash"
    assert "${{" not in found["run"], "what is given to an action must not become a script"
    inputs = {key: str(one.get("default", "")) for key, one in ACTION["inputs"].items()}
    assert set(given) <= set(inputs)
    inputs |= given

    def value(words: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: inputs[match[1]], words)

    own = {key: value(words) for key, words in found.get("env", {}).items()}
    files = {one: str(cwd / f".{one}") for one in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
    script = cwd / ".step.sh"
    script.write_text(found["run"])
    shell = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
    return done(*shell, cwd=cwd, env={**variables, **files, **own})


def test_the_action_fails_on_what_is_new_and_on_nothing_else(
    runner: dict[str, str], repository: Path
) -> None:
    given = {"laws": "laws/**/*.txt", "baseline": "known.json"}
    before = step("Annotate", given, repository, runner)
    assert before.returncode == 0, before.stderr
    assert "No finding is new against the baseline" in " ".join(before.stdout.split())
    without = step(
        "Annotate", {**given, "baseline": "", "arguments": "--order law"}, repository, runner
    )
    assert without.returncode == 1

    (repository / "laws" / "ports act.txt").write_text(WORSE)
    after = step("Annotate", given, repository, runner)
    assert after.returncode == 1
    assert re.search(
        r"^::stop-commands::(\d+)\n.*male guardian.*^::\1::$", after.stdout, re.M | re.S
    )
    assert BLIND not in " ".join(after.stdout.split())
    assert (repository / ".GITHUB_OUTPUT").read_text().endswith("sarif=annotate.sarif\n")
    alerts = json.loads((repository / "annotate.sarif").read_text())["runs"][0]["results"]
    assert {one["baselineState"] for one in alerts} >= {"new", "unchanged"}
    place = alerts[0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert place == "laws/ports%20act.txt"
    assert "<pre>" in (repository / ".GITHUB_STEP_SUMMARY").read_text()


def test_the_action_says_what_is_wrong_with_what_it_was_given(
    runner: dict[str, str], repository: Path
) -> None:
    none = step("Annotate", {"laws": "bills/*.txt"}, repository, runner)
    assert (none.returncode, none.stdout.count("\n")) == (2, 1)
    assert none.stdout.startswith("::error::No file fits the input laws")
    hostile = {"laws": "$(touch stolen) laws/*.txt `touch stolen` ;touch stolen"}
    assert step("Annotate", hostile, repository, runner).returncode == 2
    assert not (repository / "stolen").exists()


def test_the_hook_stops_a_commit_that_brings_something_new(
    repository: Path, lent: dict[str, str], tmp_path: Path
) -> None:
    """Run by pre-commit itself, which installs the program from a clone of this repository."""
    assert find_spec("pre_commit"), "pre-commit comes with the extra `test`: run `make test`"
    hooks = hook_repository(tmp_path / "annotate")
    config = {
        "repos": [
            {
                "repo": str(hooks),
                "rev": git(hooks, "rev-parse", "HEAD"),
                "hooks": [{"id": "annotate", "args": ["--baseline", "known.json", "--only-new"]}],
            }
        ]
    }
    (repository / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config))
    commit(repository)
    variables = {**lent, "PRE_COMMIT_HOME": str(tmp_path / "home")}

    def committing() -> subprocess.CompletedProcess[str]:
        git(repository, "add", "--all")
        return done(
            sys.executable, "-m", "pre_commit", "run", "annotate", cwd=repository, env=variables
        )

    (repository / "README.md").write_text("# Our laws, and no law\n")
    assert "(no files to check)Skipped" in committing().stdout
    (repository / "laws" / "ports act.txt").write_text(LAW.replace("1. (1)", "2. (1)"))
    moved = committing()
    assert moved.returncode == 0, moved.stdout + moved.stderr
    assert "Passed" in moved.stdout
    (repository / "laws" / "ports act.txt").write_text(WORSE)
    worse = committing()
    assert worse.returncode == 1
    assert "male guardian" in worse.stdout
    assert "search any person" not in worse.stdout


def hook_repository(folder: Path) -> Path:
    """A repository with all that the hook installs, as this one is cloned."""
    folder.mkdir()
    names = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", "NOTICE")
    for name in (*names, ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    for name in ("annotator", "models/en_gender_clause"):
        left_out = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=left_out)
    git(folder, "init", "--quiet")
    commit(folder)
    return folder
