"""A folder of laws, and workers that need no pipeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.corpus import apart
from annotator.corpus.apart import Watched
from annotator.corpus.told import CorpusJob
from tests.corpus import strange

Law = Callable[[str, str], Path]


@pytest.fixture
def law(tmp_path: Path) -> Law:
    """Writes a law into the folder of laws, and gives its path."""
    folder = tmp_path / "laws"
    folder.mkdir()

    def write(name: str, text: str) -> Path:
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def strange_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_START", strange.START)


@pytest.fixture
def watched(strange_workers: None, tmp_path: Path) -> Iterator[Watched]:
    job = CorpusJob(out=str(tmp_path / "out"), time_limit=3, memory_limit=200)
    one = Watched(job)
    yield one
    one.close()
