"""`annotate apply`: the law with the amendments that a reviewer accepted."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from msgspec.structs import replace

import annotator
from annotator.cli import main
from annotator.commands import annotating
from annotator.readers import read
from annotator.rulings import to_json
from annotator.schema import Annotation
from tests.applying.ruling import decided, number_of
from tests.writers.review.law import TEXT, annotation

Streams = pytest.CaptureFixture[str]
ALL = dict.fromkeys(("same-sex", "alone", "private", "spouse", "nursing-room"), "accepted")


@pytest.fixture
def law(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small law in a file; what is found in it is what its tests found."""
    path = tmp_path / "law.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    real = annotator.annotate

    def found(source: object, *more: object, **wishes: object) -> Annotation:
        if wishes.get("proposals") is False:
            return real(source, *more, **wishes)  # type: ignore[arg-type]
        return made(path)

    monkeypatch.setattr(annotating, "annotate", found)
    return path


def made(path: Path) -> Annotation:
    one = annotation(sha256=hashlib.sha256(path.read_bytes()).hexdigest())
    return replace(one, law=replace(one.law, source=str(path)))


def applied(law: Path, said: dict[str, str], name: str, *options: str) -> tuple[int, Path]:
    decisions = law.with_name("decisions.json")
    decisions.write_bytes(to_json(decided(made(law), said)))
    new = law.with_name(name)
    return main(["apply", str(law), str(decisions), "-o", str(new), *options]), new


def test_a_text_is_given_back_with_what_was_accepted(law: Path, capsys: Streams) -> None:
    status, new = applied(law, {"same-sex": "accepted", "private": "(3) In private."}, "new.txt")
    out, err = capsys.readouterr()
    assert (status, out) == (0, "")
    one, other = number_of(made(law), "same-sex"), number_of(made(law), "private")
    assert err == (
        f"annotate: {new} has 2 amendments ({one}, {other}), 1 of them in the reviewer's words.\n"
    )
    wanted = TEXT.replace("search a person", "search a person of the same sex")
    wanted = wanted.replace("of the search.", "of the search.\n(3) In private.")
    assert new.read_bytes() == wanted.replace("\n", "\r\n").encode()


def test_nothing_accepted_gives_the_bytes_of_the_law(law: Path, capsys: Streams) -> None:
    status, new = applied(law, {"same-sex": "rejected"}, "law.new")
    assert status == 0
    assert new.read_bytes() == law.read_bytes()
    assert "has 0 amendments.\n" in capsys.readouterr().err


@pytest.mark.parametrize("options", [(), ("--clean",)])
def test_a_document_says_the_same(law: Path, options: tuple[str, ...]) -> None:
    status, new = applied(law, ALL, "new.docx", *options)
    assert status == 0
    applied(law, ALL, "new.txt")
    wanted = new.with_suffix(".txt").read_text(encoding="utf-8")
    assert read(new).text.split() == wanted.split()


def test_akoma_ntoso_is_of_the_amended_law(law: Path) -> None:
    status, new = applied(law, ALL, "new.akn")
    assert status == 0
    said = new.read_text(encoding="utf-8")
    assert 'eId="sec_2__subsec_4"' in said
    assert 'eId="sec_4A"' in said
    applied(law, ALL, "new.txt")
    wanted = new.with_suffix(".txt").read_text(encoding="utf-8")
    assert "".join(read(new).text.split()) == "".join(wanted.split())


def test_conflicts_are_named_and_nothing_is_written(law: Path, capsys: Streams) -> None:
    status, new = applied(law, {"spouse": "accepted", "repeal": "accepted"}, "new.txt")
    assert status == 2
    assert not new.exists()
    assert "cannot stand together" in capsys.readouterr().err


def test_what_is_not_made_is_named(law: Path, capsys: Streams) -> None:
    status, new = applied(law, {"spouse": "A … b … c", "same-sex": "accepted"}, "new.txt")
    assert status == 1
    assert "of the same sex" in new.read_text(encoding="utf-8")
    err = capsys.readouterr().err
    assert "has 1 amendment (1)." in err
    assert "at 3, is left out: which of its edited words" in err


def test_decisions_on_an_older_version_hold_in_part(law: Path, capsys: Streams) -> None:
    decisions = law.with_name("decisions.json")
    old = decided(made(law), ALL)
    decisions.write_bytes(to_json(replace(old, law=replace(old.law, sha256="00" * 32))))
    new = law.with_name("new.txt")
    assert main(["apply", str(law), str(decisions), "-o", str(new)]) == 1
    err = capsys.readouterr().err
    assert "was made for another version of" in err
    assert "and 1 are refused, of 4A" in err
    assert "of the same sex" in new.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("law.txt", (), "is one of the files to read"),
        ("there.txt", (), "exists already"),
        ("new.pdf", (), "No amended law of the format txt is written as new.pdf"),
        ("new.md", (), "No amended law of the format txt is written as new.md"),
        ("new.txt", ("--clean",), "--clean is for a Word document"),
        ("new.docx", ("--author", "a\nb"), "--author wants a name"),
    ],
)
def test_what_cannot_be_written_gets_a_sentence(
    name: str, options: tuple[str, ...], told: str, law: Path, capsys: Streams
) -> None:
    law.with_name("there.txt").write_text("mine")
    before = law.read_bytes()
    status, _ = applied(law, ALL, name, *options)
    err = capsys.readouterr().err
    assert status == 2
    assert told in err
    assert err.count("\n") == 1
    assert law.read_bytes() == before
    assert law.with_name("there.txt").read_text() == "mine"


@pytest.mark.parametrize("data", [b"{}", b"nothing", b"[" * 10_000, b'{"law": 1}', b"\xff\xfe"])
def test_what_is_no_file_of_decisions_gets_a_sentence(
    data: bytes, law: Path, capsys: Streams
) -> None:
    decisions = law.with_name("decisions.json")
    decisions.write_bytes(data)
    assert main(["apply", str(law), str(decisions), "-o", str(law.with_name("new.txt"))]) == 2
    err = capsys.readouterr().err
    assert f"{decisions} is no file of decisions" in err
    assert err.count("\n") == 1
