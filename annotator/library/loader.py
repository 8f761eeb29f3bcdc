"""Reads the library's YAML files into structs, and names the entry that is broken.

A template file is a list, named for its issue (``templates/search.yaml``)::

    - id: search-same-sex              unique; lower case and hyphens
      need: same-sex-search            the need it meets; proposed once a clause
      issues: [search, identity]       default: the file's name
      for: [blind]                     labels; default: blind
      when: {all: [...], any: [...], none: [...], does: [search], action: [search], of: person}
      unless: [same sex]               patterns; in the section they show that the law says so
      forms:                           the first that fits is used
        - operation: insert_phrase     | insert_sentence | insert_subsection | add_list_item
          at: actor                    | replace_term | replace_sentence | add_ground | delete
          text: of the same sex as the person to be {{ action.participle }}
          equal: spouse                | person | parent | each parent | both limbs
                                       | unconditional; for replace_term
      fallback: true                   proposed where no other template fits; default: false
      on_migration: true               proposed in no law on something else; default: false
      once: true                       speaks for the whole law, if more sections want it
      reason: One or two sentences.
      cites: [{instrument: mandela-rules, at: Rule 52(1), verified: false}]
      strength: minimum                | standard (default) | ambitious
      who_level: 4                     of WHO's scale, that the mended clause reaches: 3, 4 or 5
      gcm: [11]
      examples: [{text: ..., after: ..., law: ..., number: 11(1), misread: false}]
      counter_examples: [{text: ...}]

Patterns are those of :mod:`.patterns`; what ``text`` may use is listed in :mod:`.slots`. Every
error is a :class:`LibraryError` of one sentence that names the file, the line and the entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from annotator.errors import LibraryError
from annotator.library.model import Instrument, Template
from annotator.library.yaml_file import YamlFile, steps

T = TypeVar("T")

COMMITMENTS = Path(__file__).with_name("commitments.yaml")

_DEFAULTS: dict[str, Any] = {"unless": (), "strength": "standard", "gcm": (), "cites": ()}
#: What the loader fills: ``labels`` is written ``for``.
_FILLED = ("labels", "file", "line", "folder")


def load_templates(path: Path) -> Iterable[Template]:
    """Read one template file, whose name is the issue of the templates that name none.

    Raises:
        LibraryError: as :func:`~annotator.library.load_library`.
    """
    return [_or_raise(entry) for entry in read_templates(path)]


def load_commitments(path: Path = COMMITMENTS) -> dict[str, Instrument]:
    """Read the table of instruments, by key.

    Raises:
        LibraryError: as :func:`~annotator.library.load_library`.
    """
    return {one.key: one for one in map(_or_raise, read_commitments(path))}


def read_templates(path: Path) -> Iterator[Template | LibraryError]:
    """Read one template file, with the error in the place of a template that is broken.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or no list.
    """
    file = YamlFile(path)
    if not isinstance(file.value, list):
        raise LibraryError(f"{path.name}: should be a list of templates, each with an id.")
    for position, entry in enumerate(file.value):
        try:
            yield _template(file, position, entry)
        except LibraryError as error:
            yield error


def read_commitments(path: Path) -> Iterator[Instrument | LibraryError]:
    """Read the table of instruments, with the error in the place of one that is broken.

    Raises:
        LibraryError: the file cannot be read, is no YAML, or no mapping.
    """
    file = YamlFile(path)
    if not isinstance(file.value, dict):
        raise LibraryError(f"{path.name}: should map the key of each instrument to its entry.")
    for key, entry in file.value.items():
        try:
            yield _instrument(file, key, entry)
        except LibraryError as error:
            yield error


def _or_raise(entry: T | LibraryError) -> T:
    if isinstance(entry, LibraryError):
        raise entry
    return entry


def _template(file: YamlFile, position: int, entry: Any) -> Template:
    name = entry.get("id", "") if isinstance(entry, dict) else ""
    what = f"template {name or position + 1}"
    line = file.line(position)
    where = f"{file.path.name} line {line}: {what}"
    if not isinstance(entry, dict):
        raise LibraryError(f"{where} should be a mapping with the keys id, need, forms and so on.")
    for name in _FILLED:
        if name in entry:
            raise LibraryError(f"{where} is not as expected: it may have no key {name}.")
    fields = {**_DEFAULTS, "issues": (file.path.stem,), "for": ("blind",), **entry}
    fields["labels"] = fields.pop("for")
    fields |= {"file": file.path.name, "line": line}
    return _convert(fields, Template, file, (position,), what)


def _instrument(file: YamlFile, key: str, entry: Any) -> Instrument:
    what = f"instrument {key}"
    if not isinstance(entry, dict):
        where = f"{file.path.name} line {file.line(key)}: {what}"
        raise LibraryError(f"{where} should be a mapping with the keys title, short and so on.")
    return _convert({**entry, "key": key}, Instrument, file, (key,), what)


def _convert(
    fields: dict[str, Any], struct: type[T], file: YamlFile, entry: tuple[str | int, ...], what: str
) -> T:
    try:
        return msgspec.convert(fields, struct)
    except msgspec.ValidationError as error:
        line = file.line(*entry, *steps(str(error).rpartition(" - at ")[2]))
        where = f"{file.path.name} line {line}: {what}"
        raise LibraryError(f"{where} is not as expected: {error}.") from error
