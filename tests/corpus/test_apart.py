"""What becomes of a law that hangs, grows or brings its process down; the next one is annotated."""

from __future__ import annotations

from pathlib import Path

import pytest

from annotator.corpus.apart import Watched
from annotator.corpus.told import CorpusJob, LawDone, LawRefused
from annotator.errors import AnnotatorError, CorpusError
from tests.corpus.conftest import Law
from tests.corpus.strange import ref_of


@pytest.mark.parametrize(
    ("deed", "kind", "reason"),
    [
        ("hang", "timeout", "takes longer than 3 seconds: look what it is, or raise --time-limit."),
        ("spin", "timeout", "takes longer than 3 seconds: look what it is, or raise --time-limit."),
        ("fill", "memory", "takes more than 200 MB of memory: look what it is, or raise"),
        ("crash", "crash", "brings the process down that reads it (signal 6): please send"),
        ("die", "memory", "was given up when the system ended the process that read it"),
        ("fault", "crash", "brought out a fault of this program (ValueError in corpus/child.py"),
        ("no-memory", "memory", "takes more memory than there is: use fewer --workers."),
    ],
)
def test_a_law_that_does_harm_is_refused_and_the_next_annotated(
    watched: Watched, law: Law, deed: str, kind: str, reason: str
) -> None:
    bad, good = law("bad", f"{deed} 1. An officer may search any person."), law("good", "1. A.")
    refused = watched.annotate(ref_of(bad))
    assert isinstance(refused, LawRefused)
    assert refused.kind == kind
    assert refused.reason.startswith(f"{bad} {reason}")
    done = watched.annotate(ref_of(good))
    assert isinstance(done, LawDone)
    assert done.rows["laws"][0]["path"] == str(good)


def test_a_law_is_not_blamed_when_its_process_is_ended_once(
    watched: Watched, law: Law, tmp_path: Path
) -> None:
    unlucky = law("unlucky", f"die-once {tmp_path / 'mark'}")
    assert isinstance(watched.annotate(ref_of(unlucky)), LawDone)


def test_a_file_that_is_no_law_is_refused_in_the_words_of_its_reader(
    watched: Watched, law: Law
) -> None:
    empty = law("empty", " ")
    assert watched.annotate(ref_of(empty)) == LawRefused(
        kind="refused",
        reason=f"{empty} is empty: give a file that holds the text of a law.",
    )


def test_a_file_that_changes_under_its_reader_is_refused(watched: Watched, law: Law) -> None:
    changing = law("changing", "1. A.")
    ref = ref_of(changing)
    changing.write_text("1. B.", encoding="utf-8")
    refused = watched.annotate(ref)
    assert isinstance(refused, LawRefused)
    assert "was changed while the laws were read" in refused.reason


def test_what_is_closed_starts_no_process(watched: Watched, law: Law) -> None:
    watched.close()
    with pytest.raises(CorpusError, match="stopped before its end"):
        watched.annotate(ref_of(law("any", "1. A.")))


def test_a_pipeline_that_cannot_be_loaded_is_no_laws_fault(tmp_path: Path, law: Law) -> None:
    nowhere = str(tmp_path / "nowhere")
    one = Watched(CorpusJob(out=str(tmp_path / "out"), library=nowhere))
    with pytest.raises(AnnotatorError, match="is no folder; --library names one"):
        one.annotate(ref_of(law("any", "1. A.")))
