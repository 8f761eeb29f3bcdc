"""The parts of a Word document: opened with care, for it may come from anywhere."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from zipfile import BadZipFile

from lxml import etree

from annotator.errors import InputError
from annotator.expressions import expression
from annotator.safe_xml import parsed
from annotator.safe_zip import opened, unpacked
from annotator.word.names import W, says_yes

#: The most that one part that is read, and all parts together, may unpack to; and how many.
_LARGEST_PART = 60_000_000
LARGEST_WHOLE = 500_000_000
_MOST_PARTS = 10_000
#: The most tags in a part: of small elements it is a bigger tree than of words.
_MOST_TAGS = 4_000_000
_TYPES_WITHIN = 1_000_000

_TYPES = "[Content_Types].xml"
_DOCUMENT = "word/document.xml"
_OF_WORD = expression(rb"(?:wordprocessingml|ms-word)\.(?:document|template)[\w.]*\.main\+xml")
#: The strict dialect has the same names under other addresses.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math",
     b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARATION = expression(r"\s*<\?xml[^>]*\?>")
_DOCUMENT_TYPE = expression(rb"<!DOCTYPE", re.IGNORECASE)


def is_word(data: bytes) -> bool:
    """Whether the bytes are a packed Word document, with macros or without."""
    try:
        with opened(data) as file:
            return _DOCUMENT in file.NameToInfo or bool(
                _OF_WORD.search(unpacked(file, _TYPES, _TYPES_WITHIN))
            )
    except (BadZipFile, KeyError, RuntimeError):
        return False


class Package:
    """The parts of a Word document by what they are to it: ``document``, ``styles``, ``footnotes``.

    Nothing that it names elsewhere is fetched, no macro is run, no entity is expanded, and what
    does not unpack to a bounded size is refused.

    Args:
        data: the file.
        name: what the user knows it by.

    Raises:
        InputError: it is damaged, encrypted, or unpacks to more than any law would.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        try:
            self._file = opened(data)
        except BadZipFile:
            raise self._damaged("the package cannot be opened") from None
        self._refuse_bombs()
        main = dict(self._related("")).get("officeDocument", _DOCUMENT)
        # A part may be named as often as one likes, and is read once.
        self._all = tuple(dict.fromkeys(self._related(main)))
        self._parts = {"document": main}
        for kind, path in self._all:
            self._parts.setdefault(kind, path)
        self.document = self._tree(main)
        if self.document.tag != W + "document":
            raise self._damaged(f"{main} is no document")

    def part(self, kind: str) -> etree._Element | None:
        """The root of a part, ``numbering``; None where the document has none.

        Raises:
            InputError: it is damaged.
        """
        path = self.path(kind)
        return None if path is None else self._tree(path)

    def parts(self, kind: str) -> Iterator[etree._Element]:
        """The roots of all parts of a kind: there may be several a ``header``."""
        for one, path in self._all:
            if one == kind and path in self._file.NameToInfo:
                yield self._tree(path)

    def path(self, kind: str) -> str | None:
        """Where a part of a kind lies in the package; None where the document has none."""
        found = self._parts.get(kind)
        return found if found in self._file.NameToInfo else None

    @property
    def main(self) -> str:
        """Where the main part lies in the package."""
        return self._parts["document"]

    def properties(self) -> etree._Element | None:
        """The properties that every packed file of an office has: title, subject, author."""
        path = dict(self._related("")).get("core-properties", "")
        return self._tree(path) if path in self._file.NameToInfo else None

    @property
    def protected(self) -> bool:
        """Whether its author has restricted who may edit it."""
        return _is_enforced(self.part("settings"))

    def _refuse_bombs(self) -> None:
        parts = self._file.infolist()
        whole = sum(part.file_size for part in parts)
        if len(parts) > _MOST_PARTS or whole > LARGEST_WHOLE:
            raise self.too_much(f"{whole // 1_000_000} MB in {len(parts)} parts")

    def too_much(self, what: str) -> InputError:
        """That there is more in it than in any law."""
        return InputError(
            f"{self.name} unpacks to more than any law would ({what}): "
            "save the law alone as a new document."
        )

    def _related(self, path: str) -> Iterator[tuple[str, str]]:
        """What a part, or the package, names: the kind of each and its path in the package."""
        folder, name = posixpath.split(path)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self._file.NameToInfo:
            return
        for one in self._tree(relations):
            if one.get("TargetMode") == "External":
                continue
            kind = str(one.get("Type", "")).rpartition("/")[2]
            target = posixpath.join("/", folder, str(one.get("Target", "")))
            yield kind, posixpath.normpath(target).lstrip("/")

    def _tree(self, path: str) -> etree._Element:
        data = _as_utf8(self._bytes(path))
        if _DOCUMENT_TYPE.search(data[:1000]):
            raise self._damaged(f"{path} defines entities, which no word processor does")
        try:
            return parsed(data, path)
        except InputError:
            raise self._damaged(f"{path} is no sound XML") from None

    def _bytes(self, path: str) -> bytes:
        try:
            data = unpacked(self._file, path, _LARGEST_PART + 1)
        except KeyError:
            raise self._damaged(f"{path} is missing") from None
        except RuntimeError:
            raise InputError(
                f"{self.name} is encrypted: save it without a password, and give that file."
            ) from None
        except BadZipFile:
            raise self._damaged(f"{path} cannot be unpacked") from None
        if len(data) > _LARGEST_PART or data.count(b"<") > _MOST_TAGS:
            raise self.too_much(f"in {path}")
        return data

    def _damaged(self, why: str) -> InputError:
        return InputError(
            f"{self.name} is a Word document that is damaged ({why}): "
            "open it in a word processor and save it again as .docx."
        )


def _is_enforced(settings: etree._Element | None) -> bool:
    """Whether the settings of a document enforce a restriction of who may edit it."""
    if settings is None:
        return False
    found = settings.find(W + "documentProtection")
    if found is None or found.get(W + "edit") == "none":  # that is of formatting alone
        return False
    return says_yes(found, "enforcement")


def _as_utf8(data: bytes) -> bytes:
    """A part in UTF-8, in the names of the dialect that Word itself writes."""
    if data.startswith(_UTF_16):
        text = data.decode("utf-16", "replace")
        data = _DECLARATION.sub("", text, count=1).encode()
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    return data
