"""Reads the library's YAML files into structs, and names the entry that is broken.

A template file is a list, named for its issue (``templates/search.yaml``)::

    - id: search-same-sex              unique; lower case and hyphens
      need: same-sex-search            the need it meets; proposed once a clause
      issues: [search, identity]       default: the file's name
      for: [blind]                     labels; default: blind
      when: {all: [...], any: [...], none: [...], does: [search], action: [search], of: person}
      unless: [same sex]               patterns; found in the section, nothing is proposed
      forms:                           the first that fits is used
        - operation: insert_phrase     | insert_sentence | insert_subsection | add_list_item
          at: actor                    | replace_term | replace_sentence | add_ground | delete
          text: of the same sex as the person to be {{ action.participle }}
      fallback: true                   proposed where no other template fits; default: false
      reason: One or two sentences.
      cites: [{instrument: mandela-rules, at: Rule 52(1), verified: false}]
      strength: minimum                | standard (default) | ambitious
      who_level: 4                     of WHO's scale, that the mended clause reaches: 3, 4 or 5
      gcm: [11]
      examples: [{text: ..., after: ..., law: ..., number: 11(1)}]
      counter_examples: [{text: ...}]

Patterns are those of :mod:`.patterns`; what ``text`` may use is listed in
:mod:`annotator.proposer.slots`. Every error is a :class:`LibraryError` of one sentence that names
the file and the entry.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from annotator.errors import LibraryError
from annotator.library.model import Instrument, Library, Template

T = TypeVar("T")

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"
COMMITMENTS = HERE / "commitments.yaml"

# libyaml reads the library several times faster; both loaders are safe.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEFAULTS: dict[str, Any] = {"unless": (), "strength": "standard", "gcm": (), "cites": ()}


def load_library(folder: Path = TEMPLATES, commitments: Path = COMMITMENTS) -> Library:
    """Read every template of ``folder`` and the instruments that they cite.

    Raises:
        LibraryError: a file cannot be read, is no YAML, or holds an entry of another shape.
    """
    templates: list[Template] = []
    for path in sorted(folder.glob("*.yaml")):
        templates.extend(load_templates(path))
    if not templates:
        raise LibraryError(f"{folder}: holds no template file; expected files such as search.yaml.")
    return Library(templates=tuple(templates), instruments=load_commitments(commitments))


def load_templates(path: Path) -> Iterable[Template]:
    """Read one template file, whose name is the issue of the templates that name none.

    Raises:
        LibraryError: as :func:`load_library`.
    """
    entries = _read(path)
    if not isinstance(entries, list):
        raise LibraryError(f"{path.name}: should be a list of templates, each with an id.")
    return [_template(path, position, entry) for position, entry in enumerate(entries, start=1)]


def load_commitments(path: Path = COMMITMENTS) -> dict[str, Instrument]:
    """Read the table of instruments, by key.

    Raises:
        LibraryError: as :func:`load_library`.
    """
    entries = _read(path)
    if not isinstance(entries, dict):
        raise LibraryError(f"{path.name}: should map the key of each instrument to its entry.")
    return {key: _instrument(path, key, entry) for key, entry in entries.items()}


def _read(path: Path) -> Any:
    try:
        return yaml.load(path.read_bytes(), Loader=_SafeLoader)  # noqa: S506  (a safe loader)
    except OSError as error:
        raise LibraryError(f"{path}: cannot be read ({error.strerror}).") from error
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2020-13-45
        where = getattr(error, "problem_mark", None)
        line = f" line {where.line + 1}" if where else ""
        raise LibraryError(f"{path.name}{line}: is not valid YAML.") from error


def _template(path: Path, position: int, entry: Any) -> Template:
    name = entry.get("id", "") if isinstance(entry, dict) else ""
    where = f"{path.name}: template {name or position}"
    if not isinstance(entry, dict):
        raise LibraryError(f"{where} should be a mapping with the keys id, need, forms and so on.")
    for name in ("labels", "file"):  # written `for`, and the file's own name
        if name in entry:
            raise LibraryError(f"{where} is not as expected: it may have no key {name}.")
    fields = {**_DEFAULTS, "issues": (path.stem,), "for": ("blind",), **entry}
    fields["labels"] = fields.pop("for")
    return _convert({**fields, "file": path.name}, Template, where)


def _instrument(path: Path, key: str, entry: Any) -> Instrument:
    where = f"{path.name}: instrument {key}"
    if not isinstance(entry, dict):
        raise LibraryError(f"{where} should be a mapping with the keys title, short and so on.")
    return _convert({**entry, "key": key}, Instrument, where)


def _convert(fields: dict[str, Any], struct: type[T], where: str) -> T:
    try:
        return msgspec.convert(fields, struct)
    except msgspec.ValidationError as error:
        raise LibraryError(f"{where} is not as expected: {error}.") from error
