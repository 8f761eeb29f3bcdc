"""A Word document packed again with some of its parts changed; all others are as they were."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

_TYPES = "[Content_Types].xml"
_CONTENT = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: The day of a part that is put in: the first that a packed file can name.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
#: The addresses of the strict dialect, and what they are in the one that Word itself writes.
_STRICT = (
    (b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
     b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (_KIND.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
    (b"http://schemas.openxmlformats.org/officeDocument/2006/math",
     b"http://purl.oclc.org/ooxml/officeDocument/math"),
)  # fmt: skip


def repacked(data: bytes, path: str, document: etree._Element, comments: etree._Element) -> bytes:
    """The file with another main part and other comments.

    Args:
        data: the file as it was; it was opened before, and is sound.
        path: of its main part in the package.
        document: the root of the main part as it is to be.
        comments: the root of the part of the comments.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        strict = _STRICT[0][1] in file.read(path)
        changed = {path: serialised(document)}
        folder, name = posixpath.split(path)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        place = _comments_of(file, relations, folder)
        if place is None:
            place = posixpath.join(folder, _free(file, folder))
            changed[relations] = _related(file, relations, posixpath.basename(place))
            changed[_TYPES] = _typed(file.read(_TYPES), f"/{place}")
        changed[place] = serialised(comments)
        if strict:
            changed = {part: _in_strict(said) for part, said in changed.items()}
        return _packed(file, changed)


def serialised(root: etree._Element) -> bytes:
    """A part as its bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A new package of these parts, the same bytes on any day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, said in parts.items():
            file.writestr(zipfile.ZipInfo(name, _NO_DAY), said, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _packed(file: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for info in file.infolist():
            said = changed.get(info.filename)
            kept = zipfile.ZipInfo(info.filename, info.date_time)
            kept.external_attr = info.external_attr
            new.writestr(kept, file.read(info) if said is None else said, zipfile.ZIP_DEFLATED)
        for name, said in changed.items():
            if name not in file.NameToInfo:
                new.writestr(zipfile.ZipInfo(name, _NO_DAY), said, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _comments_of(file: zipfile.ZipFile, relations: str, folder: str) -> str | None:
    """Where the comments lie, if the document has any."""
    if relations not in file.NameToInfo:
        return None
    for one in _tree(file.read(relations)):
        if str(one.get("Type", "")).endswith("/relationships/comments"):
            target = posixpath.join("/", folder, str(one.get("Target", "")))
            return posixpath.normpath(target).lstrip("/")
    return None


def _free(file: zipfile.ZipFile, folder: str) -> str:
    """A name in the folder that no part has."""
    names = ("comments.xml", *(f"comments{at}.xml" for at in range(1, 1000)))
    return next(one for one in names if posixpath.join(folder, one) not in file.NameToInfo)


def _related(file: zipfile.ZipFile, relations: str, target: str) -> bytes:
    """What the document is related to, with its comments."""
    known = relations in file.NameToInfo
    root = (
        _tree(file.read(relations))
        if known
        else _tree(f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
    )
    taken = {one.get("Id") for one in root}
    name = next(one for at in range(1, 100_000) if (one := f"rId{at}") not in taken)
    kind = f"{_KIND}/comments"
    if any(str(one.get("Type", "")).startswith("http://purl.oclc.org/") for one in root):
        kind = f"{_STRICT[1][1].decode()}/comments"
    about = {"Id": name, "Type": kind, "Target": target}
    etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", about)
    return serialised(root)


def _typed(types: bytes, part: str) -> bytes:
    root = _tree(types)
    about = {"PartName": part, "ContentType": f"{_WORD}.comments+xml"}
    etree.SubElement(root, f"{{{_CONTENT}}}Override", about)
    return serialised(root)


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _in_strict(said: bytes) -> bytes:
    for usual, strict in _STRICT:
        said = said.replace(usual, strict)
    return said
