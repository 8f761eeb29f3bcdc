"""A session that is begun ahead, and the network that takes it over."""

from pathlib import Path

import pytest

from annotator.classifier import ClauseClassifier, sessions
from annotator.classifier.encoding import ClauseLine
from annotator.classifier.network import Network
from annotator.errors import ModelError
from tests.classifier.conftest import SHIPPED
from tests.classifier.test_forks import forks, in_a_fork

FOLDER = SHIPPED / "clause_classifier"
LINE = ClauseLine.of("An officer may search any person.")


@pytest.fixture(autouse=True)
def nothing_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "_BEGUN", [])


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one with each session that is made."""
    count: list[int] = []
    make = sessions.session

    def counted(*arguments, **settings):
        count.append(1)
        return make(*arguments, **settings)

    monkeypatch.setattr(sessions, "session", counted)
    monkeypatch.setattr("annotator.classifier.network.session", counted)
    return count


def on_one_core(classifier, graph: bytes | None = None) -> Network:
    own = classifier.network
    return Network(graph or own.graph, own.vocabulary, max_pieces=own.max_pieces, threads=1)


def test_the_network_takes_over_what_was_begun_and_reads_the_same(classifier, made) -> None:
    expected = on_one_core(classifier)([LINE]).labels
    ClauseClassifier.begin(FOLDER)
    ClauseClassifier.begin(FOLDER)  # as where the law is read and then annotated
    assert (on_one_core(classifier)([LINE]).labels == expected).all()
    assert len(made) == 2
    on_one_core(classifier).load()
    assert len(made) == 3  # it was for one network


def test_what_was_begun_for_another_question_is_left(classifier, made) -> None:
    sessions.begin(FOLDER / "model.onnx", exact=True)
    assert sessions.begun(classifier.network.graph, 1, exact=False) is None
    assert sessions.begun(classifier.network.graph, 2, exact=True) is None
    assert sessions.begun(classifier.network.graph, 1, exact=True) is not None


@pytest.mark.parametrize("content", [None, b"no graph"])
def test_what_fails_ahead_is_left_to_the_network(
    classifier, content: bytes | None, tmp_path: Path
) -> None:
    graph = tmp_path / "model.onnx"
    if content is not None:
        graph.write_bytes(content)
    sessions.begin(graph)
    assert len(on_one_core(classifier)([LINE]).labels) == 1
    sessions.begin(graph)
    with pytest.raises(Exception, match=r"(?i)protobuf"):
        on_one_core(classifier, b"no graph").load()


def test_another_graph_is_not_taken_for_ours(classifier, tmp_path: Path) -> None:
    sessions.begin(FOLDER / "model.onnx")
    assert sessions.begun(b"another", 1, exact=False) is None


@forks
def test_a_fork_makes_its_own(classifier) -> None:
    sessions.begin(FOLDER / "model.onnx")

    def taken() -> str:
        return str(sessions.begun(classifier.network.graph, 1, exact=False))

    assert in_a_fork(taken) == "None"
    assert sessions.begun(classifier.network.graph, 1, exact=False) is not None


def test_a_damaged_graph_is_one_clear_error() -> None:
    with pytest.raises(ModelError, match=r"^The trained model's graph cannot be run: "):
        sessions.session(b"nonsense", 1)
