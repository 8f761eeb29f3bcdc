"""Reads the tables beside the templates: who is party to what, the European Union, new sections.

Every error is a :class:`LibraryError` of one sentence that names the file, the line and the entry.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, TypeVar

import msgspec

from annotator.errors import LibraryError
from annotator.library.loader import HERE
from annotator.library.model import Europe, Parties, Section
from annotator.library.yaml_file import YamlFile, steps

T = TypeVar("T")

PARTIES = HERE / "parties.yaml"
EUROPE = HERE / "europe.yaml"
SECTIONS = HERE / "sections.yaml"


def load_parties(path: Path = PARTIES) -> dict[str, Parties]:
    """Read who is party to what, by the key of the instrument.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or holds an entry of another shape.
    """
    file = _table(path)
    return {key: _entry(file, key, entry, Parties) for key, entry in file.value.items()}


def load_europe(path: Path = EUROPE) -> Europe:
    """Read who is in the European Union, and in what of its law.

    Raises:
        LibraryError: as :func:`load_parties`.
    """
    file = _table(path)
    return _convert(file.value, Europe, file, ())


def load_sections(path: Path = SECTIONS) -> dict[str, Section]:
    """Read what each need asks of a law as a whole, by need.

    Raises:
        LibraryError: as :func:`load_parties`.
    """
    file = _table(path)
    return {key: _entry(file, key, entry, Section, need=key) for key, entry in file.value.items()}


def _table(path: Path) -> YamlFile:
    file = YamlFile(path)
    if not isinstance(file.value, dict):
        raise LibraryError(f"{path.name}: should map the key of each entry to what it holds.")
    return file


def _entry(file: YamlFile, key: str, entry: Any, struct: type[T], **more: str) -> T:
    if not isinstance(entry, dict):
        where = f"{file.path.name} line {file.line(key)}: {key}"
        raise LibraryError(f"{where} should be a mapping of keys to values.")
    return _convert({**entry, **more}, struct, file, (key,))


def _convert(fields: Any, struct: type[T], file: YamlFile, entry: tuple[str, ...]) -> T:
    try:
        return msgspec.convert(fields, struct)
    except msgspec.ValidationError as error:
        line = file.line(*entry, *steps(str(error).rpartition(" - at ")[2]))
        where = " ".join([f"{file.path.name} line {line}:", *entry])
        raise LibraryError(f"{where} is not as expected: {error}.") from error
