"""A round's folder: what is written is written whole, and what is broken is said."""

from __future__ import annotations

import msgspec
import pytest

from annotator.errors import RoundError
from annotator.rounds.store import Store
from annotator.rounds.votes import Pulled, RawVote
from tests.rounds.conftest import a_round, clause


def test_what_was_kept_comes_back(store):
    round_ = store.write(a_round("Kept", (clause(1), clause(2)), key="k"))
    assert store.read("Kept") == round_
    assert store.names() == ["Kept"]
    pulled = Pulled(at="now", votes=(RawVote(clause="R-0001", annotator="ana", labels=("x",)),))
    store.write_votes("Kept", pulled)
    assert store.votes("Kept") == pulled


def test_a_round_that_was_never_pulled_has_no_votes(store):
    store.write(a_round("New", (clause(1),), key="n"))
    assert store.votes("New") == Pulled()


def test_a_manifest_stays_as_it_was_where_the_new_one_cannot_be_written(store, monkeypatch):
    round_ = store.write(a_round("Safe", (clause(1),), key="s"))

    def broken(value: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(msgspec.json, "encode", broken)
    with pytest.raises(KeyboardInterrupt):
        store.write(msgspec.structs.replace(round_, state="closed"))
    monkeypatch.undo()
    assert store.read("Safe") == round_
    assert [path.name for path in store.place("Safe").iterdir()] == ["manifest.json"]


@pytest.mark.parametrize("name", ["", "..", "a/b", ".hidden", "x" * 41, "a b"])
def test_a_name_that_is_no_folders_name_is_refused(store, name):
    with pytest.raises(RoundError, match="cannot name a round"):
        store.place(name)


def test_a_manifest_that_is_broken_is_named(store):
    store.write(a_round("Broken", (clause(1),), key="b"))
    (store.place("Broken") / "manifest.json").write_text('{"name": "Bro')
    with pytest.raises(RoundError, match=r"Broken/manifest\.json cannot be read"):
        store.read("Broken")


def test_only_one_command_at_a_time(store, tmp_path):
    with (
        store.alone("One"),
        pytest.raises(RoundError, match="Another command is at work on round One"),
        Store(tmp_path / "rounds").alone("One"),
    ):
        pass
    with store.alone("One"):
        pass
