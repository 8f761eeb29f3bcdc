"""The command line run as a drafter runs it: in this process, or as a program of its own."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from annotator.cli import main
from annotator.schema import Annotation, from_json

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
BILL = str(EXAMPLES / "border-management-bill.txt")
LAW = str(EXAMPLES / "foreigners-law.txt")

#: The beginning of a report, as an earlier run has left it.
LAST_REPORT = "PORTS ACT\nlaw.txt · 2 clauses · en_gender_clause 0.1.0\n"

Streams = pytest.CaptureFixture[str]


def run(*arguments: str) -> int:
    return main(list(arguments))


def annotated(streams: Streams, *arguments: str) -> Annotation:
    assert run(*arguments, "--format", "json") == 0
    return from_json(streams.readouterr().out.encode())


def complaint(streams: Streams) -> str:
    """The one sentence on standard error; nothing may be on standard output."""
    out, err = streams.readouterr()
    assert out == ""
    return sentence(err)


def sentence(err: str) -> str:
    """The one sentence that the program has said."""
    assert err.startswith("annotate: ")
    assert err.count("\n") == 1
    return err.removeprefix("annotate: ").strip()


def program(*arguments: str, **options: Any) -> subprocess.Popen[bytes]:
    """The program started by itself, with pipes for what it writes unless told otherwise."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen([sys.executable, "-m", "annotator", *arguments], **{**pipes, **options})


def in_shell(command: str, folder: Path = ROOT) -> tuple[int, str, str]:
    """Status, output and errors of a shell's command line, where ``annotate`` is the program."""
    done = subprocess.run(
        ["sh", "-c", f'annotate() {{ "{sys.executable}" -m annotator "$@"; }}; {command}'],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()
