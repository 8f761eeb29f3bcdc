"""The wheel: all that an installed program needs, and nothing that only training needs."""

import os
import subprocess
import sys
import zipfile
from email import message_from_bytes
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("dist")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def test_the_wheel_carries_the_trained_pipeline_and_the_library(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert "annotator/_pipeline/config.cfg" in names
    assert "annotator/_pipeline/clause_classifier/model.onnx" in names
    assert "annotator/library/commitments.yaml" in names
    assert "annotator/library/templates/search.yaml" in names
    assert "annotator/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "corpora/"))]


def test_the_default_installation_has_neither_torch_nor_transformers(
    wheel: zipfile.ZipFile,
) -> None:
    (metadata,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
    required = message_from_bytes(wheel.read(metadata)).get_all("Requires-Dist", [])
    default = [line for line in required if "extra ==" not in line]
    assert any(line.startswith("spacy") for line in default)
    assert not [line for line in default if "torch" in line or "transformers" in line]


def test_an_installed_program_works_from_any_folder(wheel: zipfile.ZipFile, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    wheel.extractall(site)
    elsewhere.mkdir()
    (elsewhere / "law.txt").write_text("1. (1) An officer may search any person who arrives.\n")
    code = f"import sys; sys.path.insert(0, {str(site)!r}); from annotator.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "law.txt"],
        cwd=elsewhere,
        env={**os.environ, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "Section 1(1)" in done.stdout
