"""A list of laws in a file: paths or addresses a line, a table with a head, or JSON.

A file of these kinds may as well be a law, so that its content decides: a list names files in
every entry, in a column or under a key ``file``, ``path`` or ``url``. Beside it may stand
``country``, ``title`` and ``date``.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any

import fsspec
from msgspec import structs

from annotator.corpus.places import folder_of, is_address, opened, within
from annotator.schema import Struct

SUFFIXES = (".txt", ".csv", ".json", ".jsonl")

_PLACES = ("file", "path", "url")
_COUNTRIES = ("country", "jurisdiction")
#: Keys of an object under which a list may stand.
_LISTS = ("laws", "files")
#: No list is longer than so many bytes: a million entries of two hundred.
_LIMIT = 200_000_000


class ManifestEntry(Struct, frozen=True):
    """A law as a list has it: its file or address, and what the list says of it."""

    place: str
    country: str = ""
    title: str = ""
    date: str = ""


def entries(place: str) -> list[ManifestEntry] | None:
    """The entries of a list, their places as they can be opened from here; None of what is none.

    Relative places are counted from the list's own folder.

    Args:
        place: the file that may be a list, or its address.

    Raises:
        OSError: it cannot be read; of a bucket, whatever that raises.
    """
    suffix = PurePath(place).suffix.lower()
    if suffix not in SUFFIXES:
        return None
    with opened(place) as file:
        data = file.read(_LIMIT + 1)
    if len(data) > _LIMIT:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    folder = folder_of(place)
    found = _READ[suffix](text, folder)
    return [_placed(one, folder) for one in found] if found else None


def _lines(text: str, folder: str) -> list[ManifestEntry] | None:
    """Of plain text: a law has no line that is the name of a file."""
    lines = [line.strip() for line in text.splitlines()]
    places = [line for line in lines if line and not line.startswith("#")]
    if not places or not _names_a_file(places[0], folder):
        return None
    return [ManifestEntry(place=place) for place in places]


def _names_a_file(line: str, folder: str) -> bool:
    if is_address(line):
        return " " not in line
    if is_address(folder):
        files, place = fsspec.url_to_fs(within(folder, line))
        return bool(files.isfile(place))
    try:
        return Path(folder, line).is_file()
    except (OSError, ValueError):  # it is longer than any name
        return False


def _table(text: str, _: str) -> list[ManifestEntry] | None:
    return _objects(csv.DictReader(io.StringIO(text)))


def _json(text: str, _: str) -> list[ManifestEntry] | None:
    try:
        whole = json.loads(text)
    except ValueError:
        return None
    if isinstance(whole, dict):
        whole = next((whole[key] for key in _LISTS if key in whole), None)
    return _objects(whole) if isinstance(whole, list) else None


def _json_lines(text: str, _: str) -> list[ManifestEntry] | None:
    try:
        return _objects([json.loads(line) for line in text.splitlines() if line.strip()])
    except ValueError:
        return None


def _objects(objects: Iterable[Any]) -> list[ManifestEntry] | None:
    """The entries, if all are such."""
    found = [_entry(one) for one in objects]
    told = [one for one in found if one is not None]
    return told if len(told) == len(found) else None


def _entry(one: Any) -> ManifestEntry | None:
    if isinstance(one, str):
        return ManifestEntry(place=one)
    if not isinstance(one, Mapping):
        return None
    place = _said(one, _PLACES)
    if not place:
        return None
    return ManifestEntry(
        place=place,
        country=_said(one, _COUNTRIES),
        title=_said(one, ("title",)),
        date=_said(one, ("date",)),
    )


def _said(one: Mapping[Any, Any], keys: Iterable[str]) -> str:
    return next(_words(one.get(key) for key in keys), "")


def _words(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str | int) and str(value).strip():
            yield " ".join(str(value).split())


def _placed(one: ManifestEntry, folder: str) -> ManifestEntry:
    return structs.replace(one, place=within(folder, one.place))


_READ = {".txt": _lines, ".csv": _table, ".json": _json, ".jsonl": _json_lines}
