"""What a trained classifier consists of: four files, on disk or in one string of bytes.

``classifier.json`` holds the settings, ``model.onnx`` the graph, ``tokenizer.json`` its tokenizer
and ``bow.npz`` the bag of words. A part to ``exclude`` goes by the name of its file up to the dot,
as everywhere in spaCy.
"""

from __future__ import annotations

from collections.abc import Container
from functools import partial
from pathlib import Path

import msgspec
from spacy import util

from annotator.classifier.bag_of_words import BagOfWords
from annotator.classifier.calibration import Calibration
from annotator.errors import ModelError
from annotator.schema import ISSUES, LABELS

SETTINGS = "classifier.json"
GRAPH = "model.onnx"
VOCABULARY = "tokenizer.json"
BOW = "bow.npz"
NAMES = (SETTINGS, GRAPH, VOCABULARY, BOW)

#: The content of the files, by name.
Files = dict[str, bytes]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """What stands in ``classifier.json``: how to feed the graph and read its answer.

    ``version`` is empty as long as nothing is trained. ``bow`` says whether a bag of words belongs
    to it, which those before 0.3.0 had not.
    """

    version: str
    labels: tuple[str, ...] = LABELS
    issues: tuple[str, ...] = ISSUES
    max_pieces: int = 256
    bow: bool = False
    calibration: Calibration = Calibration()


def settings_file(settings: Settings) -> bytes:
    """``settings`` as the file holds them."""
    return msgspec.json.format(msgspec.json.encode(settings), indent=2) + b"\n"


def to_bytes(files: Files, exclude: Container[str]) -> bytes:
    """``files`` but the excluded ones, in one string."""
    return util.to_bytes({name: partial(bytes, data) for name, data in files.items()}, exclude)  # type: ignore[arg-type]


def from_bytes(data: bytes, exclude: Container[str]) -> Files:
    """The files that :func:`to_bytes` put into ``data``, but the excluded ones.

    Raises:
        ModelError: it is something else.
    """
    files: Files = {}
    try:
        setters = {name: partial(files.__setitem__, name) for name in NAMES}
        util.from_bytes(data, setters, exclude)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise ModelError(f"These bytes hold no trained model: {error}.") from error
    return files


def to_disk(files: Files, folder: Path, exclude: Container[str]) -> None:
    """Write ``files`` but the excluded ones into ``folder``, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        if not _excluded(name, exclude):
            (folder / name).write_bytes(data)


def from_disk(folder: Path, exclude: Container[str]) -> Files:
    """The files that are in ``folder``, but the excluded ones.

    Raises:
        ModelError: one cannot be read.
    """
    names = [name for name in NAMES if not _excluded(name, exclude)]
    try:
        return {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}
    except OSError as error:
        raise ModelError(f"The trained model in {folder} cannot be read: {error}.") from error


def settings_of(files: Files, place: str, exclude: Container[str]) -> Settings:
    """The settings in ``files``, once everything that they call for is there.

    Args:
        files: the content of each, by name.
        place: where they come from, for the user.
        exclude: parts that need not be there.

    Raises:
        ModelError: a file is missing, or was made for other labels than this program's.
    """
    _require(SETTINGS, files, place)
    try:
        settings = msgspec.json.decode(files[SETTINGS], type=Settings)
    except ValueError as error:
        raise ModelError(f"The trained model in {place} has no settings: {error}.") from error
    for name in _called_for(settings):
        if not _excluded(name, exclude):
            _require(name, files, place)
    if (settings.labels, settings.issues) != (LABELS, ISSUES):
        raise ModelError(f"The trained model in {place} was made for other labels or issues.")
    return settings


def bow_of(files: Files, place: str) -> BagOfWords | None:
    """The bag of words in ``files``, if there is one.

    Raises:
        ModelError: the file holds something else.
    """
    try:
        return BagOfWords.from_bytes(files[BOW]) if BOW in files else None
    except ValueError as error:
        raise ModelError(f"The trained model in {place} is incomplete: {error}.") from error


def _called_for(settings: Settings) -> tuple[str, ...]:
    """The files that must lie beside the settings; nothing trained, nothing called for."""
    if not settings.version:
        return ()
    return (GRAPH, VOCABULARY, BOW) if settings.bow else (GRAPH, VOCABULARY)


def _require(name: str, files: Files, place: str) -> None:
    if name not in files:
        raise ModelError(f"The trained model in {place} is incomplete: there is no {name}.")


def _excluded(name: str, exclude: Container[str]) -> bool:
    return name.partition(".")[0] in exclude
