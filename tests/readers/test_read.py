"""What `read` takes, what it refuses, and in which words."""

import gc
import hashlib
import importlib
import io
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from annotator.errors import InputError
from annotator.readers import READERS, read
from annotator.readers.intake import LIMIT, Intake
from tests.word.building import docx, p

LAW = (
    "BORDER ACT\n\n1. An officer may search any person who enters the country, and the person shall"
    " be told of the reasons for the search and of the right to complain to the court.\n"
)


@pytest.fixture
def law(tmp_path: Path) -> Path:
    path = tmp_path / "border.txt"
    path.write_text(LAW, encoding="utf-8")
    return path


def test_a_text_file_becomes_a_source(law: Path) -> None:
    source = read(law)
    assert source.text == LAW
    assert source.title == "BORDER ACT"
    assert (source.name, source.format, source.language) == (str(law), "txt", "en")
    assert source.sha256 == hashlib.sha256(law.read_bytes()).hexdigest()
    assert source.notes == ()


def test_a_law_that_a_mail_quotes_is_read_without_the_marks() -> None:
    lines = [
        "THE INNS ACT",
        "1. Licences",
        "A keeper shall hold a licence.",
        "2. Fees",
        "None is due.",
    ]
    mail = "Please see the Act below.\n\n" + "".join(f"> {line}\n" for line in lines)
    source = read(mail.encode(), name="law.txt")
    assert source.text.endswith("\n".join(lines) + "\n")
    start = source.text.index("A keeper")
    assert source.region(start, start + 8).start_column == 3
    few = read(b"1. A keeper shall hold a licence.\n> 18 years\n2. A fee is due.\n", name="law.txt")
    assert "> 18 years" in few.text


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LAW.encode())))
    source = read("-")
    assert source.text == LAW
    assert source.name == "standard input"


class _Unreadable(io.RawIOBase):
    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise IsADirectoryError(21, "Is a directory")


def _closed() -> io.TextIOWrapper:
    stdin = io.TextIOWrapper(io.BytesIO(b""))
    stdin.close()
    return stdin


