"""Laws from a folder, with their checksums; nothing else is taken for them."""

import hashlib
import socket

import msgspec
import pytest

from annotator.errors import CorpusError
from annotator.published import PublishedLaw, read_laws
from annotator.training.corpus.laws import Shelf, obtain

TEXT = b"PORTS ACT\n\n1. (1) An officer may search any person.\n(2) It shall be recorded.\n"
LAW = PublishedLaw(
    law="X-1",
    title="Ports Act",
    jurisdiction="XX",
    url="https://laws.example/x-1.txt",
    file="x-1.txt",
    sha256=hashlib.sha256(TEXT).hexdigest(),
    licence="public",
)


@pytest.fixture
def mirror(tmp_path, monkeypatch):
    monkeypatch.setenv("CORPORA_MIRROR", str(tmp_path))
    (tmp_path / LAW.file).write_bytes(TEXT)
    return tmp_path


def test_a_law_of_the_mirror_is_cut_into_clauses(mirror, tmp_path):
    clauses = Shelf({"X-1": LAW}, tmp_path / "unused").clauses_of("X-1")
    assert [clause.number for clause in clauses] == ["1(1)", "1(2)"]


def test_a_law_already_fetched_is_not_fetched_again(tmp_path, monkeypatch):
    monkeypatch.delenv("CORPORA_MIRROR", raising=False)
    (tmp_path / LAW.file).write_bytes(TEXT)
    assert obtain(LAW, tmp_path) == tmp_path / LAW.file


def test_another_file_than_the_one_labelled_is_refused(mirror):
    (mirror / LAW.file).write_bytes(TEXT + b"3. More.\n")
    with pytest.raises(CorpusError, match="not the Ports Act that was labelled"):
        obtain(LAW, mirror)


def test_a_law_that_the_mirror_lacks_is_named(mirror):
    (mirror / LAW.file).unlink()
    with pytest.raises(CorpusError, match=r"x-1\.txt cannot be read"):
        obtain(LAW, mirror)


def test_a_law_that_is_not_listed_is_named(tmp_path):
    shelf = Shelf({"X-1": LAW}, tmp_path)
    assert shelf.clauses_of("Y-2") == ()
    assert "Y-2 is labelled but not in" in shelf.missing["Y-2"]


def test_a_publisher_that_is_down_is_asked_once_for_all_its_laws(tmp_path, monkeypatch):
    monkeypatch.delenv("CORPORA_MIRROR", raising=False)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen: whoever calls is refused
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        laws = {
            name: msgspec.structs.replace(LAW, law=name, file=name, url=f"{address}/{name}")
            for name in ("X-1", "X-2")
        }
        shelf = Shelf(laws, tmp_path)
        assert [shelf.clauses_of(name) for name in laws] == [(), ()]
    assert shelf.missing["X-1"] == shelf.missing["X-2"]
    assert f"{address}/X-1 could not be reached" in shelf.missing["X-2"]


def test_only_https_addresses_are_fetched_from(tmp_path, monkeypatch):
    monkeypatch.delenv("CORPORA_MIRROR", raising=False)
    law = msgspec.structs.replace(LAW, url="file:///etc/passwd")
    with pytest.raises(CorpusError, match="no https address"):
        obtain(law, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_entry_without_its_checksum_breaks_the_list(tmp_path):
    path = tmp_path / "laws.yaml"
    path.write_text("- {law: X-1, title: Ports Act}\n")
    with pytest.raises(CorpusError, match="is no list of published laws"):
        read_laws(path)
