"""Batches done at a time, each once; and no worker is left behind, however the work ends."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from annotator.corpus.batch import batches
from annotator.corpus.pool import through_pool, workers_for_this_machine
from annotator.corpus.store import CorpusInfo, CorpusStore, part_of, read
from annotator.corpus.told import CorpusJob
from annotator.errors import AnnotatorError, OutputError
from tests.corpus import strange
from tests.corpus.conftest import Law
from tests.corpus.strange import ref_of

pytestmark = pytest.mark.usefixtures("strange_workers")


@pytest.fixture
def job(tmp_path: Path) -> CorpusJob:
    made = CorpusJob(out=str(tmp_path / "out"))
    CorpusStore(made.out).begin(CorpusInfo(program="1", pipeline="strange 1"))
    return made


def workers() -> list[psutil.Process]:
    """Those of a corpus alone: other tests leave helpers of their own behind."""
    listed = psutil.process_iter(["ppid", "cmdline"])  # of one that has ended, it says nothing
    own = [one for one in listed if one.info["ppid"] == os.getpid()]
    return [one for one in own if strange.START in (one.info["cmdline"] or ())]


def test_every_batch_is_done_and_told_once(law: Law, job: CorpusJob) -> None:
    refs = [ref_of(law(name, f"1. {name}")) for name in "abcdefg"]
    cut = batches(refs, 2)
    done = list(through_pool(job, cut, 2))
    assert {one.part for one in done} == {part_of(ref.law for ref in batch) for batch in cut}
    assert sorted(told.path for one in done for told in one.laws) == [ref.path for ref in refs]
    assert len(read(job.out, "laws")) == 7
    assert workers() == []


def test_what_is_closed_before_its_end_leaves_no_worker(law: Law, job: CorpusJob) -> None:
    refs = [ref_of(law("a", "1. A.")), ref_of(law("endless", "hang"))]
    with closing(through_pool(job, batches(refs, 1), 1)) as parts:
        assert next(parts).laws[0].path == refs[0].path
        assert len(workers()) == 1
    assert workers() == []
    assert len(read(job.out, "laws")) == 1


def test_a_place_that_cannot_be_written_stops_all(law: Law, job: CorpusJob) -> None:
    Path(job.out, "findings").write_text("no folder", encoding="utf-8")
    refs = [ref_of(law(name, f"1. {name}")) for name in "abc"]
    with pytest.raises(OutputError, match="cannot be written"):
        list(through_pool(job, batches(refs, 1), 2))
    assert workers() == []


def test_a_library_that_is_gone_stops_all(
    law: Law, job: CorpusJob, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # the real workers, which load the pipeline
    gone = CorpusJob(out=job.out, library=job.out)
    with pytest.raises(AnnotatorError, match="holds no library"):
        list(through_pool(gone, batches([ref_of(law("a", "1. A."))], 1), 1))
    assert workers() == []


def test_nothing_to_do_starts_nothing(job: CorpusJob) -> None:
    assert list(through_pool(job, [], 4)) == []
    assert workers_for_this_machine() >= 1
