"""What is compiled once and kept, what is not, and what becomes of a file that is no good."""

import re
import sys
from pathlib import Path

import pytest

from annotator.commands.kept_patterns import kept_patterns
from annotator.lasting import lasting

OURS = r"(?i)\b(?P<who>officer|garde-frontière)s?\b(?:[^.;]*(?<!not )(search|hold))?"
LAWS = "wombat officer"


@lasting
def ours(pattern: str = OURS, flags: int = 0) -> re.Pattern[str]:
    re.purge()
    return re.compile(pattern, flags)


def of_a_law() -> re.Pattern[str]:
    re.purge()
    return re.compile(LAWS)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache" / "annotate"


def is_compiled(monkeypatch: pytest.MonkeyPatch, folder: Path, make) -> bool:
    """Whether an expression is compiled though some are kept in ``folder``."""
    parsed: list[str] = []
    parse = re._parser.parse

    def noted(pattern, flags=0):
        parsed.append(pattern)
        return parse(pattern, flags)

    with monkeypatch.context() as during, kept_patterns(folder):
        during.setattr(re._parser, "parse", noted)
        make()
    return bool(parsed)


@pytest.mark.parametrize("flags", [0, re.MULTILINE, re.DOTALL | re.ASCII])
def test_an_expression_of_the_programs_own_is_kept_as_it_was(monkeypatch, folder, flags):
    with kept_patterns(folder):
        ours(flags=flags)
    with kept_patterns(folder):
        kept = ours(flags=flags)
    compiled = ours(flags=flags)
    # Equal are expressions of the same words, flags and steps.
    assert kept == compiled
    assert kept is not compiled
    assert (kept.groups, kept.groupindex) == (compiled.groups, compiled.groupindex)
    text = "Officers of the Garde-Frontière may search."
    assert [m.groupdict() for m in kept.finditer(text)] == [
        m.groupdict() for m in compiled.finditer(text)
    ]
    assert [m.lastgroup for m in kept.finditer(text)] == [
        m.lastgroup for m in compiled.finditer(text)
    ]
    assert not is_compiled(monkeypatch, folder, lambda: ours(flags=flags))
    assert is_compiled(monkeypatch, folder, lambda: ours(flags=flags | re.IGNORECASE))


def test_what_is_made_of_a_laws_words_is_not_kept(monkeypatch, folder):
    with kept_patterns(folder):
        ours()
        of_a_law()
    assert is_compiled(monkeypatch, folder, of_a_law)
    (file,) = folder.iterdir()
    assert b"wombat" not in file.read_bytes().replace(b"\0", b"")


def test_what_a_module_compiles_when_it_is_imported_is_kept(monkeypatch, folder, tmp_path):
    (tmp_path / "words_of_mine.py").write_text(f"import re\nMINE = re.compile({OURS!r})\n")
    monkeypatch.syspath_prepend(tmp_path)

    def imported() -> None:
        re.purge()
        sys.modules.pop("words_of_mine", None)
        __import__("words_of_mine")

    with kept_patterns(folder):
        imported()
    assert not is_compiled(monkeypatch, folder, imported)
    sys.modules.pop("words_of_mine", None)


@pytest.mark.parametrize("broken", [b"", b"\x00\xff", b"\x82\xa6python\xa3abc\xa8patterns\x90"])
def test_a_file_that_is_no_good_is_written_anew(monkeypatch, folder, broken):
    with kept_patterns(folder):
        ours()
    (file,) = folder.iterdir()
    good = file.read_bytes()
    file.write_bytes(broken)
    with kept_patterns(folder):
        assert ours().search("an officer")
    assert file.read_bytes() == good


def test_steps_that_the_engine_refuses_are_compiled(folder):
    with kept_patterns(folder):
        whole = ours()
    (file,) = folder.iterdir()
    data = file.read_bytes()
    # The first step of every expression says how long what is told of it is.
    steps = data.index(b"\x0e\0\0\0") if b"\x0e\0\0\0" in data else data.index(b"\0\0\0") - 1
    file.write_bytes(data[:steps] + b"\xfe\xfe" + data[steps + 2 :])
    with kept_patterns(folder):
        assert ours() == whole


def test_where_python_keeps_no_byte_code_nothing_is_kept(monkeypatch, folder):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    with kept_patterns(folder):
        ours()
    assert not folder.exists()


def test_a_folder_that_cannot_be_made_is_done_without(folder):
    folder.parent.write_text("a file")
    with kept_patterns(folder):
        assert ours().search("an officer")


def test_re_is_afterwards_as_it_was(folder):
    before = re._compiler.compile, re._compiler._code
    with pytest.raises(re.error), kept_patterns(folder):
        re.compile("(")
    assert (re._compiler.compile, re._compiler._code) == before
