"""A report takes the place of a file whole, or not at all."""

import os
from pathlib import Path
from typing import IO

import pytest

from annotator.errors import OutputError
from annotator.files import refuse_inputs, replacing, replacing_all


def test_the_file_holds_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    with replacing(path) as out:
        out.write("§ 14")
    assert path.read_text(encoding="utf-8") == "§ 14"
    assert list(tmp_path.iterdir()) == [path]


def _write_half(out: IO[str], stop: type[BaseException]) -> None:
    out.write("half")
    raise stop


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_what_is_cut_short_leaves_the_old_file_and_nothing_else(
    stop: type[BaseException], tmp_path: Path
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    with pytest.raises(stop), replacing(path) as out:
        _write_half(out, stop)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    path.chmod(0o640)
    with replacing(path) as out:
        out.write("new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_is_followed(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    link.symlink_to(target)
    with replacing(link) as out:
        out.write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_device_is_written_to_as_it_is() -> None:
    with replacing(Path("/dev/null")) as out:
        out.write("gone")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize("name", ["nowhere/report.txt", "."])
def test_a_place_that_cannot_be_written_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="cannot be written"), replacing(tmp_path / name):
        pass


def test_a_law_is_not_written_over_under_another_name_either(tmp_path: Path) -> None:
    law, link = tmp_path / "law.txt", tmp_path / "link.txt"
    law.write_text("1. A person may enter.")
    link.symlink_to(law)
    with pytest.raises(OutputError, match="is one of the laws to read"):
        refuse_inputs(link, [str(law)])
    refuse_inputs(tmp_path / "report.txt", [str(law), "-"])


def test_bytes_are_replaced_as_text_is(tmp_path: Path) -> None:
    path = tmp_path / "report.bin"
    with replacing(path, "wb") as out:
        out.write(b"\xff\n")
    assert path.read_bytes() == b"\xff\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_private_file_is_its_owners_alone_at_every_moment(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("old")
    path.chmod(0o644)
    with replacing(path, private=True) as out:
        out.write("new")
        modes = {file.stat().st_mode & 0o777 for file in tmp_path.iterdir() if file != path}
    assert modes == {0o600}
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_folders_above_are_made_on_request(tmp_path: Path) -> None:
    path = tmp_path / "work" / "round" / "report.txt"
    with replacing(path, parents=True) as out:
        out.write("new")
    assert path.read_text() == "new"
    (tmp_path / "file").touch()
    with (
        pytest.raises(OutputError, match="cannot be written"),
        replacing(tmp_path / "file" / "report.txt", parents=True),
    ):
        pass


def test_a_disk_that_fails_at_the_end_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "report.txt"
    path.write_text("old")
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="No space left"), replacing(path) as out:
        out.write("new")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def _write_all(paths: list[Path], data: bytes) -> None:
    with replacing_all(paths) as files:
        for file in files:
            file.write(data)


def test_several_files_are_replaced_together_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("old")
    _write_all([first, second], b"new")
    assert (first.read_text(), second.read_text()) == ("new", "new")
    fsync, synced = os.fsync, iter([1, 2])

    def full(file: int) -> None:
        if next(synced) == 2:
            raise OSError(28, "No space left on device")
        fsync(file)

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match=r"second cannot be written \(No space left"):
        _write_all([first, second], b"newer")
    assert (first.read_text(), second.read_text()) == ("new", "new")
    assert sorted(tmp_path.iterdir()) == [first, second]


def test_a_device_may_stand_among_several(tmp_path: Path) -> None:
    _write_all([Path(os.devnull), tmp_path / "report"], b"new")
    assert (tmp_path / "report").read_bytes() == b"new"


def test_a_file_that_is_read_only_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    path.chmod(0o444)
    with pytest.raises(OutputError, match="is read-only"), replacing(path) as file:
        file.write("new")
    assert path.read_text() == "old"
