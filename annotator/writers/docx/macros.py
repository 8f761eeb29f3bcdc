"""A Word document without the macros and without the kind of one that holds them, or of a template.

A file named ``.docx`` that says it holds macros is none that Word opens, and nobody who asks for a
redline asks for programs of the bill's author.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator

from lxml import etree

from annotator.word.repacking import (
    CONTENT_TYPES,
    packed_again,
    relations_of,
    serialised,
    tree_of,
)

_PLAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MACROS = "/relationships/vbaProject"
_OF_MACROS = "application/vnd.ms-office.vba"


def is_plain(data: bytes, main: str) -> bool:
    """Whether a document is of the kind that ``.docx`` names, and holds no macros.

    Args:
        data: the file; it was opened before, and is sound.
        main: the path of its main part in the package.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        types = tree_of(file.read(CONTENT_TYPES))
        kinds = {one.get("ContentType") for one in _types_of(types, main)}
        return kinds <= {_PLAIN} and not _macros_of(file, main)


def has_macros(data: bytes, main: str) -> bool:
    """Whether a document holds macros; arguments as for :func:`is_plain`."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return bool(_macros_of(file, main))


def plain(data: bytes, main: str) -> bytes:
    """The document as a plain one without macros; arguments as for :func:`is_plain`."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        gone = _macros_of(file, main)
        types = tree_of(file.read(CONTENT_TYPES))
        for one in _types_of(types, main):
            one.set("ContentType", _PLAIN)
        for one in list(types):
            part = str(one.get("PartName", "")).lstrip("/")
            if part in gone or str(one.get("ContentType", "")).startswith(_OF_MACROS):
                types.remove(one)
        changed = {CONTENT_TYPES: serialised(types)}
        if gone:
            relations = relations_of(main)
            root = tree_of(file.read(relations))
            for one in _relations_to_macros(root):
                root.remove(one)
            changed[relations] = serialised(root)
        return packed_again(file, changed, gone)


def _types_of(types: etree._Element, main: str) -> list[etree._Element]:
    return [one for one in types if one.get("PartName") == f"/{main}"]


def _relations_to_macros(root: etree._Element) -> list[etree._Element]:
    return [one for one in root if str(one.get("Type", "")).endswith(_MACROS)]


def _macros_of(file: zipfile.ZipFile, main: str) -> frozenset[str]:
    """The parts that are macros, and those that only these name."""
    relations = relations_of(main)
    if relations not in file.NameToInfo:
        return frozenset()
    found = _relations_to_macros(tree_of(file.read(relations)))
    gone = {path for one in found for path in _with_related(file, main, one)}
    return frozenset(gone)


def _with_related(file: zipfile.ZipFile, of: str, relation: etree._Element) -> Iterator[str]:
    """The part that a relation names, what says what that is related to, and those parts."""
    part = _target(of, relation)
    yield part
    relations = relations_of(part)
    if relations in file.NameToInfo:
        yield relations
        for one in tree_of(file.read(relations)):
            yield _target(part, one)


def _target(of: str, relation: etree._Element) -> str:
    where = posixpath.join("/", posixpath.dirname(of), str(relation.get("Target", "")))
    return posixpath.normpath(where).lstrip("/")
