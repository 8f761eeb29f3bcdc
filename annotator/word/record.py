"""What the program leaves in a Word document that it has written, to know its work again.

It is a part of its own in the package, which Word and LibreOffice keep as they save. It holds
where each tracked change stands and what it says, and no more of the law than the words around it.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from types import MappingProxyType
from typing import BinaryIO

import msgspec
from lxml import etree
from msgspec.structs import replace

from annotator.errors import InputError
from annotator.provisions import Struct
from annotator.safe_xml import parsed
from annotator.safe_zip import opened, unpacked
from annotator.word.names import W
from annotator.word.package import LARGEST_WHOLE, Package

#: The namespace of the part; of another version another one.
NAMESPACE = "urn:annotate-gender:record:1"
_N = f"{{{NAMESPACE}}}"
#: So many characters are kept of the words before and behind a change, and of a clause.
AROUND = 40
#: So many runs on one document are kept.
MOST_RUNS = 9
#: More than in any law that was read: amendments, findings and comments; changes of one; letters
#: of one.
_MOST_PARTS, _MOST_CHANGES, _MOST_LETTERS = 40_000, 200, 50_000


class RecordedChange(Struct, frozen=True):
    """A tracked change: ``out`` is what it takes out, ``words`` what it puts in.

    ``at`` is where it stands in the text of the view (a line a paragraph) of the document as it
    was, ``before`` and ``behind`` are the words around it there.
    """

    at: int
    out: str
    words: str
    before: str
    behind: str


class RecordedAmendment(Struct, frozen=True):
    """An amendment that is in the text, by its ``number`` in the schedule of the law.

    A place of gendered drafting has the number 0. ``clause`` is the number of the provision,
    ``sha256`` that of the clause's words. A new section has neither eId nor words, and ``template``
    is then the need that it meets; ``remark`` is the SHA-256 of the comment on it.
    """

    number: int
    clause: str
    eid: str
    sha256: str
    template: str
    label: str
    issue: str
    changes: tuple[RecordedChange, ...]
    remark: str = ""


class RecordedFinding(Struct, frozen=True):
    """A clause with a comment: what was said of it, and ``remark``, the SHA-256 of the comment.

    ``opening`` is how the clause begins.
    """

    clause: str
    eid: str
    sha256: str
    label: str
    issues: tuple[str, ...]
    opening: str
    remark: str


class Record(Struct, frozen=True):
    """What was written into a document.

    ``law`` is the SHA-256 of the law's file, ``digest`` of all else in the package.
    ``comments`` are the SHA-256 of each comment that was in it then, ours and those of others, and
    those of ours that later runs have put in; the last of them, ``ours``, are those. ``before`` are
    what earlier runs have written into it, the last of them first. ``adopted`` says that somebody
    had accepted the amendments before they were put in.
    """

    law: str
    title: str
    author: str
    amendments: tuple[RecordedAmendment, ...] = ()
    findings: tuple[RecordedFinding, ...] = ()
    comments: tuple[str, ...] = ()
    before: tuple[Record, ...] = ()
    digest: str = ""
    ours: int = 0
    adopted: bool = False

    @property
    def is_of_schedule(self) -> bool:
        """Whether nothing was put into any law: it is a schedule of amendments, or a comparison."""
        return not (self.adopted or self.ours or self.amendments or self.findings or self.before)

    @property
    def own_comments(self) -> frozenset[str]:
        """The SHA-256 of each comment that this run, an earlier or a later one has put in."""
        said = [one.remark for one in self.findings] + [one.remark for one in self.amendments]
        own = frozenset([*said, *self.comments[len(self.comments) - self.ours :]])
        return own.union(*(run.own_comments for run in self.before)) - {""}


def words_hash(words: str) -> str:
    """The SHA-256 of words, however they are set on lines."""
    return hashlib.sha256("".join(words.split()).encode()).hexdigest()


def comment_words(comment: etree._Element) -> str:
    """What a comment says, a line a paragraph."""
    lines = ("".join(one.text or "" for one in p.iter(W + "t")) for p in comment.iter(W + "p"))
    return "\n".join(lines).strip()


def is_record(file: zipfile.ZipFile, name: str) -> bool:
    """Whether a part of a package is the record."""
    if not name.startswith("customXml/item"):
        return False
    said = unpacked(file, name, LARGEST_WHOLE)
    return NAMESPACE.encode() in said and b"datastoreItem" not in said


def digest(file: zipfile.ZipFile, changed: Mapping[str, bytes] = MappingProxyType({})) -> str:
    """The SHA-256 of the parts of a package, some of them ``changed``, but for the record."""
    whole = hashlib.sha256()
    for name in sorted({*file.namelist(), *changed}):
        if name in changed or not is_record(file, name):
            said = changed.get(name) or unpacked(file, name, LARGEST_WHOLE)
            whole.update(hashlib.sha256(name.encode()).digest())
            whole.update(hashlib.sha256(said).digest())
    return whole.hexdigest()


def to_xml(record: Record) -> bytes:
    """The part."""
    root = _to_element(record)
    root.extend(map(_to_element, record.before))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _to_element(record: Record) -> etree._Element:
    about = {"law": record.law, "title": record.title, "author": record.author}
    about |= {"digest": record.digest, "ours": str(record.ours)}
    about |= {"adopted": str(int(record.adopted))}
    root = etree.Element(f"{_N}record", about, {"a": NAMESPACE})
    for amendment in record.amendments:
        one = etree.SubElement(root, f"{_N}amendment", _attributes(amendment))
        for change in amendment.changes:
            put = etree.SubElement(one, f"{_N}change", {"at": str(change.at)})
            for name in ("before", "out", "words", "behind"):
                etree.SubElement(put, _N + name).text = getattr(change, name)
    for finding in record.findings:
        etree.SubElement(root, f"{_N}finding", _attributes(finding))
    for comment in record.comments:
        etree.SubElement(root, f"{_N}comment", {"sha256": comment})
    return root


def _attributes(of: RecordedAmendment | RecordedFinding) -> dict[str, str]:
    said = msgspec.structs.asdict(of)
    said.pop("changes", None)
    return {
        name: " ".join(value) if isinstance(value, tuple) else str(value)
        for name, value in said.items()
    }


def of_package(package: Package) -> Record | None:
    """The record in a document; None where there is none, or none that can be read.

    Raises:
        InputError: the document is damaged.
    """
    roots = package.parts("customXml")
    found = next((root for root in roots if root.tag == f"{_N}record"), None)
    if found is None:
        return None
    try:
        return _of_root(found)
    except (msgspec.ValidationError, ValueError):
        return None


def _of_root(root: etree._Element) -> Record:
    amendments, findings = root.findall(f"{_N}amendment"), root.findall(f"{_N}finding")
    comments, before = root.findall(f"{_N}comment"), root.findall(f"{_N}record")
    if len(before) > MOST_RUNS:
        raise ValueError("more runs than any law was through")
    if len(amendments) + len(findings) + len(comments) > _MOST_PARTS:
        raise ValueError("more amendments than any law has")
    if any(len(one) > _MOST_CHANGES for one in amendments):
        raise ValueError("more changes than any amendment has")
    said: dict[str, object] = {
        **_attributes_of(root),
        "amendments": [
            {**_attributes_of(one), "changes": [_change(put) for put in one.findall(f"{_N}change")]}
            for one in amendments
        ],
        "findings": [
            {**_attributes_of(one), "issues": str(one.get("issues", "")).split()}
            for one in findings
        ],
        "comments": [str(one.get("sha256")) for one in comments],
    }
    found = msgspec.convert(said, Record, strict=False)
    return replace(found, before=tuple(map(_of_root, before)))


def _attributes_of(element: etree._Element) -> dict[str, object]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _change(put: etree._Element) -> dict[str, str]:
    words = {name: put.findtext(_N + name) or "" for name in ("before", "out", "words", "behind")}
    if max(map(len, words.values())) > _MOST_LETTERS:
        raise ValueError("more words than any amendment has")
    if max(len(words["before"]), len(words["behind"])) > AROUND:
        raise ValueError("more words than are kept around a change")
    return {"at": str(put.get("at")), **words}


def is_as_written(data: bytes | BinaryIO) -> bool:
    """Whether a packed file is, part for part, as the program wrote it."""
    try:
        with opened(data) as file:
            if sum(part.file_size for part in file.infolist()) > LARGEST_WHOLE:
                return False
            own = [name for name in file.namelist() if is_record(file, name)]
            if len(own) != 1:
                return False
            said = unpacked(file, own[0], LARGEST_WHOLE)
            return parsed(said, own[0]).get("digest") == digest(file)
    except (zipfile.BadZipFile, KeyError, RuntimeError, InputError):
        return False
