"""``annotate --version``: two things, two names, two versions."""

import json
import subprocess
import sys

import pytest

from annotator import __version__, pipeline
from annotator.cli import main
from annotator.commands.version import versions
from annotator.errors import ModelError


def test_program_and_pipeline_are_named_each_with_its_version() -> None:
    meta = json.loads((pipeline.pipeline_folder() / "meta.json").read_text(encoding="utf-8"))
    assert versions() == f"annotate {__version__}, pipeline en_gender_clause {meta['version']}"


def test_it_is_said_where_there_is_no_pipeline(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> str:
        raise ModelError("There is none.")

    monkeypatch.setattr("annotator.commands.version.pipeline_name", missing)
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"annotate {__version__}, no trained pipeline\n"


def test_nothing_heavy_is_imported_for_it() -> None:
    code = """
import sys
from annotator.cli import main
main(["--version"])
print({"spacy", "onnxruntime", "thinc"} & set(sys.modules))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("\nset()\n")
