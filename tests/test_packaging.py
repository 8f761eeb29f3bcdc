"""The wheel: all that an installed program needs, and nothing that only training needs."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from email import message_from_bytes
from pathlib import Path

import pytest

from annotator import __version__
from annotator.pipeline import PACKAGE

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "models" / PACKAGE
PIP = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [*PIP, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def wheel(built: Path) -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(built) as archive:
        yield archive


@pytest.fixture(scope="module")
def site(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that pip has installed the wheel into."""
    folder = tmp_path_factory.mktemp("site")
    subprocess.run([*PIP, "install", "--no-deps", "--target", str(folder), str(built)], check=True)
    return folder


def run(site: Path, code: str, cwd: Path, *arguments: str) -> str:
    """What ``code`` prints where the program is installed in ``site`` and nowhere else."""
    path = f"import sys; sys.path.insert(0, {str(site)!r})\n"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [sys.executable, "-c", path + code, *arguments],
        cwd=cwd,
        env={**environment, "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def test_the_wheel_carries_the_trained_pipeline_and_the_library(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert f"{PACKAGE}/config.cfg" in names
    assert f"{PACKAGE}/clause_classifier/model.onnx" in names
    assert "annotator/library/commitments.yaml" in names
    assert "annotator/library/templates/search.yaml" in names
    assert "annotator/py.typed" in names
    page = "annotator/writers/review/"
    assert {f"{page}page.html.j2", f"{page}script/main.js", f"{page}style/1-base.css"} <= names
    assert not [name for name in names if name.startswith(("tests/", "corpora/"))]


def test_the_wheel_carries_the_pipeline_once(wheel: zipfile.ZipFile) -> None:
    assert len([name for name in wheel.namelist() if name.endswith("model.onnx")]) == 1


def test_the_default_installation_has_neither_torch_nor_transformers(
    wheel: zipfile.ZipFile,
) -> None:
    (metadata,) = [
        name
        for name in wheel.namelist()
        if name.startswith("annotate_gender-")
        and name.endswith(f"{__version__}.dist-info/METADATA")
    ]
    required = message_from_bytes(wheel.read(metadata)).get_all("Requires-Dist", [])
    default = [line for line in required if "extra ==" not in line]
    assert any(line.startswith("spacy") for line in default)
    assert not [line for line in default if "torch" in line or "transformers" in line]


def test_an_installed_program_works_from_any_folder(site: Path, tmp_path: Path) -> None:
    (tmp_path / "law.txt").write_text("1. (1) An officer may search any person who arrives.\n")
    code = "from annotator.cli import main; main()"
    assert "Section 1(1)" in run(site, code, tmp_path, "law.txt")
    meta = json.loads((SHIPPED / "meta.json").read_text(encoding="utf-8"))
    said = f"annotate {__version__}, pipeline {PACKAGE} {meta['version']}\n"
    assert run(site, code, tmp_path, "--version") == said


def test_spacy_loads_the_installed_pipeline_by_its_name(site: Path, tmp_path: Path) -> None:
    code = f"""
import spacy
nlp = spacy.load({PACKAGE!r}, exclude=["amendment_proposer"])
doc = nlp("1. An officer may search any person.\\n")
import {PACKAGE} as package, importlib.metadata as metadata
print(nlp.pipe_names, [span.text for span in doc.spans["clauses"]])
print(package.__file__, package.__version__ == metadata.version({PACKAGE!r}))
"""
    clauses, package = run(site, code, tmp_path).splitlines()
    assert (
        clauses == "['clause_segmenter', 'clause_classifier'] ['An officer may search any person.']"
    )
    assert package == f"{site / PACKAGE / '__init__.py'} True"


def test_what_was_annotated_is_read_by_a_program_that_never_imported_ours(
    site: Path, tmp_path: Path
) -> None:
    write = f"""
import spacy
from spacy.tokens import DocBin
docs = [spacy.load({PACKAGE!r})("1. An officer may search any person.\\n")]
DocBin(store_user_data=True, docs=docs).to_disk("laws.spacy")
"""
    run(site, write, tmp_path)
    read = """
from spacy.tokens import DocBin
from spacy.vocab import Vocab
(doc,) = DocBin().from_disk("laws.spacy").get_docs(Vocab())
print([type(value).__name__ for key, value in doc.user_data.items() if key[1] == "clause"])
"""
    assert run(site, read, tmp_path) == "['Clause']\n"


def test_pip_can_replace_the_pipeline_by_a_newer_one(site: Path) -> None:
    (record,) = site.glob(f"{PACKAGE}-*.dist-info/RECORD")
    owned = [line.partition(",")[0] for line in record.read_text(encoding="utf-8").splitlines()]
    assert f"{PACKAGE}/clause_classifier/model.onnx" in owned
    assert all((site / path).is_file() for path in owned)


def test_spacys_own_package_of_the_pipeline_loads_and_says_what_it_needs(tmp_path: Path) -> None:
    """What ``make package`` makes a wheel of."""
    code = f"""
import shutil, sys
from pathlib import Path
from spacy.cli.package import package
from annotator.pipeline import register_factories

register_factories()
package(Path({str(SHIPPED)!r}), Path({str(tmp_path)!r}), create_sdist=False)
(made,) = Path({str(tmp_path)!r}).iterdir()
shutil.copy(made / "meta.json", made / {PACKAGE!r})  # as its setup.py does
sys.path.insert(0, str(made))
import {PACKAGE}
print({PACKAGE}.__file__, {PACKAGE}.load().pipe_names)
"""
    done = run(ROOT, code, ROOT)
    (made,) = tmp_path.iterdir()
    assert done.splitlines()[-1].startswith(str(made / PACKAGE / "__init__.py"))
    assert "clause_classifier" in done
    meta = json.loads((made / "meta.json").read_text(encoding="utf-8"))
    assert [line.partition(">=")[0] for line in meta["requirements"]] == ["annotate-gender"]
