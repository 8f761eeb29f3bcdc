"""A Word document packed again with some of its parts changed; all others are as they were."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Collection, Mapping

from lxml import etree

CONTENT_TYPES = "[Content_Types].xml"
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


def repacked(
    data: bytes, path: str, document: etree._Element, comments: etree._Element | None = None
) -> bytes:
    """The file with another main part, and other comments.

    Args:
        data: the file as it was; it was opened before, and is sound.
        path: of its main part in the package.
        document: the root of the main part as it is to be.
        comments: the root of the part of the comments; None where that is as it was.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        strict = _STRICT[0][1] in file.read(path)
        changed = {path: serialised(document)}
        if comments is not None:
            changed |= _commented(file, path, comments)
        if strict:
            changed = {part: _in_strict(said) for part, said in changed.items()}
        return packed_again(file, changed)


def _commented(file: zipfile.ZipFile, path: str, comments: etree._Element) -> dict[str, bytes]:
    """The part of the comments, and those by which it belongs to the package."""
    folder, relations = posixpath.dirname(path), relations_of(path)
    changed: dict[str, bytes] = {}
    place = _comments_of(file, relations, folder)
    if place is None:
        place = posixpath.join(folder, _free(file, folder))
        known = file.read(relations) if relations in file.NameToInfo else None
        changed[relations] = related(known, "comments", posixpath.basename(place))
        changed[CONTENT_TYPES] = typed(
            file.read(CONTENT_TYPES), f"/{place}", f"{_WORD}.comments+xml"
        )
    changed[place] = serialised(comments)
    return changed


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


def packed_again(
    file: zipfile.ZipFile, changed: Mapping[str, bytes], gone: Collection[str] = ()
) -> bytes:
    """A package with some parts changed, or put in behind the others, and some left out."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for info in file.infolist():
            if info.filename in gone:
                continue
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
    for one in tree_of(file.read(relations)):
        if str(one.get("Type", "")).endswith("/relationships/comments"):
            target = posixpath.join("/", folder, str(one.get("Target", "")))
            return posixpath.normpath(target).lstrip("/")
    return None


def _free(file: zipfile.ZipFile, folder: str) -> str:
    """A name in the folder that no part has."""
    names = ("comments.xml", *(f"comments{at}.xml" for at in range(1, 1000)))
    return next(one for one in names if posixpath.join(folder, one) not in file.NameToInfo)


def relations_of(path: str) -> str:
    """Where it stands what a part is related to."""
    folder, name = posixpath.split(path)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def related(relations: bytes | None, kind: str, target: str) -> bytes:
    """What a part is related to, with one more.

    Args:
        relations: those that it has, if it has any.
        kind: the last word of what the relation is called: ``comments``.
        target: the other part, from the folder of this one.
    """
    root = tree_of(relations or f'<Relationships xmlns="{_RELATIONS}"/>'.encode())
    taken = {one.get("Id") for one in root}
    name = next(one for at in range(1, 100_000) if (one := f"rId{at}") not in taken)
    strict = any(str(one.get("Type", "")).startswith("http://purl.oclc.org/") for one in root)
    kind = f"{_STRICT[1][1].decode() if strict else _KIND}/{kind}"
    about = {"Id": name, "Type": kind, "Target": target}
    etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", about)
    return serialised(root)


def typed(types: bytes, part: str, content: str) -> bytes:
    """What the parts of a package are, with one more."""
    root = tree_of(types)
    about = {"PartName": part, "ContentType": content}
    etree.SubElement(root, f"{{{_CONTENT}}}Override", about)
    return serialised(root)


def tree_of(data: bytes) -> etree._Element:
    """The root of a part of the package that says what the others are."""
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _in_strict(said: bytes) -> bytes:
    for usual, strict in _STRICT:
        said = said.replace(usual, strict)
    return said