@pytest.mark.parametrize(
    "stdin",
    [None, _closed(), io.StringIO(LAW), io.TextIOWrapper(io.BufferedReader(_Unreadable()))],
    ids=["none", "closed", "no bytes", "a folder"],
)
def test_a_standard_input_without_a_law_is_told_in_a_sentence(
    stdin: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", stdin)
    with pytest.raises(InputError, match=r"^standard input cannot be read \(.+\): name a file, or"):
        read("-")


def test_a_closed_standard_input_ends_the_program_with_a_sentence() -> None:
    program = f'exec "{sys.executable}" -m annotator - <&-'
    run = subprocess.run(["sh", "-c", program], capture_output=True, text=True)
    assert run.returncode == 2
    assert run.stderr.count("\n") == 1
    assert "standard input cannot be read (it is closed)" in run.stderr


def test_every_format_is_a_module_that_claims_and_reads() -> None:
    for format_ in READERS:
        module = importlib.import_module(f"annotator.readers.{format_}")
        assert callable(module.claims)
        assert callable(module.read)


def test_a_format_is_claimed_by_its_own_reader_alone() -> None:
    claimed = {
        "pdf": (b"\n%PDF-1.7", "law.md"),
        "docx": (docx(p("Border Act")), "law.txt"),
        "unread": (b"{\\rtf1", "law.md"),
        "html": (b"<!DOCTYPE html><p>Border Act", "law.md"),
        "justice": (b"<?xml version='1.0'?>\n<Statute><Body/></Statute>", "law"),
        "akoma_ntoso": (
            b"<?xml version='1.0'?><!-- a <Statute> --><a:akomaNtoso xmlns:a='x'/>",
            "",
        ),
        "clml": (
            b'<Legislation xmlns="http://www.legislation.gov.uk/namespaces/legislation"/>',
            "law.txt",
        ),
        "uslm": (b"<bill a='>' xmlns='http://schemas.gpo.gov/xml/uslm'/>", "law.md"),
        "markdown": (b"<!-- by -->\n# Border Act", "law.md"),
        "txt": (b"Border Act", "law.txt"),
    }
    for format_, (data, name) in claimed.items():
        readers = [importlib.import_module(f"annotator.readers.{one}") for one in READERS]
        first = next(reader for reader in readers if reader.claims(Intake(name, data)))
        assert first.__name__ == f"annotator.readers.{format_}"


def test_asking_who_reads_a_file_imports_nothing_that_takes_long() -> None:
    code = (
        "import sys; from annotator.readers import read; read(b'1. An officer may search.');"
        "print({'lxml', 'yaml', 'charset_normalizer', 'spacy', 'iso3166', 'pypdfium2'}"
        " & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout == b"set()\n"


def test_bytes_are_read_as_a_file_would_be() -> None:
    assert read(LAW.encode(), name="the bill").name == "the bill"


def test_the_file_name_is_the_title_of_a_law_without_one(tmp_path: Path) -> None:
    path = tmp_path / "border-2025.txt"
    path.write_text(LAW.removeprefix("BORDER ACT\n\n"))
    assert read(path).title == "border-2025"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"x" * (LIMIT + 1), "is over 20 MB"),
        (b"\x00\x01\x02" * 100, "is not a text file"),
        (b"%PDF-1.7\n...", "is a damaged PDF: open it in a PDF reader and save it anew"),
        (b"PK\x03\x04rest of a docx", "is a packed file that is damaged, perhaps a Word document"),
        (b"<!DOCTYPE html><html>", "is a web page without text of its own: save the text"),
        (b"MIME-Version: 1.0\n", "is a web page packed with its pictures: save it as plain text"),
        (b"<?xml version='1.0'?><book/>", "is XML that is neither Akoma Ntoso, CLML, USLM nor"),
        (b"<?xml version='1.0'?><akomaNtoso/>", "says of a law what it is, and has no text of it"),
        (b"<Statute><Body></Statute>", "is not well-formed XML"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    content: bytes, complaint: str, tmp_path: Path
) -> None:
    path = tmp_path / "law.txt"
    path.write_bytes(content)
    with pytest.raises(InputError) as error:
        read(path)
    sentence = str(error.value)
    assert sentence.startswith(f"{path} {complaint}")
    assert sentence.endswith(".")
    assert "\n" not in sentence


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist: check the name"):
        read(tmp_path / "nothing.txt")
    with pytest.raises(InputError, match="is a folder: name the files of laws, not what holds"):
        read(tmp_path)


def test_of_a_folder_it_is_said_how_to_name_the_laws_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "our laws"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "c.xml", "d.jpg", "e.jpg", "f.jpg", ".g.xml"):
        (folder / name).write_text(LAW)
    (folder / "h.xml").mkdir()
    with pytest.raises(InputError) as told:
        read(folder)
    all_of_them = f"annotate corpus run '{folder}' -o OUT"
    advised = (
        f"(annotate '{folder}'/*.txt), or keep what is found in all of them as tables "
        f"({all_of_them})."
    )
    assert str(told.value) == f"{folder} is a folder: name the files in it {advised}"
    listed = subprocess.run(
        ["sh", "-c", f"ls '{folder}'/*.txt"], capture_output=True, check=True, text=True
    )
    assert [Path(name).name for name in listed.stdout.split("\n")[:-1]] == ["a.txt", "b.txt"]


def test_of_a_file_of_any_size_little_is_held(tmp_path: Path) -> None:
    path = tmp_path / "law.txt"
    with path.open("wb") as file:
        file.truncate(500_000_000)
    tracemalloc.start()
    try:
        with pytest.raises(InputError, match="is over 20 MB, more than any one law: split it"):
            read(path)
        assert tracemalloc.get_traced_memory()[1] < 3 * LIMIT
    finally:
        tracemalloc.stop()


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_refused(law: Path) -> None:
    law.chmod(0)
    with pytest.raises(InputError, match="may not be read by you"):
        read(law)


def test_a_device_without_end_is_cut_off_at_the_limit() -> None:
    with pytest.raises(InputError, match=r"/dev/zero is (over 20 MB|empty)"):
        read("/dev/zero")


def test_whatever_is_read_pythons_collector_is_as_it_was() -> None:
    read(b"1. An officer may search any person.", name="law.txt")
    assert gc.isenabled()
    with pytest.raises(InputError):
        read(b"PK\x03\x04", name="law.txt")
    assert gc.isenabled()
