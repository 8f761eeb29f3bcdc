"""A fork of a process that has used the classifier: it works there, and says nothing of it."""

import gc
import os

import pytest

from annotator.classifier.forks import prepare_for_forks

VARIABLE = "TOKENIZERS_PARALLELISM"

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")


def in_a_fork(answer) -> str:
    """What ``answer()`` is in a fork of this process."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.write(writing, str(answer()).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as pipe:
        return pipe.read()


@forks
def test_a_used_classifier_reads_the_same_in_a_fork(classifier, make_law) -> None:
    def label() -> str:
        (span,) = classifier(make_law("An officer may search any person.")).spans["clauses"]
        return span.label_

    expected = label()
    assert in_a_fork(label) == expected


@forks
def test_a_fork_tokenizes_in_one_thread_and_its_parent_as_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    prepare_for_forks()
    assert in_a_fork(lambda: os.environ.get(VARIABLE)) == "false"
    assert VARIABLE not in os.environ


@forks
def test_who_has_decided_on_threads_is_obeyed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "true")
    prepare_for_forks()
    assert in_a_fork(lambda: os.environ.get(VARIABLE)) == "true"
    assert os.environ[VARIABLE] == "true"


@forks
def test_a_fork_closes_nothing_that_its_parent_left_as_garbage() -> None:
    """A session of onnxruntime would wait there for threads that only the parent has."""
    closed_in = []

    class Session:
        def __del__(self) -> None:
            closed_in.append(os.getpid())

    def closed() -> bool:
        gc.collect()
        return bool(closed_in)

    prepare_for_forks()
    gc.disable()
    try:
        session = Session()
        session.itself = session
        del session
        assert in_a_fork(closed) == "False"
        assert closed()
    finally:
        gc.enable()
