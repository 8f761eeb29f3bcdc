"""A run that the system ends (SIGKILL) goes on where it stopped, and loses and doubles nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from annotator.corpus.store import read
from tests.cli.running import ROOT
from tests.corpus.conftest import Law

#: Ways in which files are written: the first three before a law is done, then tables of a batch.
_MOST = 40


def killed(at: int, *arguments: str) -> int:
    command = [sys.executable, "-m", "tests.corpus.killed", str(at), "corpus", "run", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode


def content(out: Path) -> dict[str, bytes]:
    """All that is there but what the clock says, and hidden leftovers."""
    files = (path for path in out.rglob("*") if path.is_file() and path.name[0] != ".")
    return {
        str(path.relative_to(out)): path.read_bytes() for path in files if path.name != "runs.jsonl"
    }


def test_killed_at_every_write_it_ends_with_the_bytes_of_a_run_that_was_not(
    law: Law, tmp_path: Path
) -> None:
    for name in "abcde":
        folder = law(name, f"1. {name}\n2. More of {name}.").parent
    law("bad", "fault")
    whole, torn = tmp_path / "whole", tmp_path / "torn"
    options = ("--batch-size", "2", "--workers", "1")
    assert killed(0, str(folder), "-o", str(whole), *options) == 0
    for at in range(1, _MOST):
        if killed(at, str(folder), "-o", str(torn), *options) == 0:
            break
        if (torn / "corpus.json").exists():
            keys = read(torn, "laws")["law"].to_pylist() + read(torn, "refused")["law"].to_pylist()
            assert len(keys) == len(set(keys))
            assert set(read(torn, "findings")["law"].to_pylist()) <= set(keys)
    else:
        pytest.fail("it never came to its end")
    assert content(torn) == content(whole)
    assert len(read(torn, "laws")) == 5
    assert len(read(torn, "findings")) == 10
    assert read(torn, "refused")["path"].to_pylist() == [str(folder / "bad.txt")]


def test_its_workers_end_with_it(law: Law, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    path = law("endless", f"tell-and-hang {begun}")
    command = [sys.executable, "-m", "tests.corpus.killed", "0", "corpus", "run", str(path)]
    run = subprocess.Popen([*command, "-o", str(tmp_path / "out")], cwd=ROOT)
    while not begun.exists():
        with pytest.raises(subprocess.TimeoutExpired):
            run.wait(0.1)
    workers = psutil.Process(run.pid).children()
    assert len(workers) == 1
    run.kill()
    run.wait()
    assert psutil.wait_procs(workers, timeout=600)[1] == []
