"""Which laws are meant: folders, globs, lists, addresses; each law once."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from annotator.corpus.listing import Listing, listed
from annotator.corpus.report import gather, save
from annotator.errors import UsageError
from tests.cli.running import LAST_REPORT
from tests.corpus.conftest import Law
from tests.corpus.report.made import small, stored
from tests.corpus.strange import ref_of


def paths(listing: Listing) -> list[str]:
    return [Path(ref.path).name for ref in listing.laws]


def test_a_folder_means_what_may_be_laws_in_it_and_below(law: Law) -> None:
    folder = law("b", "1. B.").parent
    law("a", "1. A.")
    law("report", LAST_REPORT)
    law(".hidden", "1. H.")
    (folder / "logo.png").write_bytes(b"PNG")
    (folder / "deep").mkdir()
    (folder / "deep" / "c.md").write_text("1. C.", encoding="utf-8")
    listing = listed([str(folder)], {})
    assert paths(listing) == ["a.txt", "b.txt", "c.md"]
    assert not listing.named
    assert listing.laws[0] == ref_of(folder / "a.txt")


def test_the_folder_of_the_results_is_none_of_laws(law: Law) -> None:
    folder = law("a", "1. A.").parent
    (folder / "out").mkdir()
    (folder / "out" / "corpus.json").write_text("{}", encoding="utf-8")
    assert paths(listed([str(folder)], {}, str(folder / "out"))) == ["a.txt"]


def test_reports_on_a_corpus_and_corpora_among_the_laws_are_none(law: Law) -> None:
    folder = law("a", "1. A.").parent
    corpus = stored(folder / "of-last-year", small())
    figures = gather(corpus)
    save(figures, [folder / "report.html", folder / "report.txt"])
    (folder / "corpus.html").write_text("<h1>Ports Act</h1><p>1. A.", encoding="utf-8")
    assert paths(listed([str(folder)], {})) == ["a.txt", "corpus.html"]
    assert paths(listed([f"{folder}/**/*.*"], {})) == ["a.txt", "corpus.html"]


def test_what_is_no_file_is_told_and_keeps_nobody_waiting(law: Law) -> None:
    folder = law("a", "1. A.").parent
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.txt").mkdir()
    (folder / "list.csv").write_text("path\na.txt\npipe.txt\nfolder.txt\n", encoding="utf-8")
    assert paths(listed([str(folder)], {})) == ["a.txt"]
    found = listed([str(folder / "list.csv")], {})
    assert paths(found) == ["a.txt"]
    assert ["cannot be read (it is no file)" in one.reason for one in found.unread] == [True, True]


def test_a_folder_that_cannot_be_looked_into_is_told_and_one_that_holds_itself_ends(
    law: Law, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = law("a", "1. A.").parent
    (folder / "round").symlink_to(folder)
    (folder / "secret").mkdir()
    look = os.scandir

    def scandir(path: Any) -> Any:
        if Path(path).name == "secret":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = listed([str(folder)], {})
    assert paths(found) == ["a.txt"]
    (unread,) = found.unread
    assert unread.reason.startswith(f"{folder}/secret cannot be read (Permission denied): look to")


@pytest.mark.parametrize("place", ["https://me:hush@example.org/law.pdf", "{}/list.txt"])
def test_no_password_comes_into_tables_and_logs(law: Law, place: str) -> None:
    folder = law("a", "1. A.").parent
    (folder / "list.txt").write_text("ftp://me:hush@example.org/a.txt\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"://me:…@example.org/.* holds a password, which"):
        listed([place.format(folder)], {})


def test_the_same_bytes_are_one_law_wherever_they_lie(law: Law) -> None:
    law("b", "1. A.")
    folder = law("a", "1. A.").parent
    (one,) = listed([str(folder), str(folder / "a.txt")], {}).laws
    assert (Path(one.path).name, [Path(path).name for path in one.also_at]) == ("a.txt", ["b.txt"])


def test_a_glob_and_files_that_are_named(law: Law) -> None:
    folder = law("a", "1. A.").parent
    other = law("other", "1. B.")
    listing = listed([str(folder / "**" / "a*"), str(other)], {})
    assert paths(listing) == ["a.txt", "other.txt"]
    assert listing.named == {str(other)}


@pytest.mark.parametrize("kind", ["txt", "csv", "json", "jsonl", "json-object"])
def test_a_list_names_laws_and_may_say_what_is_known_of_them(law: Law, kind: str) -> None:
    folder = law("a", "1. A.").parent
    one = {"path": "a.txt", "jurisdiction": "AL", "title": "Law A", "date": "2004-05-06"}
    text = {
        "txt": "# laws of Albania\na.txt\n",
        "csv": "path,country,title,date\na.txt,AL,Law A,2004-05-06\n",
        "json": json.dumps([one]),
        "jsonl": json.dumps(one) + "\n",
        "json-object": json.dumps({"files": [one]}),
    }[kind]
    path = folder.parent / f"list.{kind.partition('-')[0]}"
    path.write_text(text.replace("a.txt", "laws/a.txt"), encoding="utf-8")
    (ref,) = listed([str(path)], {}).laws
    said = {} if kind == "txt" else {"country": "AL", "title": "Law A", "date": "2004-05-06"}
    assert ref == ref_of(folder / "a.txt", **said)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("law.txt", "1. An officer may search any person.\n"),
        ("law.json", '{"title": "Act", "provisions": [{"section": "1", "content": "A."}]}'),
        ("law.json", '[{"section": "1", "content": "A."}]'),
        ("law.csv", "section,content\n1,A\n"),
    ],
)
def test_a_law_is_not_taken_for_a_list(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert paths(listed([str(path)], {})) == [name]


def test_an_address_is_listed_as_a_folder_is(law: Law) -> None:
    folder = law("a", "1. A.").parent
    law("b", "1. B.")
    whole = listed([f"file://{folder}"], {})
    assert [ref.path for ref in whole.laws] == [f"file://{folder}/{one}.txt" for one in "ab"]
    assert paths(listed([f"file://{folder}/b*"], {})) == ["b.txt"]


@pytest.fixture
def site(law: Law) -> Iterator[str]:
    """The folder of laws, as a site of the web."""
    pytest.importorskip("aiohttp")
    handler = partial(Quiet, directory=str(law("a", "1. A.").parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_page_of_the_web_is_one_law_whatever_it_links_to(site: str, law: Law) -> None:
    law("page", "").with_suffix(".html").write_text(f'<a href="{site}/a.txt">1. A.</a>')
    for name in (f"{site}/page.html", f"{site}/page.html?id=5"):
        assert [ref.path for ref in listed([name], {}).laws] == [name]
    assert f"{site}/a.txt" in [ref.path for ref in listed([f"{site}/"], {}).laws]
    with pytest.raises(UsageError, match=r"gone\.html does not exist: check the address\."):
        listed([f"{site}/gone.html"], {})


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nowhere", "nowhere does not exist: check the name and the folder."),
        ("*.pdf", r"\*.pdf holds no file that may be a law"),
        (
            "nosuch://x",
            r"nosuch://x cannot be used \(Protocol not known: nosuch\): check the address",
        ),
        ("memory://nowhere/laws", "memory://nowhere/laws does not exist: check the address."),
    ],
)
def test_what_means_nothing_is_told(name: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        listed([name], {})


def test_a_file_of_a_list_that_is_not_there_does_not_stop_the_others(law: Law) -> None:
    listing = law("a", "1. A.").parent / "list.txt"
    listing.write_text("a.txt\ngone.txt\n", encoding="utf-8")
    found = listed([str(listing)], {})
    assert paths(found) == ["a.txt"]
    (unread,) = found.unread
    assert unread.reason.endswith(
        "gone.txt cannot be read (No such file or directory): look to "
        "it, and run the command again."
    )


def test_a_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text("1. A.", encoding="utf-8")
    (unread,) = listed([str(tmp_path)], {}).unread
    assert unread.reason.endswith("?.txt has a name that is no text: give it another.")


def test_a_file_that_is_known_is_not_read_while_size_and_date_stay(law: Law) -> None:
    path = law("a", "1. A.")
    first = listed([str(path)], {})
    known = {one.path: one for one in first.seen}
    stat = path.stat()
    path.write_text("1. B.", encoding="utf-8")
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert listed([str(path)], known).laws == first.laws
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns + 1))
    assert listed([str(path)], known).laws == (ref_of(path),)
