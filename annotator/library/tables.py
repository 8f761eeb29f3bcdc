"""Reads tables in YAML: a mapping of keys to entries of one shape.

Every error is a :class:`LibraryError` of one sentence that names the file, the line and the entry.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from annotator.errors import LibraryError
from annotator.library.model import Act, Cues, Matter, Section, SectionKind
from annotator.library.yaml_file import YamlFile, steps

T = TypeVar("T")

SECTIONS = Path(__file__).with_name("sections.yaml")
MATTERS = Path(__file__).with_name("matters.yaml")
ACTS = Path(__file__).with_name("acts.yaml")
PLACES = Path(__file__).with_name("places.yaml")
PRECEDENTS = Path(__file__).with_name("precedents.yaml")


@cache
def load_sections(path: Path = SECTIONS) -> dict[str, Section]:
    """Read what each need asks of a law as a whole, by need; a file is read once.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or holds an entry of another shape.
    """
    return read_entries(path, Section, key_as="need")


@cache
def load_matters(path: Path = MATTERS) -> dict[str, Matter]:
    """Read what clauses do, by name, in the order of the file; a file is read once.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or holds an entry of another shape.
    """
    return read_entries(path, Matter, key_as="name")


@cache
def load_acts(path: Path = ACTS) -> dict[str, Act]:
    """Read the acts that words of the library presuppose, by name; a file is read once.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or holds an entry of another shape.
    """
    return read_entries(path, Act, key_as="name")


@cache
def load_places(path: Path = PLACES) -> dict[str, SectionKind]:
    """Read the kinds of section in which little belongs, by name; a file is read once.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or holds an entry of another shape.
    """
    return read_entries(path, SectionKind, key_as="name")


@cache
def load_precedents(path: Path = PRECEDENTS) -> dict[str, Cues]:
    """Read what a clause of any law shows that does what a need asks, by need; a file is read once.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or holds an entry of another shape.
    """
    return read_entries(path, Cues)


def read_entries(path: Path, struct: type[T], key_as: str = "") -> dict[str, T]:
    """Read a file that maps keys to entries of one shape.

    Args:
        path: of the file.
        struct: the shape.
        key_as: the field of an entry that its key fills, if there is one.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or holds an entry of another shape.
    """
    file = read_table(path)
    entries: dict[str, T] = {}
    for key, entry in file.value.items():
        if not isinstance(entry, dict):
            where = f"{path.name} line {file.line(key)}: {key}"
            raise LibraryError(f"{where} should be a mapping of keys to values.")
        filled = {key_as: key} if key_as else {}
        entries[key] = convert_fields({**entry, **filled}, struct, file, (key,))
    return entries


def read_table(path: Path) -> YamlFile:
    """Read a file that maps keys to entries.

    Raises:
        LibraryError: it cannot be read, is no YAML, or no mapping.
    """
    file = YamlFile(path)
    if not isinstance(file.value, dict):
        raise LibraryError(f"{path.name}: should map the key of each entry to what it holds.")
    return file


def convert_fields(fields: Any, struct: type[T], file: YamlFile, entry: tuple[str, ...]) -> T:
    """What stands at the keys ``entry`` of a file as ``struct``.

    Raises:
        LibraryError: it has another shape; names file, line and keys.
    """
    try:
        return msgspec.convert(fields, struct)
    except msgspec.ValidationError as error:
        line = file.line(*entry, *steps(str(error).rpartition(" - at ")[2]))
        where = " ".join([f"{file.path.name} line {line}:", *entry])
        raise LibraryError(f"{where} is not as expected: {error}.") from error
