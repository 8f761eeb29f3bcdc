"""The tables of a corpus: whole parts, the same bytes again, laws taken out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import fsspec
import pyarrow.parquet as pq
import pytest

from annotator.corpus import store as stores
from annotator.corpus.rows import Rows, no_rows
from annotator.corpus.schema import TABLES, VERSION, VERSION_KEY
from annotator.corpus.store import CorpusInfo, CorpusStore, part_of
from annotator.errors import UsageError

INFO = CorpusInfo(program="1", pipeline="p 1")


@pytest.fixture(params=["folder", "bucket"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[CorpusStore]:
    """A corpus in a folder, and in what knows neither folders nor renaming."""
    out = str(tmp_path / "out") if request.param == "folder" else f"memory://{tmp_path.name}/out"
    made = CorpusStore(out)
    made.begin(INFO)
    yield made
    if request.param == "bucket":
        fsspec.filesystem("memory").store.clear()


def rows(laws: str, refused: str = "") -> Rows:
    """A row of every law, by its one letter, with a finding; and of those that are refused."""
    made = no_rows()
    made["laws"] = [{"law": law, "path": f"{law}.txt", "clauses": 1} for law in laws]
    made["findings"] = [{"law": law, "number": "1", "label": "blind"} for law in laws]
    made["refused"] = [
        {"law": law, "path": f"{law}.txt", "kind": "refused", "reason": "no"} for law in refused
    ]
    return made


def held(store: CorpusStore) -> dict[str, str]:
    tables = ("laws", "findings", "refused")
    return {table: "".join(sorted(store.read(table)["law"].to_pylist())) for table in tables}


def content(store: CorpusStore) -> dict[str, bytes]:
    assert store.folder is not None
    return {str(path): path.read_bytes() for path in store.folder.rglob("*.parquet")}


def test_what_is_written_is_read_by_table_and_column(store: CorpusStore) -> None:
    store.write("abc", rows("ab", "c"))
    store.write("d", rows("d"))
    assert held(store) == {"laws": "abd", "findings": "abd", "refused": "c"}
    assert store.done() == set("abcd")
    assert store.read("laws", ["path"]).column_names == ["path"]
    assert store.info() == INFO


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_schema_and_version_in_the_file(store: CorpusStore, table: str) -> None:
    store.write("a", rows("a"))
    (file,) = store.files(table)  # type: ignore[arg-type]
    with fsspec.open(file, "rb") as opened:
        schema = pq.read_schema(opened)
    assert schema.equals(TABLES[table])  # type: ignore[index]
    assert schema.metadata[VERSION_KEY] == str(VERSION).encode()


def test_a_batch_done_again_writes_the_same_bytes(tmp_path: Path) -> None:
    one = CorpusStore(tmp_path / "out")
    one.write("ab", rows("a", "b"))
    before = content(one)
    one.write("ba", rows("a", "b"))
    assert content(one) == before


def test_a_part_without_its_laws_is_none_and_goes_when_the_work_goes_on(
    store: CorpusStore,
) -> None:
    store.write("a", rows("a"))
    half = part_of("b")
    store.put(f"findings/part-{half}.parquet", b"half")
    store.put("findings/.part-x.parquet.tmp", b"torn")
    store.put("findings/notes.txt", b"somebody's")
    assert held(store) == {"laws": "a", "findings": "a", "refused": ""}
    store.begin(INFO)
    assert store.get(f"findings/part-{half}.parquet") is None
    assert store.get("findings/.part-x.parquet.tmp") is None
    assert store.get("findings/notes.txt") == b"somebody's"
    assert held(store) == {"laws": "a", "findings": "a", "refused": ""}


def test_laws_taken_out_leave_the_others_of_their_part(store: CorpusStore) -> None:
    store.write("abc", rows("ab", "c"))
    store.write("d", rows("d"))
    store.write("e", rows("e"))
    store.take_out("acd")
    assert held(store) == {"laws": "be", "findings": "be", "refused": ""}
    store.begin(INFO)
    assert held(store) == {"laws": "be", "findings": "be", "refused": ""}
    assert len(store.files("laws")) == 2


def test_a_part_that_was_taken_out_can_be_written_again(store: CorpusStore) -> None:
    store.write("a", rows("a"))
    store.take_out("a")
    store.write("a", rows("a"))
    assert held(store) == {"laws": "a", "findings": "a", "refused": ""}
    store.begin(INFO)
    assert held(store) == {"laws": "a", "findings": "a", "refused": ""}


class _Killed(BaseException):
    pass


@pytest.mark.parametrize("after", range(13))
def test_a_run_killed_while_laws_are_taken_out_loses_and_doubles_nothing(
    store: CorpusStore, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    store.write("abc", rows("ab", "c"))
    left = iter(range(after))

    def stop_after(change: str, patched: pytest.MonkeyPatch) -> None:
        done = getattr(CorpusStore, change)

        def counted(self: CorpusStore, *arguments: object) -> object:
            if next(left, None) is None:
                raise _Killed
            return done(self, *arguments)

        patched.setattr(CorpusStore, change, counted)

    with monkeypatch.context() as patched:
        stop_after("_write", patched)
        stop_after("_fs_remove", patched)
        with suppress(_Killed):
            store.take_out("a")
    before, done = ("ab", "ab", "c"), ("b", "b", "c")
    assert tuple(held(store).values()) in (before, done)
    store.begin(INFO)
    assert tuple(held(store).values()) in (before, done)
    store.take_out("a")
    assert tuple(held(store).values()) == done


def test_what_is_cleared_holds_nothing(store: CorpusStore) -> None:
    store.write("a", rows("a"))
    store.clear()
    assert held(store) == {"laws": "", "findings": "", "refused": ""}
    store.begin(CorpusInfo(program="2", pipeline="p 1"))
    assert not store.done()


def test_what_is_no_corpus_is_neither_added_to_nor_cleared(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    other = CorpusStore(tmp_path)
    for do in (other.refuse_others, other.clear):
        with pytest.raises(UsageError, match="holds something else: name a new folder"):
            do()
    assert (tmp_path / "thesis.txt").exists()


def test_a_corpus_that_is_none_or_damaged_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no corpus: name the OUT of `annotate corpus run"):
        stores.read(tmp_path / "nowhere", "laws")
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="holds no corpus: name the OUT of `annotate corpus run"):
        stores.info(tmp_path)
    (tmp_path / "corpus.json").write_text("{", encoding="utf-8")
    with pytest.raises(UsageError, match=r"corpus\.json is damaged: run its laws again, into a"):
        stores.files(tmp_path, "laws")


def test_tables_of_another_form_are_not_read_as_if_they_were_of_this(store: CorpusStore) -> None:
    store.begin(CorpusInfo(program="1", pipeline="p 1", schema=VERSION - 1))
    for read in (stores.info, stores.datasets, stores.files_by_part):
        with pytest.raises(UsageError, match=f"was made in form {VERSION - 1} of the tables, and"):
            read(store.out)


def test_a_corpus_of_a_later_program_is_not_called_damaged(store: CorpusStore) -> None:
    store.put("corpus.json", b'{"program": {"name": "later"}, "schema": 9}')
    with pytest.raises(UsageError, match="was made in form 9 of the tables, and this program"):
        stores.info(store.out)


def test_a_corpus_that_changes_while_it_is_read_is_told(store: CorpusStore) -> None:
    store.write("a", rows("a"))
    (part,) = stores.files_by_part(store.out)
    store.take_out("a")
    with (
        pytest.raises(UsageError, match="was changed while it was read: wait for the end of the"),
        stores.unchanging(store.out),
        fsspec.open(part["laws"], "rb") as file,
    ):
        file.read()


def test_an_address_that_nothing_here_can_open_is_told() -> None:
    with pytest.raises(UsageError, match="cannot be used"):
        CorpusStore("nosuch://bucket/laws")
