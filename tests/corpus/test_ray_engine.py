"""Ray writes what the pool writes, whatever ends in the middle: a worker, or a node."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import msgspec
import psutil
import pytest

from annotator.corpus import apart, ray_engine
from annotator.corpus.ray_driver import BatchActor
from annotator.corpus.ray_engine import check_ray, through_ray
from annotator.corpus.rows import LawRef
from annotator.corpus.store import read
from annotator.corpus.told import CorpusJob
from annotator.errors import CorpusError, UsageError
from tests.cli.running import ROOT, Streams, complaint, run
from tests.corpus.conftest import Law
from tests.corpus.on_ray import AT, DRIVER, PATIENCE, WORKER
from tests.corpus.strange import ref_of
from tests.corpus.test_killed import content

#: Of few laws the batches would be of one.
SIZE = ("--batch-size", "2")


@pytest.fixture
def needs_ray(monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        check_ray()
    except UsageError as error:
        pytest.skip(str(error))
    monkeypatch.setattr(ray_engine, "_START", DRIVER)
    for name, seconds in PATIENCE.items():
        monkeypatch.setenv(name, seconds)


@pytest.fixture
def address(needs_ray: None) -> Iterator[str]:
    """A cluster of three nodes, whose head takes no work."""
    command, pipe = [sys.executable, "-m", "tests.corpus.on_ray"], subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as cluster:
        assert cluster.stdout is not None
        told = next((line for line in cluster.stdout if line.startswith(AT)), "")
        assert told, "the cluster does not come up"
        yield told.removeprefix(AT).strip()


def by_pool(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the pool makes of the laws of a folder."""
    monkeypatch.setattr(apart, "_START", WORKER)
    run("corpus", "run", str(folder), "-o", str(out), "--workers", "2", *SIZE)
    return content(out)


@pytest.mark.filterwarnings("ignore")
def test_a_worker_and_a_node_that_are_killed_lose_and_double_nothing(
    address: str, law: Law, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marks = [tmp_path / "actor", tmp_path / "node"]
    for name in "abcdefghij":
        folder = law(name, f"1. {name}\n2. More of {name}.").parent
    law("c1", f"end-actor {marks[0]}")
    law("f1", f"end-node {marks[1]}")
    law("h1", "fault")
    law("i1", "die")
    out = tmp_path / "ray"
    options = ("--workers", "2", *SIZE)
    assert run("corpus", "run", str(folder), "-o", str(out), "--address", address, *options) == 0
    assert all(mark.exists() for mark in marks)
    assert len(read(out, "laws")) == 12
    assert sorted(read(out, "refused")["kind"].to_pylist()) == ["crash", "memory"]
    assert content(out) == by_pool(folder, tmp_path / "pool", monkeypatch)


@pytest.mark.filterwarnings("ignore")
def test_a_ray_of_its_own_ends_with_the_run(
    needs_ray: None, law: Law, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = law("a", "1. An officer may search.").parent
    law("b", "1. A fee is due.")
    out = tmp_path / "ray"
    before = set(psutil.pids())
    assert run("corpus", "run", str(folder), "-o", str(out), "--engine", "ray", *SIZE) == 0
    told = map(json.loads, (out / "runs.jsonl").read_text(encoding="utf-8").splitlines())
    assert next(told)["by"] == "ray"
    left = [one for one in psutil.process_iter(["name"]) if one.pid not in before]
    assert not [one for one in left if one.info["name"] in ("raylet", "gcs_server")]
    assert content(out)["refused.csv"] == b"path,kind,reason,law\r\n"
    assert content(out) == by_pool(folder, tmp_path / "pool", monkeypatch)


def test_an_address_at_which_nobody_answers_is_said(
    needs_ray: None, law: Law, tmp_path: Path, capsys: Streams
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{nobody.getsockname()[1]}"
        path = str(law("a", "1. An officer may search."))
        assert run("corpus", "run", path, "-o", str(tmp_path / "out"), "--address", address) == 2
    assert complaint(capsys).startswith(f"No Ray cluster can be used at {address} (")


@pytest.mark.parametrize(
    ("ray", "pydantic", "told"),
    [("2.60.0", "1.10.27", "This Ray needs pydantic 2"), ("", "2.14.4", "--engine ray needs Ray")],
)
def test_without_a_ray_that_can_run_here_it_says_what_to_install(
    ray: str, pydantic: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ray_engine.importlib.util, "find_spec", lambda _: ray or None)
    monkeypatch.setattr(ray_engine, "version", {"ray": ray, "pydantic": pydantic}.__getitem__)
    with pytest.raises(UsageError, match=told):
        check_ray()


def test_a_ray_that_goes_with_this_pydantic_is_welcome(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(package: str) -> str:
        if package == "pydantic":
            raise metadata.PackageNotFoundError
        return "2.60.0"

    monkeypatch.setattr(ray_engine.importlib.util, "find_spec", bool)
    monkeypatch.setattr(ray_engine, "version", version)
    check_ray()


def test_what_no_other_actor_would_do_better_ends_the_run(
    strange_workers: None, law: Law, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(Path.cwd())  # an actor goes where the user stands; the tests come back
    (tmp_path / "file").touch()
    job = CorpusJob(out=str(tmp_path / "file" / "out"))
    laws = [LawRef(law=ref_of(law("a", "1. A fee is due.")).law, path=str(tmp_path / "laws/a.txt"))]
    actor = BatchActor(msgspec.json.encode(job), str(tmp_path))
    said = actor({"at": [7], "laws": [msgspec.json.encode(laws).decode()]})["said"]
    refused = json.loads(said[0])
    assert refused["type"] == "RayRefused"
    assert "cannot be written" in refused["sentence"]
    said = actor({"at": [7], "laws": ["no JSON"]})["said"]
    assert json.loads(said[0])["type"] == "RayFailed"


def test_what_the_driver_says_is_raised(
    law: Law, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ray_engine, "check_ray", lambda: None)
    batches = [[ref_of(law("a", "1. A fee is due."))]]
    job = CorpusJob(out=str(tmp_path / "out"))
    monkeypatch.setattr(ray_engine, "_START", "import sys; sys.exit()")
    with pytest.raises(CorpusError, match="Ray has ended at head:1 before all was done"):
        next(through_ray(job, batches, 1, "head:1"))
    assert list(through_ray(job, [], 1)) == []
