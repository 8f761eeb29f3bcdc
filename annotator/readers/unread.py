"""Formats that laws also come in and that are not read: each is refused by its name."""

from __future__ import annotations

from typing import NoReturn

from annotator.errors import InputError
from annotator.readers.intake import PACKED, Intake

_AS_DOCUMENT = "open it in a word processor and save it as .docx."
_AS_TEXT = "save it as plain text (.txt)."
_UNLOCKED = "open it, take the password off and save it again as .docx."
_AGAIN = "get it again, or open it in a word processor and save it again as .docx."
_UNPACK = "unpack it and give the file of the law."

# How such a file begins, what it is, and what to do.
_OPENINGS = (
    (b"{\\rtf", "a rich-text document", _AS_DOCUMENT),
    (b"from: <saved by", "a web page packed with its pictures", _AS_TEXT),
    (b"mime-version:", "a web page packed with its pictures", _AS_TEXT),
)
#: How other packers begin what they write: gzip, bzip2, xz, zstd, 7z, rar; and where tar says it.
_BY_PACKERS = (
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!\x1a\x07",
)
_TAR, _TAR_AT = b"ustar", 257
#: The second is how one begins that holds nothing.
_PACKED = (PACKED, b"PK\x05\x06")
#: What the first tags of documents say that are one file of XML.
_AS_XML = (
    (b'progid="word.document"', "a Word document in a single file of XML"),
    (b"<pkg:package", "a Word document in a single file of XML"),
    (b"<office:document", "an OpenDocument text in a single file of XML"),
)
#: How pictures begin: PNG, JPEG, TIFF in either order of bytes.
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_RECOGNISED = "have its text recognised (OCR), as a PDF or as plain text (.txt), and give that."
_COMPOUND = b"\xd0\xcf\x11\xe0"
#: Where a packed file says what it is, and how much of that is read.
_TELLING = ("mimetype", "[Content_Types].xml")
_ENOUGH = 100_000
#: What a packed file holds, by what it says of itself or by the names of the files in it.
_IN_PACKAGE = (
    ("opendocument.text", "an OpenDocument text", _AS_DOCUMENT),
    ("opendocument.spreadsheet", "an OpenDocument spreadsheet", _AS_TEXT),
    ("opendocument", "an OpenDocument file", _AS_TEXT),
    ("epub", "an e-book", _AS_TEXT),
    ("spreadsheetml", "an Excel workbook", _AS_TEXT),
    ("presentationml", "a PowerPoint presentation", _AS_TEXT),
    ("Index/Document.iwa", "a Pages document", _AS_DOCUMENT),
)
#: The same of the container that older programs of offices wrote, and that newer ones encrypt in.
_IN_COMPOUND = (
    ("EncryptedPackage", "encrypted", _UNLOCKED),
    ("WordDocument", "an old Word document (.doc)", _AS_DOCUMENT),
    ("Workbook", "an old Excel workbook", _AS_TEXT),
    ("PowerPoint Document", "an old PowerPoint presentation", _AS_TEXT),
    ("__properties_version1.0", "a message of Outlook", _AS_TEXT),
)


def claims(intake: Intake) -> bool:
    """Whether the file begins as one of them."""
    return _kind(intake.data) is not None


def read(intake: Intake) -> NoReturn:
    """Refuse it.

    Raises:
        InputError: always; it says what the file is and what to save it as.
    """
    what, way_out = _kind(intake.data) or ("of no kind that is read", _AS_TEXT)
    raise InputError(f"{intake.name} is {what}: {way_out}")


def _kind(data: bytes) -> tuple[str, str] | None:
    start = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_COMPOUND):
        return _compound(data)
    as_xml = next((what for mark, what in _AS_XML if mark in start), None)
    if as_xml is not None and start.startswith(b"<"):
        return as_xml, _AS_DOCUMENT
    if data.startswith(_PICTURES):
        return "a picture", _RECOGNISED
    if data.startswith(_PACKED):
        return _packed(data)
    if data.startswith(_BY_PACKERS) or data.startswith(_TAR, _TAR_AT):
        return "a packed file", _UNPACK
    found = ((what, way) for opening, what, way in _OPENINGS if start.startswith(opening))
    return next(found, None)


def _compound(data: bytes) -> tuple[str, str]:
    """The names in its directory tell what it holds."""
    found = ((what, way) for name, what, way in _IN_COMPOUND if name.encode("utf-16-le") in data)
    return next(found, ("a file of an older office program", _AS_DOCUMENT))


def _packed(data: bytes) -> tuple[str, str]:
    # Imported here: start-up is precious.
    from zipfile import BadZipFile

    from annotator.safe_zip import opened, unpacked

    try:
        with opened(data) as file:
            names = file.namelist()
            told = [unpacked(file, one, _ENOUGH) for one in _TELLING if one in file.NameToInfo]
    except (BadZipFile, RuntimeError):
        return "a packed file that is damaged, perhaps a Word document", _AGAIN
    said = "\n".join((*(one.decode("utf-8", "replace") for one in told), *names))
    found = ((what, way) for mark, what, way in _IN_PACKAGE if mark in said)
    return next(found, ("a packed file", _UNPACK))
